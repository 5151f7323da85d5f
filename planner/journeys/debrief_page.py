"""What the debrief shows, and what is written in it until it is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime

from planner.domain.asks import Ask
from planner.domain.captures import Form, half_written
from planner.domain.changes import (
    DEBRIEF_DRAFT,
    PAST_DRAFT,
    THANKS,
    Change,
    Kind,
    setting_about,
)
from planner.domain.conversation import Conversation
from planner.domain.debrief import OfferedFact, Passed, who_talked_more
from planner.domain.debrief_draft import Draft, draft_from, draft_text
from planner.domain.facts import Fact
from planner.domain.guides import Library, Prompt
from planner.domain.introductions import Introduction
from planner.domain.meetings import CalledOff, Meeting, State, TalkedMore
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.domain.talk_time import balance
from planner.journeys.at_the_table import at_the_table
from planner.journeys.choose_questions import script_for
from planner.journeys.debrief_meeting import offered_facts
from planner.journeys.keep_hold import captures_begun
from planner.journeys.plan_meeting import cancel, mark
from planner.journeys.save_debrief import MINUTES, THANKED
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Note:
    """What was noted under a question that tells no fact."""

    question: str  # "" when the question is not in the library any more
    text: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question of the script that nothing is noted under, and the part it belongs to."""

    part: str
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class ToDebrief:
    """Everything the debrief of one 1-2-1 shows; `meeting.id` is 0 for one of long ago."""

    meeting: Meeting
    person: Person
    conversation: Conversation | None  # None when it was held without the guide
    offered: tuple[OfferedFact, ...]
    notes: tuple[Note, ...]  # the rest of what was noted
    promises: tuple[Promise, ...]  # made in this 1-2-1, kept already
    learned: tuple[Fact, ...]  # noted in this 1-2-1 on the way, kept already
    owed: tuple[Promise, ...]  # open from before
    draft: Draft
    referrals: tuple[Referral, ...] = ()  # kept on the way, as are the next two
    introductions: tuple[Introduction, ...] = ()
    asks: tuple[Ask, ...] = ()
    others: Mapping[int, str] = field(default_factory=dict)  # names of those introduced to, by id
    guide: str = ""  # id of the guide the questions are of
    questions: tuple[Unanswered, ...] = ()
    talked: TalkedMore = TalkedMore.UNKNOWN  # as said before, else by the clock
    coming: Meeting | None = None  # the next 1-2-1 with them, planned already
    known: tuple[Fact, ...] = ()  # everything, private facts too
    thanks: str = ""  # the thank-you note, where it was edited before
    thanked: bool = False  # it was sent

    @property
    def past(self) -> bool:
        """Whether it is one of long ago that is not in the library yet."""
        return not self.meeting.id

    @property
    def passed(self) -> tuple[Passed, ...]:
        """The referrals kept on the way, as evidence for the ladder."""
        return tuple(Passed(Form.REFERRAL, one.given, one.what) for one in self.referrals)

    @property
    def on_paper(self) -> bool:
        """Whether nothing was noted on the way, so that all there is stands on paper."""
        return not self.past and not self.offered and not self.notes


def debrief_page(store: Store, library: Library, meeting_id: int, today: date) -> ToDebrief:
    """What was noted and promised in a 1-2-1, and how far its debrief is written.

    Raises NotFound when there is no such 1-2-1.
    """
    table = at_the_table(store, library, meeting_id, today)
    meeting, person = table.meeting, table.person
    offered = offered_facts(store, library, meeting_id, today)
    shown = {one.prompt.id for one in offered}
    answers = [one for one in store.answers.of_meeting(meeting_id) if one.text.strip()]
    notes = []
    for answer in answers:
        prompt = library.prompt(answer.prompt)
        if answer.prompt not in shown:
            notes.append(Note(prompt.text if prompt else "", answer.text.strip()))
    if broken_off := half_written(captures_begun(store, meeting_id)):
        notes.append(Note("", broken_off))
    begun = store.conversations.of_meeting(meeting_id)
    draft = draft_from(store.settings.get(_key(meeting_id)))
    answered = shown.union(answer.prompt for answer in answers)
    guide, questions = _questions(store, library, meeting, begun, draft, answered, today)
    touches = store.touches.of_person(person.id)
    counted = who_talked_more(balance(begun)) if begun is not None else TalkedMore.UNKNOWN
    return ToDebrief(
        meeting=meeting,
        person=person,
        conversation=begun,
        offered=offered,
        notes=tuple(notes),
        promises=table.promises,
        learned=table.learned,
        owed=table.owed,
        draft=draft,
        referrals=table.referrals,
        introductions=table.introductions,
        asks=table.asks,
        others=table.others,
        guide=guide,
        questions=questions,
        talked=meeting.talked or counted,
        coming=_coming(store, meeting, today),
        known=tuple(store.facts.of_person(person.id)),
        thanks=store.settings.get(setting_about(THANKS, Kind.MEETING, meeting_id)),
        thanked=any(t.day >= meeting.starts.date() and t.note == THANKED for t in touches),
    )


