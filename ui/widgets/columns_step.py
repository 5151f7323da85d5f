"""Looking over how a table's columns are read, with what comes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.column_mapping import TELL_WHO, Meaning
from planner.domain.merging import Reading
from ui.widgets.column_mapping import ColumnMapping
from ui.widgets.layouts import Card
from ui.widgets.text import Text


class ColumnsStep(QWidget):
    """The columns, and a line below that says who would be read.

    Signals:
        changed(): a column was given another meaning; the line waits until `say` is called.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = Reading("", "")
        self._columns = ColumnMapping()
        self._columns.changed.connect(self._on_changed)
        self._line = Text("", "strong")
        self._line.setObjectName("columns-line")
        self._first = Text("", "soft")
        self._first.setObjectName("columns-first")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        around = Card()
        around.body.setContentsMargins(1, 6, 1, 6)
        around.body.addWidget(self._columns)
        column.addWidget(around, 1)
        column.addSpacing(4)
        column.addWidget(self._line)
        column.addWidget(self._first)

    def show_reading(self, reading: Reading) -> None:
        """Shows a file's table; it must have one."""
        assert reading.table is not None
        self._columns.show_table(reading.table)
        self.say(reading)

    def meanings(self) -> tuple[Meaning, ...]:
        return self._columns.meanings()

    def tells_who(self) -> bool:
        """Whether any column says whom a row is about."""
        return bool(TELL_WHO.intersection(self.meanings()))

    def is_about(self, reading: Reading) -> bool:
        """Whether it was read in the way that is chosen now."""
        return reading.table is not None and reading.table.meanings == self.meanings()

    def go_in(self) -> None:
        """Puts the keyboard on the first choice."""
        self._columns.go_in()

    def say(self, reading: Reading) -> None:
        """Says who would be read."""
        self.reading = reading
        if not self.tells_who():
            self._ask_who()
        elif not reading.found:
            self._line.setText(self.tr("Nobody could be read in this way."))
            reasons = [refusal.reason for refusal in reading.refused[:1]]
            self._first.setText(" ".join(reasons))
        else:
            self._line.setText(self._how_many(reading))
            card = reading.cards[0]
            said = (card.name, card.role, card.company, *card.emails[:1], *card.phones[:1])
            first = self.tr("The first: {words}")
            self._first.setText(first.format(words=" · ".join(filter(None, said))))

    def _how_many(self, reading: Reading) -> str:
        words = self.tr("{count} people would be read.")
        if reading.found == 1:
            words = self.tr("One person would be read.")
        told = [words.format(count=f"{reading.found:,}")]
        if reading.refused:
            words = self.tr("Not taken: {count}.")
            told.append(words.format(count=f"{len(reading.refused):,}"))
        if unshown := self._columns.unshown():
            words = self.tr("{count} more columns stay as they are.")
            told.append(words.format(count=f"{unshown:,}"))
        return " ".join(told)

    def _ask_who(self) -> None:
        self._line.setText(self.tr("Whom is a row about?"))
        self._first.setText(
            self.tr(
                "Choose the column that holds a name, a company, an e-mail address or a phone "
                "number."
            )
        )

    def _on_changed(self) -> None:
        if self.tells_who():
            self._line.setText(self.tr("Reading…"))
            self._first.setText("")
        else:
            self._ask_who()
        self.changed.emit()
