"""The questions of the library as rows of a list, under their guides and phases."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from planner.domain.finding_questions import Line, Which
from ui.models.rows import RowModel, spoken
from ui.widgets.text import plain_tip
from ui.widgets.two_lines import Index

translate = QCoreApplication.translate


class QuestionRole(IntEnum):
    """What the model tells of a row beside its words."""

    HEAD = Qt.ItemDataRole.UserRole + 30  # whether the row is a head that cannot be chosen
    FAVOURITE = Qt.ItemDataRole.UserRole + 31
    LEFT_OUT = Qt.ItemDataRole.UserRole + 32
    ASIDE = Qt.ItemDataRole.UserRole + 33  # a word at the right


class QuestionModel(RowModel[Line | str]):
    """Heads, and below each its questions:

    =====================  ===========================================
    First 1-2-1 · Arrive   or the phase alone, where one guide is shown
    the question           with a star for a favourite, "left out", "mine"
    =====================  ===========================================
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at: dict[str, int] = {}  # row by the prompt's id

    def show_lines(self, lines: Iterable[Line], *, one_guide: bool) -> None:
        """These questions in this order; of one guide the heads name the phases alone."""
        rows: list[Line | str] = []
        head = ""
        for line in lines:
            place = line.phase_title if one_guide else line.place
            if place != head:
                rows.append(place)
                head = place
            rows.append(line)
        self.show_rows(rows)
        self._at = {one.prompt.id: n for n, one in enumerate(rows) if not isinstance(one, str)}

    def line(self, row: int) -> Line | None:
        """The question in a row; None for a head."""
        one = self.rows[row] if 0 <= row < len(self.rows) else None
        return None if isinstance(one, str) else one

    def row_of(self, prompt: str) -> int:
        """Where a question stands; -1 when it is not there."""
        return self._at.get(prompt, -1)

    @property
    def count(self) -> int:
        """How many questions are shown."""
        return len(self._at)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def cell(self, row: Line | str, role: int) -> Any:
        if isinstance(row, str):
            if role == Qt.ItemDataRole.DisplayRole:
                return row
            return True if role == QuestionRole.HEAD else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.prompt.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.prompt.text)
        if role == QuestionRole.FAVOURITE:
            return Which.FAVOURITE in row.which
        if role == QuestionRole.LEFT_OUT:
            return Which.LEFT_OUT in row.which
        if role == QuestionRole.ASIDE:
            return _aside(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            star = translate("QuestionModel", "Favourite") if Which.FAVOURITE in row.which else ""
            return spoken(row.prompt.text, star, _aside(row))
        return None


def _aside(line: Line) -> str:
    if Which.LEFT_OUT in line.which:
        return translate("QuestionModel", "Left out")
    return translate("QuestionModel", "Mine") if Which.OWN in line.which else ""
