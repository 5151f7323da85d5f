"""When a 1-2-1 could be between two days, with what the user's calendars say as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.domain.best_times import best
from planner.domain.diary import Diary
from planner.domain.me import Me
from planner.domain.people import Person
from planner.domain.slots import STEP_MINUTES, Slot
from planner.domain.wall_time import wrong_with_zone
from planner.domain.wishes import Wish
from planner.errors import PlannerError
from planner.journeys.busy_times import BusyCalendars, calendars, own_addresses, read_calendars
from planner.journeys.days_away import stays
from planner.journeys.days_off import days_off
from planner.journeys.plan_times import Looking, PassedOver, passed_over, times
from planner.journeys.when_and_where import LONGEST, SHORTEST
from planner.storage.store import Store

BEST = 5  # times picked out of all
FEWEST_DAYS = 14  # looked at where nobody said until when
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Times:
    """What was found: free times in order, the best of them, and what was left out."""

    free: tuple[Slot, ...]
    best: frozenset[Slot]
    passed_over: PassedOver
    problems: tuple[str, ...]  # of calendars that could not be read, whole or in part


def times_between(
    store: Store,
    me: Me,
    person: Person | None,
    first: date,
    last: date,
    wish: Wish,
    now: datetime,
    *,
    full_too: bool = False,
    zone: str = "",
) -> Times:
    """The free times from `first` to `last`, half an hour apart from the day's opening hour.

    `me` with the zone the user is in. Days of a trip are by the clock there; they are none
    for a 1-2-1 that is neither online nor near it. With a `zone` named, all are by the clock
    there. PlannerError for days, a length or a zone that cannot be.
    """
    if last < first:
        raise PlannerError(f"{last} is before {first}: give the earlier day with --from.")
    if (last - first).days >= MOST_DAYS:
        raise PlannerError(f"From {first} to {last} is more than a year; ask for fewer days.")
    if not SHORTEST <= wish.minutes <= LONGEST:
        raise PlannerError(
            f"A 1-2-1 takes between {SHORTEST} minutes and {LONGEST // 60} hours, "
            f"not {wish.minutes} minutes."
        )
    if zone and (wrong := wrong_with_zone(zone)):
        raise PlannerError(wrong)
    read = _read(store, me, first, last)
    looking = Looking(
        replace(me, zone=zone or me.zone),
        wish,
        now,
        stays=() if zone else stays(store, me, person, first),
        diary=Diary(read.busy, days_off(store, me, first)),
        full_too=full_too,
        step=STEP_MINUTES,
    )
    found = times(store, looking, first, MOST_DAYS, last)
    free = tuple(slot for slot in found if slot.free)
    theirs = person.zone if person else ""
    return Times(
        free,
        frozenset(best(free, BEST, wish.minutes, theirs)),
        passed_over(store, looking, first),
        tuple(_problems(read)),
    )


def _read(store: Store, me: Me, first: date, last: date) -> BusyCalendars:
    """The calendars named; two days more on either side, for whatever zone and the way there."""
    around = timedelta(days=2)
    begins, ends = (datetime.combine(day, time.min) for day in (first, last))
    span = (begins - around, ends + around)
    return read_calendars(calendars(store), me.zone, *span, own_addresses(me))


def _problems(read: BusyCalendars) -> Iterator[str]:
    yield from read.problems
    for file in read.files:
        if count := len(file.skipped):
            said, stands = (
                ("1 thing", "it stands") if count == 1 else (f"{count} things", "they stand")
            )
            yield f"{said} in {file.file} could not be read as {stands}; busy tells of each."
