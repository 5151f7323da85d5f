"""Several 1-2-1s in one go: back to back on one day, or over the days of a trip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from planner.domain.aims import propose
from planner.domain.busy import BusyTime
from planner.domain.changes import Change
from planner.domain.known_places import offered
from planner.domain.me import Hours, Me
from planner.domain.meetings import Meeting, Place, place_of
from planner.domain.one_to_one_day import Day, Sitting, Taken, Wished, in_order, schedule
from planner.domain.people import Person
from planner.domain.travel import way
from planner.domain.trips import Trip
from planner.domain.wall_time import is_zone
from planner.domain.week import full_weeks, monday_of
from planner.domain.wishes import USUAL_MINUTES
from planner.errors import PlannerError
from planner.journeys.days_away import USUAL_HOURS
from planner.journeys.free_times import counted, meetings_ahead, remembered
from planner.journeys.look_through_people import everybody
from planner.journeys.plan_meeting import plan
from planner.journeys.plan_page import say_neutral
from planner.journeys.suggest_people import suggest
from planner.journeys.when_and_where import known_places
from planner.journeys.who_is_there import everybody_there
from planner.storage.store import Store

SUGGESTED = 12  # people who come first among those to choose from
LONGEST = 31  # days of a trip that are planned in one go
LOOKED_AHEAD = 21  # days among which the next with working hours is: a holiday is over by then
PAUSES = (0, 5, 10, 15, 30, 45)  # minutes on offer between two 1-2-1s
USUAL_PAUSE = 15  # minutes: to note what was said, and to be on time for the next
MOST_A_DAY = 4  # on a trip at first; more tire whoever is to listen. Our choice.


class Whom(NamedTuple):
    """Whom to choose from, and what is to be known of the place."""

    people: tuple[Person, ...] = ()  # the best first
    planned: frozenset[int] = frozenset()  # who has a 1-2-1 to come
    zone: str = ""  # of the trip's town; "" where it is not known, or there is no trip
    places: tuple[Place, ...] = ()  # best first; on a trip those there


@dataclass(frozen=True, slots=True)
class Row:
    """One 1-2-1 of the day; what is None or "" is as for the others."""

    person: int
    starts: datetime | None = None  # wall time the user chose
    day: date | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class DayWish:
    """What stands in the window in which a 1-2-1 day is planned; wall times in `zone`."""

    zone: str
    first_day: date
    last_day: date
    first: time = USUAL_HOURS.starts
    last: time = USUAL_HOURS.ends
    minutes: int = USUAL_MINUTES
    pause: int = USUAL_PAUSE
    at_most: int = MOST_A_DAY
    place: str = ""
    neutral: bool = True  # of a place that is new
    rows: tuple[Row, ...] = ()

    @property
    def days(self) -> int:
        return (self.last_day - self.first_day).days + 1

    def place_of(self, row: Row) -> str:
        """Where one of the 1-2-1s is, as the invitation says it."""
        return " ".join((row.place or self.place).split())


def whom_to_meet(store: Store, today: date, now: datetime, trip: Trip | None = None) -> Whom:
    """Those suggested first, then everybody by name; for a trip all who live there or near.

    It takes a moment with many people. `now` is UTC, naive.
    """
    me = store.me.get()
    planned = frozenset(one.person for one in store.meetings.planned() if one.ends_utc > now)
    if trip is not None:
        there = everybody_there(store, trip, today)
        town = store.surroundings(me).town(trip.city)
        zone = town.zone if town is not None and is_zone(town.zone) else ""
        return Whom(there.people, planned, zone, _places_in(store, me, trip))
    best = tuple(one.person for one in suggest(store, today, SUGGESTED).entries)
    ids = {person.id for person in best}
    others = tuple(person for person in everybody(store) if person.id not in ids)
    return Whom((*best, *others), planned, "", offered(known_places(store), 0))


def usual_wish(store: Store, me: Me, today: date, zone: str, trip: Trip | None = None) -> DayWish:
    """What the window begins with: the next day on which the user meets, or the trip's days."""
    if trip is None:
        day = next_open_day(me, today + timedelta(days=1))
        last = day
    else:
        day = max(trip.starts, today)
        last = min(max(trip.ends, day), day + timedelta(days=LONGEST - 1))
    hours = hours_on(me, day)
    return DayWish(zone, day, last, hours.starts, hours.ends)


def next_open_day(me: Me, first: date, days_off: Iterable[date] = ()) -> date:
    """The first day from `first` on with working hours; `first` when a week has none."""
    off = frozenset(days_off)
    days = (first + timedelta(days=ahead) for ahead in range(LOOKED_AHEAD))
    return next((day for day in days if me.week[day.weekday()].open and day not in off), first)


def hours_on(me: Me, day: date) -> Hours:
    """The user's hours on a day, or the usual ones when they do not meet on such a day."""
    hours = me.week[day.weekday()]
    return hours if hours.open else USUAL_HOURS


