"""Encryption at rest: turned on, turned off, under another passphrase, and what that leaves plain.

Nobody may have the library open while it is written anew: an open store rests meanwhile
(`Store.rest`, `Store.take_up`). Each of these takes some tenths of a second, so a window walks
them beside itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from planner.domain.library_header import HEADER_BYTES, is_library
from planner.errors import LibraryError, LibraryLocked, PlannerError
from planner.storage import backups, cipher, rekeying, replacing
from planner.storage.cipher import Key
from planner.storage.open_files import bytes_of
from planner.storage.wiping import wipe_away

__all__ = ["Key"]  # passed on by those who may not know what it is made of


@dataclass(frozen=True, slots=True)
class Copies:
    """What became of older copies: how many were seen to, and why one was not ("" for none)."""

    done: int
    refused: str = ""


def is_available() -> bool:
    """Whether this computer can encrypt; where not, nothing encrypted can be opened either."""
    return cipher.is_available()


def key_of(library: Path, passphrase: str) -> Key:
    """What opens an encrypted library in place of its passphrase; a tenth of a second's work.

    Whether it does is said by opening it. Raises LibraryError in words.
    """
    try:
        return Key.of(library, passphrase)
    except OSError as error:
        raise LibraryError(f"The library {library} cannot be read: {error.strerror}.") from error


def encrypt(library: Path, passphrase: str) -> Key:
    """Encrypts a plain library; the key opens it from now on, and so does the passphrase.

    Raises PlannerError in words, the library left as it was.
    """
    key = _fresh(passphrase)
    rekeying.rewrite(library, None, key)
    return key


def change_passphrase(library: Path, key: Key, before: str, after: str) -> Key:
    """Encrypts the library under another passphrase. Older backups keep the one they have."""
    _require(key, before)
    new = _fresh(after)
    rekeying.rewrite(library, key, new)
    return new


def decrypt(library: Path, key: Key, passphrase: str) -> None:
    """Makes it a plain file again, which everybody who gets hold of it can read."""
    _require(key, passphrase)
    rekeying.rewrite(library, key, None)


def plain_copies(library: Path) -> list[Path]:
    """The library's backups, and what was put aside for it, that anybody could read."""
    copies = (*backups.backups_of(library).values(), *replacing.kept_aside(library))
    return [path for path in copies if _is_plain(path)]


def encrypt_copies(
    copies: Iterable[Path], key: Key, step: Callable[[int], None] | None = None
) -> Copies:
    """Encrypts each with the library's key, one after the other; one that is damaged stays.

    `step` is told how many are done, and may raise to stop.
    """
    done, refused = 0, ""
    for path in copies:
        if step is not None:
            step(done)
        try:
            rekeying.rewrite(path, None, key)
            done += 1
        except LibraryError as refusal:
            refused = refused or str(refusal)
    return Copies(done, refused)


def remove_copies(copies: Iterable[Path]) -> Copies:
    """Removes copies for good, and writes over what was in them."""
    done, refused = 0, ""
    for path in copies:
        try:
            wipe_away(path)
            done += 1
        except OSError as error:
            refused = refused or f"{path} could not be removed: {error.strerror}."
    return Copies(done, refused)


def _fresh(passphrase: str) -> Key:
    if not passphrase.strip():
        raise PlannerError("A passphrase of blanks alone protects nothing. Type some words.")
    return Key.fresh(passphrase)


def _require(key: Key, passphrase: str) -> None:
    if not key.is_of(passphrase):
        raise LibraryLocked("That is not the passphrase the library opens with. Type it again.")


def _is_plain(path: Path) -> bool:
    with suppress(OSError), bytes_of(path) as file:
        return is_library(file.read(HEADER_BYTES))
    return False
