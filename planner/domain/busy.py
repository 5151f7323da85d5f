"""When the user is taken, as their calendars say; what could not be read of them is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from planner.domain.shortening import one_line

_LONGEST = 300  # letters of a title
MOST_MEGABYTES = 50  # of a calendar file that is read; 100,000 events. Our choice


@dataclass(frozen=True, slots=True)
class BusyTime:
    """A stretch in which something is on; its end is free again."""

    start: datetime  # UTC, naive
    end: datetime  # UTC, naive; after the start
    summary: str = ""  # as the calendar has it, line breaks and all
    uid: str = ""  # of the event, so that the user's own 1-2-1s are known again

    @property
    def title(self) -> str:
        """The summary as it is shown: on one line, and not for ever."""
        line = one_line(self.summary.strip()[: 4 * _LONGEST])
        return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a calendar file that was not read as it stands there, and why."""

    where: str  # "line 120, “Board meeting”", or "the file"
    reason: str  # a sentence for the user


@dataclass(frozen=True, slots=True)
class BusyFile:
    """What one calendar file says of a span of time.

    `events` counts every VEVENT that begins in the file, whatever becomes of it: also broken ones,
    and each of those that stand in another whose end is missing. One that takes no time is named in
    `skipped`, unless it lies outside the span, leaves one free, is called off, declined, as short
    as no time, or a series that leaves out its times there itself (EXDATE).
    """

    file: str
    events: int = 0
    skipped: tuple[Skipped, ...] = ()
    busy: tuple[BusyTime, ...] = ()  # earliest first
