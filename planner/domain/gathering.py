"""Gathers the cards of an import person by person and plans what becomes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter
from typing import TypeVar

from planner.domain.duplicates import Alias
from planner.domain.gaining import called, gains, says_the_same, with_card
from planner.domain.identity import company_key, folded, name_keys
from planner.domain.in_bulk import filled
from planner.domain.matching import Key, Matching, Place
from planner.domain.merging import (
    Card,
    Entry,
    FileCount,
    ImportPlan,
    Reading,
    Refusal,
    Verdict,
)
from planner.domain.people import Person

T = TypeVar("T")

# Labels become groups people were met at. A file with more than these uses them for something
# else (a street, a number), and only those that several people share are kept.
MOST_GROUPS = 100

_OLDER = (
    "This is an older export than one brought in before, so companies and roles were left as they "
    "were."
)

_AT_ONCE = 500  # cards between two words on how far it is

# What a person has from a card as it stands there; the name may be made of other things.
_SAID_BY_CARDS = (
    "company", "role", "city", "emails", "phones", "links", "birthday", "connected_on"
)  # fmt: skip


class Gathering:
    """An import being planned: everybody known, and file by file everybody read."""

    def __init__(
        self,
        people: Sequence[Person],
        notes: Mapping[int, Collection[str]],
        groups: Mapping[int, Collection[str]],
        phone_key: Callable[[str], str],
        aliases: Sequence[Alias] = (),
        settled: Collection[int] = (),
    ) -> None:
        self._phone_key = phone_key
        self._known_notes = notes
        self._known_groups = groups
        self._matching = Matching(phone_key)
        self._matching.enter_known(people)
        if aliases:
            self._matching.enter_aliases(aliases)
        self._settled = settled
        self._people = people
        self._newest: date | None = None  # when somebody was connected with last, as far as known
        self._older: set[int] = set()  # readings of exports older than what is known
        self._in_several: set[int] = set()  # by id(place)
        self._touched: dict[int, Place] = {}  # by id(place), in the order first spoken of
        self._tallies: list[_Tally] = []  # by reading

    def take(self, number: int, reading: Reading, taken: Callable[[int], None]) -> None:
        """Takes all cards of one file; tells every now and then how many more it has gone
        through: each twice, since a file's profiles are to be known before its people."""
        matching, tally = self._matching, _Tally()
        kind = reading.format
        if kind == "linkedin" and self._is_older(number, reading):
            kind = ""  # what it says of jobs is no news
        people = _people(reading.cards)
        keys_of = list(_telling(matching.keys(people), taken))
        profiles = {key for keys in keys_of for kind, key in keys if kind == "profile"}
        names = name_keys([person.name for person in people])
        cards = _telling(reading.cards, taken)
        for card, keys, person, name in zip(cards, keys_of, people, names, strict=True):
            place, news = None, True
            if matching.knows(name, keys):
                place, news = self._find(card, keys, number, profiles, kind)
            if place is None:
                notes = (card.note,) if card.note else ()
                place = Place(person, keys, None, notes, _each_once(card.labels))
                matching.enter(place, name)
                tally.new += 1
            elif news:
                gained = self._add(place, card, keys, kind)
                if (self._note(place, card) or gained) and place.known is not None:
                    tally.gained.append(place)
            if number and 0 <= place.touched_by < number:
                self._in_several.add(id(place))
            place.touched_by = number
            place.cards.append(card)
            self._touched[id(place)] = place
        self._tallies.append(tally)

    def _is_older(self, number: int, reading: Reading) -> bool:
        """Whether an export was made before one that was brought in already."""
        if self._newest is None:
            known = (person.connected_on for person in self._people if not person.sample)
            self._newest = max(filter(None, known), default=None)
        newest = max(filter(None, map(attrgetter("connected_on"), reading.cards)), default=None)
        if newest and self._newest and newest < self._newest:
            self._older.add(number)
        else:
            self._newest = newest or self._newest
        return number in self._older

    def _find(
        self, card: Card, keys: Sequence[Key], number: int, profiles: set[str], kind: str
    ) -> tuple[Place | None, bool]:
        """Whom the card speaks of, and whether it says anything new of them.

        Somebody it says nothing new of comes before all others, so that the same file again
        changes nothing.
        """
        only = self._matching.only_one_with(keys)
        if only and says_the_same(only.person, card) and not any(self._unknown(only, card)):
            return only, False  # as mostly, when it is the same file again
        likely: Place | None = None
        for place in self._matching.candidates(card, keys, number, profiles):
            if self._with(place, card, keys, kind) is place.person and not any(
                self._unknown(place, card)
            ):
                return place, False
            likely = likely or place
        by_name_alone = not keys and not card.company
        if by_name_alone and not self._matching.is_only_one_called(called(card)):
            return None, True
        return likely, True

    def _with(self, place: Place, card: Card, keys: Sequence[Key], kind: str) -> Person:
        news = kind == "linkedin" and any(k in place.keys for k in keys if k[0] == "profile")
        news = news and not self._job_is_known(place, card)
        return with_card(
            place.person,
            card,
            self._phone_key,
            lambda what, key: self._matching.belongs_to_other(place, what, key),
            news,
        )

    def _job_is_known(self, place: Place, card: Card) -> bool:
        """Whether the user said where somebody works, or made them one with who works there."""
        if place.known is not None and place.known.id in self._settled:
            return True
        here, there = company_key(place.person.company), company_key(card.company)
        return here != there and any(company_key(a.company) == there for a in place.aliases)

    def _add(self, place: Place, card: Card, keys: Sequence[Key], kind: str) -> bool:
        person = self._with(place, card, keys, kind)
        if person is place.person:
            return False
        self._matching.becomes(place, person)
        return True

    def _note(self, place: Place, card: Card) -> bool:
        """Keeps the card's note and groups unless they are known; whether there were any."""
        notes, groups = self._unknown(place, card)
        place.notes += notes
        place.groups += groups
        return bool(notes or groups)

    def _unknown(self, place: Place, card: Card) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What of the card's note and labels is not known of somebody yet."""
        person_id = place.known.id if place.known else 0
        notes: tuple[str, ...] = ()
        if card.note:
            texts = (*self._known_notes.get(person_id, ()), *place.notes)
            if card.note.strip() not in {text.strip() for text in texts}:
                notes = (card.note,)
        groups = _each_once(card.labels)
        if groups:
            names = (*self._known_groups.get(person_id, ()), *place.groups)
            if set(groups) <= set(names):
                return notes, ()
            known = set(map(folded, names))
            groups = tuple(label for label in groups if folded(label) not in known)
        return notes, groups

    def plan(self, readings: Sequence[Reading], people: Sequence[Person]) -> ImportPlan:
        """The plan of everything taken."""
        wanted, unused = self._groups_worth_keeping()
        entries = _entries(list(self._touched.values()), wanted)
        changed = {
            id(place)
            for place, entry in zip(self._touched.values(), entries, strict=True)
            if entry.verdict is Verdict.CHANGED
        }
        counts: list[FileCount] = []
        for number, (reading, tally) in enumerate(zip(readings, self._tallies, strict=True)):
            if number in self._older:
                reading = replace(reading, remarks=(*reading.remarks, Refusal("", _OLDER)))
            gained = sum(id(place) in changed for place in tally.gained)
            same = reading.found - tally.new - gained
            counts.append(FileCount(reading, tally.new, gained, same))
        several = len(self._in_several)
        return ImportPlan(tuple(entries), tuple(counts), people, unused, in_several=several)

    def _groups_worth_keeping(self) -> tuple[frozenset[str] | None, tuple[str, ...]]:
        """The labels to make groups of (None: all of them), and those left out."""
        spread = Counter(chain.from_iterable(place.groups for place in self._touched.values()))
        if len(spread) <= MOST_GROUPS:
            return None, ()
        known = {name for names in self._known_groups.values() for name in names}
        shared = [label for label, people in spread.most_common() if people > 1][:MOST_GROUPS]
        kept = frozenset(shared) | (known & set(spread))
        return kept, tuple(label for label in spread if label not in kept)


