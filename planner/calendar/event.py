"""The parts a calendar file of 1-2-1s is made of: the event, who is in it, and its alarms."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from planner.calendar import timezones
from planner.calendar.plain_text import display_name, one_line
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.wall_time import instants, unique

EVENING = time(18, 0)  # when the evening reminder before a 1-2-1 rings


def event_of(meeting: Meeting, summary: str, status: str) -> Any:
    """What every file says of a meeting; `status` "" says nothing of where it stands.

    The caller has stamped it.
    """
    from icalendar import Event

    assert meeting.stamp is not None
    stamp = meeting.stamp.replace(tzinfo=UTC)
    event = Event()
    event.add("uid", one_line(meeting.uid))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", stamp)
    event.add("created", (meeting.created or meeting.stamp).replace(tzinfo=UTC))
    event.add("last-modified", stamp)
    if in_its_zone(meeting):
        zone = ZoneInfo(meeting.zone)
        event.add("dtstart", meeting.starts.replace(tzinfo=zone))
        event.add("dtend", meeting.ends.replace(tzinfo=zone))
    else:
        event.add("dtstart", meeting.starts_utc.replace(tzinfo=UTC))
        event.add("dtend", meeting.ends_utc.replace(tzinfo=UTC))
    event.add("summary", summary)
    if one_line(meeting.place):
        event.add("location", one_line(meeting.place))
    if status:
        event.add("status", status)
        event.add("transp", "TRANSPARENT" if status == "CANCELLED" else "OPAQUE")
    return event


def in_its_zone(meeting: Meeting) -> bool:
    """Whether every reader finds the same instant from the wall times and the zone's rules.

    Times that clocks show twice mean one thing to one reader and another to the next.
    """
    zone = meeting.zone
    return (
        timezones.holds(zone, meeting.starts.year)
        and unique(meeting.starts, zone)
        and unique(meeting.ends, zone)
    )


def party(address: str, name: str, **parameters: str) -> Any:
    """An organizer or guest, by address where the name says nothing.

    The name is always quoted, for a reader may split it otherwise.
    """
    from icalendar import Parameters, vCalAddress

    made = vCalAddress(address)
    shown = display_name(name) or address.removeprefix("mailto:")
    made.params = Parameters({"CN": shown, **parameters})
    made.params.always_quoted = (*Parameters.always_quoted, "CN")
    return made


def alarms(meeting: Meeting, me: Me, summary: str) -> list[Any]:
    """The reminders wished for in About me."""
    return [_alarm(minutes, text) for minutes, text in _reminders(meeting, me, summary)]


def _reminders(meeting: Meeting, me: Me, summary: str) -> list[tuple[int, str]]:
    """Of each: minutes before the start, what it says."""
    reminders = []
    if me.alarm_minutes > 0:
        reminders.append((me.alarm_minutes, summary))
    if me.evening_alarm:
        evening = datetime.combine(meeting.starts.date() - timedelta(days=1), EVENING)
        for rings in instants(evening, meeting.zone)[:1]:
            ahead = int((meeting.starts_utc - rings).total_seconds()) // 60
            reminders.append((ahead, f"Prepare your {summary}"))
    return reminders


def _alarm(minutes: int, text: str) -> Any:
    from icalendar import Alarm, vText

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    # In minutes alone: a duration with days means calendar days, an hour off across a change.
    alarm.add("trigger", vText(f"-PT{minutes}M"), encode=False)
    return alarm
