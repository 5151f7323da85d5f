"""The thank-you note: drafted from what was said, to be edited, copied or sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.inputs import TickInput
from ui.widgets.layouts import Card, Flow, button
from ui.widgets.letter_field import LetterField
from ui.widgets.text import Text


class DebriefThanks(Card):
    """Follows what is written beside it until it is edited; shut until it is wanted.

    Signals:
        changed(): it was edited, or is sent.
        copy_wanted(str), mail_wanted(str): the note is to go that way.
    """

    changed = Signal()
    copy_wanted = Signal(str)
    mail_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Thank-you note"), parent)
        self.setObjectName("debrief-thank-you")
        self._drafted = ""
        self._told = Text(
            self.tr("From what you wrote; nothing private, no dislike, no worry is in it."), "small"
        )
        self._field = LetterField()
        self._field.setObjectName("thank-you-text")
        self._field.setAccessibleName(self.tr("Thank-you note"))
        self._field.typed.connect(self._on_typed)
        self._copy = button(self.tr("Copy"), self._on_copy, name="thank-you-copy")
        self._mail = button(self.tr("Open in mail program"), self._on_mail, name="thank-you-mail")
        self._again = button(
            self.tr("Draft it anew"), self._on_again, "quiet", "thank-you-draft-again"
        )
        acts = Flow(gap=8)
        for press in (self._mail, self._copy, self._again):
            acts.addWidget(press)
        self._done = Text("", "small")
        self._done.setObjectName("thank-you-done")
        self._done.hide()
        self._sent = TickInput(self.tr("Sent: noted as a touch when you save"))
        self._sent.setObjectName("thank-you-sent")
        self._sent.finished.connect(self.changed)
        self.body.addWidget(self._told)
        self.body.addWidget(self._field)
        self.body.addLayout(acts)
        self.body.addWidget(self._done)
        self.body.addWidget(self._sent)
        self._edited = ""

    def show_note(self, edited: str, *, sent: bool, sent_before: bool) -> None:
        """What the user made of it, "" while it follows the draft; whether it is sent."""
        self._edited = edited
        self._sent.show_value(sent)
        self._sent.setVisible(not sent_before)
        self._done.setVisible(sent_before)
        if sent_before:
            self._done.setText(self.tr("You thanked them already."))
        self._show()

    def show_draft(self, drafted: str) -> None:
        """The note as it would be written from what stands beside it now."""
        self._drafted = drafted
        if not self._field.hasFocus():  # whoever emptied it is about to write their own
            self._show()

    def edited(self) -> str:
        """The note where the user changed it, else ""."""
        return self._edited

    def sent(self) -> bool:
        return self._sent.isVisibleTo(self) and bool(self._sent.value())

    def tell(self, words: str) -> None:
        """What came of copying it, or of opening the mail program."""
        self._done.setText(words)
        self._done.setVisible(bool(words))

    def say_sent(self) -> None:
        """It is on its way, unless the user unticks that."""
        self._sent.show_value(True)
        self.changed.emit()

    def reachable(self, yes: bool) -> None:
        """Whether there is an address that a mail can go to."""
        self._mail.setVisible(yes)

    def _show(self) -> None:
        self._field.show_value(self._edited or self._drafted)
        self._again.setVisible(bool(self._edited))

    def _on_typed(self) -> None:
        text = self._field.value()
        self._edited = "" if text == self._drafted else text
        self._again.setVisible(bool(self._edited))
        self.changed.emit()

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self._field.value())

    def _on_mail(self) -> None:
        self.mail_wanted.emit(self._field.value())

    def _on_again(self) -> None:
        self._edited = ""
        self._show()
        self._field.setFocus()
        self.changed.emit()
