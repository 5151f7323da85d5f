"""What a user does and reads in a conversation, its debrief and the cheat-sheet."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.widgets.text import LeadText

W = TypeVar("W", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Driver:
    """Finds what is in sight by its objectName, presses, types and reads."""

    def __init__(self, root: QWidget) -> None:
        self.root = root

    def all(self, kind: type[W], name: str) -> list[W]:
        """Every such widget in sight, in the order they were made."""
        QApplication.processEvents()  # what was just added comes into sight
        return [one for one in self.root.findChildren(kind, name) if one.isVisible()]

    def find(self, kind: type[W], name: str) -> W:
        found = self.all(kind, name)
        assert found, f"no {kind.__name__} named {name} is in sight"
        return found[-1]

    def sees(self, name: str) -> bool:
        return bool(self.all(QWidget, name))

    def press(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Presses a key where the keyboard is."""
        QTest.keyClick(self.at_keyboard(), key, modifiers)

    def write(self, text: str) -> None:
        """Types where the keyboard is."""
        QTest.keyClicks(self.at_keyboard(), text)

    def type(self, name: str, text: str) -> None:
        """Goes into a field and types over what stands there."""
        field = self.find(QWidget, name)
        field.setFocus()
        assert isinstance(field, (QLineEdit, QPlainTextEdit))
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)

    def at_keyboard(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    def focus(self) -> str:
        return self.at_keyboard().objectName()

    def says(self, name: str) -> str:
        """What a label in sight says; "" when it is not in sight."""
        found = self.all(QLabel, name)
        return found[-1].text() if found else ""

    def words_on(self, name: str) -> str:
        return self.find(QAbstractButton, name).text()

    def holds(self, name: str) -> str:
        """What stands in a field."""
        field = self.find(QWidget, name)
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        assert isinstance(field, QLineEdit)
        return field.text()

    def reads(self, name: str) -> list[str]:
        """Every sentence in sight in the card of this name, from top to bottom."""
        card = self.find(QWidget, name)
        parts: list[QWidget] = [*card.findChildren(QLabel), *card.findChildren(LeadText)]
        parts = [part for part in parts if part.isVisible()]
        parts.sort(key=lambda part: part.mapTo(card, part.rect().topLeft()).y())
        return [part.text() for part in parts if isinstance(part, (QLabel, LeadText))]

    def is_ticked(self, name: str) -> bool:
        return self.find(QCheckBox, name).isChecked()

    def tick(self, name: str) -> None:
        self.find(QCheckBox, name).click()

    def choose(self, name: str, words: str) -> None:
        """Picks an entry of a list."""
        box = self.find(QComboBox, name)
        box.setFocus()
        place = box.findText(words)
        assert place >= 0, f"{words} is not among the choices"
        box.setCurrentIndex(place)


class TalkDriver(Driver):
    """The conversation page."""

    def question(self) -> str:
        return self.says("question")

    def follow_ups(self) -> list[str]:
        return [label.text() for label in self.all(QLabel, "follow-up")]

    def notes(self) -> str:
        return self.holds("notes")

    def note(self, text: str) -> None:
        self.find(QPlainTextEdit, "notes").setFocus()
        self.write(text)

    def next(self) -> None:
        self.key(Qt.Key.Key_Return, CTRL)

    def to_the_end(self) -> None:
        """Walks past the last question."""
        for _ in range(40):
            if not self.sees("next"):
                return
            self.next()
        raise AssertionError("the questions do not end")

    def click_beside(self) -> None:
        """Clicks where nothing is to be pressed."""
        QTest.mouseClick(self.find(QLabel, "question"), Qt.MouseButton.LeftButton)

    def kept(self) -> list[tuple[str, str]]:
        """What was kept hold of: its words and what stands below them."""
        rows = []
        for row in self.all(QWidget, "kept"):
            labels = [label.text() for label in row.findChildren(QLabel)]
            rows.append((labels[0], labels[1]))
        return rows

    def phases(self) -> list[str]:
        """Each phase as a reader is told it."""
        rows = [self.all(QAbstractButton, f"phase-{number}") for number in range(1, 10)]
        return [row[0].accessibleName() for row in rows if row]

    def balance(self) -> str:
        return self.find(QAbstractButton, "balance").accessibleDescription()


class DebriefDriver(Driver):
    """The debrief page."""

    def title(self) -> str:
        return self.says("debrief-title")

    def facts(self) -> list[tuple[str, bool, str]]:
        """Each fact offered: its kind, whether it is ticked, its words."""
        offers = self.all(QWidget, "fact-offer")
        found = []
        for offer in offers:
            box = offer.findChild(QCheckBox, "fact-keep")
            kind = offer.findChild(QComboBox, "fact-kind-of")
            words = offer.findChild(QPlainTextEdit, "fact-words")
            assert box is not None and words is not None and kind is not None
            found.append((kind.currentText(), box.isChecked(), words.toPlainText()))
        return found

    def offer(self, kind: str) -> QWidget:
        """The fact offered of this kind."""
        for offer in self.all(QWidget, "fact-offer"):
            box = offer.findChild(QComboBox, "fact-kind-of")
            if box is not None and box.currentText() == kind:
                return offer
        raise AssertionError(f"no fact of the kind {kind} is offered")

    def questions(self) -> dict[str, QPlainTextEdit]:
        """The line under each question of the paper."""
        found = {}
        for asked in self.all(QWidget, "question-asked"):
            label = asked.findChild(QLabel, "question-text")
            words = asked.findChild(QPlainTextEdit, "fact-words")
            assert label is not None and words is not None
            found[label.text()] = words
        return found

    def added(self) -> list[tuple[str, str]]:
        """Each fact added by hand: its kind and its words."""
        found = []
        for row in self.all(QWidget, "fact-added"):
            kind = row.findChild(QComboBox, "fact-kind")
            words = row.findChild(QPlainTextEdit, "fact-text")
            assert kind is not None and words is not None
            found.append((kind.currentText(), words.toPlainText()))
        return found

    def kept(self, card: str) -> list[str]:
        """The lines with a way to take them back in a card."""
        rows = self.find(QWidget, card).findChildren(QWidget, "kept")
        return [row.findChildren(QLabel)[0].text() for row in rows if row.isVisible()]

    def reached(self) -> str:
        """The highest rung that is filled."""
        rungs = self.find(QWidget, "ladder").findChildren(QAbstractButton)
        filled = [rung.text() for rung in rungs if rung.property("reached") == "true"]
        return filled[-1]
