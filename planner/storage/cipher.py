"""Encryption at rest: the key that a passphrase makes, and connections that use it.

The format is SQLCipher 4's own (https://www.zetetic.net/sqlcipher/design/), so that any other
SQLCipher tool opens a library by its passphrase. The driver is imported when the first encrypted
library is opened, and by nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path
from types import ModuleType
from typing import Any
from unicodedata import normalize

from planner.domain.library_header import begins_as_another_kind
from planner.errors import LibraryError, PlannerError
from planner.storage.open_files import bytes_of

# SQLCipher 4's defaults. The iterations are what makes guessing slow: a tenth of a second each.
ITERATIONS = 256_000
KEY_BYTES = 32  # AES-256
SALT_BYTES = 16  # the file's first


class Key:
    """What opens a library: made of the passphrase once, so that this need not be kept.

    `salt` is the beginning of the files it opens, a library's and its backups'.
    """

    __slots__ = ("_bytes", "salt")

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._bytes = key
        self.salt = salt

    @classmethod
    def derive(cls, passphrase: str, salt: bytes) -> Key:
        """Takes a tenth of a second, without holding up other threads.

        A letter with an accent is one however the keyboard composed it (RFC 8265, 4.2.2).
        """
        try:
            typed = normalize("NFC", passphrase).encode(errors="surrogateescape")
        except UnicodeEncodeError as error:
            raise PlannerError(
                "The passphrase holds half of a character. Type it again."
            ) from error.with_traceback(None)
        return cls(hashlib.pbkdf2_hmac("sha512", typed, salt, ITERATIONS, KEY_BYTES), salt)

    @classmethod
    def fresh(cls, passphrase: str) -> Key:
        """A key for a file that is yet to be written."""
        salt = os.urandom(SALT_BYTES)
        while begins_as_another_kind(salt):  # once in millions: nobody could tell it for ours
            salt = os.urandom(SALT_BYTES)
        return cls.derive(passphrase, salt)

    @classmethod
    def of(cls, path: Path, passphrase: str) -> Key:
        """The key of the encrypted file at `path`, if the passphrase is its."""
        return cls.derive(passphrase, salt_of(path))

    def is_of(self, passphrase: str) -> bool:
        """Whether it was made of this passphrase."""
        again = Key.derive(passphrase, self.salt)
        return hmac.compare_digest(again._bytes, self._bytes)

    def may_open(self, path: Path) -> bool:
        """Whether a file begins as those do that it opens."""
        return salt_of(path) == self.salt

    def literal(self) -> str:
        """As SQLCipher takes it in place of a passphrase."""
        return f"\"x'{self._bytes.hex()}{self.salt.hex()}'\""

    def __repr__(self) -> str:
        return "Key(…)"  # never in a log or a traceback


Secret = str | Key  # a passphrase, or the key made of it: either opens a library


def salt_of(path: Path) -> bytes:
    with bytes_of(path) as file:
        return file.read(SALT_BYTES)


def is_available() -> bool:
    """Whether this computer has the driver; looked for, not imported."""
    from importlib.util import find_spec

    return find_spec("sqlcipher3") is not None


def driver() -> ModuleType:
    """SQLCipher's driver, for SQLite's in Python; LibraryError where there is none."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError as error:
        raise LibraryError(
            "Encryption is not available on this computer: the package sqlcipher3 is missing or "
            "there is none for this system. Open the library on another computer."
        ) from error
    made: ModuleType = dbapi2
    return made


def connect(address: str, key: Key | None, **options: Any) -> Any:
    """A connection to an encrypted file, its key given before anything is read.

    Without a key SQLCipher reads and writes plain files, as SQLite does.
    """
    made = driver().connect(address, isolation_level=None, **options)
    try:
        # It would else tell the terminal of every wrong passphrase, in its own words.
        made.execute("PRAGMA cipher_log_level = none").fetchall()
        made.execute("PRAGMA temp_store = memory")  # nothing of it beside it, open to be read
        if key is not None:
            made.execute(f"PRAGMA key = {key.literal()}")
    except BaseException:
        made.close()
        raise
    return made
