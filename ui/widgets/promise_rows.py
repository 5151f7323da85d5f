"""Promises with a box to tick, what is due when, and who owes whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from planner.journeys.todays_page import PromiseDue
from ui import wording
from ui.widgets.text import Text


class PromiseRow(QWidget):
    """One promise.

    Signals:
        ticked(int, bool): the promise of this id was kept, or is open again.
    """

    ticked = Signal(int, bool)

    def __init__(self, due: PromiseDue, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("promise")
        promise = due.promise
        self._id = promise.id
        self._box = QCheckBox()
        self._box.setObjectName("kept")
        self._box.setChecked(promise.done_on is not None)
        line = f"{wording.due(promise, today)} · {wording.direction(promise.mine, due.person)}"
        self._box.setAccessibleName(
            self.tr("Kept: {what}, {line}").format(what=promise.text, line=line)
        )
        self._box.toggled.connect(self._on_toggled)

        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(promise.text))
        words.addWidget(Text(line, "alert" if promise.alarms(today) else "small"))
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 4, 0, 4)
        inner.setSpacing(8)
        inner.addWidget(self._box, 0, Qt.AlignmentFlag.AlignVCenter)
        inner.addLayout(words, 1)

    def _on_toggled(self, kept: bool) -> None:
        with QSignalBlocker(self._box):  # shows what is kept; the page is filled anew once it is
            self._box.setChecked(not kept)
        self.ticked.emit(self._id, kept)
