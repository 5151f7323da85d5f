"""Whom, when and where, as somebody says it in a letter."""

from __future__ import annotations

from datetime import date

from planner.domain.meetings import Meeting, Roughly, place_of
from planner.domain.people import Person
from planner.domain.wall_time import instants, is_zone, wall_of

_ONLINE = {
    "zoom": "on Zoom",
    "teams": "on Teams",
    "google meet": "on Google Meet",
    "skype": "on Skype",
    "phone": "by phone",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_RECENT_DAYS = 14  # up to here a meeting was "the other day"


def spoken_zone(zone: str) -> str:
    """ "New York": what people call the clock of an IANA zone."""
    if zone.startswith("Etc/GMT") and len(zone) > len("Etc/GMT"):
        turned = zone.removeprefix("Etc/GMT").translate(str.maketrans("+-", "-+"))
        return f"UTC{turned}"  # their sign is POSIX's: ahead of UTC is minus
    return zone.rpartition("/")[2].replace("_", " ")


def when_and_where(meeting: Meeting, person: Person) -> str:
    """Such as "Tuesday 24 November at 08:30 at The Wharf"."""
    return f"{spoken_time(meeting, person)} {spoken_place(meeting)}".strip()


def spoken_day(day: date) -> str:
    """Such as "Tuesday 24 November"."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def spoken_days(first: date, last: date) -> str:
    """Such as "on Thursday 3 and Friday 4 December", "from Monday 7 to Thursday 10 December"."""
    if first == last:
        return f"on {spoken_day(first)}"
    begins = spoken_day(first)
    if (first.year, first.month) == (last.year, last.month):
        begins = f"{_WEEKDAYS[first.weekday()]} {first.day}"
    if (last - first).days == 1:
        return f"on {begins} and {spoken_day(last)}"
    return f"from {begins} to {spoken_day(last)}"


def spoken_time(meeting: Meeting, person: Person) -> str:
    """The time, and the guest's own where their clock shows another."""
    said = f"{spoken_day(meeting.starts.date())} at {meeting.starts:%H:%M}"
    if not is_zone(person.zone) or not instants(meeting.starts, meeting.zone):
        return said
    theirs = wall_of(meeting.starts_utc, person.zone)
    if theirs == meeting.starts:
        return said
    day = "" if theirs.date() == meeting.starts.date() else f"{_WEEKDAYS[theirs.weekday()]} "
    return f"{said} ({day}{theirs:%H:%M} your time)"


def spoken_place(meeting: Meeting) -> str:
    """The place as a phrase: its name without the address, "online" for a link."""
    place = place_of(meeting.place)
    if place.online:
        return _ONLINE.get(place.name.lower(), "online")
    first, _, rest = place.name.partition(" ")
    if first.lower() in {"at", "in", "on", "near"}:
        return place.name
    if first.lower() in {"my", "your", "our"}:
        return f"at {first.lower()} {rest}"
    if rest and first.lower() in {"his", "her", "their"}:  # the letter is to them
        return f"at your {rest}"
    return f"at {place.name}" if place.name else ""


def spoken_past(day: date, today: date, roughly: Roughly = Roughly.NOT) -> str:
    """Such as "the other day", "in March", "in March last year", no more exactly than is known."""
    if roughly is Roughly.YEAR:
        years = {today.year: "earlier this year", today.year - 1: "last year"}
        return years.get(day.year, f"in {day.year}")
    if (today - day).days <= _RECENT_DAYS and roughly is not Roughly.MONTH:
        return "the other day"
    if (day.year, day.month) == (today.year, today.month):
        return "earlier this month"
    month = f"in {_MONTHS[day.month - 1]}"
    if day.year == today.year:
        return month
    return f"{month} last year" if day.year == today.year - 1 else f"{month} {day.year}"
