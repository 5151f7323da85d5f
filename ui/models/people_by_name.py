"""People as rows to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from ui.models.people import PeopleModel
from ui.widgets.two_lines import Index, Role


class PeopleByName(PeopleModel):
    """People by name, without how warm it is between them and the user."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Role.DOT, Qt.ItemDataRole.ToolTipRole):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (
                super().data(index, Qt.ItemDataRole.DisplayRole),
                super().data(index, Role.SUBTITLE),
            )
            return ", ".join(part for part in told if part)
        return super().data(index, role)
