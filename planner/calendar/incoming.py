"""Reads what calendar files say of meetings: invitations, answers, and calendars saved whole."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from urllib.parse import unquote

from planner.calendar.components import THE_FILE, RawCalendar, RawEvent
from planner.calendar.content_lines import Property, Tell
from planner.calendar.event_times import BadTime, EventTime, event_time, span_in
from planner.calendar.raw_file import read, what_it_is
from planner.calendar.recurrence import Patience
from planner.calendar.remarks import Remarks
from planner.calendar.zones import Zones
from planner.domain.busy import Skipped
from planner.domain.incoming import Answer, Contents, Message, Method, Party
from planner.domain.people import wrong_with_email
from planner.domain.shortening import one_line
from planner.domain.wall_time import kept_wall

_CALENDAR, _BEGINNING = b"BEGIN:VCALENDAR", 4096  # and in how many bytes it stands, if at all
MOST_EVENTS = 100_000  # of one file; a long life's calendar has a third of that
_MOST_ATTENDEES = 300  # of one event; a 1-2-1 has two
_LONGEST = 300  # letters of a title, place, name or comment
_LONGEST_UID = 1000
_MOST_SEQUENCE = 2**31 - 1  # RFC 5545, 3.3.8
FIRST_YEAR, LAST_YEAR = 1971, 2199  # what zone rules can tell
_NO_PERSON = frozenset({"ROOM", "RESOURCE"})
# Addresses that are nobody's: RFC 2606's domain, and Google's for an organizer it does not know.
_NOBODY = (".invalid", "unknownorganizer@calendar.google.com")
# The ID of an object of Exchange, around "vCal-Uid", a version and the UID.
_WRAPPED = re.compile(
    "040000008200E00074C5B7101A82E008[0-9A-F]{48}7643616C2D55696401000000((?:[0-9A-F]{2})+)", re.I
)
_ANSWERS = {each.value.upper(): each for each in Answer if each}
_METHODS = {each.value.upper(): each for each in Method}


def contents(data: bytes, file: str, zone: str, tell: Tell | None = None) -> Contents:
    """What a file says, tolerant of whatever stands in it. `zone` is the user's.

    Never raises for what is in the file; `tell(done, of)` hears how far it is, and may raise.
    """
    raw = read(data, tell)
    remarks = raw.remarks
    messages: list[Message] = []
    others: Counter[str] = Counter()
    zones_of_file = tuple(zone for each in raw.calendars for zone in each.timezones)
    of = sum(len(calendar.events) for calendar in raw.calendars)
    if not of and _CALENDAR not in data[:_BEGINNING].replace(b"\0", b"").upper():
        return Contents(file, skipped=(Skipped(THE_FILE, what_it_is(data)),), sound=False)
    if not of:
        remarks.say(THE_FILE, "There is no event in it.", always=True)
    said: set[str] = set()
    patience = Patience()
    for calendar in raw.calendars:
        zones = Zones(calendar, zone, zones_of_file, patience=patience)
        reading = _Calendar(calendar, zones, file, remarks, said)
        for event in calendar.events:
            if event.name != "VEVENT":
                others[event.name] += 1
            elif len(messages) < MOST_EVENTS:
                # A copy, so that what is taken apart of it goes with it: to let go of that of fifty
                # thousand at once would hold up the window.
                messages.append(reading.message(replace(event)))
                if tell is not None:
                    tell(len(messages), of)
            else:
                others[event.name] += 1
    if others.pop("VEVENT", 0):
        reason = f"It has {of:,} events; the first {MOST_EVENTS:,} were read."
        remarks.say(THE_FILE, reason, always=True)
    if patience.left < 0:
        reason = "Its rules for zones are too many to follow; times by them may be wrong."
        remarks.say(THE_FILE, reason, always=True)
    return Contents(file, tuple(messages), remarks.all(), tuple(sorted(others.items())))


class _Calendar:
    """One calendar of a file, its events read one after another."""

    def __init__(
        self,
        calendar: RawCalendar,
        zones: Zones,
        file: str,
        remarks: Remarks,
        said: set[str],
    ) -> None:
        self._method = _METHODS.get(calendar.method.strip(), Method.PUBLISH)
        self._zones = zones
        self._file = file
        self._remarks = remarks
        self._said = said  # each oddity is told once, not of thousands of events

    def message(self, event: RawEvent) -> Message:
        where = f"line {event.line}"
        summary = _line(event.text("SUMMARY"))
        begins = self._time(event.first("DTSTART"), where, summary)
        starts, zone, minutes = None, "UTC", 0
        if begins is not None:
            try:
                starts, zone = _kept(begins)
                minutes = self._minutes(event, begins)
            except (OverflowError, ValueError):
                self._say(where, summary, "Its time is out of reach.")
                starts, zone = None, "UTC"
        return Message(
            method=self._method,
            uid=_uid(event.text("UID")),
            sequence=_number(event.text("SEQUENCE")),
            stamp=self._stamp(event),
            summary=summary,
            place=_line(event.text("LOCATION")),
            comment=_line(event.text("COMMENT")) or _comment_of_answer(event),
            starts=starts,
            zone=zone,
            minutes=minutes,
            all_day=begins is not None and begins.is_day,
            repeats=any(event.text(name) for name in ("RRULE", "RDATE", "RECURRENCE-ID")),
            off=event.text("STATUS").upper() == "CANCELLED" and self._method is not Method.REPLY,
            organizer=_party(event.first("ORGANIZER")),
            attendees=_attendees(event),
            file=self._file,
            where=where,
        )

    def _time(self, prop: Property | None, where: str, summary: str) -> EventTime | None:
        if prop is None or not prop.value.strip():
            return None
        try:
            time = event_time(prop, self._zones)
        except BadTime as wrong:
            self._say(where, summary, str(wrong))
            return None
        except (OverflowError, ValueError):
            self._say(where, summary, "Its time cannot be read.")
            return None
        if time.said and time.said not in self._said:
            self._said.add(time.said)
            self._say(where, summary, time.said)
        return time

    def _minutes(self, event: RawEvent, begins: EventTime) -> int:
        """Whole minutes it lasts; 0 where no end is said, or one before its start."""
        length = timedelta()
        try:
            if (end := event.first("DTEND")) is not None and end.value.strip():
                length = event_time(end, self._zones).utc - begins.utc
            elif text := event.text("DURATION"):
                length = sum(span_in(text), timedelta())
        except BadTime as wrong:
            self._say(f"line {event.line}", _line(event.text("SUMMARY")), str(wrong))
        return max(0, int(length.total_seconds() // 60))

    def _stamp(self, event: RawEvent) -> datetime | None:
        prop = event.first("DTSTAMP")
        if prop is None:
            return None
        try:
            return event_time(prop, self._zones).utc.replace(microsecond=0)
        except (BadTime, OverflowError, ValueError):
            return None

    def _say(self, where: str, summary: str, reason: str) -> None:
        named = f"{where}, “{summary}”" if summary else where
        self._remarks.say(named, reason)


def _kept(time: EventTime) -> tuple[datetime, str]:
    """A time as 1-2-1s are kept. ValueError out of the years that can be."""
    if time.is_day:
        return time.wall, time.zone
    instant = time.utc
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise ValueError("no zone rules for that year")
    return kept_wall(instant, time.zone)


def _attendees(event: RawEvent) -> tuple[Party, ...]:
    found = event.by_name.get("ATTENDEE", [])[:_MOST_ATTENDEES]
    parties = [
        _party(prop)
        for prop in found
        if prop.parameters.get("CUTYPE", "").upper() not in _NO_PERSON
    ]
    return tuple(party for party in parties if party.address)


def _uid(text: str) -> str:
    """What the event is called. Exchange may wrap what others called it (MS-OXOCAL, 2.2.1.27)."""
    text = text[:_LONGEST_UID]
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped is None:
        return text
    try:
        return bytes.fromhex(wrapped[1]).split(b"\0")[0].decode("ascii") or text
    except ValueError:
        return text


def _party(prop: Property | None) -> Party:
    """Somebody by their address; Apple writes it beside a value of its own."""
    if prop is None:
        return Party()
    value = prop.value.strip()
    scheme, colon, rest = value.partition(":")
    if colon and scheme.strip().lower() == "mailto":
        value = unquote(rest.partition("?")[0])
    address = _address(value) or _address(prop.parameters.get("EMAIL", ""))
    name = _line(prop.parameters.get("CN", "")).strip("'\" ")
    answer = _ANSWERS.get(prop.parameters.get("PARTSTAT", "").strip().upper(), Answer.NONE)
    # A name that is an address says nothing, or claims to be somebody else.
    return Party(address, "" if address and _address(name) else name, answer)


@lru_cache(maxsize=4096)
def _address(text: str) -> str:
    """An e-mail address, "" for what is none or nobody's."""
    address = _line(text).strip("<>'\" ") if len(text) <= _LONGEST else ""
    if not address or wrong_with_email(address):
        return ""
    return "" if address.lower().endswith(_NOBODY) else address


def _comment_of_answer(event: RawEvent) -> str:
    """What somebody wrote beside the answer, where Google puts it."""
    for prop in event.by_name.get("ATTENDEE", [])[:_MOST_ATTENDEES]:
        for name in ("X-RESPONSE-COMMENT", "RESPONSE-COMMENT"):
            if said := _line(prop.parameters.get(name, "")):
                return said
    return ""


def _line(text: str) -> str:
    """One line; what is cut off it shows as an ellipsis."""
    start = text[: 4 * _LONGEST]
    # As nearly all are, in a tenth of the time.
    plain = start.isascii() and start.isprintable()
    line = " ".join(start.split()) if plain else one_line(start)
    if len(line) <= _LONGEST:
        return line
    return line[: _LONGEST - 1].rstrip() + "…"


def _number(text: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit()) or len(text) > 10:
        return 0
    return min(int(text), _MOST_SEQUENCE)
