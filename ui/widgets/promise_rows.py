"""Promises with a box to tick, what is due when, and who owes whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.promises import Promise
from planner.journeys.todays_page import PromiseDue
from ui import wording
from ui.widgets.text import Text
from ui.widgets.tick import Tick


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
        line = f"{wording.due(promise, today)} · {wording.direction(promise.mine, due.person)}"
        read_as = self.tr("Kept: {what}, {line}").format(what=promise.text, line=line)
        box = Tick(promise, "kept", read_as)
        box.ticked.connect(self._on_ticked)

        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(promise.text))
        words.addWidget(Text(line, "alert" if promise.alarms(today) else "small"))
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 4, 0, 4)
        inner.setSpacing(8)
        inner.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        inner.addLayout(words, 1)

    def _on_ticked(self, promise: Promise, kept: bool) -> None:
        self.ticked.emit(promise.id, kept)
