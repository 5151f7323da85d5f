"""The debrief: what a 1-2-1 leaves behind, kept in one go when the user is alone again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from planner.domain import conversation as talk
from planner.domain.changes import Change
from planner.domain.conversation import Conversation
from planner.domain.debrief import (
    Debrief,
    Evidence,
    OfferedFact,
    StepUp,
    fact_key,
    facts_from_answers,
    proposed_step,
)
from planner.domain.facts import Fact, Origin
from planner.domain.guides import Library
from planner.domain.meetings import Meeting, State, revised
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.wall_time import kept_wall
from planner.storage.store import Store


def offered_facts(
    store: Store, library: Library, meeting_id: int, today: date
) -> tuple[OfferedFact, ...]:
    """What was noted in a 1-2-1, offered as the facts it tells."""
    meeting = store.meetings.get(meeting_id)
    answers = store.answers.of_meeting(meeting_id)
    prompts = [p for guide in library.guides for p in guide.prompts]
    begun = store.conversations.of_meeting(meeting_id)
    if begun is not None:  # in the order they were asked, then what was noted elsewhere
        place = {prompt: number for number, prompt in enumerate(begun.script)}
        prompts.sort(key=lambda prompt: place.get(prompt.id, len(place)))
    known = store.facts.of_person(meeting.person)
    return facts_from_answers(answers, prompts, known, meeting.person, today)


def step_up(store: Store, meeting_id: int, evidence: Iterable[Evidence] = ()) -> StepUp | None:
    """The step up the ladder this 1-2-1 speaks for, counted as held; None for none."""
    meeting = store.meetings.get(meeting_id)
    others = store.meetings.of_person(meeting.person)
    held = sum(one.state is State.HELD for one in others if one.id != meeting_id)
    return proposed_step(store.people.get(meeting.person), held + 1, evidence)


def step_with(store: Store, person_id: int, evidence: Iterable[Evidence] = ()) -> StepUp | None:
    """The step up that one more 1-2-1 with somebody speaks for; None for none."""
    held = sum(one.state is State.HELD for one in store.meetings.of_person(person_id))
    return proposed_step(store.people.get(person_id), held + 1, evidence)


def debrief(store: Store, meeting_id: int, kept: Debrief, today: date, now: datetime) -> Change:
    """Keeps everything of a 1-2-1 that took place: all of it, or nothing.

    The meeting counts as held, the facts and promises belong to the person, who moves on the
    ladder as the user said and rests until the day they want to meet again. Works as well for a
    1-2-1 that was noted on paper. `now` is UTC, naive.
    """
    with store.transaction() as work:
        meeting = store.meetings.get(meeting_id)
        person = store.people.get(meeting.person)
        conversation = store.conversations.of_meeting(meeting_id)
        held = replace(
            as_held(meeting, conversation, now),
            state=State.HELD,
            summary=kept.summary.strip(),
            talked=kept.talked,
        )
        # Only a calendar that was told of it before has to hear of a newer one.
        store.meetings.update(revised(meeting, held, now) if meeting.stamp else held)
        keep_facts(store, person.id, kept.facts, today)
        keep_promises(store, meeting, kept.promises, today)
        for promise_id in kept.kept:
            store.promises.update(replace(store.promises.get(promise_id), done_on=today))
        noted_before = meeting.state is State.HELD
        store.people.update(_after_meeting(person, kept, today, noted_before=noted_before))
        if conversation is not None:
            store.conversations.update(_closed(conversation, kept))
    return work.change


def keep_facts(store: Store, person_id: int, facts: Sequence[Fact], today: date) -> None:
    """Adds those that are not known word for word, as learned in a 1-2-1 today."""
    known = {fact_key(fact) for fact in store.facts.of_person(person_id)}
    for fact in facts:
        if fact.text.strip() and fact_key(fact) not in known:
            known.add(fact_key(fact))
            store.facts.add(
                replace(
                    fact,
                    id=0,
                    person=person_id,
                    text=fact.text.strip(),
                    origin=Origin.MEETING,
                    noted_on=fact.noted_on or today,
                )
            )


def keep_promises(
    store: Store, meeting: Meeting, promises: Iterable[Promise], made_on: date
) -> None:
    """Adds what was promised in a 1-2-1."""
    for promise in promises:
        if promise.text.strip():
            made = replace(
                promise,
                person=meeting.person,
                meeting=meeting.id,
                text=promise.text.strip(),
                made_on=promise.made_on or made_on,
            )
            store.promises.add(made)


def as_held(meeting: Meeting, conversation: Conversation | None, now: datetime) -> Meeting:
    """A 1-2-1 held earlier than planned gets the time it was held: none is held in the future.

    One whose conversation began long before its time was held then, whenever it is noted.
    """
    began = conversation.started if conversation else None
    early = began is not None and meeting.still_far(began)
    if meeting.starts_utc <= now and not early:
        return meeting
    starts, zone = kept_wall(min(began, now) if began else now, meeting.zone)
    return replace(meeting, starts=starts, zone=zone)


def _after_meeting(person: Person, kept: Debrief, today: date, *, noted_before: bool) -> Person:
    """The person after a 1-2-1: they said yes, so nothing that was put off counts any more.

    Where more is added to one that was noted before, what was settled then stays.
    """
    if noted_before and kept.meet_again is None:
        return replace(person, stage=person.stage if kept.stage is None else kept.stage)
    again = kept.meet_again if kept.meet_again and kept.meet_again > today else None
    return replace(
        person,
        stage=person.stage if kept.stage is None else kept.stage,
        rests_until=again,
        put_off=0,
    )


def _closed(conversation: Conversation, kept: Debrief) -> Conversation:
    """Nothing is left to do; of one that was only prepared, what was noted under was asked."""
    noted = tuple(prompt for prompt, _ in kept.answers if prompt not in conversation.asked)
    return talk.close(replace(conversation, asked=(*conversation.asked, *noted)))
