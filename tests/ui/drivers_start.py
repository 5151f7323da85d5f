"""What a user does and reads on the first start, About me and Settings."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTime, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)


class FormDriver:
    """Finds a form's widgets by their objectName, answers its questions, reads what it shows."""

    def __init__(self, page: QWidget) -> None:
        self.page = page

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, f"there is no {kind.__name__} named {name}"
        return found

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        """Presses a key where the keyboard is."""
        QTest.keyClick(self.page.window().focusWidget(), key)

    def can_press(self, name: str) -> bool:
        button = self.find(QAbstractButton, name)
        return button.isVisibleTo(self.page) and button.isEnabled()

    def words_on(self, name: str) -> str:
        return self.find(QAbstractButton, name).text()

    def type(self, name: str, text: str) -> None:
        """Types over what stands in a field, and stays in it."""
        field = self.find(QWidget, name)
        field.setFocus()
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)

    def answer(self, name: str, text: str) -> None:
        """Types over what stands in a field, and goes on to the next."""
        self.type(name, text)
        QTest.keyClick(self.find(QWidget, name), Qt.Key.Key_Tab)

    def text(self, name: str) -> str:
        field = self.find(QWidget, name)
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit)
        return field.text()

    def wrong(self, name: str) -> str:
        """What the form says is wrong with an answer."""
        label = self.find(QLabel, f"{name}-wrong")
        return label.text() if label.isVisibleTo(self.page) else ""

    def says(self, name: str) -> str:
        label = self.find(QLabel, name)
        return label.text() if label.isVisibleTo(self.page) else ""

    def focus(self) -> str:
        """The objectName of where the keyboard is."""
        return self.page.window().focusWidget().objectName()

    def drop(self, name: str, *urls: str) -> None:
        """Drags something over a widget and lets it go there."""
        target = self.find(QWidget, name)
        dragged = QMimeData()
        dragged.setUrls([QUrl(url) for url in urls])
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        key = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(5, 5), action, dragged, button, key)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), action, dragged, button, key))

    # words

    def add_word(self, name: str, word: str) -> None:
        line = self.find(QLineEdit, f"{name}-line")
        line.setFocus()
        QTest.keyClicks(line, word)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def words(self, name: str) -> list[str]:
        field = self.find(QWidget, name)
        chips = field.findChildren(QPushButton, "word")
        return [str(chip.property("word")) for chip in chips if not chip.isHidden()]

    def take_out(self, name: str, word: str) -> None:
        field = self.find(QWidget, name)
        for chip in field.findChildren(QPushButton, "word"):
            if chip.property("word") == word and not chip.isHidden():
                QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"{word} is not among the words")

    # the week

    def tick(self, name: str) -> None:
        box = self.find(QCheckBox, name)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))

    def set_time(self, name: str, hour: int, minute: int = 0) -> None:
        edit = self.find(QTimeEdit, name)
        edit.setFocus()
        edit.setTime(QTime(hour, minute))
        while edit.hasFocus():  # Tab goes from the hours to the minutes first
            QTest.keyClick(edit, Qt.Key.Key_Tab)

    def set_number(self, name: str, number: int) -> None:
        box = self.find(QSpinBox, name)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(number))
        QTest.keyClick(box, Qt.Key.Key_Tab)

    def choose(self, name: str, words: str) -> None:
        """Picks an entry as the keyboard does."""
        box = self.find(QComboBox, name)
        box.setFocus()
        at = box.findText(words)
        assert at >= 0, f"{words} is not among the choices"
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def type_zone(self, city: str) -> None:
        box = self.find(QComboBox, "zone-box")
        line = box.lineEdit()
        assert line is not None
        box.setFocus()
        line.selectAll()
        QTest.keyClicks(box, city)
        box.completer().popup().hide()
        QTest.keyClick(box, Qt.Key.Key_Return)
