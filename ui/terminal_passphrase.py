"""Where the terminal has an encrypted library's passphrase from."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.errors import LibraryLocked

if TYPE_CHECKING:
    from planner.storage.store import Store

VARIABLE = "VISAVIS_PASSPHRASE"


class OpenStore(Protocol):
    """Opens the library at a path, the user's own for None."""

    def __call__(self, library: Path | None, passphrase: str | None = None) -> Store: ...


def asking_for_it(
    open_store: OpenStore, default_library: Callable[[], Path]
) -> Callable[[Path | None], Store]:
    """Opens a library, and one that is encrypted by the passphrase found or asked for.

    A plain library has nobody asked for anything.
    """

    def opened(library: Path | None) -> Store:
        try:
            return open_store(library)
        except LibraryLocked:
            return open_store(library, passphrase_for(library or default_library()))

    return opened


def passphrase_for(path: Path, library: Path | None = None) -> str:
    """The passphrase of an encrypted file: from the environment, the keyring, or whoever is there.

    `library` is whose backup it is. Raises LibraryLocked in words when there is none to be had.
    """
    if given := os.environ.get(VARIABLE):
        return given
    if known := _remembered(library or path):
        return known
    if sys.stdin is not None and sys.stdin.isatty():
        from getpass import getpass

        try:
            typed = getpass(f"Passphrase of {path.name}: ")
        except EOFError:
            typed = ""
        if typed:
            return typed
    raise LibraryLocked(
        f"{path} is encrypted. Put its passphrase into the environment variable "
        f"{VARIABLE}, or run this in a terminal, where it is asked for."
    )


def _remembered(path: Path) -> str | None:
    """What the window was told to remember."""
    from ui.remembered import Remembered

    return Remembered().recall(path)
