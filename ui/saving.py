"""Writes a file the user asked for: whole under its name, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from planner.domain.library_header import HEADER_BYTES, JOURNAL_ENDINGS, is_library
from planner.errors import PlannerError


def save(path: Path, data: bytes) -> None:
    """Writes `data` to `path`, in place of a file that has the name.

    It is written aside, brought to the disk and then renamed, so a full disk or a crash leaves
    the old file or none. Raises PlannerError in words.
    """
    check(path)
    aside: Path | None = None
    try:
        if path.exists() and not path.is_file():  # a pipe or a device has nothing to replace
            path.write_bytes(data)
            return
        path = path.resolve()  # where it is a link, what it points to is meant
        handle, name = mkstemp(prefix=f".{path.name[:40]}.", suffix=".new", dir=path.parent)
        aside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(_usual_mode(path))
        aside.replace(path)
        _sync(path.parent)
    except OSError as error:
        raise PlannerError(
            f"{path} cannot be written: {error.strerror or error}. "
            "Nothing was saved there; make room or choose another folder."
        ) from error
    finally:
        if aside is not None:
            with suppress(OSError):
                aside.unlink()


def check(path: Path) -> None:
    """Raises PlannerError when nothing may be saved under `path`, before any work is done.

    Neither can be where there is no folder, nor must be where it would cost a library or backup.
    """
    try:
        if path.is_dir():
            raise PlannerError(f"{path} is a folder. Name a file in it.")
        if not path.parent.is_dir():
            raise PlannerError(
                f"There is no folder {path.parent} to save in. Make it first, or choose another."
            )
        if _belongs_to_a_library(path):
            raise PlannerError(
                f"{path} is a Vis-à-vis library or a backup of one, so nothing else is saved in "
                "its place. Choose another name."
            )
    except OSError as error:  # a name too long, or a folder that may not be looked into
        raise PlannerError(
            f"{path} cannot be written: {error.strerror or error}. Choose another name or folder."
        ) from error


def _belongs_to_a_library(path: Path) -> bool:
    """Whether the file that has the name is a library, a backup, or a journal of one.

    Reads its first bytes alone: a library in use is not to be opened for this.
    """
    owners = [path.resolve()]  # journals lie beside the file itself, not beside a link to it
    owners += [
        owner.with_name(owner.name.removesuffix(ending))
        for owner in (path, owners[0])
        for ending in JOURNAL_ENDINGS
        if owner.name.endswith(ending) and owner.name != ending
    ]
    for owner in owners:
        if owner.is_file():  # a pipe or a device would be waited for
            with owner.open("rb") as file:
                if is_library(file.read(HEADER_BYTES)):
                    return True
    return False


def _usual_mode(path: Path) -> int:
    """The rights of the file that is replaced; the user's alone for a new one.

    What is exported tells of people, and the temporary file was made for the user alone.
    """
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0o600


def _sync(folder: Path) -> None:
    """Brings the new name to the disk too, where folders can be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
