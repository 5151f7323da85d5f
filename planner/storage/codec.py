"""Rows to dataclasses and back, for every kind of record by the same few lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

from peewee import SQL

from planner.domain.changes import Row
from planner.domain.in_bulk import filled
from planner.storage.columns import decoder_of_all, encoder_of_all
from planner.storage.faults import unreadable
from planner.storage.tables import Record

T = TypeVar("T")


class Codec(Generic[T]):
    """How records of one kind become rows of their table and come back.

    A row holds the table's columns: its id, the dataclass's fields in its order, then what is
    derived. `selected` are the columns to select so that a row fits the dataclass by position.

    Both ways go column by column, since ten thousand people are read or brought in at once: a
    column that is kept as it is costs next to nothing.
    """

    def __init__(self, record: type[T], table: type[Record]) -> None:
        self.record = record
        columns = table._meta.fields
        self._names = [field.name for field in fields(record)]  # type: ignore[arg-type]
        mine = [columns[name] for name in self._names]
        # As text, which peewee takes as it stands: half the time of a query for a few rows is
        # spent on writing its columns.
        self.selected = SQL(", ".join(f'"{column.column_name}"' for column in mine))
        self._decoders = [decoder_of_all(column) for column in mine]
        self._kept = [
            (column.name, attrgetter(column.name), encoder_of_all(column))
            for column in table._meta.sorted_fields
        ]

    def records(self, rows: Sequence[tuple[Any, ...]]) -> list[T]:
        """The records of rows that hold `selected`."""
        if not rows:
            return []
        columns = zip(*rows, strict=True)
        try:
            return filled(
                self.record,
                len(rows),
                **{
                    name: column if decode is None else decode(column)
                    for name, decode, column in zip(
                        self._names, self._decoders, columns, strict=True
                    )
                },
            )
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.record.__name__)
            raise unreadable(name.lower()) from error

    def rows(self, records: Sequence[T], ids: Iterable[int] | None = None) -> list[Row]:
        """The rows of records, with `ids` instead of the records' own."""
        columns: list[Iterable[Any]] = []
        for name, read, encode in self._kept:
            if name == "id" and ids is not None:
                columns.append(ids)
            else:
                values = list(map(read, records))
                columns.append(values if encode is None else encode(values))
        return list(zip(*columns, strict=True))

    def numbered(self, records: Sequence[T], ids: Sequence[int]) -> list[T]:
        """The records with these ids."""
        columns: dict[str, Iterable[Any]] = {
            name: map(attrgetter(name), records) for name in self._names
        }
        return filled(self.record, len(records), **columns | {"id": ids})
