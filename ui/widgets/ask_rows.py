"""Asks with a box to tick: what is looked for, by whom, and what came of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.asks import Ask
from planner.journeys.follow_ups_page import AskOf
from ui import pair_wording
from ui.widgets.person_card import RecordButton
from ui.widgets.text import Text
from ui.widgets.tick import Tick


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
        line = pair_wording.ask_line(ask, one.person, today)
        box = Tick(
            ask, "ask-kept", self.tr("Found: {what}, {line}").format(what=ask.text, line=line)
        )
        box.ticked.connect(self._on_ticked)
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
        across.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(column, 1)

    def _on_ticked(self, ask: Ask, found: bool) -> None:
        self.ticked.emit(ask.id, found)
