"""The index that search asks: one document a record that has text, in SQLite's full text (FTS5).

The index follows the edits of every transaction before it is committed, so that whatever writes
(an undo too) keeps it right, and both are kept or neither. Where a transaction brings in or alters
thousands, it notes instead which documents are to be made anew: that takes a third of an import's
time, and can be done once what was brought in is safe. Whoever asks completes the index first.

The SQL here is SQLite's own; with search.py and database.py it is the only place that would change
for another database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

import peewee

from planner.domain.changes import Edit, Kind, Row
from planner.errors import LibraryDamaged, LibraryError
from planner.storage.database import LibraryFile
from planner.storage.tables import Unindexed, table_of

# remove_diacritics 2: "Zoë" is found by "zoe", also where the two dots are a character of their
# own. prefix: one to three letters are looked up, not scanned for, which a keystroke needs.
_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS documents USING fts5("
    "name, body, belongs UNINDEXED, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
# REPLACE: an index that lags behind must not keep anybody from saving.
_INSERT = "REPLACE INTO documents (rowid, name, body, belongs) VALUES (?, ?, ?, ?)"
_ALL = "SELECT rowid, name, body, belongs FROM documents"
_CHECK = "INSERT INTO documents (documents) VALUES ('integrity-check')"  # writes nothing
_DROP = "DROP TABLE IF EXISTS documents"
_AT_ONCE = 500  # records read at a time
_DELETE = "DELETE FROM documents WHERE rowid = ?"
_DELETE_MANY = "DELETE FROM documents WHERE rowid BETWEEN ? AND ? AND rowid % ? = ?"
# Records of one kind in one transaction beyond which their documents are left for later.
_MANY = 1000

# Document numbers are id * 16 + the kind's code: known without asking, and kinds never collide.
CODES = {
    Kind.PERSON: 1,
    Kind.FACT: 2,
    Kind.TOUCH: 3,
    Kind.MEETING: 4,
    Kind.ANSWER: 5,
    Kind.PROMISE: 6,
    Kind.REFERRAL: 7,
    Kind.ASK: 8,
}
KINDS = {code: kind for kind, code in CODES.items()}
SPACING = 16

# The columns whose text is found. A person's name stands apart: it weighs more.
_TEXTS = {
    Kind.PERSON: ("company", "role", "city", "emails"),
    Kind.FACT: ("text",),
    Kind.TOUCH: ("note",),
    Kind.MEETING: ("place", "learn", "give", "ask", "summary"),
    Kind.ANSWER: ("text",),
    Kind.PROMISE: ("text",),
    Kind.REFERRAL: ("what",),
    Kind.ASK: ("text", "came_of"),
}

# The column that says whom a document belongs to, where it is not that of a person.
_OWNERS = {Kind.PERSON: "id", Kind.ANSWER: "meeting_id"}

# What the index knows of a record: its number, the name and body that are found, and whom it
# belongs to: its person, or its 1-2-1 for an answer. The user's own ask belongs to NOBODY.
NOBODY = 0  # no record has this id
_Document = tuple[int, str, str, int]


def make_index(database: LibraryFile) -> None:
    """Makes the index where there is none."""
    database.execute_sql(_MAKE)


class SearchIndex:
    """Keeps the index in step with the library."""

    def __init__(self, database: LibraryFile) -> None:
        self._database = database

    def follow(self, edits: Sequence[Edit]) -> None:
        """Brings the index in step with edits of the running transaction, or notes what is left."""
        of_kind: dict[Kind, list[Edit]] = {}
        for kind, some in groupby(edits, attrgetter("kind")):
            of_kind.setdefault(kind, []).extend(some)
        for kind, theirs in of_kind.items():
            if kind not in CODES:
                continue
            if len(theirs) > _MANY:
                self._leave(kind, theirs)
            else:
                self._follow(kind, theirs)

    def _follow(self, kind: Kind, edits: Sequence[Edit]) -> None:
        """The documents that records had before all their edits go, those they have now come."""
        first = {edit.id: edit.before for edit in reversed(edits)}
        last = {edit.id: edit.after for edit in edits}
        document = _document_of(kind)
        gone: list[tuple[int]] = []
        come: list[_Document] = []
        # By number: FTS5 writes out what it has gathered whenever a lower one follows.
        for id, row in sorted(last.items(), key=itemgetter(0)):
            before, after = document(first[id]), document(row)
            if before == after:
                continue
            if before is not None:
                gone.append(before[:1])
            if after is not None:
                come.append(after)
        self._database.run_many(_DELETE, gone)
        self._database.run_many(_INSERT, come)

    def _leave(self, kind: Kind, edits: Sequence[Edit]) -> None:
        """Notes that the documents of these records are to be made anew."""
        told = _told_of(kind)
        ids = [
            edit.id
            for edit in edits
            if edit.before is None or edit.after is None or told(edit.before) != told(edit.after)
        ]
        if ids:
            note = Unindexed.insert(kind=kind.value, first=min(ids), last=max(ids))
            self._database.execute(note)

    def complete(self) -> None:
        """Makes the documents that were left for later; does not wait for another who writes.

        What cannot be done now (a full disk, another program) is left for the next time.
        """
        patience = self._database.timeout
        with suppress(LibraryError, peewee.PeeweeException):
            if not self._left():
                return
            try:
                self._database.timeout = 0
                with self._database.atomic():
                    self._complete()
            finally:
                self._database.timeout = patience

    def _complete(self) -> None:
        for kind, first, last in self._left():
            ends = (first * SPACING, last * SPACING + SPACING - 1)
            self._database.execute_sql(_DELETE_MANY, (*ends, SPACING, CODES[kind]))
            self._database.run_many(_INSERT, self._wanted(kind, first, last))
        self._database.execute(Unindexed.delete())

    def _left(self) -> list[tuple[Kind, int, int]]:
        query = Unindexed.select(Unindexed.kind, Unindexed.first, Unindexed.last)
        return [(Kind(kind), first, last) for kind, first, last in self._database.rows(query)]

    def lagging(self) -> int:
        """How many documents are missing from the index, too many in it, or say something else.

        Raises LibraryDamaged when the index itself is broken.
        """
        self.complete()
        with self._database.atomic():  # as of one moment
            try:
                self._database.execute_sql(_CHECK)
            except peewee.OperationalError as error:
                raise LibraryDamaged("The search index is not there.") from error
            there = {row[0]: hash(row) for row in self._rows(_ALL, ())}
            wrong = 0
            for kind in CODES:
                for document in self._wanted(kind):
                    wrong += there.pop(document[0], None) != hash(document)
        return wrong + len(there)

    def empty(self) -> None:
        """Makes an index that holds nothing, in place of one that may be broken."""
        with self._database.atomic():
            self._database.execute_sql(_DROP)
            make_index(self._database)

    def rebuild(self) -> None:
        """Makes the index anew from the records, all of it or nothing."""
        with self._database.atomic():
            self.empty()
            for kind in CODES:
                self._database.run_many(_INSERT, self._wanted(kind))
            self._database.execute(Unindexed.delete())

    def _wanted(self, kind: Kind, first: int = 1, last: int = 2**63 - 1) -> Iterator[_Document]:
        """What the index is to hold of a kind's ids, some hundred records at a time."""
        table, document = table_of(kind), _document_of(kind)
        columns = table._meta.sorted_fields
        while some := self._database.rows(
            table.select(*columns)
            .where(table.id.between(first, last))
            .order_by(table.id)
            .limit(_AT_ONCE)
        ):
            yield from filter(None, map(document, some))
            first = some[-1][0] + 1

    def asked(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the index answers, for those that match words to words."""
        return self._rows(sql, values)

    def _rows(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self._database.fetched(self._database.execute_sql(sql, values))


@cache
def _document_of(kind: Kind) -> Callable[[Any], _Document | None]:
    """What makes the document of a row; None where there is no text to find."""
    columns = [column.column_name for column in table_of(kind)._meta.sorted_fields]
    code, texts = CODES[kind], tuple(map(columns.index, _TEXTS[kind]))
    name = columns.index("name") if kind is Kind.PERSON else None
    owner = columns.index(_OWNERS.get(kind, "person_id"))

    def document(row: Any) -> _Document | None:
        if row is None:
            return None
        body = "\n".join([row[place] for place in texts if row[place]])
        if name is None and not body.strip():
            return None
        return row[0] * SPACING + code, row[name] if name else "", body, row[owner] or NOBODY

    return document


@cache
def _told_of(kind: Kind) -> Callable[[Row], Any]:
    """What of a row its document tells."""
    columns = [column.column_name for column in table_of(kind)._meta.sorted_fields]
    others = "name" if kind is Kind.PERSON else _OWNERS.get(kind, "person_id")
    return itemgetter(*map(columns.index, (others, *_TEXTS[kind])))