def arrange(
    store: Store, me: Me, wish: DayWish, busy: Iterable[BusyTime], now: datetime
) -> tuple[Sitting, ...]:
    """When each of the wished is, around planned 1-2-1s and what is `busy`, in order of time.

    Time is kept free for the way, by kind of place. `now` is UTC, naive.
    """
    meant = remembered(store)
    rows = []
    for row in wish.rows:
        where = wish.place_of(row)
        place = meant(where)
        if place is not None and not place.id and not place.online:
            place = replace(place, neutral=wish.neutral)
        rows.append(
            Wished(
                row.person,
                wish.minutes,
                place.label if place is not None and not place.online else "",
                _minutes(me, place),
                row.starts,
                row.day,
            )
        )
    days = [
        Day(wish.first_day + timedelta(days=n), wish.first, wish.last)
        for n in range(min(wish.days, LONGEST))
    ]
    taken = tuple(taken_then(store, me, wish, busy))
    at_most = wish.at_most if wish.days > 1 else 0
    found = schedule(rows, days, wish.zone, pause=wish.pause, at_most=at_most, taken=taken, now=now)
    return in_order(found)


def taken_then(store: Store, me: Me, wish: DayWish, busy: Iterable[BusyTime]) -> Iterator[Taken]:
    """What is on in the wish's days: planned 1-2-1s, and what the user's calendars say.

    A 1-2-1 of ours that stands in a calendar too is told once, as the library has it.
    """
    # Wall time in any zone is within a day of UTC.
    begins = datetime.combine(wish.first_day, time()) - timedelta(days=1)
    ends = datetime.combine(wish.last_day, time()) + timedelta(days=2)
    meant = remembered(store)
    ours = [one for one in store.meetings.between(begins, ends) if one.planned]
    people = store.people.some({one.person for one in ours})
    for one in ours:
        place = meant(one.place)
        name = people[one.person].name if one.person in people else ""
        at = place.label if place is not None and not place.online else ""
        yield Taken(one.starts_utc, one.ends_utc, name, at, _minutes(me, place))
    uids = store.meetings.uids()
    for each in busy:
        if each.end > begins and each.start < ends and not (each.uid and each.uid in uids):
            yield Taken(each.start, each.end, each.title)


def beyond_week(store: Store, me: Me, sittings: Iterable[Sitting]) -> tuple[tuple[date, int], ...]:
    """The weeks of these with more 1-2-1s than the user wants: each Monday, and how many then."""
    days = [one.starts.date() for one in sittings if one.starts is not None]
    if not days:
        return ()
    every = (*counted(meetings_ahead(store, min(days), 0)), *days)
    mondays = set(map(monday_of, days))
    full = full_weeks(every, me.per_week + 1)
    return tuple(sorted((monday, n) for monday, n in full.items() if monday in mondays))


def plan_day(
    store: Store, wish: DayWish, sittings: Sequence[Sitting], now: datetime
) -> tuple[Change, tuple[Meeting, ...]]:
    """Plans all of them, or none, as one step of undo; each has its invitation drafted.

    `now` is UTC, naive. PlannerError in words for a time that cannot be, or where one is missing.
    """
    places = {row.person: wish.place_of(row) for row in wish.rows}
    made = []
    if not sittings:
        raise PlannerError("Nobody is chosen for these 1-2-1s. Choose somebody first.")
    with store.transaction() as work:
        me = store.me.get()
        for wished, starts, *_ in sittings:
            person = store.people.get(wished.person)
            if starts is None:
                more = (
                    "longer hours or another day" if wish.days == 1 else "more days or longer hours"
                )
                raise PlannerError(
                    f"There is no time left for {person.name}. Choose one, {more}, or leave them "
                    "out."
                )
            facts = store.facts.of_person(person.id)
            aims = propose(person, facts, store.promises.of_person(person.id), me)
            place = places.get(person.id, "")
            told = (wished.minutes, place, aims.learn, aims.give, aims.ask, None)
            made.append(plan(store, person.id, starts, wish.zone, *told, now)[1])
        if wish.place and not place_of(wish.place).online:
            say_neutral(store, wish.place, wish.neutral)
    return work.change, tuple(made)


def _places_in(store: Store, me: Me, trip: Trip) -> tuple[Place, ...]:
    """Remembered places in a trip's town or near it, and online ones after them."""
    near = store.surroundings(me).near_any((trip.city,))
    every = offered(known_places(store), 0, trip.city)

    def there(place: Place) -> bool:
        towns = (part.strip() for part in place.address.split(","))
        return not place.online and any(near(town) for town in towns if town)

    return (*filter(there, every), *(place for place in every if place.online))


def _minutes(me: Me, place: Place | None) -> int:
    return int(way(me, place).total_seconds()) // 60
