"""Trips: where the user will be, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = timedelta(days=28)  # how long before a trip those who live there may be suggested


@dataclass(frozen=True, slots=True)
class Trip:
    """A city and the days the user is there, the last one included."""

    id: int = 0
    city: str = ""
    starts: date = date.min
    ends: date = date.min

    def in_sight(self, today: date) -> bool:
        """Whether those who live there may be suggested: it is near enough, and not over."""
        return self.starts - today <= AHEAD and today <= self.ends

    def under_way(self, today: date) -> bool:
        return self.starts <= today <= self.ends


@dataclass(frozen=True, slots=True)
class Stay:
    """A trip away from home as it bears on one 1-2-1; the last day is one of it."""

    city: str
    first: date
    last: date
    zone: str  # of the town there, the user's own where that is not known
    near: bool = False  # whom the 1-2-1 is with lives there or near

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last
