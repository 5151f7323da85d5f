"""Rows of one table, written so that every write can be taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, compress, repeat
from operator import itemgetter, ne
from typing import Any

import peewee

from planner.domain.changes import Edit, Kind, Row
from planner.domain.in_bulk import filled
from planner.errors import NotFound
from planner.storage.tables import Keys, table_of
from planner.storage.transaction import Ledger

LARGEST_ID = 2**63 - 1  # of a row in SQLite, and of a bigint in PostgreSQL

# Rows in one question; well under the number of values a statement may have (32766 in SQLite).
_AT_ONCE = 500

# Rows in one INSERT: where rows refer to others, half the time of as many statements.
_TOGETHER = 50

# What a column of empty values holds, by how it stands in a statement.
_EMPTY = {"''": "", "0": 0, "NULL": None}

# A statement, and the values it is to be run with, again and again.
_Run = tuple[str, Iterable[Sequence[Any]]]


class Rows:
    """The rows of one kind; each write notes the edit it made.

    A row is a plain tuple, its id first; `columns` names what it holds. Raises NotFound for a
    reference to a record that is not there.
    """

    def __init__(self, kind: Kind, ledger: Ledger) -> None:
        self.kind = kind
        self.table = table_of(kind)
        self.database = ledger.database
        self._ledger = ledger
        self._columns = self.table._meta.sorted_fields
        self.columns = tuple(column.column_name for column in self._columns)

    def named(self, row: Row) -> dict[str, Any]:
        """A row's values by the names of their columns."""
        return dict(zip(self.columns, row, strict=True))

    def altered(self, row: Row, values: dict[str, Any]) -> Row:
        """The row with other values in some columns."""
        return tuple(values.get(name, was) for name, was in zip(self.columns, row, strict=True))

    def current(self, id: int) -> Row | None:
        """The row as it is now, or None."""
        found = self.with_ids([id])
        return found[0] if found else None

    def with_ids(self, ids: Sequence[int]) -> list[Row]:
        """Those of the rows that are there."""
        possible = [id for id in ids if 0 < id <= LARGEST_ID]
        if possible and len(possible) == max(possible) - min(possible) + 1 == len(set(possible)):
            # What was brought in at once lies together, and is found with one short question.
            together = self.table.id.between(min(possible), max(possible))
            return self.database.rows(self._asking(together))
        return self.among(self.table.id, possible)

    def among(self, column: Any, values: Sequence[Any]) -> list[Row]:
        """Whole rows whose `column` is one of `values`."""
        found: list[Row] = []
        question, of = "", 0
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            if len(some) != of:  # wording it takes longer than the answer
                question, of = self._sql(self._asking(column.in_(some))), len(some)
            found += self.database.fetched(self.database.execute_sql(question, some))
        return found

    def _asking(self, condition: Any) -> Any:
        return self.table.select(*self._columns).where(condition).order_by(self.table.id)

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
        some = len(rows) < _TOGETHER
        self._run([(self._insertion, rows)] if some else self._insertions(rows))
        self._note(rows, befores=repeat(None), afters=rows)

    def _insertions(self, rows: Sequence[Row]) -> Iterator[_Run]:
        """The same for very many: several rows in a statement, and what is empty in all of them
        as a part of it, since handing a value over takes as long as writing it."""
        empty = _empty_in_all(rows)
        held = [place for place in range(len(self._columns)) if place not in empty]
        values = list(map(itemgetter(*held), rows))
        one = self._new([empty.get(place, 0) for place in range(len(self._columns))])
        into, values_of_one = one.split(" VALUES ")
        several = f"{into} VALUES {', '.join([values_of_one] * _TOGETHER)}"
        whole = len(rows) - len(rows) % _TOGETHER
        together = (values[start : start + _TOGETHER] for start in range(0, whole, _TOGETHER))
        yield several, map(tuple, map(chain.from_iterable, together))
        yield one, values[whole:]

    def update(self, before: Row, after: Row) -> None:
        """Writes the columns that differ; nothing, and no edit, when none does."""
        self.update_many([before], [after])

    def update_many(self, befores: Sequence[Row], afters: Sequence[Row]) -> None:
        """The same for many rows; `befores` and `afters` go in pairs."""
        self._ledger.require()
        differ = list(map(ne, befores, afters))
        befores, afters = list(compress(befores, differ)), list(compress(afters, differ))
        # Rows in which the same columns differ go in one statement.
        alike: dict[tuple[int, ...], list[Row]] = defaultdict(list)
        for before, after in zip(befores, afters, strict=True):
            places = [place for place, differs in enumerate(map(ne, before, after)) if differs]
            alike[tuple(places)].append(after)
        self._run(
            (self._alteration(differing), map(itemgetter(*differing, 0), rows))  # WHERE id, last
            for differing, rows in alike.items()
        )
        self._note(afters, befores, afters)

    def delete(self, rows: Sequence[Row]) -> None:
        self._ledger.require()
        if not rows:
            return
        try:
            self._run([(self._deletion, ([row[0]] for row in rows))])
        except NotFound as error:
            raise NotFound(
                f"This {self.kind.value} cannot be removed: something still belongs to it."
            ) from error
        self._note(rows, befores=rows, afters=repeat(None))

    def _run(self, runs: Iterable[_Run]) -> None:
        """Each statement for each of its values; all of it or nothing."""
        try:
            # A savepoint: of many rows, those before a refused one would else stay, unnoted.
            with self.database.atomic():
                for sql, values in runs:
                    self.database.run_many(sql, values)
        except peewee.IntegrityError as error:
            raise NotFound(
                f"This {self.kind.value} belongs to something that is not in the library (any "
                "more), or there is one like it already. Nothing was changed."
            ) from error

    def _note(
        self, rows: Sequence[Row], befores: Iterable[Row | None], afters: Iterable[Row | None]
    ) -> None:
        edits = filled(
            Edit,
            len(rows),
            kind=repeat(self.kind),
            id=map(itemgetter(0), rows),
            before=befores,
            after=afters,
        )
        self._ledger.record(edits)

    # Statements to be run with many rows of values, written by peewee for one.

    @cached_property
    def _insertion(self) -> str:
        return self._new([0] * len(self._columns))

    def _new(self, row: Sequence[Any]) -> str:
        return self._sql(self.table.insert_many([row], self._columns))

    @cached_property
    def _deletion(self) -> str:
        return self._sql(self.table.delete().where(self.table.id == 0))

    def _alteration(self, places: tuple[int, ...]) -> str:
        values = {self._columns[place]: 0 for place in places}
        return self._sql(self.table.update(values).where(self.table.id == 0))

    def _sql(self, query: Any) -> str:
        sql, _ = self.database.get_sql_context().parse(query)
        return str(sql)


def _empty_in_all(rows: Sequence[Row]) -> dict[int, peewee.SQL]:
    """The columns that hold one and the same empty value in all rows, and how it is written.

    Never the last: with the id, two at least are handed over.
    """
    found = {}
    for place, column in enumerate(list(zip(*rows, strict=True))[:-1]):
        if not any(column) and len(set(column)) == 1:
            written = next(text for text, value in _EMPTY.items() if value == column[0])
            found[place] = peewee.SQL(written)
    return found
