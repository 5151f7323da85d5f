"""Everything the page of questions shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.finding_questions import Line, lines
from planner.domain.guides import Guide, Library
from planner.journeys.question_library import question_library
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """The library as this user has it, and each question with its place in it."""

    library: Library
    lines: tuple[Line, ...]

    @property
    def guides(self) -> tuple[Guide, ...]:
        """Every guide, the program's first, those of the user's without a question last."""
        return (*self.library.guides, *self.library.empty)


def questions_page(store: Store) -> QuestionsPage:
    """Reads the library with the user's own questions and marks in it."""
    library = question_library(store)
    return QuestionsPage(library, lines(library))
