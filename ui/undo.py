"""A change on the undo stack: its before and after images, written back by the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand

from planner.domain.changes import Change
from planner.errors import LibraryError, PlannerError
from ui.background import beside, let_go

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.session import Session

Step = Callable[["Store", Change], tuple[Change, Change]]

RUNS = 1  # how Qt knows steps that may be of one run
MANY = 500  # edits, which take about 40 ms; more are walked beside the window


class UndoableChange(QUndoCommand):
    """A change that was already made when it is pushed, so the first redo does nothing.

    A change that can no longer be taken back (something later leans on it) says so and leaves
    the stack, rather than standing there as an undo that never works. One that the library file
    is in the way of (busy, disk full) says so and stays where it was, to be tried again.
    Changes of one `run`, made one right after the other, are taken back in one step.
    """

    def __init__(self, session: Session, label: str, change: Change, run: str = "") -> None:
        super().__init__(label.replace("&", "&&"))  # the menu would take a single one for a key
        self._run = run
        self._session = session
        self._change = change
        self._made = True

    def undo(self) -> None:
        if self._made and self._walk(_revert, self._session.undo_stack.redo):
            self._made = False

    def redo(self) -> None:
        if not self._made and self._walk(_reapply, self._session.undo_stack.undo):
            self._made = True

    def _walk(self, step: Step, go_back: Callable[[], None]) -> bool:
        """Makes the step; False when that could not be, and `go_back` puts the stack back."""
        many = len(self._change.edits) > MANY
        try:
            done, kept = (beside(step) if many else step)(self._session.store, self._change)
        except LibraryError as refusal:
            QTimer.singleShot(0, self._session.undo_stack, go_back)  # not while the stack moves
            self._session.refused.emit(str(refusal))
            return False
        except PlannerError as refusal:
            self.setObsolete(True)
            self._session.refused.emit(str(refusal))
            return False
        self._session.announce(done)
        gone = [*self._change.edits, *done.edits] if many else []
        self._change, done = kept or self._change, Change()
        if gone:
            let_go(gone)
        return True

    def id(self) -> int:
        return RUNS if self._run else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, UndoableChange) or other._run != self._run or not self._made:
            return False
        self._change = self._change + other._change
        self.setText(other.text())
        return True


def _revert(store: Store, change: Change) -> tuple[Change, Change]:
    """Takes a change back; returns what was done, and the change that makes it again.

    Redo brings back what undo took away as it stood then, not as it was first made: a 1-2-1's
    SEQUENCE has perhaps grown in between, and must never shrink.
    """
    undone = store.revert(change)
    return undone, undone.reversed()


def _reapply(store: Store, change: Change) -> tuple[Change, Change]:
    redone = store.reapply(change)
    return redone, redone
