"""Finds one person of the library by typing: a field, and below it whoever fits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.journeys.look_through_people import everybody
from ui.models.people_by_name import PeopleByName
from ui.session import Session
from ui.widgets.keys_for_list import KeysForList
from ui.widgets.row_list import RowList
from ui.widgets.text import Text


class PersonFinder(QWidget):
    """Everybody but one, narrowed by each letter; `name` begins its parts' names.

    Signals:
        chosen(int): the person of this id, by Enter or a click.
    """

    chosen = Signal(int)

    def __init__(self, session: Session, name: str, but: int, read_as: str) -> None:
        super().__init__()
        self._model = PeopleByName(self, session.portraits)
        self._field = QLineEdit()
        self._field.setObjectName(f"{name}-find")
        self._field.setPlaceholderText(self.tr("Name, company, e-mail or number"))
        self._field.setAccessibleName(read_as)
        self._field.setClearButtonEnabled(True)
        self._list = RowList(self._model)
        KeysForList(self._field, self._list)
        self._list.setObjectName(f"{name}-people")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("People"))
        self._list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self._nobody = Text(self.tr("Nobody fits. Fewer letters find more."), "soft")
        self._nobody.setObjectName(f"{name}-nobody")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._field)
        column.addWidget(self._nobody)
        column.addWidget(self._list, 1)
        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self._on_enter)
        self._list.activated.connect(self._on_chosen)
        self._list.clicked.connect(self._on_chosen)
        self._person = 0
        self._model.show_people([each for each in everybody(session.store) if each.id != but])
        self._on_typed("")

    def go_in(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    def _on_typed(self, text: str) -> None:
        self._model.narrow(text, ())
        found = self._model.rowCount() > 0
        self._list.setVisible(found)
        self._nobody.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(self._model.best_row()))

    def _on_enter(self) -> None:
        self._on_chosen(self._list.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self._person = self._model.person(index.row()).id
        # Once the key is let go of: the same Enter must not press the button that comes in sight.
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        self.chosen.emit(self._person)
