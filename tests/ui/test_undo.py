"""Undo and redo: what a user sees of them, and what happens when they cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.changes import Change
from planner.domain.people import Person
from planner.errors import LibraryBusy
from planner.journeys.keep_people import add_person, edit_person, remove_person
from planner.journeys.plan_meeting import plan, reschedule
from planner.storage.store import Store
from tests.builders import a_person
from ui.session import Session


@pytest.fixture
def maya(session: Session) -> Person:
    kept = session.do("Maya added", add_person, a_person())
    assert isinstance(kept, Person)
    return kept


def names(store: Store) -> list[str]:
    return [person.name for person in store.people.by_name()]


def test_several_changes_go_back_one_by_one_and_come_again(
    session: Session, store: Store, maya: Person
) -> None:
    session.do("Maya renamed", edit_person, replace(maya, name="Maya Reyes"))
    session.do("Jonas added", add_person, a_person("Jonas Lindqvist"))
    stack = session.undo_stack
    seen = [names(store)]
    for step in (stack.undo, stack.undo, stack.undo, stack.redo, stack.redo, stack.redo):
        step()
        seen.append(names(store))
    assert seen == [
        ["Jonas Lindqvist", "Maya Reyes"],
        ["Maya Reyes"],
        ["Maya Okafor"],
        [],
        ["Maya Okafor"],
        ["Maya Reyes"],
        ["Jonas Lindqvist", "Maya Reyes"],
    ]


def test_a_redone_plan_is_numbered_no_lower_than_before(
    session: Session, store: Store, maya: Person
) -> None:
    starts = datetime(2026, 12, 1, 8, 30)
    words = ("", "", "", "", "See you?")
    session.do("Planned", plan, maya.id, starts, "UTC", 45, *words, session.now())
    (meeting,) = store.meetings.all()
    session.do("Moved", reschedule, meeting.id, starts.replace(hour=9), session.now())
    stack, numbers = session.undo_stack, [1]
    for step in (stack.undo, stack.undo, stack.redo, stack.redo, stack.undo, stack.undo):
        step()
        numbers += [one.sequence for one in store.meetings.all()]
    assert store.meetings.all() == [] and numbers == sorted(numbers)
    stack.redo()
    assert store.meetings.get(meeting.id).sequence >= numbers[-1]


def test_a_new_change_after_an_undo_leaves_nothing_to_redo(
    session: Session, store: Store, maya: Person
) -> None:
    session.undo_stack.undo()
    session.do("Jonas added", add_person, a_person("Jonas Lindqvist"))
    assert not session.undo_stack.canRedo()
    assert names(store) == ["Jonas Lindqvist"]


def test_a_change_that_can_no_longer_be_undone_says_so_and_goes(
    session: Session, store: Store, maya: Person, qtbot: QtBot
) -> None:
    session.do("Maya renamed", edit_person, replace(maya, name="Maya Reyes"))
    remove_person(store, maya.id)  # by another window or the terminal
    with qtbot.waitSignal(session.refused) as refused:
        session.undo_stack.undo()
    assert "can no longer be undone" in refused.args[0]
    assert session.undo_stack.undoText() == "Maya added"
    assert not session.undo_stack.canRedo()


def test_a_redo_that_can_no_longer_be_says_so_and_goes(
    session: Session, store: Store, maya: Person, qtbot: QtBot
) -> None:
    session.do("Maya renamed", edit_person, replace(maya, name="Maya Reyes"))
    session.undo_stack.undo()
    remove_person(store, maya.id)
    with qtbot.waitSignal(session.refused):
        session.undo_stack.redo()
    assert not session.undo_stack.canRedo()


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_a_busy_library_leaves_the_step_to_be_tried_again(
    session: Session,
    store: Store,
    maya: Person,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    def busy(store: Store, change: Change) -> Change:
        raise LibraryBusy("Another program is writing to the library.")

    stack = session.undo_stack
    session.do("Jonas added", add_person, a_person("Jonas Lindqvist"))
    if step == "redo":
        stack.undo()
    before, at = names(store), stack.index()
    with monkeypatch.context() as held:
        held.setattr(Store, "revert", busy)
        held.setattr(Store, "reapply", busy)
        with qtbot.waitSignal(session.refused) as refused:
            getattr(stack, step)()
        qtbot.waitUntil(lambda: stack.index() == at)
    assert refused.args == ["Another program is writing to the library."]
    assert names(store) == before
    getattr(stack, step)()
    assert ("Jonas Lindqvist" in names(store)) is (step == "redo")


def test_an_ampersand_in_a_name_is_one_in_the_menu(session: Session, qapp: QApplication) -> None:
    session.do("Tom & Ann added", add_person, a_person("Tom & Ann"))
    action = session.undo_stack.createUndoAction(session, "Undo")
    assert action.text() == "Undo Tom && Ann added"
