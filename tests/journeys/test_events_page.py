"""The page of groups and events: which nets were cast, and what came up in them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from planner.domain.groups import Attendance, Event, Group
from planner.domain.meetings import State
from planner.domain.met_names import Met
from planner.domain.people import Person
from planner.journeys.events_page import events_page
from planner.journeys.keep_events import add_event
from planner.journeys.keep_people import add_met_at, add_person
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person, many_people

MAY, AUTUMN = date(2026, 5, 21), date(2026, 10, 9)


@pytest.fixture
def people(store: Store) -> list[Person]:
    return [add_person(store, a_person(name))[1] for name in ("Ana", "Ben", "Cleo")]


def went_to(store: Store, group: str, day: date | None, *people: Person, **more: float) -> Event:
    met = [Met(person.name, person=person.id) for person in people]
    event = Event(day=day, **more)  # type: ignore[arg-type]
    return add_event(store, group, event, met, TODAY)[1]


def talked(store: Store, person: Person, day: date, state: State = State.HELD) -> None:
    at = datetime.combine(day, datetime.min.time()) + timedelta(hours=9)
    with store.transaction():
        store.meetings.add(a_meeting(person.id, at, state=state))


def test_an_empty_library_has_none(store: Store) -> None:
    assert not events_page(store, TODAY)


def test_a_group_tells_its_events_the_latest_first(store: Store, people: list[Person]) -> None:
    ana, ben, cleo = people
    went_to(store, "Chamber", MAY, ana, ben, hours=2, fee=18)
    went_to(store, "Chamber", AUTUMN, ana, cleo, hours=1.5, fee=20)
    (line,) = events_page(store, TODAY).groups
    assert [one.event.day for one in line.events] == [AUTUMN, MAY]
    assert [one.people for one in line.events] == [2, 2]
    assert (line.occasions, line.people, line.hours, line.fee) == (2, 3, 3.5, 38)
    assert (line.talked, line.talks) == (0, 0)


def test_what_came_of_it_is_what_was_held_since_they_were_met(
    store: Store, people: list[Person]
) -> None:
    ana, ben, cleo = people
    went_to(store, "Chamber", MAY, ana, ben)
    went_to(store, "Chamber", AUTUMN, ana, cleo)
    talked(store, ana, MAY + timedelta(days=7))
    talked(store, ana, AUTUMN)  # on the very day
    talked(store, ben, MAY - timedelta(days=1))  # they knew each other before
    talked(store, cleo, AUTUMN + timedelta(days=3), State.MISSED)
    (line,) = events_page(store, TODAY).groups
    assert (line.talked, line.talks) == (1, 2)
    assert [one.talked for one in line.events] == [1, 1]


def test_after_an_event_of_the_last_weeks_those_never_met_are_named(
    store: Store, people: list[Person]
) -> None:
    ana, ben, cleo = people
    talked(store, ben, AUTUMN - timedelta(days=1))
    talked(store, cleo, AUTUMN + timedelta(days=1))
    went_to(store, "Chamber", AUTUMN, ana, ben, cleo)
    went_to(store, "Chamber", MAY, ana, ben)
    talked(store, ben, AUTUMN - timedelta(days=90))  # somebody known before is none of them
    (line,) = events_page(store, TODAY).groups
    assert [(one.talked, one.never, one.waiting) for one in line.events] == [
        (1, 1, ("Ana",)),
        (1, 0, ()),
    ]
    (line,) = events_page(store, TODAY + timedelta(days=30)).groups
    assert not any(one.waiting for one in line.events)


def test_members_have_no_day_and_stand_last(store: Store, people: list[Person]) -> None:
    ana, ben, _ = people
    add_met_at(store, ana.id, "Circle")
    add_met_at(store, ben.id, "Circle")
    went_to(store, "Circle", MAY, ana)
    talked(store, ben, MAY - timedelta(days=30))
    (line,) = events_page(store, TODAY).groups
    assert [one.event.day for one in line.events] == [MAY, None]
    assert [(one.people, one.talked) for one in line.events] == [(1, 0), (2, 1)]
    assert (line.occasions, line.people, line.talked) == (1, 2, 1)


def test_lists_without_events_stand_apart_networks_first(
    store: Store, people: list[Person]
) -> None:
    for name in ("Conference", "LinkedIn", "Abbey"):
        add_met_at(store, people[0].id, name)
    went_to(store, "Zumba", MAY)
    went_to(store, "Chamber", AUTUMN)
    found = events_page(store, TODAY)
    assert [line.group.name for line in found.groups] == ["Chamber", "Zumba"]
    assert [line.group.name for line in found.lists] == ["LinkedIn", "Abbey", "Conference"]
    assert [line.online for line in found.lists] == [True, False, False]
    assert found.occasions == 2


def test_a_group_without_anything_is_a_list(store: Store) -> None:
    with store.transaction():
        store.groups.add(Group(name="Bare"))
    (line,) = events_page(store, TODAY).lists
    assert (line.group.name, line.people, line.events) == ("Bare", 0, ())


def test_ten_thousand_people_are_counted(store: Store) -> None:
    many_people(store, 10_000)
    with store.transaction():
        event = store.events.add(Event(group=store.groups.add(Group(name="LinkedIn")).id))
        store.attendance.add_many(
            Attendance(event=event.id, person=person.id) for person in store.people.all()[:8000]
        )
    (line,) = events_page(store, TODAY).lists
    assert (line.people, line.talked) == (8000, 4000)
