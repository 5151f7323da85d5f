"""Makes somebody and any other person one: the other is found, then both stand side by side."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.errors import NotFound
from planner.journeys.look_through_people import everybody
from planner.journeys.two_people import two_people
from ui.merging import merge_two
from ui.models.people import PeopleModel
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.row_list import RowList
from ui.widgets.text import Text
from ui.widgets.two_lines import Index, Role
from ui.widgets.two_view import TwoView

SIZE = (760, 764)  # pixels
MARGIN = 20  # pixels
LIST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class _Everybody(PeopleModel):
    """People by name, without how warm it is between them and the user."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Role.DOT, Qt.ItemDataRole.ToolTipRole):
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (
                super().data(index, Qt.ItemDataRole.DisplayRole),
                super().data(index, Role.SUBTITLE),
            )
            return ", ".join(part for part in told if part)
        return super().data(index, role)


class MergeWithDialog(QDialog):
    """First whom to merge with, by typing; Enter shows both, and Merge makes them one.

    Signals:
        wanted(int): this person's page is to be shown: who they are now, or one of the two.
    """

    wanted = Signal(int)

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._person = person
        self._other = 0
        self.setObjectName("merge-with-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge with…"))
        self.resize(*SIZE)
        self._model = _Everybody(self, session.portraits)
        self._field = QLineEdit()
        self._field.setObjectName("merge-find")
        self._field.setPlaceholderText(self.tr("Name, company, e-mail or number"))
        self._field.setAccessibleName(self.tr("Whom to merge with"))
        self._field.setClearButtonEnabled(True)
        self._field.installEventFilter(self)
        self._list = RowList(self._model)
        self._list.setObjectName("merge-people")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("People"))
        self._list.setSelectionMode(RowList.SelectionMode.SingleSelection)
        self._nobody = Text(self.tr("Nobody fits. Fewer letters find more."), "soft")
        self._nobody.setObjectName("merge-nobody")
        self._view = TwoView(session.portraits)
        self._view.body.setContentsMargins(0, 0, 0, 0)
        self._view.person_wanted.connect(self._on_person)
        self._steps = QStackedLayout(self)  # in its place first: it shows at once what is added
        self._steps.addWidget(self._finding())
        self._steps.addWidget(self._both())
        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self._on_enter)
        self._list.activated.connect(self._on_chosen)
        self._list.clicked.connect(self._on_chosen)
        others = [each for each in everybody(session.store) if each.id != person.id]
        self._model.show_people(others)
        self._on_typed("")

    def _finding(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        title = self.tr("Merge {name} with whom?").format(name=self._person.name)
        column.addWidget(Text(title, "name"))
        column.addWidget(
            Text(
                self.tr(
                    "Choose the other entry of the same person. You see both before anything "
                    "changes, and nothing of either is lost."
                ),
                "soft",
            )
        )
        column.addWidget(self._field)
        column.addWidget(self._nobody)
        column.addWidget(self._list, 1)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        column.addLayout(row(None, cancel))
        return made

    def _both(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(14)
        column.addWidget(self._view, 1)
        back = button(self.tr("Choose somebody else"), self._on_back, name="merge-back")
        back.setAutoDefault(False)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel-merge")
        cancel.setAutoDefault(False)
        self._merge = button(self.tr("Merge"), self._on_merge, "primary", "merge-them")
        column.addLayout(row(back, None, cancel, self._merge))
        return made

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
        self._other = self._model.person(index.row()).id
        # Once the key is let go of: the same Enter must not press the button that comes in sight.
        QTimer.singleShot(0, self, self._show_both)

    def _show_both(self) -> None:
        try:
            two = two_people(self._session.store, self._person.id, self._other)
        except NotFound as refusal:
            self.reject()
            self._session.refused.emit(str(refusal))
            return
        self._view.show_two(two, self.tr("Side by side"))
        self._steps.setCurrentIndex(1)
        self._merge.setDefault(True)
        if not self._view.go_in():
            self._merge.setFocus()

    def _on_person(self, person: int) -> None:
        self.reject()
        self.wanted.emit(person)

    def _on_back(self) -> None:
        self._merge.setDefault(False)
        self._steps.setCurrentIndex(0)
        self._field.setFocus()
        self._field.selectAll()

    def _on_merge(self) -> None:
        two = self._view.two
        if two is None:
            return
        made = merge_two(self._session, two, self._view.of_gone)
        self.accept()
        if made:
            self.wanted.emit(two.keep.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in LIST_KEYS
        ):
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)
