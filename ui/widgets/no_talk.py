"""What the conversation page says when there is none to hold."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.begin_talk import NotBegun
from ui.widgets.layouts import Empty, button, clear


class NoTalk(QWidget):
    """Why there is none, and what to do.

    Signals:
        second_wanted(): another 1-2-1 with the same person is to begin.
        again_wanted(): what was refused is to be tried again.
        leave_wanted(): back to Today.
    """

    second_wanted = Signal()
    again_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)

    def say(self, why: NotBegun, name: str) -> None:
        """Why there is none; `name` is that of whom the user wanted to talk with."""
        if why is NotBegun.TODAY_ALREADY:
            self._say(
                self.tr("You talked with {name} today").format(name=name),
                self.tr("What you noted is kept. If you sit together again, begin another one."),
                button(self.tr("Begin another 1-2-1"), self.second_wanted.emit, name="another"),
            )
        elif why is NotBegun.REFUSED:
            self._say(
                self.tr("This conversation could not be begun"),
                self.tr("The strip below says why. Nothing was changed."),
                button(self.tr("Try again"), self.again_wanted.emit, name="try-again"),
            )
        else:
            self._say(
                self.tr("There is no conversation to hold here"),
                self.tr("Plan a 1-2-1, or begin one from somebody's page."),
            )

    def _say(self, title: str, sentence: str, *more: QPushButton) -> None:
        clear(self._column)
        today = button(self.tr("Back to Today"), self.leave_wanted.emit, "primary", "to-today")
        self._column.addStretch(1)
        self._column.addWidget(Empty(title, sentence, *more, today))
        self._column.addStretch(2)
        today.setFocus()
