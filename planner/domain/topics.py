"""What a question touches: what they like or dislike, or something of last time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from planner.domain.facts import Fact
from planner.domain.guides import Prompt
from planner.domain.vocabulary import COMMON
from planner.domain.word_forms import roots, stems

# Topics that say what of last time a question takes up; likes and dislikes have no part in them.
LAST_TIME = "last time"  # how the last 1-2-1 was summed up
PROMISES = "promises"  # what the user still owes

# Words of a dislike that say nothing about its topic: "being asked long questions about ...".
_GENERAL = roots(
    " ".join(COMMON - {"introduce", "introduction"})
    + " again always anybody anyone anything asking asked asks away back best better come"
    " coming early else everybody everyone everything feel find first getting goes going good great"
    " have hear heard hearing kind last late look looking loud love month nice nobody nothing often"
    " question small something sort talking take taking talked tell telling time today unasked used"
    " wanted word words year"
)

# “... since we last met” and its like: not said to somebody with whom that is not so.
_SINCE = re.compile(
    r"\b(?:since (?:then|we|I last)|(?:we|I) last|last time|when we (?:met|sat|spoke|talked))\b",
    re.IGNORECASE,
)


def first_about(prompt: Prompt, facts: Sequence[Fact]) -> Fact | None:
    """The first fact that names one of the prompt's topics, in any number: goal or goals."""
    topics = [stems(topic) for topic in prompt.topics if topic not in (LAST_TIME, PROMISES)]
    for fact in facts:
        words = stems(fact.text)
        if any(_within(topic, words) for topic in topics if topic):
            return fact
    return None


def subjects(facts: Iterable[Fact]) -> frozenset[str]:
    """What facts are about, as roots of their telling words."""
    return frozenset(word for fact in facts for word in roots(fact.text)) - _GENERAL


def speaks_of(prompt: Prompt, about: frozenset[str]) -> bool:
    """Whether the words of a question or its follow-ups are about one of the `subjects`."""
    return any(not about.isdisjoint(roots(said)) for said in (prompt.text, *prompt.follow_ups))


def says_since(prompt: Prompt) -> bool:
    """Whether a question speaks of the last time the two met, in so many words."""
    return _SINCE.search(prompt.text) is not None


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
