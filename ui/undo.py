"""A change on the undo stack: its before and after images, written back by the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand

from planner.domain.changes import Change
from planner.errors import LibraryError, PlannerError

if TYPE_CHECKING:
    from ui.session import Session


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
        if self._made and self._walk(self._session.store.revert, self._session.undo_stack.redo):
            self._made = False

    def redo(self) -> None:
        if not self._made and self._walk(
            self._session.store.reapply, self._session.undo_stack.undo
        ):
            self._made = True

    def _walk(self, step: Callable[[Change], Change], go_back: Callable[[], None]) -> bool:
        """Whether the step was made; if not, `go_back` puts the stack where it was."""
        try:
            change = step(self._change)
        except LibraryError as refusal:
            QTimer.singleShot(0, self._session.undo_stack, go_back)  # not while the stack moves
            self._session.refused.emit(str(refusal))
            return False
        except PlannerError as refusal:
            self.setObsolete(True)
            self._session.refused.emit(str(refusal))
            return False
        self._session.announce(change)
        return True
