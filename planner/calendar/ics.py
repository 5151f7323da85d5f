"""Writes 1-2-1s as calendar files (RFC 5545, 5546) that every calendar program reads alike.

The user's own calendar gets PUBLISH files without guests: a REQUEST opened by somebody who is
not invited makes Outlook block answering. A guest gets a REQUEST, its update, or a CANCEL, and
whoever invited the user a REPLY or COUNTER, with one meeting in each file, since Outlook updates
only from such. What a guest's file says is what the invitation says: learn, give and ask, and
everything known of the person, stay at home.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from planner.calendar import timezones
from planner.calendar.event import alarms, event_of, in_its_zone, party
from planner.calendar.guest_event import answering_event, guest_event
from planner.calendar.plain_text import display_name, lines, mailto, one_line
from planner.calendar.tasks import TaskStamp, task_of
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State, stamped
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.errors import PlannerError

if TYPE_CHECKING:
    from uuid import UUID

PRODUCT = "-//Vis-a-vis//1-2-1 planner//EN"
CALENDAR_NAME = "1-2-1s"
LOOK_AGAIN = timedelta(hours=1)  # how often a program that follows a calendar reads it anew
# RFC 5546 3.2.1 wants an organizer in a PUBLISH too; .invalid never reaches anybody (RFC 2606).
NO_ADDRESS = "mailto:no-address@visavis.invalid"
# What stands in a calendar without any entry, as it cannot be empty (RFC 5545 3.6).
NO_ENTRY = "Europe/London"
_EVENT, _TASK = (b"\r\nBEGIN:%s\r\n" % kind for kind in (b"VEVENT", b"VTODO"))  # no text holds it
_END = b"END:VCALENDAR\r\n"
_KEPT = 20_000  # entries, some ten megabytes: more 1-2-1s than anybody has in a life

_STATUS = {
    State.PROPOSED: "TENTATIVE",
    State.AGREED: "CONFIRMED",
    State.HELD: "CONFIRMED",
    State.CANCELLED: "CANCELLED",
    State.MISSED: "CANCELLED",
}
_ANSWER = {
    State.PROPOSED: "TENTATIVE",
    State.AGREED: "ACCEPTED",
    State.HELD: "ACCEPTED",
    State.CANCELLED: "DECLINED",
    State.MISSED: "DECLINED",
}


def for_me(meeting: Meeting, person: Person, me: Me, now: datetime, sheet: str = "") -> bytes:
    """The file that puts the 1-2-1 into the user's own calendar, or updates it there.

    It may hold learn, give and ask, and the text of the cheat-sheet, and is then marked private
    for whoever shares the calendar. `now` is UTC, naive; the DTSTAMP is the later of it and the
    meeting's own stamp.
    """
    meeting = stamped(meeting, now)
    event = _own_event(meeting, person.name, me, _rings(meeting, now))
    aims = (("Learn", meeting.learn), ("Give", meeting.give), ("Ask", meeting.ask))
    told = "\n".join(f"{title}: {lines(aim)}" for title, aim in aims if lines(aim))
    text = "\n\n".join(part for part in (told, lines(sheet)) if part)
    if text:
        event.add("description", text)
        event.add("class", "PRIVATE")
    return _file("PUBLISH", [event.to_ical()], [meeting])


def all_meetings(
    meetings: Iterable[Meeting],
    people: Mapping[int, Person],
    me: Me,
    now: datetime,
    *,
    promises: Iterable[Promise] = (),
    stamps: Mapping[int, TaskStamp] | None = None,
    library: UUID | None = None,
    followed: bool = False,
) -> bytes:
    """All 1-2-1s as one calendar to import or subscribe to; each zone's rules stand there once.

    `people` by id. Learn, give and ask are left out, for such a file often lies on a server.
    `promises` of the user's are tasks in it, with their `stamps` by id, told apart from other
    libraries' by this `library`. Each DTSTAMP is the meeting's own, so that an export alone
    changes nothing. One that is
    `followed` says how often to look again, and may be empty. PlannerError for any other when
    there is nothing to write.
    """
    stand = [
        stamped(meeting, meeting.created or now) if meeting.stamp is None else meeting
        for meeting in meetings
    ]
    entries = [
        _own_entry(_as_shown(meeting), people[meeting.person].name, me, _rings(meeting, now))
        for meeting in stand
    ]
    if library is not None and stamps is not None:
        for promise in promises:
            task = task_of(promise, people[promise.person].name, library, stamps[promise.id])
            entries.append(task.to_ical())
    if not entries and not followed:
        raise PlannerError("There is no 1-2-1 to export yet; plan one first.")
    return _file("PUBLISH", entries, stand, name=CALENDAR_NAME, followed=followed)


def counted(data: bytes) -> tuple[int, int]:
    """How many 1-2-1s, and how many tasks, a calendar file written here holds."""
    return data.count(_EVENT), data.count(_TASK)


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
    event = guest_event(meeting, person, me, "CONFIRMED")
    return _file("REQUEST", [event.to_ical()], [meeting])


def cancellation(meeting: Meeting, person: Person, me: Me, now: datetime) -> bytes:
    """Takes the 1-2-1 out of the guest's calendar.

    PlannerError when the user or the person has no e-mail address, or it is not cancelled.
    """
    if meeting.state is not State.CANCELLED:
        raise PlannerError(
            f"This 1-2-1 with {one_line(person.name)} is not cancelled; cancel it first."
        )
    meeting = stamped(meeting, now)
    event = guest_event(meeting, person, me, "CANCELLED")
    return _file("CANCEL", [event.to_ical()], [meeting])


def reply(meeting: Meeting, person: Person, me: Me, now: datetime, title: str = "") -> bytes:
    """The user's answer to a 1-2-1 they were invited to: yes, no, or perhaps, by its state.

    UID and SEQUENCE are the organizer's (RFC 5546 3.2.3), and so is the `title`. PlannerError
    when it is not theirs, or the user has no e-mail address.
    """
    meeting = stamped(meeting, now)
    event = answering_event(meeting, person, me, _ANSWER[meeting.state], title)
    return _file("REPLY", [event.to_ical()], [meeting])


def counter(meeting: Meeting, person: Person, me: Me, now: datetime, title: str = "") -> bytes:
    """Asks whoever invited the user for the time and place the meeting has here.

    UID and SEQUENCE are the organizer's (RFC 5546 3.2.7). PlannerError as `reply`, and for one
    that is not planned.
    """
    if not meeting.planned:
        raise PlannerError(
            f"This 1-2-1 with {one_line(person.name)} is {meeting.state}, so there is no other "
            "time to ask for."
        )
    meeting = stamped(meeting, now)
    event = answering_event(meeting, person, me, "TENTATIVE", title)
    return _file("COUNTER", [event.to_ical()], [meeting])


def _file(
    method: str,
    entries: Sequence[bytes],
    meetings: Iterable[Meeting],
    name: str = "",
    followed: bool = False,
) -> bytes:
    from icalendar import Calendar, vDuration

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
    if followed:
        often = vDuration(LOOK_AGAIN)
        calendar.add("refresh-interval", often, parameters={"VALUE": "DURATION"})  # RFC 7986 5.7
        calendar.add("x-published-ttl", often.to_ical().decode("ascii"))  # the same to Outlook
    zones = {meeting.zone for meeting in meetings if in_its_zone(meeting)}
    for zone in sorted(zones) if entries else (NO_ENTRY,):
        calendar.add_component(timezones.component(zone))
    written: bytes = calendar.to_ical()
    return b"".join((written.removesuffix(_END), *entries, _END))


@lru_cache(maxsize=_KEPT)
def _own_entry(meeting: Meeting, name: str, me: Me, rings: bool) -> bytes:
    """Kept, as a calendar that is followed is written anew after every change of one of them."""
    written: bytes = _own_event(meeting, name, me, rings).to_ical()
    return written


def _as_shown(meeting: Meeting) -> Meeting:
    """The 1-2-1 without what no calendar of all of them says."""
    return replace(meeting, learn="", give="", ask="", invitation="", summary="", guide="")


def _rings(meeting: Meeting, now: datetime) -> bool:
    return meeting.planned and meeting.starts_utc > now


def _own_event(meeting: Meeting, name: str, me: Me, rings: bool) -> Any:
    """`name` is the other one's; `rings`: with the reminders wished for."""
    name = one_line(name)
    summary = f"1-2-1 with {name}" if name else "1-2-1"
    event = event_of(meeting, summary, _STATUS[meeting.state])
    theirs = mailto(meeting.organizer) if meeting.theirs else None
    event.add("organizer", party(theirs, name) if theirs else _me_as_organizer(me))
    if rings:
        for alarm in alarms(meeting, me, summary):
            event.add_component(alarm)
    return event


def _me_as_organizer(me: Me) -> Any:
    return party(mailto(me.email) or NO_ADDRESS, display_name(me.name) or "Me")
