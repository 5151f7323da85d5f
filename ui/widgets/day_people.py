"""Whom to meet on a 1-2-1 day: a tick a person, those suggested first, anybody by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.journeys.plan_day import Whom
from ui.country import grouped
from ui.models.ticked_people import TickedPeople
from ui.session import Session
from ui.widgets.keys_for_list import KeysForList
from ui.widgets.layouts import Empty, button, row
from ui.widgets.row_list import RowList
from ui.widgets.text import Text
from ui.widgets.ticked_rows import TickedRows
from ui.widgets.two_lines import Index, Role


class DayPeople(QWidget):
    """A field and the list below it; Space or Enter ticks whoever is chosen in the list.

    Signals:
        ticked(): somebody was ticked, or it was taken back.
        people_wanted(): there is nobody to choose from, and people are to be brought in.
    """

    ticked = Signal()
    people_wanted = Signal()

    def __init__(
        self, session: Session, read_as: str, city: str = "", parent: QWidget | None = None
    ) -> None:
        """`city` is the trip's town, where only those who live there or near are offered."""
        super().__init__(parent)
        self._model = _Candidates(self, session.portraits)
        self._model.ticked.connect(self._on_ticked)
        self._field = QLineEdit()
        self._field.setObjectName("day-find")
        self._field.setPlaceholderText(self.tr("Name, company, e-mail or number"))
        self._field.setAccessibleName(self.tr("Find somebody"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._on_typed)
        self._list = RowList(self._model)
        self._list.setItemDelegate(TickedRows(self._list))
        self._list.setObjectName("day-people")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(read_as)
        self._list.setAccessibleDescription(self.tr("Space ticks somebody"))
        self._list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self._list.activated.connect(self._model.turn)
        KeysForList(self._field, self._list)
        self._count = Text("", "soft")
        self._count.setObjectName("day-count")
        self._none = button(self.tr("Tick none"), self._on_none, "link", "day-none")
        self._none.setAutoDefault(False)
        wanted = self.people_wanted.emit
        self._bring = button(self.tr("Bring people in…"), wanted, "primary", "day-bring-in")
        self._bring.setAutoDefault(False)
        title = self.tr("Nobody is in your library yet")
        words = self.tr("Bring people in from your contacts first, and plan a day with them here.")
        if city:
            title = self.tr("Nobody lives in {city} or near it yet").format(city=city)
            words = self.tr("Who does, as far as your library knows, is offered here.")
        self._empty = Empty(title, words, *(() if city else (self._bring,)))
        self._empty.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._empty, 1)
        across = row(self._count, self._none)
        across.setStretch(0, 1)
        column.addLayout(across)
        self._tell()

    def show_whom(self, whom: Whom, ticked: Sequence[int]) -> None:
        """Everybody there is to choose from, those `ticked` at the top."""
        first = dict.fromkeys(ticked)
        people = {person.id: person for person in whom.people}
        top = [people[id] for id in first if id in people]
        self._model.tell(whom)
        self._model.show_people([*top, *(one for one in whom.people if one.id not in first)])
        self._model.show_ticks(id for id in first if id in people)
        anybody = bool(whom.people)
        for part in (self._field, self._list, self._count):
            part.setVisible(anybody)
        self._empty.setVisible(not anybody)
        if not anybody and self.isVisible():
            self._bring.setFocus()
        if anybody:
            self._list.setCurrentIndex(self._model.index(0))

    def show_ticks(self, people: Sequence[int]) -> None:
        self._model.show_ticks(people)

    def ticks(self) -> list[int]:
        return self._model.ticks()

    def go_in(self) -> None:
        self._field.setFocus()

    def tick_current(self) -> bool:
        """Ticks whoever the keyboard stands on; False when it stands elsewhere."""
        index: QModelIndex = self._list.currentIndex()
        if not index.isValid() or not (self._field.hasFocus() and self._field.text().strip()):
            return False
        self._model.turn(index)
        self._field.selectAll()
        return True

    def _on_typed(self, text: str) -> None:
        self._model.narrow(text, ())
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(self._model.best_row()))

    def _on_none(self) -> None:
        self._model.show_ticks(())

    def _on_ticked(self) -> None:
        self._tell()
        self.ticked.emit()

    def _tell(self) -> None:
        count = len(self._model.ticks())
        words = self.tr("1 person") if count == 1 else self.tr("{count} people")
        said = words.format(count=grouped(count)) if count else self.tr("Nobody is ticked yet.")
        self._count.setText(said)
        self._none.setVisible(count > 0)


class _Candidates(TickedPeople):
    """Those to choose from; whoever has a 1-2-1 to come says so at the right."""

    def __init__(self, parent: QWidget, portraits: Any) -> None:
        super().__init__(parent, portraits)
        self._whom = Whom()

    def tell(self, whom: Whom) -> None:
        self._whom = whom

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Role.ASIDE, Qt.ItemDataRole.AccessibleTextRole) and index.isValid():
            planned = self.person(index.row()).id in self._whom.planned
            words = self.tr("planned already") if planned else ""
            if role == Role.ASIDE:
                return words
            said = super().data(index, role)
            return f"{said}, {words}" if words else said
        return super().data(index, role)
