"""The step up the ladder that what is kept speaks for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.debrief import Evidence, StepUp, StepWhy
from planner.domain.facts import Fact, FactKind
from planner.domain.ladder import step_from_history
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Referral

KEPT = Promise(mine=False, text="Send the list", done_on=date(2026, 11, 1))
RECEIVED = Referral(given=False, what="The Kesslers")


def step(
    stage: Stage,
    talks: int,
    facts: tuple[Fact, ...] = (),
    promises: tuple[Promise, ...] = (),
    referrals: tuple[Referral, ...] = (),
) -> StepUp | None:
    return step_from_history(Person(stage=stage), talks, facts, promises, referrals)


def test_the_first_talk_makes_somebody_known() -> None:
    assert step(Stage.CONNECTED, 1) == StepUp(Stage.KNOWN, StepWhy.FIRST_TALK)


def test_two_talks_speak_for_liked() -> None:
    assert step(Stage.KNOWN, 1) is None
    assert step(Stage.KNOWN, 2) == StepUp(Stage.LIKED, StepWhy.EVIDENCE, (Evidence.ENJOYED,))


@pytest.mark.parametrize("kind", [FactKind.LIKE, FactKind.DISLIKE, FactKind.INTEREST])
def test_what_is_told_beyond_work_speaks_for_liked(kind: FactKind) -> None:
    found = step(Stage.KNOWN, 1, (Fact(kind=kind, text="Half-marathons"),))
    assert found == StepUp(Stage.LIKED, StepWhy.EVIDENCE, (Evidence.PERSONAL,))
    assert step(Stage.KNOWN, 1, (Fact(kind=FactKind.DOES, text="Mortgages"),)) is None


def test_a_promise_they_kept_speaks_for_trust() -> None:
    found = step(Stage.LIKED, 1, promises=(KEPT,))
    assert found == StepUp(Stage.TRUSTED, StepWhy.EVIDENCE, (Evidence.KEPT_PROMISE,))
    mine = Promise(mine=True, text="Send mine", done_on=date(2026, 11, 1))
    still_open = Promise(mine=False, text="Send theirs")
    assert step(Stage.LIKED, 1, promises=(mine, still_open)) is None


def test_a_referral_from_them_speaks_for_refers() -> None:
    found = step(Stage.TRUSTED, 1, referrals=(RECEIVED,))
    assert found == StepUp(Stage.REFERS, StepWhy.EVIDENCE, (Evidence.REFERRED,))
    assert step(Stage.TRUSTED, 1, referrals=(Referral(given=True, what="Mine"),)) is None


@given(st.sampled_from(Stage), st.integers(0, 9), st.booleans(), st.booleans())
def test_a_step_is_one_rung_and_never_without_a_talk(
    stage: Stage, talks: int, kept: bool, received: bool
) -> None:
    found = step(stage, talks, promises=(KEPT,) * kept, referrals=(RECEIVED,) * received)
    if found is not None:
        assert talks > 0
        assert found.stage == stage + 1
