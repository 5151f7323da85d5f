"""Looks for people who may be in the library twice, beside the window."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.duplicates import Pair
from planner.journeys.merge_people import possible_duplicates
from ui import background
from ui.session import Session

if TYPE_CHECKING:
    from planner.storage.store import Store


# Seconds it pauses about every millisecond: a thread that never does holds up the window at each
# of its calls into Qt.
BREATH = 0.0002


class Lookalikes(QObject):
    """Finds the pairs in a thread of its own; ten thousand people take it a second or two.

    Signals:
        found(list[Pair]): the pairs, the likeliest first.
        failed(str): it could not be done, in words.
    """

    found = Signal(list)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: background.Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)

    def look(self, after_ms: int = 0) -> None:
        """Looks anew in a moment; what was looked for before is dropped."""
        self.stop()
        self._soon.start(after_ms)

    def stop(self) -> None:
        """Forgets the search; nothing more is heard of it."""
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _begin(self) -> None:
        # The work knows the store alone: it may go on for a moment after this is gone.
        work = partial(_find, self._session.store)
        self._job = background.run(work, self._on_found, self._on_failed)

    def _on_found(self, pairs: list[Pair]) -> None:
        self._job = None
        self.found.emit(pairs)

    def _on_failed(self, sentence: str) -> None:
        self._job = None
        self.failed.emit(sentence)


def _find(store: Store, job: background.Job) -> list[Pair]:
    def told(done: int, of: int) -> None:
        job.tell(done, of)
        time.sleep(BREATH)

    with store.another() as own:
        return possible_duplicates(own, told)
