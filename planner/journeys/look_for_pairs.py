"""Looks through the library for people who could help each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from planner.domain.asks import Ask
from planner.domain.changes import Kind
from planner.domain.facts import Fact
from planner.domain.language import Language
from planner.domain.pairs import (
    SEEKING,
    Helper,
    Pair,
    Source,
    Want,
    could_help,
    helper,
    may_look,
    names,
    offers_of,
)
from planner.domain.people import Person
from planner.domain.seeking import Sought
from planner.domain.surest_pairs import best_first
from planner.domain.word_forms import stems
from planner.storage.store import Store

CANDIDATES = 40  # people looked at for one thing that is looked for
WANTS_AT_ONCE = 150  # things looked for that are looked at for one person
SURE_ONES = 12  # of these, for how many it is looked whether somebody else has just that


class LookForPairs:
    """The library as it is now; what was read of somebody is kept for the next pair."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._matching = store.matching()
        self._helpers: dict[int, Helper] = {}
        self._people: dict[int, Person] = {}
        self._found: dict[tuple[str, ...], list[int]] = {}

    def wants(self) -> list[Want]:
        """What everybody looks for, but the user."""
        return _wants(self._store.asks.open(), self._store.facts.of_kinds(SEEKING))

    def wants_of(self, person: int) -> list[Want]:
        """What somebody looks for."""
        return _wants(self._store.asks.of_person(person), self._store.facts.of_person(person))

    def helped_by(self, wants: Sequence[Want]) -> list[Pair]:
        """Who could help with each, the surest first."""
        self._read({want.person for want in wants})
        return self._in_order(pair for want in wants for pair in self._pairs(want))

    def help_of(self, person: int) -> list[Pair]:
        """Whom somebody could help, the surest first."""
        self._read((person,))
        theirs = self._helpers.get(person)
        if theirs is None:
            return []
        ids = self._matching.wants(offers_of(theirs, self.language), WANTS_AT_ONCE)
        asks = self._store.asks.some(ids[Kind.ASK])
        facts = self._store.facts.some(ids[Kind.FACT])
        wants = _wants(asks.values(), facts.values())
        self._read({want.person for want in wants})
        sure = self._in_order(
            pair for want in wants if self._looks(want) for pair in self._pair(want, theirs)
        )
        # Somebody else may have the very thing, and then those with something like it step back.
        again = {pair.want: None for pair in sure[:SURE_ONES]}
        return [pair for pair in self.helped_by(list(again)) if pair.other == person]

    def between(self, person: int, other: int) -> Pair | None:
        """The surest reason to introduce two, introduced before or not."""
        self._read((person, other))
        found = [
            pair
            for one, there in ((person, other), (other, person))
            if one in self._people and there in self._helpers
            for want in self.wants_of(one)
            for pair in self._pair(want, self._helpers[there])
        ]
        return max(found, key=lambda pair: pair.score, default=None)

    @cached_property
    def language(self) -> Language:
        cities = (*self._store.people.cities(), self._store.me.get().city)
        places = frozenset(word for city in cities for word in stems(city))
        return Language(self._store.synonyms, self._store.who_helps, places)

    @cached_property
    def _met(self) -> frozenset[int]:
        return frozenset(person for person, _ in self._store.meetings.held_on())

    def _looks(self, want: Want) -> bool:
        seeker = self._people.get(want.person)
        return seeker is not None and (
            may_look(seeker, met=False) or may_look(seeker, met=want.person in self._met)
        )

    def _pairs(self, want: Want) -> Iterator[Pair]:
        if not self._looks(want):
            return
        others: dict[int, None] = {}
        for thing in self.language.things(want.text):
            others |= dict.fromkeys(self._candidates(self.language.question_of(thing)))
        self._read(others)
        for other in others:
            if other in self._helpers:
                yield from self._pair(want, self._helpers[other])

    def _pair(self, want: Want, other: Helper) -> Iterator[Pair]:
        seeker, theirs = self._people[want.person], self._helpers.get(want.person)
        if theirs is not None and names(theirs, other.person):
            return
        if pair := could_help(want, seeker, other, self.language, self._rarity):
            yield pair

    def _candidates(self, terms: Sequence[str]) -> list[int]:
        asked = tuple(terms)
        if asked not in self._found:
            self._found[asked] = self._matching.people(asked, CANDIDATES)
        return self._found[asked]

    def _rarity(self, thing: Sought) -> float:
        return self._matching.rarity(self.language.question_of(thing))

    def _in_order(self, pairs: Iterable[Pair]) -> list[Pair]:
        found = list(pairs)
        self._read_people({id for pair in found for id in (pair.person, pair.other)})
        names = {id: person.name for id, person in self._people.items()}
        before = [(one.person, one.other) for one in self._store.introductions.all()]
        return best_first(found, names, frozenset(map(frozenset, before)))

    def _read(self, ids: Iterable[int]) -> None:
        """Makes people ready for comparing, as far as they are not yet."""
        new = [id for id in ids if id not in self._helpers]
        if not new:
            return
        self._read_people(new)
        facts = self._store.facts.of_people(new)
        for id in new:
            if id in self._people:
                self._helpers[id] = helper(self._people[id], facts[id])

    def _read_people(self, ids: Collection[int]) -> None:
        new = [id for id in ids if id not in self._people]
        if new:
            self._people |= self._store.people.some(new)


def _wants(asks: Iterable[Ask], facts: Iterable[Fact]) -> list[Want]:
    """What is looked for, the user's own and what was found left out."""
    return [
        *(
            Want(one.person, Source.ASK, one.text, one.id)
            for one in asks
            if one.person is not None and one.done_on is None
        ),
        *(
            Want(one.person, SEEKING[one.kind], one.text, one.id)
            for one in facts
            if one.kind in SEEKING
        ),
    ]
