"""Who is meant by the names typed of people met at an event."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.identity import email_key, name_order, names_agree
from planner.domain.list_lines import named_by
from planner.domain.met_names import KnownNames, Met, is_person, turned, which
from planner.domain.people import Person
from planner.storage.store import Store

MOST_NAMESAKES = 8  # of those called alike, to choose from


class Acquaintances:
    """Everybody in the library, as far as a form needs to know them: read when first asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names: dict[int, str] | None = None
        self._index: KnownNames | None = None
        self._people: dict[int, Person] = {}
        self._by_address: dict[str, list[int]] | None = None

    def make_ready(self) -> bool:
        """Prepares for typing, so that the first letter is as quick as the next.

        A step at a time, as the window has to go on in between; False until all is done.
        """
        if self._names is None:
            self._called()
            return False
        self._known()
        return True

    def beginning(self, typed: str, most: int, without: Iterable[int] = ()) -> list[Person]:
        """At most so many whose names begin as typed."""
        return self.people(self._known().beginning(typed, most, without))

    def who(self, met: Met) -> Met:
        """Whom a typed name means: somebody known, somebody new, or one of several.

        An address alone means the one person who has it, whatever they are called; beside a name,
        where the two can be one.
        """
        if met.email and (owner := self._owner(met)) is not None:
            return is_person(met, owner)
        for meant in (met, turned(met)):
            if meant is not None and (called := self._known().called(meant.name)):
                return which(meant, self.people(called[:MOST_NAMESAKES]))
        return met

    def _owner(self, met: Met) -> Person | None:
        """The only one who has the address, if that can be who is meant."""
        owners = self.people(self._addresses().get(email_key(met.email), []))
        if len(owners) != 1:
            return None
        (owner,) = owners
        if met.name == named_by(met.email) or names_agree(met.name, owner.name):
            return owner
        return None

    def _addresses(self) -> dict[str, list[int]]:
        if self._by_address is None:
            self._by_address = {}
            for id, emails in self._store.people.addresses().items():
                for email in set(map(email_key, emails)):
                    self._by_address.setdefault(email, []).append(id)
        return self._by_address

    def people(self, ids: Iterable[int]) -> list[Person]:
        """These people, as far as they are there, in this order."""
        wanted = list(ids)
        if missing := [id for id in wanted if id not in self._people]:
            self._people |= self._store.people.some(missing)
        return [self._people[id] for id in wanted if id in self._people]

    def person(self, id: int) -> Person:
        """One of them; a person without a name where they are gone."""
        return next(iter(self.people([id])), Person())

    def met(self, ids: Iterable[int]) -> tuple[Met, ...]:
        """These people, as far as they are there, as met."""
        names = self._called()
        return tuple(Met(names[id], person=id) for id in ids if id in names)

    def met_at(self, event_id: int) -> tuple[Met, ...]:
        """Everybody who was met at an event, by name."""
        found = self._store.attendance.names_at(event_id)
        met = [Met(name, person=person) for person, name in found]
        return tuple(sorted(met, key=lambda one: name_order(one.name, one.person)))

    def _known(self) -> KnownNames:
        if self._index is None:
            self._index = KnownNames(self._called())
        return self._index

    def _called(self) -> dict[int, str]:
        if self._names is None:
            self._names = self._store.people.names()
        return self._names
