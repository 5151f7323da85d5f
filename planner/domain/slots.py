"""Busy times and working hours in, free starts for a 1-2-1 out; right when the clocks change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from planner.domain.me import Hours
from planner.domain.wall_time import instants, unique, wall_of

Busy = tuple[datetime, datetime]  # start and end in UTC, naive; the end itself is free again

STEP_MINUTES = 30  # between two starts on offer, unless the caller says otherwise


@dataclass(frozen=True, slots=True)
class Slot:
    """A time a 1-2-1 could start: wall time, naive; not `free` when something else is on."""

    starts: datetime
    free: bool


def free_slots(
    busy: Sequence[Busy],
    week: Sequence[Hours],
    zone: str,
    first: date,
    days: int,
    minutes: int,
    step_minutes: int,
    now: datetime,
) -> tuple[Slot, ...]:
    """Starts for a 1-2-1 of `minutes` on the next `days` working days from `first`, in order.

    A day counts when its hours (`week`, Monday first, wall time in `zone`) still hold at least
    one start, taken or free; a day off, or one that is over, does not. Starts lie `step_minutes`
    apart from the opening hour; the 1-2-1 ends before closing; nothing starts before `now`
    (UTC, naive). A start or end that the clocks skip or show twice is never offered.
    """
    taken = _Taken(busy)
    slots: list[Slot] = []
    for _ in range(7 * (days + 1)):  # more than `days` working days, if there are any at all
        if days <= 0:
            break
        todays = [
            Slot(wall, taken.is_free(start, end))
            for wall, start, end in _starts(first, week, zone, minutes, step_minutes)
            if start >= now
        ]
        if todays:
            slots += todays
            days -= 1
        if first == date.max:
            break
        first += timedelta(days=1)
    return tuple(slots)


def by_day(slots: Iterable[Slot]) -> tuple[tuple[date, tuple[Slot, ...]], ...]:
    """The same slots, day by day: (day, its slots), as a grid's columns show them."""
    days = groupby(slots, key=lambda slot: slot.starts.date())
    return tuple((day, tuple(of_day)) for day, of_day in days)


def _starts(
    day: date, week: Sequence[Hours], zone: str, minutes: int, step_minutes: int
) -> Iterator[tuple[datetime, datetime, datetime]]:
    """Each start that fits into the day's hours: (wall time, start in UTC, end in UTC)."""
    hours = week[day.weekday()]
    if not hours.open:
        return
    wall, closing = datetime.combine(day, hours.starts), datetime.combine(day, hours.ends)
    while wall < closing:
        shown = instants(wall, zone)
        if len(shown) == 1:
            end = shown[0] + timedelta(minutes=minutes)
            end_wall = wall_of(end, zone)
            # Only an end shown once can be held against closing: in the autumn hour that comes
            # twice, a later end may show an earlier time.
            if end_wall <= closing and unique(end_wall, zone):
                yield wall, shown[0], end
        wall += timedelta(minutes=step_minutes)


class _Taken:
    """Busy times merged into separate stretches, so that asking is a look-up."""

    def __init__(self, busy: Iterable[Busy]) -> None:
        self._starts: list[datetime] = []
        self._ends: list[datetime] = []
        for start, end in sorted(span for span in busy if span[0] < span[1]):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def is_free(self, start: datetime, end: datetime) -> bool:
        ahead = bisect_right(self._ends, start)  # the first stretch that ends after `start`
        return ahead == len(self._ends) or self._starts[ahead] >= end
