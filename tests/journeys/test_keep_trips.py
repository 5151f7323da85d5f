"""Trips: added, changed and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.trips import Trip
from planner.errors import NotFound, PlannerError
from planner.journeys.keep_trips import (
    add_trip,
    all_trips,
    edit_trip,
    remove_trip,
    towns_to_offer,
)
from planner.storage.store import Store
from tests.builders import TODAY, a_person


def trip(city: str = "Manchester", starts: int = 3, ends: int = 4, month: int = 12) -> Trip:
    return Trip(city=city, starts=date(2026, month, starts), ends=date(2026, month, ends))


def test_a_trip_is_kept_tidily_and_taken_back(store: Store) -> None:
    change, kept = add_trip(store, trip(" New   York "))
    assert store.trips.get(kept.id) == kept == replace(trip("New York"), id=kept.id)
    store.revert(change)
    assert store.trips.all() == []
    store.reapply(change)
    assert store.trips.all() == [kept]


def test_a_trip_is_changed_and_removed_and_both_taken_back(store: Store) -> None:
    _, kept = add_trip(store, trip())
    longer = replace(kept, ends=date(2026, 12, 6))
    edited = edit_trip(store, longer)
    assert store.trips.get(kept.id) == longer
    removed = remove_trip(store, kept.id)
    assert store.trips.all() == []
    store.revert(removed)
    store.revert(edited)
    assert store.trips.all() == [kept]
    with pytest.raises(NotFound, match="This trip"):
        remove_trip(store, kept.id + 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [(trip(ends=2), "cannot be before the first"), (trip("  "), "needs the town")],
)
def test_what_cannot_be_is_refused(store: Store, wrong: Trip, said: str) -> None:
    with pytest.raises(PlannerError, match=said):
        add_trip(store, wrong)
    _, kept = add_trip(store, trip())
    with pytest.raises(PlannerError, match=said):
        edit_trip(store, replace(wrong, id=kept.id))
    assert store.trips.all() == [kept]


def test_a_trip_may_last_a_day_and_may_be_over(store: Store) -> None:
    add_trip(store, trip(ends=3))
    add_trip(store, trip("Paris", month=3))
    assert len(store.trips.all()) == 2


def test_those_to_come_soonest_first_and_those_over_latest_first(store: Store) -> None:
    for one in (
        trip("Oslo", 20, 21), trip("Here", 20, 22, month=11), trip("Rome", 1, 9, month=3),
        trip("Bath", 1, 21, month=11), trip("Cork"),
    ):  # fmt: skip
        add_trip(store, one)
    trips = all_trips(store, TODAY)
    assert [one.city for one in trips.coming] == ["Here", "Cork", "Oslo"]
    assert [one.city for one in trips.over] == ["Bath", "Rome"]


def test_towns_of_the_users_people_are_offered_first(store: Store) -> None:
    with store.transaction():
        store.people.add_many(
            a_person(f"Person {n}", city=city)
            for n, city in enumerate(("York", "Upper Nowhere", "York", "", "München"))
        )
    offered = towns_to_offer(store)
    assert offered[:4] == ["York", "München", "Upper Nowhere", "Shanghai"]
    assert offered.count("York") == 1
    assert "Manchester" in offered
