"""What Today shows beside the suggestions: the next 1-2-1 and what is promised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    """A 1-2-1 and whom it is with; `begun` once they have begun to talk, `prepared` before that."""

    meeting: Meeting
    person: Person
    begun: bool = False
    prepared: bool = False


class CalendarToday(NamedTuple):
    """The planned 1-2-1 that comes next or is going on, and those whose time is over.

    Of the latter nothing is known yet: somebody has to say how they went.
    """

    coming: NextMeeting | None
    over: tuple[NextMeeting, ...]


def promises_due(store: Store, today: date, within: timedelta = SOON) -> tuple[PromiseDue, ...]:
    """Promises late or due soon, the longest late first; undated ones wait in Follow-ups."""
    return _with_people(store, store.promises.open(today + within))


def open_promises(store: Store) -> tuple[PromiseDue, ...]:
    """Every promise not kept yet, due first, undated last."""
    return _with_people(store, store.promises.open())


def _with_people(store: Store, promises: Sequence[Promise]) -> tuple[PromiseDue, ...]:
    """Each with its person; what belongs to nobody is for “Check my data” to tell."""
    people = store.people.some({promise.person for promise in promises})
    return tuple(
        PromiseDue(promise, people[promise.person])
        for promise in promises
        if promise.person in people
    )


def calendar_today(store: Store, now: datetime) -> CalendarToday:
    """What the calendar says at `now` (UTC, naive)."""
    planned = store.meetings.planned()
    over = [meeting for meeting in planned if meeting.ends_utc <= now]
    people = store.people.some({meeting.person for meeting in over})
    coming = _first(store, (meeting for meeting in planned if meeting.ends_utc > now))
    return CalendarToday(
        None if coming is None else _begun(store, coming),
        tuple(
            NextMeeting(meeting, people[meeting.person])
            for meeting in over
            if meeting.person in people
        ),
    )


def _first(store: Store, meetings: Iterable[Meeting]) -> NextMeeting | None:
    """The first of these 1-2-1s that is with somebody: a spoiled file may hold one with nobody."""
    for meeting in meetings:
        if (person := store.people.find(meeting.person)) is not None:
            return NextMeeting(meeting, person)
    return None


def _begun(store: Store, coming: NextMeeting) -> NextMeeting:
    """The same, with whether its conversation is prepared or under way."""
    from planner.domain.conversation import Step  # few starts need it

    talk = store.conversations.of_meeting(coming.meeting.id)
    if talk is None:
        return coming
    prepared = talk.step is Step.PREPARED
    return coming._replace(begun=not prepared and talk.step is not Step.DONE, prepared=prepared)
