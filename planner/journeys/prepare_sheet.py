"""Preparing the cheat-sheet: everything known of a person, and what to ask this time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from planner.domain.callbacks import Told
from planner.domain.cheatsheet import compose
from planner.domain.conversation import Step
from planner.domain.discretion import Discretion
from planner.domain.dont_forget import NEWS, DontForget, Mention
from planner.domain.facts import FactKind
from planner.domain.guides import Guide, Library
from planner.domain.meetings import Meeting
from planner.domain.own_news import News
from planner.domain.people import Person
from planner.domain.preparing import openers
from planner.domain.prompts import Choice
from planner.domain.question_score import Why
from planner.domain.sheet import Sheet
from planner.domain.sheet_questions import Talk
from planner.errors import NotFound, PlannerError
from planner.journeys.choose_questions import script_for
from planner.journeys.hold_conversation import HOUR
from planner.journeys.may_be_read import may_be_read
from planner.journeys.prepare_meeting import Questions
from planner.storage.store import Store

# Questions that come back to what was noted have it quoted below them; what the user owes stands
# in its own block already.
QUOTED = frozenset({Why.RECALLS, Why.STALE})
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
        meeting = next_with(store, person, today)
    else:
        raise PlannerError("Say for whom, or for which 1-2-1, the cheat-sheet is.")
    return _sheet(store, library, person, meeting, today)


def prepare_day(store: Store, library: Library, day: date, today: date) -> tuple[Sheet, ...]:
    """The sheets of every 1-2-1 planned for `day`, in the order in which they are held.

    The day is the one that clocks show where each takes place. Raises PlannerError in words when
    none is planned.
    """
    planned = planned_on(store, day)
    if not planned:
        raise PlannerError(f"No 1-2-1 is planned for {day}. Name another day, or a person.")
    return prepare_all(store, library, [one.id for one in planned], today)


def planned_on(store: Store, day: date) -> list[Meeting]:
    """Every 1-2-1 planned for a day, in the order in which they are held."""
    return sorted(
        (one for one in store.meetings.planned() if one.starts.date() == day),
        key=lambda one: (one.starts_utc, one.id),
    )


def prepare_all(
    store: Store, library: Library, meeting_ids: Iterable[int], today: date
) -> tuple[Sheet, ...]:
    """The sheets of these 1-2-1s, in their order. Raises NotFound when one is gone."""
    return tuple(prepare(store, library, today, meeting_id=id) for id in meeting_ids)


def _sheet(
    store: Store, library: Library, person: Person, meeting: Meeting | None, today: date
) -> Sheet:
    read = may_be_read(store, library, person, meeting)
    return compose(
        read.person,
        read.facts,
        read.promises,
        _readable(meeting, read.private) if meeting else None,
        read.history,
        read.touches,
        _talks(store, library, person, meeting, today),
        today,
        my_zone=store.me.get().zone,
        last_notes=read.last_notes,
        dont_forget=(*read.dont_forget(meeting, today), *_newest(read.news)),
    )


def _readable(meeting: Meeting, private: Discretion) -> Meeting:
    """The 1-2-1 with where it is and what it is for, as far as others may read that."""
    told = (meeting.place, meeting.learn, meeting.give, meeting.ask)
    place, learn, give, ask = (text if private.allows(text) else "" for text in told)
    return replace(meeting, place=place, learn=learn, give=give, ask=ask)


def _newest(news: Sequence[News]) -> list[DontForget]:
    """What is new with the user since the two last sat together, the newest first."""
    return [DontForget(Mention.NEWS, one.text, one.day) for one in reversed(news[-NEWS:])]


def next_with(store: Store, person: Person, today: date) -> Meeting | None:
    """The next 1-2-1 planned with somebody, from `today` on."""
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
    if begun and guide and begun.step is not Step.PREPARED:
        return _by_phase(guide, begun.script, (), {})
    try:
        if meeting is not None:
            questions = Questions(store, library, meeting)
            guide, script, choices = questions.guide, questions.script, questions.choices()
        else:
            guide, choices = script_for(store, library, person, HOUR, today)
            script = tuple(choice.prompt.id for choice in choices)
    except NotFound:  # a question library without guides still leaves a page to write on
        return []
    told = {
        choice.prompt.text: choice.told
        for choice in choices
        if choice.told is not None and choice.why in QUOTED
    }
    return _by_phase(guide, script, openers(choices), told)


def _by_phase(
    guide: Guide, script: Sequence[str], first: Sequence[Choice], told: Mapping[str, Told]
) -> list[Talk]:
    """The questions of each phase as they would be asked, which to `first` think of, and what
    some come back to. What would be answered in confidence is never asked on paper.
    """
    talks = []
    opening = frozenset(choice.prompt.text for choice in first)
    for phase in guide.phases:
        open_ones = (one for one in phase.prompts if one.fills is not FactKind.PRIVATE)
        texts = {prompt.id: prompt.text for prompt in open_ones}
        asked = tuple(texts[prompt] for prompt in script if prompt in texts)
        anyway = frozenset(prompt.text for prompt in phase.prompts if prompt.always)
        if phase.id != AGREEING:
            talks.append(Talk(phase.title, phase.minutes, asked, opening, told, anyway))
    return talks
