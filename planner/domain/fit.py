"""How well somebody fits what the user looks for in About me."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from planner.domain.me import Me
from planner.domain.people import Fit
from planner.domain.synonyms import NO_SYNONYMS, Synonyms, Term
from planner.domain.word_forms import FILLERS, all_folded, stem, stems

UNKNOWN = 0.5  # of 0..1: nothing is said that speaks for or against somebody
SAID_MORE = 1.0  # the user's own word overrules what the words say
SAID_LESS = 0.1
FIRST_MATCH = 0.3  # what one wanted thing adds to UNKNOWN; two make 0.9. Our choice
FURTHER_MATCH = 0.1  # and each further one
NO_MATCH = 0.05  # taken off for each thing known of somebody's work, if nothing wanted is in it
TOLD_ENOUGH = 4  # things known beyond which nothing more is taken off: 0.3 is left. Our choice
AVOIDED = 0.4  # taken off for each avoided thing

BETWEEN = " | "  # between two things known of somebody
_END = "\n|"  # between two things searched as one: no term has words on either side
_WHOLE_WORD = re.compile(r"\b\w+")
_NEXT = re.compile(r"[^\w|]{1,3}(\w+)")  # the word after, in the same thing that is known


class Found(NamedTuple):
    """Something the user looks for, and what is known of somebody that speaks of it."""

    wish: str  # in the user's own words
    told: tuple[int, ...]  # the places, from 0, of what is known


class _Wish(NamedTuple):
    """Something looked for: of each group of terms one has to be there."""

    said: str
    groups: tuple[frozenset[Term], ...]


class Wishes:
    """What the user looks for and avoids, made ready for judging many people quickly.

    False when About me says neither: then everybody's fit is unknown, save for the user's own word.
    """

    def __init__(self, me: Me, synonyms: Synonyms = NO_SYNONYMS) -> None:
        self._wanted = _wishes(me.wanted, synonyms)
        self._avoided = _wishes(me.avoided, synonyms)
        every = (*self._wanted, *self._avoided)
        self._terms = _Terms(term for wish in every for group in wish.groups for term in group)

    def __bool__(self) -> bool:
        return bool(self._wanted or self._avoided)

    def judge(
        self, said: Sequence[str], known: Sequence[str], told: Sequence[int] = ()
    ) -> list[float]:
        """Everybody's fit in 0..1: by the user's own word, else by what is known of them.

        `said` and `known` hold a `Fit` value and one text for each person, in the same order,
        what is known with BETWEEN between; `told` says how many things are known of their work.
        """
        fits = self._by_words(known, told) if self else [UNKNOWN] * len(known)
        if any(said):
            for i, word in enumerate(said):
                if word:
                    fits[i] = SAID_MORE if word == Fit.MORE else SAID_LESS
        return fits

    def found(self, known: Sequence[str]) -> tuple[Found, ...]:
        """What the user looks for and somebody is or does, in the user's order.

        `known` are single things known of one person. The words of "architects in Leeds" may
        stand in two of them.
        """
        places = self._terms.places(known)
        return tuple(
            Found(wish.said, tuple(sorted(frozenset().union(*held))))
            for wish in self._wanted
            if all(held := [_holding(group, places) for group in wish.groups])
        )

    def holders(self, known: Sequence[str]) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
        """For each thing looked for, and for each avoided, the places of the texts that hold it."""
        places = self._terms.places(known)
        wanted, avoided = (
            {wish.said: _holding_all(wish, places) for wish in wishes}
            for wishes in (self._wanted, self._avoided)
        )
        return wanted, avoided

    def speaks_of(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text has any word that is looked for or avoided."""
        spoken: frozenset[int] = frozenset().union(*self._terms.places(texts).values())
        return [i in spoken for i in range(len(texts))]

    def _by_words(self, known: Sequence[str], told: Sequence[int]) -> list[float]:
        places = self._terms.places(known)
        wanted = Counter(_matching(self._wanted, places))
        avoided = Counter(_matching(self._avoided, places))
        if self._wanted:
            less = [NO_MATCH * min(count, TOLD_ENOUGH) for count in range(TOLD_ENOUGH + 1)]
            each = [min(count, TOLD_ENOUGH) for count in told or map(_things, known)]
            fits = [UNKNOWN - less[count] for count in each]
        else:
            fits = [UNKNOWN] * len(known)
        for i in wanted.keys() | avoided.keys():
            fit = UNKNOWN - AVOIDED * avoided[i]
            if wanted[i]:
                fit += FIRST_MATCH + FURTHER_MATCH * (wanted[i] - 1)
            fits[i] = min(1.0, max(0.0, fit))
        return fits


