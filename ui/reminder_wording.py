"""What reminders say: in the window with names, on the desktop as little as the user wants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from planner.domain.meetings import Meeting
from planner.domain.reminders import Occasion
from planner.domain.spoken import spoken_zone
from planner.domain.wall_time import wall_of
from planner.journeys.reminders import Reminded
from ui import day_wording

translate = QCoreApplication.translate

NAMED = 3  # people in one sentence, or lines in a notification; of more it says how many


def in_the_window(reminders: Sequence[Reminded], now: datetime, zone: str) -> tuple[str, str]:
    """Reminders of one occasion as a few words in bold and the rest; `now` is UTC, naive."""
    first, *more = reminders
    meeting, occasion = first.reminder.meeting, first.reminder.occasion
    when = _moment(meeting, now, zone)
    if occasion is Occasion.DEBRIEF:
        lead = translate("reminders", "How did it go?")
        if more:
            return lead, _listed([one.person.name for one in reminders])
        words = translate("reminders", "1-2-1 with {name}, {when}")
        return lead, words.format(name=first.person.name, when=when)
    if not more:
        words = translate("reminders", "1-2-1 with {name}")
        if occasion is Occasion.PREPARE and not (meeting.learn or meeting.give or meeting.ask):
            words = translate("reminders", "1-2-1 with {name}, nothing prepared yet")
        rest = words.format(name=first.person.name)
        return _lead(when), f"{rest}{_there(meeting, zone)}"
    day, times = _coming(reminders, now, zone)
    words = translate("reminders", "{name} {time}")
    told = (
        words.format(name=one.person.name, time=time)
        for one, time in zip(reminders, times, strict=True)
    )
    return _lead(day or translate("reminders", "coming up")), _listed(list(told))


def on_the_desktop(
    reminders: Sequence[Reminded], now: datetime, zone: str, *, names: bool
) -> tuple[str, str]:
    """The title and the words of a notification: names, where they may be told, and times."""
    first, *more = reminders
    meeting, occasion = first.reminder.meeting, first.reminder.occasion
    when = _sentence(_moment(meeting, now, zone))
    if more:
        return _of_several(reminders, now, zone, names=names)
    if not names:
        words = {
            Occasion.SOON: translate("reminders", "Your 1-2-1 begins soon"),
            Occasion.PREPARE: translate("reminders", "A 1-2-1 to prepare"),
            Occasion.DEBRIEF: translate("reminders", "How was your 1-2-1?"),
        }
        return words[occasion], when
    if occasion is Occasion.DEBRIEF:
        title = translate("reminders", "How was it with {name}?")
    else:
        title = translate("reminders", "1-2-1 with {name}")
    return title.format(name=first.person.name), when


def _of_several(
    reminders: Sequence[Reminded], now: datetime, zone: str, *, names: bool
) -> tuple[str, str]:
    count, people = len(reminders), [one.person.name for one in reminders]
    if reminders[0].reminder.occasion is Occasion.DEBRIEF:
        title = translate("reminders", "How were your {count} 1-2-1s?").format(count=count)
        return title, _listed(people) if names else ""
    day, lines = _coming(reminders, now, zone)
    words = translate("reminders", "{count} 1-2-1s {day}")
    title = words.format(count=count, day=day or translate("reminders", "coming up"))
    if names:
        lines = [f"{line} {name}" for line, name in zip(lines, people, strict=True)]
    return title, _listed(lines)


def _coming(reminders: Sequence[Reminded], now: datetime, zone: str) -> tuple[str, list[str]]:
    """The day of all of them and the time of each; "" and the days as well, where they differ."""
    meetings = [one.reminder.meeting for one in reminders]
    days = {_day(meeting, now, zone) for meeting in meetings}
    if len(days) == 1:
        return days.pop(), [_time(meeting, zone) for meeting in meetings]
    return "", [_moment(meeting, now, zone) for meeting in meetings]


def _listed(things: list[str]) -> str:
    """ "Maya, Tom and Ana", "Maya, Tom, Ana and 2 more"."""
    if len(things) > NAMED:
        last = translate("reminders", "{count} more").format(count=len(things) - NAMED)
        things = [*things[:NAMED], last]
    if len(things) == 1:
        return things[0]
    words = translate("reminders", "{these} and {last}")
    return words.format(these=", ".join(things[:-1]), last=things[-1])


def _day(meeting: Meeting, now: datetime, zone: str) -> str:
    starts = wall_of(meeting.starts_utc, zone)
    return day_wording.near_day(starts.date(), wall_of(now, zone).date())


def _time(meeting: Meeting, zone: str) -> str:
    return day_wording.clock_time(wall_of(meeting.starts_utc, zone))


def _moment(meeting: Meeting, now: datetime, zone: str) -> str:
    starts = wall_of(meeting.starts_utc, zone)
    return day_wording.moment(starts, wall_of(now, zone).date())


def _there(meeting: Meeting, zone: str) -> str:
    """What clocks show where it is planned, if that is another time than the user's."""
    if wall_of(meeting.starts_utc, zone) == meeting.starts:
        return ""
    words = translate("reminders", " ({time} in {zone})")
    return words.format(time=day_wording.clock_time(meeting.starts), zone=spoken_zone(meeting.zone))


def _lead(words: str) -> str:
    return translate("reminders", "{when}:").format(when=_sentence(words))


def _sentence(words: str) -> str:
    """With a capital, as it stands at a sentence's beginning."""
    return words[:1].upper() + words[1:]
