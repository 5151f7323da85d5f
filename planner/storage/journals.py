"""Whether the journal beside a library is its own.

SQLite goes by the name alone: after a crash, and somebody putting a backup by hand where the
library was, it would write the old journal's pages into the backup. What comes of that is a mix
of the two that often passes every check.
"""

from __future__ import annotations

import os
from pathlib import Path

from planner.errors import LibraryError
from planner.storage.open_files import bytes_of

# https://www.sqlite.org/fileformat2.html#the_write_ahead_log
_HEADER_BYTES = 32
_FRAME_HEADER_BYTES = 24
LATER = 2  # seconds: a checkpoint follows its commit sooner, but for a disk that hardly moves


def require_own_journal(path: Path) -> None:
    """Raises LibraryError, both left as they are, for a journal of another file or another state.

    A library that is the newer of the two (it was put there, or a checkpoint brought the journal
    into it) holds all of the journal already, or the journal is not its own. Where the system
    does not tell when a file got its place, nothing is known.
    """
    real = path.resolve()
    journal = real.with_name(f"{real.name}-wal")
    if os.name != "posix" or not journal.is_file():
        return
    if real.stat().st_ctime <= journal.stat().st_ctime + LATER or _holds(real, journal):
        return
    raise LibraryError(
        f"The library {path} was put in its place after {journal.name} beside it was written, and "
        "the two do not fit. If you put the library there, move that file away and start again. "
        "If they belong together, copy both to another folder and open the library there. Both "
        "were left as they are."
    )


def _holds(library: Path, journal: Path) -> bool:
    """Whether every page that the journal would change is in the library as it would be."""
    pages, size = _committed(journal)
    with bytes_of(library) as file, journal.open("rb") as changes:
        for page, at in pages.items():
            file.seek((page - 1) * size)
            changes.seek(at)
            if file.read(size) != changes.read(size):
                return False
    return True


def _committed(journal: Path) -> tuple[dict[int, int], int]:
    """Where the newest committed content of each page lies in the journal; and a page's bytes."""
    pages: dict[int, int] = {}
    under_way: dict[int, int] = {}
    with journal.open("rb") as file:
        header = file.read(_HEADER_BYTES)
        size, salts = int.from_bytes(header[8:12]), header[16:24]
        if len(header) < _HEADER_BYTES or not 512 <= size <= 65536:
            return {}, 0  # no journal that SQLite would take up
        at = _HEADER_BYTES
        while len(frame := file.read(_FRAME_HEADER_BYTES)) == _FRAME_HEADER_BYTES:
            if frame[8:16] != salts:
                break  # left from before the journal was begun anew
            under_way[int.from_bytes(frame[:4])] = at + _FRAME_HEADER_BYTES
            if any(frame[4:8]):  # the last of a commit names the library's length
                pages |= under_way
                under_way.clear()
            at += _FRAME_HEADER_BYTES + size
            file.seek(at)
    return pages, size