@lru_cache(maxsize=1024)
def _each_once(labels: tuple[str, ...]) -> tuple[str, ...]:
    """The labels without those that differ from an earlier one in spelling alone."""
    spelled: dict[str, str] = {}
    for label in labels:
        spelled.setdefault(folded(label), label)
    return tuple(spelled.values())


@dataclass(slots=True)
class _Tally:
    """What became of the cards of one file; those not told here say nothing new."""

    new: int = 0  # cards that are the first of somebody new
    gained: list[Place] = field(default_factory=list)  # somebody known, for each card that adds


def _telling(those: Iterable[T], taken: Callable[[int], None]) -> Iterator[T]:
    """The same, telling every now and then how many more were gone through."""
    coming = iter(those)
    while some := list(islice(coming, _AT_ONCE)):
        yield from some
        taken(len(some))


def _people(cards: Sequence[Card]) -> list[Person]:
    """Whom the cards describe, should they be new."""
    said = {what: map(attrgetter(what), cards) for what in _SAID_BY_CARDS}
    names = [card.name or called(card) for card in cards]
    return filled(Person, len(cards), name=names, **said)


def _entries(places: Sequence[Place], wanted: frozenset[str] | None) -> list[Entry]:
    groups = [place.groups for place in places]
    if wanted is not None:
        groups = [tuple(group for group in theirs if group in wanted) for theirs in groups]
    gained = [
        gains(place.known, place.person, place.notes, theirs) if place.known is not None else ()
        for place, theirs in zip(places, groups, strict=True)
    ]
    verdicts = [
        Verdict.NEW if place.known is None else Verdict.CHANGED if gain else Verdict.SAME
        for place, gain in zip(places, gained, strict=True)
    ]
    return filled(
        Entry,
        len(places),
        cards=[tuple(place.cards) for place in places],
        verdict=verdicts,
        person=map(attrgetter("person"), places),
        known=map(attrgetter("known"), places),
        gains=gained,
        notes=map(attrgetter("notes"), places),
        groups=groups,
    )
