"""Gathers the cards of an import person by person and plans what becomes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from planner.domain.gaining import called, gains, with_card
from planner.domain.identity import folded, profile_key
from planner.domain.matching import Key, Matching, Place
from planner.domain.merging import Card, Entry, FileCount, ImportPlan, Reading, Verdict
from planner.domain.people import Person

# Labels become groups people were met at. A file with more than these uses them for something
# else (a street, a number), and only those that several people share are kept.
MOST_GROUPS = 100


class Gathering:
    """An import being planned: everybody known, and file by file everybody read."""

    def __init__(
        self,
        people: Sequence[Person],
        notes: Mapping[int, Collection[str]],
        groups: Mapping[int, Collection[str]],
        phone_key: Callable[[str], str],
    ) -> None:
        self._phone_key = phone_key
        self._known_notes = notes
        self._known_groups = groups
        self._matching = Matching(phone_key)
        self._touched: dict[int, Place] = {}  # by id(place), in the order first spoken of
        # By reading and card: whom it speaks of, and whether they gained from it.
        self._tallies: list[list[tuple[Place, bool]]] = []
        for person in people:
            self._matching.enter(Place(person, known=person))

    def take(self, number: int, reading: Reading) -> None:
        """Takes all cards of one file."""
        profiles = {
            key for card in reading.cards for link in card.links if (key := profile_key(link))
        }
        tally: list[tuple[Place, bool]] = []
        for card in reading.cards:
            keys = self._matching.keys(card.emails, card.phones, card.links)
            place = self._find(card, keys, number, profiles, reading.format)
            if place is None:
                place = Place(_person(card))
                gained = True
                self._matching.enter(place)
            else:
                gained = self._add(place, card, keys, reading.format)
            place.touched_by = number
            place.cards.append((number, card))
            gained = self._note(place, card) or gained
            self._touched.setdefault(id(place), place)
            tally.append((place, gained))
        self._tallies.append(tally)

    def _find(
        self, card: Card, keys: list[Key], number: int, profiles: set[str], kind: str
    ) -> Place | None:
        """Whom the card speaks of. Somebody it says nothing new of comes before all others, so
        that the same file again changes nothing."""
        likely: Place | None = None
        for place in self._matching.candidates(card, keys, number, profiles):
            if self._with(place, card, keys, kind) is place.person and not any(
                self._unknown(place, card)
            ):
                return place
            likely = likely or place
        by_name_alone = not keys and not card.company
        if by_name_alone and not self._matching.is_only_one_called(called(card)):
            return None
        return likely

    def _with(self, place: Place, card: Card, keys: list[Key], kind: str) -> Person:
        news = kind == "linkedin" and any(k in place.keys for k in keys if k[0] == "profile")
        return with_card(
            place.person,
            card,
            self._phone_key,
            lambda what, key: self._matching.belongs_to_other(place, what, key),
            news,
        )

    def _add(self, place: Place, card: Card, keys: list[Key], kind: str) -> bool:
        person = self._with(place, card, keys, kind)
        if person is place.person:
            return False
        place.person = person
        self._matching.enter(place)
        return True

    def _note(self, place: Place, card: Card) -> bool:
        """Keeps the card's note and groups unless they are known; whether there were any."""
        notes, groups = self._unknown(place, card)
        place.notes += notes
        place.groups += groups
        return bool(notes or groups)

    def _unknown(self, place: Place, card: Card) -> tuple[list[str], list[str]]:
        """What of the card's note and labels is not known of somebody yet."""
        person_id = place.known.id if place.known else 0
        notes: list[str] = []
        if card.note:
            texts = (*self._known_notes.get(person_id, ()), *place.notes)
            if card.note.strip() not in {text.strip() for text in texts}:
                notes.append(card.note)
        groups: dict[str, str] = {}
        if card.labels:
            names = (*self._known_groups.get(person_id, ()), *place.groups)
            known = {folded(name) for name in names}
            for label in card.labels:
                if folded(label) not in known:
                    groups.setdefault(folded(label), label)
        return notes, list(groups.values())

    def plan(self, readings: Sequence[Reading], people: Sequence[Person]) -> ImportPlan:
        """The plan of everything taken."""
        wanted, unused = self._groups_worth_keeping()
        entries = {key: _entry(place, wanted) for key, place in self._touched.items()}
        started: set[int] = set()
        counts: list[FileCount] = []
        for reading, tally in zip(readings, self._tallies, strict=True):
            tallied: Counter[Verdict] = Counter()
            for place, gained in tally:
                verdict = entries[id(place)].verdict
                if verdict is Verdict.NEW and id(place) in started:
                    verdict = Verdict.SAME
                if verdict is Verdict.CHANGED and not gained:
                    verdict = Verdict.SAME
                started.add(id(place))
                tallied[verdict] += 1
            counts.append(
                FileCount(
                    reading,
                    tallied[Verdict.NEW],
                    tallied[Verdict.CHANGED],
                    tallied[Verdict.SAME],
                )
            )
        return ImportPlan(tuple(entries.values()), tuple(counts), people, unused)

    def _groups_worth_keeping(self) -> tuple[frozenset[str] | None, tuple[str, ...]]:
        """The labels to make groups of (None: all of them), and those left out."""
        spread = Counter(label for place in self._touched.values() for label in place.groups)
        if len(spread) <= MOST_GROUPS:
            return None, ()
        known = {name for names in self._known_groups.values() for name in names}
        shared = [label for label, people in spread.most_common() if people > 1][:MOST_GROUPS]
        kept = frozenset(shared) | (known & set(spread))
        return kept, tuple(label for label in spread if label not in kept)


def _person(card: Card) -> Person:
    return Person(
        name=called(card),
        company=card.company,
        role=card.role,
        city=card.city,
        emails=card.emails,
        phones=card.phones,
        links=card.links,
        birthday=card.birthday,
        connected_on=card.connected_on,
    )


def _entry(place: Place, wanted: frozenset[str] | None) -> Entry:
    cards = tuple(card for _, card in place.cards)
    notes = tuple(place.notes)
    groups = tuple(g for g in place.groups if wanted is None or g in wanted)
    known = place.known
    if known is None:
        return Entry(cards, Verdict.NEW, place.person, None, (), notes, groups)
    gained = gains(known, place.person, notes, groups)
    verdict = Verdict.CHANGED if gained else Verdict.SAME
    return Entry(cards, verdict, place.person, known, gained, notes, groups)
