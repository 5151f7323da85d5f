"""Opens the dialog that introduces two people, from wherever they were thought of."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.introductions import Introduction, Standing
from planner.domain.pairs import Pair
from planner.errors import PlannerError
from planner.journeys.follow_ups_page import IntroductionOf, introductions_of
from planner.journeys.help_each_other import CouldHelp, reason_of
from ui.dialogs.form import show
from ui.dialogs.introduce import IntroduceDialog
from ui.session import Session


def introduce(session: Session, window: QWidget, found: CouldHelp) -> None:
    """Opens it for a pair that was found."""
    _open(session, window, found.person.id, found.other.id, found.pair, None)


def introduce_two(session: Session, window: QWidget, person: int, other: int) -> None:
    """Opens it for any two people; with the reason where one is found.

    Where they are being introduced already, that one goes on.
    """
    for one in introductions_of(session.store, person):
        if other in one.introduction.people:
            go_on(session, window, one)
            return
    pair = reason_of(session.store, person, other)
    if pair is not None:
        person, other = pair.person, pair.other
    _open(session, window, person, other, pair, None)


def go_on(session: Session, window: QWidget, one: IntroductionOf) -> None:
    """Opens one that is under way: its messages, or what came of it once it was made."""
    if one.introduction.standing is not Standing.ASKED:
        from ui.dialogs.came_of import CameOfDialog

        show(CameOfDialog(session, one.introduction, one.person, one.other, window))
        return
    introduction = one.introduction
    person, other = introduction.people
    pair = reason_of(session.store, person, other)
    if pair is not None and pair.person != person:
        pair = None  # it was begun the other way round
    _open(session, window, person, other, pair, introduction)


def _open(
    session: Session,
    window: QWidget,
    person: int,
    other: int,
    pair: Pair | None,
    introduction: Introduction | None,
) -> None:
    try:
        two = session.store.people.get(person), session.store.people.get(other)
        IntroduceDialog(session, *two, pair, introduction, window).open()
    except PlannerError as refusal:
        session.refused.emit(str(refusal))
