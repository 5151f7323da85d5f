"""Busy times and working hours in, free starts for a 1-2-1 out; right when the clocks change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from planner.domain.me import Hours
from planner.domain.wall_time import instants, unique, wall_of
from planner.domain.week import monday_of

Busy = tuple[datetime, datetime]  # start and end in UTC, naive; the end itself is free again

STEP_MINUTES = 30  # between two starts on offer, unless the caller says otherwise
ROOM = timedelta(minutes=30)  # with less of it before or after, a time is tight. Our choice
# Days looked at for each wanted, and once more. A day a week is the least anybody has; days off
# and full weeks come on top, more than a year of them in a row is nobody's.
_LOOKED_AT, _PASSED_OVER = 7, 400


@dataclass(frozen=True, slots=True)
class Slot:
    """A time a 1-2-1 could start: wall time in `zone`, naive.

    Not `free` when something else is on; `tight` when something else is on soon before or after.
    """

    starts: datetime
    free: bool
    zone: str = "UTC"
    tight: bool = False


def free_slots(
    busy: Iterable[Busy],
    week: Sequence[Hours],
    zone: str,
    first: date,
    days: int,
    minutes: int,
    step_minutes: int,
    now: datetime,
    *,
    until: date = date.max,
    days_off: Container[date] = (),
    full_weeks: Container[date] = (),
    also_free: Callable[[datetime, datetime], bool] | None = None,
) -> tuple[Slot, ...]:
    """Starts for a 1-2-1 of `minutes` on the next `days` working days from `first`, in order.

    A day counts when its hours (`week`, Monday first, wall time in `zone`) still hold at least
    one start, taken or free; a day off, one in a full week (told by its Monday), or one that is
    over, does not. None is after `until`. Starts lie `step_minutes` apart from the opening hour;
    the 1-2-1 ends before closing; nothing starts before `now` (UTC, naive). A start or end that
    the clocks skip or show twice is never offered. `also_free` tells of a stretch in UTC whether
    nothing else is on that `busy` does not say.
    """
    taken = _Taken(busy, also_free)
    slots: list[Slot] = []
    look_at, pass_over = _LOOKED_AT * (days + 1), _PASSED_OVER
    while days > 0 and look_at > 0 and pass_over > 0 and first <= until:
        if first in days_off or monday_of(first) in full_weeks:
            todays = []
            pass_over -= 1
        else:
            todays = [
                Slot(wall, taken.is_free(start, end), zone, taken.is_near(start, end))
                for wall, start, end in _starts(first, week, zone, minutes, step_minutes)
                if start >= now
            ]
            look_at -= 1
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

    def __init__(
        self, busy: Iterable[Busy], also_free: Callable[[datetime, datetime], bool] | None
    ) -> None:
        self._starts: list[datetime] = []
        self._ends: list[datetime] = []
        self._also_free = also_free
        for start, end in sorted(span for span in busy if span[0] < span[1]):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def is_free(self, start: datetime, end: datetime) -> bool:
        ahead = bisect_right(self._ends, start)  # the first stretch that ends after `start`
        if ahead < len(self._ends) and self._starts[ahead] < end:
            return False
        return self._also_free is None or self._also_free(start, end)

    def is_near(self, start: datetime, end: datetime) -> bool:
        """Whether something begins soon after, or ended shortly before."""
        return not self.is_free(start - ROOM, end + ROOM)
