"""Tables of what Today does not read of people; private to storage."""

from __future__ import annotations

from peewee import TextField

from planner.domain.changes import Kind
from planner.storage.columns import Picture
from planner.storage.tables import Person, Record, to


class Photo(Record):
    person = to(Person)
    data = Picture()

    class Meta:
        table_name = Kind.PHOTO.value


class Apart(Record):
    person = to(Person)
    other = to(Person)

    class Meta:
        table_name = Kind.APART.value


class Alias(Record):
    person = to(Person)
    name = TextField()
    company = TextField()

    class Meta:
        table_name = Kind.ALIAS.value


OF_KIND: dict[Kind, type[Record]] = {
    Kind.PHOTO: Photo,
    Kind.APART: Apart,
    Kind.ALIAS: Alias,
}
