"""Settings' card about the passphrase: on or off, another one, and whether it is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QWidget

from planner.journeys import encrypt_library
from planner.journeys.encrypt_library import Copies
from ui import asking, background
from ui.remembered import Remembered, can_remember
from ui.session import Session
from ui.widgets.inputs import TickInput
from ui.widgets.layouts import Card, button, row
from ui.widgets.text import Text


class PassphraseCard(Card):
    """What protects the library's file, and the ways to change that."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Passphrase"), parent)
        self._session = session
        self._copies: list[Path] = []
        self._can_remember: bool | None = None
        self._words = Text("", "soft")
        self._words.setObjectName("encryption")
        self._told = Text("", "accent")
        self._told.setObjectName("encryption-told")
        self._told.hide()
        self._on = button(self.tr("Turn on…"), self._turn_on, name="encrypt")
        self._change = button(self.tr("Change…"), self._change_it, name="change-passphrase")
        self._off = button(self.tr("Turn off…"), self._turn_off, name="decrypt")
        self._remember = TickInput(self.tr("Remember it on this computer"))
        self._remember.setObjectName("remember")
        self._remember.finished.connect(self._on_remember)
        self._plain = Text("", "alert")
        self._plain.setObjectName("plain-copies")
        self._encrypt_copies = button(
            self.tr("Encrypt them"), self._on_encrypt_copies, name="encrypt-copies"
        )
        self._remove_copies = button(
            self.tr("Remove them"), self._on_remove_copies, name="remove-copies"
        )
        self._exported = Text(
            self.tr("What you export is not encrypted, and can be read by anybody."), "small"
        )
        self.body.addWidget(self._words)
        self.body.addWidget(self._told)
        self.body.addLayout(row(self._on, self._change, self._off, None))
        self.body.addWidget(self._remember)
        self.body.addWidget(self._plain)
        self.body.addLayout(row(self._encrypt_copies, self._remove_copies, None))
        self.body.addWidget(self._exported)
        self.refresh()

    def refresh(self) -> None:
        """Shows how it stands now."""
        encrypted = self._session.store.encrypted
        available = encrypted or encrypt_library.is_available()
        if encrypted:
            words = self.tr(
                "The library is encrypted, and so is every backup made from now on. It opens with "
                "its passphrase alone."
            )
        elif available:
            words = self.tr(
                "Whoever gets hold of the library's file can read it, unless it has a passphrase."
            )
        else:
            words = self.tr(
                "Encryption is not available on this computer: the package sqlcipher3 has no "
                "version for it."
            )
        self._words.setText(words)
        self._on.setVisible(available and not encrypted)
        for part in (self._change, self._off, self._exported):
            part.setVisible(encrypted)
        self._refresh_remembering(encrypted)
        self._refresh_copies(encrypted)

    def _refresh_remembering(self, encrypted: bool) -> None:
        self._remember.setChecked(encrypted and self._remembered().is_marked(self._library))
        self._remember.setVisible(encrypted and bool(self._can_remember))
        if encrypted and self._can_remember is None:
            self._can_remember = False  # until it is known; asked once
            background.run(lambda job: can_remember(), self._on_can_remember)

    def _refresh_copies(self, encrypted: bool) -> None:
        self._copies = encrypt_library.plain_copies(self._library) if encrypted else []
        count = len(self._copies)
        self._plain.setText(
            self.tr("One older backup is not encrypted.")
            if count == 1
            else self.tr("{count} older backups and put-aside libraries are not encrypted.").format(
                count=count
            )
        )
        for part in (self._plain, self._encrypt_copies, self._remove_copies):
            part.setVisible(bool(count))
            part.setEnabled(True)

    @property
    def _library(self) -> Path:
        return self._session.store.path

    def _remembered(self) -> Remembered:
        view = getattr(self.window(), "view", None)
        return Remembered(view if isinstance(view, QSettings) else None)

    def _turn_on(self) -> None:
        from ui.dialogs.encrypt import EncryptDialog

        copies = encrypt_library.plain_copies(self._library)
        dialog = EncryptDialog(self._session, copies, self)
        dialog.kept.connect(self._on_kept)
        _open(dialog)

    def _change_it(self) -> None:
        from ui.dialogs.encrypt import ChangePassphraseDialog

        dialog = ChangePassphraseDialog(self._session, self)
        dialog.kept.connect(self._on_kept)
        _open(dialog)

    def _turn_off(self) -> None:
        from ui.dialogs.encrypt import DecryptDialog

        dialog = DecryptDialog(self._session, self)
        dialog.kept.connect(self._on_kept)
        _open(dialog)

    def _on_kept(self, label: str, passphrase: str) -> None:
        """The library was written anew; what is remembered follows."""
        remembered, library = self._remembered(), self._library
        if remembered.is_marked(library):

            def follow(job: background.Job) -> None:
                if passphrase:
                    remembered.keep(library, passphrase)
                else:
                    remembered.forget(library)

            background.run(follow, None, self._on_refused)
        self._told.setText(label)
        self._told.setVisible(bool(label))
        self.refresh()

    def _on_can_remember(self, can: bool) -> None:
        self._can_remember = can
        self._refresh_remembering(self._session.store.encrypted)

    def _on_remember(self) -> None:
        """Remembering needs the passphrase once more: the program itself does not keep it."""
        if not self._remember.isChecked():
            remembered, library = self._remembered(), self._library
            background.run(lambda job: remembered.forget(library), None, self._on_refused)
            return
        from ui.dialogs.remember import RememberDialog

        dialog = RememberDialog(self._session, self._remembered(), self)
        dialog.finished.connect(self.refresh)
        _open(dialog)

    def _on_encrypt_copies(self) -> None:
        key, copies = self._session.store.key, self._copies
        assert key is not None
        self._see_to_copies(lambda: encrypt_library.encrypt_copies(copies, key))

    def _on_remove_copies(self) -> None:
        count = len(self._copies)
        if asking.ask(
            self,
            self.tr("Remove backups"),
            self.tr("One backup is removed for good.")
            if count == 1
            else self.tr("{count} backups are removed for good.").format(count=count),
            self.tr("Remove"),
            self.tr("Keep"),
        ):
            copies = self._copies
            self._see_to_copies(lambda: encrypt_library.remove_copies(copies))

    def _see_to_copies(self, work: Callable[[], Copies]) -> None:
        had_focus = self._encrypt_copies.hasFocus() or self._remove_copies.hasFocus()
        if had_focus:  # they go; whoever pressed one stays in this card
            self._change.setFocus()
        for part in (self._encrypt_copies, self._remove_copies):
            part.setEnabled(False)
        background.run(lambda job: work(), self._on_seen_to, self._on_refused)

    def _on_seen_to(self, outcome: Copies) -> None:
        if outcome.refused:
            self._session.refused.emit(outcome.refused)
        self.refresh()

    def _on_refused(self, sentence: str) -> None:
        self._session.refused.emit(sentence)
        self.refresh()


def _open(dialog: QDialog) -> None:
    """Over the page; forgotten once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
