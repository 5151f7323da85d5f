"""People and what is known of them."""

from __future__ import annotations

from peewee import fn

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

    def names(self) -> dict[int, str]:
        """What everybody is called, by id: much quicker than all that is known of them."""
        told = self.selected(self.table.select(self.table.id, self.table.name))
        return {int(id): str(name) for id, name in told}

    def with_first_name(self, first_name: str) -> int:
        """How many people are called so."""
        name = self.table.name
        called = (name == first_name) | name.startswith(f"{first_name} ")
        ((count,),) = self.selected(self.table.select(fn.COUNT(self.table.id)).where(called))
        return int(count)

    def count(self) -> int:
        return self.how_many()


class Facts(OfPerson[Fact]):
    record = Fact
    kind = Kind.FACT
