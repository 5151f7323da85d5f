"""Backups: a whole copy of the library, made while it is in use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import LibraryError
from planner.storage import checking, copying, database
from planner.storage.database import LibraryFile
from planner.storage.files import drop, file_aside, publish

if TYPE_CHECKING:
    from planner.storage.store import Store


def back_up(store: Store, target: Path) -> None:
    """Copies the library to `target`, replacing what is there only by a copy that was checked.

    Readable by the user alone. Raises LibraryError in words, `target` left as it was, when the
    copy cannot be written or is not sound.
    """
    copy_whole(store.file, target)


def copy_whole(file: LibraryFile, target: Path) -> None:
    """As `back_up`, for a library whatever its schema's version."""
    from planner.storage.contents import contents_of

    try:
        aside = file_aside(target)
    except OSError as error:
        raise LibraryError(
            f"The backup {target} cannot be written: {error.strerror}. Check the folder, or "
            "choose another."
        ) from error
    try:
        copy = copying.copy_to(file, aside)
        try:
            wrong = checking.check(copy, thorough=True, references=False)
            if not wrong:
                contents_of(copy)  # what a restore would tell of it can be read
        finally:
            database.close(copy)
        if wrong:
            raise LibraryError(
                f"What was copied is not sound ({wrong[0]}); check the library itself."
            )
        publish(aside, target, replace=True)
    except OSError as error:
        raise LibraryError(
            f"The backup {target} could not be finished: {error.strerror}. Make room or choose "
            "another folder, then try again."
        ) from error
    except LibraryError as error:
        why = str(error).replace(f"the library {aside}", "it").replace(str(aside), str(target))
        raise LibraryError(f"The backup {target} was not made. {why}") from error
    finally:
        drop(aside)


def write_beside(library: Path, ending: str, content: bytes) -> Path:
    """Writes a new file beside the library, named after it, for the user alone; whole or not."""
    real = library.resolve()
    path = real.with_name(f"{real.stem}-{ending}")
    number = 1
    while path.exists():
        number += 1
        path = real.with_name(f"{real.stem}-{number}-{ending}")
    try:
        aside = file_aside(path)
        try:
            aside.write_bytes(content)
            publish(aside, path, replace=True)
        finally:
            drop(aside)
    except OSError as error:
        raise LibraryError(
            f"{path} cannot be written: {error.strerror}. Make room, then try again."
        ) from error
    return path
