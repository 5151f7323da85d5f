"""A calendar file taken apart into its calendars and their components, whatever state it is in.

It goes by BEGIN and END alone. What is broken in the form of the file is said in `remarks`, and the
rest is taken all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from planner.calendar.components import BOUNDARY, THE_FILE, RawCalendar, RawEvent, RawFile
from planner.calendar.content_lines import Tell, normal
from planner.calendar.remarks import Remarks

_ITEMS = frozenset(
    (b"VEVENT", b"VTODO", b"VJOURNAL", b"VFREEBUSY", b"VTIMEZONE", b"VAVAILABILITY", b"VPOLL")
)
_INDENTED = re.compile(rb"\n[ \t]+BEGIN[ \t]*:[ \t]*V(?:CALENDAR|EVENT)\b", re.I)
_PIECE = 1 << 20  # bytes looked through at once: a longer call would hold up the window
_LONGEST_NAME = 40
_MOST_ITEMS = 300_000  # components of one file: some ten seconds
_MOST_UNENDED = 1000  # components without an end: programs forget one, bombs nest thousands


@dataclass
class _Open:
    """A calendar being read."""

    line: int
    own: list[bytes] = field(default_factory=list)
    timezones: list[RawEvent] = field(default_factory=list)
    events: list[RawEvent] = field(default_factory=list)
    implied: bool = False  # there was no BEGIN:VCALENDAR

    def done(self) -> RawCalendar:
        own = RawEvent("VCALENDAR", self.line, b"\n".join(self.own))
        return RawCalendar(own, tuple(self.timezones), tuple(self.events))


def read(data: bytes, tell: Tell | None = None) -> RawFile:
    """Takes a file apart. Never raises for what is in it, only what `tell` raises."""
    text, nul = normal(data, tell)
    text = b"\n" + text
    if not BOUNDARY.search(text, 0, _PIECE) and _INDENTED.search(text, 0, _PIECE):
        text = b"\n".join(line.lstrip() for line in text.split(b"\n"))
    reading = _Reading(text)
    if nul:
        reading.say(THE_FILE, "It holds NUL characters, which no calendar has; they were left out.")
    start = 0
    while start < len(text):
        end = text.find(b"\n", start + _PIECE)
        end = len(text) if end < 0 else end
        for edge in BOUNDARY.finditer(text, start, end):
            reading.take(edge)
        if tell:
            tell(len(text) + end, 2 * len(text))
        start = end
    reading.end()
    if not reading.calendars:
        remarks = Remarks()
        remarks.say(THE_FILE, what_it_is(data))
        return RawFile((), remarks)
    return RawFile(tuple(reading.calendars), reading.remarks, reading.found)


def what_it_is(data: bytes) -> str:
    """Why a file is no calendar, as a sentence."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip():
        return "It is empty."
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return "It is a web page, not a calendar; download the calendar file itself."
    if start.startswith(b"begin:vcard"):
        return "It holds contacts, not a calendar; import it instead."
    if start.startswith((b"pk\x03\x04", b"\x1f\x8b")):
        return "It is packed; unpack it and name the calendar file in it."
    if start.startswith((b"{", b"[", b"<?xml", b"<icalendar")):
        return "It is no .ics file, though it may be a calendar in another form; export it as .ics."
    if b"\0" in data[:1024]:
        return "It is no calendar file: it holds binary data."
    return "It is no calendar file: no BEGIN:VCALENDAR and no event stands in it."


