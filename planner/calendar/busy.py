"""When the user is taken, as a calendar file says. Never raises for what is in the file.

Whatever is not read as it stands is said with its place, and everything else is read all the same.
Days last from midnight to midnight in the user's zone; times without a zone are in the calendar's
own, else in the user's.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from planner.calendar.clocks import Clock, FileClock, ZoneClock, clock_of
from planner.calendar.components import THE_FILE, RawCalendar, RawEvent, RawFile
from planner.calendar.content_lines import Tell
from planner.calendar.entries import Entry, entry_in
from planner.calendar.event_times import BadTime, time_in
from planner.calendar.lengths import period_length
from planner.calendar.raw_file import read
from planner.calendar.recurrence import Patience
from planner.calendar.series import Taken, taken
from planner.calendar.zone_names import named
from planner.calendar.zones import Zones, shown
from planner.domain.busy import MOST_MEGABYTES, BusyFile, BusyTime, Skipped

_MOST_BUSY = 200_000  # times of one file within the span
_TELL_EVERY = 200  # events
_MOST_YEARS = 6  # in which zones are compared
_MOST_COMPARED = 500  # times of one series looked at to say that zones differ


def read_busy(
    data: bytes,
    file: str,
    zone: str,
    start: datetime,
    end: datetime,
    *,
    mine: frozenset[str] = frozenset(),
    tell: Tell | None = None,
) -> BusyFile:
    """What the file says of [start, end) (UTC, naive). `zone` is the user's IANA zone.

    `mine` are the user's own e-mail addresses: what they declined does not take them. Raises only
    what `tell` raises.
    """
    if len(data) > MOST_MEGABYTES * 1_000_000:
        reason = f"It is larger than {MOST_MEGABYTES} MB; export fewer years of the calendar."
        return BusyFile(file, skipped=(Skipped(THE_FILE, reason),))
    return _Reading(read(data, tell), zone, start, end, mine, tell).result(file)


class _Reading:
    """The reading of one file."""

    def __init__(
        self,
        raw: RawFile,
        zone: str,
        start: datetime,
        end: datetime,
        mine: frozenset[str],
        tell: Tell | None,
    ) -> None:
        self.raw, self.zone, self.start, self.end = raw, zone, start, end
        self.mine = frozenset(each.strip().casefold() for each in mine)
        self.tell = tell
        self.say = raw.remarks.say
        self.busy: list[BusyTime] = []
        self.patience = Patience(3_000_000 + 20 * sum(len(each.events) for each in raw.calendars))
        self.zone_patience = Patience()
        self.differing: set[str] = set()
        self.unknown: dict[str, tuple[str, int]] = {}  # of zones: the first place, and how many

    def result(self, file: str) -> BusyFile:
        of = 2 * sum(len(calendar.events) for calendar in self.raw.calendars)
        series: dict[str, list[tuple[Entry, Zones]]] = {}
        brought = tuple(zone for calendar in self.raw.calendars for zone in calendar.timezones)
        done = 0
        for calendar in self.raw.calendars:
            zones = Zones(calendar, self.zone, brought, self._years(), self.zone_patience)
            self._look_over(calendar)
            for raw in calendar.events:
                done += 1
                self._told(done, of)
                self._take(raw, calendar, zones, series)
                raw.let_go()
        for uid in tuple(series):
            done += 1
            self._told(done, of)
            self._place(series.pop(uid))
        for reason, (where, count) in self.unknown.items():
            of_many = f", for {count:,} events." if count > 1 else "."
            self.say(where, reason.removesuffix(".") + of_many)
        if self.zone_patience.left < 0:
            reason = "Its rules for zones are too many to follow; times by them may be wrong."
            self.say(THE_FILE, reason, always=True)
        busy = tuple(sorted(self.busy, key=lambda each: (each.start, each.end, each.summary)))
        return BusyFile(file, self.raw.found, self.raw.remarks.all(), busy)

    def _years(self) -> tuple[int, ...]:
        """The years asked about; of a span that none would ask, the first."""
        return tuple(range(self.start.year, self.end.year + 1)[:_MOST_YEARS])

    def _told(self, done: int, of: int) -> None:
        if self.tell and not done % _TELL_EVERY:
            self.tell(done, max(done, of))

    def _look_over(self, calendar: RawCalendar) -> None:
        """Says what is wrong with a calendar's own lines and the zones it brings along."""
        for line in calendar.own.strays:
            self.say(f"line {line}", "This line is in no form that calendars have.")
        for each in calendar.timezones:
            readable = None
            with suppress(Exception):
                readable = clock_of(each)
            if readable is None:
                name = shown(each.text("TZID"))
                self.say(f"line {each.line}", f"The rules of the zone “{name}” cannot be read.")

    def _take(
        self,
        raw: RawEvent,
        calendar: RawCalendar,
        zones: Zones,
        series: dict[str, list[tuple[Entry, Zones]]],
    ) -> None:
        try:
            if raw.name == "VFREEBUSY":
                self._free_busy(raw, zones)
            elif raw.name == "VEVENT":
                called_off = calendar.method == "CANCEL"
                entry = entry_in(raw, zones, self.mine, self.patience, called_off)
                key = entry.uid or f"\0{raw.line}"
                series.setdefault(key, []).append((entry, zones))
            elif raw.name == "VAVAILABILITY":
                self.say(_where(raw), "Hours of availability (VAVAILABILITY) are not read.")
        except BadTime as bad:
            self.say(_where(raw), str(bad))
        except Exception as odd:  # one event that nobody thought of leaves the others
            self.say(_where(raw), f"It could not be read ({type(odd).__name__}).")

    def _place(self, together: list[tuple[Entry, Zones]]) -> None:
        """Finds the times that the entries of one UID take."""
        entries = [entry for entry, _ in together]
        found: list[Taken] = []
        try:
            for each in taken(entries, self.start, self.end, self.patience):
                found.append(each)
        except Exception as odd:
            kind = type(odd).__name__
            self.say(_place(entries[0]), f"When it takes place cannot be told ({kind}).")
        for each in found:
            if each.end > each.start and not (each.entry.free or each.entry.refused):
                self._add(BusyTime(each.start, each.end, each.entry.summary, each.entry.uid))
        if any(entry.zone_name for entry in entries):
            with suppress(Exception):  # only a comparison, of zones that may be anything
                self._compare(found, {id(entry): zones for entry, zones in together})
        for entry, zones in together:
            for sentence in entry.said:
                if sentence in zones.unknown:
                    where, count = self.unknown.get(sentence, (_place(entry), 0))
                    self.unknown[sentence] = where, count + 1
                else:
                    self.say(_place(entry), sentence)

    def _add(self, busy: BusyTime) -> None:
        if len(self.busy) < _MOST_BUSY:
            self.busy.append(busy)
        elif len(self.busy) == _MOST_BUSY and "\0full" not in self.differing:
            self.differing.add("\0full")
            reason = f"It holds more than {_MOST_BUSY:,} times; the rest were left out."
            self.say(THE_FILE, reason, always=True)

    def _compare(self, found: list[Taken], zones: dict[int, Zones]) -> None:
        """Says once of each zone that the file's own rules for it are others than the zone's."""
        for each in found[:_MOST_COMPARED]:
            name, taken = each.entry.zone_name, each.entry.start.clock
            if not name or name in self.differing:
                continue
            own, known = zones[id(each.entry)].own(name), named(name)
            if own and known and _differ(own, known, each.start):
                self.differing.add(name)
                rules = f"The file's own rules for the zone “{shown(name)}”"
                if isinstance(taken, FileClock):
                    zone = known.name if isinstance(known, ZoneClock) else "that name"
                    reason = f"{rules} were taken; those of {zone} differ."
                else:
                    reason = f"{rules} differ from those of that name, which were taken."
                self.say(_place(each.entry), reason)

    def _free_busy(self, raw: RawEvent, zones: Zones) -> None:
        summary = raw.as_written("SUMMARY")
        for prop in raw.by_name.get("FREEBUSY", ()):
            if prop.parameters.get("FBTYPE", "").upper() == "FREE":
                continue
            for value in prop.value.split(","):
                self.patience.left -= 1
                if not value.strip() or self.patience.left < 0:
                    continue
                begins, slash, ends = value.partition("/")
                try:
                    if not slash:
                        raise BadTime(f"“{shown(value)}” is no period.")
                    start = time_in(begins, prop, zones)
                    length = period_length(start, ends, prop, zones)
                    first, last = start.utc, length.end(start.wall, start.clock)
                except BadTime as bad:
                    self.say(_where(raw), f"One of its busy times was left out: {bad}")
                    continue
                except OverflowError:
                    self.say(_where(raw), "One of its busy times is beyond the ends of time.")
                    continue
                if first < self.end and last > self.start and last > first:
                    self._add(BusyTime(first, last, summary, raw.text("UID")))
        if self.patience.left < 0:
            self.say(_where(raw), "It lists more times than can be read; the rest were left out.")


def _differ(own: FileClock, clock: Clock, instant: datetime) -> bool:
    try:
        return own.covers(instant) and own.wall(instant) != clock.wall(instant)
    except OverflowError:  # at the ends of time
        return False


def _where(raw: RawEvent) -> str:
    return _at_line(raw.line, raw.text("SUMMARY"))


def _place(entry: Entry) -> str:
    return _at_line(entry.raw.line, entry.summary)


def _at_line(line: int, summary: str) -> str:
    return f"line {line}, “{shown(summary)}”" if summary.strip() else f"line {line}"
