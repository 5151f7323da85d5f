"""The store: everything the library keeps, and the transactions that change it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from planner.domain.changes import Change, Edit
from planner.storage import database
from planner.storage.database import LibraryFile
from planner.storage.history import History
from planner.storage.me import AboutMe, Settings
from planner.storage.meetings import Meetings, Places, Touches
from planner.storage.memory import Memory
from planner.storage.opening import open_library
from planner.storage.people import Facts, People
from planner.storage.promises import Promises, Referrals
from planner.storage.transaction import Ledger, Transaction

if TYPE_CHECKING:
    from planner.storage.conversations import Answers, Conversations
    from planner.storage.groups import Attendances, Events, Groups
    from planner.storage.person_extras import Aparts, Photos
    from planner.storage.search import Search


class Store:
    """An open library, for the thread that opened it.

    A worker calls `another()` in its own thread and closes what it gets there. Everything raises
    LibraryError in words when the file cannot be read or written, LibraryBusy when another
    program has held it for five seconds.
    """

    def __init__(self, file: LibraryFile) -> None:
        self.file = file
        self.path: Path = file.path
        self.history = History(file)
        self._ledger = ledger = Ledger(file, self._before_commit)
        self.memory = Memory(ledger)
        self.me = AboutMe(ledger)
        self.settings = Settings(ledger)
        self.people = People(ledger)
        self.facts = Facts(ledger)
        self.touches = Touches(ledger)
        self.places = Places(ledger)
        self.meetings = Meetings(ledger)
        self.promises = Promises(ledger)
        self.referrals = Referrals(ledger)
        self._data_version = database.data_version(file)

    # What the first Today does not read is imported when it is first asked for.

    @cached_property
    def search(self) -> Search:
        from planner.storage.search import Search

        return Search(self.file)

    @cached_property
    def groups(self) -> Groups:
        from planner.storage.groups import Groups

        return Groups(self._ledger)

    @cached_property
    def events(self) -> Events:
        from planner.storage.groups import Events

        return Events(self._ledger)

    @cached_property
    def attendance(self) -> Attendances:
        from planner.storage.groups import Attendances

        return Attendances(self._ledger)

    @cached_property
    def conversations(self) -> Conversations:
        from planner.storage.conversations import Conversations

        return Conversations(self._ledger)

    @cached_property
    def answers(self) -> Answers:
        from planner.storage.conversations import Answers

        return Answers(self._ledger)

    @cached_property
    def photos(self) -> Photos:
        from planner.storage.person_extras import Photos

        return Photos(self._ledger)

    @cached_property
    def apart(self) -> Aparts:
        from planner.storage.person_extras import Aparts

        return Aparts(self._ledger)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True) -> Store:
        """Opens the library at `path`; makes it first where there is none and `create`.

        Raises LibraryError in words, the file left as it was, when it is not a library this
        program can use.
        """
        return cls(open_library(Path(path).absolute(), create=create))

    def another(self) -> Store:
        """The same library through a connection of its own, for the calling thread."""
        return Store(database.connect(self.path))

    def transaction(self) -> AbstractContextManager[Transaction]:
        """All that is written in its block is kept, or nothing is; then `.change` says what.

        One inside another joins it. Raises LibraryBusy when another program writes.
        """
        return self._ledger.transaction()

    def revert(self, change: Change) -> Change:
        """Takes a change back; PlannerError in words when that is no longer possible."""
        from planner.storage.undo import take_back

        return take_back(change, self._ledger)

    def reapply(self, change: Change) -> Change:
        """Makes a change again that was taken back."""
        from planner.storage.undo import apply

        return apply(change.edits, self._ledger)

    def check(self, *, thorough: bool = False) -> tuple[str, ...]:
        """What is wrong with the file, a line each; empty when it is sound."""
        return database.check(self.file, thorough=thorough)

    def changed_elsewhere(self) -> bool:
        """Whether another connection changed the library since this was last asked, or opened.

        Another program's or a worker's, but never what this store changed itself. Says so as
        well where another connection, in closing, only moved the journal into the file.
        """
        before, self._data_version = self._data_version, database.data_version(self.file)
        return before != self._data_version

    def close(self) -> None:
        """Ends the connection; closing twice does nothing."""
        database.close(self.file)

    def _before_commit(self, edits: Sequence[Edit]) -> None:
        if edits:
            self.memory.forget()
            self.search.follow(edits)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
