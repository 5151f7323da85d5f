"""Preparing the cheat-sheet: everything known of a person, and what to ask this time."""

from __future__ import annotations

from datetime import date

from planner.domain.cheatsheet import compose
from planner.domain.discretion import sayable
from planner.domain.guides import Guide, Library
from planner.domain.last_time import last_held
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.sheet import Sheet
from planner.domain.sheet_questions import Talk
from planner.errors import NotFound, PlannerError
from planner.journeys.hold_conversation import HOUR, script_for
from planner.storage.store import Store

AGREEING = "agree"  # id of the phase whose place on paper is taken by boxes to tick


def prepare(
    store: Store,
    library: Library,
    today: date,
    *,
    person_id: int | None = None,
    meeting_id: int | None = None,
) -> Sheet:
    """The sheet for a 1-2-1, or for a person and the next one planned with them, if any.

    Raises NotFound when there is no such person or 1-2-1.
    """
    if meeting_id is not None:
        meeting: Meeting | None = store.meetings.get(meeting_id)
        person = store.people.get(store.meetings.get(meeting_id).person)
    elif person_id is not None:
        person = store.people.get(person_id)
        meeting = _next_with(store, person, today)
    else:
        raise PlannerError("Say for whom, or for which 1-2-1, the cheat-sheet is.")
    history = store.meetings.of_person(person.id)
    last = last_held(meeting, history)
    notes = store.answers.of_meeting(last.id) if last and not last.summary else []
    facts = store.facts.of_person(person.id)
    return compose(
        person,
        [fact for fact in facts if not fact.private],
        store.promises.of_person(person.id),
        meeting,
        history,
        store.touches.of_person(person.id),
        _talks(store, library, person, meeting, today),
        today,
        my_zone=store.me.get().zone,
        last_notes=sayable(notes, library, facts),
    )


def _next_with(store: Store, person: Person, today: date) -> Meeting | None:
    return next(
        (
            meeting
            for meeting in store.meetings.planned()
            if meeting.person == person.id and meeting.starts.date() >= today
        ),
        None,
    )


def _talks(
    store: Store, library: Library, person: Person, meeting: Meeting | None, today: date
) -> list[Talk]:
    """The questions by phase: of the conversation once it was begun, else as they would be."""
    begun = store.conversations.of_meeting(meeting.id) if meeting else None
    guide = library.find(begun.guide) if begun else None
    if begun and guide:
        return _by_phase(guide, begun.script)
    wished = meeting.guide if meeting and library.find(meeting.guide) else ""
    try:
        guide, script = script_for(
            store,
            library,
            person,
            meeting.minutes if meeting else HOUR,
            today,
            guide=wished,
            meeting_id=meeting.id if meeting else 0,
        )
    except NotFound:  # a question library without guides still leaves a page to write on
        return []
    return _by_phase(guide, [choice.prompt.id for choice in script])


def _by_phase(guide: Guide, script: tuple[str, ...] | list[str]) -> list[Talk]:
    talks = []
    for phase in guide.phases:
        texts = {prompt.id: prompt.text for prompt in phase.prompts}
        asked = tuple(texts[prompt] for prompt in script if prompt in texts)
        if phase.id != AGREEING:
            talks.append(Talk(phase.title, phase.minutes, asked))
    return talks
