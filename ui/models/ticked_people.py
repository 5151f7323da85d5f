"""People to choose several of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.models.people_by_name import PeopleByName
from ui.portraits import Portraits
from ui.widgets.two_lines import Index

TICK = Qt.ItemDataRole.CheckStateRole


class TickedPeople(PeopleByName):
    """People by name with a tick.

    Signals:
        ticked(): somebody was ticked, or it was taken back.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget, portraits: Portraits | None = None) -> None:
        super().__init__(parent, portraits)
        self._ticks: dict[int, None] = {}  # in the order they were ticked

    @property
    def all_ticked(self) -> bool:
        """Whether everybody in sight is ticked."""
        return bool(self.shown) and all(id in self._ticks for id in self.shown)

    def ticks(self) -> list[int]:
        return list(self._ticks)

    def show_ticks(self, people: Iterable[int]) -> None:
        """Ticks these, in their order, and nobody else."""
        self._ticks = dict.fromkeys(people)
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [TICK])
        self.ticked.emit()

    def turn(self, index: Index) -> None:
        """Ticks somebody, or takes it back."""
        ticked = self.person(index.row()).id in self._ticks
        self.setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, TICK)

    def tick_shown(self, ticked: bool) -> None:
        for id in self.shown:
            self._ticks.pop(id, None)
            if ticked:
                self._ticks[id] = None
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [TICK])
        self.ticked.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == TICK and index.isValid():
            ticked = self.person(index.row()).id in self._ticks
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(
        self,
        index: QModelIndex | QPersistentModelIndex,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != TICK or not index.isValid():
            return False
        id = self.person(index.row()).id
        self._ticks.pop(id, None)
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticks[id] = None
        self.dataChanged.emit(index, index, [TICK])
        self.ticked.emit()
        return True
