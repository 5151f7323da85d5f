"""One event of a calendar as it stands in the file: when, how long, how often, and whether busy.

Whatever of it cannot be read is said in `said`, and the rest is taken all the same.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace

from planner.calendar.components import RawEvent
from planner.calendar.content_lines import Property
from planner.calendar.event_times import BadTime, EventTime, event_time, span_in, time_in
from planner.calendar.lengths import A_DAY, NO_TIME, Length, floats, period_length
from planner.calendar.old_rules import from_old_text, looks_old
from planner.calendar.recurrence import Patience
from planner.calendar.recurrence_rule import Rule, RuleError, from_text
from planner.calendar.zones import Zones

_DATE = re.compile(r"\s*\d{4}-?\d\d-?\d\d\s*")


@dataclass(slots=True)
class Entry:
    """One VEVENT that has a time."""

    raw: RawEvent
    uid: str
    start: EventTime
    length: Length
    free: bool  # nobody is taken by it
    summary: str
    zone_name: str = ""  # of its start, as the file calls it
    sequence: int = 0
    stamp: str = ""
    instead_of: EventTime | None = None  # the time in a series that it takes the place of
    and_future: bool = False  # it takes the place of all later ones too
    rules: list[Rule] = field(default_factory=list)
    but_rules: list[Rule] = field(default_factory=list)
    dates: list[tuple[EventTime, Length]] = field(default_factory=list)
    but_dates: list[EventTime] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    refused: bool = False  # it would repeat too often to be read

    @property
    def repeats(self) -> bool:
        return bool(self.rules or self.dates)

    def say(self, *sentences: str) -> None:
        self.said += [each for each in sentences if each and each not in self.said]


def entry_in(
    raw: RawEvent, zones: Zones, mine: frozenset[str], patience: Patience, called_off: bool
) -> Entry:
    """What a VEVENT says; BadTime when it has no time. `called_off`: its calendar takes it back.

    `mine` are the user's own addresses in small letters: what they declined, they are free at.
    """
    starts, first = raw.first("DTSTART"), raw.first("RECURRENCE-ID")
    if starts is None and first is None:
        raise BadTime("It does not say when it begins (DTSTART).")
    start = event_time(starts or first, zones)  # type: ignore[arg-type]
    found = Entry(raw, raw.text("UID"), start, Length(), called_off or _free(raw, mine), "")
    found.summary = raw.as_written("SUMMARY")
    found.zone_name = starts.parameters.get("TZID", "") if starts else ""
    found.sequence, found.stamp = _number(raw.text("SEQUENCE")), _stamp(raw)
    if starts is None:
        found.say("It does not say when it begins; the time it stands for was taken.")
    found.say(start.said, *(f"Line {at} is in no form that calendars have." for at in raw.strays))
    if starts is not None and len(raw.by_name["DTSTART"]) > 1:
        found.say("It begins at two times; the first was taken.")
    if not raw.whole:
        found.say("It has no end (END:VEVENT); what there is of it was read.")
    _lasting(found, zones)
    if first is not None and starts is not None:
        try:
            found.instead_of = _in_the_same(event_time(first, zones), first, found)
        except BadTime as bad:
            found.say(f"It is one of a series, but which is not clear: {bad}")
    if first is not None:
        found.instead_of = found.instead_of or start
        which = first.parameters.get("RANGE", "").upper()
        found.and_future = which == "THISANDFUTURE"
        if which and not found.and_future:
            found.say(f"It changes a series “{which[:20]}”, which is not read; one was changed.")
    _repeating(found, zones, patience)
    if found.instead_of is not None and found.repeats and not found.and_future:
        found.say("It repeats although it stands for one time of a series; it was read once.")
    return found


def _lasting(entry: Entry, zones: Zones) -> None:
    """Finds how long the entry lasts, and says what is odd about it."""
    raw, start = entry.raw, entry.start
    ends, lasts = raw.first("DTEND"), raw.first("DURATION")
    entry.length = Length(A_DAY if start.is_day else NO_TIME)
    if ends is not None and ends.value.strip():
        try:
            end = event_time(ends, zones)
        except BadTime as bad:
            entry.say(f"Its end cannot be read: {bad}")
            if lasts is None:
                return
        else:
            entry.say(end.said)
            _until(entry, end, ends)
            _said_twice(entry, lasts)
            return
    if lasts is None or not lasts.value.strip():
        return
    try:
        whole, exact = span_in(lasts.value)
    except BadTime as bad:
        entry.say(f"How long it lasts cannot be read: {bad}")
        return
    if whole + exact < NO_TIME:
        entry.say("It lasts less than no time, so how long is not known and no time was taken.")
        return
    _lasts(entry, Length(whole, exact))


def _said_twice(entry: Entry, lasts: Property | None) -> None:
    """Says that how long it lasts is not what its end says, if so."""
    if lasts is None or not lasts.value.strip():
        return
    with suppress(BadTime, OverflowError):
        length, start = Length(*span_in(lasts.value)), entry.start
        ends = length.end(start.wall, start.clock)
        # A length of nothing is what some programs write beside every end.
        if length == Length() or ends == entry.length.end(start.wall, start.clock):
            return
    entry.say("How long it lasts (DURATION) is not what its end (DTEND) says; the end was taken.")


def _until(entry: Entry, end: EventTime, ends: Property) -> None:
    start = entry.start
    if end.is_day != start.is_day:
        entry.say("One of its ends is a day and the other a time; both were read as they stand.")
        if end.is_day:
            end = EventTime(end.wall, start.clock)
    elif not start.is_day:
        # A time without a zone beside one with a zone is meant to be in that.
        begins = entry.raw.first("DTSTART")
        if begins is not None and floats(ends, ends.value) != floats(begins, begins.value):
            entry.say("One of its ends names no zone; that of the other was taken.")
            if floats(ends, ends.value):
                end = EventTime(end.wall, start.clock)
            else:
                entry.start = start = EventTime(start.wall, end.clock, said=start.said)
    if end.clock is start.clock or end.clock == start.clock:
        length = Length(end.wall - start.wall)
    else:
        try:
            length = Length(NO_TIME, end.utc - start.utc)
        except OverflowError:
            length = Length(end.wall - start.wall)
    _lasts(entry, length)


def _lasts(entry: Entry, length: Length) -> None:
    """Takes a length that its ends say, which may be none or less."""
    start, total = entry.start, length.wall + length.exact
    if total < NO_TIME:
        entry.say("It ends before it begins; the time between the two was taken.")
        try:
            begins = start.clock.wall(length.end(start.wall, start.clock))
            entry.start = EventTime(begins, start.clock, start.is_day, start.said)
            length = Length(-length.wall, -length.exact)
        except OverflowError:
            length = Length()
    elif start.is_day and total == NO_TIME:
        length = Length(A_DAY)
    entry.length = length


def _repeating(entry: Entry, zones: Zones, patience: Patience) -> None:
    """Reads rules and lists of dates; what is wrong is said, and the rest taken."""
    raw = entry.raw
    for name, rules in (("RRULE", entry.rules), ("EXRULE", entry.but_rules)):
        for prop in raw.by_name.get(name, ()):
            if not prop.value.strip():
                continue
            try:
                rule = from_old_text(prop.value) if looks_old(prop.value) else from_text(prop.value)
            except RuleError as bad:
                what = "the first time alone was taken" if name == "RRULE" else "it was left out"
                entry.say(f"{bad} So {what}.")
            else:
                entry.say(rule.said)
                if rule.until_day and not entry.start.is_day:
                    entry.say("Its rule ends on a day (UNTIL); it was taken to the end of that.")
                if rule.until and entry.start.is_day:
                    rule = replace(rule, until_day=True)
                rules.append(rule)
    for name in ("RDATE", "EXDATE"):
        for prop in raw.by_name.get(name, ()):
            if not prop.value.strip():
                entry.say(f"Its {name} says nothing.")
            for value in prop.value.replace(";", ",").split(","):
                patience.left -= 1
                if patience.left < 0:
                    entry.say("It lists more dates than can be read; the rest were left out.")
                    return
                if value.strip():
                    _one_date(entry, name, value, prop, zones)


def _one_date(entry: Entry, name: str, value: str, prop: Property, zones: Zones) -> None:
    begins, slash, ends = value.partition("/")
    if slash:  # a period of days, which there is not, from midnight to midnight
        begins, ends = (f"{each}T000000" if _DATE.fullmatch(each) else each
                        for each in (begins.strip(), ends.strip()))  # fmt: skip
    try:
        time = _in_the_same(time_in(begins, prop, zones), prop, entry)
        if name == "EXDATE":
            entry.but_dates.append(time)
        elif not slash:
            entry.dates.append((time, entry.length))
        else:
            entry.dates.append((time, period_length(time, ends, prop, zones)))
    except BadTime as bad:
        entry.say(f"A date in its {name} was left out: {bad}")
    else:
        entry.say(time.said)


def _in_the_same(time: EventTime, prop: Property, entry: Entry) -> EventTime:
    """A time that names no zone in the zone of the event, and one in UTC in that of a floating
    event, for such an event is only written so by mistake.
    """
    if time.is_day:
        return time
    begins = entry.raw.first("DTSTART")
    floating = begins is not None and floats(begins, begins.value) and not entry.start.is_day
    if floats(prop, prop.value) or (
        floating and time.clock.name == "UTC" and not prop.parameters.get("TZID")
    ):
        return EventTime(time.wall, entry.start.clock, said=time.said)
    return time


def _free(raw: RawEvent, mine: frozenset[str]) -> bool:
    transparent = raw.text("TRANSP").upper()
    status = raw.text("STATUS").upper()
    if transparent == "TRANSPARENT" or (transparent.isdecimal() and int(transparent) > 0):
        return True
    if status in ("CANCELLED", "CANCELED", "DECLINED"):
        return True
    if raw.text("X-MICROSOFT-CDO-BUSYSTATUS").upper() == "FREE":
        return True
    return bool(mine) and any(
        guest.parameters.get("PARTSTAT", "").upper() == "DECLINED" and _address(guest) in mine
        for guest in raw.by_name.get("ATTENDEE", ())
    )


def _address(guest: Property) -> str:
    value = guest.value.strip().strip("<>").casefold()
    return value.removeprefix("mailto:").strip()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _stamp(raw: RawEvent) -> str:
    """When this version was made, so far as text can be compared."""
    return max(raw.text("LAST-MODIFIED"), raw.text("DTSTAMP"))
