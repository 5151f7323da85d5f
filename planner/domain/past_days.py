"""When something was, as people remember it: "14 May", "May 2023", "last summer", "2019"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.meetings import Roughly

EARLIEST = 1900  # a year before it is a slip of the pen; our choice
FULL_YEAR = re.compile(r"\d{4}")

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SEASONS = {"winter": 1, "spring": 4, "summer": 7, "autumn": 10, "fall": 10}  # their middle months
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "a couple of": 2, "a few": 3}
_LEADING = re.compile(
    r"^(?:(?:about|around|roughly|sometime|some time|on|in|the|at|early|mid|late|"
    r"beginning of|end of|middle of|ca\.?|circa)[ -])+"
)
_AGO = re.compile(
    r"^(\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r") "
    r"(day|week|month|year)s? ago$"
)
_ISO = re.compile(r"^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$")
_DAY_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?(?: (\d{4}))?$")
_MONTH_DAY = re.compile(r"^([a-z]+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$")
_MONTH = re.compile(r"^([a-z]+)\.?(?: (?:of )?(\d{4}))?$")
_THAT_YEAR = re.compile(r"(?<=\w) (last|this) year$")  # after a day, a month or a season
_LAST = re.compile(r"^(last|this) ([a-z]+)$")


class PastDay(NamedTuple):
    """A day, and how much of it is meant: of a month its middle stands for it."""

    day: date
    roughly: Roughly


def past_day_from_words(text: str, today: date) -> PastDay | None:
    """What English words mean as a time that is past; None when they are not understood.

    Without a year it is the last such day, month or season. Days in figures are read as
    2023-05-14 alone, because 5/12 means two things. Nothing after `today` is past.
    """
    words = " ".join(text.casefold().replace("’", "'").replace(",", " ").split()).strip(" .!?;")
    words = _LEADING.sub("", words)
    words = _THAT_YEAR.sub(lambda said: f" {today.year - (said[1] == 'last')}", words)
    try:
        found = _ago(words, today) or _calendar(words, today) or _stretch(words, today)
    except (ValueError, OverflowError):  # 31 June, or further back than calendars go
        return None
    if found is None or found.day.year < EARLIEST:
        return None
    if found.day > today and found.roughly is not Roughly.DAY and _began(found) <= today:
        began = _began(found)
        return found._replace(day=began + (today - began) / 2)  # this month, this year
    return found if found.day <= today else None


def _ago(words: str, today: date) -> PastDay | None:
    fixed = {"today": 0, "yesterday": 1, "day before yesterday": 2}
    if words in fixed:
        return PastDay(today - timedelta(days=fixed[words]), Roughly.DAY)
    bare = words.removeprefix("last ")
    if bare in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS.index(bare) - 1) % 7 + 1
        return PastDay(today - timedelta(days=back), Roughly.DAY)
    if words == "last week":
        return PastDay(today - timedelta(days=7), Roughly.MONTH)
    if not (found := _AGO.match(words)):
        return None
    count = int(found[1]) if found[1].isdigit() else _NUMBERS[found[1]]
    if found[2] in ("day", "week"):
        days = count * (7 if found[2] == "week" else 1)
        exact = found[2] == "day"
        return PastDay(today - timedelta(days=days), Roughly.DAY if exact else Roughly.MONTH)
    if found[2] == "month":
        months = today.year * 12 + today.month - 1 - count
        return _month(months // 12, months % 12 + 1)
    return _year(today.year - count)


def _calendar(words: str, today: date) -> PastDay | None:
    """A day of the calendar: "2023-05-14", "14 May 2023", "May 14"."""
    if found := _ISO.match(words):
        year, month, day = found.groups()
        if day is None:
            return _month(int(year), int(month))
        return PastDay(date(int(year), int(month), int(day)), Roughly.DAY)
    if found := _DAY_MONTH.match(words):
        day, name, year = found.groups()
    elif found := _MONTH_DAY.match(words):
        name, day, year = found.groups()
    else:
        return None
    if not (month_of := _month_named(name)):
        return None
    if year:
        return PastDay(date(int(year), month_of, int(day)), Roughly.DAY)
    for tried in range(today.year, today.year - 9, -1):  # 29 February may lack in the latest
        try:
            then = date(tried, month_of, int(day))
        except ValueError:
            continue
        if then <= today:
            return PastDay(then, Roughly.DAY)
    return None


def _stretch(words: str, today: date) -> PastDay | None:
    """A month, a season or a year: "May 2023", "last summer", "2019"."""
    if FULL_YEAR.fullmatch(words):
        return _year(int(words))
    if words in ("last year", "this year"):
        return _year(today.year - (words == "last year"))
    if words in ("last month", "this month"):
        months = today.year * 12 + today.month - 1 - (words == "last month")
        return _month(months // 12, months % 12 + 1)
    if found := _LAST.match(words):
        words = found[2]
    if not (found := _MONTH.match(words)):
        return None
    month = _month_named(found[1]) or _SEASONS.get(found[1], 0)
    if not month:
        return None
    if found[2]:
        return _month(int(found[2]), month)
    this_year = date(today.year, month, 1) <= today
    return _month(today.year - (not this_year), month)


def _month_named(word: str) -> int:
    """Which month a word names, shortened to three letters or more; 0 for none."""
    fits = (at for at, name in enumerate(_MONTHS, start=1) if name.startswith(word))
    return next(fits, 0) if len(word) >= 3 else 0


def _month(year: int, month: int) -> PastDay:
    return PastDay(date(year, month, 15), Roughly.MONTH)


def _year(year: int) -> PastDay:
    return PastDay(date(year, 7, 1), Roughly.YEAR)


def _began(of: PastDay) -> date:
    """When the stretch began that a day stands for."""
    return of.day.replace(day=1, month=1 if of.roughly is Roughly.YEAR else of.day.month)
