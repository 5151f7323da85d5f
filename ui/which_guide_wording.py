"""Why a guide suits a person, as a sentence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.facts import FactKind
from planner.domain.meetings import Roughly
from planner.domain.people import Person
from planner.domain.which_guide import GuideChoice, GuideWhy
from ui import day_wording, wording

translate = QCoreApplication.translate


def why_guide(of: GuideChoice, person: Person, today: date) -> str:
    """Why this guide for this person; days of the year `today` is in go without it."""
    if of.why is GuideWhy.TRAIN_GAP:
        return wording.with_name(_not_known(of.kind), person)
    if of.why in (GuideWhy.TRAIN_STALE, GuideWhy.SILENCE):
        words = _silence() if of.why is GuideWhy.SILENCE else _told_long_ago(of.kind)
        return wording.with_name(words, person, month=_month(of, today))
    words = {
        GuideWhy.PRESS: translate("guide", "Everybody pitches to {name}. You won't."),
        GuideWhy.DISLIKES: translate(
            "guide", "{name} dislikes networking: good company, and nothing to sell."
        ),
        GuideWhy.EMPLOYED: translate(
            "guide", "{name} neither buys nor sells: share what each of you knows."
        ),
        GuideWhy.FIRST: translate("guide", "The first time you and {name} sit down together."),
        GuideWhy.CATCH_UP: translate("guide", "You and {name} have sat down together before."),
        GuideWhy.CLOSE: translate("guide", "You and {name} are past first questions."),
    }[of.why]
    return wording.with_name(words, person)


def _silence() -> str:
    return translate("guide", "Not a word between you and {name} since {month}.")


def _not_known(kind: FactKind | None) -> str:
    if kind is FactKind.NETWORK:
        return translate("guide", "You trust each other, but you don't know yet whom {name} knows.")
    return translate(
        "guide", "You trust each other, but you don't know yet whom {name} would like to meet."
    )


def _told_long_ago(kind: FactKind | None) -> str:
    if kind is FactKind.NETWORK:
        return translate(
            "guide", "You trust each other, and last heard in {month} whom {name} knows."
        )
    return translate(
        "guide", "You trust each other, and last heard in {month} whom {name} would like to meet."
    )


def _month(of: GuideChoice, today: date) -> str:
    if of.since is None:
        return ""
    if of.roughly is Roughly.YEAR:
        return f"{of.since:%Y}"
    return day_wording.month(of.since, today)
