"""The times there are to choose from for a 1-2-1 with somebody, and what is left out of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from planner.domain.best_times import best
from planner.domain.busy import BusyTime
from planner.domain.diary import EMPTY, Diary
from planner.domain.me import Me
from planner.domain.meetings import Meeting, Place
from planner.domain.people import Person
from planner.domain.slots import Slot
from planner.domain.trips import Stay
from planner.domain.wall_time import instants
from planner.domain.week import full_weeks, monday_of
from planner.domain.wishes import PartOfDay, Wish, narrowed
from planner.journeys.days_away import days_of, suiting, without_rest
from planner.journeys.free_times import counted, free_times, meetings_ahead, remembered
from planner.storage.store import Store

COARSE, FINE = 60, 30  # minutes between two times on offer: the whole day, or a part of it
AHEAD = 10  # working days of which the best times are picked


@dataclass(frozen=True, slots=True)
class Looking:
    """What times are looked for."""

    me: Me  # the zone is where the user is at home
    wish: Wish
    now: datetime  # UTC, naive
    moving: int = 0  # the 1-2-1 being moved, by id: it takes up no time
    stays: tuple[Stay, ...] = ()  # trips away from home
    diary: Diary = EMPTY
    full_too: bool = False  # also in weeks with as many 1-2-1s as wanted
    step: int = 0  # minutes between two times; 0: as suits the part of the day

    def stay_on(self, day: date) -> Stay | None:
        """The trip the user is on that day: one that leads to the person before others."""
        on = [stay for stay in self.stays if day in stay]
        return next((stay for stay in on if stay.near), on[-1] if on else None)

    def zone_on(self, day: date) -> str:
        """Where the user is on a day."""
        stay = self.stay_on(day)
        return self.me.zone if stay is None else stay.zone


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Days that are not offered, though the user meets people on them as a rule."""

    days_off: Mapping[date, str] = field(default_factory=dict)  # each with its name
    full: Mapping[date, int] = field(default_factory=dict)  # weeks by Monday: how many 1-2-1s
    away: Mapping[date, str] = field(default_factory=dict)  # days on a trip, each with the town

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (
            day in self.days_off or day in self.away or monday_of(day) in self.full
        )


def times(
    store: Store, looking: Looking, first: date, days: int, until: date = date.max
) -> tuple[Slot, ...]:
    """Starts for the wished 1-2-1 on the next working days, in the part of the day wished for.

    On a trip they are by the clock there. Days of one are none for a 1-2-1 that is neither online
    nor near it; one that leads to them has hours on each of its days.
    """
    wish, place = looking.wish, place_wished(store, looking.wish)
    away = _away(store, looking, place, first)
    found: list[Slot] = []
    for begins, ends, stay in _stretches(looking, first):
        week = looking.me.week if stay is None or not stay.near else without_rest(looking.me.week)
        left = days - len({slot.starts.date() for slot in found})
        if left <= 0 or begins > until:
            break
        found += free_times(
            store,
            replace(looking.me, week=narrowed(week, wish.part)),
            begins,
            left,
            wish.minutes,
            looking.now,
            step_minutes=looking.step or (COARSE if wish.part is PartOfDay.ANY else FINE),
            moving=looking.moving,
            zone=looking.zone_on(begins),
            place=place,
            diary=looking.diary,
            until=min(ends, until),
            full_too=looking.full_too,
            away=away,
        )
    return tuple(found)


def best_times(
    store: Store,
    looking: Looking,
    first: date,
    count: int,
    their_zone: str = "",
    until: date = date.max,
) -> tuple[Slot, ...]:
    """The best few of the next working days for both; `planner.domain.best_times` says how."""
    free = times(store, looking, first, AHEAD, until)
    return best(free, count, looking.wish.minutes, their_zone)


