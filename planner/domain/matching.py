"""Finds whom a card speaks of among everybody known so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planner.domain.gaining import called, named, unnamed
from planner.domain.identity import (
    company_key,
    email_key,
    mailbox_is_theirs,
    name_key,
    names_agree,
    names_touch,
    profile_key,
)
from planner.domain.merging import Card
from planner.domain.people import Person

# An address, number or name that more people than this share tells nobody apart any more; beyond
# it only those are looked at who are called alike. It keeps a hostile file from taking hours.
_MOST_SHARING = 30

Key = tuple[str, str]  # kind ("email", "phone", "profile") and the value as compared


@dataclass(slots=True, eq=False)
class Place:
    """Somebody known or read, while an import is planned."""

    person: Person
    known: Person | None = None
    cards: list[tuple[int, Card]] = field(default_factory=list)  # with the number of the reading
    notes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    keys: set[Key] = field(default_factory=set)
    touched_by: int = -1  # the reading that spoke of them last


class Matching:
    """Everybody so far, found by what tells people apart."""

    def __init__(self, phone_key: Callable[[str], str]) -> None:
        self._phone_key = phone_key
        self._by_key: dict[Key, list[Place]] = defaultdict(list)
        self._by_key_and_name: dict[tuple[Key, str], list[Place]] = defaultdict(list)
        self._by_job: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._by_name: dict[str, list[Place]] = defaultdict(list)

    def enter(self, place: Place) -> None:
        """Enters somebody, or enters them anew after they gained something."""
        person = place.person
        name = name_key(person.name)
        for key in self.keys(person.emails, person.phones, person.links):
            place.keys.add(key)
            _put(self._by_key[key], place)
            _put(self._by_key_and_name[key, name], place)
        _put(self._by_name[name], place)
        if person.company:
            _put(self._by_job[name, company_key(person.company)], place)

    def keys(
        self, emails: tuple[str, ...], phones: tuple[str, ...], links: tuple[str, ...]
    ) -> list[Key]:
        """What tells its owner apart, strongest first."""
        keys = [("email", email_key(email)) for email in emails]
        keys += [("phone", key) for phone in phones if (key := self._phone_key(phone))]
        keys += [("profile", key) for link in links if (key := profile_key(link))]
        return keys

    def belongs_to_other(self, place: Place, kind: str, key: str) -> bool:
        """Whether an address is somebody else's; sharing is for those who came with it."""
        return any(other is not place for other in self._by_key.get((kind, key), ()))

    def candidates(
        self, card: Card, keys: list[Key], reading: int, profiles: set[str]
    ) -> Iterator[Place]:
        """Everybody the card may speak of, the likeliest first.

        `profiles` are all profile addresses of the file that the card is from.
        """
        name = name_key(called(card))
        for key in keys:
            for place in self._sharing(key, name):
                if _same_by(key, place.person, named(card)):
                    yield place
        namesakes: list[Place] = []
        if card.company:
            namesakes = self._by_job.get((name, company_key(card.company)), [])
        elif not keys:
            namesakes = self._by_name.get(name, [])
        for place in namesakes[:_MOST_SHARING]:
            if not _contradict(place, card, keys, reading, profiles):
                yield place

    def is_only_one_called(self, name: str) -> bool:
        return len(self._by_name.get(name_key(name), ())) == 1

    def _sharing(self, key: Key, name: str) -> Iterator[Place]:
        """Those an address or number belongs to, first those who are called alike."""
        alike = self._by_key_and_name.get((key, name), [])
        yield from alike
        for place in self._by_key.get(key, [])[:_MOST_SHARING]:
            if place not in alike:
                yield place


def _same_by(key: Key, person: Person, name: str) -> bool:
    """Whether one address or number in common makes somebody the one of this name."""
    kind, value = key
    theirs = "" if unnamed(person) else person.name
    if kind == "phone" or theirs == person.company:
        return names_agree(theirs, name)  # families share numbers, companies are nobody
    if kind == "email":
        return mailbox_is_theirs(value, theirs, name)
    return names_touch(theirs, name)


def _put(places: list[Place], place: Place) -> None:
    # Entering anew happens right after entering, or long after into a list that is short.
    if not places or (places[-1] is not place and place not in places[:_MOST_SHARING]):
        places.append(place)


def _contradict(
    place: Place, card: Card, keys: list[Key], reading: int, profiles: set[str]
) -> bool:
    """Whether somebody of the same name and company is somebody else all the same.

    Within one file two rows with addresses of their own are two people, and somebody whose
    profile has a row of its own is not meant by another row.
    """
    born = place.person.birthday
    if born and card.birthday and born[-5:] != card.birthday[-5:]:
        return True
    theirs = {value for kind, value in place.keys if kind == "profile"}
    ours = {value for kind, value in keys if kind == "profile"}
    if theirs and ours and not theirs & ours and theirs & profiles:
        return True
    if place.touched_by != reading:
        return False
    kinds = {kind for kind, _ in keys}
    return any(kind in kinds for kind, _ in place.keys) and not place.keys & set(keys)
