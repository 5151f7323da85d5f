"""The event as the other one gets it: theirs to answer, or the answer to theirs.

What a guest's file says is what the invitation says: learn, give and ask, and everything known of
the person, stay at home.
"""

from __future__ import annotations

from typing import Any

from planner.calendar.event import event_of, party
from planner.calendar.plain_text import first_mailto, lines, mailto, one_line
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.errors import PlannerError


def guest_event(meeting: Meeting, person: Person, me: Me, status: str) -> Any:
    """One that the user invites to, or takes back, which then asks for nothing any more.

    PlannerError when an address is missing, or it is theirs.
    """
    mine, theirs = _address_of(me), first_mailto(person.emails)
    if meeting.theirs:
        raise PlannerError(
            f"{one_line(person.name) or 'This person'} invited you to this 1-2-1, so it is yours "
            "to answer, not to invite to."
        )
    if theirs is None:
        who = one_line(person.name) or "this person"
        raise PlannerError(f"Add an e-mail address for {who}: the invitation is made out to it.")
    event = event_of(meeting, _between(me, person), status)
    event.add("organizer", party(mine, me.name))
    off = meeting.state is State.CANCELLED
    asked = {} if off else {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    if meeting.off_by_them:
        asked = {"PARTSTAT": "DECLINED"}
    guest = party(theirs, person.name, ROLE="REQ-PARTICIPANT", **asked)
    event.add("attendee", guest, encode=False)
    if not off and lines(meeting.invitation):
        event.add("description", lines(meeting.invitation))
    return event


def answering_event(meeting: Meeting, person: Person, me: Me, answer: str, title: str = "") -> Any:
    """One they invited to, with the user's `answer` as a PARTSTAT. PlannerError as above.

    `title` is what they call it, "" where it is not known.
    """
    theirs = mailto(meeting.organizer)
    if theirs is None:
        raise PlannerError(
            f"This 1-2-1 with {one_line(person.name)} is your own, so there is no invitation to "
            "answer; send them yours."
        )
    mine = mailto(me.email)
    if mine is None:
        raise PlannerError(
            "Add your e-mail address in About me: your answer names it, so that "
            f"{one_line(person.name) or 'their'} calendar knows whose it is."
        )
    event = event_of(meeting, one_line(title) or _between(me, person), "")
    event.add("organizer", party(theirs, person.name))
    event.add("attendee", party(mine, me.name, PARTSTAT=answer), encode=False)
    return event


def _between(me: Me, person: Person) -> str:
    names = " and ".join(name for name in (one_line(me.name), one_line(person.name)) if name)
    return f"1-2-1: {names}" if names else "1-2-1"


def _address_of(me: Me) -> str:
    mine = mailto(me.email)
    if mine is None:
        raise PlannerError(
            "Add your e-mail address in About me: the invitation names it, so that "
            "your guest can answer."
        )
    return mine
