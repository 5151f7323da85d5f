"""What Today shows beside the suggestions: the next 1-2-1 and what is promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.storage.store import Store

SOON = timedelta(days=7)  # how far ahead a promise is worth showing on Today


@dataclass(frozen=True, slots=True)
class PromiseDue:
    """An open promise and whom it was made to or by."""

    promise: Promise
    person: Person


@dataclass(frozen=True, slots=True)
class NextMeeting:
    meeting: Meeting
    person: Person


def promises_due(store: Store, today: date, within: timedelta = SOON) -> tuple[PromiseDue, ...]:
    """Promises late or due soon, the latest first; undated ones wait in Follow-ups."""
    until = today + within
    return tuple(
        PromiseDue(promise, store.people.get(promise.person))
        for promise in store.promises.open()
        if promise.due is not None and promise.due <= until
    )


def open_promises(store: Store) -> tuple[PromiseDue, ...]:
    """Every promise not kept yet, due first, undated last."""
    return tuple(
        PromiseDue(promise, store.people.get(promise.person)) for promise in store.promises.open()
    )


def next_meeting(store: Store, now: datetime) -> NextMeeting | None:
    """The planned 1-2-1 that comes next or is going on (`now` in UTC, naive)."""
    for meeting in store.meetings.planned():
        if meeting.ends_utc > now:
            return NextMeeting(meeting, store.people.get(meeting.person))
    return None


def awaiting_notes(store: Store, now: datetime) -> tuple[NextMeeting, ...]:
    """Planned 1-2-1s whose time is over, so that nothing is known yet of how they went."""
    return tuple(
        NextMeeting(meeting, store.people.get(meeting.person))
        for meeting in store.meetings.planned()
        if meeting.ends_utc <= now
    )
