"""Opening a library: which files are one, and how a new one is made."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import peewee

from planner.domain.library_header import HEADER_BYTES, SQLITE_MAGIC, is_library
from planner.errors import LibraryError
from planner.storage import database
from planner.storage.database import PRAGMAS, SCHEMA_VERSION, LibraryFile
from planner.storage.files import close_to_others, drop, file_aside, make_folder, publish


def open_library(path: Path, *, create: bool = True) -> LibraryFile:
    """The library at `path`, its schema up to date; made first where there is none and `create`.

    Raises LibraryError in words, and leaves the file as it was, when it cannot be used.
    """
    try:
        if not path.exists() and not path.is_symlink():
            if not create:
                raise LibraryError(f"There is no library at {path}. Check the name and the folder.")
            _make(path)
        _look(path)
        close_to_others(path)
    except OSError as error:
        raise LibraryError(
            f"The library {path} cannot be opened: {error.strerror}. Check the folder, and "
            "whether you may read and write there."
        ) from error
    opened = LibraryFile(path)
    try:
        opened.connect()
        version = database.version(opened)
        if version > SCHEMA_VERSION:
            raise _newer(path)
        if version < SCHEMA_VERSION:
            database.migrate(opened)
    except BaseException:
        with suppress(LibraryError, peewee.PeeweeException):
            opened.close()
        raise
    return opened


def _look(path: Path) -> None:
    """Raises LibraryError unless the file is a library this program may use; only reads it.

    Reads the header itself, because SQLite would leave its journal beside another's file.
    """
    if path.is_dir():
        raise LibraryError(f"{path} is a folder, not a library. Name the file in it.")
    if not path.is_file():
        raise LibraryError(f"{path} is not a file, so it cannot be a library.")
    size = path.stat().st_size
    if size == 0:
        raise LibraryError(
            f"The library {path} is empty (0 bytes): what was in it is gone from this file. Go "
            "back to a backup, or move the empty file away to begin anew."
        )
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if not header.startswith(SQLITE_MAGIC) or len(header) < HEADER_BYTES:
        raise LibraryError(f"{path} is not a Vis-à-vis library. It was left as it is.")
    # The offsets: https://www.sqlite.org/fileformat.html, 1.3.
    page = int.from_bytes(header[16:18]) or 1
    page = 65536 if page == 1 else page
    version = int.from_bytes(header[60:64])
    if not is_library(header):
        raise LibraryError(f"{path} belongs to another program. It was left as it is.")
    if version > SCHEMA_VERSION:
        raise _newer(path)
    real = path.resolve()  # journals lie beside the file itself, not beside a link to it
    journal = real.with_name(real.name + "-wal")
    # With a journal beside it a shorter file is usual: SQLite completes it from there.
    if size < page * int.from_bytes(header[28:32]) and not (
        journal.exists() and journal.stat().st_size
    ):
        raise LibraryError(
            f"The library {path} is damaged: its end is missing. Keep the file as it is, and go "
            "back to a backup."
        )
    if not (os.access(path, os.W_OK) and os.access(real.parent, os.W_OK)):
        raise LibraryError(
            f"The library {path} or its folder is read-only. Make both writable, then try again."
        )


def _newer(path: Path) -> LibraryError:
    return LibraryError(
        f"The library {path} was written by a newer version of Vis-à-vis. Update the program to "
        "open it; the file was left as it is."
    )


def _make(path: Path) -> None:
    """Makes an empty library beside `path`, whole before it gets its name."""
    make_folder(path.parent)
    aside = file_aside(path)
    try:
        # Unsynced until it is whole: nobody can have it before it has its name.
        made = LibraryFile(aside, {**PRAGMAS, "synchronous": "off"})
        made.connect()
        try:
            database.migrate(made)
        finally:
            database.close(made)
        publish(aside, path, replace=False)
    finally:
        drop(aside)
