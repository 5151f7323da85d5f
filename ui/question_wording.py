"""How questions and what is known of them are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.facts import FactKind
from planner.domain.finding_questions import Which
from planner.domain.people import Attitude, Stage
from ui import wording

translate = QCoreApplication.translate


def depth(of: int) -> str:
    """How close a question comes, as a word."""
    return {
        1: translate("questions", "Light"),
        2: translate("questions", "Personal"),
        3: translate("questions", "Close"),
    }.get(of, "")


def which(of: Which) -> str:
    return {
        Which.FAVOURITE: translate("questions", "Favourites"),
        Which.OWN: translate("questions", "My own"),
        Which.LEFT_OUT: translate("questions", "Left out"),
    }[of]


def stages(of: frozenset[Stage]) -> str:
    """At which stages a question suits."""
    if of == frozenset(Stage):
        return translate("questions", "At every stage")
    return ", ".join(wording.stage(stage) for stage in Stage if stage in of)


def audience(of: frozenset[Attitude]) -> str:
    """Whom a question suits."""
    if of == frozenset(Attitude):
        return translate("questions", "Everybody")
    return ", ".join(wording.attitude(each) for each in Attitude if each in of)


def fact(of: FactKind | None) -> str:
    """What kind of fact an answer tells."""
    return wording.fact_kind(of) if of else translate("questions", "Nothing in particular")
