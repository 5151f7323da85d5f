"""Taking a conversation up: with somebody who is here now, or one that was cut short."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from planner.domain.changes import Change
from planner.domain.conversation import Conversation, Step
from planner.domain.guides import Library
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.wall_time import wall_of
from planner.journeys.hold_conversation import begin, begin_now, unfinished
from planner.storage.store import Store

_LEFT = "conversation left"  # the setting that says which one was left, and where it stood


@dataclass(frozen=True, slots=True)
class CutShort:
    """A conversation that was begun and not debriefed, as it is offered again."""

    conversation: Conversation
    meeting: Meeting
    person: Person
    notes: int  # questions something is noted under


def begin_with(
    store: Store, library: Library, person_id: int, now: datetime, zone: str
) -> tuple[Change, Conversation]:
    """Begins a 1-2-1 with somebody who is here now: the one planned for today, else a new one.

    Goes on with the one that was begun today and is still being talked. `now` is UTC, naive;
    `zone` the user's IANA zone.
    """
    today = wall_of(now, zone).date()
    for conversation, meeting, person in unfinished(store):
        started = conversation.started
        if (
            person.id == person_id
            and conversation.step is Step.TALKING
            and started is not None
            and wall_of(started, zone).date() == today
        ):
            return begin(store, library, meeting.id, now)
    for meeting in store.meetings.of_person(person_id):
        if meeting.planned and meeting.starts.date() == today:
            return begin(store, library, meeting.id, now)
    return begin_now(store, library, person_id, now, zone)


def talked_on(store: Store, person_id: int, day: date) -> bool:
    """Whether a 1-2-1 with somebody was held that day."""
    return any(
        meeting.state is State.HELD and meeting.starts.date() == day
        for meeting in store.meetings.of_person(person_id)
    )


def cut_short(store: Store) -> CutShort | None:
    """The conversation to offer again at the start: the latest one that was not debriefed.

    None when there is none, or when the user left it as it still stands: it waits among the
    1-2-1s to be noted then, and is not offered at every start.
    """
    for conversation, meeting, person in unfinished(store)[:1]:
        if store.settings.get(_LEFT) != _standing(conversation):
            answers = store.answers.of_meeting(meeting.id)
            notes = sum(bool(answer.text.strip()) for answer in answers)
            return CutShort(conversation, meeting, person, notes)
    return None


def leave(store: Store, conversation: Conversation) -> Change:
    """Leaves a conversation as it is: not offered again until somebody has gone on with it."""
    with store.transaction() as work:
        store.settings.put(_LEFT, _standing(conversation))
    return work.change


def _standing(conversation: Conversation) -> str:
    """Which conversation, and how far: another text once it was gone on with."""
    return f"{conversation.id} {conversation.step} {conversation.at} {conversation.elapsed}"
