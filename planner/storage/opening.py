"""Opening a library: which files are one, and how a new one is made."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import peewee

from planner.domain.library_header import (
    APPLICATION_ID,
    FIRST_PAGE_BYTES,
    HEADER_BYTES,
    SQLITE_MAGIC,
    is_library,
    may_be_encrypted,
)
from planner.errors import LibraryDamaged, LibraryError, LibraryLocked, LibraryNewer
from planner.storage import database, schema
from planner.storage.database import PRAGMAS, LibraryFile
from planner.storage.files import close_to_others, drop, file_aside, make_folder, publish
from planner.storage.journals import require_own_journal
from planner.storage.open_files import bytes_of
from planner.storage.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from planner.storage.cipher import Key, Secret


def open_library(
    path: Path, *, create: bool = True, passphrase: Secret | None = None
) -> LibraryFile:
    """The library at `path`, its schema up to date; made first where there is none and `create`.

    One made with a passphrase is encrypted. Raises LibraryError in words, and leaves the file as
    it was, when it cannot be used; LibraryLocked for want of the right passphrase.
    """
    try:
        if not path.exists() and not path.is_symlink():
            _refuse_a_fresh_start(path)
            if not create:
                raise LibraryError(f"There is no library at {path}. Check the name and the folder.")
            make(path, passphrase)
        look(path)
        _writable(path)
        require_own_journal(path)
        close_to_others(path)
        key = key_of(path, passphrase)
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be opened: {error.strerror}. Check the folder, and "
            "whether you may read and write there."
        ) from error
    if key is not None:
        _look_inside(path, key)
    opened = LibraryFile(path, key=key)
    try:
        opened.connect()
        version = schema.version(opened)
        if version > SCHEMA_VERSION:
            raise _newer(path)
        if version < SCHEMA_VERSION:
            _bring_up_to_date(opened)
    except BaseException:
        with suppress(LibraryError, peewee.PeeweeException):
            opened.close()
        raise
    if key is not None:
        from planner.storage.rekeying import sweep

        sweep(path.resolve())  # it would lie open beside what is locked
    return opened


def look(path: Path) -> None:
    """Raises LibraryError unless the file is a library this program can read; only reads it.

    Reads the header itself, because SQLite would leave its journal beside another's file.
    LibraryDamaged where something broke or emptied what was a library once.
    """
    if path.is_dir():
        raise LibraryError(f"{path} is a folder, not a library. Name the file in it.")
    if path.is_symlink() and not path.exists():
        raise LibraryError(
            f"The library {path} is a link to {os.path.realpath(path)}, where there is no file. If "
            "it is on another drive, connect that; then try again."
        )
    if not path.is_file():
        raise LibraryError(f"{path} is not a file, so it cannot be a library.")
    size = path.stat().st_size
    if size == 0:
        raise LibraryDamaged(
            f"The library {path} is empty (0 bytes): what was in it is gone from this file. Go "
            "back to a backup, or begin with an empty library."
        )
    with bytes_of(path) as file:
        header = file.read(FIRST_PAGE_BYTES)
    real = path.resolve()  # journals lie beside the file itself, not beside a link to it
    journal = real.with_name(real.name + "-wal")
    # With a journal beside it a shorter file is usual: SQLite completes it from there.
    completed = journal.exists() and journal.stat().st_size > 0
    if may_be_encrypted(header):
        if size % FIRST_PAGE_BYTES and not completed:
            _refuse_what_was_a_library(path, "its end is missing")
            raise LibraryError(
                f"{path} is not a Vis-à-vis library, or an encrypted one whose end is missing. "
                "It was left as it is."
            )
        return
    if not header.startswith(SQLITE_MAGIC) or len(header) < HEADER_BYTES:
        _refuse_what_was_a_library(path)
        raise LibraryError(f"{path} is not a Vis-à-vis library. It was left as it is.")
    # The offsets: https://www.sqlite.org/fileformat.html, 1.3.
    page = int.from_bytes(header[16:18]) or 1
    page = 65536 if page == 1 else page
    version = int.from_bytes(header[60:64])
    if not is_library(header):
        _refuse_what_was_a_library(path)
        raise LibraryError(f"{path} belongs to another program. It was left as it is.")
    if version > SCHEMA_VERSION:
        raise _newer(path)
    if size < page * int.from_bytes(header[28:32]) and not completed:
        raise LibraryDamaged(
            f"The library {path} is damaged: its end is missing. Keep the file as it is, and go "
            "back to a backup."
        )


def key_of(path: Path, passphrase: Secret | None) -> Key | None:
    """What opens the file at `path`: None for a plain one, whatever the passphrase.

    LibraryLocked when it is encrypted and there is no passphrase, or a key of other files.
    """
    with bytes_of(path) as file:
        if not may_be_encrypted(file.read(FIRST_PAGE_BYTES)):
            return None
    from planner.storage.cipher import Key

    if not passphrase:
        raise LibraryLocked(f"The library {path} is encrypted and opens with its passphrase alone.")
    if isinstance(passphrase, str):
        return Key.of(path, passphrase)
    if not passphrase.may_open(path):
        raise LibraryLocked(f"{path} is encrypted with another passphrase.")
    return passphrase


def require_ours(file: LibraryFile) -> None:
    """Raises LibraryError for an encrypted file that is another program's, or a newer version's.

    What an opened header tells of a plain one.
    """
    version = schema.version(file)
    if file.pragma("application_id") != APPLICATION_ID:
        raise LibraryError(f"{file.path} belongs to another program. It was left as it is.")
    if version > SCHEMA_VERSION:
        raise _newer(file.path)


def _look_inside(path: Path, key: Key) -> None:
    """As `look`, for an encrypted file: reads it, before anything is written to it."""
    file = LibraryFile(path, {}, key=key)
    try:
        file.connect()
        require_ours(file)
    finally:
        file.close()


def _writable(path: Path) -> None:
    """Raises LibraryError when nothing could be saved, before anybody types."""
    if not (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)):
        raise LibraryError(
            f"The library {path} or its folder is read-only. Make both writable, then try again. "
            "Nothing in it was changed."
        )


def _refuse_a_fresh_start(path: Path) -> None:
    """Raises LibraryDamaged where there was a library: an empty one would look like the loss."""
    from planner.storage.backups import backups_of, folder_of

    if backups_of(path):
        raise LibraryDamaged(
            f"There is no library at {path} any more, but there are backups of it in "
            f"{folder_of(path)}. Put the file back, or go back to a backup."
        )


def _refuse_what_was_a_library(path: Path, why: str = "its beginning is overwritten") -> None:
    """Raises LibraryDamaged for a file that is none but has backups: it was one."""
    from planner.storage.backups import backups_of

    if backups_of(path):
        raise LibraryDamaged(
            f"The library {path} is damaged: {why}. Keep the file as it is, and go back to a "
            "backup."
        )


def _bring_up_to_date(opened: LibraryFile) -> None:
    """Takes the steps of the schema that are missing, after a copy of the library as it is."""
    from planner.storage.backups import keep_one

    try:
        keep_one(opened, datetime.now(), before="update")
    except LibraryError as error:
        raise LibraryError(
            f"The library {opened.path} is from an older version of Vis-à-vis and is to be brought "
            f"up to date, which is done after a backup alone. {error}"
        ) from error
    schema.migrate(opened)


def _newer(path: Path) -> LibraryNewer:
    return LibraryNewer(
        f"The library {path} was written by a newer version of Vis-à-vis. Update the program to "
        "open it; the file was left as it is."
    )


def make(path: Path, passphrase: Secret | None = None) -> None:
    """Makes an empty library beside `path`, whole before it gets its name."""
    key = None
    if passphrase:
        from planner.storage.cipher import Key

        key = Key.fresh(passphrase) if isinstance(passphrase, str) else passphrase
    make_folder(path.parent)
    aside = file_aside(path)
    try:
        # Unsynced until it is whole: nobody can have it before it has its name.
        made = LibraryFile(aside, {**PRAGMAS, "synchronous": "off"}, key=key)
        made.connect()
        try:
            schema.migrate(made)
        finally:
            database.close(made)
        publish(aside, path, replace=False)
    finally:
        drop(aside)
