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
