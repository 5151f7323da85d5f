"""What calendar files say, as rows of a list."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt

from planner.domain.busy import Skipped
from planner.domain.incoming import Doubt, Finding
from planner.domain.people import Person
from ui import opened_reasons, opened_wording, theme
from ui.models.parts import Index, PartModel
from ui.opened_choice import CHOSEN_FROM, Choice, Part, Row
from ui.portraits import Portraits
from ui.widgets.two_lines import Role


class OpenedModel(PartModel[Part]):
    """A row a message, with what it says; or what was not read, with the reason.

    What can be done has a tick.
    """

    def __init__(self, portraits: Portraits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._choice = Choice()
        self._part = Part.ANSWERS
        self._today = date.min
        self._zone = "UTC"

    def show(self, choice: Choice, part: Part, today: date, zone: str) -> None:
        """Shows a part of what was found; days and times are told as of `today` in `zone`."""
        self._choice, self._part, self._today, self._zone = choice, part, today, zone
        self.show_part(choice, part, tickable=part in CHOSEN_FROM)

    def row(self, index: Index) -> Row | None:
        """What stands in a row; None outside of them."""
        return self._choice.rows(self._part)[index.row()] if index.isValid() else None

    def _name(self, row: Row) -> str:
        if isinstance(row, Skipped):
            return row.where[:1].upper() + row.where[1:]
        return opened_wording.in_short(row)

    def _below(self, row: Row) -> str:
        if isinstance(row, Skipped):
            return row.reason
        told = "" if row.doubt is Doubt.NAME and row.can else opened_reasons.explained(row)
        when = opened_wording.when(row, self._today, self._zone)
        titled = row.can and (not told or row.doubt is Doubt.UNANSWERED)
        title = row.message.summary if titled else ""
        quoted = f"“{title}”" if title else ""
        return " · ".join(part for part in (when, quoted, told) if part)

    def _aside(self, row: Row) -> str:
        """Which file it is from, where there are several."""
        several = len(self._choice.opened.files) > 1
        return row.message.file if several and isinstance(row, Finding) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(row)
        if role == Role.SUBTITLE:
            return self._below(row)
        if role == Role.ASIDE:
            return self._aside(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.tick_of(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._name(row), self._below(row), self._aside(row))))
        if isinstance(row, Skipped):
            return None
        titled = opened_wording.has_its_own_title(row)
        name = opened_wording.headline(row) if titled else opened_wording.who(row)
        if role == Role.INITIALS:
            person = None if titled else row.person
            return (person or Person(name=name)).initials or "?"
        if role == Role.PORTRAIT and not titled and row.person is not None and row.person.id:
            return self._portraits.of(row.person.id)
        if role == Role.HUE:
            return theme.hue_of(name)
        return None
