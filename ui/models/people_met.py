"""People met at an event, as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.met_names import Met
from planner.domain.people import Person
from planner.journeys.who_was_met import Acquaintances
from ui import theme
from ui.models.people import about
from ui.portraits import Portraits
from ui.widgets.two_lines import Role


class PeopleMetModel(QAbstractListModel):
    """A row a person: the name, their work, and at the right whether they are known or new."""

    def __init__(
        self, known: Acquaintances, portraits: Portraits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._portraits = portraits
        self._met: list[Met] = []

    @property
    def met(self) -> tuple[Met, ...]:
        return tuple(self._met)

    def show(self, met: Sequence[Met]) -> None:
        """These people, in this order."""
        self.beginResetModel()
        self._met = list(met)
        self.endResetModel()

    def put(self, row: int, met: Met) -> None:
        """Somebody in the row turned out to be `met`."""
        self._met[row] = met
        self.dataChanged.emit(self.index(row), self.index(row))

    def take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._met[row]
        self.endRemoveRows()

    def told(self, met: Met) -> str:
        """Their work, or where they are to be found."""
        if met.person:
            return about(self._known.person(met.person))
        email = met.email if met.email != met.name else ""
        return " · ".join(part for part in (met.role, met.company, email) if part)

    def _standing(self, met: Met) -> str:
        if met.namesakes:
            return self.tr("Which one?")
        return self.tr("Known") if met.person else self.tr("New")

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._met)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        met = self._met[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return met.name
        if role == Role.SUBTITLE:
            return self.told(met)
        if role == Role.INITIALS:
            return Person(name=met.name).initials
        if role == Role.HUE:
            return theme.hue_of(met.name)
        if role == Role.PORTRAIT:
            return self._portraits.of(met.person) if met.person else None
        if role == Role.ASIDE:
            return self._standing(met)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (met.name, self.told(met), self._standing(met))
            return ", ".join(part for part in told if part)
        return None
