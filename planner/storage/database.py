"""The connection to a library file, and the PRAGMAs it is opened with.

Whatever goes wrong with the file leaves as a `LibraryError` in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import peewee

from planner.errors import LibraryBusy, LibraryError
from planner.storage import open_files
from planner.storage.faults import in_words
from planner.storage.open_files import Identity, identity

if TYPE_CHECKING:
    from planner.storage.cipher import Key

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

# SQLite would else make an empty file where a library was moved away.
FOR_WRITING = "mode=rw"
# Leaves the file and its folder untouched: no journal, no lock. For a file nobody writes.
FOR_A_LOOK = "mode=ro&immutable=1"


class LibraryFile(peewee.SqliteDatabase):
    """One connection to a library file, for the thread that opened it.

    Raises `LibraryBusy` or `LibraryError` in words instead of the driver's errors; what remains
    (a broken reference, a wrong query) is peewee's. An encrypted file opens with its `key`, which
    raises LibraryLocked when it is another's.
    """

    def __init__(
        self,
        path: Path,
        pragmas: dict[str, Any] = PRAGMAS,
        mode: str = FOR_WRITING,
        key: Key | None = None,
    ) -> None:
        address = f"{path.absolute().as_uri()}?{mode}"
        super().__init__(address, pragmas=pragmas, timeout=PATIENCE, autoconnect=False, uri=True)
        self.path = path
        self.key = key
        self.resting = False  # set while the file is written anew under another key
        self._identity: Identity | None = None
        self._since = object()  # another one for each connection: they count for themselves
        self._open: Identity | None = None  # what a connection stands to, while one stands
        self._journal: Identity | None = None  # once this connection has written

    def connect(self, reuse_if_open: bool = False) -> bool:
        self.require_awake()
        # Looked at before: of a file that is replaced meanwhile nothing would else be noticed.
        self._identity = identity(self.path)
        with in_words(self.path, locked=self.key is not None):
            return bool(super().connect(reuse_if_open))

    def _connect(self) -> Any:
        file = self._identity
        open_files.begin(file)
        try:
            made = self._connected()
        except BaseException:
            open_files.end(file)
            raise
        self._open = file
        self._since = object()
        return made

    def _close(self, connection: Any) -> None:
        super()._close(connection)  # type: ignore[misc]
        file, self._open = self._open, None
        open_files.end(file)

    def cursor(self, named_cursor: str | None = None) -> Any:
        self.require_awake()
        return super().cursor(named_cursor)

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        with in_words(self.path):
            return super().execute_sql(sql, params)

    def begin(self, lock_type: str | None = None) -> None:
        self.require_in_place()
        self._follow_journal()
        with in_words(self.path):
            super().begin(lock_type or "IMMEDIATE")
        self._journal = identity(self._journal_path)
        try:
            self.require_in_place()  # it may have been replaced while this waited for the lock
        except LibraryError:
            self.rollback()
            raise

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

    def as_of(self) -> tuple[object, int, int]:
        """Which state the file is in: another one once this or another connection has written."""
        return self._since, data_version(self), int(self.connection().total_changes)

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
        except self.connection().IntegrityError as error:
            raise peewee.IntegrityError(str(error)) from error

    @property
    def _journal_path(self) -> Path:
        real = self.path.resolve()  # it lies beside the file itself, not beside a link to it
        return real.with_name(f"{real.name}-wal")

    def _follow_journal(self) -> None:
        """Connects anew when the journal was taken from under this connection.

        Somebody cleared it away; or something read the library's bytes in this process without
        `open_files`, so that another program took itself for the last one and deleted it. SQLite
        would go on writing to the journal that is gone: saved, until the program ends. What was
        written before is in the file, or goes there now.
        """
        if self._journal is not None and identity(self._journal_path) != self._journal:
            self._journal = None
            self.close()
            self.connect()

    def _connected(self) -> Any:
        if self.key is None:
            return super()._connect()  # type: ignore[misc]
        from planner.storage import cipher

        options = {"timeout": self.timeout, **self.connect_params}
        made = cipher.connect(self.database, self.key, **options)
        try:
            made.execute("SELECT count(*) FROM sqlite_master").fetchall()  # a wrong key shows here
            self._add_conn_hooks(made)  # type: ignore[attr-defined]  # the PRAGMAs
        except BaseException:
            made.close()
            raise
        return made

    def require_awake(self) -> None:
        """Raises LibraryBusy while the file is written anew under another key."""
        if self.resting:
            raise LibraryBusy(
                f"The library {self.path} is being written anew just now. Try again in a moment."
            )

    def require_in_place(self) -> None:
        """Raises LibraryError when the file was moved away or replaced since it was opened.

        SQLite would go on writing to the file that is gone, and it would look saved.
        """
        if identity(self.path) != self._identity:
            raise LibraryError(
                f"The library {self.path} was moved, replaced or deleted while it was open, so "
                "nothing can be saved in it. Put it back and try again; or start the program again "
                "to open what lies there now."
            )


def data_version(database: LibraryFile) -> int:
    """A number that is another one once another connection has changed the file."""
    return int(database.pragma("data_version"))


def connect(path: Path, key: Key | None = None) -> LibraryFile:
    """Another connection to a library that is open already, for the calling thread."""
    database = LibraryFile(path, key=key)
    database.connect()
    return database


def settle_references_late(database: LibraryFile) -> None:
    """In this transaction a record may come before the one it belongs to."""
    database.pragma("defer_foreign_keys", 1)


def close(database: LibraryFile) -> None:
    """Ends the connection; what it wrote to the journal goes into the file first, as far as it can.

    One that only read leaves the journal alone: emptying it looks like a change to all others.
    """
    if database.is_closed():
        return
    if database.connection().total_changes:
        with suppress(LibraryError, peewee.PeeweeException):
            # Another connection may still read; then the last one to close does it.
            database.timeout = 0
            database.pragma("wal_checkpoint(truncate)")
    with in_words(database.path):
        database.close()
