"""Backups as rows of a list, filled in as each is looked into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.backups import Contents
from planner.journeys.restore_library import Candidate
from ui import backup_wording as wording
from ui.widgets.two_lines import Role


@dataclass(frozen=True, slots=True)
class Seen:
    """A file somebody may go back to, and what came of a look into it.

    Neither `contents` nor `wrong` before the look; `wrong` says why nobody can go back to it, or,
    of one that is `locked`, that it opens with its passphrase alone.
    """

    candidate: Candidate
    contents: Contents | None = None
    wrong: str = ""
    locked: bool = False

    @property
    def looked(self) -> bool:
        return self.contents is not None or bool(self.wrong)


class BackupModel(QAbstractListModel):
    """A row a backup: when it was made, what is in it, how large it is."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._seen: list[Seen] = []

    def show(self, candidates: Sequence[Candidate]) -> None:
        self.beginResetModel()
        self._seen = [Seen(candidate) for candidate in candidates]
        self.endResetModel()

    def add_first(self, candidate: Candidate) -> None:
        """A file that was chosen, above the others."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._seen.insert(0, Seen(candidate))
        self.endInsertRows()

    def seen(self, row: int) -> Seen:
        return self._seen[row]

    def newest_backup(self) -> int:
        """The row of the newest backup proper, what was put aside left out; else the first."""
        rows = (row for row, seen in enumerate(self._seen) if seen.candidate.backup is not None)
        return next(rows, 0)

    def row_of(self, candidate: Candidate) -> int:
        """Where a file stands; -1 where it does not."""
        rows = (row for row, seen in enumerate(self._seen) if seen.candidate == candidate)
        return next(rows, -1)

    def unseen(self, first: int) -> Candidate | None:
        """The next file to look into: that at the row `first`, else from the top."""
        order = [first] if 0 <= first < len(self._seen) else []
        for row in (*order, *range(len(self._seen))):
            if not self._seen[row].looked:
                candidate: Candidate = self._seen[row].candidate
                return candidate
        return None

    def tell(self, found: Seen) -> None:
        """What a look into a file found."""
        row = self.row_of(found.candidate)
        if row >= 0:
            self._seen[row] = found
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _below(self, seen: Seen) -> str:
        if seen.locked:
            return self.tr("Encrypted with a passphrase of its own")
        if seen.wrong:
            return self.tr("Not sound: nobody can go back to it")
        if seen.contents is None:
            return self.tr("Looking into it…")
        return wording.figures(seen.contents)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._seen)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        seen = self._seen[index.row()]
        made = wording.when(seen.candidate.made, self._today)
        if role == Qt.ItemDataRole.DisplayRole:
            return made
        if role == Role.SUBTITLE:
            return self._below(seen)
        if role == Role.ASIDE:
            return wording.what(seen.candidate)
        if role == Role.DOT:
            return "ember" if seen.wrong and not seen.locked else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return seen.candidate.path.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (made, wording.what(seen.candidate), self._below(seen))
            return ", ".join(part for part in told if part)
        return None
