"""Answering a 1-2-1 they invited the user to: yes, no, perhaps, or another time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from planner.calendar import ics
from planner.calendar.plain_text import mailto
from planner.domain.changes import ASKED, INVITED_AS, THEIR_TITLE, Kind, setting_about
from planner.domain.identity import email_key
from planner.domain.incoming import Message, Method
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.storage.store import Store


def note_invited_as(store: Store, meeting: Meeting, message: Message) -> None:
    """Keeps which address of the user's they invited; inside a transaction.

    It may be another than the one in About me, and their calendar knows the user by it.
    """
    theirs = {message.organizer.key, email_key(meeting.organizer)}
    guests = [party.address for party in message.attendees if party.key not in theirs]
    if meeting.theirs and len(guests) == 1:
        store.settings.put(setting_about(INVITED_AS, Kind.MEETING, meeting.id), guests[0])


def note_title(store: Store, meeting: Meeting, message: Message) -> None:
    """Keeps what they call it, as the answer shows up in their calendar; inside a transaction.

    Not of a cancellation, whose title some programs begin with "Canceled:".
    """
    calls_off = message.off or message.method is Method.CANCEL
    if meeting.theirs and message.summary and not calls_off:
        name = setting_about(THEIR_TITLE, Kind.MEETING, meeting.id)
        store.settings.put(name, message.summary)


def invited_as(store: Store, meeting: Meeting) -> str:
    """The address of the user's that they invited; "" where it is not known."""
    address = store.settings.get(setting_about(INVITED_AS, Kind.MEETING, meeting.id))
    return address if mailto(address) else ""


def note_asked(store: Store, before: Meeting, after: Meeting) -> None:
    """Keeps what they asked for when the user wishes another time or place; in a transaction.

    Once for each SEQUENCE of theirs: a second wish is still about what they asked.
    """
    moved = _wished(before) != _wished(after)
    if before.theirs and moved and asked(store, before) is None:
        starts, *rest = _wished(before)
        told = [before.sequence, starts.isoformat(), *rest]
        store.settings.put(_setting(before), json.dumps(told))


def forget_asked(store: Store, meeting: Meeting) -> None:
    """They say anew when and where it is; inside a transaction."""
    store.settings.forget(_setting(meeting))


def asked(store: Store, meeting: Meeting) -> Meeting | None:
    """The 1-2-1 as they asked for it, where the user has since wished otherwise."""
    try:
        sequence, starts, zone, minutes, place = json.loads(
            store.settings.get(_setting(meeting), "[]")
        )
        theirs = replace(
            meeting,
            starts=datetime.fromisoformat(starts),
            zone=zone,
            minutes=minutes,
            place=place,
        )
    except (TypeError, ValueError):  # none is kept, or somebody wrote one by hand
        return None
    return theirs if sequence == meeting.sequence else None


def counters(store: Store, meeting: Meeting) -> bool:
    """Whether the answer asks for another time or place than theirs."""
    theirs = asked(store, meeting) if meeting.planned else None
    return theirs is not None and _wished(theirs) != _wished(meeting)


def answer(store: Store, meeting: Meeting, person: Person, me: Me, now: datetime) -> bytes:
    """The file that tells them; PlannerError when there is nothing to tell."""
    if meeting.off_by_them:
        raise PlannerError(
            f"{person.name} called this 1-2-1 off, so there is nothing to answer. Save it for "
            "your own calendar instead."
        )
    me = replace(me, email=invited_as(store, meeting) or me.email)
    title = store.settings.get(setting_about(THEIR_TITLE, Kind.MEETING, meeting.id))
    if counters(store, meeting):
        return ics.counter(meeting, person, me, now, title)
    theirs = asked(store, meeting)
    return ics.reply(theirs if theirs is not None else meeting, person, me, now, title)


def _wished(meeting: Meeting) -> tuple[datetime, str, int, str]:
    return meeting.starts, meeting.zone, meeting.minutes, meeting.place


def _setting(meeting: Meeting) -> str:
    return setting_about(ASKED, Kind.MEETING, meeting.id)
