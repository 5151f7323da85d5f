"""What an import would do, as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeGuard

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from planner.domain.merging import Entry, Gain, Gained, ImportPlan, Refusal, Verdict
from planner.domain.people import Person
from ui import theme
from ui.widgets.two_lines import Role

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Part(StrEnum):
    """The parts of a preview."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"
    LEFT_OUT = "left-out"  # of cards that were taken


CHOSEN_FROM = frozenset({Part.NEW, Part.CHANGED})  # parts whose people can be left out


@dataclass(frozen=True, slots=True)
class Refused:
    """A card or row that was not taken, or something left out of one that was."""

    file: str
    refusal: Refusal


def rows_of(plan: ImportPlan) -> dict[Part, Sequence[Entry | Refused]]:
    """The rows of each part, in the order of the files."""
    return {
        Part.NEW: plan.of(Verdict.NEW),
        Part.CHANGED: plan.of(Verdict.CHANGED),
        Part.SAME: plan.of(Verdict.SAME),
        Part.REFUSED: tuple(Refused(file, refusal) for file, refusal in plan.refused),
        Part.LEFT_OUT: tuple(Refused(file, remark) for file, remark in plan.remarks),
    }


class ImportPreviewModel(QAbstractListModel):
    """A row a person, with what they bring or gain; or a row that was refused, with the reason.

    People who are new or gain something have a tick, at first all of them.

    Signals:
        chosen(): somebody was ticked, or their tick was taken away.
    """

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Entry | Refused] = ()
        # By id(): the preview holds the entries as long as it stands, and there may be thousands.
        self._unticked: set[int] = set()

    def show(self, rows: Sequence[Entry | Refused]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def ticked(self, rows: Sequence[Entry | Refused]) -> list[Entry]:
        """Those of the rows whose people are to be brought in."""
        return [row for row in rows if self._can_tick(row) and id(row) not in self._unticked]

    def tick_all(self, ticked: bool) -> None:
        """Ticks everybody in sight, or nobody."""
        of = {id(row) for row in self._rows if self._can_tick(row)}
        self._unticked = self._unticked - of if ticked else self._unticked | of
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.chosen.emit()

    @staticmethod
    def _can_tick(row: Entry | Refused) -> TypeGuard[Entry]:
        return isinstance(row, Entry) and row.verdict is not Verdict.SAME

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
            return _as_beginning(row.refusal.where) or self.tr("The whole file")
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
        if role == Qt.ItemDataRole.CheckStateRole and self._can_tick(row):
            kept = id(row) not in self._unticked
            return Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._name(row)}, {self._below(row)}"
        if isinstance(row, Refused):
            return Path(row.file).name if role == Role.ASIDE else None
        if role == Role.INITIALS:
            return row.person.initials
        if role == Role.HUE:
            return theme.hue_of(row.person.name)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_tick(row):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._unticked.discard(id(row))
        else:
            self._unticked.add(id(row))
        self.dataChanged.emit(index, index)
        self.chosen.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._can_tick(self._rows[index.row()]):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _as_beginning(where: str) -> str:
    """ "row 7" as a line begins; a file's name stays as it is."""
    return where[0].upper() + where[1:] if where.startswith(("row ", "line ")) else where
