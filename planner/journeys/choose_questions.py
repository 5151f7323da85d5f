"""Choosing the guide and the questions for a 1-2-1, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain import pace
from planner.domain.callbacks import LastTalk, says_something
from planner.domain.changes import Change
from planner.domain.conversation import Conversation, Step
from planner.domain.discretion import sayable
from planner.domain.guides import Guide, Library
from planner.domain.left_over import left_over
from planner.domain.meetings import Meeting, Roughly, State, Touch
from planner.domain.people import Person
from planner.domain.prompts import Choice, as_chosen, asked_before, choose_from, instead
from planner.domain.question_score import Background
from planner.domain.which_guide import GuideChoice, Past, suiting_guide
from planner.storage.store import Store


def script_for(
    store: Store,
    library: Library,
    person: Person,
    minutes: int,
    today: date,
    *,
    guide: str = "",
    meeting_id: int = 0,
) -> tuple[Guide, tuple[Choice, ...]]:
    """The guide and the questions for a 1-2-1 with `person`, each with its reason.

    `guide` is the id of one the user chose; "" takes the one that suits. The 1-2-1 the questions
    are for is left out of what counts as asked before. Raises NotFound for an unknown guide.
    """
    guide = guide or guide_for(store, library, person, today, meeting_id=meeting_id).guide
    chosen = library.guide(guide)
    background = background_of(store, library, person, today, meeting_id)
    return chosen, choose_from(chosen, person, background, minutes)


def reasons_for(
    store: Store,
    library: Library,
    person: Person,
    guide: Guide,
    script: Sequence[str],
    today: date,
    *,
    meeting_id: int = 0,
) -> tuple[Choice, ...]:
    """Each question of a script that was chosen already, with what speaks for it."""
    background = background_of(store, library, person, today, meeting_id)
    return as_chosen(guide, script, person, background)


def guide_for(
    store: Store, library: Library, person: Person, today: date, *, meeting_id: int = 0
) -> GuideChoice:
    """The guide that suits a 1-2-1 with `person`, and why, among those there are."""
    held = _held(store, person.id, meeting_id, today)
    days = [one.starts.date() for one in held]
    days += [touch.day for touch in store.touches.of_person(person.id)]
    past = Past(
        held=len(held),
        last_contact=max((day for day in days if day <= today), default=None),
        guides=tuple(one.guide for one in held),
        rough=_rough(held),
    )
    have = frozenset(guide.id for guide in library.guides)
    return suiting_guide(person, past, store.facts.of_person(person.id), today, have)


def another(
    store: Store, library: Library, conversation: Conversation, minutes_left: int, today: date
) -> tuple[Change, Conversation]:
    """One more question in the phase on screen, the next best; it is the one on screen then.

    The one that was there is left unasked, and leafing back finds it. Nothing changes when there
    is no other left. Raises NotFound for a guide that is gone.
    """
    meeting = store.meetings.get(conversation.meeting)
    guide = library.guide(conversation.guide)
    phase = pace.phase_for_another(conversation, guide, minutes_left)
    if phase is None or conversation.step is not Step.TALKING:
        return Change(), conversation
    person = store.people.get(meeting.person)
    background = background_of(store, library, person, today, meeting.id)
    found = instead(guide, phase, conversation.script, person, background, minutes_left)
    if not found:
        return Change(), conversation
    conversation = pace.with_another(conversation, found[0].prompt.id)
    with store.transaction() as work:
        store.conversations.update(conversation)
    return work.change, conversation


def background_of(
    store: Store, library: Library, person: Person, today: date, meeting_id: int
) -> Background:
    """What is known of somebody, and of the times before that 1-2-1."""
    held = _held(store, person.id, meeting_id, today)
    facts = store.facts.of_person(person.id)
    return Background.of(
        [fact for fact in facts if fact.noted_on is None or fact.noted_on <= today],
        asked_before([_asked_in(store, one.id) for one in held]),
        today=today,
        last=_last_talk(store, library, person, held, today),
        favourites=library.favourites,
        left_out=library.left_out,
    )


def _held(store: Store, person: int, meeting_id: int, today: date) -> list[Meeting]:
    """The 1-2-1s held with somebody until `today` but for that one, the newest first."""
    found = [one for one in store.meetings.of_person(person) if one.id != meeting_id]
    held = (one for one in found if one.state is State.HELD and one.starts.date() <= today)
    return sorted(held, key=lambda one: (one.starts_utc, one.id), reverse=True)


def _asked_in(store: Store, meeting_id: int) -> set[str]:
    """The prompts of one 1-2-1 that were asked, or noted under."""
    asked = {answer.prompt for answer in store.answers.of_meeting(meeting_id) if answer.text}
    conversation = store.conversations.of_meeting(meeting_id)
    return asked.union(conversation.asked) if conversation else asked


def _last_talk(
    store: Store, library: Library, person: Person, held: Sequence[Meeting], today: date
) -> LastTalk:
    """What is left of the last 1-2-1; of the promises, those of every time before."""
    promises = tuple(store.promises.of_person(person.id))
    if not held:
        return LastTalk(promises=promises)
    last = held[0]
    answers = store.answers.of_meeting(last.id)
    facts = store.facts.of_person(person.id)
    conversation = store.conversations.of_meeting(last.id)
    noted = []
    for answer in answers:
        prompt = library.prompt(answer.prompt)
        if prompt is not None and prompt.fills is not None and sayable([answer], library, facts):
            noted.append((prompt.fills, answer.text))
    guide = library.find(conversation.guide) if conversation else None
    return LastTalk(
        held=True,
        day=last.starts.date(),
        summary=last.summary,
        noted=tuple(noted),
        left_over=(
            left_over(conversation, guide, {answer.prompt for answer in answers if answer.text})
            if conversation is not None and guide is not None
            else frozenset()
        ),
        promises=promises,
        rough=_rough(held),
        heard=_heard_since(store, person, last.starts.date(), today),
    )


def _heard_since(store: Store, person: Person, last: date, today: date) -> Touch | None:
    """The newest contact after a day of which something is noted."""
    touches = store.touches.of_person(person.id)
    since = (one for one in touches if last < one.day <= today and says_something(one.note))
    return max(since, key=lambda one: (one.day, one.id), default=None)


def _rough(held: Sequence[Meeting]) -> dict[date, Roughly]:
    """The days of 1-2-1s that nobody remembers to the day: what was said then has them too."""
    vague = (Roughly.MONTH, Roughly.YEAR)
    return {one.starts.date(): one.roughly for one in held if one.roughly in vague}
