"""Tables of where people are met; private to storage."""

from __future__ import annotations

from peewee import FloatField, TextField

from planner.domain.changes import Kind
from planner.storage.columns import Day
from planner.storage.tables import Person, Record, to


class Group(Record):
    name = TextField()

    class Meta:
        table_name = Kind.GROUP.value


class Event(Record):
    group = to(Group)
    name = TextField()
    day = Day(null=True)
    hours = FloatField()
    fee = FloatField()

    class Meta:
        table_name = Kind.EVENT.value


class Attendance(Record):
    event = to(Event)
    person = to(Person)

    class Meta:
        table_name = Kind.ATTENDANCE.value


OF_KIND: dict[Kind, type[Record]] = {
    Kind.GROUP: Group,
    Kind.EVENT: Event,
    Kind.ATTENDANCE: Attendance,
}
