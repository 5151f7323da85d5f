"""Things in a list, a row each: what all such models have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from ui.widgets.two_lines import Index

T = TypeVar("T")


class RowModel(QAbstractListModel, Generic[T]):
    """A row for each of `rows`, which `show_rows` replaces; `cell` says what it shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[T] = []

    def show_rows(self, rows: Iterable[T]) -> None:
        """These and no others, in this order."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def cell(self, row: T, role: int) -> Any:
        """What one tells in a role; None for nothing."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.cell(self.rows[index.row()], role) if index.isValid() else None


def spoken(*parts: str) -> str:
    """What is read aloud of a row: its parts that have words, one after the other."""
    return ", ".join(part for part in parts if part)
