"""The folder of backups beside a library: which there are, the next one, and those let go."""

from __future__ import annotations

import hashlib
import os
import re
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import peewee

from planner.domain.backups import Backup, following, named, stem_of, to_let_go
from planner.errors import LibraryError
from planner.storage.database import FOR_A_LOOK, LibraryFile
from planner.storage.faults import in_words
from planner.storage.files import make_folder

FOLDER = "backups"
# How a file goes on, after the library's name, that was not finished (files.py makes them).
_LEFT_OVER = r".*\.[a-z0-9_]{8}\.new(-wal|-shm|-journal)?"
_SURELY_LEFT = 24 * 3600  # seconds; what is written aside takes minutes at most
_AT_ONCE = 500  # rows


def folder_of(library: Path) -> Path:
    """Where the library's backups lie: beside the file itself, not beside a link to it."""
    return Path(os.path.realpath(library)).parent / FOLDER


def backups_of(library: Path) -> dict[Backup, Path]:
    """The library's backups that the program made, by when they were; the last made comes last."""
    folder = folder_of(library)
    stem = _stem(library)
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return {}
    found = (backup for name in names if (backup := named(name)) is not None)
    mine = (backup for backup in found if backup.stem == stem)
    return {each: folder / each.name for each in sorted(mine, key=lambda each: each.number)}


def keep_one(file: LibraryFile, now: datetime, before: str = "") -> Path:
    """Makes the next backup, named by the wall's `now`, and lets go of those no longer needed.

    Nothing is let go unless the new one is whole. Raises LibraryError in words.
    """
    from planner.storage.backup import copy_whole

    library = file.path
    folder = folder_of(library)
    try:
        make_folder(folder)
    except OSError as error:
        raise LibraryError(
            f"The folder {folder} for backups cannot be made: {error.strerror}. Look at what "
            "stands there, and whether you may write beside the library."
        ) from error
    there = backups_of(library)
    made = following(_stem(library), now, there, before)
    target = folder / made.name
    copy_whole(file, target)
    for gone in to_let_go((*there, made)):
        with suppress(OSError):  # tried again after the next one
            (folder / gone.name).unlink()
    sweep(folder, library)
    sweep(folder.parent, library)
    return target


def sweep(folder: Path, library: Path) -> None:
    """Removes what a kill left unfinished; a day later, so that nothing under way is meant."""
    left_over = re.compile(re.escape(_stem(library)) + _LEFT_OVER, re.DOTALL)
    with suppress(OSError):
        for left in folder.iterdir():
            old = left.stat().st_mtime < time.time() - _SURELY_LEFT
            if old and left_over.fullmatch(left.name):
                left.unlink(missing_ok=True)


def _stem(library: Path) -> str:
    return stem_of(Path(os.path.realpath(library)).name)


def holds_the_same(file: LibraryFile, backup: Path) -> bool:
    """Whether the backup has every record as the library has it now; False when it is not sound."""
    copy = LibraryFile(backup, {}, FOR_A_LOOK, file.key)
    try:
        copy.connect()
        try:
            return _digest(copy) == _digest(file)
        finally:
            copy.close()
    except (LibraryError, peewee.PeeweeException):
        return False


def _digest(file: LibraryFile) -> bytes:
    """Stands for all records; what was only worked out from them is left out."""
    from planner.storage.tables import Remembered, Unindexed, every_table

    digest = hashlib.sha256()
    file.execute_sql("BEGIN")  # all tables as of one moment
    try:
        for table in every_table():
            if table in (Remembered, Unindexed):
                continue
            name = table._meta.table_name
            digest.update(f"{name}\n".encode())
            rows = file.execute_sql(f'SELECT * FROM "{name}" ORDER BY 1')
            with in_words(file.path):
                while some := rows.fetchmany(_AT_ONCE):
                    digest.update(repr(some).encode(errors="surrogatepass"))
    finally:
        file.execute_sql("ROLLBACK")
    return digest.digest()
