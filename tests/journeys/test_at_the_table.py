"""What is to hand while two people talk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.promises import Promise
from planner.errors import NotFound
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.at_the_table import at_the_table
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 9, 30)  # UTC, naive; London wall time too
TODAY = date(2026, 11, 22)
LIBRARY = load()


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """A 1-2-1 being talked, with somebody known since May."""
    with store.transaction():
        person = store.people.add(a_person("Ana Ferreira"))
        held = a_meeting(person.id, NOW - timedelta(days=192), state=State.HELD)
        store.meetings.add(summed_up(held))
        for kind, text, day in (
            (FactKind.DISLIKE, "Early calls", 1),
            (FactKind.DOES, "Weddings", 2),
            (FactKind.DOES, "Weddings and weekly office flowers", 3),
            (FactKind.PRIVATE, "Between us", 4),
        ):
            fact = Fact(person=person.id, kind=kind, text=text, noted_on=date(2026, 5, day))
            store.facts.add(fact)
        store.promises.add(Promise(person=person.id, text="Undated"))
        store.promises.add(Promise(person=person.id, text="Two names", due=date(2026, 11, 1)))
        store.promises.add(Promise(person=person.id, text="Done", done_on=date(2026, 6, 1)))
        planned = store.meetings.add(a_meeting(person.id, NOW))
    hold.begin(store, LIBRARY, planned.id, NOW)
    return store.meetings.get(planned.id)


def summed_up(meeting: Meeting) -> Meeting:
    return replace(meeting, summary="Was hiring a driver")


def test_what_is_known_stands_by_kind_the_newest_first(store: Store, meeting: Meeting) -> None:
    table = at_the_table(store, LIBRARY, meeting.id, TODAY)
    assert [fact.text for fact in table.known] == [
        "Weddings and weekly office flowers",
        "Weddings",
        "Early calls",
    ]
    assert table.person.name == "Ana Ferreira"


def test_private_notes_are_not_shown_at_the_table(store: Store, meeting: Meeting) -> None:
    assert all(not fact.private for fact in at_the_table(store, LIBRARY, meeting.id, TODAY).known)
    told = "A driver, but between us"
    with store.transaction():
        (held,) = [one for one in store.meetings.of_person(meeting.person) if one.summary]
        store.meetings.update(replace(held, summary=told))
        store.facts.add(Fact(person=meeting.person, kind=FactKind.NOTE, text=told))
        store.promises.add(Promise(person=meeting.person, text=told))
        store.touches.add(Touch(person=meeting.person, day=TODAY, note=told))
    table = at_the_table(store, LIBRARY, meeting.id, TODAY)
    assert told not in [one.text for one in (*table.known, *table.owed)]
    assert table.last is not None and table.last.text == ""


def test_open_promises_stand_due_first_and_the_last_time_with_them(
    store: Store, meeting: Meeting
) -> None:
    table = at_the_table(store, LIBRARY, meeting.id, TODAY)
    assert [promise.text for promise in table.owed] == ["Two names", "Undated"]
    assert table.last is not None
    assert (table.last.day, table.last.text) == (date(2026, 5, 14), "Was hiring a driver")


def test_what_is_kept_on_the_way_stands_apart(store: Store, meeting: Meeting) -> None:
    hold.capture_promise(store, meeting.id, True, "Landlord contact", date(2026, 11, 27), TODAY)
    hold.capture_fact(store, meeting.id, FactKind.LIKE, "Open-water swimming", TODAY)
    hold.capture_fact(store, meeting.id, FactKind.PRIVATE, "Worried about the lease", TODAY)
    table = at_the_table(store, LIBRARY, meeting.id, TODAY)
    assert [promise.text for promise in table.promises] == ["Landlord contact"]
    assert [fact.text for fact in table.learned] == [
        "Open-water swimming",
        "Worried about the lease",
    ]
    assert "Landlord contact" not in [promise.text for promise in table.owed]
    assert "Open-water swimming" not in [fact.text for fact in table.known]


def test_before_it_is_begun_nothing_was_kept_yet(store: Store, meeting: Meeting) -> None:
    with store.transaction():
        other = store.meetings.add(a_meeting(meeting.person, NOW + timedelta(days=7)))
    table = at_the_table(store, LIBRARY, other.id, TODAY)
    assert (table.promises, table.learned) == ((), ())


def test_a_meeting_that_is_gone_is_refused(store: Store) -> None:
    with pytest.raises(NotFound):
        at_the_table(store, LIBRARY, 99, TODAY)
