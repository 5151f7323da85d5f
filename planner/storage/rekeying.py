"""Writing a library anew under another key: plain to encrypted, back, or another passphrase.

The new file is written aside, compared with the old one row by row, and only then takes its name:
whoever kills this at any moment has the old file or the new one, whole.

Nobody else may have the library open meanwhile. A plain file is only ever opened by SQLite's own
driver and an encrypted one by SQLCipher's: two of them on one file would undo each other's locks
(https://www.sqlite.org/howtocorrupt.html, 2.2.1).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any

import peewee

from planner.errors import LibraryBusy, LibraryError
from planner.storage import checking, cipher, copying, database
from planner.storage.cipher import Key
from planner.storage.database import LibraryFile
from planner.storage.faults import in_words
from planner.storage.files import drop, file_aside, publish
from planner.storage.wiping import wipe, wipe_away

ENDING = ".rekeyed"  # of what is written aside; the other asides of a library end in .new
_AGAIN = 0.05  # seconds between two looks whether everybody else has closed the library
_AT_ONCE = 1000  # rows


def rewrite(path: Path, old: Key | None, new: Key | None) -> None:
    """Gives the library at `path`, which opens with `old`, to the key `new`; None is a plain file.

    Raises LibraryBusy when another program has it open, LibraryError in words when it could not
    be done; the library is then as it was.
    """
    path = path.resolve()  # where it is a link, what it points to is meant
    try:
        _rewrite(path, old, new)
    except OSError as error:
        raise LibraryError(
            f"The library {path} could not be written anew: {error.strerror}. It is as it was; "
            "make room or look at the folder's rights, then try again."
        ) from error


def sweep(path: Path) -> None:
    """Removes what a rewriting that was killed left beside the library: a plain copy, perhaps.

    Only for who has it open: while it is rewritten, nobody else has.
    """
    with suppress(OSError):
        for left in path.parent.glob(f"{path.name}.*{ENDING}*"):
            wipe_away(left)


def _rewrite(path: Path, old: Key | None, new: Key | None) -> None:
    with _alone(path, old) as library, _held(path) as kept:
        sweep(path)
        aside = file_aside(path, ENDING)
        try:
            if old is None:
                _export_plain(library, aside, new)
            else:
                _export(library.connection(), aside, new, path)
            with _opened(aside, new) as written:
                wrong = checking.check(written, thorough=True) or _difference(library, written)
            if wrong:
                raise LibraryError(
                    f"What was written anew is not the library {path} ({wrong[0]}), so nothing "
                    "was changed. Check the library, then try again."
                )
            if os.name == "nt":  # an open file cannot be replaced there
                library.close()
            # Nobody can get in between: the old file stays locked until its name is the new one's.
            publish(aside, path, replace=True)
            if kept is not None:
                # So that a program that waited for it does not take it for the library, either.
                wipe(kept)
        finally:
            drop(aside)


@contextmanager
def _held(path: Path) -> Iterator[int | None]:
    """The file itself, whatever takes its name; None where an open one cannot be replaced.

    Only for a library that nobody else has open: to let go of it gives all locks on it free.
    """
    if os.name == "nt":
        yield None
        return
    with path.open("rb+") as file:
        yield file.fileno()


@contextmanager
def _alone(path: Path, key: Key | None) -> Iterator[LibraryFile]:
    """The library, opened by nobody else and locked, with no journal beside it.

    A journal that stayed would be taken for the new file's.
    """
    file = LibraryFile(path, {}, key=key)
    file.connect()
    try:
        until = time.monotonic() + database.PATIENCE
        # Refused at once while anybody has it open, so this waits itself.
        while not _without_journal(file):
            if time.monotonic() > until:
                raise LibraryBusy(
                    f"Another program has the library {path} open, so it cannot be written anew. "
                    "Close the other program, then try again; nothing was changed."
                )
            time.sleep(_AGAIN)
        yield file
    finally:
        if not file.is_closed():
            with suppress(LibraryError, peewee.PeeweeException):
                file.close()


def _without_journal(file: LibraryFile) -> bool:
    """Takes the journal up and the lock; False while another connection is open."""
    try:
        file.pragma("locking_mode", "normal")
        if file.pragma("journal_mode", "delete") != "delete":
            return False
        file.pragma("locking_mode", "exclusive")
        file.execute_sql("BEGIN EXCLUSIVE")
        file.execute_sql("COMMIT")  # the lock stays until the connection is closed
        return bool(file.pragma("journal_mode") == "delete")
    except LibraryBusy:
        return False


def _export_plain(library: LibraryFile, aside: Path, new: Key | None) -> None:
    """By way of a copy: SQLCipher's driver is not to touch the file that SQLite's has locked."""
    copy = file_aside(library.path, ENDING)
    try:
        copying.copy_to(library, copy).close()
        connection = cipher.connect(f"{copy.as_uri()}?mode=rw", None, uri=True)
        try:
            _export(connection, aside, new, library.path)
        finally:
            connection.close()
    finally:
        with suppress(OSError):
            wipe_away(copy)
        drop(copy)


def _export(connection: Any, aside: Path, new: Key | None, path: Path) -> None:
    """Writes everything to the file aside under the key; what the header says too."""
    with in_words(path):
        literal = '""' if new is None else new.literal()
        connection.execute(f"ATTACH DATABASE ? AS written KEY {literal}", [str(aside)])
        connection.execute("PRAGMA written.journal_mode = off")  # it has no name yet
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('written')").fetchall()
        for said in ("application_id", "user_version"):
            ((value,),) = connection.execute(f"PRAGMA main.{said}").fetchall()
            connection.execute(f"PRAGMA written.{said} = {int(value)}")
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE written")


@contextmanager
def _opened(path: Path, key: Key | None) -> Iterator[LibraryFile]:
    file = LibraryFile(path, {}, key=key)
    file.connect()
    try:
        yield file
    finally:
        file.close()


def _difference(one: LibraryFile, other: LibraryFile) -> tuple[str, ...]:
    """Where two libraries differ, the first place alone; empty when they are the same."""
    for said in ("application_id", "user_version"):
        if one.pragma(said) != other.pragma(said):
            return (said,)
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    if _rows(one, schema) != _rows(other, schema):
        return ("its tables",)
    newest = one if other.key is None else other  # an old SQLite does not know of table_list
    for _, name, kind, _, without_rowid, _ in _rows(newest, "PRAGMA main.table_list"):
        if kind == "virtual" or name.startswith("sqlite_"):
            continue  # what it holds lies in tables of its own; the schema is compared already
        numbered = "" if without_rowid else "rowid, "
        order = "" if without_rowid else " ORDER BY rowid"
        sql = f'SELECT {numbered}* FROM "{name}"{order}'
        for row, copied in zip_longest(_each(one, sql), _each(other, sql)):
            if row != copied:
                return (f"a row of {name}",)
    return ()


def _rows(file: LibraryFile, sql: str) -> list[tuple[Any, ...]]:
    return file.fetched(file.execute_sql(sql))


def _each(file: LibraryFile, sql: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query without holding all of them: pictures are among them."""
    cursor = file.execute_sql(sql)
    with in_words(file.path):
        while some := cursor.fetchmany(_AT_ONCE):
            yield from some
