"""Records of one kind, as the journeys see them: dataclasses in, dataclasses out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeVar

from peewee import fn

from planner.domain.changes import Kind
from planner.errors import NotFound
from planner.storage.codec import Codec
from planner.storage.rows import LARGEST_ID, Rows
from planner.storage.transaction import Ledger

# What somebody is told is gone; an id would tell them nothing.
MISSING = {
    Kind.PERSON: "This person",
    Kind.FACT: "This fact",
    Kind.GROUP: "This group",
    Kind.EVENT: "This event",
    Kind.ATTENDANCE: "Where you met",
    Kind.TOUCH: "This touch",
    Kind.PLACE: "This place",
    Kind.MEETING: "This 1-2-1",
    Kind.CONVERSATION: "This conversation",
    Kind.ANSWER: "This answer",
    Kind.PROMISE: "This promise",
    Kind.REFERRAL: "This referral",
    Kind.PHOTO: "This picture",
    Kind.ALIAS: "This other name",
    Kind.TRIP: "This trip",
    Kind.ASK: "This ask",
    Kind.INTRODUCTION: "This introduction",
    Kind.OWN_GUIDE: "This guide",
    Kind.OWN_PROMPT: "This question",
    Kind.MARK: "This mark",
}


class Numbered(Protocol):
    """A record with an id, 0 until the store has kept it."""

    @property
    def id(self) -> int: ...


T = TypeVar("T", bound=Numbered)


class Repository(Generic[T]):
    """The records of one kind.

    Writing needs a running transaction. Raises NotFound for a record that is not there, or one
    that belongs to another that is not there; LibraryError when the file cannot be used.
    """

    record: type[T]
    kind: Kind
    # Columns after which lists are ordered; the id last of all, so the order is always the same.
    order: tuple[str, ...] = ()

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._rows = Rows(self.kind, ledger)
        self.table: Any = self._rows.table  # its columns are peewee's, unknown to mypy
        self._codec = Codec(self.record, self._rows.table)

    def add(self, record: T) -> T:
        """Keeps a new record; returns it with its id."""
        return self.add_many((record,))[0]

    def add_many(self, records: Iterable[T]) -> list[T]:
        """Keeps many new records, all or none; returns them with their ids."""
        fresh = list(records)
        return self._codec.numbered(fresh, self.enter_many(fresh))

    def enter_many(self, records: Sequence[T]) -> range:
        """The same, but returns their ids alone, in the order of the records: a third quicker."""
        if any(map(attrgetter("id"), records)):
            raise ValueError(f"A new {self.kind.value} has no id yet.")
        ids = self._rows.new_ids(len(records))
        self._rows.insert(self._codec.rows(records, ids))
        return ids

    def update(self, record: T) -> None:
        """Keeps a record as it is now; nothing happens when nothing differs."""
        self.update_many((record,))

    def update_many(self, records: Iterable[T]) -> None:
        """Keeps many records as they are now; NotFound when one of them is not there."""
        last = {row[0]: row for row in self._codec.rows(list(records))}
        befores = self._rows.with_ids(list(last))
        there = {row[0] for row in befores}
        for id in last:
            if id not in there:
                raise self._missing(id)
        self._rows.update_many(befores, [last[row[0]] for row in befores])

    def remove(self, id: int) -> None:
        """Removes a record and what belongs to it."""
        if not self.remove_many((id,)):
            raise self._missing(id)

    def remove_many(self, ids: Iterable[int]) -> int:
        """Removes records and what belongs to them, as far as they are there; says how many."""
        from planner.storage.removing import remove

        return remove(self.kind, list(ids), self._ledger)

    def get(self, id: int) -> T:
        found = self.find(id)
        if found is None:
            raise self._missing(id)
        return found

    def find(self, id: int) -> T | None:
        if not 0 < id <= LARGEST_ID:
            return None
        found = self.where(self.table.id == id)
        return found[0] if found else None

    def some(self, ids: Collection[int]) -> dict[int, T]:
        """A few records by their ids, in one question; those that are not there are left out."""
        found = self.where(self.table.id.in_([id for id in ids if 0 < id <= LARGEST_ID]))
        return {record.id: record for record in found}

    def all(self) -> list[T]:
        return self.where()

    def where(self, *conditions: Any) -> list[T]:
        """Those that meet the conditions (peewee's), in this kind's order."""
        query = self.table.select(self._codec.selected)
        if conditions:
            query = query.where(*conditions)
        columns = [getattr(self.table, name) for name in self.order]
        return self._codec.records(self.selected(query.order_by(*columns, self.table.id)))

    def how_many(self) -> int:
        ((count,),) = self.selected(self.table.select(fn.COUNT(self.table.id)))
        return int(count)

    def selected(self, query: Any) -> list[tuple[Any, ...]]:
        """Rows of a query, as they are kept."""
        return self._ledger.database.rows(query)

    def _missing(self, id: int) -> NotFound:
        return NotFound(f"{MISSING.get(self.kind, 'This')} is not in the library any more.")


class OfPerson(Repository[T]):
    """Records that belong to a person."""

    def of_person(self, person_id: int) -> list[T]:
        return self.where(self.table.person == person_id)

    def of_people(self, person_ids: Collection[int]) -> dict[int, list[T]]:
        """The same for a few people, in one question; everybody asked for is in the answer."""
        theirs: dict[int, list[T]] = {id: [] for id in person_ids}
        for record in self.where(self.table.person.in_(list(theirs))):
            theirs[record.person].append(record)  # type: ignore[attr-defined]
        return theirs
