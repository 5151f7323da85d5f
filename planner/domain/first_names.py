"""What to call somebody, from a name as it was written down."""

from __future__ import annotations

import re
from itertools import takewhile

_TITLES = frozenset(
    {
        *("dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord"),
        *("lady", "rev", "capt", "herr", "frau", "hr", "fr", "mme", "mlle", "madame", "monsieur"),
        *("sr", "sra", "señor", "señora", "dipl-ing", "dr-ing", "mag", "dott"),
    }
)
# What stands behind a comma and is no first name: "Tom Reyes, MBA".
_BEHIND = frozenset({"jr", "sr", "esq", "phd", "dphil", "md", "mba", "bsc", "msc", "realtor"})
# What a family name begins with: "van der Berg", "de la Cruz". Not "Al", "Van" or "Ben", who are
# people: they count in small letters alone, unless the rest of it or a comma follows.
_OF = frozenset(
    {
        *("van", "von", "vom", "zu", "zur", "der", "den", "de", "del", "della", "di", "da", "das"),
        *("dos", "du", "des", "la", "le", "ter", "ten", "te", "af", "av", "al", "el", "bin", "ibn"),
    }
)
# Chinese and Korean first names are often two syllables written as two words: told by the common
# family name at the other end.
_SYLLABLE = re.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouü]{1,3}(?:n|ng|m|r|l|k)?", re.I)
_FAMILIES = frozenset(
    {
        *("zhang", "wang", "li", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun"),
        *("ma", "zhu", "hu", "guo", "he", "gao", "luo", "zheng", "xie", "kim", "lee", "choi"),
    }
)


def given_name(name: str) -> str:
    """The first name, or title and name ("Dr Okafor"); "" where nobody can tell which it is."""
    written = name.split()
    words = [word for word in written if not _title(word)]
    if not words or "@" in name or not words[0][0].isalpha():
        return ""
    front, comma, back = (part.strip() for part in " ".join(words).partition(","))
    if comma and front and not _behind_a_comma(back, len(front.split())):
        if len(front.split()) > 1 and not _of(front):  # "García Márquez, Gabriel", or a trade?
            return ""
        return _first(back.split(",")[0].split())
    words = front.split()
    of_a_family = bool(front) and _of(front) and words[0].islower()  # "van der Berg" alone
    if len(words) == 1 or of_a_family:
        if titles := list(takewhile(_title, written)):
            return " ".join([*titles, *words])  # Dr. Lee
        return "" if of_a_family else words[0]
    return _first(words)


def _title(word: str) -> bool:
    return word.strip(".,").lower().replace(".", "") in _TITLES


def _of(name: str) -> bool:
    """Whether a name begins as family names do."""
    return name.split()[0].lower() in _OF


def _behind_a_comma(text: str, words_before: int) -> bool:
    """Whether what follows a name and a comma is a degree or the like, or nothing."""
    bare = text.split(",")[0].replace(".", "")
    return not text or bare.lower() in _BEHIND or (bare.isupper() and words_before > 1)


def _first(words: list[str]) -> str:
    if len(words) == 3 and all(_SYLLABLE.fullmatch(word) for word in words):
        first, last = (words[at].lower() in _FAMILIES for at in (0, -1))
        if first != last:
            return " ".join(words[1:] if first else words[:2])
    return words[0]
