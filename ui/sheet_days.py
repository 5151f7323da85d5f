"""How the cheat-sheet tells days: in a few letters, and as far as they are remembered."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from planner.domain.meetings import Roughly

CURRENT_MONTHS = 11  # a day at most so long ago is told without its year


def short_day(day: date, today: date) -> str:
    """ "17 Nov", with the year where it is not obvious."""
    return f"{day.day} {_month(day.month)}" + _year(day, today)


def long_day(day: date, today: date) -> str:
    """ "3 September", with the year where it is not obvious."""
    return f"{day.day} {_long_month(day.month)}" + _year(day, today)


def remembered(day: date, roughly: Roughly, today: date) -> str:
    """A day as far as it is remembered: "3 September", "March 2019", "2019"."""
    match roughly:
        case Roughly.YEAR:
            return str(day.year)
        case Roughly.MONTH:
            return f"{_long_month(day.month)} {day.year}"
        case _:
            return long_day(day, today)


def span(starts: datetime, ends: datetime) -> str:
    """ "Tue 24 Nov 2026, 08:30 – 09:15"."""
    return (
        f"{_weekday(starts.weekday())} {starts.day} {_month(starts.month)} {starts.year}, "
        f"{starts:%H:%M} – {ends:%H:%M}"
    )


def _year(day: date, today: date) -> str:
    apart = abs((today.year - day.year) * 12 + today.month - day.month)
    return "" if apart <= CURRENT_MONTHS else f" {day.year}"


def _weekday(number: int) -> str:
    """Monday is 0."""
    return (
        _tr("Mon"), _tr("Tue"), _tr("Wed"), _tr("Thu"), _tr("Fri"), _tr("Sat"), _tr("Sun"),
    )[number]  # fmt: skip


def _month(number: int) -> str:
    return (
        _tr("Jan"), _tr("Feb"), _tr("Mar"), _tr("Apr"), _tr("May"), _tr("Jun"),
        _tr("Jul"), _tr("Aug"), _tr("Sep"), _tr("Oct"), _tr("Nov"), _tr("Dec"),
    )[number - 1]  # fmt: skip


def _long_month(number: int) -> str:
    return (
        _tr("January"), _tr("February"), _tr("March"), _tr("April"), _tr("May"), _tr("June"),
        _tr("July"), _tr("August"), _tr("September"), _tr("October"), _tr("November"),
        _tr("December"),
    )[number - 1]  # fmt: skip


def _tr(source: str) -> str:
    return QCoreApplication.translate("Sheet", source)
