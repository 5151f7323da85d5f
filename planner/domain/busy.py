"""When the user is taken, as their calendars say; what could not be read of them is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BusyTime:
    """A stretch in which something is on; its end is free again."""

    start: datetime  # UTC, naive
    end: datetime  # UTC, naive; after the start
    summary: str = ""
    uid: str = ""  # of the event, so that the user's own 1-2-1s are known again


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a calendar file that was not read as it stands there, and why."""

    where: str  # "line 120, “Board meeting”", or "the file"
    reason: str  # a sentence for the user


@dataclass(frozen=True, slots=True)
class BusyFile:
    """What one calendar file says of a span of time."""

    file: str
    events: int = 0  # VEVENTs read, whatever they say
    skipped: tuple[Skipped, ...] = ()
    busy: tuple[BusyTime, ...] = ()  # earliest first
