"""People met at an event, as rows of a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from planner.domain.met_names import Met
from planner.domain.people import Person
from planner.journeys.who_was_met import Acquaintances
from ui import theme
from ui.models.people import about
from ui.models.rows import RowModel, spoken
from ui.portraits import Portraits
from ui.widgets.two_lines import Role


class PeopleMetModel(RowModel[Met]):
    """A row a person: the name, their work, and at the right whether they are known or new."""

    def __init__(
        self, known: Acquaintances, portraits: Portraits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._portraits = portraits

    @property
    def met(self) -> tuple[Met, ...]:
        return tuple(self.rows)

    def put(self, row: int, met: Met) -> None:
        """Somebody in the row turned out to be `met`."""
        self.rows[row] = met
        self.dataChanged.emit(self.index(row), self.index(row))

    def take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.rows[row]
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

    def cell(self, met: Met, role: int) -> Any:
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
            return spoken(met.name, self.told(met), self._standing(met))
        return None
