"""Finds whom a card speaks of among everybody known so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import repeat

from planner.domain.duplicates import Alias
from planner.domain.gaining import called, named, unnamed
from planner.domain.identity import (
    company_key,
    email_key,
    mailbox_is_theirs,
    name_key,
    name_keys,
    names_agree,
    names_touch,
    profile_keys,
)
from planner.domain.merging import Card
from planner.domain.people import Person

# An address, number or name that more people than this share tells nobody apart any more; beyond
# it only those are looked at who are called alike. It keeps a hostile file from taking hours.
_MOST_SHARING = 30

MEMBER_PAGE = "linkedin.com/in/"  # how the key of a page begins that is one person's

_AT_ONCE = 500  # people whose keys are made in one go

Key = tuple[str, str]  # kind ("email", "phone", "profile") and the value as compared


class Place:
    """Somebody known or read, while an import is planned."""

    __slots__ = ("aliases", "cards", "groups", "keys", "known", "notes", "person", "touched_by")

    def __init__(
        self,
        person: Person,
        keys: Sequence[Key],
        known: Person | None = None,
        notes: tuple[str, ...] = (),
        groups: tuple[str, ...] = (),
    ) -> None:
        self.person = person
        self.known = known
        self.keys = keys
        self.cards: list[Card] = []
        self.notes = notes
        self.groups = groups
        self.aliases: tuple[Alias, ...] = ()  # of those known
        self.touched_by = -1  # the number of the reading that spoke of them last


class Matching:
    """Everybody so far, found by what tells people apart.

    What costs time waits until a card needs it: the numbers of those known are compared once a
    card has a number, and who works where once two people are called alike.
    """

    def __init__(self, phone_key: Callable[[str], str]) -> None:
        self._phone_key = phone_key
        self._by_key: dict[Key, list[Place]] = {}
        self._by_name: dict[str, list[Place]] = {}
        self._by_key_and_name: dict[Key, dict[str, list[Place]]] = {}  # of keys many share
        self._by_job: dict[str, dict[str, list[Place]]] = {}  # of names asked for with a company
        self._without_numbers: list[Place] = []
        self._elsewhere: dict[str, list[tuple[str, Place]]] = {}  # companies of aliases, by name

    def enter_known(self, people: Sequence[Person]) -> None:
        """Enters everybody in the library."""
        keys_of = self._addresses(people)
        names = name_keys([person.name for person in people])
        for person, keys, name in zip(people, keys_of, names, strict=True):
            place = Place(person, keys, person)
            self.enter(place, name)
            if person.phones:
                self._without_numbers.append(place)

    def enter_aliases(self, aliases: Sequence[Alias]) -> None:
        """Enters how else those known are called; after them."""
        theirs: dict[int, list[Alias]] = defaultdict(list)
        for alias in aliases:
            theirs[alias.person].append(alias)
        places = [place for some in self._by_name.values() for place in some]
        for place in places:
            place.aliases = tuple(theirs.get(place.person.id, ()))
            for alias in place.aliases:
                name = name_key(alias.name)
                _put(self._by_name.setdefault(name, []), place)
                if alias.company:
                    at = company_key(alias.company)
                    self._elsewhere.setdefault(name, []).append((at, place))

    def enter(self, place: Place, name: str) -> None:
        """Enters somebody with their keys; `name` is the key of theirs."""
        person = place.person
        for key in place.keys:
            if key in self._by_key:
                self._share(key, name, place)
            else:
                self._by_key[key] = [place]
        places = self._by_name.get(name)
        if places is None:
            self._by_name[name] = [place]
        else:
            _put(places, place)
        jobs = self._by_job.get(name)
        if jobs is not None and person.company:
            _put(jobs[company_key(person.company)], place)

    def becomes(self, place: Place, person: Person) -> None:
        """Enters somebody anew who gained something; what they were found by stays."""
        was = place.person
        if person.company != was.company:
            self._jobs_of(name_key(was.name))  # what they leave is remembered
        place.person = person
        (added,) = self.keys(
            [
                replace(
                    person,
                    emails=person.emails[len(was.emails) :],
                    phones=person.phones[len(was.phones) :],
                    links=person.links[len(was.links) :],
                )
            ]
        )
        place.keys = [*place.keys, *(key for key in added if key not in place.keys)]
        self.enter(place, name_key(person.name))

    def _share(self, key: Key, name: str, place: Place) -> None:
        places = self._by_key.setdefault(key, [])
        _put(places, place)
        if len(places) > _MOST_SHARING:
            names = self._by_key_and_name.get(key)
            if names is None:
                names = self._by_key_and_name[key] = defaultdict(list)
                for other in places:
                    _put(names[name_key(other.person.name)], other)
            _put(names[name], place)

    def keys(self, people: Sequence[Person]) -> Iterator[list[Key]]:
        """What tells each apart, strongest first."""
        for person, keys in zip(people, self._addresses(people), strict=True):
            if person.phones:
                self._enter_numbers()
                at = len(person.emails)
                keys[at:at] = [("phone", key) for key in map(self._phone_key, person.phones) if key]
            yield keys

    @staticmethod
    def _addresses(people: Sequence[Person]) -> Iterator[list[Key]]:
        """The same but for numbers."""
        for start in range(0, len(people), _AT_ONCE):
            some = people[start : start + _AT_ONCE]
            profiles = profile_keys([link for person in some for link in person.links])
            theirs = zip(repeat("profile"), profiles, strict=False)
            for person in some:
                emails = person.emails
                keys = [("email", email_key(email)) for email in emails] if emails else []
                for _ in person.links:
                    key = next(theirs)
                    if key[1]:
                        keys.append(key)
                yield keys

    def _enter_numbers(self) -> None:
        """Enters the numbers of those known: telling them apart takes longest of all."""
        waiting, self._without_numbers = self._without_numbers, []
        for place in waiting:
            numbers = [("phone", self._phone_key(phone)) for phone in place.person.phones]
            for key in numbers:
                if key[1]:
                    place.keys = [*place.keys, key]
                    self._share(key, name_key(place.person.name), place)

    def _jobs_of(self, name: str) -> dict[str, list[Place]]:
        """Who of that name works where."""
        jobs = self._by_job.get(name)
        if jobs is None:
            jobs = self._by_job[name] = defaultdict(list)
            for place in self._by_name.get(name, ()):
                if place.person.company:
                    _put(jobs[company_key(place.person.company)], place)
            for company, place in self._elsewhere.get(name, ()):
                _put(jobs[company], place)
        return jobs

    def belongs_to_other(self, place: Place, kind: str, key: str) -> bool:
        """Whether an address is somebody else's; sharing is for those who came with it."""
        return any(other is not place for other in self._by_key.get((kind, key), ()))

    def knows(self, name: str, keys: Sequence[Key]) -> bool:
        """Whether anybody is so called or has one of the keys; else there are no candidates."""
        if name in self._by_name:
            return True
        return any(map(self._by_key.__contains__, keys))

    def only_one_with(self, keys: Sequence[Key]) -> Place | None:
        """Whose the first key is that is anybody's, when it is one person's alone."""
        for key in keys:
            places = self._by_key.get(key)
            if places is not None:
                return places[0] if len(places) == 1 else None
        return None

    def candidates(
        self, card: Card, keys: Sequence[Key], reading: int, profiles: set[str]
    ) -> Iterator[Place]:
        """Everybody the card may speak of, the likeliest first.

        `profiles` are all profile addresses of the file that the card is from.
        """
        name = name_key(called(card))
        for key in keys:
            for place in self._sharing(key, name):
                if _same_by(key, place.person, named(card)) or _is_alias(place, name):
                    yield place
        namesakes: list[Place] = []
        if card.company:
            namesakes = self._jobs_of(name).get(company_key(card.company), [])
        elif not keys:
            namesakes = self._by_name.get(name, [])
        for place in namesakes[:_MOST_SHARING]:
            if not _contradict(place, card, keys, reading, profiles):
                yield place

    def is_only_one_called(self, name: str) -> bool:
        return len(self._by_name.get(name_key(name), ())) == 1

    def _sharing(self, key: Key, name: str) -> Iterator[Place]:
        """Those an address or number belongs to, first those who are called alike."""
        everybody = self._by_key.get(key, [])
        if key in self._by_key_and_name:
            alike = self._by_key_and_name[key].get(name, [])
        else:
            alike = [place for place in everybody if name_key(place.person.name) == name]
        yield from alike
        for place in everybody[:_MOST_SHARING]:
            if place not in alike:
                yield place


