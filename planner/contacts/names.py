"""A name taken apart, for files that want its parts: a best effort, the whole stays beside it."""

from __future__ import annotations

from typing import NamedTuple

from planner.domain.identity import word_set

_BEFORE = word_set("mr mrs ms miss mx dr prof professor sir dame herr frau dipl ing mag rev")
_AFTER = word_set("jr sr ii iii iv phd md mba esq cpa cfa obe mbe")
# Small words that belong to the family name after them: van der Berg, de la Cruz, von Stein.
_PARTICLES = word_set(
    "van von der den de del della di da do dos das du la le ter ten zu zur af av bin ibn al el"
)


class NameParts(NamedTuple):
    """The parts of a name in the order vCard's N has them."""

    family: str = ""
    given: str = ""
    additional: str = ""
    before: str = ""
    after: str = ""


def parts_of(name: str) -> NameParts:
    """The likely parts of a name; together they are its words, and none is lost.

    A single word is what somebody is called, not their family.
    """
    words = name.split()
    before, after = 0, len(words)
    while before < after - 1 and _plain(words[before]) in _BEFORE:
        before += 1
    while after > before + 2 and _plain(words[after - 1]) in _AFTER:
        after -= 1
    named = words[before:after]
    family = len(named) - 1
    while family > 1 and _plain(named[family - 1]) in _PARTICLES:
        family -= 1
    if family < 1:
        family = len(named)
    return NameParts(
        " ".join(named[family:]),
        " ".join(named[:1]),
        " ".join(named[1:family]),
        " ".join(words[:before]),
        " ".join(words[after:]),
    )


def _plain(word: str) -> str:
    return word.strip(".,").casefold()
