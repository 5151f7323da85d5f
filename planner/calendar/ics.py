"""Writes 1-2-1s as calendar files (RFC 5545, 5546) that every calendar program reads alike.

The user's own calendar gets PUBLISH files without guests: a REQUEST opened by somebody who is
not invited makes Outlook block answering. A guest gets a REQUEST, its update, or a CANCEL, with
one meeting in each file, since Outlook updates only from such. What a guest's file says is what
the invitation says: learn, give and ask, and everything known of the person, stay at home.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from planner.calendar import timezones
from planner.calendar.plain_text import display_name, first_mailto, lines, mailto, one_line
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State, stamped
from planner.domain.people import Person
from planner.domain.wall_time import instants, unique
from planner.errors import PlannerError

PRODUCT = "-//Vis-a-vis//1-2-1 planner//EN"
CALENDAR_NAME = "1-2-1s"
EVENING = time(18, 0)  # when the evening reminder before a 1-2-1 rings
# RFC 5546 3.2.1 wants an organizer in a PUBLISH too; .invalid never reaches anybody (RFC 2606).
NO_ADDRESS = "mailto:no-address@visavis.invalid"

_STATUS = {
    State.PROPOSED: "TENTATIVE",
    State.AGREED: "CONFIRMED",
    State.HELD: "CONFIRMED",
    State.CANCELLED: "CANCELLED",
    State.MISSED: "CANCELLED",
}


def for_me(meeting: Meeting, person: Person, me: Me, now: datetime) -> bytes:
    """The file that puts the 1-2-1 into the user's own calendar, or updates it there.

    It may hold learn, give and ask, and is marked private for whoever shares the calendar.
    `now` is UTC, naive; the DTSTAMP is the later of it and the meeting's own stamp.
    """
    meeting = stamped(meeting, now)
    event = _own_event(meeting, person, me, now)
    aims = (("Learn", meeting.learn), ("Give", meeting.give), ("Ask", meeting.ask))
    text = "\n".join(f"{title}: {lines(aim)}" for title, aim in aims if lines(aim))
    if text:
        event.add("description", text)
        event.add("class", "PRIVATE")
    return _file("PUBLISH", [(meeting, event)])


def all_meetings(
    meetings: Iterable[Meeting], people: Mapping[int, Person], me: Me, now: datetime
) -> bytes:
    """All 1-2-1s as one calendar to import or subscribe to; each zone's rules stand there once.

    `people` by id. Learn, give and ask are left out, for such a file often lies on a server.
    Each DTSTAMP is the meeting's own, so that an export alone changes nothing. PlannerError when
    there is no meeting, since a calendar file cannot be empty.
    """
    events = []
    for meeting in meetings:
        if meeting.stamp is None:
            meeting = stamped(meeting, meeting.created or now)
        events.append((meeting, _own_event(meeting, people[meeting.person], me, now)))
    if not events:
        raise PlannerError("There is no 1-2-1 to export yet; plan one first.")
    return _file("PUBLISH", events, name=CALENDAR_NAME)


def request(meeting: Meeting, person: Person, me: Me, now: datetime) -> bytes:
    """The invitation for the guest, or its update when SEQUENCE has grown.

    PlannerError when the user or the person has no e-mail address, or the 1-2-1 is not planned.
    """
    if not meeting.planned:
        raise PlannerError(
            f"This 1-2-1 with {one_line(person.name)} is {meeting.state}, so there is nothing "
            "to invite to; plan a new one."
        )
    meeting = stamped(meeting, now)
    return _file("REQUEST", [(meeting, _guest_event(meeting, person, me, "CONFIRMED"))])


def cancellation(meeting: Meeting, person: Person, me: Me, now: datetime) -> bytes:
    """Takes the 1-2-1 out of the guest's calendar.

    PlannerError when the user or the person has no e-mail address, or it is not cancelled.
    """
    if meeting.state is not State.CANCELLED:
        raise PlannerError(
            f"This 1-2-1 with {one_line(person.name)} is not cancelled; cancel it first."
        )
    meeting = stamped(meeting, now)
    return _file("CANCEL", [(meeting, _guest_event(meeting, person, me, "CANCELLED"))])


def _file(method: str, events: list[tuple[Meeting, Any]], name: str = "") -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
    for zone in sorted({meeting.zone for meeting, _ in events if _in_its_zone(meeting)}):
        calendar.add_component(timezones.component(zone))
    for _, event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _own_event(meeting: Meeting, person: Person, me: Me, now: datetime) -> Any:
    name = one_line(person.name)
    summary = f"1-2-1 with {name}" if name else "1-2-1"
    event = _event(meeting, summary, _STATUS[meeting.state])
    event.add("organizer", _party(mailto(me.email) or NO_ADDRESS, display_name(me.name) or "Me"))
    if meeting.planned and meeting.starts_utc > now:
        for minutes, text in _reminders(meeting, me, summary):
            event.add_component(_alarm(minutes, text))
    return event


def _guest_event(meeting: Meeting, person: Person, me: Me, status: str) -> Any:
    mine, theirs = mailto(me.email), first_mailto(person.emails)
    if mine is None:
        raise PlannerError(
            "Add your e-mail address in About me: the invitation names it, so that "
            "your guest can answer."
        )
    if theirs is None:
        who = one_line(person.name) or "this person"
        raise PlannerError(f"Add an e-mail address for {who}: the invitation is made out to it.")
    names = " and ".join(name for name in (one_line(me.name), one_line(person.name)) if name)
    event = _event(meeting, f"1-2-1: {names}" if names else "1-2-1", status)
    event.add("organizer", _party(mine, me.name))
    rights = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    guest = _party(theirs, person.name, **rights)
    event.add("attendee", guest, encode=False)
    if lines(meeting.invitation):
        event.add("description", lines(meeting.invitation))
    return event


def _event(meeting: Meeting, summary: str, status: str) -> Any:
    """What every file says of a meeting; the caller has stamped it."""
    from icalendar import Event

    assert meeting.stamp is not None
    stamp = meeting.stamp.replace(tzinfo=UTC)
    event = Event()
    event.add("uid", one_line(meeting.uid))
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", stamp)
    event.add("created", (meeting.created or meeting.stamp).replace(tzinfo=UTC))
    event.add("last-modified", stamp)
    if _in_its_zone(meeting):
        zone = ZoneInfo(meeting.zone)
        event.add("dtstart", meeting.starts.replace(tzinfo=zone))
        event.add("dtend", meeting.ends.replace(tzinfo=zone))
    else:
        event.add("dtstart", meeting.starts_utc.replace(tzinfo=UTC))
        event.add("dtend", meeting.ends_utc.replace(tzinfo=UTC))
    event.add("summary", summary)
    if one_line(meeting.place):
        event.add("location", one_line(meeting.place))
    event.add("status", status)
    event.add("transp", "TRANSPARENT" if status == "CANCELLED" else "OPAQUE")
    return event


def _in_its_zone(meeting: Meeting) -> bool:
    """Whether every reader finds the same instant from the wall times and the zone's rules.

    Times that clocks show twice mean one thing to one reader and another to the next.
    """
    zone = meeting.zone
    return (
        timezones.holds(zone, meeting.starts.year)
        and unique(meeting.starts, zone)
        and unique(meeting.ends, zone)
    )


def _party(address: str, name: str, **parameters: str) -> Any:
    """An organizer or guest, by address where the name says nothing.

    The name is always quoted, for a reader may split it otherwise.
    """
    from icalendar import Parameters, vCalAddress

    party = vCalAddress(address)
    shown = display_name(name) or address.removeprefix("mailto:")
    party.params = Parameters({"CN": shown, **parameters})
    party.params.always_quoted = (*Parameters.always_quoted, "CN")
    return party


def _reminders(meeting: Meeting, me: Me, summary: str) -> list[tuple[int, str]]:
    """The reminders wished for in About me: (minutes before the start, what they say)."""
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
