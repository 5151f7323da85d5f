"""Writes a file the user asked for: whole under its name, or not at all."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp
from types import TracebackType

from planner.errors import PlannerError

_ASIDE, _UNFINISHED = ".visavis-", ".new"
_LEFT_OVER = re.compile(re.escape(_ASIDE) + "[a-z0-9_]{8}" + re.escape(_UNFINISHED))
_SURELY_LEFT = 24 * 60 * 60  # seconds after which nobody writes on


def save(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Writes `data`, whole or piece by piece, to `path`, in place of a file that has the name.

    It is written aside, brought to the disk and then renamed, so a full disk or a crash leaves
    the old file or none. Raises PlannerError in words.
    """
    with NewFile(path) as file:
        file.write(data)


class NewFile:
    """A file that gets its name when its block has ended well, and never otherwise.

        with NewFile(path) as file, store.transaction():
            ...
            file.write(data)  # all of it is on the disk now, without its name

    So a 1-2-1 is kept together with its file or not at all, whichever of the two fails. Raises
    PlannerError in words.
    """

    def __init__(self, path: Path) -> None:
        check(path)
        self._path = path
        self._aside: Path | None = None

    def write(self, data: bytes | Iterable[bytes]) -> None:
        """Writes the whole file aside and brings it to the disk."""
        pieces = (data,) if isinstance(data, bytes) else data
        with self._in_words(), _ended(pieces):
            if self._path.exists() and not self._path.is_file():
                with self._path.open("wb") as file:  # a pipe or a device has nothing to replace
                    file.writelines(pieces)
                return
            path = self._path.resolve()  # where it is a link, what it points to is meant
            _sweep(path.parent)
            handle, name = mkstemp(prefix=_ASIDE, suffix=_UNFINISHED, dir=path.parent)
            self._aside = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            self._aside.chmod(_usual_mode(path))

    def drop(self) -> None:
        """It is not to be, after all."""
        if self._aside is not None:
            with suppress(OSError):
                self._aside.unlink()
            self._aside = None

    def __enter__(self) -> NewFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None and self._aside is not None:
                with self._in_words():
                    path = self._path.resolve()
                    self._aside.replace(path)
                    _sync(path.parent)
        finally:
            self.drop()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise PlannerError(
                f"{self._path} cannot be written: {error.strerror or error}. "
                "Nothing was saved there; make room or choose another folder."
            ) from error


@contextmanager
def _ended(pieces: Iterable[bytes]) -> Iterator[None]:
    """Ends a generator that nobody will ask for the rest: it may be reading the library still."""
    try:
        yield
    finally:
        if isinstance(pieces, Generator):
            pieces.close()


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
        from planner.journeys.library_files import belongs_to_a_library

        if belongs_to_a_library(path):
            raise PlannerError(
                f"{path} is a Vis-à-vis library or a backup of one, so nothing else is saved in "
                "its place. Choose another name."
            )
    except OSError as error:  # a name too long, or a folder that may not be looked into
        raise PlannerError(
            f"{path} cannot be written: {error.strerror or error}. Choose another name or folder."
        ) from error


def _sweep(folder: Path) -> None:
    """Removes what a kill left unfinished here, under whatever name it was to be saved.

    It may tell of people. A day later, so that nothing under way is meant.
    """
    with suppress(OSError):
        for left in folder.glob(f"{_ASIDE}*{_UNFINISHED}"):
            old = left.stat().st_mtime < time.time() - _SURELY_LEFT
            if old and _LEFT_OVER.fullmatch(left.name):
                left.unlink(missing_ok=True)


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