class _Reading:
    """Where the reading of one file stands."""

    def __init__(self, text: bytes) -> None:
        self.calendars: list[RawCalendar] = []
        self.remarks = Remarks()
        self.say = self.remarks.say
        self.found = 0  # VEVENTs begun
        self._items = self._unended = 0
        self._text = text
        self._calendar: _Open | None = None
        self._item = b""  # the component being read
        self._begun = self._begun_line = 0
        self._inner: list[bytes] = []  # components open inside it
        self._others: list[bytes] = []  # unknown ones open around it
        self._line, self._counted = 0, 0  # lines counted up to there
        self._rest = 0  # where the calendar's own lines go on

    def take(self, edge: re.Match[bytes]) -> None:
        at = edge.start()
        self._line += self._text.count(b"\n", self._counted, at + 1)
        self._counted = at + 1
        # Blanks and a stray "," or ";" after the name are left out.
        name, end = edge[2], edge.end()
        while self._text[end : end + 2] in (b"\n ", b"\n\t") and len(name) < _LONGEST_NAME:
            folded, end = end + 2, self._text.find(b"\n", end + 2)
            end = len(self._text) if end < 0 else end
            name += self._text[folded:end]
        name = name[:_LONGEST_NAME].strip(b" \t\x1a;,").upper()
        if edge[1].upper() == b"BEGIN":
            self._begin(name, at, end)
        else:
            self._end(name, at, end)

    def end(self) -> None:
        """The file ends here."""
        end = len(self._text)
        self._line += self._text.count(b"\n", self._counted, end)
        self._counted = end
        if self._item:
            name = self._item.decode("ascii", "replace")
            self.say(
                f"line {self._begun_line}",
                f"The file breaks off inside this {name}; what there is of it was read.",
            )
            self._close(end, whole=False)
        if self._calendar:
            if not self._calendar.implied:
                reason = "It breaks off before END:VCALENDAR; perhaps part is missing."
                self.say(THE_FILE, reason, always=True)
            self._close_calendar(end)
        if self._items > _MOST_ITEMS:
            reason = f"It holds more than {_MOST_ITEMS:,} events; the rest were left out."
            self.say(THE_FILE, reason, always=True)
        if self._unended > _MOST_UNENDED:
            reason = f"More than {_MOST_UNENDED:,} events have no end; the rest were left out."
            self.say(THE_FILE, reason, always=True)

    def _begin(self, name: bytes, at: int, end: int) -> None:
        if name == b"VCALENDAR":
            if self._item:
                self._broken_off(at)
            if self._calendar:
                if not self._calendar.implied:
                    self.say(f"line {self._line}", "A calendar begins before the last has ended.")
                self._close_calendar(at)
            self._calendar = _Open(self._line)
            self._rest = end
        elif name in _ITEMS and (name != b"VTODO" or self._item != b"VPOLL"):
            if self._item:
                self._broken_off(at)
            self._own_lines(at)
            self._item, self._begun, self._begun_line = name, end, self._line
            self.found += name == b"VEVENT"
            self._inner = []
        elif self._item:
            self._inner.append(name)
        else:
            if self._calendar:
                self._own_lines(at)
            self._others.append(name)
            self._rest = end

    def _end(self, name: bytes, at: int, end: int) -> None:
        if self._item:
            if name == self._item:
                if self._inner:
                    inner = self._inner[-1].decode("ascii", "replace")
                    self.say(f"line {self._line}", f"END:{inner} is missing before this line.")
                self._close(at)
                self._rest = end
                return
            if name in self._inner:
                while self._inner.pop() != name:
                    continue
                return
            if name != b"VCALENDAR":
                told = name.decode("ascii", "replace")
                self.say(f"line {self._line}", f"END:{told} ends nothing that was begun.")
                return
            self._broken_off(at)
        if name == b"VCALENDAR":
            if self._calendar:
                self._close_calendar(at)
            else:
                self.say(f"line {self._line}", "END:VCALENDAR ends nothing that was begun.")
            self._others = []
        elif name in self._others:
            while self._others.pop() != name:
                continue
        else:
            told = name.decode("ascii", "replace")
            self.say(f"line {self._line}", f"END:{told} ends nothing that was begun.")
        self._rest = end

    def _own_lines(self, at: int) -> None:
        """Lines up to `at` belong to the calendar itself."""
        if self._calendar is None:
            self._calendar = _Open(self._line, implied=True)
            reason = "A component stands outside any calendar (no BEGIN:VCALENDAR); it was read."
            self.say(f"line {self._line}", reason)
        elif not self._others and self._rest < at:
            self._calendar.own.append(self._text[self._rest : at].strip(b"\n"))

    def _broken_off(self, at: int) -> None:
        name = self._item.decode("ascii", "replace")
        if self._unended < _MOST_UNENDED:
            reason = f"END:{name} is missing; what stands before line {self._line} was read."
            self.say(f"line {self._begun_line}", reason)
        self._close(at, whole=False)
        self._rest = at

    def _close(self, at: int, *, whole: bool = True) -> None:
        assert self._calendar is not None
        self._items += 1
        self._unended += not whole
        if self._items > _MOST_ITEMS or (not whole and self._unended > _MOST_UNENDED):
            self._item, self._inner = b"", []
            return
        raw = self._text[self._begun : at].removeprefix(b"\n")
        event = RawEvent(self._item.decode("ascii"), self._begun_line, raw, whole)
        items = self._calendar.timezones if event.name == "VTIMEZONE" else self._calendar.events
        items.append(event)
        self._item, self._inner = b"", []

    def _close_calendar(self, at: int) -> None:
        assert self._calendar is not None
        if not self._others and self._rest < at:
            self._calendar.own.append(self._text[self._rest : at].strip(b"\n"))
        self.calendars.append(self._calendar.done())
        self._calendar = None
