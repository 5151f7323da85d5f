"""What of a 1-2-1's notes others may read: on paper left on a table, on a screen seen opposite."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

from planner.domain.conversation import Answer
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Library
from planner.domain.word_forms import folded, stem

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_BETWEEN_SENTENCES = re.compile(r"[.!?;:\n]+(?:\s+|$)")
WORDS_OF_A_SECRET = 3  # a sentence of fewer gives nothing away by itself: "Is unwell."


@dataclass(frozen=True, slots=True)
class Discretion:
    """What is private of a person, to be looked for in texts that others may read."""

    secrets: tuple[str, ...]

    @classmethod
    def about(cls, facts: Iterable[Fact]) -> Discretion:
        """From everything known of a person: each private fact, and each sentence of one."""
        private = [fact.text for fact in facts if fact.private]
        secrets = {_folded(text): None for text in private}
        for text in private:
            for sentence in map(_folded, _BETWEEN_SENTENCES.split(text)):
                if len(sentence.split()) >= WORDS_OF_A_SECRET:
                    secrets[sentence] = None
        return cls(tuple(secret for secret in secrets if secret.strip()))

    def allows(self, text: str) -> bool:
        """Whether a text holds none of it word for word."""
        if not self.secrets:
            return True
        folded = _folded(text)
        return not any(secret in folded for secret in self.secrets)


def sayable(answers: Iterable[Answer], library: Library, facts: Iterable[Fact]) -> tuple[str, ...]:
    """The texts noted in a 1-2-1, without whatever is private or may be.

    Private is what was noted under a question that asks for it, what holds a private fact of the
    person, or a sentence of one, word for word, and, as nobody can tell any more, what was noted
    under a question that left the question library.
    """
    private = Discretion.about(facts)
    return tuple(
        answer.text
        for answer in answers
        if (prompt := library.prompt(answer.prompt)) is not None
        and prompt.fills is not FactKind.PRIVATE
        and private.allows(answer.text)
    )


@lru_cache(maxsize=1024)  # a few private facts are looked for in all that is known of somebody
def _folded(text: str) -> str:
    """Words alone, with blanks around, so that one text is looked for in another by whole words.

    Letters that take no room, such as a soft hyphen, do not part a word; accents and plurals make
    no other word of it.
    """
    seen = "".join(letter for letter in text if category(letter) != "Cf")
    return f" {' '.join(map(stem, _BETWEEN_WORDS.sub(' ', folded(seen)).split()))} "
