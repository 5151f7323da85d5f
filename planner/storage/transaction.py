"""Transactions, and what each did to the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from planner.domain.changes import Change, Edit
from planner.errors import LibraryError
from planner.storage.database import LibraryFile


class Transaction:
    """A stretch of work that is kept as a whole or not at all; `change` once it is kept."""

    def __init__(self) -> None:
        self._change: Change | None = None

    @property
    def change(self) -> Change:
        """What the transaction did. Only after its block: before, it may still not happen."""
        if self._change is None:
            raise RuntimeError("The change is known after the transaction's block, not inside.")
        return self._change

    def finish(self, change: Change) -> None:
        self._change = change


class Ledger:
    """Runs the transactions of one connection and notes every edit they make.

    `before_commit` gets the edits while the transaction can still write (the search index).
    """

    def __init__(
        self, database: LibraryFile, before_commit: Callable[[Sequence[Edit]], None]
    ) -> None:
        self.database = database
        self._before_commit = before_commit
        self._edits: list[Edit] = []

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """BEGIN IMMEDIATE, so that waiting for another writer happens before anything is read.

        One inside another joins it: a savepoint, so that an error caught in between takes back
        the inner one alone, and an error nobody catches takes back everything.
        """
        work = Transaction()
        begun = len(self._edits)
        outermost = not self.database.in_transaction()
        try:
            with self.database.atomic():
                yield work
                if outermost:
                    self._before_commit(self._edits)
            work.finish(Change(tuple(self._edits[begun:])))
        except BaseException:
            del self._edits[begun:]
            raise
        if outermost:
            self._edits.clear()

    def record(self, edits: Sequence[Edit]) -> None:
        """Notes edits that were just made."""
        self._edits.extend(edits)

    def noted(self) -> tuple[Edit, ...]:
        """The edits of the running transaction so far."""
        return tuple(self._edits)

    def require(self) -> None:
        """Raises RuntimeError outside a transaction: a write there would not be undoable."""
        if not self.database.in_transaction():
            raise RuntimeError("The library is written inside `with store.transaction()` alone.")
        if not self.database.running:
            raise LibraryError(
                "Saving has failed before, so nothing of this was saved. Try it all again."
            )