def past_page(store: Store, library: Library, person_id: int, today: date) -> ToDebrief:
    """A 1-2-1 of long ago with somebody, and how far it is written down.

    Raises NotFound when there is no such person.
    """
    person = store.people.get(person_id)
    meeting = Meeting(person=person_id, state=State.HELD, minutes=MINUTES)
    draft = draft_from(store.settings.get(_past_key(person_id)))
    guide, questions = _questions(store, library, meeting, None, draft, set(), today)
    return ToDebrief(
        meeting=meeting,
        person=person,
        conversation=None,
        offered=(),
        notes=(),
        promises=(),
        learned=(),
        owed=(),
        draft=draft,
        guide=guide,
        questions=questions,
        coming=_coming(store, meeting, today),
        known=tuple(store.facts.of_person(person_id)),
    )


def _questions(
    store: Store,
    library: Library,
    meeting: Meeting,
    begun: Conversation | None,
    draft: Draft,
    answered: Set[str],
    today: date,
) -> tuple[str, tuple[Unanswered, ...]]:
    """The guide of a 1-2-1 by its id, and those of its questions that nothing is noted under.

    The same as on the sheet taken along, but for those that lead the talk and ask for nothing to
    be noted. Whatever was written under a question that is not among
    them any more is still there.
    """
    script: Sequence[str] = begun.script if begun is not None else ()
    guide = library.find(begun.guide) if begun is not None else None
    if guide is None and library.guides:
        day = min(meeting.starts.date(), today) if meeting.id else today
        chosen = meeting.guide if library.find(meeting.guide) else ""
        person = store.people.get(meeting.person)
        guide, choices = script_for(
            store, library, person, meeting.minutes, day, guide=chosen, meeting_id=meeting.id
        )
        script = [choice.prompt.id for choice in choices]
    if guide is None:
        return "", ()
    parts = {prompt.id: phase.title for phase in guide.phases for prompt in phase.prompts}
    written = [prompt for prompt, fact in draft.facts.items() if fact.text.strip()]
    found = []
    for id in dict.fromkeys((*script, *written)):
        prompt = library.prompt(id)
        if prompt is None or id in answered:
            continue
        if id in written or prompt.fills is not None or not (prompt.always or prompt.offers):
            found.append(Unanswered(parts.get(id, ""), prompt))
    return guide.id, tuple(found)


def _coming(store: Store, meeting: Meeting, today: date) -> Meeting | None:
    """The next 1-2-1 with them that is planned already."""
    later = [
        one
        for one in store.meetings.of_person(meeting.person)
        if one.planned and one.id != meeting.id and one.starts.date() > today
    ]
    return min(later, key=lambda one: one.starts_utc, default=None)


def keep_draft(store: Store, meeting_id: int, draft: Draft) -> Change:
    """Keeps what was written so far, as typed."""
    with store.transaction() as work:
        if store.meetings.find(meeting_id) is not None:  # the page may outlive the 1-2-1
            store.settings.put(_key(meeting_id), draft_text(draft))
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


def keep_past_draft(store: Store, person_id: int, draft: Draft) -> Change:
    """Keeps what was written so far of a 1-2-1 of long ago, as typed."""
    with store.transaction() as work:
        if draft == Draft():
            store.settings.forget(_past_key(person_id))
        elif store.people.find(person_id) is not None:
            store.settings.put(_past_key(person_id), draft_text(draft))
    return work.change


def _key(meeting_id: int) -> str:
    return setting_about(DEBRIEF_DRAFT, Kind.MEETING, meeting_id)


def _past_key(person_id: int) -> str:
    return setting_about(PAST_DRAFT, Kind.PERSON, person_id)
