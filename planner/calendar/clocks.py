"""What clocks show where: by a zone's rules, a fixed offset, or rules that a file brings along."""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from planner.calendar.components import RawEvent
from planner.calendar.recurrence import Patience, times
from planner.calendar.recurrence_rule import MONTHLY, Rule, RuleError, from_text

_OFFSET = re.compile(r"\s*([+-]?)(\d{1,2}):?(\d\d)(?::?(\d\d))?\s*")
_WALL = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d))?")
_DAY = timedelta(days=1)
_WORTH = 4  # a change looked at costs as much patience as so many times
_MOST_DATES = 2000  # of changes listed one by one; no zone has 300
_RULED_YEARS = 3  # on both sides of a time that are looked at for changes


class Clock(Protocol):
    """What clocks show somewhere."""

    @property
    def name(self) -> str:
        """The IANA zone, "" when there is none for it."""

    def utc(self, wall: datetime) -> datetime:
        """The instant (UTC, naive) at which they show `wall`; of two, the first.

        A time that they jump over counts from before the jump. OverflowError at the ends of time.
        """

    def wall(self, instant: datetime) -> datetime:
        """What they show at an instant (UTC, naive)."""


@dataclass(frozen=True, slots=True)
class ZoneClock:
    """The clocks of an IANA zone."""

    name: str
    zone: ZoneInfo

    def utc(self, wall: datetime) -> datetime:
        offset = wall.replace(tzinfo=self.zone, fold=0).utcoffset()
        return wall - offset if offset else wall

    def wall(self, instant: datetime) -> datetime:
        there = instant.replace(tzinfo=UTC).astimezone(self.zone)
        return there.replace(tzinfo=None, fold=0)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """Clocks that are always so far ahead of UTC."""

    ahead: timedelta

    @property
    def name(self) -> str:
        hours, rest = divmod(self.ahead, timedelta(hours=1))
        if not self.ahead:
            return "UTC"
        return f"Etc/GMT{-hours:+d}" if not rest and -12 <= hours <= 14 else ""

    def utc(self, wall: datetime) -> datetime:
        return wall - self.ahead

    def wall(self, instant: datetime) -> datetime:
        return instant + self.ahead


@dataclass(slots=True)
class _Observance:
    begins: datetime  # by the clocks before it
    before: timedelta
    after: timedelta
    rule: Rule | None
    dates: list[datetime]

    @property
    def ends(self) -> datetime:
        """When it begins for the last time, by the clocks before it; never, by an endless rule."""
        known = [self.begins, *self.dates]
        if self.rule and not self.rule.count:
            known.append(self.rule.last(self._wall_before))
        return max(known)

    def _wall_before(self, instant: datetime) -> datetime:
        return instant + self.before

    def onsets(self, year: int, patience: Patience) -> list[datetime]:
        """When it begins in a year, and about it, by the clocks before it."""
        first = datetime(max(1, year - _RULED_YEARS), 1, 1)
        last = datetime(min(9999, year + _RULED_YEARS), 1, 1)
        found = [self.begins, *self.dates]
        if self.rule:
            with suppress(RuleError):  # one that counts for ever: it stays as it began
                found += self._ruled(self.rule, first, last, patience)
        return found

    def _ruled(
        self, rule: Rule, first: datetime, last: datetime, patience: Patience
    ) -> list[datetime]:
        found = list(times(rule, self.begins, first, last, self._wall_before, patience))
        ended = rule.last(self._wall_before)
        if ended < first:  # it stays as its last onset left it
            year_before = ended - timedelta(days=400) if ended.year > 2 else ended
            before = self._wall_before
            found += times(rule, self.begins, year_before, first, before, patience)
        return found


