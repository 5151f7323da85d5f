"""Why each question of a conversation was chosen for this person, as far as the guide says."""

from __future__ import annotations

from planner.domain.guides import Guide, Library, Prompt
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.prompts import Choice
from planner.errors import PlannerError
from planner.journeys.hold_conversation import script_for
from ui import guide_wording
from ui.session import Session


class QuestionReasons:
    """The reasons as they stood when the conversation was taken up.

    The guide chooses again to tell them, so a question whose reason has gone meanwhile (a fact
    was learned since) has none.
    """

    def __init__(
        self, session: Session, library: Library, guide: Guide, meeting: Meeting, person: Person
    ) -> None:
        self._person = person
        self._choices: dict[str, Choice] = {}
        try:
            _, script = script_for(
                session.store,
                library,
                person,
                meeting.minutes,
                session.today(),
                guide=guide.id,
                meeting_id=meeting.id,
            )
        except PlannerError:  # a guide that is gone still leaves its questions
            return
        self._choices = {choice.prompt.id: choice for choice in script}

    def of(self, prompt: Prompt | None) -> str:
        """Why this question, in a sentence or two; "" for none."""
        choice = self._choices.get(prompt.id) if prompt is not None else None
        if choice is None:
            return ""
        why = guide_wording.why(choice, self._person)
        return " ".join(filter(None, (why, guide_wording.deeper() if choice.deeper else "")))
