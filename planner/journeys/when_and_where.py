"""When and where a 1-2-1 can be: free times, remembered places, and times that cannot be."""

from __future__ import annotations

from datetime import datetime

from planner.domain.known_places import KnownPlace, both_know, known, offered
from planner.domain.meetings import Place, place_of
from planner.domain.spoken import spoken_day, spoken_zone
from planner.domain.wall_time import instants, wrong_with_zone
from planner.errors import PlannerError
from planner.storage.store import Store

SHORTEST, LONGEST = 5, 480  # minutes of a 1-2-1
FIRST_YEAR, LAST_YEAR = 1971, 2199  # what calendar files and zone rules can tell


def known_places(store: Store) -> tuple[KnownPlace, ...]:
    """Every remembered place with how often and with whom, the most used first."""
    return known(store.places.all(), store.meetings.places_used())


def place_suggestions(store: Store, person_id: int) -> tuple[Place, ...]:
    """Remembered places, best first: neutral ground both know, other neutral ground, the rest."""
    person = store.people.find(person_id)
    return offered(known_places(store), person_id, person.city if person else "")


def places_both_know(store: Store, person_id: int) -> frozenset[int]:
    """The ids of remembered places where the user has met somebody."""
    return frozenset(one.place.id for one in known_places(store) if both_know(one, person_id))


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
            f"There is no {starts:%H:%M} on {spoken_day(starts.date())} {starts.year} in "
            f"{spoken_zone(zone)}: "
            "the clocks go forward over it. Choose another time."
        )
    return starts


def refuse_past(starts: datetime, zone: str, now: datetime) -> None:
    """PlannerError for a start (wall time in `zone`) that is over by `now` (UTC, naive).

    A time that cannot be is left to `checked_start`.
    """
    shown = () if starts.tzinfo is not None or wrong_with_zone(zone) else instants(starts, zone)
    if shown and shown[0] <= now:
        raise PlannerError(
            f"{spoken_day(starts.date())} {starts.year} at {starts:%H:%M} is over, so no 1-2-1 can "
            "be planned for it. To note one that took place, plan it for that time in the window: "
            "Meetings then asks how it went."
        )


def remember_place(store: Store, text: str) -> None:
    """Keeps a place that is not known yet; to be called inside a transaction."""
    if not text:
        return
    known = {name.casefold() for p in store.places.all() for name in (p.name, p.label)}
    if text.casefold() not in known:
        store.places.add(place_of(text))
