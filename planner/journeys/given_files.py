"""Which 1-2-1s are in whose calendar, and as what: so that a changed one is sent again.

What the file last given out said of when and where stands in a setting about the 1-2-1.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from planner.calendar.plain_text import mailto
from planner.domain.changes import FILES_GIVEN, Kind, setting_about
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.journeys.answer_invitation import counters
from planner.storage.store import Store

_MINE, _THEIRS = "me", "guest"
_SINCE = "since"  # the SEQUENCE of the first file for the guest that said the same
_ADDRESS = "address"  # to which the guest was invited
_ORGANIZER = "organizer"  # the user's address, by which they were invited


@dataclass(frozen=True, slots=True)
class Given:
    """Who has a calendar file of a 1-2-1, and whose says something that no longer holds."""

    mine: bool = False
    theirs: bool = False
    mine_old: bool = False
    theirs_old: bool = False
    counters: bool = False  # they invited the user, who wishes another time or place
    unanswered: bool = False  # they invited the user, who has decided and told them nothing


def given(store: Store, meeting: Meeting, now: datetime) -> Given:
    """How the calendars stand that were given a file of this 1-2-1.

    None is out of date once the 1-2-1 is behind: nobody sends word of what is past. `now` is
    UTC, naive.
    """
    told = _told(store, meeting)
    mine, theirs = told.get(_MINE), told.get(_THEIRS)
    says, ahead = _says(meeting), not meeting.behind(now)
    told_us = meeting.theirs and meeting.off_by_them  # nothing is to be answered any more
    wishes = meeting.theirs and counters(store, meeting)
    decided = wishes or meeting.state in (State.AGREED, State.CANCELLED)
    return Given(
        mine=mine is not None,
        theirs=meeting.invited or theirs is not None,
        mine_old=ahead and mine is not None and mine != says,
        theirs_old=ahead and not told_us and theirs not in (None, _said_to_them(meeting)),
        counters=wishes,
        unanswered=meeting.theirs and ahead and decided and not told_us and theirs is None,
    )


def note_given(
    store: Store, meeting: Meeting, invite: bool, person: Person | None = None, organizer: str = ""
) -> None:
    """Notes that a file was written, for `person` by `organizer` if invited; in a transaction."""
    told, says = _told(store, meeting), _says(meeting)
    if invite and told.get(_THEIRS) != says:
        told[_SINCE] = meeting.sequence
    told |= {_THEIRS: _said_to_them(meeting)} if invite else {_MINE: says}
    if invite and person is not None and told.get(_ADDRESS) not in person.emails:
        told[_ADDRESS] = next((email for email in person.emails if mailto(email)), "")
    if invite and organizer and not meeting.theirs:
        told.setdefault(_ORGANIZER, organizer)
    store.settings.put(_setting(meeting), json.dumps(told))


def invited_address(store: Store, meeting: Meeting) -> str:
    """To which of the guest's addresses the invitation was made out; "" when none was."""
    address = _told(store, meeting).get(_ADDRESS)
    return address if isinstance(address, str) else ""


def invited_by(store: Store, meeting: Meeting) -> str:
    """By which of the user's addresses the guest was invited; "" when by none.

    A calendar takes changes from its organizer alone (RFC 5546 6.1.1), who stays the same when
    the user has another address in About me since.
    """
    organizer = _told(store, meeting).get(_ORGANIZER)
    return organizer if isinstance(organizer, str) and mailto(organizer) else ""


def note_known(store: Store, meeting: Meeting) -> None:
    """Notes that the guest knows how it stands without a file; inside a transaction."""
    told = _told(store, meeting)
    if _THEIRS in told:
        told[_THEIRS] = _said_to_them(meeting)
        store.settings.put(_setting(meeting), json.dumps(told))


def note_answered(store: Store, meeting: Meeting) -> None:
    """Notes that whoever invited the user has the answer already; inside a transaction."""
    told = _told(store, meeting) | {_THEIRS: _said_to_them(meeting)}
    store.settings.put(_setting(meeting), json.dumps(told))


def invited_since(store: Store, meeting: Meeting) -> int:
    """The SEQUENCE from which on the guest's invitation says when and where as it is now.

    An answer to an earlier one is about another time. The user's own word that it is agreed makes
    the number grow too, but no invitation out of date.
    """
    told = _told(store, meeting)
    since = told.get(_SINCE)
    if told.get(_THEIRS) != _says(meeting) or not isinstance(since, int):
        return meeting.sequence
    return min(since, meeting.sequence)


def _told(store: Store, meeting: Meeting) -> dict[str, Any]:
    """What the files said, by whose they are."""
    try:
        kept = json.loads(store.settings.get(_setting(meeting), "{}"))
    except ValueError:  # a setting somebody wrote by hand is not worth failing over
        return {}
    return kept if isinstance(kept, dict) else {}


def _setting(meeting: Meeting) -> str:
    return setting_about(FILES_GIVEN, Kind.MEETING, meeting.id)


def _said_to_them(meeting: Meeting) -> str:
    """The same for the other one: whoever invited the user also learns of yes and perhaps.

    Each of their invitations, by its SEQUENCE, wants an answer of its own.
    """
    said = _says(meeting)
    return f"{meeting.state} to {meeting.sequence} {said}" if meeting.theirs else said


def _says(meeting: Meeting) -> str:
    """What a calendar shows of it. Agreed, held or missed makes no difference to a guest."""
    off = "off" if meeting.state is State.CANCELLED else "on"
    when = f"{meeting.starts:%Y-%m-%dT%H:%M} {meeting.zone} {meeting.minutes}"
    return f"{off} {when} {meeting.place}"
