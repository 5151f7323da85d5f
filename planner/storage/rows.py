"""Rows of one table, written so that every write can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import peewee

from planner.domain.changes import Edit, Kind, Row
from planner.errors import NotFound
from planner.storage.tables import Keys, table_of
from planner.storage.transaction import Ledger

LARGEST_ID = 2**63 - 1  # of a row in SQLite, and of a bigint in PostgreSQL

# Rows in one question; well under the number of values a statement may have (32766 in SQLite).
_AT_ONCE = 500


class Rows:
    """The rows of one kind; each write notes the edit it made.

    Raises NotFound for a reference to a record that is not there.
    """

    def __init__(self, kind: Kind, ledger: Ledger) -> None:
        self.kind = kind
        self.table = table_of(kind)
        self.database = ledger.database
        self._ledger = ledger
        self._columns = self.table._meta.sorted_fields
        self._names = [column.column_name for column in self._columns]

    def current(self, id: int) -> dict[str, Any] | None:
        """The row as it is now, or None."""
        found = self.with_ids([id])
        return found[0] if found else None

    def with_ids(self, ids: Sequence[int]) -> list[dict[str, Any]]:
        """Those of the rows that are there."""
        return self.among(self.table.id, [id for id in ids if 0 < id <= LARGEST_ID])

    def among(self, column: Any, values: Sequence[Any]) -> list[dict[str, Any]]:
        """Whole rows whose `column` is one of `values`."""
        found: list[dict[str, Any]] = []
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            query = self.table.select(*self._columns).where(column.in_(some))
            rows = self.database.rows(query.order_by(self.table.id))
            found += (dict(zip(self._names, row, strict=True)) for row in rows)
        return found

    def new_ids(self, count: int) -> range:
        """Ids that no record of this kind ever had."""
        self._ledger.require()
        mine = Keys.kind == self.kind.value
        told = self.database.execute(Keys.update(last=Keys.last + count).where(mine))
        if told.rowcount == 0:
            self.database.execute(Keys.insert(kind=self.kind.value, last=count))
        ((last,),) = self.database.rows(Keys.select(Keys.last).where(mine))
        return range(last - count + 1, last + 1)

    def insert(self, rows: Sequence[Row]) -> None:
        self._ledger.require()
        if not rows:
            return
        values = [[row[name] for name in self._names] for row in rows]
        query = self.table.insert_many(values[:1], fields=self._columns)
        sql, _ = self.database.get_sql_context().parse(query)
        try:
            # A savepoint: of many rows, those before a refused one would else stay, unnoted.
            with self.database.atomic():
                self.database.run_many(sql, values)
        except peewee.IntegrityError as error:
            raise self._refused() from error
        self._ledger.record([Edit(self.kind, int(row["id"] or 0), None, row) for row in rows])

    def update(self, id: int, before: Row, after: Row) -> None:
        """Writes the columns that differ; nothing, and no edit, when none does."""
        self._ledger.require()
        differing = {name: value for name, value in after.items() if before[name] != value}
        if not differing:
            return
        try:
            self.database.execute(self.table.update(differing).where(self.table.id == id))
        except peewee.IntegrityError as error:
            raise self._refused() from error
        self._ledger.record([Edit(self.kind, id, before, after)])

    def delete(self, rows: Sequence[Row]) -> None:
        self._ledger.require()
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            ids = [row["id"] for row in some]
            try:
                self.database.execute(self.table.delete().where(self.table.id.in_(ids)))
            except peewee.IntegrityError as error:
                raise NotFound(
                    f"This {self.kind.value} cannot be removed: something still belongs to it."
                ) from error
            self._ledger.record([Edit(self.kind, int(row["id"] or 0), row, None) for row in some])

    def _refused(self) -> NotFound:
        return NotFound(
            f"This {self.kind.value} belongs to something that is not in the library (any more), "
            "or there is one like it already. Nothing was changed."
        )
