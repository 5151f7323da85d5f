"""Making a library file whole by itself: a copy of one in use, or one without its journal."""

from __future__ import annotations

from pathlib import Path

from planner.storage.database import LibraryFile
from planner.storage.faults import in_words


def copy_to(database: LibraryFile, aside: Path) -> LibraryFile:
    """Copies the library into an empty file, page by page while others write; opened.

    The copy of an encrypted one is encrypted with the same key.
    """
    copy = LibraryFile(aside, {"synchronous": "full"}, key=database.key)
    copy.connect()
    try:
        with in_words(aside):
            database.connection().backup(copy.connection())
        # No journal beside it from here: what is to be renamed must be whole by itself.
        copy.pragma("journal_mode", "delete")
    except BaseException:
        copy.close()
        raise
    return copy


def leave_journal(database: LibraryFile) -> None:
    """Brings the journal into the file and does without one, so that the file is whole by itself.

    Raises LibraryBusy at once when another connection, in whatever program, is open.
    """
    database.timeout = 0
    cursor = database.connection().cursor()
    try:
        with in_words(database.path):
            cursor.execute("PRAGMA journal_mode = delete").fetchone()
    finally:
        cursor.close()  # a statement that failed would else keep the connection open for a while
