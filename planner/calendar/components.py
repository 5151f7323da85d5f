"""What a calendar file is made of: its calendars and their components, each line by line.

Nothing is decided here about what they mean. raw_file.py takes a file apart into them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from planner.calendar.content_lines import Property, decoded, property_in, unfolded
from planner.calendar.remarks import Remarks

BOUNDARY = re.compile(rb"\n(BEGIN|END)[ \t]*(?:;[^\n:]*)?:[ \t]*([^\n]*)", re.I)
THE_FILE = "the file"


@dataclass(frozen=True)
class RawEvent:
    """One component of a calendar, as it stands in the file."""

    name: str  # "VEVENT", "VTODO", "VFREEBUSY", ... in capital letters
    line: int  # its BEGIN, from 1
    raw: bytes  # between BEGIN and END, in whole lines
    whole: bool = True  # False: its END is missing

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its own content lines, put together; not those of components inside it."""
        return tuple(text for _, text in self._own)

    @property
    def properties(self) -> tuple[Property, ...]:
        """Its own properties in their order; lines that are none are left out."""
        return self._parsed[0]

    @property
    def strays(self) -> tuple[int, ...]:
        """The numbers of lines that are no properties."""
        return self._parsed[1]

    @cached_property
    def by_name(self) -> dict[str, list[Property]]:
        found: dict[str, list[Property]] = {}
        for each in self.properties:
            found.setdefault(each.name, []).append(each)
        return found

    def first(self, name: str) -> Property | None:
        """The first property of that name (capital letters)."""
        found = self.by_name.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """The words of the first property of that name, "" when there is none."""
        return self.as_written(name).strip()

    def as_written(self, name: str) -> str:
        """As `text`, with the blanks around it."""
        found = self.by_name.get(name)
        return found[0].text if found else ""

    def let_go(self) -> None:
        """Forgets what was made of its lines, which is made again where it is asked for.

        To free what was made of fifty thousand events at once would hold up the window.
        """
        for made in ("lines", "by_name", "parts", "_parsed", "_unfolded", "_own"):
            vars(self).pop(made, None)

    @cached_property
    def parts(self) -> tuple[RawEvent, ...]:
        """The components directly inside it, such as alarms."""
        found: list[RawEvent] = []
        depth, begun, name, inside = 0, 0, "", list[bytes]()
        for number, line in self._unfolded:
            edge = BOUNDARY.match(b"\n" + line) if line[:1] in b"BbEe" else None
            if edge and edge[1].upper() == b"BEGIN":
                depth += 1
                if depth == 1:
                    begun, name, inside = number, decoded(edge[2]).strip().upper(), []
                    continue
            elif edge:
                depth = max(0, depth - 1)
                if depth == 0 and begun:
                    found.append(RawEvent(name, begun, b"\n".join(inside)))
                    begun = 0
            if depth:
                inside.append(line)
        if depth and begun:
            found.append(RawEvent(name, begun, b"\n".join(inside), whole=False))
        return tuple(found)

    @cached_property
    def _parsed(self) -> tuple[tuple[Property, ...], tuple[int, ...]]:
        found, strays = [], []
        for number, text in self._own:
            prop = property_in(text, number)
            if prop:
                found.append(prop)
            else:
                strays.append(number)
        return tuple(found), tuple(strays)

    @cached_property
    def _unfolded(self) -> tuple[tuple[int, bytes], ...]:
        return tuple(unfolded(self.raw, self.line + 1))

    @cached_property
    def _own(self) -> tuple[tuple[int, str], ...]:
        if b"\nbegin" not in (b"\n" + self.raw).lower():
            return tuple((number, decoded(line)) for number, line in self._unfolded)
        found, depth = [], 0
        for number, line in self._unfolded:
            edge = BOUNDARY.match(b"\n" + line) if line[:1] in b"BbEe" else None
            if edge:
                depth = max(0, depth + (1 if edge[1].upper() == b"BEGIN" else -1))
            elif not depth:
                found.append((number, decoded(line)))
        return tuple(found)


@dataclass(frozen=True)
class RawCalendar:
    """One VCALENDAR of a file; `own` holds its own lines as a component."""

    own: RawEvent
    timezones: tuple[RawEvent, ...] = ()  # VTIMEZONE
    events: tuple[RawEvent, ...] = ()  # all other components, in their order

    @cached_property
    def method(self) -> str:
        """PUBLISH, REQUEST, REPLY, ... in capital letters; "" when it does not say."""
        return self.own.text("METHOD").upper()

    @cached_property
    def zone_name(self) -> str:
        """The zone it says it is for (X-WR-TIMEZONE), as written."""
        return self.own.text("X-WR-TIMEZONE")


@dataclass(frozen=True)
class RawFile:
    """What stands in a file. No calendars: it is none, and `remarks` say so."""

    calendars: tuple[RawCalendar, ...] = ()
    remarks: Remarks = field(default_factory=Remarks)  # to which its readers add theirs
    found: int = 0  # VEVENTs that begin in it, also those left out
