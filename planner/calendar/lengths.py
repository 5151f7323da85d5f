"""How long something in a calendar file lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.calendar.clocks import Clock
from planner.calendar.content_lines import Property
from planner.calendar.event_times import BadTime, EventTime, span_in, time_in
from planner.calendar.zones import Zones

NO_TIME = timedelta()
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts: so much by the clocks, and so much time after that."""

    wall: timedelta = NO_TIME
    exact: timedelta = NO_TIME

    def end(self, starts: datetime, clock: Clock) -> datetime:
        """When it ends (UTC, naive) if it starts at `starts` by those clocks."""
        try:
            return clock.utc(starts + self.wall) + self.exact
        except OverflowError:
            return datetime.max if self.wall + self.exact > NO_TIME else datetime.min

    @property
    def most(self) -> timedelta:
        """No shorter than it ever is, whatever clocks do meanwhile."""
        return max(NO_TIME, self.wall + self.exact) + A_DAY


def period_length(start: EventTime, ends: str, prop: Property, zones: Zones) -> Length:
    """The length of a period `start/ends`, where `ends` is a time or a duration."""
    if ends.strip()[:1].upper() in ("P", "+", "-"):
        length = Length(*span_in(ends))
    else:
        end = time_in(ends, prop, zones)
        if floats(prop, ends):
            end = EventTime(end.wall, start.clock)
        try:
            length = Length(NO_TIME, end.utc - start.utc)
            if length.exact <= NO_TIME < end.wall - start.wall and end.clock == start.clock:
                length = Length(NO_TIME, end.wall - start.wall)  # clocks jump over its start
        except OverflowError:
            raise BadTime("A period reaches beyond the ends of time.") from None
    if length.wall + length.exact < NO_TIME:
        raise BadTime("A period ends before it begins.")
    return length


def floats(prop: Property, value: str) -> bool:
    """Whether a time written so names no zone."""
    return not prop.parameters.get("TZID") and value.strip()[-1:] not in ("Z", "z")
