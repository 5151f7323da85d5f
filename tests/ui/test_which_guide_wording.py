"""Why a guide, in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.facts import FactKind
from planner.domain.guides import CATCH_UP, RECONNECT, TRAIN
from planner.domain.meetings import Roughly
from planner.domain.people import Person
from planner.domain.which_guide import GuideChoice, GuideWhy
from ui.which_guide_wording import why_guide

ANA = Person(name="Ana Ferreira")
TODAY = date(2026, 11, 22)
LONG_AGO = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            GuideChoice(RECONNECT, GuideWhy.SILENCE, since=LONG_AGO),
            "Not a word between you and Ana since March 2024.",
        ),
        (
            GuideChoice(RECONNECT, GuideWhy.SILENCE, None, LONG_AGO, Roughly.YEAR),
            "Not a word between you and Ana since 2024.",
        ),
        (
            GuideChoice(TRAIN, GuideWhy.TRAIN_GAP, FactKind.NETWORK),
            "You trust each other, but you don't know yet whom Ana knows.",
        ),
        (
            GuideChoice(TRAIN, GuideWhy.TRAIN_STALE, FactKind.IDEAL_REFERRAL, LONG_AGO),
            "You trust each other, and last heard in March 2024 whom Ana would like to meet.",
        ),
        (GuideChoice(CATCH_UP, GuideWhy.CATCH_UP), "You and Ana have sat down together before."),
    ],
)
def test_it_is_said_in_a_sentence(choice: GuideChoice, said: str) -> None:
    assert why_guide(choice, ANA, TODAY) == said


def test_every_reason_for_a_guide_can_be_said() -> None:
    for why in GuideWhy:
        for kind in (FactKind.NETWORK, FactKind.IDEAL_REFERRAL):
            said = why_guide(GuideChoice("", why, kind, LONG_AGO), ANA, TODAY)
            assert said.endswith(".")
            assert "Ana" in said
