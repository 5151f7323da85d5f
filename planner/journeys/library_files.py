"""Files somebody points at that may be libraries: not to be written over, nor read as any other."""

from __future__ import annotations

from pathlib import Path

from planner.domain.library_header import FIRST_PAGE_BYTES, JOURNAL_ENDINGS, may_be_ours
from planner.storage.open_files import bytes_of


def belongs_to_a_library(path: Path) -> bool:
    """Whether the file that has the name is a library, a backup, or a journal of one.

    Reads first bytes alone. Of an encrypted one they tell nothing, which is how it is told. Raises
    OSError where what lies there cannot be looked at.
    """
    real = path.resolve()  # journals lie beside the file itself, not beside a link to it
    owners = [
        owner.with_name(owner.name.removesuffix(ending))
        for owner in (path, real)
        for ending in JOURNAL_ENDINGS
        if owner.name.endswith(ending) and owner.name != ending
    ]
    # The owners first: a journal of an open library is locked too, and not to be read.
    return any(_is_one(each) for each in (*owners, real))


def beginning_of(path: Path, most: int) -> bytes:
    """The first bytes of a file that may be the library that is open, which keeps its locks."""
    with bytes_of(path) as file:
        return file.read(most)


def _is_one(path: Path) -> bool:
    if not path.is_file():  # a pipe or a device would be waited for
        return False
    return may_be_ours(beginning_of(path, FIRST_PAGE_BYTES))
