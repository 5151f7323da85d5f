"""Preparing a 1-2-1 the evening before: the guide and the questions for it, chosen and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from planner.domain import conversation as talk
from planner.domain.changes import Change
from planner.domain.conversation import Conversation, Step
from planner.domain.guides import Guide, Library
from planner.domain.meetings import Meeting
from planner.domain.preparing import may_prepare, swappable, swapped
from planner.domain.prompts import Choice, as_chosen, choose_from, instead
from planner.domain.which_guide import GuideChoice
from planner.errors import PlannerError
from planner.journeys.choose_questions import background_of, guide_for
from planner.journeys.plan_meeting import edit_details
from planner.storage.store import Store

NOT_ANY_MORE = (
    "This 1-2-1 is not to be prepared any more: it was begun, held or called off meanwhile."
)


class Questions:
    """The questions for a 1-2-1 as they stand: those prepared, else those that would be asked."""

    def __init__(self, store: Store, library: Library, meeting: Meeting) -> None:
        day = meeting.starts.date()
        self._minutes, self._person = meeting.minutes, store.people.get(meeting.person)
        self._known = background_of(store, library, self._person, day, meeting.id)
        self.prepared = store.conversations.of_meeting(meeting.id)
        wished = self.prepared.guide if self.prepared else meeting.guide
        self.suits: GuideChoice = guide_for(
            store, library, self._person, day, meeting_id=meeting.id
        )
        self.guide: Guide = library.guide(wished if library.find(wished) else self.suits.guide)
        self.script: tuple[str, ...] = self._kept() or self.fresh(self.guide)

    def choices(self) -> tuple[Choice, ...]:
        """The script, each question with its reason."""
        return as_chosen(self.guide, self.script, self._person, self._known)

    def fresh(self, guide: Guide) -> tuple[str, ...]:
        """The script of a guide as it would be chosen now."""
        return _ids(choose_from(guide, self._person, self._known, self._minutes))

    def others(self, prompt: str) -> tuple[Choice, ...]:
        """What may be asked in the place of a question of the script, the best first.

        The question itself is among them, as far as it may still be asked.
        """
        place = self.guide.phase_index(prompt)
        if place is None:
            return ()
        rest = [one for one in self.script if one != prompt]
        return instead(self.guide, self.guide.phases[place], rest, self._person, self._known)

    def swappable(self, prompt: str) -> bool:
        """Whether there is another one to ask in its place."""
        return swappable(self.script, prompt, _ids(self.others(prompt)))

    def _kept(self) -> tuple[str, ...]:
        """What was prepared, as far as the guide still has it."""
        if self.prepared is None or self.prepared.guide != self.guide.id:
            return ()
        return talk.fitted(self.prepared, self.guide).script


def prepare_meeting(store: Store, library: Library, meeting_id: int) -> tuple[Change, Conversation]:
    """Says that a 1-2-1 is prepared: its questions stay as they stand now.

    Raises PlannerError when it is not ahead any more.
    """
    meeting = _ahead(store, meeting_id)
    questions = Questions(store, library, meeting)
    return _keep(store, meeting, questions.guide, questions.script)


def choose_guide(
    store: Store, library: Library, meeting_id: int, guide: str
) -> tuple[Change, Conversation]:
    """Prepares it with another guide. Raises NotFound in words when there is no such."""
    meeting = _ahead(store, meeting_id)
    chosen = library.guide(guide)
    return _keep(store, meeting, chosen, Questions(store, library, meeting).fresh(chosen))


def swap_question(
    store: Store, library: Library, meeting_id: int, prompt: str
) -> tuple[Change, Conversation]:
    """Another question in the place of one. Raises PlannerError where there is no other."""
    meeting = _ahead(store, meeting_id)
    questions = Questions(store, library, meeting)
    script = swapped(questions.script, prompt, _ids(questions.others(prompt)))
    if script == questions.script:
        raise PlannerError("There is no other question for this place. Choose another guide.")
    return _keep(store, meeting, questions.guide, script)


def choose_afresh(store: Store, meeting_id: int) -> Change:
    """Leaves the questions and the guide to be chosen by what is known when it begins."""
    with store.transaction() as work:
        meeting = _ahead(store, meeting_id)
        prepared = store.conversations.of_meeting(meeting_id)
        if prepared is not None:
            store.conversations.remove(prepared.id)
        store.meetings.update(replace(meeting, guide=""))
    return work.change


def keep_aims(
    store: Store, meeting_id: int, learn: str, give: str, ask: str, now: datetime
) -> tuple[Change, Meeting]:
    """Keeps what it is for; `now` is UTC, naive."""
    _ahead(store, meeting_id)
    return edit_details(store, meeting_id, now, learn=learn, give=give, ask=ask)


def is_prepared(store: Store, meeting_id: int) -> bool:
    """Whether its questions were chosen already, and nobody has talked yet."""
    found = store.conversations.of_meeting(meeting_id)
    return found is not None and found.step is Step.PREPARED


def _ids(choices: Sequence[Choice]) -> tuple[str, ...]:
    return tuple(choice.prompt.id for choice in choices)


def _ahead(store: Store, meeting_id: int) -> Meeting:
    meeting = store.meetings.get(meeting_id)
    if not may_prepare(meeting, store.conversations.of_meeting(meeting_id)):
        raise PlannerError(NOT_ANY_MORE)
    return meeting


def _keep(
    store: Store, meeting: Meeting, guide: Guide, script: tuple[str, ...]
) -> tuple[Change, Conversation]:
    with store.transaction() as work:
        store.meetings.update(replace(meeting, guide=guide.id))
        before = store.conversations.of_meeting(meeting.id)
        conversation = talk.prepare(meeting.id, guide, script)
        if before is None:
            conversation = store.conversations.add(conversation)
        else:
            conversation = replace(conversation, id=before.id)
            store.conversations.update(conversation)
    return work.change, conversation
