"""Which questions the cheat-sheet has room for, and how much room each leaves to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.domain.sheet import SheetPhase, SheetQuestion
from planner.domain.shortening import one_line, shorten

QUESTIONS = 7  # as many as an hour holds, with a follow-up or two each
LINES_MOST, LINES_ELSE = 2, 1  # writing lines a question, in the longest phase and elsewhere
QUESTION_WORDS = 30


@dataclass(frozen=True, slots=True)
class Talk:
    """A phase as the guide gives it: questions in the order they would be asked."""

    title: str
    minutes: int
    questions: tuple[str, ...]


def share_out(talks: Sequence[Talk], limit: int = QUESTIONS) -> tuple[SheetPhase, ...]:
    """Shares the questions the page has room for among the phases, by their minutes.

    Every phase that has a question gets one; the rest go by D'Hondt's method, as seats to
    parties; a tie goes to the longer phase, then to the later one, which talk tends to cut short.
    """
    asked = [talk for talk in talks if talk.questions][:limit]
    given = [1] * len(asked)
    while sum(given) < limit:
        more = [i for i, talk in enumerate(asked) if given[i] < len(talk.questions)]
        if not more:
            break
        minutes = {i: asked[i].minutes for i in more}
        given[max(more, key=lambda i: (minutes[i] / (given[i] + 1), minutes[i], i))] += 1
    longest = max((talk.minutes for talk in asked), default=0)
    return tuple(
        SheetPhase(
            one_line(talk.title),
            tuple(
                SheetQuestion(
                    shorten(text, QUESTION_WORDS),
                    LINES_MOST if talk.minutes == longest else LINES_ELSE,
                )
                for text in talk.questions[:count]
            ),
        )
        for talk, count in zip(asked, given, strict=True)
    )
