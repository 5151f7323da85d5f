"""What the debrief shows, and what is written in it until it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from planner.domain.changes import DEBRIEF_DRAFT, Change, Kind, setting_about
from planner.domain.conversation import Conversation
from planner.domain.debrief import Debrief, OfferedFact
from planner.domain.debrief_draft import Draft, draft_from, draft_text
from planner.domain.facts import Fact
from planner.domain.guides import Library
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.journeys.at_the_table import at_the_table
from planner.journeys.debrief_meeting import debrief, offered_facts
from planner.journeys.plan_meeting import cancel, mark
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Note:
    """What was noted under a question that tells no fact."""

    question: str  # "" when the question is not in the library any more
    text: str


@dataclass(frozen=True, slots=True)
class ToDebrief:
    """Everything the debrief of one 1-2-1 shows."""

    meeting: Meeting
    person: Person
    conversation: Conversation | None  # None when it was held without the guide
    offered: tuple[OfferedFact, ...]
    notes: tuple[Note, ...]  # the rest of what was noted
    promises: tuple[Promise, ...]  # made in this 1-2-1, kept already
    learned: tuple[Fact, ...]  # noted in this 1-2-1 on the way, kept already
    owed: tuple[Promise, ...]  # open from before
    draft: Draft


def debrief_page(store: Store, library: Library, meeting_id: int, today: date) -> ToDebrief:
    """What was noted and promised in a 1-2-1, and how far its debrief is written.

    Raises NotFound when there is no such 1-2-1.
    """
    table = at_the_table(store, library, meeting_id, today)
    offered = offered_facts(store, library, meeting_id, today)
    shown = {one.prompt.id for one in offered}
    notes = []
    for answer in store.answers.of_meeting(meeting_id):
        prompt = library.prompt(answer.prompt)
        if answer.text.strip() and answer.prompt not in shown:
            notes.append(Note(prompt.text if prompt else "", answer.text.strip()))
    return ToDebrief(
        meeting=table.meeting,
        person=table.person,
        conversation=store.conversations.of_meeting(meeting_id),
        offered=offered,
        notes=tuple(notes),
        promises=table.promises,
        learned=table.learned,
        owed=table.owed,
        draft=draft_from(store.settings.get(_key(meeting_id))),
    )


def keep_draft(store: Store, meeting_id: int, draft: Draft) -> Change:
    """Keeps what was written so far, as typed."""
    with store.transaction() as work:
        if store.meetings.find(meeting_id) is not None:  # the page may outlive the 1-2-1
            store.settings.put(_key(meeting_id), draft_text(draft))
    return work.change


def save_debrief(
    store: Store, meeting_id: int, kept: Debrief, today: date, now: datetime
) -> Change:
    """Keeps the debrief in one go, and its draft no longer; undo brings the draft back too."""
    with store.transaction() as work:
        debrief(store, meeting_id, kept, today, now)
        store.settings.forget(_key(meeting_id))
    return work.change


def not_held(
    store: Store,
    meeting_id: int,
    state: State,
    now: datetime,
    by: CalledOff = CalledOff.UNKNOWN,
) -> Change:
    """A 1-2-1 that came to nothing: missed, or called off `by` whom. `now` is UTC, naive."""
    with store.transaction() as work:
        if state is State.CANCELLED:
            cancel(store, meeting_id, now, by)
        else:
            mark(store, meeting_id, state, now)
        store.settings.forget(_key(meeting_id))
    return work.change


def _key(meeting_id: int) -> str:
    return setting_about(DEBRIEF_DRAFT, Kind.MEETING, meeting_id)
