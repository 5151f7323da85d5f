"""Free times around what is planned, and the places to choose from."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.domain.me import Me
from planner.domain.meetings import Place, State
from planner.domain.people import Person
from planner.journeys.free_times import free_times
from planner.journeys.plan_meeting import cancel, mark, plan
from planner.journeys.when_and_where import place_suggestions, places_both_know
from planner.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 30)  # a Sunday
MONDAY = date(2026, 11, 23)
ME = Me(name="Sam", zone="Europe/Berlin", per_week=14, travel_neutral=0)


@pytest.fixture
def people(store: Store) -> list[Person]:
    with store.transaction():
        return store.people.add_many([Person(name="Maya"), Person(name="Jonas")])


def meet(store: Store, person: Person, starts: datetime, place: str = "", zone: str = "") -> int:
    told = (zone or "Europe/Berlin", 60, place, "", "", "", "")
    return plan(store, person.id, starts, *told, NOW)[1].id


def taken(store: Store, **wishes: int) -> list[str]:
    slots = free_times(store, ME, MONDAY, 1, 45, NOW, step_minutes=60, **wishes)
    assert len(slots) == 8
    return [f"{slot.starts:%H:%M}" for slot in slots if not slot.free]


def test_planned_meetings_are_taken_in_whatever_zone(store: Store, people: list[Person]) -> None:
    assert taken(store) == []
    meet(store, people[0], datetime(2026, 11, 23, 10))
    london = meet(store, people[1], datetime(2026, 11, 23, 13, 30), zone="Europe/London")
    assert taken(store) == ["10:00", "14:00", "15:00"]
    assert taken(store, moving=london) == ["10:00"]
    cancel(store, london, NOW)
    assert taken(store) == ["10:00"]


def test_days_off_are_left_out(store: Store) -> None:
    slots = free_times(store, ME, date(2026, 11, 22), 6, 45, NOW, step_minutes=480)
    days = [slot.starts.date() for slot in slots]
    assert days == [*(date(2026, 11, day) for day in range(23, 28)), date(2026, 11, 30)]


def test_places_where_the_two_met_come_first_then_neutral_ones(
    store: Store, people: list[Person]
) -> None:
    maya, jonas = people
    with store.transaction():
        store.places.add(Place(name="My office", neutral=False))
        store.places.add(Place(name="Aardvark Café"))
    for hour in (9, 11):
        held = meet(store, jonas, datetime(2026, 11, 3, hour), "Station Café")
        mark(store, held, State.HELD, NOW)
    mark(store, meet(store, jonas, datetime(2026, 11, 24, 13), "Online"), State.AGREED, NOW)
    mark(store, meet(store, maya, datetime(2026, 11, 2, 13), "The Wharf, Leeds"), State.HELD, NOW)
    names = [place.name for place in place_suggestions(store, maya.id)]
    assert names == ["The Wharf", "Station Café", "Aardvark Café", "Online", "My office"]
    names = [place.name for place in place_suggestions(store, jonas.id)]
    assert names[:2] == ["Station Café", "The Wharf"], "one only agreed makes no place known"


def test_a_place_just_typed_on_a_planned_1_2_1_is_not_known_to_both(
    store: Store, people: list[Person]
) -> None:
    maya, jonas = people
    held = meet(store, jonas, datetime(2026, 11, 3, 9), "The Wharf")
    mark(store, held, State.HELD, NOW)
    coming = meet(store, maya, datetime(2026, 11, 24, 13), "The Wharf")
    mark(store, coming, State.AGREED, NOW)
    assert places_both_know(store, maya.id) == frozenset()
    assert len(places_both_know(store, jonas.id)) == 1
