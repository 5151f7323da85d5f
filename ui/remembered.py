"""The passphrase kept in the system's keyring, where the user asked for it.

The keyring is asked nothing of a library until then: a mark beside the window's looks says which
are kept. It may be locked itself and ask the user something, so a window asks it in a worker.
"""

from __future__ import annotations

import hashlib
import logging
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings

from planner import APP
from planner.errors import PlannerError

log = logging.getLogger(__name__)

_MARKS = "remembered"
_SAFE = 1  # the least priority that keyring itself recommends; those that keep nothing have less
_PLAIN = ("keyrings.alt.",)  # files that whoever gets hold of the library could read as well


class Remembered:
    """Which libraries' passphrases this computer remembers, and the passphrases.

    `view` is where the window keeps its looks, the machine's own for None. All but `is_marked`
    may wait for the user.
    """

    def __init__(self, view: QSettings | None = None) -> None:
        if view is None:
            view = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APP, APP)
        self._file = view.fileName()

    def is_marked(self, library: Path) -> bool:
        """Whether the user had it remembered; imports and asks nothing."""
        return str(self._marks().value(_mark(library), "")) == "true"

    def recall(self, library: Path) -> str | None:
        """The passphrase; None where none is remembered, or the keyring does not tell it."""
        if not self.is_marked(library):
            return None
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(APP, _account(library)) or None
        except (KeyringError, RuntimeError, OSError) as error:
            log.info("the keyring did not answer: %s", type(error).__name__)
            return None

    def keep(self, library: Path, passphrase: str) -> None:
        """Remembers the passphrase from now on. Raises PlannerError in words."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(APP, _account(library), passphrase)
        except (KeyringError, RuntimeError, OSError) as error:
            log.info("the keyring did not take it: %s", type(error).__name__)
            raise PlannerError(
                "The system's keyring did not take the passphrase, so it is not remembered. "
                "Unlock the keyring, then try again."
            ) from None  # the error's own words may hold what was to be kept
        self._marks().setValue(_mark(library), "true")

    def forget(self, library: Path) -> None:
        """Takes it out of the keyring again; nothing happens where it is not in it.

        Raises PlannerError in words when the keyring does not let go of it.
        """
        if not self.is_marked(library):
            return
        import keyring
        from keyring.errors import KeyringError, PasswordDeleteError

        try:
            with suppress(PasswordDeleteError):  # somebody took it out by hand
                keyring.delete_password(APP, _account(library))
        except (KeyringError, RuntimeError, OSError) as error:
            log.info("the keyring did not let go of it: %s", type(error).__name__)
            raise PlannerError(
                "The system's keyring did not answer, so it still remembers the passphrase. Unlock "
                "it and try again, or remove the entry “visavis” from it yourself."
            ) from None
        self._marks().remove(_mark(library))

    def _marks(self) -> QSettings:
        """The window's settings, by an object of the calling thread's own."""
        return QSettings(self._file, QSettings.Format.IniFormat)


def can_remember() -> bool:
    """Whether this computer has a keyring that keeps a secret one; takes a fifth of a second."""
    try:
        import keyring
        from keyring.backends.chainer import ChainerBackend

        used = keyring.get_keyring()
        chained = used.backends if isinstance(used, ChainerBackend) else (used,)
        return bool(chained) and all(
            each.priority >= _SAFE and not type(each).__module__.startswith(_PLAIN)
            for each in chained
        )
    except Exception as error:  # looking for one runs whatever is installed
        log.info("no keyring: %s", type(error).__name__)
        return False


def _account(library: Path) -> str:
    return os.path.realpath(library)


def _mark(library: Path) -> str:
    return f"{_MARKS}/{hashlib.sha256(_account(library).encode()).hexdigest()[:24]}"
