"""Guides and questions to choose several of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.models.rows import RowModel, spoken
from ui.widgets.text import plain_tip
from ui.widgets.two_lines import Index, Role

TICK = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class TickedRow:
    """A guide or a question by its id, with a softer line below its words."""

    key: str
    words: str
    below: str


class TickedQuestions(RowModel[TickedRow]):
    """A row each, with a tick.

    Signals:
        ticked(): one was ticked, or it was taken back.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks: set[str] = set()

    def show(self, rows: Iterable[TickedRow], ticked: Iterable[str]) -> None:
        """These rows, of which some are ticked."""
        self._ticks = set(ticked)
        self.show_rows(rows)

    def ticks(self) -> frozenset[str]:
        """The ids of those ticked."""
        return frozenset(self._ticks)

    def turn(self, index: Index) -> None:
        """Ticks one, or takes it back."""
        ticked = self.rows[index.row()].key in self._ticks
        self.setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, TICK)

    def tick_all(self, *, on: bool) -> None:
        self._ticks = {row.key for row in self.rows} if on else set()
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [TICK])
        self.ticked.emit()

    def cell(self, row: TickedRow, role: int) -> Any:
        if role == TICK:
            ticked = row.key in self._ticks
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.words)
        if role == Role.SUBTITLE:
            return row.below
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row.words, row.below)
        return None

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != TICK or not index.isValid():
            return False
        key = self.rows[index.row()].key
        self._ticks.discard(key)
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticks.add(key)
        self.dataChanged.emit(index, index, [TICK])
        self.ticked.emit()
        return True
