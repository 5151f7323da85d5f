"""What speaks against a time for a 1-2-1, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.busy import BusyTime
from planner.domain.people import Person
from ui import day_wording

translate = QCoreApplication.translate


def meets(people: Iterable[Person]) -> str:
    """Whom the user meets at that time."""
    names = ", ".join(person.name for person in people)
    return translate("plan", "You are to meet {names} then.").format(names=names)


def is_on(busy: BusyTime) -> str:
    """What a calendar says is on at that time."""
    if not busy.title:
        return translate("plan", "Your calendar says that you are busy then.")
    words = translate("plan", "Your calendar says “{what}” is then.")
    return words.format(what=busy.title)


def is_off(holiday: str) -> str:
    """That the day is one off."""
    return translate("plan", "That day is {holiday}.").format(holiday=holiday)


def is_away(city: str) -> str:
    """That the user is on a trip, elsewhere than the 1-2-1."""
    return translate("plan", "You are in {city} that day.").format(city=city)


def is_full(monday: date, count: int, wanted: int, today: date) -> str:
    """That a week holds as many 1-2-1s as are wanted."""
    words = translate("plan", "The week of {day} is full: it holds {count} of {wanted} 1-2-1s.")
    return words.format(day=day_wording.short_day(monday, today), count=count, wanted=wanted)
