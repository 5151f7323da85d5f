"""Remembering how else people are called, so that the files they came with go on meaning them."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.gaining import unnamed
from planner.domain.joining import alias_of
from planner.domain.people import Person
from planner.storage.store import Store


def keep_aliases(store: Store, now: Person, were: Iterable[Person]) -> None:
    """Notes within a transaction what somebody was called, where it differs from now."""
    aliases = (alias_of(now, person.name, person.company) for person in were if not unnamed(person))
    if fresh := [alias for alias in aliases if alias is not None]:
        there = {(alias.name, alias.company) for alias in store.aliases.of_person(now.id)}
        store.aliases.add_many(a for a in fresh if (a.name, a.company) not in there)
