"""Which days a recurrence rule takes, by its BYMONTH, BYMONTHDAY, BYDAY and the like.

Where a rule does not say, the day of its start does, as RFC 5545 3.3.10 has it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from planner.calendar.recurrence_rule import MONTHLY, WEEKLY, YEARLY, Rule


class Days:
    """The days that a rule takes. `step` is told how many were looked at, and may raise."""

    def __init__(self, rule: Rule, start: date, step: Callable[[int], None]) -> None:
        self._step, self._week_start = step, rule.week_start
        self._nth = tuple(each for each in rule.by_day if each[0] and rule.freq <= MONTHLY)
        self._months, self._month_day = rule.month, rule.month_day
        self._year_day, self._week_no = frozenset(rule.year_day), frozenset(rule.week_no)
        self._further = bool(rule.by_day or rule.year_day or rule.week_no)
        self._plain = frozenset(
            day for which, day in rule.by_day if not which or rule.freq > MONTHLY
        )
        if not (rule.by_day or rule.month_day or rule.year_day or rule.week_no):
            if rule.freq == YEARLY:
                self._months = rule.month or (start.month,)
            if rule.freq in (YEARLY, MONTHLY):
                self._month_day = (start.day,)
            elif rule.freq == WEEKLY:
                self._plain = frozenset((start.weekday(),))
        elif (
            rule.freq == YEARLY
            and rule.week_no
            and not (rule.by_day or rule.month_day or rule.year_day)
        ):
            self._plain = frozenset((start.weekday(),))

    @property
    def weekdays(self) -> frozenset[int]:
        """The weekdays it takes all of, from Monday as 0; none where it does not go by them."""
        return self._plain

    def of_year(self, year: int) -> list[date]:
        """Those of a year, in their order."""
        months = self._months or range(1, 13)
        if self._nth and not self._months:
            return self._in_span(date(year, 1, 1), date(year, 12, 31))
        return [day for month in months for day in self.of_month(year, month)]

    def of_month(self, year: int, month: int) -> list[date]:
        """Those of a month, in their order; none outside the years that dates have."""
        if not 1 <= year <= 9999 or (self._months and month not in self._months):
            return []
        length = monthrange(year, month)[1]
        if self._month_day and not self._further:
            days = {day if day > 0 else length + 1 + day for day in self._month_day}
            return [date(year, month, day) for day in sorted(days) if 1 <= day <= length]
        return self._in_span(date(year, month, 1), date(year, month, length))

    def _in_span(self, first: date, last: date) -> list[date]:
        """The days of a year or a month, of which the nth weekdays are counted in it."""
        self._step((last - first).days)
        nth = frozenset(day for each in self._nth if (day := _nth(*each, first, last)))
        ordinals = range(first.toordinal(), last.toordinal() + 1)
        return [day for day in map(date.fromordinal, ordinals) if self.takes(day, nth)]

    def takes(self, day: date, nth: frozenset[date] = frozenset()) -> bool:
        """Whether the rule takes that day; `nth` are its nth weekdays there."""
        if self._months and day.month not in self._months:
            return False
        if (self._plain or self._nth) and day.weekday() not in self._plain and day not in nth:
            return False
        if self._month_day:
            length = monthrange(day.year, day.month)[1]
            if day.day not in self._month_day and day.day - length - 1 not in self._month_day:
                return False
        if self._year_day:
            at = day.toordinal() - date(day.year, 1, 1).toordinal() + 1
            from_end = day.toordinal() - date(day.year, 12, 31).toordinal() - 1
            if at not in self._year_day and from_end not in self._year_day:
                return False
        if self._week_no:
            week, weeks = _week(day, self._week_start)
            if week not in self._week_no and week - weeks - 1 not in self._week_no:
                return False
        return True


def _nth(which: int, weekday: int, first: date, last: date) -> date | None:
    if which > 0:
        day = first.toordinal() + (weekday - first.weekday()) % 7 + 7 * (which - 1)
    else:
        day = last.toordinal() - (last.weekday() - weekday) % 7 + 7 * (which + 1)
    within = first.toordinal() <= day <= last.toordinal()
    return date.fromordinal(day) if within else None


def _week(day: date, week_start: int) -> tuple[int, int]:
    """The number of the week a day is in, and how many weeks that week's year has."""
    # The week belongs to the year that has its fourth day.
    fourth = day.toordinal() - (day.weekday() - week_start) % 7 + 3
    if not 1 <= fourth <= date.max.toordinal():
        return 0, 52
    middle = date.fromordinal(fourth)
    week = (middle.timetuple().tm_yday - 1) // 7 + 1
    fourth_last = date(middle.year, 12, 31)
    off = (fourth_last.weekday() - week_start) % 7
    last = fourth_last.toordinal() - off + 3
    weeks_end = last if last <= fourth_last.toordinal() else last - 7
    weeks = (date.fromordinal(weeks_end).timetuple().tm_yday - 1) // 7 + 1
    return week, weeks
