"""Writing the open library anew under another key, beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from planner.errors import PlannerError
from planner.journeys.encrypt_library import Key
from ui import background
from ui.session import Session


class Rewriting(QObject):
    """Lets the store rest while `work` rewrites its file, and opens it again with what came of it.

    Nothing else in the window changes: the pages and the steps to undo stay as they are.

    Signals:
        done(): the library is open again, under its new key or none.
        refused(str): it is open again as it was; the sentence says why.
    """

    done = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = session.store

    def start(self, work: Callable[[], Key | None]) -> None:
        """`work` returns the key that opens the library from now on."""
        try:
            self._store.rest()
        except PlannerError as refusal:
            self._store.take_up(self._store.key)
            self.refused.emit(str(refusal))
            return

        def write(job: background.Job) -> tuple[Key | None]:
            return (work(),)

        background.run(write, self._on_written, self._on_refused)

    def _on_written(self, written: tuple[Key | None]) -> None:
        if self._take_up(written[0]):
            self.done.emit()

    def _on_refused(self, sentence: str) -> None:
        if self._take_up(self._store.key):
            self.refused.emit(sentence)

    def _take_up(self, key: Key | None) -> bool:
        try:
            self._store.take_up(key)
        except PlannerError as refusal:
            self.refused.emit(str(refusal))
            return False
        return True
