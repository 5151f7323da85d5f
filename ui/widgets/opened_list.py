"""What calendar files say: a chip a part, and the rows of the one in sight to tick off."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from ui.models.opened import OpenedModel
from ui.opened_choice import CHOSEN_FROM, Choice, Part
from ui.portraits import Portraits
from ui.widgets.layouts import button, row
from ui.widgets.part_chips import PartChips
from ui.widgets.row_list import RowList
from ui.widgets.ticked_rows import TickedRows


class OpenedList(QWidget):
    """Parts with nothing in them have no chip.

    Signals:
        chosen(): something was ticked, or a tick taken away.
    """

    chosen = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = Choice()
        self._today, self._zone = date.min, "UTC"
        self._model = OpenedModel(portraits, self)
        self._model.chosen.connect(self._on_chosen)
        self._chips = PartChips(Part, "opened")
        self._chips.pressed.connect(self._show_part)
        self._list = RowList(self._model)
        self._list.setObjectName("opened")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("What the calendar file says"))
        self._list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._list.setItemDelegate(TickedRows(self._list))
        self._turn = button("", self._on_turn, "link", "tick-all")
        self._turn.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        above = row(self._chips, self._turn)
        above.setStretch(0, 1)
        column.addLayout(above)
        column.addWidget(self._list, 1)

    def show_choice(self, choice: Choice, today: date, zone: str) -> None:
        """Shows what was found, the first part that has something in it."""
        self._choice, self._today, self._zone = choice, today, zone
        names = {
            Part.ANSWERS: self.tr("Answers {count}"),
            Part.INVITATIONS: self.tr("Invitations {count}"),
            Part.HELD: self.tr("Held {count}"),
            Part.PERHAPS: self.tr("Perhaps held {count}"),
            Part.COMING: self.tr("To come {count}"),
            Part.NOTHING: self.tr("Nothing to do {count}"),
            Part.SKIPPED: self.tr("Not read {count}"),
        }
        some = self._chips.show_parts(names, {part: choice.count(part) for part in Part})
        self._list.setVisible(bool(some))
        if some:
            self._chips.go_to(some[0])
        self._show_part()

    def go_in(self) -> None:
        """Puts the keyboard on the first row."""
        self._list.setCurrentIndex(self._model.index(0))
        self._list.setFocus()

    def _part(self) -> Part:
        return self._chips.part() or Part.ANSWERS

    def _show_part(self) -> None:
        self._model.show(self._choice, self._part(), self._today, self._zone)
        self._list.scrollToTop()
        self._list.setCurrentIndex(self._model.index(0))
        self._offer_to_turn()

    def _offer_to_turn(self) -> None:
        """One press ticks everything in sight, or nothing."""
        part = self._part()
        self._turn.setVisible(part in CHOSEN_FROM and self._choice.count(part) > 1)
        some = bool(self._choice.ticked(part))
        self._turn.setText(self.tr("Tick none of these") if some else self.tr("Tick all of these"))

    def _on_turn(self) -> None:
        self._model.tick_all(on=not self._choice.ticked(self._part()))

    def _on_chosen(self) -> None:
        self._offer_to_turn()
        self.chosen.emit()
