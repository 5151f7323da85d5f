"""Looks through the whole library for what is wrong, and mends what can be mended safely."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass
from typing import Any

import peewee

from planner.domain.changes import Change, Kind
from planner.domain.soundness import Finding, Trouble
from planner.errors import LibraryError
from planner.storage import checking
from planner.storage.readable import instead, unreadable
from planner.storage.removing import TIES, remove
from planner.storage.rows import Rows
from planner.storage.search import Search
from planner.storage.tables import table_of
from planner.storage.transaction import Ledger

_AT_ONCE = 500  # rows decoded at a time, so that other threads get their turn
_TITLE = 60  # characters
_TITLES = ("name", "text", "what", "note", "summary", "place", "starts")
# How SQLite begins to say that one of its indexes differs from the table, which stays as it is.
_LOOKUPS = ("row ", "wrong # of entries in index", "non-unique entry in index")


@dataclass(frozen=True, slots=True)
class Taken:
    """A row as it was before it was moved out (no `column`), or had one of its values replaced."""

    kind: Kind
    row: dict[str, Any]
    column: str = ""


class Soundness:
    """The checks of one connection, and the mending, which needs no transaction around it."""

    def __init__(self, ledger: Ledger, search: Search) -> None:
        self._ledger = ledger
        self._database = ledger.database
        self._search = search

    def file(self) -> list[Finding]:
        """What is wrong with the pages of the file, and with the indexes in it."""
        found = []
        for line in checking.check(self._database, thorough=True, references=False):
            lookup = line.startswith(_LOOKUPS)
            found.append(Finding(Trouble.LOOKUP if lookup else Trouble.FILE, detail=line))
        return found

    def loose(self) -> list[Finding]:
        """Records that belong to another which is not there."""
        found = []
        for rows, id, column in self._loose():
            row = rows.current(id)
            title = _title(rows.named(row)) if row is not None else ""
            owner = Kind(column.rel_model._meta.table_name)
            found.append(Finding(Trouble.LOOSE, rows.kind, id, title, owner=owner))
        return found

    def unreadable(self, step: Callable[[], None] | None = None) -> tuple[int, list[Finding]]:
        """How many records there are, and those that hold what they cannot hold."""
        found = []
        count = 0
        with checking.broken_letters_let_through(self._database):
            for kind in Kind:
                for some in self._all_rows(kind):
                    count += len(some)
                    for row, column in unreadable(Rows(kind, self._ledger), some):
                        title = _title(row)
                        name = column.name
                        found.append(
                            Finding(Trouble.UNREADABLE, kind, row["id"], title, column=name)
                        )
                    if step is not None:
                        step()
        return count, found

    def index(self) -> list[Finding]:
        """Whether the search index holds what the records say; no more is known when broken."""
        try:
            with checking.broken_letters_let_through(self._database):
                lagging = self._search.lagging()
        except LibraryError as error:
            return [Finding(Trouble.INDEX, detail=str(error))]
        return [Finding(Trouble.INDEX, count=lagging)] if lagging else []

    def mend(self, troubles: frozenset[Trouble], keep: Callable[[list[Taken]], None]) -> Change:
        """Mends what is wrong of these sorts, all or nothing.

        `keep` is given the rows that were taken out or altered, as they were, just before that
        is committed; when it raises, nothing was mended. The index goes on its own: it can
        always be made again from the records.
        """
        if Trouble.INDEX in troubles:
            self._search.empty()  # a broken one would keep the others from being saved
        with (
            checking.broken_letters_let_through(self._database),
            self._ledger.transaction() as work,
        ):
            taken: list[Taken] = []
            if Trouble.LOOKUP in troubles:
                self._database.execute_sql("REINDEX")
            if Trouble.UNREADABLE in troubles:
                taken += self._make_readable()
            if Trouble.LOOSE in troubles:
                taken += self._take_out_loose()
            if taken:
                keep(taken)
        if Trouble.INDEX in troubles:
            self._search.rebuild()
        return work.change

    def _make_readable(self) -> Iterator[Taken]:
        for kind in Kind:
            rows = Rows(kind, self._ledger)
            for some in list(self._all_rows(kind)):
                for row, column in unreadable(rows, some):
                    yield from self._replace(rows, row, column)

    def _replace(self, rows: Rows, row: dict[str, Any], column: peewee.Field) -> Iterator[Taken]:
        """Puts what a new record would have in place of a value; without that, the record goes."""
        now = rows.current(row["id"])
        if now is None:
            return  # it went with another one
        value = instead(rows.kind, column, rows.named(now))
        if value is MISSING:
            yield from self._take_out(rows, [row["id"]])
        else:
            yield Taken(rows.kind, rows.named(now), column.column_name)
            rows.update(now, rows.altered(now, {column.column_name: value}))

    def _take_out_loose(self) -> Iterator[Taken]:
        for rows, id, column in self._loose():
            row = rows.current(id)
            if row is None:
                continue
            if _survives(rows.kind, column):
                yield Taken(rows.kind, rows.named(row), column.column_name)
                rows.update(row, rows.altered(row, {column.column_name: None}))
            else:
                yield from self._take_out(rows, [id])

    def _take_out(self, rows: Rows, ids: list[int]) -> Iterator[Taken]:
        """Removes records and what belongs to them; tells what each of those was."""
        before = self._ledger.noted()
        remove(rows.kind, ids, self._ledger)
        for edit in self._ledger.noted()[len(before) :]:
            theirs = Rows(edit.kind, self._ledger)
            if edit.before is not None:
                yield Taken(edit.kind, theirs.named(edit.before))

    def _loose(self) -> Iterator[tuple[Rows, int, peewee.ForeignKeyField]]:
        for kind in Kind:
            rows = Rows(kind, self._ledger)
            for column in rows.table._meta.refs:
                other = column.rel_model
                there = other.select(other.id)
                query = rows.table.select(rows.table.id).where(
                    column.is_null(False) & column.not_in(there)
                )
                for (id,) in self._database.rows(query.order_by(rows.table.id)):
                    yield rows, id, column

    def _all_rows(self, kind: Kind) -> Iterator[list[tuple[Any, ...]]]:
        table = table_of(kind)
        columns = table._meta.sorted_fields
        last = -(2**63)
        while True:
            query = table.select(*columns).where(table.id > last).order_by(table.id)
            some = self._database.rows(query.limit(_AT_ONCE))
            if not some:
                return
            yield some
            last = some[-1][0]


def _survives(kind: Kind, column: peewee.ForeignKeyField) -> bool:
    owner = Kind(column.rel_model._meta.table_name)
    return any(
        tie.kind is kind and tie.column == column.name and tie.survives
        for tie in TIES.get(owner, ())
    )


def _title(row: dict[str, Any]) -> str:
    """The first words by which somebody knows a record again."""
    for name in _TITLES:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            words = value.encode(errors="surrogateescape").decode(errors="replace").split()
            return " ".join(words)[:_TITLE]
    return ""
