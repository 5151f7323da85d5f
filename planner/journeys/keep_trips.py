"""Where the user will be, and when: trips are added, changed and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from planner.domain.changes import Change
from planner.domain.trips import Trip
from planner.errors import PlannerError
from planner.storage.store import Store


class AllTrips(NamedTuple):
    """Every trip: those to come or under way soonest first, those over the latest first."""

    coming: tuple[Trip, ...] = ()
    over: tuple[Trip, ...] = ()


def all_trips(store: Store, today: date) -> AllTrips:
    trips = store.trips.all()
    return AllTrips(
        tuple(trip for trip in trips if trip.ends >= today),
        tuple(trip for trip in reversed(trips) if trip.ends < today),
    )


def add_trip(store: Store, trip: Trip) -> tuple[Change, Trip]:
    """Notes where the user will be; one that is over may be noted as well."""
    tidy = _in_order(trip)
    with store.transaction() as work:
        kept = store.trips.add(tidy)
    return work.change, kept


def edit_trip(store: Store, trip: Trip) -> Change:
    tidy = _in_order(trip)
    with store.transaction() as work:
        store.trips.update(tidy)
    return work.change


def remove_trip(store: Store, trip_id: int) -> Change:
    with store.transaction() as work:
        store.trips.remove(trip_id)
    return work.change


def towns_to_offer(store: Store) -> list[str]:
    """Towns to pick from: those the user's people live in first, most people first, then others."""
    me = store.me.get()
    theirs = store.people.cities()
    known = {city.lower() for city in theirs}
    every = store.surroundings(me).labels
    return [*theirs, *(town for town in every if town.lower() not in known)]


def _in_order(trip: Trip) -> Trip:
    city = " ".join(trip.city.split())
    if not city:
        raise PlannerError("A trip needs the town you will be in.")
    if trip.ends < trip.starts:
        raise PlannerError("The last day of a trip cannot be before the first. Change one of them.")
    return replace(trip, city=city)
