"""The user's own guides and questions, and which questions they like or leave out."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.changes import Kind
from planner.domain.own_questions import Liking, Mark, OwnGuide, OwnPrompt
from planner.storage.repository import Repository


class OwnGuides(Repository[OwnGuide]):
    record = OwnGuide
    kind = Kind.OWN_GUIDE

    def with_key(self, key: str) -> OwnGuide | None:
        """The guide of that id among the guides; the first, should there be more."""
        return next(iter(self.where(self.table.key == key)), None)


class OwnPrompts(Repository[OwnPrompt]):
    record = OwnPrompt
    kind = Kind.OWN_PROMPT

    def with_key(self, key: str) -> OwnPrompt | None:
        """The question of that id among the prompts; the first, should there be more."""
        return next(iter(self.where(self.table.key == key)), None)

    def of_guide(self, key: str) -> list[OwnPrompt]:
        """The user's own questions in a guide, theirs or the program's, removed ones as well."""
        return self.where(self.table.guide == key)


class Marks(Repository[Mark]):
    record = Mark
    kind = Kind.MARK

    def of_prompt(self, key: str) -> list[Mark]:
        return self.where(self.table.prompt == key)

    def set(self, key: str, liking: Liking | None) -> None:
        """The user's word on a question from now on; None takes it back."""
        marks = self.of_prompt(key)
        if liking is None:
            self.remove_many([mark.id for mark in marks])
        elif not marks:
            self.add(Mark(prompt=key, liking=liking))
        else:
            self.update_many(replace(mark, liking=liking) for mark in marks)
