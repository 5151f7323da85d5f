"""A promise from before with its box: what, whose, and how late."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.domain.promises import Promise
from ui.widgets.kept_rows import promised
from ui.widgets.text import Text

INDENT = 27  # pixels: below a tick's words, not below its box


class Settling(QWidget):
    """Ticked where it is done.

    Signals:
        changed(): it was ticked, or the tick taken back.
    """

    changed = Signal()

    def __init__(self, promise: Promise, person: Person, today: date, *, ticked: bool) -> None:
        super().__init__()
        self.promise = promise
        self._box = QCheckBox(promise.text.replace("&", "&&"))
        self._box.setObjectName("settled")
        self._box.setChecked(ticked)
        self._box.toggled.connect(self.changed)
        below = Text(promised(promise, person, today), "small")
        below.setContentsMargins(INDENT, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._box)
        column.addWidget(below)

    @property
    def ticked(self) -> bool:
        return self._box.isChecked()
