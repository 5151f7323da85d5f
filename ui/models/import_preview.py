"""What an import would do, as rows of a list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt

from planner.domain.merging import Doubt
from planner.domain.phones import Forms
from ui import likeness_wording, theme
from ui.bringing_in import Preview, as_given
from ui.import_choice import CHOSEN_FROM, Choice, Decision, Part, Refused, Row
from ui.import_portraits import ImportPortraits
from ui.import_wording import as_beginning
from ui.models.parts import Index, PartModel
from ui.widgets.two_lines import Role


class ImportPreviewModel(PartModel[Part]):
    """A row a person, with what they bring or gain; or a row that was refused, with the reason.

    People who are new or gain something have a tick. Those who look like somebody known are new
    until it is decided that they are not.

    Signals:
        chosen(): somebody was ticked or decided, or it was taken back.
    """

    def __init__(
        self, parent: QObject | None = None, pictures: ImportPortraits | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._choice = Choice()
        self._part = Part.NEW
        self._forms: Callable[[str], Forms] = as_given

    def show(self, preview: Preview, part: Part) -> None:
        """Shows a part of what would be done."""
        self._choice, self._forms, self._part = preview.choice, preview.forms, part
        self.show_part(self._choice, part, tickable=part in CHOSEN_FROM)

    def row(self, index: Index) -> Row | None:
        """What stands in a row; None outside of them."""
        return self._choice.rows(self._part)[index.row()] if index.isValid() else None

    def decide(self, index: Index, decision: Decision) -> None:
        """Says of a doubtful one what they are; the same again takes it back."""
        if isinstance(self.row(index), Doubt):
            if self._choice.decision(index.row()) is decision:
                decision = Decision.UNDECIDED
            self._choice.decide(index.row(), decision)
            self.dataChanged.emit(index, index)
            self.chosen.emit()

    def as_text(self) -> str:
        """What was refused, a line each, to be kept elsewhere."""
        rows = self._choice.rows(self._part)
        files = {row.file: Path(row.file).name for row in rows if isinstance(row, Refused)}
        return "\n".join(
            f"{files[row.file]}: {self._name(row)}: {row.refusal.reason}"
            for row in rows
            if isinstance(row, Refused)
        )

    def _name(self, row: Row) -> str:
        if isinstance(row, Refused):
            return _as_beginning(row.refusal.where) or self.tr("The whole file")
        return row.entry.person.name if isinstance(row, Doubt) else row.person.name

    def _below(self, row: Row, place: int) -> str:
        if isinstance(row, Refused):
            return row.refusal.reason
        if isinstance(row, Doubt):
            return {
                Decision.UNDECIDED: self.tr("Looks like {name}"),
                Decision.SAME: self.tr("✓ Same person as {name}"),
                Decision.DIFFERENT: self.tr("✓ Not {name}"),
            }[self._choice.decision(place)].format(name=row.like.name)
        if row.gains:
            return as_beginning(row.gains, self._forms)
        person = row.person
        contact = person.emails[:1] or [self._forms(phone).shown for phone in person.phones[:1]]
        return " · ".join(part for part in (person.headline, person.city, *contact) if part)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(row)
        if role == Role.SUBTITLE:
            return self._below(row, index.row())
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.tick_of(index)
        if role == Role.ASIDE:
            return Path(row.file).name if isinstance(row, Refused) else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            why = likeness_wording.reason(row.reason) if isinstance(row, Doubt) else ""
            file = Path(row.file).name if isinstance(row, Refused) else ""
            said = (self._name(row), self._below(row, index.row()), why, file)
            return ", ".join(filter(None, said))
        if isinstance(row, Refused):
            return None
        if role == Role.INITIALS:
            return (row.entry if isinstance(row, Doubt) else row).person.initials
        if role == Role.PORTRAIT and self._pictures is not None:
            return self._pictures.of(row.entry if isinstance(row, Doubt) else row)
        if role == Role.HUE:
            return theme.hue_of(self._name(row))
        return None


def _as_beginning(where: str) -> str:
    """ "row 7" as a line begins; a file's name stays as it is."""
    return where[0].upper() + where[1:] if where.startswith(("row ", "line ")) else where
