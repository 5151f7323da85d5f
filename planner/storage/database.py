"""The connection to a library file: all that only SQLite has, but for the search.

The PRAGMAs stand here and nowhere else. Whatever goes wrong with the file leaves as a
`LibraryError` in words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import peewee

from planner.domain.library_header import APPLICATION_ID
from planner.errors import LibraryError
from planner.storage.faults import in_words

SCHEMA_VERSION = 2  # the newest step in migrations/; kept in the file as user_version

# Seconds to wait for another program that writes. Together with what SQLite does around it, a
# message is there within five.
PATIENCE = 4.5

PRAGMAS = {
    "journal_mode": "wal",
    # FULL, not WAL's usual NORMAL: NORMAL syncs at checkpoints only, so a power cut could take
    # back what the user was told is saved. A commit is one fsync, and commits here are rare.
    "synchronous": "full",
    "foreign_keys": 1,
}

_STEPS = Path(__file__).parent / "migrations"


class LibraryFile(peewee.SqliteDatabase):
    """One connection to a library file, for the thread that opened it.

    Raises `LibraryBusy` or `LibraryError` in words instead of the driver's errors; what remains
    (a broken reference, a wrong query) is peewee's.
    """

    def __init__(self, path: Path, pragmas: dict[str, Any] = PRAGMAS) -> None:
        # mode=rw: SQLite would else make an empty file where a library was moved away.
        address = f"{path.absolute().as_uri()}?mode=rw"
        super().__init__(address, pragmas=pragmas, timeout=PATIENCE, autoconnect=False, uri=True)
        self.path = path
        self._identity: tuple[int, int] | None = None

    def connect(self, reuse_if_open: bool = False) -> bool:
        with in_words(self.path):
            made = super().connect(reuse_if_open)
        self._identity = _identity(self.path)
        return bool(made)

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        with in_words(self.path):
            return super().execute_sql(sql, params)

    def begin(self, lock_type: str | None = None) -> None:
        self._still_there()
        with in_words(self.path):
            super().begin(lock_type or "IMMEDIATE")

    # After a full disk or a failed read SQLite often takes a whole transaction back by itself.
    # A second ROLLBACK would fail and hide the reason, and what came after the failure would be
    # kept on its own: so those below, and the ledger, ask the driver whether it still runs.

    @property
    def running(self) -> bool:
        """Whether a transaction runs, as SQLite sees it."""
        return bool(self.connection().in_transaction)

    def commit(self) -> None:
        if not self.running:
            raise LibraryError(
                f"The library {self.path} could not be written, so this was not saved. Check the "
                "disk, then try again."
            )
        with in_words(self.path):
            super().commit()

    def rollback(self) -> None:
        if self.running:
            with in_words(self.path):
                super().rollback()

    @contextmanager
    def savepoint(self) -> Iterator[None]:  # type: ignore[override]
        """A part of a transaction that can be taken back by itself."""
        self.execute_sql("SAVEPOINT part")  # of several with one name the innermost is meant
        try:
            yield
        except BaseException:
            if self.running:
                self.execute_sql("ROLLBACK TO part")
                self.execute_sql("RELEASE part")
            raise
        self.execute_sql("RELEASE part")

    def rows(self, query: Any) -> list[tuple[Any, ...]]:
        """All rows of a query, as they are kept."""
        return self.fetched(self.execute(query))

    def fetched(self, cursor: Any) -> list[tuple[Any, ...]]:
        """All rows of a statement that runs; reading them can fail as well as starting."""
        with in_words(self.path):
            return list(cursor.fetchall())

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """One statement with many rows of values, far cheaper than a query for each."""
        try:
            with in_words(self.path):
                self.cursor().executemany(sql, values)
        except sqlite3.IntegrityError as error:
            raise peewee.IntegrityError(str(error)) from error

    def _still_there(self) -> None:
        """Raises LibraryError when the file was moved away or replaced since it was opened.

        SQLite would go on writing to the file that is gone, and it would look saved.
        """
        if _identity(self.path) != self._identity:
            raise LibraryError(
                f"The library {self.path} was moved, replaced or deleted while it was open, so "
                "nothing can be saved in it. Put it back, then start the program again."
            )


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at `path`; None when there is none."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def data_version(database: LibraryFile) -> int:
    """A number that is another one once another connection has changed the file."""
    return int(database.pragma("data_version"))


def connect(path: Path) -> LibraryFile:
    """Another connection to a library that is open already, for the calling thread."""
    database = LibraryFile(path)
    database.connect()
    return database


def version(database: LibraryFile) -> int:
    """The schema's version, once SQLite has brought the file up from its journal.

    Raises LibraryError for a file whose table of tables is damaged: there it shows soonest.
    """
    database.get_tables()
    return int(database.pragma("user_version"))


def migrate(database: LibraryFile) -> None:
    """Takes the steps that are missing, each with its record in one transaction.

    Every open calls `version` first and this only when it is behind: the import alone costs more
    than opening does.
    """
    from playhouse.migrations import Runner

    from planner.storage.search import make_index

    Runner(database, str(_STEPS)).up()
    make_index(database)
    database.pragma("application_id", APPLICATION_ID)
    database.pragma("user_version", SCHEMA_VERSION)
    # So that both stand in the header, where they are looked for before opening.
    database.pragma("wal_checkpoint(truncate)")


def copy_to(database: LibraryFile, aside: Path) -> LibraryFile:
    """Copies the library into an empty file, page by page while others write; opened."""
    copy = LibraryFile(aside, {"synchronous": "full"})
    copy.connect()
    try:
        with in_words(aside):
            database.connection().backup(copy.connection())
        # No journal beside it from here: what is to be renamed must be whole by itself.
        copy.pragma("journal_mode", "delete")
    except BaseException:
        copy.close()
        raise
    return copy


def close(database: LibraryFile) -> None:
    """Ends the connection; what is in the journal goes into the file first, as far as it can."""
    if database.is_closed():
        return
    with suppress(LibraryError, peewee.PeeweeException):
        # Another connection may still read; then the last one to close does it.
        database.timeout = 0
        database.pragma("wal_checkpoint(truncate)")
    with in_words(database.path):
        database.close()


def check(database: LibraryFile, *, thorough: bool = False) -> tuple[str, ...]:
    """What is wrong with the file, a line each; empty when it is sound.

    Reads every page (a few hundredths of a second for ten thousand people), so it is not part of
    opening. `thorough` also holds every index against its table.
    """
    found = []
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        for (line,) in database.execute_sql(f"PRAGMA {pragma}").fetchall():
            if line != "ok":
                found.append(str(line))
        for table, row, target, _ in database.execute_sql("PRAGMA foreign_key_check").fetchall():
            found.append(f"{table} {row} belongs to a {target} that is not there")
    except (LibraryError, sqlite3.Error) as error:
        found.append(str(error))
    return tuple(found)
