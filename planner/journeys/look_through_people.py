"""Looking through everybody: the list of people, how each stands, and finding as one types."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from planner.domain.identity import folded, name_order
from planner.domain.people import Person
from planner.domain.standing import Standing, standing
from planner.storage.store import Store

JUDGED_AT_ONCE = 2_500  # people whose fit is worked out in one step: about 15 ms


def everybody(store: Store) -> list[Person]:
    """Everybody, by name."""
    return store.people.by_name()


def with_changed(store: Store, people: Iterable[Person], ids: Collection[int]) -> list[Person]:
    """Everybody again, by name, when only these were added, altered or removed."""
    kept = [person for person in people if person.id not in ids]
    fresh = [found for id in ids if (found := store.people.find(id)) is not None]
    return sorted((*kept, *fresh), key=lambda person: name_order(person.name, person.id))


def standings(store: Store, today: date) -> Iterator[Mapping[int, Standing]]:
    """How everybody stands, by the person's id: first how warm it is, at last who fits as well.

    Worked out in steps of some 40 ms at ten thousand people, so that a window can ask for the
    next one when it is free; a step that has nothing new yet says nothing ({}).
    """
    me = store.me.get()
    signals = store.history.unjudged(me, today)
    known = {of.person: standing(of) for of in signals}
    yield dict(known)
    for start in range(0, len(signals), JUDGED_AT_ONCE):
        judged = store.history.judged(me, signals[start : start + JUDGED_AT_ONCE])
        known |= {of.person: standing(of) for of in judged}
        yield {}
    yield known


def findable(person: Person) -> str:
    """What somebody is found by, made ready once so that each letter typed is quick.

    The name stands before the first line break, for `called`.
    """
    rest = (person.company, person.role, person.city, *person.emails, *person.phones)
    return f"{folded(person.name)}\n{folded(' '.join(rest))}"


def found_by(typed: str) -> Callable[[str], bool]:
    """Whether a `findable` text holds each word typed, whatever the case and accents."""
    words = folded(typed).split()
    if len(words) == 1:
        word = words[0]
        return lambda text: word in text
    return lambda text: all(word in text for word in words)


def called(typed: str) -> Callable[[str], bool]:
    """Whether the name in a `findable` text has a word that begins as typed."""
    begins = folded(typed)
    inside = f" {begins}"
    return lambda text: text.startswith(begins) or inside in text.partition("\n")[0]
