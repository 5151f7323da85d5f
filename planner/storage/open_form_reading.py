"""Reads a library's JSON document back into an empty library: all of it, or nothing.

The document may have been edited by hand, or be no such document at all; everything in it is
held against what the library could itself have written.
"""

from __future__ import annotations

import os
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

import peewee

from planner.domain.changes import Edit, Kind, Row
from planner.errors import LibraryError, PlannerError
from planner.storage import database
from planner.storage.backups import sweep
from planner.storage.files import drop, file_aside, make_folder, publish
from planner.storage.json_pieces import Piece, Spoiled, pieces
from planner.storage.open_form import FORMAT, KINDS, SECTIONS, VERSION, columns
from planner.storage.plain_values import count_of, id_of, kept
from planner.storage.records import RECORDS
from planner.storage.row_rules import WrongValue, in_order
from planner.storage.schema import SCHEMA_VERSION
from planner.storage.store import Store
from planner.storage.tables import Keys, table_of

_HEAD = frozenset({"format", "version", "schema", "made", "last_ids", "me"})
_AT_ONCE = 500  # rows written at a time
_ME = 1  # the id of the one row About me has


@dataclass(slots=True)
class _Contents:
    """What a first look found: the head, and which ids each kind has."""

    head: dict[str, Any] = field(default_factory=dict)
    ids: dict[Kind, set[int]] = field(default_factory=lambda: {kind: set() for kind in SECTIONS})


def load(store: Store, path: Path) -> None:
    """Fills an empty library from a document. Raises PlannerError in words, nothing half read."""
    try:
        contents = _looked_through(path)
        if not _is_empty(store):
            raise PlannerError(
                f"The library {store.path} is not empty. A document is read into a new one alone."
            )
        with store.transaction():
            database.settle_references_late(store.file)
            _Writer(store, contents).write(path)
    except Spoiled as wrong:
        raise PlannerError(f"{path} cannot be read back. {wrong}") from wrong
    except OSError as error:
        raise PlannerError(
            f"{path} cannot be read: {error.strerror or error}. Check the name and the folder."
        ) from error


def library_from(document: Path, library: Path) -> None:
    """Makes a new library file of a document: whole and checked, or none under that name.

    Raises PlannerError in words; a file that has the name already stays as it is.
    """
    taken = PlannerError(f"There is a file {library} already. Name a new one for the library.")
    if os.path.lexists(library):
        raise taken
    try:
        make_folder(library.parent)
        sweep(library.parent, library)
        made = file_aside(library)
        made.unlink()  # the store makes it itself, where there is none
    except OSError as error:
        raise LibraryError(
            f"The library {library} cannot be made: {error.strerror}. Choose another folder."
        ) from error
    try:
        with Store.open(made) as store:
            load(store, document)
            if wrong := store.check(thorough=True):
                raise LibraryError(f"What was written is not sound ({wrong[0]}).")
        publish(made, library, replace=False)
        if made.exists() and not library.samefile(made):
            raise taken
    except LibraryError as error:
        raise LibraryError(f"The library {library} was not made. {error}") from error
    except OSError as error:
        raise LibraryError(
            f"The library {library} could not be finished: {error.strerror}. Make room or choose "
            "another folder, then try again."
        ) from error
    finally:
        drop(made)


def _is_empty(store: Store) -> bool:
    return not any(
        store.file.rows(table_of(kind).select(peewee.SQL("1")).limit(1)) for kind in Kind
    )


def _looked_through(path: Path) -> _Contents:
    """Reads the whole document once, so that nothing is written of one that breaks off."""
    found = _Contents()
    unknown = ""
    wrong: Spoiled | None = None
    for piece in pieces(path):
        kind = KINDS.get(piece.name)
        if piece.name in _HEAD and not piece.number:
            found.head[piece.name] = piece.value
        elif kind is None:
            unknown = unknown or piece.name
        elif wrong is None:
            try:
                _note_id(kind, piece, found.ids[kind])
            except Spoiled as error:
                wrong = error  # said once it is known to be a document of ours
    _refuse_others(found.head)
    if unknown:
        raise Spoiled(f"“{unknown[:40]}” in it is nothing this version of Vis-à-vis knows.")
    if wrong is not None:
        raise wrong
    return found


def _refuse_others(head: dict[str, Any]) -> None:
    if head.get("format") != FORMAT:
        raise Spoiled("It is JSON, but not a library that Vis-à-vis wrote; nothing was read.")
    for name, newest in (("version", VERSION), ("schema", SCHEMA_VERSION)):
        given = head.get(name)
        if not isinstance(given, int) or isinstance(given, bool) or given < 1:
            raise Spoiled(f"Its “{name}” is not a number of a version.")
        if given > newest:
            raise Spoiled(
                "It was written by a newer version of Vis-à-vis. Update the program, then read it."
            )


