"""A few choices in a row of which one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.widgets.layouts import Flow


class Segments(QWidget):
    """Buttons side by side, one of them pressed; arrow keys go between them.

    `choices` are values with their words; each button's objectName is `name-value`.

    Signals:
        finished(): another was chosen.
    """

    finished = Signal()

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values = [value for value, _ in choices]
        flow = Flow(self, gap=6)
        for number, (value, words) in enumerate(choices):
            # No `button`, which takes Enter for itself: that is for what the dialog is for.
            choice = QPushButton(words.replace("&", "&&"))
            choice.setObjectName(f"{name}-{value}")
            choice.setCheckable(True)
            choice.setAutoDefault(False)  # in a field Enter is for the main button
            self._group.addButton(choice, number)
            flow.addWidget(choice)
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> str:
        return self._values[self._group.checkedId()]

    def show_value(self, value: str) -> None:
        self._group.button(self._values.index(value)).setChecked(True)

    def say(self, value: str, words: str) -> None:
        """Other words for one of the choices."""
        self._group.button(self._values.index(value)).setText(words.replace("&", "&&"))

    def _on_clicked(self) -> None:
        self.finished.emit()
