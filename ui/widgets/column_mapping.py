"""What the columns of a table mean: each with some of its values, and a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.column_mapping import Column, Meaning, Table
from ui.column_wording import meaning
from ui.widgets.inputs import ChoiceInput
from ui.widgets.layouts import Scrolled
from ui.widgets.text import ElidedText, Text

MOST = 60  # columns shown; a choice each is slow to build, and nobody reads more


class ColumnMapping(Scrolled):
    """A row a column that holds something. Columns without a value keep what was guessed.

    Signals:
        changed(): the user gave a column another meaning.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("column-mapping")
        self.body.setContentsMargins(16, 6, 16, 6)
        self._table: Table | None = None
        self._choices: dict[int, ChoiceInput] = {}  # by the column's place
        self._rows = QVBoxLayout()
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._grid: QWidget | None = None

    def show_table(self, table: Table) -> None:
        """Shows a table's columns with what they are read as now."""
        if self._grid is not None:
            self._rows.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        self._table = table
        self._choices = {}
        self._grid = QWidget()
        self._grid.setProperty("look", "scrolled")
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        heads = (self.tr("COLUMN"), self.tr("HOLDS"), self.tr("READ AS"))
        for place, words in enumerate(heads):
            grid.addWidget(Text(words, "caps", wrap=False), 0, place)
        filled = [(n, column) for n, column in enumerate(table.columns) if column.samples]
        for row, (place, column) in enumerate(filled[:MOST], 1):
            grid.addWidget(ElidedText(column.header or "–"), row, 0)
            grid.addWidget(ElidedText(" · ".join(column.samples), "soft"), row, 1)
            grid.addWidget(self._choice(place, column), row, 2)
        self._rows.addWidget(self._grid)

    def unshown(self) -> int:
        """How many columns with values there is no room for."""
        if self._table is None:
            return 0
        return max(0, sum(bool(c.samples) for c in self._table.columns) - MOST)

    def meanings(self) -> tuple[Meaning, ...]:
        """What each column of the table means."""
        if self._table is None:
            return ()
        return tuple(
            self._choices[place].value() if place in self._choices else column.meaning
            for place, column in enumerate(self._table.columns)
        )

    def go_in(self) -> None:
        """Puts the keyboard on the first choice."""
        for choice in self._choices.values():
            choice.setFocus(Qt.FocusReason.OtherFocusReason)
            break

    def _choice(self, place: int, column: Column) -> ChoiceInput:
        made = ChoiceInput(list(Meaning), meaning)
        made.setObjectName(f"column-{place}")
        made.setMaxVisibleItems(len(Meaning))
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        name = self.tr("What “{column}” is read as").format(column=column.header)
        made.setAccessibleName(name)
        made.show_value(column.meaning)
        made.finished.connect(self.changed)
        self._choices[place] = made
        return made
