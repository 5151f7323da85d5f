"""Days on trips: where the user is then, and which 1-2-1s can be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planner.domain.me import Hours, Me
from planner.domain.meetings import Place
from planner.domain.people import Person
from planner.domain.trips import Stay
from planner.domain.wall_time import is_zone
from planner.journeys.who_is_there import visits
from planner.storage.store import Store

LONGEST = 400  # days of a trip that are looked at: more than a year ahead nobody plans
USUAL_HOURS = Hours()  # on a trip, of a weekday on which the user does not meet otherwise


def stays(store: Store, me: Me, person: Person | None, first: date) -> tuple[Stay, ...]:
    """The trips that lead away from home and are not over by `first`, soonest first.

    Each tells whether it leads near the person; of nobody in particular none does.
    """
    trips = [trip for trip in store.trips.all() if trip.ends >= first]
    if not trips:
        return ()
    surroundings = store.surroundings(me)
    near_home = surroundings.near_any([me.city] if me.city.strip() else [])
    found = []
    for trip in sorted(trips, key=lambda trip: (trip.starts, trip.id)):
        if near_home(trip.city):
            continue
        town = surroundings.town(trip.city)
        zone = town.zone if town is not None and is_zone(town.zone) else me.zone
        near = person is not None and visits(store, me, (trip,))(person.city) is not None
        found.append(Stay(trip.city, trip.starts, trip.ends, zone, near))
    return tuple(found)


def suiting(
    store: Store, me: Me, found: Sequence[Stay], place: Place | None
) -> tuple[tuple[Stay, ...], tuple[Stay, ...]]:
    """Those on which a 1-2-1 at `place` can be, and those on which it cannot.

    It can online, with somebody who lives near, or at a place near.
    """
    if place is not None and place.online:
        return tuple(found), ()
    can = [stay for stay in found if stay.near or _is_near(store, me, stay, place)]
    return tuple(can), tuple(stay for stay in found if stay not in can)


def days_of(found: Sequence[Stay], first: date) -> Iterator[tuple[date, Stay]]:
    """Each of their days from `first` on, with whose it is."""
    for stay in found:
        day = max(stay.first, first)
        for n in range(min((stay.last - day).days + 1, LONGEST)):
            yield day + timedelta(days=n), stay


def without_rest(week: Sequence[Hours]) -> tuple[Hours, ...]:
    """The week's hours on a trip that leads to somebody: each day of it is there to meet."""
    return tuple(hours if hours.open else USUAL_HOURS for hours in week)


def _is_near(store: Store, me: Me, stay: Stay, place: Place | None) -> bool:
    towns = [part.strip() for part in place.address.split(",")] if place is not None else []
    near = store.surroundings(me).near_any((stay.city,))
    return any(near(town) for town in towns if town)
