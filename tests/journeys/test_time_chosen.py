"""By which clock a time is meant, and what speaks against it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from planner.domain.me import Me
from planner.domain.people import Person
from planner.domain.trips import Trip
from planner.journeys.busy_times import name_calendar
from planner.journeys.plan_meeting import plan
from planner.journeys.time_chosen import Against, against, zone_then
from planner.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 30)
LONDON, NEW_YORK = "Europe/London", "America/New_York"
SAM = Me(name="Sam Doyle", zone=LONDON, per_week=2, city="Leeds")
TRIP = date(2026, 12, 8)


@pytest.fixture
def nora(store: Store) -> Person:
    with store.transaction():
        store.me.put(SAM)
        store.trips.add(Trip(city="New York", starts=TRIP, ends=TRIP))
        return store.people.add(Person(name="Nora", city="New York"))


def test_the_clock_is_that_of_where_the_user_is(store: Store, nora: Person) -> None:
    assert zone_then(store, SAM, nora, TRIP) == NEW_YORK
    assert zone_then(store, SAM, nora, date(2026, 12, 9)) == LONDON


def test_its_own_time_is_nothing_against_it(store: Store, nora: Person) -> None:
    at = datetime(2026, 12, 2, 9)
    _, first = plan(store, nora.id, at, LONDON, 45, "", "", "", "", "", NOW)
    assert against(store, SAM, first, NOW) == Against()
    _, second = plan(store, nora.id, at, LONDON, 45, "", "", "", "", "", NOW)
    assert against(store, SAM, second, NOW) == Against(people=(nora,))
    _, third = plan(store, nora.id, at.replace(hour=11), LONDON, 45, "", "", "", "", "", NOW)
    assert against(store, SAM, third, NOW) == Against(full=2)


def test_elsewhere_on_that_day_and_a_calendar_that_is_gone(
    store: Store, nora: Person, tmp_path: Path
) -> None:
    name_calendar(store, str(tmp_path / "gone.ics"))
    with store.transaction():
        maya = store.people.add(Person(name="Maya", city="Leeds"))
    at = datetime(2026, 12, 8, 9)
    _, meeting = plan(store, maya.id, at, LONDON, 45, "The Wharf", "", "", "", "", NOW)
    found = against(store, SAM, meeting, NOW)
    assert found.away == "New York"
    assert "gone.ics" in found.problems[0]
