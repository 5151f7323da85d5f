"""A change on the undo stack: its before and after images, written back by the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand

from planner.domain.changes import Change
from planner.errors import LibraryError, PlannerError
from ui.background import beside

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.session import Session

MANY = 500  # edits, which take about 40 ms; more are walked beside the window


class UndoableChange(QUndoCommand):
    """A change that was already made when it is pushed, so the first redo does nothing.

    A change that can no longer be taken back (something later leans on it) says so and leaves
    the stack, rather than standing there as an undo that never works. One that the library file
    is in the way of (busy, disk full) says so and stays where it was, to be tried again.
    """

    def __init__(self, session: Session, label: str, change: Change) -> None:
        super().__init__(label.replace("&", "&&"))  # the menu would take a single one for a key
        self._session = session
        self._change = change
        self._made = True

    def undo(self) -> None:
        stack = self._session.undo_stack
        if self._made and (undone := self._walk(_revert, stack.redo)) is not None:
            self._made = False
            # Redo brings back what undo took away as it stood then, not as it was first made:
            # a 1-2-1's SEQUENCE has perhaps grown in between, and must never shrink.
            self._change = undone.reversed() or self._change

    def redo(self) -> None:
        stack = self._session.undo_stack
        if not self._made and (redone := self._walk(_reapply, stack.undo)) is not None:
            self._made = True
            self._change = redone or self._change

    def _walk(
        self, step: Callable[[Store, Change], Change], go_back: Callable[[], None]
    ) -> Change | None:
        """What the step did; None when it was not made, and `go_back` puts the stack back."""
        if len(self._change.edits) > MANY:
            step = beside(step)
        try:
            change = step(self._session.store, self._change)
        except LibraryError as refusal:
            QTimer.singleShot(0, self._session.undo_stack, go_back)  # not while the stack moves
            self._session.refused.emit(str(refusal))
            return None
        except PlannerError as refusal:
            self.setObsolete(True)
            self._session.refused.emit(str(refusal))
            return None
        self._session.announce(change)
        return change


def _revert(store: Store, change: Change) -> Change:
    return store.revert(change)


def _reapply(store: Store, change: Change) -> Change:
    return store.reapply(change)
