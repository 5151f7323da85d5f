"""A time of the day."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QLocale, QTime, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTimeEdit, QWidget

from ui.widgets.inputs import leave_wheel_to_page, set_text_in

PAUSE = 400  # milliseconds without a key, after which a time counts as typed


class TimeInput(QTimeEdit):
    """Hours and minutes, as they are written where the user is.

    Signals:
        finished(): the user is done with it, changed or not.
        settled(): the user paused on another time.
    """

    finished = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        set_text_in(self)
        leave_wheel_to_page(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self.timeChanged.connect(self._pause.start)
        self.editingFinished.connect(self._on_finished)

    def value(self) -> time:
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def show_value(self, value: time) -> None:
        if value != self.value():
            self.setTime(QTime(value.hour, value.minute))
            self._pause.stop()

    def _on_finished(self) -> None:
        self._pause.stop()
        self.finished.emit()

    def _on_pause(self) -> None:
        if self.isVisible():
            self.settled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing over the whole of it begins at the hours; Qt would swallow it."""
        if event.text().isprintable() and self.lineEdit().selectedText() == self.text():
            self.setSelectedSection(self.sectionAt(0))
        super().keyPressEvent(event)
