"""One of the user's calendars: its name, what was read of it and when, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.calendar_reads import SAMPLE
from ui import calendar_wording as wording
from ui.calendars import Standing
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.text import ElidedText, Text


class CalendarRow(QWidget):
    """Tells how it stands with one calendar; its words change, its buttons stay.

    Signals:
        removed(str): the user wants this one, by its path, to be looked into no more.
        left_out_wanted(str): the user wants to see what was not read of it.
    """

    removed = Signal(str)
    left_out_wanted = Signal(str)

    def __init__(self, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendar-row")
        self.path = path
        name = wording.called(path)
        name = name[:1].upper() + name[1:] if path == SAMPLE else name
        head = ElidedText(name, "strong")
        head.setObjectName("calendar-name")
        folder = ElidedText("" if path == SAMPLE else wording.lies_in(path), "small")
        folder.setObjectName("calendar-folder")
        self.remove = button(self.tr("Remove"), self._on_remove, "quiet", "calendar-remove")
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=name))
        self._figures = Text("", "soft")
        self._figures.setObjectName("calendar-figures")
        self._advice = Text("", "alert")
        self._advice.setObjectName("calendar-advice")
        self._left_out = button("", self._on_left_out, "link", "calendar-left-out")
        self._left_out.setProperty("flush", True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (head, folder, self._figures, self._advice):
            words.addWidget(part)
        words.addLayout(row(self._left_out, None))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addLayout(words, 1)
        across.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        folder.setVisible(path != SAMPLE)  # now that it lies in something: no window of its own

    def show_standing(self, standing: Standing, session: Session) -> None:
        """Says how it stands now."""
        left_out = len(standing.read.skipped) if standing.read is not None else 0
        advice = wording.advice(standing, session)
        if left_out == 1 and advice:
            left_out = 0  # it says that already
        self._say(self._figures, wording.figures(standing, session))
        self._say(self._advice, advice)
        self._left_out.setText(wording.left_out(left_out))
        self._left_out.setVisible(bool(left_out))

    def _say(self, label: Text, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    def _on_remove(self) -> None:
        self.removed.emit(self.path)

    def _on_left_out(self) -> None:
        self.left_out_wanted.emit(self.path)
