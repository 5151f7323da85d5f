"""What a user does and reads on the page where a 1-2-1 is prepared."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QRadioButton,
    QWidget,
)

from tests.ui.drivers_talk import Driver


class PrepareDriver(Driver):
    """Questions, what not to forget, what to offer, and the page beside."""

    def questions(self) -> list[str]:
        return [one.text() for one in self.all(QLabel, "opener-text")]

    def reasons(self) -> list[str]:
        return [one.text() for one in self.all(QLabel, "opener-why")]

    def another(self, place: int) -> None:
        """Another question in the place of one, counted from 0."""
        self.all(QAbstractButton, "another")[place].click()
        QApplication.processEvents()

    def guides(self) -> list[str]:
        box = self.find(QComboBox, "prepare-guide")
        return [box.itemText(at) for at in range(box.count())]

    @property
    def guide(self) -> str:
        return self.find(QComboBox, "prepare-guide").currentText()

    def choose_guide(self, title: str) -> None:
        """Picks a guide as with the keyboard: by its first letters."""
        box = self.find(QComboBox, "prepare-guide")
        box.setFocus()
        QTest.keyClicks(box, title)
        QApplication.processEvents()

    def not_to_forget(self) -> list[str]:
        return [one.text() for one in self.all(QLabel, "dont-forget-line")]

    def note_news(self, text: str) -> None:
        self.type("own-news", text)
        self.key(Qt.Key.Key_Return)

    def offers(self) -> list[str]:
        return [one.text() for one in self.all(QLabel, "offer-text")]

    def offered(self) -> list[str]:
        """What is chosen of it."""
        marks = self.all(QRadioButton, "offer-choice")
        return [mark.accessibleName() for mark in marks if mark.isChecked()]

    def offer(self, text: str) -> None:
        """Presses the mark before something to offer."""
        (mark,) = [m for m in self.all(QRadioButton, "offer-choice") if m.accessibleName() == text]
        mark.click()
        QApplication.processEvents()

    def sheet(self) -> str:
        """Everything on the page beside; "" while there is none in sight."""
        views = [one for one in self.root.findChildren(QWidget, "sheet-view") if one.isVisible()]
        return "\n".join(one.accessibleDescription() for one in views)

    def day(self) -> list[str]:
        """The 1-2-1s of the day; the one in sight in brackets."""
        chips = self.all(QAbstractButton, "day-chip")
        return [f"[{one.text()}]" if one.isChecked() else one.text() for one in chips]

    def turn_to(self, words: str) -> None:
        """Presses one of the day's."""
        (chip,) = [one for one in self.all(QAbstractButton, "day-chip") if words in one.text()]
        chip.click()
        QApplication.processEvents()

    def primary(self) -> list[str]:
        """The words on every primary button in sight."""
        buttons = self.root.findChildren(QAbstractButton)
        return [
            one.text() for one in buttons if one.isVisible() and one.property("look") == "primary"
        ]
