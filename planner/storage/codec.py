"""Rows to dataclasses and back, for every kind of record by the same few lines."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import fields
from itertools import repeat
from typing import Any, Generic, TypeVar

from peewee import SQL

from planner.domain.changes import Row
from planner.storage.columns import decoder
from planner.storage.tables import Record

T = TypeVar("T")

_exhaust = deque[Any](maxlen=0).extend  # runs an iterator to its end and keeps nothing


class Codec(Generic[T]):
    """How records of one kind become rows of their table and come back.

    `columns` names the kept columns: the dataclass's fields in its order, then what is derived.
    `selected` are the columns to select so that a row fits the dataclass by position.
    """

    def __init__(self, record: type[T], table: type[Record]) -> None:
        self.record = record
        kept = table._meta.fields
        names = [field.name for field in fields(record)]  # type: ignore[arg-type]
        derived = [name for name in kept if name not in names and name != "id"]
        self._names = names + derived
        self.fields = [kept[name] for name in self._names]
        self.columns = [column.column_name for column in self.fields]
        # As text, which peewee takes as it stands: half the time of a query for a few rows is
        # spent on writing its columns.
        self.selected = SQL(", ".join(f'"{name}"' for name in self.columns[: len(names)]))
        self._decoders = [decoder(column) for column in self.fields[: len(names)]]
        self._fillers = [getattr(record, name).__set__ for name in names]

    def records(self, rows: Sequence[tuple[Any, ...]]) -> list[T]:
        """The records of rows that hold `selected`.

        Column by column, since ten thousand people are read at once: a column without a decoder
        costs nothing, and filling the slots (which a frozen dataclass leaves open to this alone)
        takes C loops instead of ten thousand calls: 15 ms, where calling the class takes 28.
        """
        if not rows:
            return []
        found = list(map(object.__new__, repeat(self.record, len(rows))))
        columns = zip(*rows, strict=True)
        for decode, fill, column in zip(self._decoders, self._fillers, columns, strict=True):
            _exhaust(map(fill, found, column if decode is None else map(decode, column)))
        return found

    def rows(self, records: Sequence[T]) -> list[Row]:
        """The rows of records, columns by name, derived ones included."""
        columns = [
            [field.db_value(getattr(record, name)) for record in records]
            for name, field in zip(self._names, self.fields, strict=True)
        ]
        return [
            dict(zip(self.columns, values, strict=True)) for values in zip(*columns, strict=True)
        ]
