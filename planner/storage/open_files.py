"""Reading the bytes of files that this program may have open as libraries at that moment.

POSIX takes all locks that a process has on a file away as soon as it closes any handle of it
(https://www.sqlite.org/howtocorrupt.html, 2.2): another program would take an open library for
closed and delete its journal, and what is saved after that would be lost. So a handle of such a
file is kept, and used again, until the last connection to the library is closed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import BinaryIO

_AT_ONCE = 1 << 20  # bytes copied at a time

Identity = tuple[int, int]  # a file's device and number there, whatever its names


class _OpenFiles:
    """How many connections this process has to each file, and the handles kept for reading it."""

    def __init__(self) -> None:
        self.connections: dict[Identity, int] = {}
        self.idle: dict[Identity, list[int]] = {}
        self.lock = Lock()


_open = _OpenFiles()  # the locks are the process's, so this is too


def identity(path: Path) -> Identity | None:
    """Which file lies at `path`; None when there is none."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino


def begin(file: Identity | None) -> None:
    """To be called before a connection to the file is opened."""
    if file is not None:
        with _open.lock:
            _open.connections[file] = _open.connections.get(file, 0) + 1


def end(file: Identity | None) -> None:
    """To be called once for each `begin`, after that connection is closed."""
    if file is None:
        return
    with _open.lock:
        _open.connections[file] -= 1
        if not _open.connections[file]:
            del _open.connections[file]
            for handle in _open.idle.pop(file, ()):
                os.close(handle)


@contextmanager
def bytes_of(path: Path) -> Iterator[BinaryIO]:
    """The file opened for reading, from its beginning. Raises OSError where it cannot be."""
    if os.name != "posix":
        with path.open("rb") as file:
            yield file
        return
    handle = _borrowed(identity(path))
    if handle is None:
        handle = os.open(path, os.O_RDONLY)
    try:
        with os.fdopen(handle, "rb", closefd=False) as file:
            file.seek(0)
            yield file
    finally:
        _give_back(handle)


def is_open(path: Path) -> bool:
    """Whether this program has the file open as a library, by whatever name."""
    with _open.lock:
        return identity(path) in _open.connections


def copy_bytes(path: Path, to: Path) -> None:
    """Copies what stands in a file, over what stood in the other."""
    from shutil import copyfileobj

    with bytes_of(path) as file, to.open("wb") as copy:
        copyfileobj(file, copy, _AT_ONCE)


def _borrowed(file: Identity | None) -> int | None:
    """A handle that is kept of this file; nobody else has it meanwhile."""
    with _open.lock:
        idle = _open.idle.get(file) if file is not None else None
        return idle.pop() if idle else None


def _give_back(handle: int) -> None:
    """Closes the handle, or keeps it where that would cost a connection its locks."""
    seen = os.fstat(handle)
    file = seen.st_dev, seen.st_ino
    with _open.lock:  # nobody connects between the look and the closing
        if file in _open.connections:
            _open.idle.setdefault(file, []).append(handle)
        else:
            os.close(handle)