def _same_by(key: Key, person: Person, name: str) -> bool:
    """Whether one address or number in common makes somebody the one of this name."""
    kind, value = key
    if person.name == name:
        return True
    theirs = "" if unnamed(person) else person.name
    if kind == "phone" or theirs == person.company:
        return names_agree(theirs, name)  # families share numbers, companies are nobody
    if kind == "email":
        return mailbox_is_theirs(value, theirs, name)
    return names_touch(theirs, name)


def _is_alias(place: Place, name: str) -> bool:
    """Whether somebody goes by this name elsewhere."""
    return any(name_key(alias.name) == name for alias in place.aliases)


def _put(places: list[Place], place: Place) -> None:
    # Entering anew happens right after entering, or long after into a list that is short.
    if not places or (places[-1] is not place and place not in places[:_MOST_SHARING]):
        places.append(place)


def _contradict(
    place: Place, card: Card, keys: Sequence[Key], reading: int, profiles: set[str]
) -> bool:
    """Whether somebody of the same name and company is somebody else all the same.

    Within one file two rows with addresses of their own are two people, and somebody whose
    profile has a row of its own is not meant by another row. Two pages at LinkedIn are two people
    unless the user says else.
    """
    born = place.person.birthday
    if born and card.birthday and born[-5:] != card.birthday[-5:]:
        return True
    theirs = {value for kind, value in place.keys if kind == "profile"}
    ours = {value for kind, value in keys if kind == "profile"}
    apart = theirs and ours and not theirs & ours
    if apart and (theirs & profiles or _both_at_linkedin(theirs, ours)):
        return True
    if place.touched_by != reading:
        return False
    kinds = {kind for kind, _ in keys}
    return any(kind in kinds for kind, _ in place.keys) and not set(place.keys) & set(keys)


def _both_at_linkedin(theirs: set[str], ours: set[str]) -> bool:
    """Whether each has a page of their own at LinkedIn among these profiles."""
    return all(any(page.startswith(MEMBER_PAGE) for page in pages) for pages in (theirs, ours))
