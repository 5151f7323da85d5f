"""A change on the undo stack: its before and after images, written back by the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from planner.domain.changes import Change
from planner.errors import PlannerError

if TYPE_CHECKING:
    from ui.session import Session


class UndoableChange(QUndoCommand):
    """A change that was already made when it is pushed, so the first redo does nothing.

    A change that can no longer be taken back (something later leans on it) says so and leaves
    the stack, rather than standing there as an undo that never works.
    """

    def __init__(self, session: Session, label: str, change: Change) -> None:
        super().__init__(label)
        self._session = session
        self._change = change
        self._made = True

    def undo(self) -> None:
        try:
            change = self._session.store.revert(self._change)
        except PlannerError as refusal:
            self._give_up(refusal)
            return
        self._made = False
        self._session.announce(change)

    def redo(self) -> None:
        if self._made:
            return
        try:
            change = self._session.store.reapply(self._change)
        except PlannerError as refusal:
            self._give_up(refusal)
            return
        self._made = True
        self._session.announce(change)

    def _give_up(self, refusal: PlannerError) -> None:
        self.setObsolete(True)
        self._session.refused.emit(str(refusal))
