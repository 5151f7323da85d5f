"""One message of an introduction, to be edited, copied or sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.widgets.layouts import Card, Flow, button, dress, row
from ui.widgets.letter_field import LetterField
from ui.widgets.text import Pill, Text


class IntroductionLetter(Card):
    """A draft and what is done with it; `name` begins the names of its parts.

    Signals:
        mail_wanted(): open it in the mail program.
        copied(): it is in the clipboard.
        done_wanted(): what it is for was done another way.
    """

    mail_wanted = Signal()
    copied = Signal()
    done_wanted = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._state = Pill("", "pine")
        self._state.setObjectName(f"{name}-state")
        head = row(Text(title, "heading"), self._state)
        head.setStretch(0, 1)
        self._field = LetterField()
        self._field.setObjectName(f"{name}-text")
        self._field.setAccessibleName(title)
        self._field.show_value(text)
        words = self.tr("Open in mail program")
        self._mail = button(words, self.mail_wanted.emit, name=f"{name}-mail")
        copy = button(self.tr("Copy"), self._on_copy, name=f"{name}-copy")
        self._done = button("", self.done_wanted.emit, "quiet", f"{name}-done")
        acts = Flow(gap=8)
        for part in (self._mail, copy, self._done):
            part.setAutoDefault(False)
            acts.addWidget(part)
        self.body.addLayout(head)
        self.body.addWidget(self._field)
        self.body.addStretch(1)  # the buttons of two messages stand at one height
        self.body.addLayout(acts)
        self.tell("")

    def call_done(self, words: str) -> None:
        """What the button for another way says."""
        self._done.setText(words)

    def be_next(self, is_next: bool) -> None:
        """Whether this message is the one to send now: its button is the primary one."""
        dress(self._mail, "primary" if is_next else "")

    def value(self) -> str:
        return self._field.value()

    def tell(self, state: str) -> None:
        """How far it is, in a word or two; "" while nothing was done."""
        self._state.setText(state)
        self._state.setVisible(bool(state))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._field.value())
        self.copied.emit()
