"""What of a 1-2-1's notes others may read: on paper left on a table, on a screen seen opposite."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.conversation import Answer
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Library


def sayable(answers: Iterable[Answer], library: Library, facts: Iterable[Fact]) -> tuple[str, ...]:
    """The texts noted in a 1-2-1, without whatever is private or may be.

    Private is what was noted under a question that asks for it, what says no more and no less
    than a private fact of the person or holds one word for word, and, as nobody can tell any
    more, what was noted under a question that left the question library.
    """
    private = [_folded(fact.text) for fact in facts if fact.private and fact.text.strip()]
    return tuple(
        answer.text
        for answer in answers
        if (prompt := library.prompt(answer.prompt)) is not None
        and prompt.fills is not FactKind.PRIVATE
        and not any(secret in _folded(answer.text) for secret in private)
    )


def _folded(text: str) -> str:
    """Words alone, with blanks around, so that one text is looked for in another by whole words."""
    letters = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return f" {' '.join(letters.split())} "
