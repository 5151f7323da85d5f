"""How days, times and spans are told: the shortest that is clear, as the user's country writes it.

Works without a screen or an application, so that the terminal says the same as the window.
"""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from ui.country import here

translate = QCoreApplication.translate

WITHOUT_YEAR = "--"  # how a birthday begins whose year nobody knows
LEAP_YEAR = "2000-"  # any with a 29th of February
DAYS_IN_WEEK = 7
DAYS_AS_DAYS = 14  # shorter spans are told in days,
DAYS_AS_WEEKS = 126  # shorter ones in weeks,
DAYS_AS_MONTHS = 730  # shorter ones in months, longer ones in years
DAYS_IN_MONTH = 30.44
DAYS_IN_YEAR = 365.25


def day(of: date) -> str:
    """ "22 November 2026"."""
    return _dated(of, translate("wording", "d MMMM yyyy", "a day with its year"))


def long_day(of: date) -> str:
    """ "Sunday 22 November"."""
    return _dated(of, translate("wording", "dddd d MMMM", "a day with its weekday"))


def full_day(of: date, year: int) -> str:
    """ "Tuesday 24 November", with the year where it is not `year`."""
    if of.year == year:
        return long_day(of)
    return _dated(of, translate("wording", "dddd d MMMM yyyy", "a day with weekday and year"))


def weekday_and_day(of: date) -> str:
    """ "Mon 23": a day as a column's head."""
    return _dated(of, translate("wording", "ddd d", "a day as a column's head"))


def next_day(of: date, today: date) -> str:
    """ "Mon" within a week, then "Mon 30": a day in the fewest letters that are clear."""
    if 0 <= (of - today).days < DAYS_IN_WEEK:
        return _dated(of, "ddd")
    return weekday_and_day(of)


def weekday(of: date) -> str:
    """ "Monday"."""
    return _dated(of, "dddd")


def days_from_to(first: date, last: date) -> str:
    """ "23 – 27 Nov", "30 Nov – 4 Dec": a few days one after the other."""
    form = translate("wording", "d MMM", "a day, short")
    end = _dated(last, form)
    if first == last:
        return end
    same_month = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if same_month else _dated(first, form)
    return translate("wording", "{start} – {end}").format(start=start, end=end)


def visit(first: date, last: date, today: date) -> str:
    """ "Thu 3 – Fri 4 December", "Thu 3 December": the days of a trip."""
    if last.year == today.year:
        form = translate("wording", "ddd d MMMM", "a day of a trip")
    else:
        form = translate("wording", "ddd d MMMM yyyy", "a day of a trip with its year")
    end = _dated(last, form)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        start = weekday_and_day(first)
    elif first.year == last.year:
        start = _dated(first, translate("wording", "ddd d MMMM", "a day of a trip"))
    else:
        start = _dated(first, form)
    return translate("wording", "{start} – {end}").format(start=start, end=end)


def short_day(of: date, today: date) -> str:
    """ "3 Sep", with the year where it is not this one."""
    if of.year == today.year:
        return _dated(of, translate("wording", "d MMM", "a day, short"))
    return _dated(of, translate("wording", "d MMM yyyy", "a day with its year, short"))


def month(of: date, today: date) -> str:
    """ "March", with the year where it is not this one."""
    if of.year == today.year:
        return _dated(of, "MMMM")
    return _dated(of, translate("wording", "MMMM yyyy", "a month with its year"))


def month_and_year(of: date) -> str:
    """ "November 2026": a month of a calendar."""
    return _dated(of, translate("wording", "MMMM yyyy", "a month with its year"))


def short_month(of: date) -> str:
    """ "Nov 2026": a month in few letters."""
    return _dated(of, translate("wording", "MMM yyyy", "a month with its year, short"))


def month_mark(of: date) -> str:
    """ "Sept", and the year in place of January: a month on an axis of time."""
    return _dated(of, "yyyy" if of.month == 1 else "MMM")


def named_day(of: date, today: date) -> str:
    """ "3 September", with the year where it is not this one."""
    if of.year != today.year:
        return day(of)
    return _dated(of, translate("wording", "d MMMM", "a day without its year"))


def near_day(of: date, today: date) -> str:
    """ "today", "tomorrow", "Tuesday", "3 Dec": within a sentence, the shortest that is clear."""
    ahead = (of - today).days
    if ahead == 0:
        return translate("wording", "today")
    if ahead == 1:
        return translate("wording", "tomorrow")
    if ahead == -1:
        return translate("wording", "yesterday")
    if 0 < ahead < DAYS_IN_WEEK:
        return _dated(of, "dddd")
    return short_day(of, today)


def moment(of: datetime, today: date) -> str:
    """ "tomorrow 08:30": when something is planned, in wall time."""
    return translate("wording", "{day} {time}").format(
        day=near_day(of.date(), today), time=clock_time(of)
    )


def from_to(starts: datetime, ends: datetime) -> str:
    """ "08:30 – 09:15": how long something takes, in wall time."""
    return translate("wording", "{start} – {end}").format(
        start=clock_time(starts), end=clock_time(ends)
    )


def zone_time(zone: str) -> str:
    """ "New York time": whose clock it is, by an IANA zone."""
    from planner.domain.spoken import spoken_zone  # nothing at the start says a zone

    town = spoken_zone(zone)
    return town if town.startswith("UTC") else translate("wording", "{town} time").format(town=town)


def clock_time(of: time | datetime) -> str:
    """ "08:30", as the user's country writes it."""
    return here().toString(QTime(of.hour, of.minute), QLocale.FormatType.ShortFormat)


def days(count: int) -> str:
    """ "1 day", "9 days". English brings no translation file with plurals, so one stands apart."""
    if count == 1:
        return translate("wording", "1 day")
    return translate("wording", "%n days", "", count)


def weeks(count: int) -> str:
    if count == 1:
        return translate("wording", "1 week")
    return translate("wording", "%n weeks", "", count)


def span(length: int) -> str:
    """A number of days as somebody would say it: "9 days", "11 weeks", "5 months"."""
    if length < DAYS_AS_DAYS:
        return days(length)
    if length < DAYS_AS_WEEKS:
        return weeks(length // DAYS_IN_WEEK)
    if length < DAYS_AS_MONTHS:
        return translate("wording", "%n months", "", int(length / DAYS_IN_MONTH))
    return translate("wording", "%n years", "", max(2, int(length / DAYS_IN_YEAR)))


def ago(length: int) -> str:
    """ "today", "yesterday", "9 days ago", "11 weeks ago"."""
    if length <= 0:
        return translate("wording", "today")
    if length == 1:
        return translate("wording", "yesterday")
    return translate("wording", "{span} ago").format(span=span(length))


def birthday(kept: str) -> str:
    """ "22 January 1980", or "22 January" where the year is not known; "" for none."""
    if not kept.startswith(WITHOUT_YEAR):
        return day(date.fromisoformat(kept)) if kept else ""
    of = date.fromisoformat(kept.replace(WITHOUT_YEAR, LEAP_YEAR, 1))
    return _dated(of, translate("wording", "d MMMM", "a day without its year"))


def _dated(of: date, form: str) -> str:
    return here().toString(QDate(of.year, of.month, of.day), form)
