"""Turning encryption on, off, or over to another passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.errors import LibraryLocked
from planner.journeys import encrypt_library
from planner.journeys.encrypt_library import Copies, Key
from ui import background
from ui.dialogs.passphrase import NewPassphrase, PassphraseDialog
from ui.rewriting import Rewriting
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.inputs import TickInput
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.segments import Segments
from ui.widgets.text import Text

ENCRYPT, REMOVE, LEAVE = "encrypt", "remove", "leave"


class _RewritingDialog(PassphraseDialog):
    """What the three have in common: the library is written anew, then it is told of.

    Signals:
        kept(str, str): what there is to say of it besides, and the passphrase from now on; "" for
            none of either.
    """

    kept = Signal(str, str)

    def __init__(self, session: Session, name: str, parent: QWidget | None) -> None:
        super().__init__(name, parent)
        self._store = session.store
        self._passphrase = ""
        self._not_it = False  # the passphrase that was asked for
        self.before: Field | None = None  # where it is asked for
        self.library: Path = session.store.path
        self.rewriting = Rewriting(session, self)
        self.rewriting.done.connect(self.on_written)
        self.rewriting.refused.connect(self.on_refused)

    @property
    def key(self) -> Key:
        key = self._store.key
        assert key is not None, "asked of an encrypted library alone"
        return key

    def on_written(self) -> None:
        """The library is open again, written anew."""
        raise NotImplementedError

    def on_refused(self, sentence: str) -> None:
        """A wrong passphrase is said where it was typed."""
        super().on_refused("" if self._not_it else sentence)
        if self._not_it and self.before is not None:
            self.before.say_wrong(sentence)
            cast("PassphraseInput", self.before.input).mark()
            self.fit()
        self._not_it = False

    def by_passphrase(self, work: Callable[[], Key | None]) -> None:
        """Writes the library anew, which the passphrase until now is asked for."""
        if self.before is not None:
            self.before.say_wrong("")
        self.wait(waiting=True)

        def tried() -> Key | None:
            try:
                return work()
            except LibraryLocked:
                self._not_it = True
                raise

        self.rewriting.start(tried)

    def close_kept(self, label: str, passphrase: str) -> None:
        """Closes, and says what was done."""
        self._passphrase = ""
        self.wait(waiting=False)
        self.accept()
        self.kept.emit(label, passphrase)


class EncryptDialog(_RewritingDialog):
    """Says first what a forgotten passphrase means, then asks for one.

    `copies` are the older backups that anybody could read.
    """

    def __init__(self, session: Session, copies: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(session, "encrypt-dialog", parent)
        self._copies = copies
        self.entitle(
            self.tr("Protect the library with a passphrase"),
            self.tr(
                "The library and every backup from now on are encrypted. Whoever gets hold of the "
                "file reads nothing in it without the passphrase."
            ),
            self.tr("Encrypt the library"),
        )
        self.questions.addWidget(self._warning())
        self._new = NewPassphrase(self)
        self._treat = Segments(
            "copies",
            (
                (ENCRYPT, self.tr("Encrypt them too")),
                (REMOVE, self.tr("Remove them")),
                (LEAVE, self.tr("Leave them")),
            ),
        )
        self._treat.show_value(ENCRYPT)
        if copies:
            self.ask(
                Field(
                    "copies",
                    self.tr("One older backup can be read by anybody")
                    if len(copies) == 1
                    else self.tr(
                        "{count} older backups and put-aside libraries can be read by anybody"
                    ).format(count=len(copies)),
                    self._treat,
                )
            )
        self._understood = TickInput(self.tr("I understand that nobody can bring it back"))
        self._agreed = self.ask(Field("understood", "", self._understood))
        self.questions.addStretch()

    def press(self) -> None:
        if self.busy:
            return
        passphrase = self._new.value()
        self._agreed.say_wrong("")
        if passphrase is None:
            return
        if not self._understood.value():
            self._agreed.say_wrong(self.tr("Tick this first, once the warning above is read."))
            self._agreed.ask_again()
            return
        library, self._passphrase = self.library, passphrase
        self.wait(waiting=True)
        self.rewriting.start(lambda: encrypt_library.encrypt(library, passphrase))

    def on_written(self) -> None:
        """The library first; its older backups while it is in use again."""
        key, copies, treat = self.key, self._copies, self._treat.value()

        def see_to_copies(job: background.Job) -> Copies:
            if treat == ENCRYPT:
                return encrypt_library.encrypt_copies(copies, key)
            return encrypt_library.remove_copies(copies) if treat == REMOVE else Copies(0)

        background.run(see_to_copies, self._on_copies, self._on_copies_refused)

    def _on_copies(self, outcome: Copies) -> None:
        self._on_copies_refused(outcome.refused)

    def _on_copies_refused(self, why: str) -> None:
        words = self.tr("Not every backup could be seen to. {why}").format(why=why)
        self.close_kept(words if why else self._what_became(), self._passphrase)

    def _what_became(self) -> str:
        """Of the older backups; "" where there were none, or they were left."""
        count, treat = len(self._copies), self._treat.value()
        if not count or treat == LEAVE:
            return ""
        if treat == REMOVE:
            words = self.tr("The older backups and put-aside libraries were removed: {count}.")
        else:
            words = self.tr("The older backups and put-aside libraries are encrypted too: {count}.")
        return words.format(count=count)

    def _warning(self) -> QFrame:
        """Before anything is asked, what cannot be put right afterwards."""
        frame = QFrame()
        frame.setProperty("look", "hint")
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(6)
        warning = Text(
            self.tr(
                "If you forget it, nobody can open the library: not we, not you. There is no way "
                "back except an unencrypted export you keep safe."
            ),
            "strong",
        )
        warning.setObjectName("warning")
        column.addWidget(warning)
        column.addWidget(
            Text(
                self.tr(
                    "The unencrypted file is written over as far as that reaches; a solid-state "
                    "drive may keep traces of it. Copies you made elsewhere stay as they are."
                )
            )
        )
        return frame


class ChangePassphraseDialog(_RewritingDialog):
    """Asks for the passphrase there is, and for the one that is to be."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "change-passphrase-dialog", parent)
        self.entitle(
            self.tr("Another passphrase"),
            self.tr(
                "Backups made before keep the passphrase they were made with: remember that one "
                "for as long as you keep them."
            ),
            self.tr("Change the passphrase"),
        )
        self.before = self.ask(
            Field("before", self.tr("The passphrase until now"), PassphraseInput())
        )
        self._new = NewPassphrase(self)
        self.questions.addStretch()

    def press(self) -> None:
        if self.busy:
            return
        asked = self.before
        assert asked is not None
        before = asked.input.value()
        after = self._new.value()
        if after is None:
            return
        library, key, self._passphrase = self.library, self.key, after
        self.by_passphrase(lambda: encrypt_library.change_passphrase(library, key, before, after))

    def on_written(self) -> None:
        self.close_kept(self.tr("The passphrase is another one now"), self._passphrase)


class DecryptDialog(_RewritingDialog):
    """Asks for the passphrase once more, then makes it a plain file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "decrypt-dialog", parent)
        self.entitle(
            self.tr("Turn encryption off"),
            self.tr(
                "The library becomes a plain file again, which whoever gets hold of it can read. "
                "Backups made so far keep their passphrase."
            ),
            self.tr("Turn it off"),
        )
        self.before = self.ask(Field("before", self.tr("Passphrase"), PassphraseInput()))
        self.questions.addStretch()

    def press(self) -> None:
        if self.busy:
            return
        asked = self.before
        assert asked is not None
        library, key, before = self.library, self.key, asked.input.value()

        def decrypt() -> None:
            encrypt_library.decrypt(library, key, before)

        self.by_passphrase(decrypt)

    def on_written(self) -> None:
        self.close_kept(self.tr("The library is no longer encrypted"), "")
