"""The window of an encrypted library before it is opened: asks for the passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from planner.errors import LibraryLocked, PlannerError
from planner.journeys.encrypt_library import Key, key_of
from ui import assets, background
from ui.dialogs.fitted import FittedDialog
from ui.remembered import Remembered, can_remember
from ui.widgets.field import Field
from ui.widgets.inputs import TickInput
from ui.widgets.layouts import button, row
from ui.widgets.passphrase_input import PassphraseInput
from ui.widgets.text import ElidedText, Text

if TYPE_CHECKING:
    from planner.storage.store import Store

WIDTH = 460  # pixels, at the normal text size
SIGN = 52  # pixels across
AGAIN_MS = 600  # before another passphrase can be tried, so that nobody tries them by machine
PATIENCE_MS = 400  # of a remembered passphrase, before there is anything to see


class UnlockDialog(FittedDialog):
    """Opens the library with what is typed, as often as it takes; `store` has it afterwards.

    The key is made in a worker: a tenth of a second and more. Whatever else is wrong with the
    library ends the dialog, and `refusal` says what.
    """

    def __init__(
        self,
        library: Path,
        open_store: Callable[[Path, Key], Store],
        remembered: Remembered,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("unlock-dialog")
        self.setWindowTitle("Vis-à-vis")
        self.store: Store | None = None
        self.refusal: PlannerError | None = None
        self.files: list[str] = []  # what later starts gave to be brought in
        self._library = library
        self._open_store = open_store
        self._remembered = remembered
        self._typed = ""

        self._input = PassphraseInput()
        self._field = Field("passphrase", self.tr("Passphrase"), self._input)
        self._keep = TickInput(self.tr("Remember on this computer"))
        self._keep.setObjectName("remember")
        self._keep.hide()
        self._forgotten = Text(
            self.tr(
                "Without the passphrase nobody can open it. If you have an export, or a backup "
                "whose passphrase you remember, there are other ways."
            ),
            "small",
        )
        self._forgotten.setObjectName("forgotten")
        self._forgotten.hide()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._open = button(self.tr("Open"), self.press, "primary", "open")
        self._open.setDefault(True)
        self._quit = button(self.tr("Quit"), self.reject, name="quit")
        self._quit.setAutoDefault(False)
        self._others = button(self.tr("Other ways…"), self._go_to_others, name="other-ways")
        self._others.setAutoDefault(False)
        self._others.hide()
        self._lay_out()
        background.run(lambda job: can_remember(), self._offer_to_remember)

    def begin(self) -> None:
        """Shows itself, unless the remembered passphrase opens the library before anybody looks."""
        marked = self._remembered.is_marked(self._library)
        self._keep.setChecked(marked)
        if not marked:
            self._appear()
            return
        library, remembered = self._library, self._remembered
        self._wait(waiting=True)

        def recall(job: background.Job) -> tuple[str, Key | None]:
            passphrase = remembered.recall(library) or ""
            return passphrase, key_of(library, passphrase) if passphrase else None

        background.run(recall, self._on_recalled, self._on_refused)
        QTimer.singleShot(PATIENCE_MS, self._appear)

    def press(self) -> None:
        """Tries what is typed."""
        if not self._open.isEnabled():
            return
        self._typed, library = self._input.value(), self._library
        if not self._typed:
            self._field.say_wrong(self.tr("Type the passphrase."))
            self._input.setFocus()
            return
        typed = self._typed
        self._field.say_wrong("")
        self._wait(waiting=True)
        background.run(lambda job: key_of(library, typed), self._on_key, self._on_refused)

    def raise_with(self, files: list[str]) -> None:
        """Another start was made: comes to the front; the files are brought in once it is open."""
        self.files += files
        self._appear()
        self.raise_()
        self.activateWindow()

    def _on_recalled(self, found: tuple[str, Key | None]) -> None:
        self._typed, key = found
        if key is None:
            self._ask(self.tr("The system's keyring does not tell the passphrase. Type it."))
            return
        if not self._opened_with(key):
            self._ask(self.tr("The passphrase remembered here no longer opens it. Type the new."))

    def _on_key(self, key: Key) -> None:
        if not self._opened_with(key):
            # Not at once: somebody who tries many is to be slower than somebody who mistypes.
            QTimer.singleShot(AGAIN_MS, self._say_no)

    def _opened_with(self, key: Key) -> bool:
        """Whether the key was the right one; anything else that is wrong ends the dialog."""
        try:
            self.store = self._open_store(self._library, key)
        except LibraryLocked:
            return False
        except PlannerError as refusal:
            self.refusal = refusal
            self.reject()
            return True
        self._remember()
        return True

    def _remember(self) -> None:
        """Keeps the passphrase, or lets go of it, as was ticked; then the dialog is done."""
        library, remembered, typed = self._library, self._remembered, self._typed
        self._typed = ""
        wanted, marked = self._keep.isChecked(), remembered.is_marked(library)
        if not (wanted and self._keep.isVisibleTo(self)) and not (marked and not wanted):
            self.accept()
            return

        def see_to_it(job: background.Job) -> None:
            if wanted:
                remembered.keep(library, typed)
            else:
                remembered.forget(library)

        background.run(see_to_it, self._on_seen_to, self._on_seen_to)

    def _on_seen_to(self, result: object) -> None:
        """Open it is either way; what could not be remembered is asked for again next time."""
        self.accept()

    def _on_refused(self, sentence: str) -> None:
        self.refusal = PlannerError(sentence)
        self.reject()

    def _say_no(self) -> None:
        self._ask(self.tr("That is not it. Look for a slip: Show shows what you typed."))
        self._forgotten.show()
        self._others.show()

    def _go_to_others(self) -> None:
        """Whoever is sure of it may have a backup that it opens; whoever is not begins anew."""
        self.refusal = LibraryLocked(
            self.tr(
                "Nobody can open {file} without its passphrase. An export, or a backup made "
                "before it was encrypted, opens without one; a backup with an older passphrase "
                "opens by that. If you are sure of the passphrase, the beginning of the file may "
                "be damaged: then a backup opens by it."
            ).format(file=self._library.name)
        )
        self.reject()

    def _ask(self, sentence: str) -> None:
        self._wait(waiting=False)
        self._field.say_wrong(sentence)
        self._appear()
        self._input.mark()

    def _wait(self, *, waiting: bool) -> None:
        for part in (self._field, self._keep, self._open):
            part.setEnabled(not waiting)
        self._progress.setVisible(waiting)

    def _appear(self) -> None:
        if self.store is None and self.refusal is None and not self.isVisible():
            self.show()
            self._input.setFocus()

    def _offer_to_remember(self, can: bool) -> None:
        self._keep.setVisible(can)

    def _lay_out(self) -> None:
        sign = Text(wrap=False)
        sign.setPixmap(assets.pixmap("visavis", "", SIGN, self.devicePixelRatioF()))
        sign.setFixedSize(QSize(SIGN, SIGN))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(self.tr("Your library is locked"), "title"))
        words.addWidget(ElidedText(str(self._library), "soft"))
        head = row(sign, words, gap=16)
        head.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._field)
        column.addWidget(self._keep)
        column.addWidget(self._forgotten)
        column.addWidget(self._progress)
        column.addStretch(1)
        column.addLayout(row(self._quit, None, self._others, self._open))
        column.setAlignment(self._keep, Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(WIDTH)
