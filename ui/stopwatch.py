"""A clock that runs while somebody talks, and stands still while the computer sleeps."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

TICK = 1000  # milliseconds between two looks at the clock
LONGEST = 5.0  # seconds that may pass between two looks; more means that the computer slept


class Stopwatch(QObject):
    """Counts whole seconds; what is left over of one counts towards the next.

    `seconds` is a clock that never goes back, such as `time.monotonic`. On some systems that one
    runs on through a suspend, so a gap longer than LONGEST counts as LONGEST.

    Signals:
        ticked(): about a second has passed.
    """

    ticked = Signal()

    def __init__(
        self, parent: QObject | None = None, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._looked = 0.0
        self._rest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one skips a second at times
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def start(self) -> None:
        """Lets time pass from now on; nothing happens when it does already."""
        if not self.running:
            self._looked = self._seconds()
            self._timer.start()

    def stop(self) -> None:
        """Stands still. Take the seconds before: those since the last look are dropped."""
        self._timer.stop()
        self._rest = 0.0

    def take(self) -> int:
        """The whole seconds that passed since they were last taken; 0 while standing still."""
        if not self.running:
            return 0
        now = self._seconds()
        self._rest += min(max(now - self._looked, 0.0), LONGEST)
        self._looked = now
        whole = int(self._rest)
        self._rest -= whole
        return whole
