"""Words of a note as somebody else hears them: "redesign our logo" is their logo, or yours.

Nobody hears why something is looked for ("because her husband left"), nor a he or she who may be
neither; where nothing sayable is left, "" is given, and the sentence goes without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from planner.domain.phrases import says_any, significant_words
from planner.domain.seeking import root, telling_words
from planner.domain.vocabulary import AFTER_PERSON
from planner.domain.word_forms import folded

_BEFORE = r"(?:because|since|as|now|that|so|but|after|while|until|before|when|if|and|where|which)"
_REASON = re.compile(
    rf"[,;]?\s+(?:{_BEFORE}\s+)*(?:she|he|i|we)(?:['’]\w+)?\b.*|"
    r"[,;]?\s+(?:because|since|now\s+that|so\s+that|due\s+to|after\s+(?:her|his|the|a|an|their))\b.*",
    re.IGNORECASE,
)
# What an ideal referral is like ("who is tired of arrears") is told to nobody who may be one.
_LIKE_WHAT = re.compile(
    r",?\s+(?:who|whose|that|which|tired|fed|sick|unhappy|frustrated|struggling|desperate)\b.*",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er)\b(?=\s+(\w+))")
_ALONE = re.compile(r"\b(?:me|us|him|her)\b")
_OWNED = re.compile(r"\b(?:mine|ours|hers)\b")
_SELF = re.compile(r"\b(?:myself|ourselves|himself|herself)\b")
_LEFT = re.compile(r"\b(?:she|he|I|we|his|her)\b", re.IGNORECASE)
_CUT = "…"  # a letter does not end in the middle of a sentence
_ABBREVIATION = re.compile(r"\b[A-Z]{2,3}\b")


def told_of(words: str) -> str:
    """As it is told of the one who said it: "their logo"."""
    return _told(words, "their", "them", "theirs", "themselves")


def told_to(words: str) -> str:
    """As it is told to the one who said it: "your logo"."""
    return _told(words, "your", "you", "yours", "yourself")


def without_what_they_are_like(words: str) -> str:
    """Whom somebody would like to meet, and nothing of what they are said to be like."""
    return _LIKE_WHAT.sub("", words)


class Hushed:
    """What must not be said: texts of which no word is to come up, in any ending."""

    def __init__(self, texts: Iterable[str]) -> None:
        kept = tuple(texts)
        self._words = significant_words(kept)
        self._roots = frozenset(root(folded(word)) for word in self._words)
        self._short = frozenset(word for text in kept for word in _ABBREVIATION.findall(text))

    def touched_by(self, text: str) -> bool:
        roots = (root(folded(word)) for word in significant_words([text]))
        return (
            says_any(text, self._words)
            or not self._roots.isdisjoint(roots)
            or not self._short.isdisjoint(_ABBREVIATION.findall(text))
        )


def _told(words: str, own: str, alone: str, owned: str, self_: str) -> str:
    def possessive(found: re.Match[str]) -> str:
        person = found[0] == "her" and found[1].lower() in AFTER_PERSON
        return alone if person else own

    said = _REASON.sub("", words)
    said = _OWN.sub(possessive, said)
    said = _SELF.sub(self_, _OWNED.sub(owned, _ALONE.sub(alone, said)))
    if _LEFT.search(said) or said.endswith(_CUT) or not telling_words(said):
        return ""
    return said
