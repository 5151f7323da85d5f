"""Whether a library file is sound, and reading what is not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from planner.errors import LibraryError
from planner.storage.database import LibraryFile


def check(
    database: LibraryFile, *, thorough: bool = False, references: bool = True
) -> tuple[str, ...]:
    """What is wrong with the file, a line each; empty when it is sound.

    Reads every page (a few hundredths of a second for ten thousand people), so it is not part of
    opening. `thorough` also holds every index against its table. Without `references` a record
    that belongs to nothing is let pass: a copy is as true as what it was made of.
    """
    found = []
    pragma = "integrity_check" if thorough else "quick_check"
    try:
        for (line,) in database.execute_sql(f"PRAGMA {pragma}").fetchall():
            if line != "ok":
                found.append(str(line))
        loose = database.execute_sql("PRAGMA foreign_key_check").fetchall() if references else ()
        for table, row, target, _ in loose:
            found.append(f"{table} {row} belongs to a {target} that is not there")
    except (LibraryError, database.connection().Error) as error:
        found.append(str(error))
    return tuple(found)


@contextmanager
def broken_letters_let_through(database: LibraryFile) -> Iterator[None]:
    """Texts with bytes that are no letters can be read; those bytes become halves of pairs."""
    connection = database.connection()
    usual = connection.text_factory
    connection.text_factory = _decoded
    try:
        yield
    finally:
        connection.text_factory = usual


def _decoded(kept: bytes) -> str:
    return kept.decode(errors="surrogateescape")