def _note_id(kind: Kind, piece: Piece, ids: set[int]) -> None:
    if not piece.number:
        if piece.value != []:
            raise Spoiled(f"“{piece.name}” is not a list.")
        return
    if not isinstance(piece.value, dict):
        raise _wrong(piece, "is not a record")
    try:
        id = id_of(piece.value.get("id"))
    except WrongValue as error:
        raise _wrong(piece, f"the “id” {error}") from error
    if id in ids:
        raise _wrong(piece, f"the id {id} stands in “{piece.name}” twice")
    ids.add(id)


def _wrong(piece: Piece, what: str) -> Spoiled:
    return Spoiled(f"In “{piece.name}”, record {piece.number}: {what}.")


class _Writer:
    """Writes the records of a document whose contents were looked through."""

    def __init__(self, store: Store, contents: _Contents) -> None:
        self._store = store
        self._contents = contents
        self._setting_names: set[str] = set()
        self._defaults: dict[Kind, dict[str, Any]] = {
            kind: {each.name: each.default for each in fields(record)}
            for kind, record in RECORDS.items()
        }

    def write(self, path: Path) -> None:
        self._write_me()
        waiting: dict[Kind, list[Row]] = {}
        for piece in pieces(path):
            kind = KINDS.get(piece.name)
            if kind is None or not piece.number:
                continue
            rows = waiting.setdefault(kind, [])
            rows.append(self._row(kind, piece))
            if len(rows) == _AT_ONCE:
                self._insert(kind, waiting.pop(kind))
        for kind, rows in waiting.items():
            self._insert(kind, rows)
        self._keep_last_ids()

    def _write_me(self) -> None:
        me = self._contents.head.get("me")
        if me is None:
            return
        if not isinstance(me, dict) or "id" in me:
            raise Spoiled("“me” in it is not About me.")
        self._insert(Kind.ME, [self._row(Kind.ME, Piece("me", 1, {"id": _ME, **me}))])

    def _row(self, kind: Kind, piece: Piece) -> Row:
        """The row of a record, every column in it. Raises Spoiled, saying which one is wrong."""
        wanted = columns(kind)
        given = piece.value
        strange = next((name for name in given if name not in wanted), None)
        if strange is not None:
            raise _wrong(piece, f"“{strange[:40]}” is not known")
        row: dict[str, Any] = {}
        for name, column in wanted.items():
            try:
                row[name] = self._value(kind, name, column, given)
            except WrongValue as error:
                raise _wrong(piece, f"“{name}” {error}") from error
        try:
            in_order(kind, row)
        except WrongValue as error:
            raise _wrong(piece, f"it {error}") from error
        if kind is Kind.SETTING:
            if row["name"] in self._setting_names:
                raise _wrong(piece, f"the setting “{row['name'][:40]}” is there twice")
            self._setting_names.add(row["name"])
        return tuple(row[column.name] for column in table_of(kind)._meta.sorted_fields)

    def _value(self, kind: Kind, name: str, column: Any, given: dict[str, Any]) -> Any:
        """One value as it is kept. Raises WrongValue."""
        if name == "id":
            return given["id"]  # looked at before
        refers = isinstance(column, peewee.ForeignKeyField)
        if name not in given:
            # As in a document of an older version, which could not say it yet.
            default = self._defaults.get(kind, {}).get(name, MISSING)
            if refers or default is MISSING:
                return kept(column, None)
            return column.db_value(default)
        value = kept(column, given[name])
        if refers and value is not None:
            owner = Kind(column.rel_model._meta.table_name)
            if value not in self._contents.ids[owner]:
                raise WrongValue(f"is {value}, and there is none such in “{SECTIONS[owner]}”")
        return value

    def _insert(self, kind: Kind, rows: list[Row]) -> None:
        table, file = table_of(kind), self._store.file
        query = table.insert_many(rows[:1], fields=table._meta.sorted_fields)
        sql, _ = file.get_sql_context().parse(query)
        file.run_many(sql, rows)
        self._store.search.follow([Edit(kind, int(row[0] or 0), None, row) for row in rows])

    def _keep_last_ids(self) -> None:
        given = self._contents.head.get("last_ids", {})
        if not isinstance(given, dict) or not given.keys() <= KINDS.keys():
            raise Spoiled("“last_ids” in it does not name kinds of records.")
        for section, kind in KINDS.items():
            last = max(self._contents.ids[kind], default=0)
            if section in given:
                try:
                    last = max(last, count_of(given[section]))
                except WrongValue as error:
                    raise Spoiled(f"In “last_ids”, “{section}” {error}.") from error
            if last or section in given:
                self._store.file.execute(Keys.insert(kind=kind.value, last=last))
