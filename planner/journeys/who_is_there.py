"""Those who live where the user will be soon, or is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from planner.domain.identity import name_order
from planner.domain.me import Me
from planner.domain.people import Person
from planner.domain.ranking import contenders, rank
from planner.domain.standing import Standing, standing
from planner.domain.trips import Trip
from planner.domain.week import monday_of
from planner.storage.store import Store

TRIPS_SHOWN = 2  # on Today: those that come next
SHOWN = 3  # people of each


class There(NamedTuple):
    """A trip and who lives there or near."""

    trip: Trip
    first: tuple[Person, ...]  # whom a 1-2-1 does most for; nobody who is planned or rests
    people: int  # everybody who lives there


class Lives(NamedTuple):
    """What is known of a town one might go to."""

    known: bool  # the table of towns has it; else cities are compared by how they read
    people: int  # who live there or near, and not near home
    home: bool  # it is where the user lives, or near


class Everybody(NamedTuple):
    """All who live there, and how each stands, by the person's id."""

    people: tuple[Person, ...]
    standings: Mapping[int, Standing]


def who_is_there(store: Store, today: date) -> tuple[There, ...] | None:
    """The next trips on which somebody can be met, each with the first of them; None for none.

    They are ranked as those on Today are; whoever lives near home as well is not among them.
    """
    me = store.me.get()
    found = (_there(store, me, trip, today) for trip in store.history.trips_in_sight(today))
    return tuple(there for there in found if there.first)[:TRIPS_SHOWN] or None


def everybody_there(store: Store, trip: Trip, today: date) -> Everybody:
    """All who live there or near, those whom a 1-2-1 does most for first, then by name."""
    me = store.me.get()
    ids = _living_there(store, me, trip)
    places = {
        person: place for place, person in enumerate(_ranked(store, me, ids, today, len(ids)))
    }
    people = sorted(
        store.people.some(ids).values(),
        key=lambda each: (places.get(each.id, len(ids)), name_order(each.name, each.id)),
    )
    signals = store.history.unjudged(me, today, ids)
    return Everybody(tuple(people), {of.person: standing(of) for of in signals})


def who_lives_in(store: Store, city: str) -> Lives:
    """Whether a trip to a town would lead to anybody."""
    me = store.me.get()
    surroundings = store.surroundings(me)
    return Lives(
        known=surroundings.town(city) is not None,
        people=len(_living_there(store, me, Trip(city=city))),
        home=bool(me.city.strip()) and surroundings.near(city, me.city),
    )


def trip_to(store: Store, person: Person, today: date) -> Trip | None:
    """The trip of these weeks that leads near somebody, if any does."""
    trips = store.history.trips_in_sight(today)
    return visits(store, store.me.get(), trips)(person.city) if trips else None


def visits(store: Store, me: Me, trips: Sequence[Trip]) -> Callable[[str], Trip | None]:
    """Tells of a city the first of these trips that leads near it, away from home."""
    surroundings = store.surroundings(me)
    near_home = surroundings.near_any([me.city] if me.city.strip() else [])
    near = [(surroundings.near_any((trip.city,)), trip) for trip in trips]

    def leads_to(city: str) -> Trip | None:
        if not city.strip() or near_home(city):
            return None
        return next((trip for near_trip, trip in near if near_trip(city)), None)

    return leads_to


def _there(store: Store, me: Me, trip: Trip, today: date) -> There:
    ids = _living_there(store, me, trip)
    first = _ranked(store, me, ids, today, SHOWN)
    people = store.people.some(first)
    return There(trip, tuple(people[person] for person in first), len(ids))


def _living_there(store: Store, me: Me, trip: Trip) -> list[int]:
    leads_to = visits(store, me, (trip,))
    cities = [city for city in store.people.cities() if leads_to(city)]
    return store.people.living_in(cities) if cities else []


def _ranked(store: Store, me: Me, ids: Sequence[int], today: date, count: int) -> list[int]:
    history = store.history
    people = history.unjudged(me, today, ids, as_of=monday_of(today))
    first = contenders(people, count, partial(history.fits, me))
    best = rank(history.judged(me, first), count)
    return [suggestion.person for suggestion in best]
