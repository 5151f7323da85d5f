"""Calendar files made for tests of reading: small, and as wrong as they come."""

from __future__ import annotations

from datetime import datetime

from planner.calendar.busy import read_busy
from planner.domain.busy import BusyFile

BERLIN = "Europe/Berlin"
START, END = datetime(2026, 11, 1), datetime(2027, 2, 1)

WEST_EUROPE = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def event(*lines: str, uid: str = "one@test", summary: str = "Met") -> str:
    """One VEVENT with these lines."""
    return "\n".join(("BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", *lines, "END:VEVENT"))


def calendar(*components: str) -> bytes:
    """A calendar with these components or lines of its own."""
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", *components, "END:VCALENDAR")
    return ("\n".join(lines) + "\n").replace("\n", "\r\n").encode()


def reading(
    data: bytes | str,
    start: datetime = START,
    end: datetime = END,
    zone: str = BERLIN,
    mine: frozenset[str] = frozenset(),
) -> BusyFile:
    """What is read of a file; text stands for the lines of one event."""
    if isinstance(data, str):
        data = calendar(event(*data.splitlines()))
    return read_busy(data, "test.ics", zone, start, end, mine=mine)


def times(found: BusyFile) -> list[str]:
    """The times taken, such as `12-01 07:30-08:15`; a month and day before the end if another."""
    told = []
    for each in found.busy:
        same = each.start.date() == each.end.date()
        ends = f"{each.end:%H:%M}" if same else f"{each.end:%m-%d %H:%M}"
        told.append(f"{each.start:%m-%d %H:%M}-{ends}")
    return told


def reasons(found: BusyFile) -> str:
    """All that is said, as one text."""
    return "\n".join(f"{each.where}: {each.reason}" for each in found.skipped)
