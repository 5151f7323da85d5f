"""People and what is known of them."""

from __future__ import annotations

from collections.abc import Collection

from peewee import fn

from planner.domain.changes import Kind
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.storage.repository import OfPerson, Repository


class People(Repository[Person]):
    record = Person
    kind = Kind.PERSON

    def by_name(self) -> list[Person]:
        """Everybody, sorted by name whatever the case and accents."""
        from planner.domain.identity import name_order  # the start lists nobody by name

        return sorted(self.all(), key=lambda person: name_order(person.name, person.id))

    def names(self) -> dict[int, str]:
        """What everybody is called, by id: much quicker than all that is known of them."""
        told = self.selected(self.table.select(self.table.id, self.table.name))
        return {int(id): str(name) for id, name in told}

    def addresses(self) -> dict[int, tuple[str, ...]]:
        """The e-mail addresses of everybody who has one, by id."""
        emails = self.table.emails
        told = self.selected(self.table.select(self.table.id, emails).where(emails != ""))
        return {int(id): emails.decode(str(lines)) for id, lines in told}

    def with_first_name(self, first_name: str) -> int:
        """How many people are called so, after a title or a family name as well."""
        name = self.table.name
        called = (name == first_name) | name.startswith(f"{first_name} ")
        called |= name.endswith(f" {first_name}") | name.contains(f" {first_name} ")
        ((count,),) = self.selected(self.table.select(fn.COUNT(self.table.id)).where(called))
        return int(count)

    def count(self) -> int:
        return self.how_many()

    def cities(self) -> list[str]:
        """Where people live, as it was written: most people first."""
        city, people = self.table.city, fn.COUNT(self.table.id)
        lived_in = self.table.select(city).where(city != "").group_by(city)
        return [str(name) for (name,) in self.selected(lived_in.order_by(people.desc(), city))]

    def living_in(self, cities: Collection[str]) -> list[int]:
        """The ids of those who live in any of these, written exactly so."""
        there = self.table.select(self.table.id).where(self.table.city.in_(list(cities)))
        return [int(id) for (id,) in self.selected(there)]


class Facts(OfPerson[Fact]):
    record = Fact
    kind = Kind.FACT

    def of_kinds(self, kinds: Collection[FactKind]) -> list[Fact]:
        """What is known of everybody, of these kinds alone."""
        return self.where(self.table.kind.in_(list(kinds)))