class _Terms:
    """Terms to be found in many texts at once."""

    def __init__(self, terms: Iterable[Term]) -> None:
        # By the stem they begin with: what has to follow it, perhaps nothing.
        self._by_first: dict[str, list[tuple[Term, tuple[str, ...]]]] = {}
        for term in set(terms):
            first, *rest = term.split(" ")
            self._by_first.setdefault(first, []).append((term, tuple(rest)))
        # A word that begins with a shorter one is found where that one is.
        self._starts: list[str] = []
        for word in sorted(map(_start, self._by_first)):
            if not (self._starts and word.startswith(self._starts[-1])):
                self._starts.append(word)

    def places(self, texts: Sequence[str]) -> Mapping[Term, set[int]]:
        """Which texts hold each term that any of them holds.

        Many people have one job and live in one city, so each thing is looked at once; and all
        are searched as one text, there being few words to find and many things without any.
        """
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for i, text in enumerate(texts):
            for thing in text.split(BETWEEN):
                holders[thing].append(i)
        held = list(holders.values())
        things = all_folded(list(holders))
        whole = _END.join(things)
        ends = list(accumulate(len(thing) + len(_END) for thing in things))
        found: dict[Term, set[int]] = {}
        for start in self._starts:
            at = whole.find(start)
            while at >= 0:
                word = _WHOLE_WORD.match(whole, at)
                if word is not None and (terms := self._by_first.get(stem(word[0]))):
                    people = held[bisect_right(ends, at)]
                    for term, rest in terms:
                        if not rest or _follow(rest, whole, word.end()):
                            found.setdefault(term, set()).update(people)
                at = whole.find(start, at + len(start))
        return found


def _follow(rest: Iterable[str], text: str, end: int) -> bool:
    """Whether the words of these stems come next; "and" and the like are passed over."""
    for wanted in rest:
        following = _NEXT.match(text, end)
        while following is not None and following[1] in FILLERS:
            following = _NEXT.match(text, following.end())
        if following is None or stem(following[1]) != wanted:
            return False
        end = following.end()
    return True


def _start(word: str) -> str:
    """What the singular and the plural of a stem begin with."""
    return word[:-1] if len(word) > 1 and word.endswith("y") else word


def _holding(group: frozenset[Term], places: Mapping[Term, set[int]]) -> set[int]:
    """The texts that hold any term of a group."""
    return set().union(*(places[term] for term in group if term in places))


def _matching(wishes: Iterable[_Wish], places: Mapping[Term, set[int]]) -> Iterator[int]:
    """For each wish, the texts that hold all of it."""
    for wish in wishes:
        yield from _holding_all(wish, places)


def _holding_all(wish: _Wish, places: Mapping[Term, set[int]]) -> set[int]:
    """The texts that hold all of a wish."""
    return set.intersection(*(_holding(group, places) for group in wish.groups))


def _things(known: str) -> int:
    return sum(bool(thing.strip()) for thing in known.split("|"))


def _wishes(said: Iterable[str], synonyms: Synonyms) -> tuple[_Wish, ...]:
    """Each thing looked for, once; what says nothing is left out."""
    wishes = (
        _Wish(wish, synonyms.groups(stems(wish))) for wish in dict.fromkeys(map(str.strip, said))
    )
    return tuple(wish for wish in wishes if wish.groups)
