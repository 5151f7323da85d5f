"""The user's diary beside their 1-2-1s: what is on by their calendars, and which days are off."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import accumulate
from operator import attrgetter

from planner.domain.busy import BusyTime


class Diary:
    """Made once of all there is, so that asking for a stretch of it is a look-up.

    `days_off` names each day off: {date(2026, 12, 25): "Christmas Day"}.
    """

    def __init__(
        self, busy: Iterable[BusyTime] = (), days_off: Mapping[date, str] | None = None
    ) -> None:
        self.days_off: Mapping[date, str] = {} if days_off is None else days_off
        self._busy = sorted((each for each in busy if each.start < each.end), key=_start)
        self._starts = [each.start for each in self._busy]
        # The latest end so far: what lies before the first that reaches into a stretch is over.
        self._over = list(accumulate((each.end for each in self._busy), max))

    def between(self, start: datetime, end: datetime) -> Iterator[BusyTime]:
        """What overlaps the time from start to end (UTC, naive), earliest first."""
        first, beyond = bisect_right(self._over, start), bisect_left(self._starts, end)
        return (self._busy[at] for at in range(first, beyond) if self._busy[at].end > start)

    def others(
        self, start: datetime, end: datetime, ours: Container[str] = ()
    ) -> Iterator[BusyTime]:
        """The same without the user's own 1-2-1s, told by what they are called (`ours`).

        A calendar may still hold one at its old time: when it is, the library knows better.
        """
        return (one for one in self.between(start, end) if not one.uid or one.uid not in ours)

    def is_free(self, start: datetime, end: datetime, ours: Container[str] = ()) -> bool:
        """Whether nothing is on then but the user's own 1-2-1s."""
        return next(self.others(start, end, ours), None) is None

    def __bool__(self) -> bool:
        return bool(self._busy)


_start = attrgetter("start")
EMPTY = Diary()
