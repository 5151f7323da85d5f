"""Guides and questions with a tick each, and one press for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ui.models.ticked_questions import TickedQuestions, TickedRow
from ui.widgets.layouts import button
from ui.widgets.row_list import RowList
from ui.widgets.ticked_rows import TickedRows


class TickedQuestionList(QWidget):
    """Space or a click on its box ticks a row; Enter does too.

    Signals:
        ticked(): another choice holds.
    """

    ticked = Signal()

    def __init__(self, name: str, said: str, parent: QWidget | None = None) -> None:
        """`name` is the list's objectName, `said` what is read aloud of it."""
        super().__init__(parent)
        self._model = TickedQuestions(self)
        self._model.ticked.connect(self._on_ticked)
        self._list = RowList(self._model)
        self._list.setObjectName(name)
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(said)
        self._list.setAccessibleDescription(self.tr("Space ticks one"))
        self._list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._list.setItemDelegate(TickedRows(self._list))
        self._turn = button("", self._on_turn, "link", f"{name}-all")
        self._turn.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list, 1)

    def show_rows(self, rows: Sequence[TickedRow], ticked: Iterable[str]) -> None:
        """These rows, of which some are ticked."""
        self._model.show(rows, ticked)
        if rows:
            self._list.setCurrentIndex(self._model.index(0))
        self._turn.setVisible(len(rows) > 1)
        self._offer()

    def ticks(self) -> frozenset[str]:
        """The ids of those ticked."""
        return self._model.ticks()

    def go_in(self) -> None:
        """Puts the keyboard on the first row."""
        self._list.setFocus()

    def _offer(self) -> None:
        some = bool(self._model.ticks())
        self._turn.setText(self.tr("Tick none") if some else self.tr("Tick all"))

    def _on_turn(self) -> None:
        self._model.tick_all(on=not self._model.ticks())

    def _on_ticked(self) -> None:
        self._offer()
        self.ticked.emit()
