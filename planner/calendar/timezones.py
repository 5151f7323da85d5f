"""Zones as calendar programs read them.

A calendar file carries the rules of each zone it names (VTIMEZONE). We take them from the last
line of the zone's own data file, a rule in POSIX form such as `CET-1CEST,M3.5.0,M10.5.0/3`, and
use them only where they agree with `zoneinfo`; elsewhere a time is written in UTC, which every
reader shows right.
"""

from __future__ import annotations

import re
import zoneinfo
from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

RULES_FROM = 1970  # the year a written rule starts in, as most calendar programs write it
# Many programs go by the zone's name and their own zone data, which is often years old: where the
# law changed lately they are an hour off, whatever rule the file holds. Our choice.
OLD_DATA_YEARS = 3
# Zones whose past was put right lately, so that older data misplaces their coming changes too
# (tzdata's NEWS, 2026: Moldova changes its clocks with the European Union).
_PUT_RIGHT = frozenset({"Europe/Chisinau", "Europe/Tiraspol"})
_DAY = timedelta(days=1)
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")  # numbered as POSIX does
_NAME = r"[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>"
_HOURS = r"[+-]?\d{1,3}(?::\d\d){0,2}"
_POSIX = (
    rf"(?P<std>{_NAME})(?P<std_west>{_HOURS})"
    rf"(?:(?P<dst>{_NAME})(?P<dst_west>{_HOURS})?,(?P<dst_on>[^,]+),(?P<std_on>[^,]+))?"
)
_NTH_WEEKDAY = rf"M(\d{{1,2}})\.([1-5])\.([0-6])(?:/({_HOURS}))?"


class Onset(NamedTuple):
    """When an offset begins each year: the `nth` (5: last) `weekday` (0: Sunday) of `month`."""

    month: int
    nth: int
    weekday: int
    clock: timedelta  # since midnight, as clocks showed just before

    def wall(self, year: int) -> datetime:
        """The onset in `year` by the clocks before it, naive."""
        first = datetime(year, self.month, 1)
        day = first + _DAY * ((self.weekday - first.isoweekday()) % 7 + 7 * (self.nth - 1))
        return (day if day.month == self.month else day - 7 * _DAY) + self.clock

    @property
    def by_day(self) -> str:
        """As a calendar rule says it: `-1SU` for the last Sunday."""
        return f"{-1 if self.nth == 5 else self.nth}{_WEEKDAYS[self.weekday]}"


class Observance(NamedTuple):
    """A stretch of the year with one offset from UTC; `onset` None means all of it."""

    name: str  # "CET", "-03"
    offset: timedelta
    onset: Onset | None


class ZoneRule(NamedTuple):
    """The offsets of a zone as they follow one another each year: one, or two taking turns."""

    observances: tuple[Observance, ...]

    @property
    def fixed(self) -> timedelta:
        """The offset of a zone whose clocks never change."""
        return self.observances[0].offset

    def changes(self, year: int) -> list[tuple[datetime, timedelta]]:
        """This year's changes, earliest first: (instant in UTC, naive; the offset from then)."""
        found = []
        for before, after in zip(self.observances[::-1], self.observances, strict=True):
            if after.onset:
                found.append((after.onset.wall(year) - before.offset, after.offset))
        return sorted(found)


def rule_of(zone: str) -> ZoneRule | None:
    """The yearly rule of the IANA zone `zone`, or None where its times are better in UTC.

    None for UTC itself and wherever clocks always show it (Reykjavik), and for changes other than
    on an nth weekday between 0:00 and 24:00 (Cairo, Santiago, Nuuk, Jerusalem): Outlook takes a
    rule only with one BYDAY of that form ([MS-OXCICAL] 2.1.3.1.1.19.2.2) and would misread others.
    """
    match = re.fullmatch(_POSIX, _last_line(zone))
    if match is None:
        return None
    standard = _offset(match["std_west"])
    if match["dst"] is None:
        if not standard:
            return None
        return ZoneRule((Observance(_name(match["std"]), standard, None),))
    ahead = _offset(match["dst_west"]) if match["dst_west"] else standard + timedelta(hours=1)
    to_dst, to_standard = _onset(match["dst_on"]), _onset(match["std_on"])
    if to_dst is None or to_standard is None:
        return None
    return ZoneRule(
        (
            Observance(_name(match["std"]), standard, to_standard),
            Observance(_name(match["dst"]), ahead, to_dst),
        )
    )


