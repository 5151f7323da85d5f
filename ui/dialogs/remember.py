"""Has the system's keyring remember the passphrase of the open library."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.errors import LibraryLocked
from ui import background
from ui.dialogs.passphrase import PassphraseDialog
from ui.remembered import Remembered
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.passphrase_input import PassphraseInput


class RememberDialog(PassphraseDialog):
    """Asks for the passphrase: the program keeps none itself that it could hand on."""

    def __init__(
        self, session: Session, remembered: Remembered, parent: QWidget | None = None
    ) -> None:
        super().__init__("remember-dialog", parent)
        self._store = session.store
        self._remembered = remembered
        self.entitle(
            self.tr("Remember the passphrase"),
            self.tr(
                "This computer's keyring keeps it. Whoever uses your account here can then open "
                "the library."
            ),
            self.tr("Remember it"),
        )
        self._field = self.ask(Field("passphrase", self.tr("Passphrase"), PassphraseInput()))
        self.questions.addStretch()

    def press(self) -> None:
        key, library = self._store.key, self._store.path
        typed, remembered = self._field.input.value(), self._remembered
        if self.busy or key is None:
            return
        wrong = self.tr("That is not the passphrase the library opens with. Type it again.")
        self.wait(waiting=True)

        def keep(job: background.Job) -> None:
            if not key.is_of(typed):
                raise LibraryLocked(wrong)
            remembered.keep(library, typed)

        background.run(keep, self._on_kept, self.on_refused)

    def _on_kept(self, nothing: None) -> None:
        self.wait(waiting=False)
        self.accept()
