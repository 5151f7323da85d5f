"""What a user does and reads on the People page."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ui.widgets.text_button import TextButton
from ui.widgets.two_lines import Role

W = TypeVar("W", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class PeopleDriver:
    """Finds by objectName, acts as mouse and keyboard do, and reads what is in sight."""

    def __init__(self, page: QWidget) -> None:
        self.page = page

    def find(self, kind: type[W], name: str) -> W:
        found = [one for one in self.page.findChildren(kind, name) if one.isVisible()]
        assert found, f"no {kind.__name__} named {name} is in sight"
        return found[0]

    def sees(self, name: str) -> bool:
        return any(one.isVisible() for one in self.page.findChildren(QWidget, name))

    def focus(self) -> str:
        """The objectName of where the keyboard is."""
        focused = self.page.window().focusWidget()
        return focused.objectName() if focused is not None else ""

    # the list

    @property
    def rows(self) -> QAbstractItemView:
        found = self.page.findChild(QAbstractItemView, "people-list")
        assert found is not None
        return found

    def names(self) -> list[str]:
        model = self.rows.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def told(self, name: str, role: int) -> str:
        model = self.rows.model()
        return str(model.index(self.names().index(name), 0).data(role))

    def dot(self, name: str) -> str:
        return self.told(name, Role.DOT)

    def current(self) -> str:
        """Whom the list stands at."""
        return str(self.rows.currentIndex().data() or "")

    def chosen(self) -> list[str]:
        return [str(index.data()) for index in self.rows.selectionModel().selectedRows()]

    def click(self, name: str, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        index = self.rows.model().index(self.names().index(name), 0)
        self.rows.scrollTo(index)
        middle = self.rows.visualRect(index).center()
        QTest.mouseClick(self.rows.viewport(), LEFT, held, middle)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Presses a key where the keyboard is."""
        QTest.keyClick(self.page.window().focusWidget(), key, held)

    def stand_at(self, name: str) -> None:
        """Goes to somebody with the keyboard in the list."""
        self.rows.setFocus()
        index = self.rows.model().index(self.names().index(name), 0)
        flags = QItemSelectionModel.SelectionFlag
        self.rows.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def type(self, text: str) -> None:
        """Types in the search, over what stands there."""
        field = self.find(QLineEdit, "find-people")
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)

    def typed(self) -> str:
        return self.find(QLineEdit, "find-people").text()

    def hint(self) -> str:
        return self.find(QLineEdit, "find-people").placeholderText()

    def count(self) -> str:
        return self.find(QLabel, "people-count").text()

    def filter(self, name: str) -> None:
        QTest.mouseClick(self.find(QPushButton, f"filter-{name}"), LEFT)

    def filtered(self, name: str) -> bool:
        return self.find(QPushButton, f"filter-{name}").isChecked()

    # the person's page

    def name(self) -> str:
        """Whose page is in sight."""
        return self.find(QLabel, "person-name").text()

    def headline(self) -> str:
        return self.find(QLabel, "person-headline").text()

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QAbstractButton, name), LEFT)

    def choose(self, action: str) -> None:
        """Chooses an entry of whichever menu of the page holds it."""
        found = self.page.findChildren(QAction, action)
        assert found, f"no menu holds {action}"
        found[-1].trigger()

    def offers(self, action: str) -> bool:
        return self.page.findChild(QAction, action) is not None

    def reached(self) -> list[str]:
        """The rungs at or below the one somebody stands on."""
        ladder = self.find(QWidget, "ladder")
        rungs = ladder.findChildren(QPushButton)
        return [rung.text() for rung in rungs if rung.property("reached") == "true"]

    def words(self, name: str) -> str:
        """What a line that opens says."""
        return self.find(TextButton, name).words()

    def lines(self, card: str) -> list[str]:
        """The lines of a card that open."""
        found = self.find(QWidget, card).findChildren(TextButton)
        return [line.words() for line in found if line.isVisible()]

    def read(self, card: str) -> list[str]:
        """Every label in sight on a card, pills included, from its top."""
        found = self.find(QWidget, card).findChildren(QLabel)
        seen = [label for label in found if label.isVisible() and label.text()]
        seen.sort(key=lambda label: label.mapTo(self.page, QPoint()).y())
        return [label.text() for label in seen]

    def values(self, card: str) -> list[str]:
        """The values on a card that can be marked and copied."""
        return [line.text() for line in self.find(QWidget, card).findChildren(QLineEdit)]

    def tick(self, promise: int) -> None:
        box = self.find(QCheckBox, f"kept-{promise}")
        QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))

    def go_to(self, name: str) -> None:
        """Puts the keyboard on a line or button of the page."""
        self.find(QWidget, name).setFocus()
