"""Why each question of a conversation was chosen for this person, as far as the guide says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planner.domain.guides import Guide, Library, Prompt
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.prompts import Choice
from planner.journeys.choose_questions import reasons_for
from ui import guide_wording
from ui.session import Session


class QuestionReasons:
    """The reasons as they stood when the conversation was taken up.

    A question whose reason has gone meanwhile (a fact was learned since) tells another one, or
    none. One that came later, as another question, is judged when it comes.
    """

    def __init__(
        self, session: Session, library: Library, guide: Guide, meeting: Meeting, person: Person
    ) -> None:
        self._session, self._library, self._guide = session, library, guide
        self._meeting, self._person = meeting, person
        self._choices: dict[str, Choice] = {}
        conversation = session.store.conversations.of_meeting(meeting.id)
        self._judge(conversation.script if conversation else ())

    @property
    def scores(self) -> Mapping[str, float]:
        """How much speaks for each question, for what is worth asking when time is short."""
        return {prompt: choice.score for prompt, choice in self._choices.items()}

    def of(self, prompt: Prompt | None) -> str:
        """Why this question, in a sentence or two; "" for none."""
        if prompt is None:
            return ""
        if prompt.id not in self._choices:
            self._judge((*self._choices, prompt.id))
        choice = self._choices.get(prompt.id)
        return guide_wording.reason(choice, self._person, self._session.today()) if choice else ""

    def _judge(self, script: Iterable[str]) -> None:
        """Keeps the reasons of the questions that have none yet."""
        judged = reasons_for(
            self._session.store,
            self._library,
            self._person,
            self._guide,
            tuple(script),
            self._session.today(),
            meeting_id=self._meeting.id,
        )
        for choice in judged:
            self._choices.setdefault(choice.prompt.id, choice)
