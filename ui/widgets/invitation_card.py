"""The message to the guest: drafted from what is known, the user's to change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.layouts import Card, button, row
from ui.widgets.letter_field import LetterField
from ui.widgets.text import Text

LONG = 120  # words; people answer what they read at a glance. Our choice


class InvitationCard(Card):
    """The message, a word on it, and a way back to the draft once it was edited.

    Signals:
        typed(): the user is changing it.
        finished(): the user has changed it and left it.
        draft_wanted(): it is to be drafted again.
    """

    typed = Signal()
    finished = Signal()
    draft_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Invitation"), parent)
        self.setObjectName("invitation-card")
        self._message = LetterField()
        self._message.setObjectName("invitation")
        self._message.setAccessibleName(self.tr("Invitation"))
        self._words = Text("", "accent")
        self._words.setObjectName("invitation-words")
        self._again = button(self.tr("Draft again"), self.draft_wanted.emit, "link", "draft-again")
        self.body.addWidget(self._message)
        foot = row(self._words, self._again)
        foot.setStretch(0, 1)
        self.body.addLayout(foot)
        self._edited = False
        self._message.typed.connect(self._on_typed)
        self._message.finished.connect(self._on_finished)

    def show_message(self, message: str, *, edited: bool) -> None:
        """Shows the message, `edited` when it is the user's own words."""
        self._message.show_value(message)
        self._say(edited)

    def value(self) -> str:
        return self._message.value()

    def _say(self, edited: bool) -> None:
        self._edited = edited
        count = len(self.value().split())
        if not edited:
            words = self.tr("Personal, no pitch. {count} words.")
        elif count > LONG:
            words = self.tr("{count} words. A shorter one is answered sooner.")
        else:
            words = self.tr("In your own words: {count}.")
        self._words.setText(words.format(count=count))
        self._again.setVisible(edited)

    def _on_typed(self) -> None:
        self._say(True)
        self.typed.emit()

    def _on_finished(self) -> None:
        if self._edited:
            self.finished.emit()
