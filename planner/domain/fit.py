"""How well somebody fits what the user looks for in About me."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from planner.domain.me import Me
from planner.domain.people import Fit

UNKNOWN = 0.5  # of 0..1: nothing is said that speaks for or against somebody
SAID_MORE = 1.0  # the user's own word overrules what the words say
SAID_LESS = 0.1
FIRST_MATCH = 0.3  # what one wanted thing adds to UNKNOWN; two make 0.9. Our choice
FURTHER_MATCH = 0.1  # and each further one
NO_MATCH = 0.1  # taken off somebody whose work is known, and nothing wanted is in it
AVOIDED = 0.4  # taken off for each avoided thing

# Words that carry no meaning in "architects in Leeds".
_FILLERS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)

# Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS = (
    ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"), ("æ", "ae"), ("œ", "oe"),
    ("ı", "i"),
)  # fmt: skip
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"\w+")
_BETWEEN = "\0"  # between texts that are folded as one


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


def _all_folded(texts: Sequence[str]) -> list[str]:
    """`folded` for many: whatever is not ASCII in one go."""
    done = [text.lower() for text in texts]
    foreign = [i for i, text in enumerate(texts) if not text.isascii()]
    whole = folded(_BETWEEN.join(texts[i].replace(_BETWEEN, " ") for i in foreign))
    for i, text in zip(foreign, whole.split(_BETWEEN), strict=False):
        done[i] = text
    return done


def _stem(word: str) -> str:
    """A folded word without its plural: "agencies" and "agency", "architects" and "architect"."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _stems(text: str) -> frozenset[str]:
    """The stems of the meaningful words of a text that is folded already."""
    return frozenset(_stem(word) for word in _WORD.findall(text) if word not in _FILLERS)


class Wishes:
    """What the user looks for and avoids, made ready for judging many people quickly.

    False when About me says neither: then everybody's fit is unknown, save for the user's own word.
    """

    def __init__(self, me: Me) -> None:
        self._wanted = _phrases(me.wanted)
        self._avoided = _phrases(me.avoided)

    def __bool__(self) -> bool:
        return bool(self._wanted or self._avoided)

    def judge(self, said: Sequence[str], known: Sequence[str]) -> list[float]:
        """Everybody's fit in 0..1: by the user's own word, else by what is known of them.

        `said` and `known` hold a `Fit` value and one text for each person, in the same order.
        """
        fits = self._by_words(known) if self else [UNKNOWN] * len(known)
        if any(said):
            for i, word in enumerate(said):
                if word:
                    fits[i] = SAID_MORE if word == Fit.MORE else SAID_LESS
        return fits

    def matched(self, known: str) -> tuple[str, ...]:
        """What the user looks for and `known` holds, in the user's own words and order."""
        words = frozenset(map(_stem, _WORD.findall(folded(known))))
        return tuple(phrase for phrase, stems in self._wanted.items() if stems <= words)

    def _by_words(self, known: Sequence[str]) -> list[float]:
        """One wanted word after the other through all texts, as most hold none of them."""
        texts = _all_folded(known)
        found = {
            stem: _holding(stem, texts)
            for stem in frozenset().union(*self._wanted.values(), *self._avoided.values())
        }
        wanted = Counter(_holding_all(found, self._wanted.values()))
        avoided = Counter(_holding_all(found, self._avoided.values()))
        unfit = UNKNOWN - NO_MATCH if self._wanted else UNKNOWN
        fits = [unfit if text and not text.isspace() else UNKNOWN for text in texts]
        for i in wanted.keys() | avoided.keys():
            fit = UNKNOWN - AVOIDED * avoided[i]
            if wanted[i]:
                fit += FIRST_MATCH + FURTHER_MATCH * (wanted[i] - 1)
            fits[i] = min(1.0, max(0.0, fit))
        return fits


def _holding(stem: str, texts: Sequence[str]) -> set[int]:
    """Which folded texts hold the word of this stem, in the singular or plural."""
    start, ending = (stem[:-1], "(?:y|ies|ys)") if stem.endswith("y") else (stem, "s?")
    word = re.compile(rf"\b{re.escape(start)}{ending}\b").search
    return {i for i, text in enumerate(texts) if start in text and word(text)}


def _holding_all(found: Mapping[str, set[int]], phrases: Iterable[frozenset[str]]) -> Iterator[int]:
    """For each phrase, the texts that hold all its words."""
    for stems in phrases:
        yield from set.intersection(*(found[stem] for stem in stems))


def _phrases(said: Iterable[str]) -> dict[str, frozenset[str]]:
    """Each thing looked for beside the stems that all have to be there; empty ones left out."""
    stems = {phrase.strip(): _stems(folded(phrase)) for phrase in said}
    return {phrase: words for phrase, words in stems.items() if words}
