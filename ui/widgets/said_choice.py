"""The user's own word on a person, out of a few side by side."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.segments import Segments
from ui.widgets.text import plain_tip


class SaidChoice(QWidget):
    """Choices side by side, the one that holds pressed; arrow keys go between them.

    `told` are the values, each with its words and what it means; `about` is what is chosen, for
    those who hear it. Nothing is kept here: whoever shows it does what `chosen` asks for, and then
    shows the person anew. So what could not be kept does not stay pressed.

    Signals:
        chosen(str): another was chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        about: str,
        told: Mapping[str, tuple[str, str]],
        holds: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}-choice")
        self.setAccessibleName(about)
        self._holds = holds
        self._choices = Segments(name, [(value, words) for value, (words, _) in told.items()])
        self._choices.show_value(holds)
        self._choices.finished.connect(self._on_finished)
        for value, (_, meaning) in told.items():
            choice = self._choices.findChild(QPushButton, f"{name}-{value}")
            if choice is not None:
                choice.setProperty("look", "chip")
                choice.setToolTip(plain_tip(meaning))
                choice.setAccessibleDescription(meaning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choices)

    def value(self) -> str:
        """The choice that holds."""
        return self._choices.value()

    def _on_finished(self) -> None:
        word = self._choices.value()
        if word != self._holds:
            self.chosen.emit(word)
            self._choices.show_value(self._holds)
