"""Picks people from the last import, such as the cards collected at an event."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from planner.journeys.last_import import LastImport
from ui import day_wording
from ui.country import grouped
from ui.models.ticked_people import TickedPeople
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.row_list import RowList
from ui.widgets.text import Text
from ui.widgets.ticked_rows import TickedRows

SIZE = (520, 600)  # pixels
MARGIN = 20  # pixels


class PickPeopleDialog(QDialog):
    """A tick a person, found by typing; those at the event already are left out.

    Signals:
        picked(list[int]): the people ticked.
    """

    picked = Signal(list)

    def __init__(
        self,
        session: Session,
        brought: LastImport,
        there: Collection[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pick-people-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("From the last import"))
        self.resize(*SIZE)
        people = [person for person in brought.people if person.id not in there]
        self._model = TickedPeople(self)
        self._model.show_people(people)
        self._model.ticked.connect(self._count)
        self._field = QLineEdit()
        self._field.setObjectName("pick-find")
        self._field.setPlaceholderText(self.tr("Find by name or company"))
        self._field.setAccessibleName(self.tr("Find by name or company"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._on_typed)
        self._list = RowList(self._model)
        self._list.setItemDelegate(TickedRows(self._list))
        self._list.setObjectName("pick-list")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("People of the last import"))
        self._list.setAccessibleDescription(self.tr("Space ticks somebody"))
        self._list.setEditTriggers(RowList.EditTrigger.NoEditTriggers)
        self._list.activated.connect(self._on_activated)
        self._list.setCurrentIndex(self._model.index(0))
        self._all = button("", self._on_all, "link", "pick-all")
        self._all.setAutoDefault(False)
        self._add = button("", self._on_add, "primary", "pick-add")
        self._add.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel-pick")
        cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("Whom of the last import did you meet there?"), "name"))
        day = day_wording.near_day(brought.day, session.today())
        came = self.tr("Brought in {day}.").format(day=day)
        if brought.day == session.today():
            came = self.tr("Brought in today.")
        column.addWidget(Text(came, "soft"))
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addLayout(row(self._all, None, cancel, self._add))
        self._count()
        self._field.setFocus()

    def _on_typed(self, text: str) -> None:
        self._model.narrow(text, ())
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(self._model.best_row()))
        self._count()

    def _on_activated(self, index: QModelIndex) -> None:
        self._model.turn(index)

    def _on_all(self) -> None:
        self._model.tick_shown(not self._model.all_ticked)

    def _on_add(self) -> None:
        ticked = self._model.ticks()
        self.accept()
        self.picked.emit(ticked)

    def _count(self) -> None:
        count = len(self._model.ticks())
        words = self.tr("Add 1 person") if count == 1 else self.tr("Add {count} people")
        self._add.setText(words.format(count=grouped(count)) if count else self.tr("Add"))
        self._add.setEnabled(count > 0)
        none = self.tr("Tick none") if self._model.all_ticked else self.tr("Tick all in sight")
        self._all.setText(none)
        self._all.setEnabled(self._model.rowCount() > 0)
