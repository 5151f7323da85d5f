"""Tables of where the user will be, and of who could help whom; private to storage."""

from __future__ import annotations

from peewee import TextField

from planner.domain import introductions
from planner.domain.changes import Kind
from planner.storage.columns import Choice, Day, Flag
from planner.storage.tables import Person, Record, to


class Trip(Record):
    city = TextField()
    starts = Day()
    ends = Day()

    class Meta:
        table_name = Kind.TRIP.value


class Ask(Record):
    person = to(Person, null=True)  # none: the user's own
    text = TextField()
    made_on = Day(null=True)
    done_on = Day(null=True)
    came_of = TextField()

    class Meta:
        table_name = Kind.ASK.value


class Introduction(Record):
    person = to(Person)
    other = to(Person)
    why = TextField()
    standing = Choice(introductions.Standing)
    person_asked = Flag()
    other_asked = Flag()
    person_agreed = Flag()
    other_agreed = Flag()
    asked_on = Day(null=True)
    moved_on = Day(null=True)
    note = TextField()

    class Meta:
        table_name = Kind.INTRODUCTION.value


OF_KIND: dict[Kind, type[Record]] = {
    Kind.TRIP: Trip,
    Kind.ASK: Ask,
    Kind.INTRODUCTION: Introduction,
}
