"""Pairs of people who may be one, as rows of a list."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from planner.domain.duplicates import Pair
from ui import theme
from ui.likeness_wording import reason
from ui.models.rows import RowModel
from ui.portraits import Portraits
from ui.widgets.two_lines import Role

Ids = frozenset[int]


class PairRole(IntEnum):
    """What the model tells of a row beside the roles every two-line row has: of the other one."""

    INITIALS = Qt.ItemDataRole.UserRole + 30
    HUE = Qt.ItemDataRole.UserRole + 31
    PORTRAIT = Qt.ItemDataRole.UserRole + 32


class PairModel(RowModel[Pair]):
    """A row a pair, the likeliest first: both names (one when they are the same), and why."""

    def __init__(self, portraits: Portraits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits

    def without(self, people: Collection[int], apart: Collection[Ids]) -> None:
        """Leaves out the pairs of people who are gone, and those that are said to be two."""
        self.show_rows(
            [
                pair
                for pair in self.rows
                if ids_of(pair).isdisjoint(people) and ids_of(pair) not in apart
            ]
        )

    def pair(self, row: int) -> Pair | None:
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def row_of(self, ids: Ids) -> int:
        """Where a pair stands; -1 when it is not there."""
        return next((row for row, pair in enumerate(self.rows) if ids_of(pair) == ids), -1)

    def cell(self, pair: Pair, role: int) -> Any:
        one, other = pair.person, pair.other
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name if one.name == other.name else f"{one.name} · {other.name}"
        if role == Role.SUBTITLE:
            return reason(pair.likeness)
        if role == Role.INITIALS:
            return other.initials
        if role == Role.HUE:
            return theme.hue_of(other.name)
        if role == PairRole.INITIALS:
            return one.initials
        if role == PairRole.HUE:
            return theme.hue_of(one.name)
        if role == Role.PORTRAIT:
            return self._portraits.of(other.id)
        if role == PairRole.PORTRAIT:
            return self._portraits.of(one.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{name} and {other}: {reason}")
            return words.format(name=one.name, other=other.name, reason=reason(pair.likeness))
        return None


def ids_of(pair: Pair) -> Ids:
    return frozenset((pair.person.id, pair.other.id))