@dataclass(slots=True)
class FileClock:
    """The clocks of a VTIMEZONE. They show what its rules say, whatever its name means."""

    observances: list[_Observance]
    at_first: timedelta  # ahead of UTC before all of them
    patience: Patience = field(default_factory=Patience, compare=False)
    _span: tuple[datetime, datetime] | None = None
    _years: dict[int, tuple[list[datetime], list[tuple[timedelta, timedelta]]]] = field(
        default_factory=dict
    )

    @property
    def name(self) -> str:
        return ""

    def utc(self, wall: datetime) -> datetime:
        instants, offsets = self._changes(wall.year)
        # From the last change backwards: a wall time at or after it, by the clocks before, is past
        # it; what clocks show twice is the first time, what they jump over counts from before.
        for instant, (before, after) in zip(reversed(instants), reversed(offsets), strict=True):
            if wall >= instant + max(before, after):
                return wall - after
            if wall >= instant + min(before, after):
                return wall - before
        return wall - self.at_first

    def wall(self, instant: datetime) -> datetime:
        instants, offsets = self._changes(instant.year)
        at = bisect_right(instants, instant)
        return instant + (offsets[at - 1][1] if at else self.at_first)

    def covers(self, instant: datetime) -> bool:
        """Whether its rules mean to say something of an instant (UTC, naive).

        Many programs list the changes near an event alone: after the last of them, as before the
        first, nothing is said.
        """
        if self._span is None:
            first = min(each.begins for each in self.observances)
            last = max(each.ends for each in self.observances)
            self._span = first, last if first < last else datetime.max
        return self._span[0] <= instant < self._span[1]

    def changes(self, year: int) -> list[datetime]:
        """The instants of a year (UTC, naive) at which they change."""
        return [each for each in self._changes(year)[0] if each.year == year]

    def _changes(self, year: int) -> tuple[list[datetime], list[tuple[timedelta, timedelta]]]:
        known = self._years.get(year)
        if known is None:
            found: dict[datetime, tuple[timedelta, timedelta]] = {}
            for each in self.observances:
                self.patience.left -= _WORTH + len(each.dates)
                if self.patience.left < 0:
                    break  # one of thousands made to take for ever: the reader says so
                for onset in each.onsets(year, self.patience):
                    try:
                        found[onset - each.before] = (each.before, each.after)
                    except OverflowError:
                        continue
            instants = sorted(found)
            known = self._years[year] = instants, [found[each] for each in instants]
        return known


def clock_of(timezone: RawEvent, patience: Patience | None = None) -> FileClock | None:
    """The clocks a VTIMEZONE describes, or None when its rules cannot be understood.

    When `patience` has run out, later rules of it are not followed.
    Of the time before the first of its rules RFC 5545 says nothing; as with most readers, clocks
    showed standard time then.
    """
    observances, standard = [], list[timedelta]()
    for part in timezone.parts:
        if part.name not in ("STANDARD", "DAYLIGHT"):
            continue
        start, after = part.first("DTSTART"), part.first("TZOFFSETTO")
        before = part.first("TZOFFSETFROM") or after
        if after is None or before is None:
            return None
        try:
            ahead, was = offset_in(after.value), offset_in(before.value)
            begins = _wall_in(start.value) if start else datetime(1970, 1, 1)
            dates = [
                _wall_in(text) for each in part.by_name.get("RDATE", ()) for text in
                each.value.split(",")[:_MOST_DATES] if text.strip()
            ]  # fmt: skip
            rule = part.first("RRULE")
            ruled = from_text(rule.value) if rule else None
            if ruled and ruled.freq > MONTHLY:
                return None  # clocks change once or twice a year
        except (ValueError, RuleError):
            return None
        if part.name == "STANDARD":
            standard.append(ahead)
        observances.append(_Observance(begins, was, ahead, ruled, dates[:_MOST_DATES]))
    if not observances:
        return None
    at_first = standard[0] if standard else observances[0].before
    return FileClock(observances, at_first, patience or Patience())


def offset_in(text: str) -> timedelta:
    """`+0100`, `-05:30`, `+013045`; ValueError for what is none."""
    match = _OFFSET.fullmatch(text)
    if match is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    ahead = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if ahead >= _DAY:
        raise ValueError(text)
    return -ahead if match[1] == "-" else ahead


def _wall_in(text: str) -> datetime:
    match = _WALL.match(text)
    if match is None:
        raise ValueError(text)
    return datetime(*(int(part or 0) for part in match.groups()))  # type: ignore[arg-type]
