"""What pages share: the clock, word of every change, and refusals in words."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from planner.domain.changes import Change, Kind
from planner.domain.me import Me
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.about_me import save
from planner.journeys.keep_people import add_person, edit_person, remove_person
from planner.storage.store import Store
from tests.builders import a_person
from tests.clocks import StandingClock
from ui.session import Session


def told(session: Session) -> list[str]:
    """What the session says from now on, in order."""
    heard: list[str] = []
    session.changed.connect(lambda change: heard.append(f"changed {min(change.kinds)}"))
    session.done.connect(lambda label: heard.append(f"done {label}"))
    session.refused.connect(lambda sentence: heard.append(f"refused {sentence}"))
    return heard


def test_a_journey_is_walked_announced_and_can_be_undone(session: Session, store: Store) -> None:
    heard = told(session)
    kept = session.do("Maya added", add_person, a_person())
    assert isinstance(kept, Person)
    assert store.people.get(kept.id) == kept
    assert heard == ["changed person", "done Maya added"]
    assert session.undo_stack.undoText() == "Maya added"
    session.undo_stack.undo()
    assert store.people.count() == 0
    assert heard[2:] == ["changed person"]


def test_a_journey_without_a_result_gives_its_change(session: Session, store: Store) -> None:
    _, maya = add_person(store, a_person())
    change = session.do("Maya removed", remove_person, maya.id)
    assert isinstance(change, Change)
    assert change.ids(Kind.PERSON) == {maya.id}


def test_nothing_is_said_of_a_change_that_changes_nothing(session: Session, store: Store) -> None:
    _, maya = add_person(store, a_person())
    heard = told(session)
    assert session.do("Maya changed", edit_person, maya) == Change()
    assert heard == []
    assert not session.undo_stack.canUndo()


def test_a_refusal_is_said_and_nothing_else_happens(session: Session, store: Store) -> None:
    heard = told(session)
    assert session.do("Added", add_person, Person(name="  ")) is None
    assert len(heard) == 1 and heard[0].startswith("refused ")
    assert store.people.count() == 0
    assert not session.undo_stack.canUndo()
    assert session.keep(add_person, Person(name="")) is None
    assert len(heard) == 2


def test_the_log_knows_of_a_refusal_but_not_of_whom(
    session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(store: Store) -> Change:
        raise PlannerError("Maya Okafor cannot be found.")

    with caplog.at_level(logging.INFO):
        session.do("Found", refuse)
    assert "PlannerError" in caplog.text
    assert "Maya" not in caplog.text


def test_an_error_of_the_program_itself_is_not_hidden(session: Session) -> None:
    def broken(store: Store) -> Change:
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        session.do("Broken", broken)


def test_what_is_kept_as_typed_is_announced_without_an_undo(session: Session) -> None:
    heard = told(session)
    session.keep(save, Me(name="Sam Doyle"))
    assert heard == ["changed me"]
    assert session.me.name == "Sam Doyle"
    assert not session.undo_stack.canUndo()


def test_about_me_is_read_anew_after_it_changed(session: Session) -> None:
    assert session.me.name == ""
    session.do("About me changed", save, Me(name="Sam Doyle"))
    assert session.me.name == "Sam Doyle"
    session.undo_stack.undo()
    assert session.me.name == ""


@pytest.mark.parametrize(
    ("zone", "wall"),
    [
        ("", datetime(2026, 11, 22, 23, 30)),  # the machine's, London
        ("Asia/Tokyo", datetime(2026, 11, 23, 8, 30)),
        ("America/New_York", datetime(2026, 11, 22, 18, 30)),
    ],
)
def test_today_is_the_day_where_the_user_is(
    session: Session, clock: StandingClock, zone: str, wall: datetime
) -> None:
    session.keep(save, Me(name="Sam", zone=zone))
    clock.moment = datetime(2026, 11, 22, 23, 30)
    assert session.wall_now() == wall
    assert session.today() == wall.date()
    assert session.now() == clock.moment


def test_what_another_program_said_of_me_is_not_overwritten(session: Session) -> None:
    assert session.me.email == ""
    with session.store.another() as elsewhere, elsewhere.transaction():
        elsewhere.me.put(replace(elsewhere.me.get(), email="sam@doyle.example"))
    session.do("Alarm set", save, replace(session.me, alarm_minutes=15))
    assert (session.me.email, session.me.alarm_minutes) == ("sam@doyle.example", 15)


def test_the_machine_says_the_zone_until_about_me_does(session: Session) -> None:
    assert session.zone == "Europe/London"
    assert session.today() == date(2026, 11, 22)


def test_pages_hear_of_a_change_made_elsewhere(
    session: Session, store: Store, qtbot: QtBot
) -> None:
    """What a worker wrote through its own connection is announced and undone here."""
    with store.another() as other:
        change, maya = add_person(other, a_person())
    with qtbot.waitSignals([session.changed, session.done]):
        session.record("One person brought in", change)
    assert store.people.get(maya.id).name == "Maya Okafor"
    session.undo_stack.undo()
    assert store.people.find(maya.id) is None
