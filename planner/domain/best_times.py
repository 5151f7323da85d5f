"""The few best of many free times: what to offer somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta

from planner.domain.slots import Slot, by_day
from planner.domain.wall_time import instants, is_zone, wall_of

# By the guest's own clock; outside, a 1-2-1 is a favour one does not ask for. Our choice.
EARLY, LATE = time(8, 0), time(20, 0)
DARKEST = time(3, 0)  # when most sleep: ten at night asks less than five in the morning


def best(slots: Iterable[Slot], count: int, minutes: int, their_zone: str = "") -> tuple[Slot, ...]:
    """The `count` best of the free ones for a 1-2-1 of `minutes`, in order of time.

    One a day, the soonest days first. A day with an easy time comes before one without; the
    harder times are those right beside something else (`Slot.tight`), then those before eight
    or after eight in the evening by the guest's clock. Of a day's easiest, the one at a time of
    day farthest from those picked already: somebody who never can in the mornings finds an
    afternoon as well. Of times in the guest's night it is the one farthest from three in the
    morning, and days whose times are farther go first: eleven at night before five in the morning.
    Only when every day has given one, days give a second that leaves the first standing.
    """
    free = [slot for slot in slots if slot.free]
    days = [(_by_ease(of_day, minutes, their_zone)) for _, of_day in by_day(free)]
    picked: list[Slot] = []

    def night(slot: Slot) -> timedelta:
        return into_their_night(slot, minutes, their_zone)

    while len(picked) < count:
        before = len(picked)
        given: set[int] = set()
        for ease in range(4):
            for at, of_day in _nearest_first(days, ease, night):
                if at in given or len(picked) == count:
                    continue
                still = [slot for slot in of_day if _apart(slot, picked, minutes)]
                if still:
                    nearest = min(map(night, still))
                    still = [slot for slot in still if night(slot) == nearest]
                    picked.append(max(still, key=lambda slot: _farthest(slot, picked)))
                    given.add(at)
        if len(picked) == before:
            break
    return tuple(sorted(picked, key=_instant))


def at_their_day(slot: Slot, minutes: int, their_zone: str) -> bool:
    """Whether it lies in the guest's day, from eight to eight; so it does if nobody knows."""
    return not into_their_night(slot, minutes, their_zone)


def into_their_night(slot: Slot, minutes: int, their_zone: str) -> timedelta:
    """How deep in the guest's night it lies: 0 within their day, twelve hours at its darkest."""
    if not is_zone(their_zone):
        return timedelta()
    start = _instant(slot)
    begins, ends = (wall_of(at, their_zone) for at in (start, start + timedelta(minutes=minutes)))
    if begins.time() >= EARLY and ends <= datetime.combine(begins.date(), LATE):
        return timedelta()
    darkest = datetime.combine(begins.date(), DARKEST) + timedelta(days=begins.time() >= DARKEST)
    apart = max(timedelta(), min(darkest - ends, begins - darkest + timedelta(days=1)))
    return timedelta(hours=12) - apart


def _nearest_first(
    days: Sequence[list[list[Slot]]], ease: int, night: Callable[[Slot], timedelta]
) -> list[tuple[int, list[Slot]]]:
    """Each day's times of that ease with the day's number, those nearest to their day first."""
    numbered = [(at, by_ease[ease]) for at, by_ease in enumerate(days)]
    return sorted(numbered, key=lambda each: min(map(night, each[1]), default=timedelta()))


def _by_ease(slots: Sequence[Slot], minutes: int, their_zone: str) -> list[list[Slot]]:
    """A day's times, the easy ones first: [easy, tight, at night for them, both]."""
    found: list[list[Slot]] = [[], [], [], []]
    for slot in slots:
        found[slot.tight + 2 * (not at_their_day(slot, minutes, their_zone))].append(slot)
    return found


def _apart(slot: Slot, picked: Iterable[Slot], minutes: int) -> bool:
    length = timedelta(minutes=minutes)
    return all(abs(_instant(slot) - _instant(other)) >= length for other in picked)


def _farthest(slot: Slot, picked: Iterable[Slot]) -> tuple[int, int]:
    """How far its time of day is from all that are picked; of two as far, the earlier."""
    own = _minute(slot)
    return min((abs(own - _minute(other)) for other in picked), default=0), -own


def _minute(slot: Slot) -> int:
    return slot.starts.hour * 60 + slot.starts.minute


def _instant(slot: Slot) -> datetime:
    return instants(slot.starts, slot.zone)[0]
