"""What SQLite says of the library file, in words for the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planner.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryLocked,
    PlannerError,
)

_NO_TEXT = "Could not decode to UTF-8"  # the driver's words, without a code, for broken letters


@contextmanager
def in_words(path: Path, *, locked: bool = False) -> Iterator[None]:
    """Turns what the driver says about the file into a LibraryError.

    With SQLite's driver or SQLCipher's: what went wrong is known by its code. While a `locked` one
    is opened, a file without sense is one for another key.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise PlannerError(
            "A text holds half of a character, which cannot be kept. Type it again; the rest was "
            "not saved either."
        ) from error
    except Exception as error:  # each driver has classes of its own
        told = _told(path, error, locked=locked)
        if told is None:
            raise
        try:
            raise told from error
        finally:
            # The error would else hold its own frames, the cursor among them, and the cursor the
            # file with its locks, however often it is closed, until rubbish is looked for.
            del told


def unreadable(what: str) -> LibraryDamaged:
    """For a value of a kind that this program never wrote."""
    article = "an" if what.startswith(tuple("aeiou")) else "a"
    return LibraryDamaged(
        f"The library holds {article} {what} that cannot be read. “Check my data” names it and "
        "mends it; or go back to a backup."
    )


def _told(path: Path, error: Exception, *, locked: bool) -> LibraryError | None:
    """The driver's error in words; None for one that is not about the file."""
    cause = getattr(error, "orig", error)  # peewee's errors carry the driver's
    # Extended codes keep the plain one in their lowest byte.
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(
            f"Another program is using the library {path}. Nothing was changed; close the other "
            "program or try again in a moment."
        )
    if code == sqlite3.SQLITE_FULL:
        return LibraryError(
            f"The disk that holds the library {path} is full, so this was not saved. Make room, "
            "then try again."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return LibraryError(
            f"The library {path} or its folder is read-only, so this was not saved. Make both "
            "writable, then try again."
        )
    if code == sqlite3.SQLITE_NOTADB and locked:
        return LibraryLocked(
            f"This passphrase does not open {path}: it is another one, or the file's beginning is "
            "damaged. Type it again, or go back to a backup."
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or _NO_TEXT in str(cause):
        return LibraryDamaged(
            f"The library {path} is damaged. Keep the file as it is, and go back to a backup."
        )
    if code == sqlite3.SQLITE_CANTOPEN:
        return LibraryError(
            f"The library {path} cannot be opened. Check that the folder exists and is writable."
        )
    if code == sqlite3.SQLITE_IOERR:
        return LibraryError(
            f"The library {path} could not be read or written ({cause}), so this was not saved. "
            "Check the disk, then try again."
        )
    return None
