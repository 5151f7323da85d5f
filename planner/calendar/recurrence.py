"""When something repeats: a recurrence rule being followed, by what clocks show.

Made to be asked about a short span of a long rule: where nothing is counted it begins just before
the span, so that rules without end cost no more than others. What would still take long is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import gcd

from planner.calendar.recurrence_days import Days
from planner.calendar.recurrence_rule import (
    DAILY,
    HOURLY,
    MINUTELY,
    MONTHLY,
    SECONDLY,
    WEEKLY,
    YEARLY,
    Rule,
    RuleError,
)

_SECONDS = {HOURLY: 3600, MINUTELY: 60, SECONDLY: 1}
_DAY = timedelta(days=1)
_MOST_STEPS = 400_000  # days and times looked at for one rule: about a second
_MOST_A_DAY = 100  # times a day, of a rule without end
_MOST_TIMES_A_DAY = 1500  # said by hours, minutes and seconds: more than there are minutes


class TooMany(RuleError):
    """A rule that would give more than any calendar shows, or take long."""


@dataclass(slots=True)
class Patience:
    """How much may still be looked at, for all rules of a file together."""

    left: int = 3_000_000  # days and times; about three seconds


def _as_it_is(instant: datetime) -> datetime:
    return instant


def times(
    rule: Rule,
    start: datetime,
    first: datetime,
    last: datetime,
    to_wall: Callable[[datetime], datetime] = _as_it_is,
    patience: Patience | None = None,
) -> Iterator[datetime]:
    """The times in [first, last), earliest first; `start` is the series' first (naive).

    `to_wall` says what clocks show at an instant, for an end said in UTC. TooMany is raised
    for what no calendar means and what takes longer than `patience`.
    """
    until = rule.last(to_wall)
    work = _Work(rule, start, patience or Patience())
    count = rule.count
    if count and (end := work.counted_end()):
        until, count = min(until, end), 0
    if until < last and until < datetime.max:
        last = until + timedelta.resolution
    counted = 0
    for found in work.all(start if count else first, last):
        if count:
            counted += 1
            if counted > count:
                return
        if found >= last:
            return
        if found >= first:
            yield found


class _Work:
    """One rule being followed from its start."""

    def __init__(self, rule: Rule, start: datetime, patience: Patience) -> None:
        self.rule, self.start, self.patience = rule, start, patience
        self.steps = 0
        self.days = Days(rule, start.date(), self.step)
        self.sub_daily = rule.freq >= HOURLY
        self.hours = rule.hour or ((start.hour,) if rule.freq < HOURLY else tuple(range(24)))
        self.minutes = rule.minute or (
            (start.minute,) if rule.freq < MINUTELY else tuple(range(60))
        )
        self.seconds = rule.second or (
            (start.second,) if rule.freq < SECONDLY else tuple(range(60))
        )
        self.a_day = len(self.hours) * len(self.minutes) * len(self.seconds)
        self._refuse_floods()

    def _refuse_floods(self) -> None:
        rule, a_day = self.rule, float(self.a_day)
        if self.sub_daily:
            a_day = self._times_a_day() if rule.endless else 0
        elif a_day > _MOST_TIMES_A_DAY:
            raise TooMany("It would repeat at too many times a day, so it was refused.")
        elif rule.set_pos:
            a_day = min(a_day, len(rule.set_pos))
        if rule.endless and a_day > _MOST_A_DAY:
            raise TooMany(
                "It would repeat more than a hundred times a day without end, so it was refused."
            )

    def _times_a_day(self) -> float:
        """How often a rule by the hour, minute or second comes, on an average day it takes."""
        unit = _SECONDS[self.rule.freq]
        each = unit * self.rule.interval
        in_one = len(self.minutes) if unit >= 3600 else 1
        in_one *= len(self.seconds) if unit >= 60 else 1
        if self.rule.set_pos:
            in_one = min(in_one, len(self.rule.set_pos))
        most = max(1.0, 86_400 / each) * in_one
        if most <= _MOST_A_DAY or self.a_day <= _MOST_A_DAY:
            return min(most, self.a_day)
        hours, minutes = frozenset(self.hours), frozenset(self.minutes)
        if len(hours) == 24 and (unit >= 3600 or (len(minutes) == 60 and unit >= 60)):
            return most
        # It comes at each of these moments of a day equally often.
        apart = gcd(each, 86_400)
        start = self.start.hour * 3600 + self.start.minute * 60 + self.start.second
        moments = range((start - start % unit) % apart, 86_400, apart)
        self.step(len(moments))
        seconds = frozenset(self.seconds)
        taken = sum(
            at // 3600 in hours
            and (unit >= 3600 or at // 60 % 60 in minutes)
            and (unit >= 60 or at % 60 in seconds)
            for at in moments
        )
        return most * taken / len(moments)

    def step(self, count: int = 1) -> None:
        self.steps += count
        self.patience.left -= count
        if self.steps > _MOST_STEPS or self.patience.left < 0:
            raise TooMany("Its repetitions are too many to follow, so they were refused.")

    def counted_end(self) -> datetime | None:
        """The last time of a counted rule by days or weeks where it can be reckoned at once."""
        rule = self.rule
        limited = rule.month or rule.month_day or rule.year_day or rule.week_no or rule.set_pos
        if rule.freq not in (WEEKLY, DAILY) or limited or self.a_day > 1:
            return None
        if (rule.freq == DAILY and rule.by_day) or self.start.time() != self._only_time():
            return None
        try:
            if rule.freq == DAILY:
                return self.start + _DAY * rule.interval * (rule.count - 1)
            at = (self.start.weekday() - rule.week_start) % 7
            days = sorted((day - rule.week_start) % 7 for day in self.days.weekdays)
            before = sum(day < at for day in days)
            weeks, place = divmod(rule.count - 1 + before, len(days))
            return self.start + _DAY * (7 * rule.interval * weeks + days[place] - at)
        except OverflowError:
            return datetime.max

    def _only_time(self) -> time:
        return time(self.hours[0], self.minutes[0], self.seconds[0])

    def all(self, near: datetime, last: datetime) -> Iterator[datetime]:
        """Every time from the start on, or from a period before `near`, until `last`."""
        follow = self._within_days if self.sub_daily else self._by_periods
        for found in follow(max(near, self.start), last):
            if found >= self.start:
                yield found

    def _by_periods(self, near: datetime, last: datetime) -> Iterator[datetime]:
        times = [
            timedelta(hours=hour, minutes=minute, seconds=second)
            for hour in self.hours
            for minute in self.minutes
            for second in self.seconds
        ]
        self.step(len(times))
        for days in self._periods(near.date(), last.date()):
            if not self.rule.set_pos:
                for day in days:
                    self.step(len(times))
                    midnight = datetime(day.year, day.month, day.day)
                    for at in times:
                        yield midnight + at
                continue
            chosen = set()
            self.step(len(self.rule.set_pos))
            for place in self.rule.set_pos:
                place -= place > 0
                day_at, time_at = divmod(place, len(times))
                if -len(days) <= day_at < len(days):
                    day = days[day_at]
                    chosen.add(datetime(day.year, day.month, day.day) + times[time_at])
            yield from sorted(chosen)

    def _periods(self, near: date, last: date) -> Iterator[list[date]]:
        """The days of each period that the rule takes, from about `near` to `last`."""
        start, interval = self.start.date(), self.rule.interval
        if self.rule.freq == YEARLY:
            ahead = max(0, near.year - 1 - start.year)
            for year in range(start.year + ahead - ahead % interval, last.year + 2, interval):
                if year > 9999:
                    return
                self.step(20)
                yield self.days.of_year(year)
        elif self.rule.freq == MONTHLY:
            begins = 12 * start.year + start.month - 1
            ahead = max(0, 12 * near.year + near.month - 2 - begins)
            ends = 12 * last.year + last.month
            for month in range(begins + ahead - ahead % interval, ends, interval):
                self.step(4)
                yield self.days.of_month(month // 12, month % 12 + 1)
        else:
            length = 7 if self.rule.freq == WEEKLY else 1
            begins = start.toordinal()
            if length == 7:
                begins -= (start.weekday() - self.rule.week_start) % 7
            each = length * interval
            ahead = max(0, near.toordinal() - length - begins)
            for first in range(begins + ahead - ahead % each, last.toordinal() + 1, each):
                self.step(length)
                days = (date.fromordinal(day) for day in range(first, first + length)
                        if 1 <= day <= date.max.toordinal())  # fmt: skip
                yield [day for day in days if self.days.takes(day)]

    def _within_days(self, near: datetime, last: datetime) -> Iterator[datetime]:
        """Of rules by the hour, minute or second: day by day."""
        unit = _SECONDS[self.rule.freq]
        each = unit * self.rule.interval
        hours, minutes = frozenset(self.hours), frozenset(self.minutes)
        seconds = frozenset(self.seconds)
        begins = self.start - self.start.replace(
            minute=0 if unit >= 3600 else self.start.minute,
            second=0 if unit >= 60 else self.start.second,
        )
        base = self.start - begins  # the unit the start lies in
        offsets = [
            (minute, second)
            for minute in (self.minutes if unit >= 3600 else (0,))
            for second in (self.seconds if unit >= 60 else (0,))
        ]
        self.step(len(offsets))
        for ordinal in range(near.toordinal(), min(last.toordinal(), date.max.toordinal()) + 1):
            self.step()
            day = date.fromordinal(ordinal)
            if not self.days.takes(day):
                continue
            midnight = datetime(day.year, day.month, day.day)
            past = int((midnight - base).total_seconds())
            for at in range(-past % each if past > 0 else -past, 86_400, each):
                self.step()
                hour, minute, second = at // 3600, at // 60 % 60, at % 60
                if hour not in hours or (unit < 3600 and minute not in minutes):
                    continue
                if unit < 60 and second not in seconds:
                    continue
                found = [midnight + timedelta(seconds=at + 60 * more + rest)
                         for more, rest in offsets]  # fmt: skip
                self.step(len(found))
                if self.rule.set_pos:
                    places = (place - (place > 0) for place in self.rule.set_pos)
                    within = (place for place in places if -len(found) <= place < len(found))
                    found = sorted({found[place] for place in within})
                yield from found
