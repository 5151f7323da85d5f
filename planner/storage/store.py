"""The store: everything the library keeps, and the transactions that change it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from planner.domain.changes import Change, Edit, Kind
from planner.storage import checking, database
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
    from planner.domain.me import Me
    from planner.domain.places import Surroundings
    from planner.domain.synonyms import Synonyms
    from planner.domain.who_helps import WhoHelps
    from planner.storage.aliases import Aliases
    from planner.storage.apart import Aparts
    from planner.storage.cipher import Key, Secret
    from planner.storage.conversations import Answers, Conversations
    from planner.storage.groups import Attendances, Events, Groups
    from planner.storage.matching import Matching
    from planner.storage.network import Asks, Introductions, Trips
    from planner.storage.photos import Photos
    from planner.storage.questions import Marks, OwnGuides, OwnPrompts
    from planner.storage.search import Search
    from planner.storage.soundness import Soundness


class Store:
    """An open library, for the thread that opened it.

    A worker calls `another()` in its own thread and closes what it gets there. Everything raises
    LibraryError in words when the file cannot be read or written, LibraryBusy when another
    program has held it for five seconds.
    """

    def __init__(self, file: LibraryFile) -> None:
        self.file = file
        self.path: Path = file.path
        # What was worked out and is held as long as the library is open, by name; workers share
        # it, so that each takes and sets whole values alone.
        self.carried: dict[str, object] = {}
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

    def matching(self) -> Matching:
        """Matches words to words over the library as it is now."""
        from planner.storage.matching import Matching

        return Matching(self.search, self.people.count())

    @cached_property
    def who_helps(self) -> WhoHelps:
        from planner.storage.matching import who_helps

        return who_helps()

    @cached_property
    def soundness(self) -> Soundness:
        from planner.storage.soundness import Soundness

        return Soundness(self._ledger, self.search)

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
        from planner.storage.photos import Photos

        return Photos(self._ledger)

    @cached_property
    def apart(self) -> Aparts:
        from planner.storage.apart import Aparts

        return Aparts(self._ledger)

    @cached_property
    def aliases(self) -> Aliases:
        from planner.storage.aliases import Aliases

        return Aliases(self._ledger)

    @cached_property
    def trips(self) -> Trips:
        from planner.storage.network import Trips

        return Trips(self._ledger)

    @cached_property
    def asks(self) -> Asks:
        from planner.storage.network import Asks

        return Asks(self._ledger)

    @cached_property
    def introductions(self) -> Introductions:
        from planner.storage.network import Introductions

        return Introductions(self._ledger)

    @cached_property
    def own_guides(self) -> OwnGuides:
        from planner.storage.questions import OwnGuides

        return OwnGuides(self._ledger)

    @cached_property
    def own_prompts(self) -> OwnPrompts:
        from planner.storage.questions import OwnPrompts

        return OwnPrompts(self._ledger)

    @cached_property
    def marks(self) -> Marks:
        from planner.storage.questions import Marks

        return Marks(self._ledger)

    @property
    def synonyms(self) -> Synonyms:
        """Words of work that mean nearly the same, read when they are first asked for."""
        from planner.storage.synonym_list import synonyms

        return synonyms()

    def surroundings(self, me: Me) -> Surroundings:
        """What is near what for the user; the table of towns is read when that is first asked."""
        from planner.storage.town_list import surroundings

        return surroundings(me)

    @classmethod
    def open(
        cls, path: Path | str, *, create: bool = True, passphrase: Secret | None = None
    ) -> Store:
        """Opens the library at `path`; makes it first where there is none and `create`.

        Raises LibraryError in words, the file left as it was, when it is not a library this
        program can use; LibraryLocked when it is encrypted and the passphrase is missing or wrong.
        A plain library opens with any.
        """
        path = Path(path).absolute()
        return cls(open_library(path, create=create, passphrase=passphrase))

    @property
    def encrypted(self) -> bool:
        """Whether the library on the disk can be read with its passphrase alone."""
        return self.file.key is not None

    @property
    def key(self) -> Key | None:
        """What opens the library and its backups in place of the passphrase; None: it is plain."""
        return self.file.key

    def another(self) -> Store:
        """The same library through a connection of its own, for the calling thread."""
        self.file.require_awake()
        store = Store(database.connect(self.path, self.file.key))
        store.carried = self.carried
        return store

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

    def check(self, *, thorough: bool = False, references: bool = True) -> tuple[str, ...]:
        """What is wrong with the file, a line each; empty when it is sound.

        Without `references` a record that belongs to nothing is let pass.
        """
        return checking.check(self.file, thorough=thorough, references=references)

    def wait_at_most(self, seconds: float) -> None:
        """How long this connection waits for another that writes, before it raises LibraryBusy.

        Five seconds unless said otherwise; `another()` always waits those.
        """
        self.file.timeout = seconds

    def require_in_place(self) -> None:
        """Raises LibraryError when the file was moved away, replaced or deleted while open."""
        self.file.require_in_place()

    def changed_elsewhere(self) -> bool:
        """Whether another connection changed the library since this was last asked, or opened.

        Another program's or a worker's, but never what this store changed itself. Says so as
        well where another connection, in closing, only moved the journal into the file.
        """
        before, self._data_version = self._data_version, database.data_version(self.file)
        return before != self._data_version

    def as_of(self) -> object:
        """Stands for the library as it is now: equal to an earlier one of this store only while
        nothing was written in between, by whomever. Never equal to another store's.
        """
        return self.file.as_of()

    def rest(self) -> None:
        """Lets go of the file, so that it can be written anew under another key.

        Until `take_up`, whatever wants to read or write raises LibraryBusy.
        """
        from gc import collect

        database.close(self.file)
        self.file.resting = True
        collect()  # a cursor that only rubbish still holds keeps the file open

    def take_up(self, key: Key | None) -> None:
        """Opens the file again after a rest; it has this key now."""
        self.file.resting = False
        self.file.key = key
        self.file.connect()
        self._data_version = database.data_version(self.file)

    def close(self) -> None:
        """Ends the connection; closing twice does nothing."""
        if "search" in vars(self) and not self.file.is_closed():
            self.search.complete()
        database.close(self.file)

    def _before_commit(self, edits: Sequence[Edit]) -> None:
        if edits:
            if any(edit.kind is not Kind.SETTING for edit in edits):
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
