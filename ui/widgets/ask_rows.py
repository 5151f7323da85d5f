"""Asks with a box to tick: what is looked for, by whom, and what came of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from planner.journeys.follow_ups_page import AskOf
from ui import pair_wording
from ui.widgets.person_card import RecordButton
from ui.widgets.text import Text


class AskRow(QWidget):
    """One ask; its words open it.

    Signals:
        ticked(int, bool): the ask of this id was found, or is open again.
        chosen(object): open this Ask.
        removed(object): forget this Ask.
    """

    ticked = Signal(int, bool)
    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, one: AskOf, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        ask = one.ask
        self._id = ask.id
        line = pair_wording.ask_line(ask, one.person, today)
        self._box = QCheckBox()
        self._box.setObjectName("ask-kept")
        self._box.setChecked(ask.done_on is not None)
        self._box.setAccessibleName(
            self.tr("Found: {what}, {line}").format(what=ask.text, line=line)
        )
        self._box.toggled.connect(self._on_toggled)
        words = RecordButton(
            ask, ask.text, f"ask-{ask.id}", opens=self.tr("Change…"), removes=self.tr("Remove")
        )
        words.chosen.connect(self.chosen)
        words.removed.connect(self.removed)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(words)
        column.addWidget(Text(line, "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(8)
        across.addWidget(self._box, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(column, 1)

    def _on_toggled(self, found: bool) -> None:
        with QSignalBlocker(self._box):  # shows what is kept; the page is filled anew once it is
            self._box.setChecked(not found)
        self.ticked.emit(self._id, found)
