"""What a recurrence rule says (RFC 5545 3.3.10), read from its text; recurrence.py follows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
YEARLY, MONTHLY, WEEKLY, DAILY, HOURLY, MINUTELY, SECONDLY = range(7)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BY_DAY = re.compile(r"([+-]?\d{1,3})?\s*(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(Z)?)?")
_LIMITS = {  # name: (least, most, whether it may be negative)
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
}
_MOST_LISTED = 1000  # numbers in one part


class RuleError(ValueError):
    """A rule that says nothing that can be reckoned; the text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule. Numbers are as RFC 5545 has them, weekdays count from Monday as 0."""

    freq: int  # place in FREQUENCIES: YEARLY, ...
    interval: int = 1
    count: int = 0  # 0: not counted
    until: datetime | None = None
    until_utc: bool = False  # `until` is in UTC
    until_day: bool = False  # `until` is a whole day
    second: tuple[int, ...] = ()
    minute: tuple[int, ...] = ()
    hour: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()  # (which, or 0 for every; weekday)
    month_day: tuple[int, ...] = ()
    year_day: tuple[int, ...] = ()
    week_no: tuple[int, ...] = ()
    month: tuple[int, ...] = ()
    set_pos: tuple[int, ...] = ()
    week_start: int = 0
    said: str = ""  # what of it was odd, as a sentence

    @property
    def endless(self) -> bool:
        return not self.count and self.until is None

    def last(self, to_wall: Callable[[datetime], datetime]) -> datetime:
        """The time after which nothing comes, as clocks show it; a day counts to its end.

        `to_wall` says what they show at an instant (UTC, naive), for an end said in UTC.
        """
        if self.until is None:
            return datetime.max
        if self.until_day:
            return datetime.combine(self.until, datetime.max.time())
        try:
            return to_wall(self.until) if self.until_utc else self.until
        except OverflowError:
            return datetime.max


def from_text(text: str) -> Rule:
    """The rule that `FREQ=WEEKLY;BYDAY=MO` says; RuleError for what says none."""
    parts: dict[str, str] = {}
    said = ""
    for part in text.strip().strip(";").split(";"):
        name, equals, value = part.partition("=")
        name, value = name.strip().upper(), value.strip().upper()
        if not equals:
            if not name:
                continue
            raise RuleError(f"“{part[:40]}” in its rule means nothing.")
        if name in parts and parts[name] != value:
            said = f"Its rule says {name[:20]} twice; the first was taken."
            continue
        parts[name] = value
    freq = parts.pop("FREQ", "")
    if not freq:
        raise RuleError("Its rule does not say how often (FREQ).")
    if freq not in FREQUENCIES:
        raise RuleError(f"Its rule repeats “{freq[:20]}”, which is no frequency.")
    rule = Rule(FREQUENCIES.index(freq), said=said)
    if "RSCALE" in parts:
        if parts.pop("RSCALE") != "GREGORIAN":
            raise RuleError("Its rule goes by another calendar than the Gregorian.")
        if parts.pop("SKIP", "OMIT") != "OMIT":
            raise RuleError("Its rule moves days that a month does not have, which is not read.")
    return _with_parts(rule, parts)


def _with_parts(rule: Rule, parts: dict[str, str]) -> Rule:
    interval = _whole(parts.get("INTERVAL", "1"), "INTERVAL")
    count = _whole(parts.get("COUNT", "1"), "COUNT") if parts.get("COUNT") else 0
    if interval < 1:
        raise RuleError(f"Its rule repeats at an interval of {interval}, which cannot be.")
    if "COUNT" in parts and count < 1:
        raise RuleError(f"Its rule counts {parts['COUNT'][:20] or 'nothing'} times.")
    until, utc, day = _until(parts["UNTIL"]) if parts.get("UNTIL") else (None, False, False)
    numbers = {name: _numbers(name, parts[name]) for name in _LIMITS if parts.get(name)}
    start = parts.get("WKST", "MO")
    if start not in WEEKDAYS:
        raise RuleError(f"“{start[:20]}” in its rule is no weekday.")
    said = rule.said
    unknown = sorted(
        name for name in parts
        if name not in _LIMITS and name not in ("INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY")
        and not name.startswith("X-")
    )  # fmt: skip
    if unknown:
        raise RuleError(f"“{unknown[0][:20]}” in its rule is unknown.")
    return replace(
        rule,
        interval=interval,
        count=count,
        until=until,
        until_utc=utc,
        until_day=day,
        second=tuple(min(each, 59) for each in numbers.get("BYSECOND", ())),
        minute=numbers.get("BYMINUTE", ()),
        hour=numbers.get("BYHOUR", ()),
        by_day=_by_day(parts["BYDAY"]) if parts.get("BYDAY") else (),
        month_day=numbers.get("BYMONTHDAY", ()),
        year_day=numbers.get("BYYEARDAY", ()),
        week_no=numbers.get("BYWEEKNO", ()),
        month=numbers.get("BYMONTH", ()),
        set_pos=numbers.get("BYSETPOS", ()),
        week_start=WEEKDAYS.index(start),
        said=said,
    )


def _whole(text: str, name: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise RuleError(f"“{text[:20]}” is no number for {name} in its rule.")
    return int(text)


def _numbers(name: str, text: str) -> tuple[int, ...]:
    least, most, negative = _LIMITS[name]
    found = set()
    for part in text.split(",")[:_MOST_LISTED]:
        number = _whole(part.strip(), name)
        if not least <= (abs(number) if negative else number) <= most:
            raise RuleError(f"Its rule says {name}={number}, which no calendar has.")
        found.add(number)
    return tuple(sorted(found))


def _by_day(text: str) -> tuple[tuple[int, int], ...]:
    found = []
    for part in text.split(",")[:_MOST_LISTED]:
        match = _BY_DAY.fullmatch(part.strip())
        if match is None:
            raise RuleError(f"“{part[:20]}” in its rule is no weekday.")
        found.append((int(match[1] or 0), WEEKDAYS.index(match[2])))
    return tuple(dict.fromkeys(found))


def _until(text: str) -> tuple[datetime, bool, bool]:
    match = _UNTIL.match(text)
    try:
        if match is None:
            raise ValueError
        if match[4] is None:
            return datetime(int(match[1]), int(match[2]), int(match[3])), False, True
        parts = [int(part) for part in match.groups()[:6]]
        hours = timedelta(hours=1) * parts[3]  # 24:00:00 too
        until = datetime(*parts[:3]) + hours  # type: ignore[arg-type]
        until += timedelta(minutes=parts[4], seconds=parts[5])
        return until, bool(match[7]), False
    except (ValueError, OverflowError):
        raise RuleError(f"Its rule ends at “{text[:20]}”, which is no time.") from None
