"""People as rows to choose from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from planner.domain.people import Person
from ui.models.people import PeopleModel, about
from ui.models.rows import spoken
from ui.widgets.two_lines import Role


class PeopleByName(PeopleModel):
    """People by name, without how warm it is between them and the user."""

    def cell(self, person: Person, role: int) -> Any:
        if role in (Role.DOT, Qt.ItemDataRole.ToolTipRole):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(person.name, about(person))
        return super().cell(person, role)
