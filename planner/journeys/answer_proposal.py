"""Another time that the guest proposed: kept until the user takes it or keeps their own.

It stands in a setting about the 1-2-1 and goes with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from planner.domain.changes import COUNTER, Change, Kind, setting_about
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.proposal import Proposal, asking_to_keep
from planner.domain.wall_time import is_zone
from planner.errors import PlannerError
from planner.journeys import plan_meeting
from planner.storage.store import Store

_START = setting_about(COUNTER, Kind.MEETING, 0).removesuffix("0")  # of all their settings
_GONE = "That proposal is answered already, or the 1-2-1 was planned anew meanwhile."


def proposal_for(store: Store, meeting: Meeting) -> Proposal | None:
    """The other time that waits for the user's answer; None when there is none."""
    found = _kept(store.settings.get(_setting(meeting.id)))
    return found if found is not None and found.holds(meeting) else None


def proposals(store: Store, meetings: Iterable[Meeting]) -> dict[int, Proposal]:
    """Those of several 1-2-1s, by their ids."""
    kept = store.settings.beginning(_START)
    if not kept:
        return {}
    by_id = {f"{_START}{meeting.id}": meeting for meeting in meetings}
    found = {by_id[name].id: _kept(value) for name, value in kept.items() if name in by_id}
    held = {meeting.id: meeting for meeting in by_id.values()}
    return {id: one for id, one in found.items() if one is not None and one.holds(held[id])}


class Waiting(NamedTuple):
    """Another time that waits for the user's answer."""

    proposal: Proposal
    meeting: Meeting
    person: Person


def waiting(store: Store, today: date) -> tuple[Waiting, ...] | None:
    """All that are still ahead or were to be today, soonest first; None where there are none."""
    if not store.settings.beginning(_START):
        return None
    meetings = {one.id: one for one in store.meetings.planned()}
    found = proposals(store, meetings.values())
    people = store.people.some({meetings[id].person for id in found})
    told = [
        Waiting(proposal, meetings[id], people[meetings[id].person])
        for id, proposal in found.items()
        if proposal.starts.date() >= today and meetings[id].person in people
    ]
    return tuple(sorted(told, key=lambda one: one.proposal.starts_utc)) or None


def keep_proposal(store: Store, meeting: Meeting, proposal: Proposal) -> None:
    """Keeps what the guest proposed; to be called inside a transaction."""
    told = {
        "starts": proposal.starts.isoformat(timespec="minutes"),
        "zone": proposal.zone,
        "minutes": proposal.minutes,
        "place": proposal.place,
        "comment": proposal.comment,
        "instead_of": proposal.instead_of,
    }
    store.settings.put(_setting(meeting.id), json.dumps(told))


def take_proposal(store: Store, meeting_id: int, now: datetime) -> tuple[Change, Meeting]:
    """Moves the 1-2-1 to the time the guest proposed: both have said yes to it then.

    The guest's calendar still wants the updated invitation. PlannerError when it was answered, or
    is over.
    """
    with store.transaction() as work:
        before = store.meetings.get(meeting_id)
        proposal = proposal_for(store, before)
        if proposal is None:
            raise PlannerError(_GONE)
        if proposal.starts_utc <= now:
            raise PlannerError("The time they proposed is over by now. Agree on another one.")
        _, moved = plan_meeting.reschedule(
            store,
            meeting_id,
            proposal.starts,
            now,
            zone=proposal.zone,
            minutes=proposal.minutes,
            place=proposal.place or None,
        )
        agreed = replace(moved, state=State.AGREED)
        store.meetings.update(agreed)
        forget_proposal(store, meeting_id)
    return work.change, agreed


def keep_ours(store: Store, meeting_id: int) -> tuple[Change, str]:
    """Leaves the 1-2-1 as it was planned; with a message that tells the guest so, to be sent.

    A file would say it too (DECLINECOUNTER), but few programs take one: Outlook and Google do not.
    PlannerError when the proposal was answered.
    """
    with store.transaction() as work:
        meeting = store.meetings.get(meeting_id)
        proposal = proposal_for(store, meeting)
        if proposal is None:
            raise PlannerError(_GONE)
        forget_proposal(store, meeting_id)
    person = store.people.get(meeting.person)
    return work.change, asking_to_keep(proposal, meeting, person, store.me.get().name)


def forget_proposal(store: Store, meeting_id: int) -> None:
    """To be called inside a transaction."""
    store.settings.forget(_setting(meeting_id))


def _setting(meeting_id: int) -> str:
    return setting_about(COUNTER, Kind.MEETING, meeting_id)


def _kept(value: str) -> Proposal | None:
    """A proposal as it was kept; None for what nobody can read, written by hand perhaps."""
    try:
        told = json.loads(value) if value else {}
        found = Proposal(
            starts=datetime.fromisoformat(told["starts"]),
            zone=str(told["zone"]),
            minutes=int(told["minutes"]),
            place=str(told["place"]),
            comment=str(told["comment"]),
            instead_of=str(told["instead_of"]),
        )
        sound = found.starts.tzinfo is None and is_zone(found.zone)
        return found if sound and found.starts_utc else None
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        return None
