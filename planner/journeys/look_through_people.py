"""Looking through everybody: the list of people, how each stands, and finding as one types."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from planner.domain.identity import folded
from planner.domain.people import Person
from planner.domain.standing import Standing, standing
from planner.storage.store import Store


def everybody(store: Store) -> list[Person]:
    """Everybody, by name."""
    return store.people.by_name()


def standings(store: Store, today: date) -> dict[int, Standing]:
    """How everybody stands, by the person's id."""
    signals = store.history.signals(store.me.get(), today)
    return {of.person: standing(of) for of in signals}


def findable(person: Person) -> str:
    """What somebody is found by, made ready once so that each letter typed is quick."""
    return folded(
        " ".join(
            (person.name, person.company, person.role, person.city, *person.emails, *person.phones)
        )
    )


def found_by(typed: str) -> Callable[[str], bool]:
    """Whether a `findable` text holds each word typed, whatever the case and accents."""
    words = folded(typed).split()
    if len(words) == 1:
        word = words[0]
        return lambda text: word in text
    return lambda text: all(word in text for word in words)


def first_by_name(people: Iterable[Person], typed: str) -> int:
    """The place of the first whose name has a word that begins as typed; 0 when none has."""
    begins = folded(typed)
    for place, person in enumerate(people):
        name = folded(person.name)
        if name.startswith(begins) or f" {begins}" in name:
            return place
    return 0
