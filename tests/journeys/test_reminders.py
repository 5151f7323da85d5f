"""Reminders on a real library: said once, remembered there, forgotten when none can come."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from planner.domain.me import Me
from planner.domain.meetings import Meeting, State
from planner.guides.library import load
from planner.journeys.plan_meeting import mark, reschedule
from planner.journeys.prepare_meeting import prepare_meeting
from planner.journeys.reminders import Wish, choose, due_now, note_said, wants
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

LONDON = "Europe/London"
NOON = datetime(2026, 11, 23, 12, 0)
TOMORROW = datetime(2026, 11, 24, 8, 30)


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        store.me.put(Me(name="Sam", zone=LONDON, ready=True))
        maya = store.people.add(a_person())
        return store.meetings.add(a_meeting(maya.id, TOMORROW))


def told(store: Store, now: datetime) -> list[tuple[str, str, bool]]:
    return [
        (one.reminder.occasion.value, one.person.name, one.said)
        for one in due_now(store, now, LONDON).reminders
    ]


def say(store: Store, now: datetime) -> None:
    note_said(store, [one.reminder for one in due_now(store, now, LONDON).reminders], now)


def test_what_was_said_is_remembered_in_the_library(store: Store, meeting: Meeting) -> None:
    assert told(store, NOON) == [("prepare", "Maya Okafor", False)]
    say(store, NOON)
    with store.another() as later:
        assert told(later, NOON) == [("prepare", "Maya Okafor", True)]
    assert told(store, TOMORROW - timedelta(minutes=5)) == [("soon", "Maya Okafor", False)]


def test_said_twice_changes_nothing(store: Store, meeting: Meeting) -> None:
    found = [one.reminder for one in due_now(store, NOON, LONDON).reminders]
    assert note_said(store, found, NOON)
    assert not note_said(store, found, NOON)


def test_moved_it_is_reminded_of_anew(store: Store, meeting: Meeting) -> None:
    say(store, NOON)
    reschedule(
        store,
        meeting.id,
        starts=TOMORROW + timedelta(days=7),
        zone=LONDON,
        minutes=45,
        place="",
        now=NOON,
    )
    assert told(store, NOON) == []
    assert told(store, NOON + timedelta(days=7)) == [("prepare", "Maya Okafor", False)]


def test_what_is_settled_is_forgotten(store: Store, meeting: Meeting) -> None:
    say(store, NOON)
    kept = store.settings.get("reminded of")
    assert kept
    mark(store, meeting.id, State.HELD, TOMORROW)
    with store.transaction():
        ben = store.people.add(a_person("Ben Kane"))
        store.meetings.add(a_meeting(ben.id, TOMORROW + timedelta(days=1)))
    say(store, NOON + timedelta(days=1))
    assert "prepare/2/" in store.settings.get("reminded of")
    assert kept not in store.settings.get("reminded of")


def test_the_clock_set_forward_and_back_says_nothing_again(store: Store, meeting: Meeting) -> None:
    say(store, NOON)
    say(store, NOON + timedelta(days=30))
    assert told(store, NOON) == [("prepare", "Maya Okafor", True)]


def test_what_is_prepared_is_not_reminded_of(store: Store, meeting: Meeting) -> None:
    change, _ = prepare_meeting(store, load(), meeting.id)
    assert told(store, NOON) == []
    store.revert(change)
    assert told(store, NOON) == [("prepare", "Maya Okafor", False)]
    prepare_meeting(store, load(), meeting.id)
    assert told(store, TOMORROW - timedelta(minutes=20)) == [("soon", "Maya Okafor", False)]


def test_of_everybody_but_nobody_that_is_gone(store: Store, meeting: Meeting) -> None:
    with store.transaction():
        store.people.remove(meeting.person)
    assert told(store, NOON) == []


def test_the_user_may_want_none(store: Store, meeting: Meeting) -> None:
    assert all(wants(store, wish) for wish in Wish)
    choose(store, Wish.INSIDE, False)
    assert told(store, NOON) == []
    change = choose(store, Wish.INSIDE, True)
    assert told(store, NOON) == [("prepare", "Maya Okafor", False)]
    store.revert(change)
    assert told(store, NOON) == []


def test_how_to_be_told_on_the_desktop(store: Store, meeting: Meeting) -> None:
    choose(store, Wish.NAMES, False)
    found = due_now(store, NOON, LONDON)
    assert (found.desktop, found.names) == (True, False)
    choose(store, Wish.DESKTOP, False)
    assert not due_now(store, NOON, LONDON).desktop


def test_each_of_a_hundred_forgotten_ones_is_looked_at_for_four_days(store: Store) -> None:
    with store.transaction():
        people = store.people.add_many(a_person(f"P{n}") for n in range(100))
        store.meetings.add_many(
            replace(a_meeting(one.id, TOMORROW - timedelta(days=n)), uid=f"u{n}")
            for n, one in enumerate(people, 1)
        )
    assert len(told(store, TOMORROW)) == 4
