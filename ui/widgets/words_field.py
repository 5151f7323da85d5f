"""A field for several words or phrases, each a chip that can be taken out again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.widgets.layouts import Flow, button, clear

LONGEST_SHOWN = 48  # characters of a phrase on its chip; a reader is told the whole


class WordsField(QWidget):
    """Phrases in the order they were typed, each once.

    A comma, Enter or leaving the field makes a phrase of what was typed; Backspace in the empty
    line takes the last one up again for correcting; a chip pressed takes its phrase out.

    Signals:
        finished(): the phrases are different.
    """

    finished = Signal()

    def __init__(self, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._example = example
        self._chips = QWidget()
        self._flow = Flow(self._chips, gap=6)
        self._chips.hide()
        self._line = _WordsLine()
        self._line.textEdited.connect(self._on_edited)
        self._line.done.connect(self._take_typed)
        self._line.wants_last.connect(self._take_up_last)
        self.setFocusProxy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._line)
        column.addWidget(self._chips)
        self._show_chips()

    def value(self) -> tuple[str, ...]:
        """The phrases, what still stands in the line included."""
        return tuple(_each_once([*self._words, *_split(self._line.text())]))

    def show_value(self, value: tuple[str, ...]) -> None:
        if list(value) != self._words:
            self._words = list(value)
            self._show_chips()

    def setObjectName(self, name: str) -> None:
        """Names the line too, so that it can be found and typed into."""
        super().setObjectName(name)
        self._line.setObjectName(f"{name}-line")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def _show_chips(self) -> None:
        clear(self._flow)
        before: QWidget = self._line
        for word in self._words:
            chip = self._chip(word)
            self._flow.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip
        self._chips.setVisible(bool(self._words))
        self._line.setPlaceholderText(self.tr("And…") if self._words else self._example)
        self._chips.updateGeometry()

    def _chip(self, word: str) -> QPushButton:
        shown = word if len(word) <= LONGEST_SHOWN else f"{word[: LONGEST_SHOWN - 1]}…"
        chip = button(f"{shown}  ×", self._on_chip, look="chip", name="word")
        chip.setProperty("word", word)
        chip.setAccessibleName(self.tr("Take out {word}").format(word=word))
        return chip

    def _on_chip(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._words.remove(chip.property("word"))
            self._show_chips()
            self._line.setFocus()
            self.finished.emit()

    def _on_edited(self, text: str) -> None:
        if text.endswith((",", ";")):
            self._take_typed()

    def _take_typed(self) -> None:
        words = list(self.value())
        self._line.clear()
        if words != self._words:
            self._words = words
            self._show_chips()
            self.finished.emit()

    def _take_up_last(self) -> None:
        if self._words:
            self._line.setText(self._words.pop())
            self._show_chips()


class _WordsLine(QLineEdit):
    """Where the next phrase is typed.

    Signals:
        done(): Enter was pressed or the line was left.
        wants_last(): Backspace was pressed in the empty line.
    """

    done = Signal()
    wants_last = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.done.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.wants_last.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.done.emit()


def _split(typed: str) -> list[str]:
    return [" ".join(word.split()) for word in typed.replace(";", ",").split(",")]


def _each_once(words: Iterable[str]) -> Iterable[str]:
    seen: dict[str, str] = {}
    for word in words:
        if word:
            seen.setdefault(word.casefold(), word)
    return seen.values()
