"""Asking for a passphrase: the one there is, or a new one twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from planner.domain.passphrases import Strength, strength
from ui import background
from ui.dialogs.fitted import FittedDialog
from ui.widgets.field import Field
from ui.widgets.layouts import button, dress, row
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text import Text

LETTERS = 62  # across, whatever the text size: at the largest it would else be too high
MARGIN = 22  # pixels around everything


class PassphraseDialog(FittedDialog):
    """A few fields, and one button that may take a moment; what is wrong is said in the dialog.

    Subclasses `entitle` it, add what they ask, and say in `press` what the button does.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._heading = Text("", "name")
        self._heading.setObjectName("form-title")
        self._lead = Text("", "soft")
        self._wrong = Text("", "alert")
        self._wrong.setObjectName("form-wrong")
        self._wrong.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._act = button("", self.press, "primary", "save")
        self._act.setDefault(True)
        self._cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        self._cancel.setAutoDefault(False)
        self._asked = QWidget()
        self.questions = QVBoxLayout(self._asked)
        self.questions.setContentsMargins(0, 0, 0, 0)
        self.questions.setSpacing(14)
        self.feet = row(None, self._cancel, self._act)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(14)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addWidget(self._asked, 1)
        column.addWidget(self._wrong)
        column.addWidget(self._progress)
        column.addLayout(self.feet)
        self._first: Field | None = None

    def entitle(self, title: str, words: str, act: str) -> None:
        """What it is about, in a few words and a sentence, and what the button says."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._lead.setText(words)
        self._lead.setVisible(bool(words))
        self._act.setText(act)

    @property
    def busy(self) -> bool:
        """Whether the button's work is under way; the dialog cannot be left meanwhile."""
        return not self._act.isEnabled()

    def press(self) -> None:
        """What the button is for."""
        raise NotImplementedError

    def ask(self, field: Field) -> Field:
        """Adds a question below those there are; the user begins at the first."""
        self.questions.addWidget(field)
        self._first = self._first or field
        return field

    def say_wrong(self, sentence: str) -> None:
        """Shows why it could not be; "" for nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._wrong.setAccessibleName(sentence)
        self.fit()

    def wait(self, *, waiting: bool) -> None:
        """Nothing can be typed or pressed while it works."""
        if waiting:
            self.say_wrong("")
        for part in (self._asked, self._act, self._cancel):
            part.setEnabled(not waiting)
        self._progress.setVisible(waiting)

    def on_refused(self, sentence: str) -> None:
        """What was asked for could not be done; what was typed stays."""
        self.wait(waiting=False)
        self.say_wrong(sentence)

    def reject(self) -> None:
        if not self.busy:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        self.ensurePolished()
        self.setMinimumWidth(LETTERS * self.fontMetrics().averageCharWidth())
        if self._first is not None:
            self._first.ask_again()
        super().showEvent(event)


class NewPassphrase:
    """Two fields for a passphrase that is to be: it cannot be read, so it is typed twice."""

    def __init__(self, dialog: PassphraseDialog) -> None:
        self._dialog = dialog
        self._input, again = PassphraseInput(), PassphraseInput()
        self.first = dialog.ask(
            Field(
                "passphrase",
                dialog.tr("New passphrase"),
                self._input,
                dialog.tr(
                    "Four words with nothing in common are hard to guess and easy to remember."
                ),
            )
        )
        self._strength = Text("", "small")
        self._strength.setObjectName("strength")
        self._input.typed.connect(self._on_typed)
        dialog.questions.addWidget(self._strength)
        dialog.questions.setSpacing(10)
        self._again = dialog.ask(Field("again", dialog.tr("Once more"), again))
        self._warned = ""  # the passphrase that was called easy to guess; taken the second time
        self._on_typed("")

    def value(self) -> str | None:
        """What was typed both times; None, and it is said what is wrong, when it is no good."""
        typed = str(self.first.input.value())
        self.first.say_wrong("")
        self._again.say_wrong("")
        if not typed.strip():
            self.first.say_wrong(self._dialog.tr("Type a passphrase."))
            self.first.ask_again()
            return None
        if typed != self._again.input.value():
            self._again.say_wrong(
                self._dialog.tr("This is not the same as above. Show both to compare them.")
            )
            self._again.ask_again()
            return None
        if strength(typed) is Strength.WEAK and typed != self._warned:
            self._warned = typed
            self.first.say_wrong(
                self._dialog.tr("It is easy to guess. Press again to take it all the same.")
            )
            self.first.ask_again()
            return None
        return typed

    def _on_typed(self, typed: str) -> None:
        dress(self._strength, "alert" if strength(typed) is Strength.WEAK else "small")
        self._strength.setText(_strength_in_words(self._dialog, strength(typed)))


def _strength_in_words(dialog: QDialog, found: Strength) -> str:
    return {
        Strength.NONE: " ",
        Strength.WEAK: dialog.tr("Easy to guess: longer than eight signs, better four words."),
        Strength.FAIR: dialog.tr("Fair: one more word would make it hard to guess."),
        Strength.STRONG: dialog.tr("Hard to guess."),
    }[found]


class AskPassphraseDialog(PassphraseDialog):
    """Asks for the passphrase of a file; `passphrase` is what was typed, None when nothing was.

    `opens` tries it, in a worker, and raises LibraryLocked in words for a wrong one.
    """

    def __init__(
        self,
        path: Path,
        words: str = "",
        parent: QWidget | None = None,
        opens: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__("ask-passphrase-dialog", parent)
        self.passphrase: str | None = None
        self._opens = opens
        self._typed = ""
        self.entitle(
            self.tr("Passphrase"),
            self.tr("{file} is encrypted.").format(file=path.name),
            self.tr("Open"),
        )
        self._field = self.ask(Field("passphrase", self.tr("Its passphrase"), PassphraseInput()))
        self.questions.addStretch()
        self.say_wrong(words)

    def press(self) -> None:
        typed = self._field.input.value()
        if not typed:
            self._field.say_wrong(self.tr("Type the passphrase."))
            self._field.ask_again()
            return
        if self._opens is None:
            self.passphrase = typed
            self.accept()
            return
        self._typed, opens = typed, self._opens
        self._field.say_wrong("")
        self.wait(waiting=True)
        background.run(lambda job: [opens(typed)], self._on_opened, self._on_not_opened)

    def _on_opened(self, opened: object) -> None:
        self.wait(waiting=False)
        self.passphrase = self._typed
        self.accept()

    def _on_not_opened(self, sentence: str) -> None:
        self.wait(waiting=False)
        self._field.say_wrong(sentence)
        cast("PassphraseInput", self._field.input).mark()
        self.fit()
