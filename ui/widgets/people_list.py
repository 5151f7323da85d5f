"""The list of people with its search, filters and count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.domain.people import Person
from planner.domain.standing import Standing
from ui.country import grouped
from ui.in_sight import InSight
from ui.models.people import PeopleModel
from ui.portraits import Portraits
from ui.widgets.keys_for_list import KeysForList
from ui.widgets.people_filters import PeopleFilters
from ui.widgets.people_foot import SIDE, PeopleFoot
from ui.widgets.row_list import RowList
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton

WIDTH = 320  # pixels
# Whoever goes through the list with an arrow held down passes people by; their pages are not
# built until the hand rests for this long.
REST_MS = 70
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
LONGEST_TOLD = 30  # letters of what was typed that are told again
CENTRED = QAbstractItemView.ScrollHint.PositionAtCenter


class PeopleList(QFrame):
    """Type to find, press a filter, go up and down.

    Signals:
        current_changed(int): this person is the one to show; 0 for nobody.
        entered(int): Enter was pressed while searching: go into this person's page.
        edit_wanted(int): change this person.
        remove_wanted(list[int]): take these people out.
        plan_wanted(list[int]): plan 1-2-1s with these people in one go.
        export_wanted(): write people into a file.
        add_wanted(): add somebody.
        event_wanted(): add an event with the people met there.
        duplicates_wanted(): look at those who may be here twice.
    """

    current_changed = Signal(int)
    entered = Signal(int)
    edit_wanted = Signal(int)
    remove_wanted = Signal(list)
    plan_wanted = Signal(list)
    export_wanted = Signal()
    add_wanted = Signal()
    event_wanted = Signal()
    duplicates_wanted = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "list-ground")
        self.setFixedWidth(WIDTH)
        self._current = 0  # the person, by id: rows come and go
        self._gone = 0  # who was current and then removed: undo brings them back
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._tell_current)
        self._field = QLineEdit()
        self._field.setObjectName("find-people")
        self._field.setClearButtonEnabled(True)
        self._filters = PeopleFilters()
        self._filters.pressed.connect(self._on_filter)
        self._foot = PeopleFoot()
        self._foot.remove_wanted.connect(self._on_remove)
        self._foot.plan_wanted.connect(self._on_plan)
        self._foot.export_wanted.connect(self.export_wanted)
        self._foot.add_wanted.connect(self.add_wanted)
        self._foot.event_wanted.connect(self.event_wanted)
        self._foot.duplicates_wanted.connect(self.duplicates_wanted)
        self._model = PeopleModel(self, portraits)
        self._list = RowList(self._model)
        self._list.setObjectName("people-list")
        self._list.setAccessibleName(self.tr("People"))
        self._nobody = Text("", "soft")
        self._nobody.setObjectName("nobody-found")
        self._everybody = TextButton("", link=self.tr("Show everybody"), name="show-everybody")
        self._everybody.clicked.connect(self.show_all)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(10)
        head.addWidget(self._field)
        head.addWidget(self._filters)
        head.addWidget(self._nobody)
        head.addWidget(self._everybody, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(self._foot)

        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self._on_enter)
        KeysForList(self._field, self._list)
        self._field.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.activated.connect(self._on_activated)
        self._chosen_rows.currentChanged.connect(self._on_current)
        self._chosen_rows.selectionChanged.connect(self._show_foot)

    @property
    def _chosen_rows(self) -> QItemSelectionModel:
        return self._list.selectionModel()

    @property
    def everybody(self) -> int:
        """How many people there are, shown or not."""
        return self._model.everybody

    @property
    def current(self) -> int:
        """The person the list stands at, by id; 0 for nobody, as when nobody is found."""
        hidden = self.everybody and self._model.row_of(self._current) < 0
        return 0 if hidden else self._current

    def in_sight(self) -> InSight:
        """Those shown where something typed or a filter leaves people out, and those chosen."""
        rows = sorted(index.row() for index in self._chosen_rows.selectedRows())
        chosen = tuple(self._model.person(row).id for row in rows)
        if len(chosen) < 2:
            chosen = (self.current,) if self.current else ()
        return InSight(self._model.shown if self._model.narrowed else (), chosen)

    def show_people(self, people: Sequence[Person]) -> None:
        """Everybody, in the order to show them; whoever was current stays so."""
        row = max(self._model.row_of(self._current), 0)
        self._model.show_people(people)
        there = {person.id for person in people}
        if self._gone in there:
            self._current, self._gone = self._gone, 0
        elif self._current and self._current not in there:
            self._gone = self._current
        find = self.tr("Find in {count} people").format(count=grouped(len(people)))
        if len(people) == 1:
            find = self.tr("Find in 1 person")
        self._field.setPlaceholderText(find)
        self._field.setAccessibleName(find)
        self._settle(row)

    def show_standings(self, standings: Mapping[int, Standing]) -> None:
        """How everybody stands, by the person's id."""
        row = max(self._model.row_of(self._current), 0)
        self._model.show_standings(standings)
        self._settle(row)

    def tell_duplicates(self, pairs: int) -> None:
        """How many pairs of people may be one."""
        self._foot.tell_duplicates(pairs)

    def count_duplicates_anew(self) -> None:
        """The figure told last is no longer true."""
        self._foot.count_duplicates_anew()

    def make_ready(self) -> None:
        """Prepares for typing, so that the first letter is as quick as the next."""
        self._model.make_ready()

    def choose(self, person: int) -> None:
        """Goes to somebody; what is typed and filtered gives way when it hides them."""
        self._current = person
        if not self.everybody:
            return  # they come in a moment
        if self._model.row_of(person) < 0:
            self.show_all()
        self._settle(0)

    def show_all(self) -> None:
        """Takes back what is typed and filtered."""
        self._filters.clear()
        self._field.clear()
        self._narrow()
        self._settle(0)

    def go_in(self) -> None:
        """Puts the user in the search, from where the arrows reach the list."""
        self._field.setFocus()

    def start_finding(self) -> None:
        """Puts the user in the search."""
        self._field.setFocus()
        self._field.selectAll()

    def repaint_icons(self) -> None:
        """Draws the icons in the palette in force."""
        self._foot.repaint_icons()

    def _narrow(self) -> None:
        self._model.narrow(self._field.text(), self._filters.chosen())

    def _settle(self, row: int) -> None:
        """Stands at the current person again, else at `row` or the last there is."""
        here = self._model.row_of(self._current)
        if here < 0:
            here = min(row, self._model.rowCount() - 1)
        index = self._model.index(here)
        if index.isValid():
            far = not self._list.viewport().rect().contains(self._list.visualRect(index))
            if index != self._list.currentIndex() or not self._chosen_rows.isSelected(index):
                # The list's own way chooses nothing while Ctrl is held, as for Ctrl+2.
                self._chosen_rows.setCurrentIndex(index, CHOOSE)
            if far:
                self._list.scrollTo(index, CENTRED)
        else:
            self._rest.start()  # nobody is found: nobody is shown
        self._show_found()

    def _show_found(self) -> None:
        found = self._model.rowCount() > 0
        self._list.setVisible(found)
        self._everybody.setVisible(not found)
        self._nobody.setVisible(not found)
        typed = self._field.text().strip()[:LONGEST_TOLD]
        if typed:
            words = self.tr("Nobody here fits “{typed}”.").format(typed=typed)
        else:
            words = self.tr("Nobody fits these filters at present.")
        self._nobody.setText(words)
        self._show_foot()

    def _show_foot(self) -> None:
        chosen = len(self._chosen_rows.selectedRows())
        model = self._model
        self._foot.tell(model.rowCount(), model.everybody, chosen, narrowed=model.narrowed)

    def _on_typed(self, text: str) -> None:
        self._narrow()
        if text.strip() and self._model.rowCount():
            self._current = self._model.person(self._model.best_row()).id
            self._rest.start()
        self._settle(0)

    def _on_filter(self) -> None:
        self._narrow()
        self._settle(0)

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if not now.isValid():
            return  # the list is being filled anew
        person = self._model.person(now.row()).id
        if person != self._current:
            self._current = person
        self._rest.start()

    def _tell_current(self) -> None:
        self.current_changed.emit(self.current)

    def _on_enter(self) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            self._rest.stop()
            self.entered.emit(self._model.person(index.row()).id)

    def _on_activated(self, index: QModelIndex) -> None:
        self.edit_wanted.emit(self._model.person(index.row()).id)

    def _on_remove(self) -> None:
        rows = sorted(index.row() for index in self._chosen_rows.selectedRows())
        if rows:
            self.remove_wanted.emit([self._model.person(row).id for row in rows])

    def _on_plan(self) -> None:
        rows = sorted(index.row() for index in self._chosen_rows.selectedRows())
        self.plan_wanted.emit([self._model.person(row).id for row in rows])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._field and event.key() == Qt.Key.Key_Escape and self._field.text():
                self._field.clear()
                return True
            if watched is self._list and event.key() == Qt.Key.Key_Delete:
                self._on_remove()
                return True
            if watched is self._list and _begins_a_word(event):
                self._field.setFocus()
                self._field.event(event)
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()
        super().hideEvent(event)


def _begins_a_word(event: QKeyEvent) -> bool:
    """A letter typed in the list goes on in the search."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return bool(event.text()) and event.text().isalnum() and not held
