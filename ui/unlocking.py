"""How an encrypted library is opened for a window, and how an encrypted backup is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from planner.journeys.encrypt_library import Key
from ui.remembered import Remembered

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.single_instance import SingleInstance


class OpenStore(Protocol):
    """Opens the library at a path, an encrypted one by its passphrase or what was made of it."""

    def __call__(self, library: Path | None, passphrase: str | Key | None = None) -> Store: ...


def unlock(
    library: Path,
    open_store: OpenStore,
    instance: SingleInstance | None = None,
    view: QSettings | None = None,
) -> Store | None:
    """Asks for the passphrase until it opens the library; None when the user rather quits.

    Raises PlannerError in words when something else is wrong with the library. Later starts raise
    the dialog meanwhile.
    """
    from ui import theme
    from ui.dialogs.unlock import UnlockDialog

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if view is not None:
        scheme = theme.scheme_named(str(view.value("scheme", "")))
        theme.apply(app, scheme, str(view.value("text", "normal")))
    dialog = UnlockDialog(library, open_store, Remembered(view))
    if instance is not None:
        instance.files_handed_over.connect(dialog.raise_with)
        instance.listen()
    loop = QEventLoop()
    dialog.finished.connect(loop.quit)
    dialog.begin()
    loop.exec()
    if instance is not None:
        instance.files_handed_over.disconnect(dialog.raise_with)
        instance.waiting += dialog.files
    store, refusal = dialog.store, dialog.refusal
    dialog.deleteLater()
    if refusal is not None:
        raise refusal
    return store


def ask_passphrase(parent: QWidget | None, path: Path, words: str = "") -> str | None:
    """Asks for the passphrase of another file, a backup say; None when it is not to be opened.

    A wrong one is said in the dialog, which stays. `words` is what it says at first.
    """
    from planner.journeys.restore_library import key_that_opens
    from ui.dialogs.passphrase import AskPassphraseDialog

    dialog = AskPassphraseDialog(path, words, parent, lambda typed: key_that_opens(path, typed))
    dialog.exec()
    typed = dialog.passphrase
    dialog.deleteLater()
    return typed
