"""Writing over what could be read, before its place on the disk is given free.

A drive may keep what was there all the same; solid state drives mostly do.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_AT_ONCE = 1 << 20  # bytes


def wipe(file: int) -> None:
    """Writes over an open file that has no name any more, as far as that reaches.

    One that has is somebody's still, and is left as it is.
    """
    with suppress(OSError):
        seen = os.fstat(file)
        if not seen.st_nlink:
            _write_over(file, seen.st_size)


def wipe_away(path: Path) -> None:
    """Removes a file and writes over what was in it; under another name it stays. OSError."""
    with suppress(OSError), path.open("rb+") as file:
        seen = os.fstat(file.fileno())
        if seen.st_nlink == 1:
            _write_over(file.fileno(), seen.st_size)
    path.unlink()


def _write_over(file: int, size: int) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    for start in range(0, size, _AT_ONCE):
        os.write(file, bytes(min(_AT_ONCE, size - start)))
    os.fsync(file)
