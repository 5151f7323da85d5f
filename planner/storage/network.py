"""Where the user will be, what people look for, and who was brought together."""

from __future__ import annotations

from datetime import date

from planner.domain.asks import Ask
from planner.domain.changes import Kind
from planner.domain.introductions import OPEN, Introduction
from planner.domain.trips import Trip
from planner.storage.repository import OfPerson, Repository


class Trips(Repository[Trip]):
    record = Trip
    kind = Kind.TRIP
    order = ("starts",)

    def until(self, last: date, today: date) -> list[Trip]:
        """Trips that begin by `last` and are not over `today`, soonest first."""
        return self.where(self.table.starts <= last, self.table.ends >= today)


class Asks(OfPerson[Ask]):
    record = Ask
    kind = Kind.ASK

    def mine(self) -> list[Ask]:
        """The user's own."""
        return self.where(self.table.person.is_null())

    def open(self) -> list[Ask]:
        """What somebody still looks for, the user included."""
        return self.where(self.table.done_on.is_null())


class Introductions(Repository[Introduction]):
    record = Introduction
    kind = Kind.INTRODUCTION

    def of_person(self, person_id: int) -> list[Introduction]:
        """Those in which somebody is one of the two."""
        return self.where((self.table.person == person_id) | (self.table.other == person_id))

    def open(self) -> list[Introduction]:
        """Those that still want something done."""
        return self.where(self.table.standing.in_(list(OPEN)))
