"""Conversations, and what was noted in them."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.changes import Kind
from planner.domain.conversation import Answer, Conversation, Step
from planner.storage.repository import Repository


class Conversations(Repository[Conversation]):
    record = Conversation
    kind = Kind.CONVERSATION

    def of_meeting(self, meeting_id: int) -> Conversation | None:
        """The conversation of a 1-2-1; the latest, should there be more."""
        found = self.where(self.table.meeting == meeting_id)
        return found[-1] if found else None

    def unfinished(self) -> list[Conversation]:
        """Those that were begun and not debriefed."""
        return self.where(self.table.step.in_((Step.TALKING, Step.DEBRIEF)))


class Answers(Repository[Answer]):
    record = Answer
    kind = Kind.ANSWER

    def of_meeting(self, meeting_id: int) -> list[Answer]:
        return self.where(self.table.meeting == meeting_id)

    def are_under(self, prompt: str) -> bool:
        """Whether anything was ever noted under a prompt."""
        return bool(self.where(self.table.prompt == prompt, self.table.text != ""))

    def note(self, meeting: int, prompt: str, text: str) -> Answer:
        """Keeps what is noted under a prompt, instead of what was noted there before."""
        for known in self.where(self.table.meeting == meeting, self.table.prompt == prompt):
            answer = replace(known, text=text)
            self.update(answer)
            return answer
        return self.add(Answer(meeting=meeting, prompt=prompt, text=text))
