"""What the pages share: the store, the clock, undo, and word of every change."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from planner.domain.changes import Change
from planner.domain.me import Me
from planner.errors import PlannerError
from ui.clock import Clock
from ui.portraits import Portraits

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.calendars import Calendars
    from ui.diary import UserDiary
    from ui.subscribing import Subscribing

log = logging.getLogger(__name__)

# Seconds the window waits for another program that writes. Longer would freeze it (a tenth is
# what people notice); shorter would refuse what another program is done with in a moment.
PATIENCE = 0.06

P = ParamSpec("P")
T = TypeVar("T")


class Session(QObject):
    """The store and everything pages do with it.

    Signals:
        changed(Change): something in the library is different; pages refresh what they show.
        changed_elsewhere(): another program changed the library, nobody knows what; pages take
            everything they show for out of date.
        done(str): a change the user asked for was made, in words; it can be undone.
        refused(str): the user asked for something that cannot be; the sentence says why.
        kept_after_all(str): what was refused with this sentence is kept now.
    """

    changed = Signal(object)
    changed_elsewhere = Signal()
    done = Signal(str)
    refused = Signal(str)
    kept_after_all = Signal(str)

    def __init__(self, store: Store, clock: Clock | None = None) -> None:
        super().__init__()
        self.store = store
        self.undo_stack = QUndoStack(self)
        self.portraits = Portraits(store, self)
        self.changed.connect(self.portraits.follow)  # before any page shows the change
        self.changed_elsewhere.connect(self.portraits.forget)
        self._clock = clock or Clock()
        self._refusals: dict[Callable[..., object], str] = {}  # of a journey walked in vain
        self._warned = ""  # what is wrong with the file, said once already
        store.wait_at_most(PATIENCE)

    @property
    def me(self) -> Me:
        """About me as it stands now; a command in the terminal may have changed it meanwhile."""
        return self.store.me.get()

    @property
    def zone(self) -> str:
        """The user's IANA zone: what About me says, else the machine's."""
        return self.me.zone or self._clock.local_zone()

    @cached_property
    def calendars(self) -> Calendars:
        """The user's calendars; nothing of them is read before somebody asks."""
        from ui.calendars import Calendars

        return Calendars(self)

    @cached_property
    def diary(self) -> UserDiary:
        """When the user can meet nobody: what the calendars say, and days off."""
        from ui.diary import UserDiary

        return UserDiary(self)

    @cached_property
    def subscribing(self) -> Subscribing:
        """The calendar file that other programs subscribe to, kept up to date."""
        from ui.subscribing import Subscribing

        return Subscribing(self)

    def end(self) -> None:
        """The window is closed: what is done beside it for the session ends."""
        if "subscribing" in vars(self):
            self.subscribing.end()
        if "calendars" in vars(self):
            self.calendars.stop()

    def now(self) -> datetime:
        """This moment in UTC, naive."""
        return self._clock.now()

    def wall_now(self) -> datetime:
        """This moment as the user's wall shows it, naive."""
        local = self.now().replace(tzinfo=UTC).astimezone(ZoneInfo(self.zone))
        return local.replace(tzinfo=None)

    def today(self) -> date:
        """The day it is where the user is."""
        return self.wall_now().date()

    def do(
        self,
        label: str,
        journey: Callable[Concatenate[Store, P], Change | tuple[Change, T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | T | None:
        """Walks a journey that changes something, undoable under `label`.

        Returns what the journey returns beside its Change, or the Change alone. When the
        journey refuses, `refused` says why and the answer is None.
        """
        walked = self._walk(journey, *args, **kwargs)
        if walked is None:
            return None
        change, result = walked
        if change:
            self.record(label, change)
        return change if result is None else result

    def keep(
        self,
        journey: Callable[Concatenate[Store, P], Change | tuple[Change, T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | T | None:
        """As `do`, for what is saved as typed and not undone step by step."""
        walked = self._walk(journey, *args, **kwargs)
        if walked is None:
            return None
        change, result = walked
        self.announce(change)
        return change if result is None else result

    def record(self, label: str, change: Change, said: str = "", run: str = "") -> None:
        """Puts a change that is already made on the undo stack and tells everybody.

        `said` are the words of it where they are others than the step's in the menu; changes of
        one `run` that follow each other are one step of undo.
        """
        from ui.undo import UndoableChange

        self.undo_stack.push(UndoableChange(self, label, change, run))
        self.announce(change)
        self.done.emit(said or label)

    def announce(self, change: Change) -> None:
        """Tells every page what is different now; nothing is said of an empty change."""
        if not change:
            return
        self.changed.emit(change)

    def look_elsewhere(self) -> None:
        """Tells every page when a command in a terminal, say, has changed the library.

        A library that was moved away is said at once, before anybody types what has no place.
        """
        try:
            self.store.require_in_place()
        except PlannerError as refusal:
            if self._warned != str(refusal):
                self._warned = str(refusal)
                self.refused.emit(self._warned)
            return
        self._warned = ""
        try:
            changed = self.store.changed_elsewhere()
        except PlannerError:
            return  # not asked for by anybody; whoever next reads or saves is told
        if changed:
            self.changed_elsewhere.emit()

    def _walk(
        self,
        journey: Callable[Concatenate[Store, P], Change | tuple[Change, T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[Change, T | None] | None:
        try:
            outcome = journey(self.store, *args, **kwargs)
        except PlannerError as refusal:
            log.info("refused: %s", type(refusal).__name__)  # not its words: they hold names
            self._refusals[journey] = str(refusal)
            self.refused.emit(str(refusal))
            return None
        if (said := self._refusals.pop(journey, None)) and said not in self._refusals.values():
            self.kept_after_all.emit(said)
        return outcome if isinstance(outcome, tuple) else (outcome, None)
