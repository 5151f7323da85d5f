"""When something was that nobody remembers to the day: "May 2023", "2019"."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.meetings import Meeting, Roughly
from planner.domain.past_days import PastDay
from ui import day_wording

translate = QCoreApplication.translate


def when(of: Meeting, today: date, *, short: bool = False) -> str:
    """The day of a 1-2-1 that is over, no more exactly than it is known."""
    return as_known(of.starts.date(), of.roughly, today, short=short)


def as_known(day: date, roughly: Roughly, today: date, *, short: bool = False) -> str:
    """A day that is past, no more exactly than it is known."""
    if roughly is Roughly.YEAR:
        return f"{day:%Y}"
    if roughly is Roughly.MONTH:
        return day_wording.short_month(day) if short else day_wording.month_and_year(day)
    return day_wording.short_day(day, today) if short else day_wording.named_day(day, today)


def kept_as(of: PastDay, today: date) -> str:
    """What words such as "last summer" are taken for."""
    if of.roughly is Roughly.YEAR:
        return translate("past", "Kept as some time in {year}.").format(year=f"{of.day:%Y}")
    if of.roughly is Roughly.MONTH:
        month = day_wording.month_and_year(of.day)
        return translate("past", "Kept as around {month}.").format(month=month)
    return day_wording.full_day(of.day, today.year)
