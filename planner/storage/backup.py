"""Backups: a whole copy of the library, made while it is in use."""

from __future__ import annotations

from pathlib import Path

from planner.errors import LibraryError
from planner.storage import database
from planner.storage.files import drop, file_aside, publish
from planner.storage.store import Store


def back_up(store: Store, target: Path) -> None:
    """Copies the library to `target`, replacing what is there only by a copy that was checked.

    Readable by the user alone. Raises LibraryError in words, `target` left as it was, when the
    copy cannot be written or is not sound.
    """
    try:
        aside = file_aside(target)
    except OSError as error:
        raise LibraryError(
            f"The backup {target} cannot be written: {error.strerror}. Check the folder, or "
            "choose another."
        ) from error
    try:
        copy = database.copy_to(store.file, aside)
        try:
            wrong = database.check(copy, thorough=True)
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
        raise LibraryError(f"The backup {target} was not made. {error}") from error
    finally:
        drop(aside)