@lru_cache(maxsize=256)
def holds(zone: str, year: int) -> bool:
    """Whether the zone's rule tells the same times as `zoneinfo` in `year` and those around it.

    False for a zone without a rule, and near a change of law, or one like Morocco's Ramadan
    that the rule does not know; for some years after such a change too, until other programs
    know of it. False for names without a region as well: PHP takes "CET" for winter time alone.
    """
    rule = rule_of(zone)
    if rule is None or zone in _PUT_RIGHT or "/" not in zone:
        return False
    since = year - OLD_DATA_YEARS
    changes = [change for each in range(since - 1, year + 2) for change in rule.changes(each)]
    told_from = [instant for instant, _ in changes]
    first_day, second = datetime(since, 1, 1), timedelta(seconds=1)
    days = (datetime(year + 2, 1, 1) - first_day).days
    probes = [first_day + day * _DAY for day in range(days)]
    for instant in told_from:
        if instant > first_day:
            probes += [instant - second, instant]
    return all(
        _offset_at(probe, zone)
        == (changes[bisect_right(told_from, probe) - 1][1] if changes else rule.fixed)
        for probe in probes
    )


def component(zone: str) -> Any:
    """The zone as an icalendar VTIMEZONE; only for one of which `holds` was true."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    rule = rule_of(zone)
    if rule is None:
        raise ValueError(f"{zone} has no rule that a calendar file can hold")
    written = Timezone()
    written.add("tzid", zone)
    observances = rule.observances
    lowest = min(observance.offset for observance in observances)
    for before, after in zip(observances[::-1], observances, strict=True):
        # Dublin's law calls summer time standard; readers expect the later clock in DAYLIGHT.
        part = TimezoneStandard() if after.offset == lowest else TimezoneDaylight()
        if after.onset is None:
            part.add("dtstart", datetime(RULES_FROM, 1, 1))
        else:
            part.add("dtstart", after.onset.wall(RULES_FROM))
            onset = {"freq": "yearly", "bymonth": after.onset.month, "byday": after.onset.by_day}
            part.add("rrule", onset)
        part.add("tzoffsetfrom", before.offset)
        part.add("tzoffsetto", after.offset)
        part.add("tzname", after.name)
        written.add_component(part)
    return written


def _last_line(zone: str) -> str:
    """The POSIX rule at the end of the zone's data, from where `zoneinfo` reads it; "" if none."""
    for folder in zoneinfo.TZPATH:
        path = Path(folder, *zone.split("/"))
        if path.is_file():
            return _footer(path.read_bytes())
    from importlib import resources

    entry = resources.files("tzdata").joinpath("zoneinfo", *zone.split("/"))
    return _footer(entry.read_bytes()) if entry.is_file() else ""


def _footer(data: bytes) -> str:
    lines = data.rsplit(b"\n", 2)
    ended = data.startswith(b"TZif") and len(lines) == 3 and not lines[-1]
    return lines[-2].decode("ascii", errors="replace") if ended else ""


def _name(text: str) -> str:
    return text.strip("<>")


def _clock(text: str) -> timedelta:
    hours, minutes, seconds = ([*text.lstrip("+-").split(":"), "0", "0"])[:3]
    span = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds))
    return -span if text.startswith("-") else span


def _offset(west: str) -> timedelta:
    """POSIX counts hours west of Greenwich, calendars east of it."""
    return -_clock(west)


def _onset(text: str) -> Onset | None:
    match = re.fullmatch(_NTH_WEEKDAY, text)
    if match is None:
        return None
    month, nth, weekday = (int(part) for part in match.groups()[:3])
    clock = _clock(match[4] or "2")  # POSIX: two o'clock when it does not say
    return Onset(month, nth, weekday, clock) if timedelta() <= clock < _DAY else None


def _offset_at(instant: datetime, zone: str) -> timedelta:
    there = instant.replace(tzinfo=UTC).astimezone(zoneinfo.ZoneInfo(zone))
    offset = there.utcoffset()
    assert offset is not None  # astimezone gives an aware time
    return offset
