"""People and what is known of them."""

from __future__ import annotations

from planner.domain.changes import Kind
from planner.domain.facts import Fact
from planner.domain.people import Person
from planner.storage.repository import OfPerson, Repository


class People(Repository[Person]):
    record = Person
    kind = Kind.PERSON

    def by_name(self) -> list[Person]:
        """Everybody, sorted by name whatever the case."""
        return sorted(self.all(), key=lambda person: (person.name.casefold(), person.id))

    def count(self) -> int:
        return self.how_many()


class Facts(OfPerson[Fact]):
    record = Fact
    kind = Kind.FACT
