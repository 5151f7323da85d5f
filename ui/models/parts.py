"""What files bring, one part at a time, as rows that may have a tick, for lists to choose in."""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
P = TypeVar("P")
P_contra = TypeVar("P_contra", contravariant=True)


class Ticks(Protocol[P_contra]):
    """What is wanted of each part."""

    def count(self, part: P_contra) -> int: ...

    def is_ticked(self, part: P_contra, row: int) -> bool: ...

    def tick(self, part: P_contra, row: int, *, on: bool) -> None: ...

    def tick_all(self, part: P_contra, *, on: bool) -> None: ...


class PartModel(QStringListModel, Generic[P]):
    """The rows of the part in sight, with a tick where one can choose; `data` tells the rest.

    The strings of the model it is made of are empty and stand for the rows: a list asks for their
    number several times a row to lay itself out, and a hundred thousand answers from Python
    would hold up the window.

    Signals:
        chosen(): something was ticked, or a tick taken away.
    """

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of: tuple[Ticks[P], P] | None = None
        self._can_be_ticked = False

    def show_part(self, ticks: Ticks[P], part: P, *, tickable: bool) -> None:
        """Shows a part, `tickable` if one can choose from it."""
        self._of, self._can_be_ticked = (ticks, part), tickable
        self.setStringList([""] * ticks.count(part))

    def tick_all(self, *, on: bool) -> None:
        """Ticks everything in sight, or nothing."""
        if self._of is not None:
            ticks, part = self._of
            ticks.tick_all(part, on=on)
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            self.chosen.emit()

    def tick_of(self, index: Index) -> Qt.CheckState | None:
        """The tick of a row; None where it has none to give."""
        if self._of is None or not (index.isValid() and self._can_be_ticked):
            return None
        ticks, part = self._of
        ticked = ticks.is_ticked(part, index.row())
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self._of is None or not index.isValid():
            return False
        if not self._can_be_ticked:
            return False
        ticks, part = self._of
        ticks.tick(part, index.row(), on=Qt.CheckState(value) is Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.chosen.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and self._can_be_ticked:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags
