"""Which questions the cheat-sheet has room for, and how much room each leaves to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from planner.domain.callbacks import Told
from planner.domain.sheet import SheetPhase, SheetQuestion
from planner.domain.shortening import one_line, shorten

QUESTIONS = 7  # as many as an hour holds, with a follow-up or two each
LINES_MOST, LINES_ELSE = 2, 1  # writing lines a question, in the longest phase and elsewhere
QUESTION_WORDS, TOLD_WORDS = 40, 16
POINTER_WORDS = 5  # of what stands above in full


@dataclass(frozen=True, slots=True)
class Talk:
    """A phase as the guide gives it: questions in the order they would be asked."""

    title: str
    minutes: int
    questions: tuple[str, ...]
    openers: frozenset[str] = frozenset()  # of the questions: on the page before any other
    told: Mapping[str, Told] = field(default_factory=dict)  # what a question comes back to
    asked_anyway: frozenset[str] = frozenset()  # of the questions: last on the page, one line each


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
                _question(talk, text, LINES_MOST if talk.minutes == longest else LINES_ELSE)
                for text in _best(talk, count)
            ),
        )
        for talk, count in zip(asked, given, strict=True)
    )


def once(phases: Sequence[SheetPhase], last: str) -> tuple[SheetPhase, ...]:
    """The phases with few words of what already stands in full under last time."""
    above = last.casefold()

    def pointing(asked: SheetQuestion) -> SheetQuestion:
        if asked.told.rstrip("…").casefold() not in above:
            return asked
        return replace(asked, told=shorten(asked.told, POINTER_WORDS))

    return tuple(
        replace(phase, questions=tuple(map(pointing, phase.questions))) for phase in phases
    )


def _question(talk: Talk, text: str, lines: int) -> SheetQuestion:
    told = talk.told[text].text if text in talk.told else ""
    lines = LINES_ELSE if text in talk.asked_anyway else lines
    return SheetQuestion(shorten(text, QUESTION_WORDS), lines, shorten(told, TOLD_WORDS))


def _best(talk: Talk, count: int) -> tuple[str, ...]:
    """As many of a phase's questions, its openers among them, in the order they are asked.

    Openers come first, then what comes back to something; "How long have you got?" last.
    """

    def worth(place: int) -> tuple[bool, bool, bool]:
        text = talk.questions[place]
        return text in talk.asked_anyway, text not in talk.openers, text not in talk.told

    best = sorted(range(len(talk.questions)), key=worth)[:count]
    return tuple(talk.questions[place] for place in sorted(best))
