"""Backups as rows of a list, filled in as each is looked into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from planner.domain.backups import Contents
from planner.journeys.restore_library import Candidate
from ui import backup_wording as wording
from ui.models.rows import RowModel, spoken
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


class BackupModel(RowModel[Seen]):
    """A row a backup: when it was made, what is in it, how large it is."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today

    def show(self, candidates: Sequence[Candidate]) -> None:
        self.show_rows(Seen(candidate) for candidate in candidates)

    def add_first(self, candidate: Candidate) -> None:
        """A file that was chosen, above the others."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self.rows.insert(0, Seen(candidate))
        self.endInsertRows()

    def seen(self, row: int) -> Seen:
        return self.rows[row]

    def newest_backup(self) -> int:
        """The row of the newest backup proper, what was put aside left out; else the first."""
        rows = (row for row, seen in enumerate(self.rows) if seen.candidate.backup is not None)
        return next(rows, 0)

    def row_of(self, candidate: Candidate) -> int:
        """Where a file stands; -1 where it does not."""
        rows = (row for row, seen in enumerate(self.rows) if seen.candidate == candidate)
        return next(rows, -1)

    def unseen(self, first: int) -> Candidate | None:
        """The next file to look into: that at the row `first`, else from the top."""
        order = [first] if 0 <= first < len(self.rows) else []
        for row in (*order, *range(len(self.rows))):
            if not self.rows[row].looked:
                candidate: Candidate = self.rows[row].candidate
                return candidate
        return None

    def tell(self, found: Seen) -> None:
        """What a look into a file found."""
        row = self.row_of(found.candidate)
        if row >= 0:
            self.rows[row] = found
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

    def cell(self, seen: Seen, role: int) -> Any:
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
            return spoken(made, wording.what(seen.candidate), self._below(seen))
        return None
