"""A few choices in a row of which any number hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.layouts import Flow, button


class Several(QWidget):
    """Buttons side by side, each pressed or not.

    `choices` are a name, a value and its words; each button's objectName is `name-` and its own.

    Signals:
        finished(): another choice holds.
    """

    finished = Signal()

    def __init__(
        self, name: str, choices: Sequence[tuple[str, Any, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons: list[tuple[Any, QPushButton]] = []
        flow = Flow(self, gap=6)
        for of, value, words in choices:
            made = button(words, look="chip", name=f"{name}-{of}")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.clicked.connect(self.finished)
            self._buttons.append((value, made))
            flow.addWidget(made)
        self.setFocusProxy(self._buttons[0][1])

    def value(self) -> frozenset[Any]:
        return frozenset(value for value, made in self._buttons if made.isChecked())

    def show_value(self, value: frozenset[Any]) -> None:
        for each, made in self._buttons:
            made.setChecked(each in value)
