"""Files that are whole or not there, and for the user's eyes only."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def file_aside(path: Path, ending: str = ".new") -> Path:
    """A new empty file beside `path`, for the user alone whatever the umask."""
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=f"{path.name}.", suffix=ending, dir=path.parent)
    os.close(handle)
    return Path(name)


def drop(aside: Path) -> None:
    """Removes a file made by `file_aside`, and journals that a failure left beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        aside.with_name(aside.name + ending).unlink(missing_ok=True)


def publish(aside: Path, path: Path, *, replace: bool) -> None:
    """Gives a finished file its final name, so that after a power cut it is there or not at all.

    Without `replace` a file that has the name meanwhile (a second first start) stays.
    """
    with aside.open("rb+") as file:
        os.fsync(file.fileno())
    if replace:
        aside.replace(path)
    else:
        try:
            path.hardlink_to(aside)
        except FileExistsError:
            return
        except OSError:  # a file system without links
            aside.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def make_folder(folder: Path) -> None:
    """Makes the folder and those above it where missing, for the user's eyes only."""
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    for above in reversed(missing):
        above.mkdir(mode=0o700, exist_ok=True)


def close_to_others(path: Path) -> None:
    """Takes others' rights to the file away; its journals get the same from SQLite."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with suppress(PermissionError):  # somebody else's file, shared on purpose
            path.chmod(0o600)
