"""What an import would do, as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.merging import Entry, Gain, Gained, ImportPlan, Refusal, Verdict
from planner.domain.people import Person
from ui import theme
from ui.widgets.two_lines import Role

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Part(StrEnum):
    """The four parts of a preview."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Refused:
    file: str
    refusal: Refusal


def rows_of(plan: ImportPlan) -> dict[Part, Sequence[Entry | Refused]]:
    """The rows of each part, in the order of the files."""
    return {
        Part.NEW: plan.of(Verdict.NEW),
        Part.CHANGED: plan.of(Verdict.CHANGED),
        Part.SAME: plan.of(Verdict.SAME),
        Part.REFUSED: tuple(Refused(file, refusal) for file, refusal in plan.refused),
    }


class ImportPreviewModel(QAbstractListModel):
    """A row a person, with what they bring or gain; or a row that was refused, with the reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Entry | Refused] = ()

    def show(self, rows: Sequence[Entry | Refused]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def gain_words(self, gain: Gain) -> str:
        """What somebody known gains: "company: Acme → Beta", "e-mail: maya@harbour.example"."""
        what = {
            Gained.NAME: self.tr("name"),
            Gained.COMPANY: self.tr("company"),
            Gained.ROLE: self.tr("role"),
            Gained.CITY: self.tr("city"),
            Gained.EMAIL: self.tr("e-mail"),
            Gained.PHONE: self.tr("phone"),
            Gained.LINK: self.tr("link"),
            Gained.BIRTHDAY: self.tr("birthday"),
            Gained.CONNECTED_ON: self.tr("connected on"),
            Gained.NOTE: self.tr("note"),
            Gained.GROUP: self.tr("met at"),
        }[gain.what]
        if gain.was:
            return self.tr("{what}: {was} → {now}").format(what=what, was=gain.was, now=gain.now)
        return self.tr("{what}: {now}").format(what=what, now=gain.now)

    def _name(self, row: Entry | Refused) -> str:
        if isinstance(row, Refused):
            return row.refusal.where or self.tr("The whole file")
        return row.person.name

    def _below(self, row: Entry | Refused) -> str:
        if isinstance(row, Refused):
            return row.refusal.reason
        if row.verdict is Verdict.CHANGED:
            return " · ".join(self.gain_words(gain) for gain in row.gains)
        person: Person = row.person
        contact = person.emails[:1] or person.phones[:1]
        return " · ".join(part for part in (person.headline, person.city, *contact) if part)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(row)
        if role == Role.SUBTITLE:
            return self._below(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._name(row)}, {self._below(row)}"
        if isinstance(row, Refused):
            return Path(row.file).name if role == Role.ASIDE else None
        if role == Role.INITIALS:
            return row.person.initials
        if role == Role.HUE:
            return theme.hue_of(row.person.name)
        return None
