"""What words of work mean to one another, and which words tell of places."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planner.domain.seeking import Sought, root, sought
from planner.domain.synonyms import NO_SYNONYMS, Synonyms
from planner.domain.who_helps import NOBODY, WhoHelps
from planner.domain.word_forms import stem, stems


class Language:
    """What words mean: those that mean the same, those that have what is looked for, and places.

    Remembers what it was asked, as the same few words come back with every pair.
    """

    def __init__(
        self,
        synonyms: Synonyms = NO_SYNONYMS,
        who_helps: WhoHelps = NOBODY,
        places: Collection[str] = (),
    ) -> None:
        self.synonyms = synonyms
        self.who_helps = who_helps
        self._places = frozenset(places)  # stems of cities: they tell where, never what
        self._fitting: dict[str, frozenset[str]] = {}
        self._things: dict[str, tuple[Sought, ...]] = {}
        self._where: dict[str, frozenset[str]] = {}
        self._questions: dict[Sought, tuple[str, ...]] = {}

    def fitting(self, term: str) -> frozenset[str]:
        """What to look for on the other side, for a term that is looked for."""
        found = self._fitting.get(term)
        if found is None:
            alike = self.synonyms.expand(term)
            has = frozenset().union(*map(self.who_helps.with_it, alike))
            found = alike | has | frozenset().union(*map(self.synonyms.expand, has))
            self._fitting[term] = found
        return found

    def knows(self, term: str) -> bool:
        """Whether a word is a trade's own."""
        return len(self.fitting(term)) > 1

    def things(self, text: str) -> tuple[Sought, ...]:
        """The things that a text looks for, without the places where."""
        if text not in self._things:
            self._things[text] = tuple(self._without_places(text))
        return self._things[text]

    def where(self, text: str) -> frozenset[str]:
        """The places that a text names."""
        if text not in self._where:
            self._where[text] = self._places.intersection(stems(text))
        return self._where[text]

    def _without_places(self, text: str) -> Iterator[Sought]:
        for one in sought(text):
            phrase = tuple(word for word in one.phrase if stem(word) not in self._places)
            if phrase[-1:] == one.phrase[-1:]:
                yield one._replace(phrase=phrase)

    def question_of(self, thing: Sought) -> tuple[str, ...]:
        """The terms by which those who may have a thing are found in the library, each once."""
        if thing not in self._questions:
            terms: dict[str, None] = {root(thing.phrase[-1]): None}
            for term, _ in thing.terms():
                terms |= dict.fromkeys(sorted(self.fitting(term)))
            self._questions[thing] = tuple(terms)
        return self._questions[thing]

    def looked_for(self, term: str) -> frozenset[str]:
        """The terms by which that is looked for which somebody has."""
        alike = self.synonyms.expand(term)
        sought = self.who_helps.looked_for(alike)
        return alike | sought | frozenset().union(*map(self.synonyms.expand, sought))
