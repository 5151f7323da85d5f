"""When something in a calendar file is: what clocks show, and where, with what was odd said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.calendar.clocks import Clock, FixedClock
from planner.calendar.content_lines import Property
from planner.calendar.zones import Zones, shown

_TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?[ \t]*(Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.I,
)
_SPAN = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.I)
_MOST_DAYS = 400_000  # of a duration: longer than calendars reach
_UTC_CLOCK = FixedClock(timedelta())


class BadTime(ValueError):
    """A value that is no time; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class EventTime:
    """A day or a time, as clocks show it somewhere."""

    wall: datetime  # naive; a day's midnight
    clock: Clock
    is_day: bool = False
    said: str = ""  # what was odd, as a sentence

    @property
    def utc(self) -> datetime:
        """The instant, UTC, naive; OverflowError at the ends of time."""
        return self.clock.utc(self.wall)

    @property
    def zone(self) -> str:
        """An IANA zone: of `in_zone`, and "UTC" where rules of the file's own had to be used."""
        return self.clock.name or "UTC"

    @property
    def in_zone(self) -> datetime:
        """What clocks show in `zone`, naive."""
        return self.wall if self.clock.name else self.utc


def event_time(prop: Property, zones: Zones) -> EventTime:
    """The day or time a property such as DTSTART says; BadTime for what is none."""
    value = prop.value.strip()
    if "," in value:
        value = value.partition(",")[0]
    return time_in(value, prop, zones)


def time_in(value: str, prop: Property, zones: Zones) -> EventTime:
    """One of the values of a property as a day or time; BadTime for what is none."""
    match = _TIME.fullmatch(value.strip().strip('"'))
    if match is None:
        raise BadTime(f"“{shown(value)}” is not a time.")
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    said, later = "", timedelta()
    hour, minute, second = (int(match[at] or 0) for at in (4, 5, 6))
    if hour == 24 and not minute and not second:
        hour, later = 0, timedelta(days=1)
        said = "24:00 was read as the midnight after."
    if second == 60:
        second, said = 59, "A leap second was read as the second before."
    try:
        wall = datetime(year, month, day, hour, minute, second) + later
    except (ValueError, OverflowError):
        raise BadTime(f"There is no such time as “{shown(value)}”.") from None
    as_day = prop.parameters.get("VALUE", "").upper() == "DATE"
    if match[4] is None or (as_day and not (hour or minute or second or later)):
        return EventTime(wall, zones.mine, is_day=True, said=said)
    name = prop.parameters.get("TZID", "")
    if match[7] and name and match[7] in "Zz":
        clock, odd = zones.called(name, year)
        if not odd and clock.name != "UTC":
            # Those that write so mean the clocks there: the Z was put behind by rote.
            odd = f"A time names the zone “{shown(name)}” and UTC; the zone was taken."
            return EventTime(wall, clock, said=odd)
    if match[7]:
        return EventTime(wall, _ahead(match[7], value), said=said)
    clock, odd = zones.called(name, year) if name else zones.floating(year)
    return EventTime(wall, clock, said=odd or said)


def span_in(text: str) -> tuple[timedelta, timedelta]:
    """A duration as (whole days by the calendar, exact time); BadTime for what is none."""
    match = _SPAN.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        raise BadTime(f"“{shown(text)}” is not a length of time.")
    try:
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
        whole = timedelta(days=7 * weeks + days)
        exact = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    except (OverflowError, ValueError):
        raise BadTime(f"“{shown(text)}” is longer than calendars reach.") from None
    if (whole + exact).days > _MOST_DAYS:
        raise BadTime(f"“{shown(text)}” is longer than calendars reach.")
    return (-whole, -exact) if match[1] == "-" else (whole, exact)


def _ahead(text: str, value: str) -> FixedClock:
    if text in "Zz":
        return _UTC_CLOCK
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    if hours > 15 or minutes > 59:
        raise BadTime(f"There is no such time as “{shown(value)}”.")
    ahead = timedelta(hours=hours, minutes=minutes)
    return FixedClock(-ahead if text[0] == "-" else ahead)
