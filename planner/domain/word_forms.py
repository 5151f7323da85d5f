"""Words for comparing: without case, accents and plurals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Words that carry no meaning in "architects in Leeds".
FILLERS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
     "und", "fur", "mit", "von", "de", "du", "des", "et", "pour")
)  # fmt: skip

# Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS = (
    ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("æ", "ae"), ("œ", "oe"),
    ("ı", "i"),
)  # fmt: skip
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"\w+")
_BETWEEN = "\0"  # between texts that are folded as one
# Endings of one word in its several forms, the longer before the shorter.
_ENDINGS = ("ations", "ation", "hood", "ment", "ings", "ing", "ion", "al", "ed", "es", "e")
_SHORTEST_ROOT = 3  # letters; "ring" is no form of "r"
_OWN_NOUNS = frozenset({"meeting", "evening", "morning", "building"})
_PLURALS = ("ches", "shes", "sses", "xes")  # coaches, brushes, businesses, boxes


def folded(text: str) -> str:
    """Text for comparing: without case and accents."""
    if text.isascii():
        return text.lower()
    # Taken apart first: the capital within a fancy letter such as U+1D608 has no case before.
    apart = unicodedata.normalize("NFKD", text).casefold()
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", apart))
    for letter, plain in _LETTERS:
        text = text.replace(letter, plain)
    return text


def all_folded(texts: Sequence[str]) -> list[str]:
    """`folded` for many: whatever is not ASCII in one go."""
    done = [text.lower() for text in texts]
    foreign = [i for i, text in enumerate(texts) if not text.isascii()]
    whole = folded(_BETWEEN.join(texts[i].replace(_BETWEEN, " ") for i in foreign))
    for i, text in zip(foreign, whole.split(_BETWEEN), strict=False):
        done[i] = text
    return done


def stem(word: str) -> str:
    """A folded word without its plural: "agencies" and "agency", "coaches" and "coach"."""
    if len(word) < 4 or word[-1] != "s":
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(_PLURALS):
        return word[:-2]
    return word if word.endswith("ss") else word[:-1]


def stems(text: str) -> tuple[str, ...]:
    """The stems of the meaningful words of a text, in their order."""
    return tuple(stem(word) for word in _WORD.findall(folded(text)) if word not in FILLERS)


def root(word: str) -> str:
    """What the forms of a word share: "recommend" of "recommending" and "recommendations".

    For telling that two texts are about the same only: it need not be a word.
    """
    word = stem(folded(word))
    if word in _OWN_NOUNS:
        return word
    if word.endswith("duction"):  # introduced, introduction
        word = word.removesuffix("tion")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > _SHORTEST_ROOT and word[-1] == word[-2] else word


@lru_cache(maxsize=2048)  # the questions of a guide are held against what each person dislikes
def roots(text: str) -> frozenset[str]:
    """The roots of a text's words of four letters or more."""
    return frozenset(root(word) for word in _WORD.findall(text) if len(word) > _SHORTEST_ROOT)
