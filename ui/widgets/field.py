"""A question of a form: its name, why it is asked, where it is answered, and what is wrong."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.inputs import Input
from ui.widgets.text import Text


class Field(QWidget):
    """One question; `name` says which, and is the input's objectName too.

    Signals:
        finished(str): the user is done with the question of this name.
    """

    finished = Signal(str)

    def __init__(
        self,
        name: str,
        label: str,
        answer: QWidget,
        why: str = "",
        *,
        label_look: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._answer = answer
        answer.setObjectName(name)
        answer.setAccessibleName(label or answer.accessibleName())
        answer.setAccessibleDescription(why)
        self._wrong = Text("", "alert")
        self._wrong.setObjectName(f"{name}-wrong")
        self._wrong.hide()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if label:
            column.addWidget(Text(label, label_look))
        if why:
            column.addWidget(Text(why, "small"))
        if label or why:
            column.addSpacing(2)
        column.addWidget(answer)
        column.addWidget(self._wrong)
        self.input.finished.connect(self._on_finished)

    @property
    def input(self) -> Input:
        return cast("Input", self._answer)

    def say_wrong(self, sentence: str) -> None:
        """Shows what is wrong with the answer; "" for nothing."""
        if sentence == self._wrong.text():
            return
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._answer.setProperty("wrong", "true" if sentence else "false")
        self._answer.style().unpolish(self._answer)
        self._answer.style().polish(self._answer)

    def ask_again(self) -> None:
        """Puts the user where the answer is to be corrected."""
        self._answer.setFocus()

    def _on_finished(self) -> None:
        self.finished.emit(self.name)
