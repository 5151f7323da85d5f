"""Days as people say them: "Friday", "next week", "in 2 weeks", "end of the month"."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

FRIDAY, SUNDAY = 4, 6  # as datetime.date.weekday()
WEEK = 7

_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thur", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for word in words
}
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for word in words
}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_NUMBERS |= {"a couple of": 2, "a few": 3}
_LEADING = re.compile(r"^(?:(?:due|done|by|on|until|till|latest|at|the|before) )+")
_AHEAD = re.compile(
    r"^(?:in |within )?(\d{1,4}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r") "
    r"(day|week|month|year)s?(?: from (?:now|today)|'s time|' time| time)?$"
)
_BIRTHDAY = re.compile(r"^(?:(\d{4})-|--)(\d{1,2})-(\d{1,2})$")
_LEAP_YEAR = 2000  # a birthday without a year may be the 29th of February
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: (\d{4}))?$")
_MONTH_DAY = re.compile(r"^([a-z]+) (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$")
# What a "by when" begins with inside a sentence.
_SAYS_WHEN = re.compile(
    r"(?:by|before|until|till|due|on|in|within|next|this|end of|the end of|at the end of) "
    r"|(?:today|tonight|tomorrow|the day after tomorrow|day after tomorrow|\d{4}-\d\d?-\d\d?)$"
    r"|(?:" + "|".join(_WEEKDAYS) + r") (?:week|next week)$"
)
# A day after one of these is part of what is promised: "the plan for next week".
_BELONGS_TO_IT = frozenset(("about", "for", "from", "of", "with", "to", "and", "or"))


def due_from_words(text: str, today: date) -> date | None:
    """The day that English words mean, as somebody promising something means them.

    A weekday is the next one, never today; "next week" lasts until its Friday, "next month"
    until its last day, and "before Friday" is Thursday. A day and month without a year is the
    next such day. None when the words are not understood or the day is past: a promise is never
    due before today. Days in figures are read as 2026-12-01 alone, because 1/12 means two
    things.
    """
    words = _tidied(text)
    before = words.startswith("before ")
    words = _LEADING.sub("", words)
    try:
        found = _day(words, today)
        if found is not None and before:
            found -= timedelta(days=1)
    except (ValueError, OverflowError):  # 31 June, or further off than calendars go
        return None
    return found if found is not None and found >= today else None


def words_for(day: date, today: date) -> str:
    """A day in words that `due_from_words` reads as that day: "3 December", "3 May 2028"."""
    names = {number: word for word, number in reversed(_MONTHS.items())}
    words = f"{day.day} {names[day.month].capitalize()}"
    return words if due_from_words(words, today) == day else f"{words} {day.year}"


def split_due(text: str, today: date) -> tuple[str, date | None]:
    """A promise as typed, taken apart: "Send the lease by Friday" is what, and by when.

    The day is looked for at the end, and only where the words before it leave no doubt. The
    text comes back whole when there is no day in it, or nothing but the day.
    """
    words = text.split()
    for place in range(1, len(words)):
        tail = " ".join(words[place:])
        if words[place - 1].casefold() in _BELONGS_TO_IT or not _SAYS_WHEN.match(_tidied(tail)):
            continue
        if (due := due_from_words(tail, today)) is not None:
            return " ".join(words[:place]).rstrip(" ,;:-–—"), due
    return " ".join(words), None


def birthday_from_words(text: str) -> str:
    """A birthday as a person has it, "1980-01-22" or "--01-22", from words such as "22 Jan".

    The year may be left out; figures are read as 1980-01-22 or --01-22 alone, because 1/12 means
    two things. "" when the words are not understood.
    """
    words = _tidied(text)
    if found := _BIRTHDAY.match(words):
        year, month, day = found[1], int(found[2]), int(found[3])
    elif found := _DAY_MONTH.match(words):
        day, month, year = int(found[1]), _MONTHS.get(found[2], 0), found[3]
    elif found := _MONTH_DAY.match(words):
        month, day, year = _MONTHS.get(found[1], 0), int(found[2]), found[3]
    else:
        return ""
    try:
        of = date(int(year or _LEAP_YEAR), month, day)
    except ValueError:  # 31 June, or no month at all
        return ""
    return of.isoformat() if year else f"--{of:%m-%d}"


def _tidied(text: str) -> str:
    plain = text.casefold().replace("’", "'").replace(",", " ")
    return " ".join(plain.split()).strip(" .!?;:")


def _day(words: str, today: date) -> date | None:
    """What tidied words mean, also when that is past; raises ValueError for 31 June."""
    fixed = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "day after tomorrow": 2}
    if words in fixed:
        return today + timedelta(days=fixed[words])
    return (
        _weekday(words, today)
        or _stretch(words, today)
        or _ahead(words, today)
        or _calendar_day(words, today)
    )


def _weekday(words: str, today: date) -> date | None:
    """A weekday: "Friday", "this Friday", "Friday week", "next Friday", "Friday next week"."""
    if words in _WEEKDAYS:
        return _coming(_WEEKDAYS[words], today)
    first, _, rest = words.partition(" ")
    if first in ("this", "coming") and rest in _WEEKDAYS:
        return _coming(_WEEKDAYS[rest], today)
    if first == "next" and rest in _WEEKDAYS:
        return _monday(today) + timedelta(days=WEEK + _WEEKDAYS[rest])
    if first in _WEEKDAYS and rest in ("next week", "of next week"):
        return _monday(today) + timedelta(days=WEEK + _WEEKDAYS[first])
    if first in _WEEKDAYS and rest == "week":
        return _coming(_WEEKDAYS[first], today) + timedelta(days=WEEK)
    return None


def _stretch(words: str, today: date) -> date | None:
    """The last day of a stretch of time: "this week", "end of the month", "the weekend"."""
    words = re.sub(r"^end (?:of )?(?:the |this )?(?=week$|month$|year$)", "this ", words)
    words = words.removeprefix("end of ")
    monday = _monday(today)
    if words == "this week":
        return max(today, monday + timedelta(days=FRIDAY))
    if words == "next week":
        return monday + timedelta(days=WEEK + FRIDAY)
    if words in ("beginning of next week", "early next week"):
        return monday + timedelta(days=WEEK)
    if words in ("weekend", "this weekend"):
        return monday + timedelta(days=SUNDAY)
    if words == "this month":
        return _last_of_month(today)
    if words == "next month":
        return _last_of_month(_months_on(today.replace(day=1), 1))
    if words == "this year":
        return today.replace(month=12, day=31)
    return None


def _ahead(words: str, today: date) -> date | None:
    """So many days, weeks, months or years from today."""
    if words in ("fortnight", "in a fortnight", "a fortnight"):
        return today + timedelta(weeks=2)
    if words in ("half a year", "in half a year"):
        return _months_on(today, 6)
    found = _AHEAD.match(words)
    if not found:
        return None
    count = int(found[1]) if found[1].isdigit() else _NUMBERS[found[1]]
    if found[2] in ("day", "week"):
        return today + timedelta(days=count * (WEEK if found[2] == "week" else 1))
    return _months_on(today, count * (12 if found[2] == "year" else 1))


def _calendar_day(words: str, today: date) -> date | None:
    """A day of the calendar: "2026-12-01", "27 November", "Nov 27", "the 3rd of May 2027"."""
    if found := _ISO.match(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH.match(words):
        day, month, year = found[1], found[2], found[3]
    elif found := _MONTH_DAY.match(words):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    if month not in _MONTHS:
        return None
    if year:
        return date(int(year), _MONTHS[month], int(day))
    for year_tried in (today.year, today.year + 1):  # 29 February may lack in the first
        with suppress(ValueError):
            if (found_day := date(year_tried, _MONTHS[month], int(day))) >= today:
                return found_day
    return None


def _coming(weekday: int, today: date) -> date:
    """The next such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % WEEK + 1)


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def _months_on(day: date, months: int) -> date:
    """The same day so many months on, or the month's last where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    return first.replace(day=min(day.day, _last_of_month(first).day))


def _last_of_month(day: date) -> date:
    if day.month == 12:
        return day.replace(day=31)
    return day.replace(month=day.month + 1, day=1) - timedelta(days=1)
