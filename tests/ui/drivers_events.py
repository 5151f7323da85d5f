"""What a user does and reads on the page of groups and events, and in an event's form."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.ui.drivers_talk import Driver
from tests.ui.drivers_window import LEFT
from ui.widgets.met_rows import cross_in
from ui.widgets.text_button import TextButton
from ui.widgets.ticked_rows import box_in
from ui.widgets.two_lines import Role


class EventsDriver(Driver):
    """The page: a card a group, and lists without events."""

    def groups(self) -> list[str]:
        """From the top down."""
        cards = sorted(self.all(QWidget, "group"), key=lambda card: card.y())
        return [card.accessibleName() for card in cards]

    def by_tab(self, name: str = "") -> list[QWidget]:
        """Where Tab leads from the head on, or what of it is called so."""
        first = part = self.find(QWidget, "add-event")
        found = [first]
        while (part := part.nextInFocusChain()) is not first:
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible():
                found.append(part)
        return [one for one in found if one.objectName() and name in ("", one.objectName())]

    def tab_order(self) -> list[str]:
        return [part.objectName() for part in self.by_tab()]

    def of(self, group: str) -> Driver:
        for card in self.all(QWidget, "group"):
            if card.accessibleName() == group:
                return Driver(card)
        raise AssertionError(f"no group {group} is in sight")

    def figures(self, group: str) -> list[str]:
        """The group's sum: "4 events", "9 people met"."""
        return [
            " ".join(label.text() for label in figure.findChildren(QLabel))
            for figure in self.of(group).all(QWidget, "figure")
        ]

    def events(self, group: str) -> list[str]:
        """Each event as a reader is told it."""
        return [line.words() for line in self.of(group).all(TextButton, "event")]

    def event(self, group: str, beginning: str) -> TextButton:
        for line in self.of(group).all(TextButton, "event"):
            if line.words().startswith(beginning):
                return line
        raise AssertionError(f"no event of {group} begins with {beginning}")

    def open_event(self, group: str, beginning: str) -> EventFormDriver:
        QTest.mouseClick(self.event(group, beginning), LEFT)
        return self.form()

    def lists(self) -> list[str]:
        return [line.words() for line in self.all(TextButton, "list")]

    def form(self) -> EventFormDriver:
        return EventFormDriver(self.dialog("event-dialog"))

    def dialog(self, name: str) -> QDialog:
        found = [one for one in self.root.window().findChildren(QDialog, name) if one.isVisible()]
        assert found, f"no dialog named {name} is in sight"
        found[-1].activateWindow()
        assert QTest.qWaitForWindowActive(found[-1])
        return found[-1]


class EventFormDriver(Driver):
    """An event's form."""

    @property
    def line(self) -> QLineEdit:
        return self.find(QLineEdit, "met-people-line")

    @property
    def rows(self) -> QAbstractItemView:
        return self.find(QAbstractItemView, "people-met")

    def group(self, name: str) -> None:
        box = self.find(QComboBox, "event-group")
        edit = box.lineEdit()
        assert edit is not None
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, name)
        edit.editingFinished.emit()

    def took(self, hours: float, fee: float) -> None:
        self.find(QDoubleSpinBox, "event-hours").setValue(hours)
        self.find(QDoubleSpinBox, "event-fee").setValue(fee)

    def name(self, typed: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Types a name into the line and ends it."""
        self.line.setFocus()
        QTest.keyClicks(self.line, typed)
        self.key(key)

    def met(self) -> list[tuple[str, str, str]]:
        """Each row: the name, what is known of them, and whether they are new."""
        model = self.rows.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return [
            (str(i.data()), str(i.data(Role.SUBTITLE)), str(i.data(Role.ASIDE))) for i in indexes
        ]

    def names(self) -> list[str]:
        return [name for name, _, _ in self.met()]

    def take_out(self, name: str) -> None:
        """Clicks the cross in somebody's row."""
        index = self.rows.model().index(self.names().index(name), 0)
        self.rows.scrollTo(index)
        cross = cross_in(self.rows.visualRect(index)).center()
        QTest.mouseClick(self.rows.viewport(), LEFT, pos=cross)

    def offered(self) -> list[str]:
        """Who is offered below the line, the marked one first."""
        found = self.all(QAbstractItemView, "names-offered-list")
        if not found:
            return []
        model = found[0].model()
        names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        at = found[0].currentIndex().row()
        return [names[at], *names[:at], *names[at + 1 :]]

    def click_offered(self, row: int) -> None:
        view = self.find(QAbstractItemView, "names-offered-list")
        middle = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(middle))

    def asked(self) -> list[str]:
        """The answers to which of several it was."""
        if not self.sees("which"):
            return []
        asked = Driver(self.find(QWidget, "which"))
        names = ("which-one", "which-new")
        return [button.text() for name in names for button in asked.all(QAbstractButton, name)]

    def answer(self, words: str) -> None:
        asked = Driver(self.find(QWidget, "which"))
        for name in ("which-one", "which-new"):
            for button in asked.all(QAbstractButton, name):
                if button.text() == words:
                    QTest.mouseClick(button, LEFT)
                    return
        raise AssertionError(f"{words} is not among the answers")


class PickDriver(Driver):
    """The list of those whom the last import brought in."""

    def __init__(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        super().__init__(dialog)

    def names(self) -> list[str]:
        model = self.find(QAbstractItemView, "pick-list").model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def tick(self, name: str) -> None:
        """Clicks the box of a row."""
        view = self.find(QAbstractItemView, "pick-list")
        index = view.model().index(self.names().index(name), 0)
        QTest.mouseClick(view.viewport(), LEFT, pos=box_in(view.visualRect(index)).center())
