"""A user without a mouse: Tab leads to everything, and keys do the rest."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from tests.ui.drivers_talk import CTRL, NONE, Driver

MOST_TABS = 160  # presses that are more than anybody's way


class Keyboard(Driver):
    """Whatever has the keyboard gets what is pressed; a way there that is missing fails."""

    def at_keyboard(self) -> QWidget:
        """Where the keyboard is; on a desk with several windows, in this one."""
        window = self.root.window()
        found = QApplication.focusWidget()
        if found is None or found.window() is not window:
            found = window.focusWidget() or window
        return found

    def tab_to(self, widget: QWidget) -> None:
        """Presses Tab until the keyboard is on a widget."""
        for _ in range(MOST_TABS):
            if self.at_keyboard() is widget:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {widget.objectName()}")

    def tab_to_name(self, name: str) -> None:
        self.tab_to(self.find(QWidget, name))

    def tab_to_group(self, prefix: str) -> None:
        """Presses Tab until the keyboard is on one of a row of choices."""
        seen = []
        for _ in range(MOST_TABS):
            if self.focus().startswith(prefix):
                return
            seen.append(self.focus())
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {prefix}…: {seen}")

    def choose_in_group(self, prefix: str, name: str) -> None:
        """Goes to a row of choices with Tab, along it with the arrows, and takes one."""
        self.tab_to_group(prefix)
        button = self.find(QAbstractButton, name)
        for _ in range(12):
            if self.at_keyboard() is button:
                break
            self.key(_arrow(self.at_keyboard(), button))
        assert self.at_keyboard() is button, f"the arrows do not lead to {name}"
        if not button.isChecked():
            self.key(Qt.Key.Key_Space)
        assert button.isChecked()

    def choose_in_list(self, box: QComboBox, words: str) -> None:
        """Goes through a list of choices with the arrows, from the one that holds."""
        assert self.at_keyboard() is box
        place = box.findText(words)
        assert place >= 0, f"{words} is not among the choices"
        step = Qt.Key.Key_Down if place > box.currentIndex() else Qt.Key.Key_Up
        for _ in range(box.count()):
            if box.currentText() == words:
                return
            self.key(step)
        raise AssertionError(f"the arrows do not lead to {words}")

    def type_over(self, words: str) -> None:
        """Writes in place of all that stands there."""
        self.key(Qt.Key.Key_A, CTRL)
        self.write(words)

    def write_below(self, words: str) -> None:
        """Goes to the end of what stands there, and writes on."""
        self.key(Qt.Key.Key_End, CTRL)
        self.write(words)

    def write(self, text: str) -> None:
        """Types where the keyboard is; letters that few keyboards have, as one of those."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.at_keyboard(), letter)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.at_keyboard(), QKeyEvent(kind, 0, NONE, letter))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.at_keyboard(), key, modifiers)
        QApplication.processEvents()


def _arrow(here: QWidget, there: QWidget) -> Qt.Key:
    """The arrow that leads from one widget towards another beside it, or in another row."""
    at, to = here.geometry(), there.geometry()
    if to.top() >= at.bottom():
        return Qt.Key.Key_Down
    if to.bottom() <= at.top():
        return Qt.Key.Key_Up
    return Qt.Key.Key_Right if to.left() > at.left() else Qt.Key.Key_Left
