"""What Today shows beside the suggestions: the next 1-2-1 and what is promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.storage.store import Store

SOON = timedelta(days=7)  # how far ahead a promise is worth showing on Today


class PromiseDue(NamedTuple):
    """An open promise and whom it was made to or by."""

    promise: Promise
    person: Person


class NextMeeting(NamedTuple):
    meeting: Meeting
    person: Person


def promises_due(store: Store, today: date, within: timedelta = SOON) -> tuple[PromiseDue, ...]:
    """Promises late or due soon, the longest late first; undated ones wait in Follow-ups."""
    until = today + within
    return _with_people(store, [p for p in store.promises.open() if p.due and p.due <= until])


def open_promises(store: Store) -> tuple[PromiseDue, ...]:
    """Every promise not kept yet, due first, undated last."""
    return _with_people(store, store.promises.open())


def _with_people(store: Store, promises: Sequence[Promise]) -> tuple[PromiseDue, ...]:
    people = store.people.some({promise.person for promise in promises})
    return tuple(PromiseDue(promise, people[promise.person]) for promise in promises)


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
