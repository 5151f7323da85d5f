"""A clock that stands where a test puts it."""

from __future__ import annotations

from datetime import datetime

from ui.clock import Clock

NOW = datetime(2026, 11, 22, 9, 30)  # a Sunday; UTC, naive
ZONE = "Europe/London"


class StandingClock(Clock):
    """Moves only when a test moves it."""

    def __init__(self, now: datetime = NOW, zone: str = ZONE) -> None:
        self.moment = now
        self.zone = zone

    def now(self) -> datetime:
        return self.moment

    def local_zone(self) -> str:
        return self.zone
