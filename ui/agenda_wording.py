"""How the days of a calendar are told: what is on, when the user is taken, what is free."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from planner.domain.agenda import Day, Stretch
from planner.domain.meetings import Meeting, Roughly
from planner.domain.spoken import spoken_zone
from planner.journeys.meetings_page import Days
from ui import day_wording, wording

translate = QCoreApplication.translate

A_WEEK = timedelta(days=7)


def times(of: Meeting | Stretch) -> str:
    """ "08:30 – 09:15", or "All day"; "" for a 1-2-1 of which the day alone is remembered."""
    if isinstance(of, Meeting) and of.roughly is not Roughly.NOT:
        return ""
    if isinstance(of, Stretch) and of.whole_day:
        return translate("agenda", "All day")
    return day_wording.from_to(of.starts, of.ends)


def where(meeting: Meeting, zone: str) -> str:
    """The place, and whose clocks the time is told by where they are not the user's."""
    there = translate("agenda", "time in {zone}").format(zone=spoken_zone(meeting.zone))
    place = meeting.place.partition(",")[0].strip()
    return " · ".join(part for part in (place, there if meeting.zone != zone else "") if part)


def standing(meeting: Meeting, now: datetime) -> str:
    """How it stands; of one that is over and not noted yet the question that waits."""
    if meeting.waits(now):
        return translate("agenda", "How did it go?")
    return wording.state(meeting.state)


def one(meeting: Meeting, name: str, zone: str, now: datetime) -> str:
    """ "08:30 – 09:15, Maya Okafor, The Wharf, proposed": a 1-2-1 on its day."""
    state = standing(meeting, now).lower()
    return ", ".join(part for part in (times(meeting), name, where(meeting, zone), state) if part)


def taken(of: Stretch) -> str:
    """ "09:00 – 10:30 Board meeting"."""
    return f"{times(of)} {of.summary or unnamed()}"


def unnamed() -> str:
    """What takes the user by a calendar that does not say."""
    return translate("agenda", "taken")


def over(what: str) -> str:
    """ "at the same time as Board meeting"; "" where it runs into nothing."""
    words = translate("agenda", "at the same time as {what}")
    return words.format(what=what) if what else ""


def of_day(of: Day) -> str:
    """ "Christmas Day · in Manchester": what day off it is, and where a trip leads."""
    there = translate("agenda", "in {city}").format(city=of.town) if of.town else ""
    told = " · ".join(part for part in (of.off, there) if part)
    return told[:1].upper() + told[1:]


def day(of: Day, shown: Days, zone: str, today: date) -> str:
    """Everything a day holds, read aloud or shown below the mouse."""
    full = day_wording.full_day(of.day, today.year)
    lines = [translate("agenda", "Today, {day}").format(day=full) if of.day == today else full]
    if told := of_day(of):
        lines.append(told)
    lines += [one(meeting, shown.names[meeting.person], zone, shown.now) for meeting in of.meetings]
    if of.taken:
        yours = "; ".join(map(taken, of.taken))
        lines.append(translate("agenda", "Your calendar: {taken}").format(taken=yours))
    if len(lines) == 1:
        lines.append(translate("agenda", "nothing planned"))
    return "\n".join(lines)


def week(begins: date, todays: date, today: date) -> str:
    """ "This week", "Next week", "Week of 7 December": by its first day, and that of today's."""
    if begins == todays:
        return translate("agenda", "This week")
    if begins == todays + A_WEEK:
        return translate("agenda", "Next week")
    words = translate("agenda", "Week of {day}")
    return words.format(day=day_wording.named_day(begins, today))