def passed_over(store: Store, looking: Looking, first: date) -> PassedOver:
    """What of the days from `first` on is left out."""
    days_off = {
        day: name
        for day, name in looking.diary.days_off.items()
        if day >= first and looking.me.week[day.weekday()].open
    }
    on_trips = _away(store, looking, place_wished(store, looking.wish), first)
    away = {day: city for day, city in on_trips.items() if looking.me.week[day.weekday()].open}
    if looking.full_too:
        return PassedOver(days_off, away=away)
    ahead = meetings_ahead(store, first, looking.moving)
    return PassedOver(days_off, full_weeks(counted(ahead), looking.me.per_week), away)


def place_wished(store: Store, wish: Wish) -> Place | None:
    """The place of a wish, with what is remembered or wished of it; None for none yet."""
    place = remembered(store)(wish.place)
    if place is None or place.id:
        return place
    return replace(place, neutral=wish.neutral)


def taken_by(
    store: Store, looking: Looking, slots: Sequence[Slot]
) -> dict[Slot, Person | BusyTime | None]:
    """Of those not free, what is on: a 1-2-1 with whom, or what a calendar says.

    None where it is only the way there or back that there is no time for.
    """
    taken = [slot for slot in slots if not slot.free]
    if not taken:
        return {}
    length = timedelta(minutes=looking.wish.minutes)
    spans = {slot: (at := instants(slot.starts, slot.zone)[0], at + length) for slot in taken}
    first, last = min(at for at, _ in spans.values()), max(over for _, over in spans.values())
    planned = [each for each in store.meetings.between(first, last) if each.planned]
    planned = [each for each in planned if each.id != looking.moving]
    people = store.people.some({each.person for each in planned})
    ours = store.meetings.uids() if looking.diary else frozenset()

    def what(begins: datetime, ends: datetime) -> Person | BusyTime | None:
        for meeting in planned:
            if meeting.starts_utc < ends and meeting.ends_utc > begins:
                return people.get(meeting.person)
        return next(looking.diary.others(begins, ends, ours), None)

    return {slot: what(*span) for slot, span in spans.items()}


def clashes(
    store: Store, starts: datetime, zone: str, minutes: int, moving: int = 0
) -> tuple[tuple[Meeting, Person], ...]:
    """The planned 1-2-1s at that time (wall time in `zone`), each with whom it is."""
    begins = instants(starts, zone)
    if not begins:
        return ()
    found = [
        meeting
        for meeting in store.meetings.between(begins[0], begins[0] + timedelta(minutes=minutes))
        if meeting.planned and meeting.id != moving
    ]
    people = store.people.some({meeting.person for meeting in found})
    return tuple((meeting, people[meeting.person]) for meeting in found if meeting.person in people)


def on_then(
    store: Store, diary: Diary, starts: datetime, zone: str, minutes: int
) -> tuple[BusyTime, ...]:
    """What the calendars say is on at that time, the user's 1-2-1s not among it."""
    begins = instants(starts, zone)
    if not begins or not diary:
        return ()
    ends = begins[0] + timedelta(minutes=minutes)
    return tuple(diary.others(begins[0], ends, store.meetings.uids()))


def away_on(store: Store, looking: Looking, day: date) -> str:
    """The town the user is in that day, too far away for the wished 1-2-1; "" for none."""
    if looking.stay_on(day) is None:
        return ""
    return _away(store, looking, place_wished(store, looking.wish), day).get(day, "")


def _away(store: Store, looking: Looking, place: Place | None, first: date) -> dict[date, str]:
    """The days from `first` on on which the user is too far away, each with the town."""
    if not looking.stays:
        return {}
    can, cannot = suiting(store, looking.me, looking.stays, place)
    reached = {day for day, _ in days_of(can, first)}
    return {day: stay.city for day, stay in days_of(cannot, first) if day not in reached}


def _stretches(looking: Looking, first: date) -> Iterator[tuple[date, date, Stay | None]]:
    """The days from `first` on, in one place each: first, last, the trip or None at home."""
    a_day = timedelta(days=1)
    turns = {first}
    for stay in looking.stays:
        turns |= {stay.first, stay.last + a_day if stay.last < date.max else stay.first}
    begins = sorted(day for day in turns if day >= first)
    ends = [*(day - a_day for day in begins[1:]), date.max]
    for begun, over in zip(begins, ends, strict=True):
        yield begun, over, looking.stay_on(begun)
