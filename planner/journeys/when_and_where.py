"""When and where a 1-2-1 can be: free times, remembered places, and times that cannot be."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from planner.domain.me import Me
from planner.domain.meetings import Place, place_of
from planner.domain.slots import STEP_MINUTES, Slot, free_slots
from planner.domain.spoken import spoken_day
from planner.domain.wall_time import instants, wrong_with_zone
from planner.errors import PlannerError
from planner.storage.store import Store

SHORTEST, LONGEST = 5, 480  # minutes of a 1-2-1
FIRST_YEAR, LAST_YEAR = 1971, 2199  # what calendar files and zone rules can tell


def free_times(
    store: Store,
    me: Me,
    first_day: date,
    days: int,
    minutes: int,
    now: datetime,
    *,
    step_minutes: int = STEP_MINUTES,
    moving: int = 0,
) -> tuple[Slot, ...]:
    """Starts within the user's hours on the next `days` working days, around planned 1-2-1s.

    Wall time in the user's zone. `moving` is the 1-2-1 being moved: its own time is free.
    """
    busy = [
        (meeting.starts_utc, meeting.ends_utc)
        for meeting in store.meetings.planned()
        if meeting.id != moving
    ]
    zone = me.zone or "UTC"
    return free_slots(busy, me.week, zone, first_day, days, minutes, step_minutes, now)


def place_suggestions(store: Store, person_id: int) -> tuple[Place, ...]:
    """Remembered places, best first: where the two met before, neutral ground, the much used."""
    used: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for person, place, times in store.meetings.places_used():
        used[place.casefold()] += times
        if person == person_id:
            shared[place.casefold()] += times

    def rank(place: Place) -> tuple[bool, bool, bool, int, str]:
        met_here = shared[place.label.casefold()] > 0
        times = used[place.label.casefold()]
        return not met_here, not place.neutral, place.online, -times, place.name.casefold()

    return tuple(sorted(store.places.all(), key=rank))


def checked_start(starts: datetime, zone: str, minutes: int) -> datetime:
    """The start in whole minutes, when it is a time that clocks in that zone show.

    PlannerError in words when it is not, or when the zone or the length cannot be.
    """
    if starts.tzinfo is not None:
        raise PlannerError(
            "Give the start as clocks there show it, such as 2026-12-01T08:30, and the zone "
            "by its name."
        )
    if wrong := wrong_with_zone(zone):
        raise PlannerError(wrong)
    if not FIRST_YEAR <= starts.year <= LAST_YEAR:
        raise PlannerError(f"The year {starts.year} is out of reach; check the date of the 1-2-1.")
    if not SHORTEST <= minutes <= LONGEST:
        raise PlannerError(
            f"A 1-2-1 takes between {SHORTEST} minutes and {LONGEST // 60} hours, "
            f"not {minutes} minutes."
        )
    starts = starts.replace(second=0, microsecond=0, fold=0)
    if not instants(starts, zone):
        raise PlannerError(
            f"There is no {starts:%H:%M} on {spoken_day(starts.date())} {starts.year} in {zone}: "
            "the clocks go forward over it. Choose another time."
        )
    return starts


def remember_place(store: Store, text: str) -> None:
    """Keeps a place that is not known yet; to be called inside a transaction."""
    if not text:
        return
    known = {name.casefold() for p in store.places.all() for name in (p.name, p.label)}
    if text.casefold() not in known:
        store.places.add(place_of(text))
