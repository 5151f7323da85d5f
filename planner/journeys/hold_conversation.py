"""Holding a 1-2-1: the questions at hand, and what is noted on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from planner.calendar.uid import new_uid
from planner.domain import conversation as talk
from planner.domain.changes import Change
from planner.domain.conversation import Conversation, Step
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Library
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.wall_time import kept_wall, wall_of
from planner.errors import PlannerError
from planner.journeys.choose_questions import script_for
from planner.journeys.debrief_meeting import keep_facts
from planner.storage.store import Store

HOUR = 60  # minutes of a 1-2-1 that was not planned


def begin(
    store: Store, library: Library, meeting_id: int, now: datetime
) -> tuple[Change, Conversation]:
    """Begins the conversation of a planned 1-2-1, or goes on with one that was begun.

    `now` is UTC, naive. Raises PlannerError in words when it was held or cancelled, or when its
    guide is not in the library any more.
    """
    meeting = store.meetings.get(meeting_id)
    begun = store.conversations.of_meeting(meeting_id)
    if begun is not None and begun.step in (Step.TALKING, Step.DEBRIEF):
        return _go_on(store, meeting, talk.fitted(begun, library.guide(begun.guide)), now)
    done = begun is not None and begun.step is Step.DONE
    if done or not meeting.planned:
        raise PlannerError(_REFUSED.get(meeting.state, _REFUSED[State.HELD]))
    if begun is not None and (guide := library.find(begun.guide)) is not None:
        begun = talk.begin_prepared(talk.fitted(begun, guide), now)
        return keep(store, begun), begun
    person = store.people.get(meeting.person)
    today = wall_of(now, meeting.zone).date()
    guide, script = script_for(
        store,
        library,
        person,
        meeting.minutes,
        today,
        guide=meeting.guide if library.find(meeting.guide) else "",
        meeting_id=meeting_id,
    )
    prompts = (choice.prompt.id for choice in script)
    with store.transaction() as work:
        store.meetings.update(replace(meeting, guide=guide.id))
        conversation = talk.begin(meeting_id, guide, prompts, now)
        if begun is None:
            conversation = store.conversations.add(conversation)
        else:  # prepared with a guide that is gone
            conversation = replace(conversation, id=begun.id)
            store.conversations.update(conversation)
    return work.change, conversation


def _go_on(
    store: Store, meeting: Meeting, begun: Conversation, now: datetime
) -> tuple[Change, Conversation]:
    """The same conversation; one only looked into long before its time begins when that comes."""
    before = begun.started is not None and meeting.still_far(begun.started)
    noted = any(answer.text.strip() for answer in store.answers.of_meeting(meeting.id))
    if not before or noted or begun.step is not Step.TALKING or meeting.still_far(now):
        return Change(), begun
    begun = replace(begun, started=now)
    return keep(store, begun), begun


def begin_now(
    store: Store,
    library: Library,
    person_id: int,
    now: datetime,
    zone: str,
    *,
    minutes: int = HOUR,
    guide: str = "",
) -> tuple[Change, Conversation]:
    """Begins a 1-2-1 that was not planned: agreed, and starting this minute.

    `now` is UTC, naive; `zone` the user's IANA zone.
    """
    starts, zone = kept_wall(now, zone)
    with store.transaction() as work:
        meeting = store.meetings.add(
            Meeting(
                person=store.people.get(person_id).id,
                state=State.AGREED,
                starts=starts,
                zone=zone,
                minutes=minutes,
                guide=guide,
                uid=new_uid(),
                created=now,
            )
        )
        _, conversation = begin(store, library, meeting.id, now)
    return work.change, conversation


def unfinished(store: Store) -> list[tuple[Conversation, Meeting, Person]]:
    """Conversations that were begun and not debriefed, the latest first: to be offered again.

    Left out: those of a 1-2-1 that was cancelled or marked as missed meanwhile.
    """
    found = []
    for conversation in store.conversations.unfinished():
        meeting = store.meetings.find(conversation.meeting)
        person = None if meeting is None else store.people.find(meeting.person)
        if meeting is None or person is None:
            continue  # of a spoiled file; “Check my data” tells of it
        if meeting.planned or meeting.state is State.HELD:
            found.append((conversation, meeting, person))
    return sorted(found, key=lambda one: (one[0].started or datetime.min, one[0].id), reverse=True)


def keep(store: Store, conversation: Conversation) -> Change:
    """Keeps where the conversation stands: the question, the clock, who talked."""
    with store.transaction() as work:
        store.conversations.update(conversation)
    return work.change


def note(store: Store, meeting_id: int, prompt_id: str, text: str) -> Change:
    """Keeps what stands under a question now, as typed."""
    with store.transaction() as work:
        store.answers.note(meeting_id, prompt_id, text)
    return work.change


def capture_promise(
    store: Store, meeting_id: int, mine: bool, text: str, due: date | None, today: date
) -> Change:
    """Keeps a promise made in the conversation. Raises PlannerError when it says nothing."""
    meeting = store.meetings.get(meeting_id)
    promise = Promise(
        person=meeting.person,
        meeting=meeting_id,
        mine=mine,
        text=_said(text, "Write what was promised, or leave it."),
        due=due,
        made_on=today,
    )
    with store.transaction() as work:
        store.promises.add(promise)
    return work.change


def capture_fact(store: Store, meeting_id: int, kind: FactKind, text: str, today: date) -> Change:
    """Keeps something learned on the way; nothing happens when it is known word for word."""
    meeting = store.meetings.get(meeting_id)
    fact = Fact(kind=kind, text=_said(text, "Write what you learned, or leave it."))
    with store.transaction() as work:
        keep_facts(store, meeting.person, (fact,), today)
    return work.change


def finish_talking(store: Store, conversation: Conversation) -> tuple[Change, Conversation]:
    """The talking is over: keeps the conversation with the debrief as what is next."""
    finished = talk.finish(conversation)
    return keep(store, finished), finished


_REFUSED = {
    State.HELD: "This 1-2-1 was held and debriefed already. Plan another one to talk again.",
    State.CANCELLED: "This 1-2-1 was cancelled. Plan it again, or begin one without a plan.",
    State.MISSED: "This 1-2-1 was marked as missed. Plan it again, or begin one without a plan.",
}


def _said(text: str, otherwise: str) -> str:
    said = text.strip()
    if not said:
        raise PlannerError(otherwise)
    return said
