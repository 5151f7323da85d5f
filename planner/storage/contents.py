"""What is in a library file, told without touching it: no journal beside it, no step taken."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from peewee import fn

from planner.domain.backups import Contents
from planner.domain.library_header import JOURNAL_ENDINGS
from planner.domain.meetings import State
from planner.errors import LibraryDamaged, LibraryError
from planner.storage import checking, database
from planner.storage.conversation_tables import Answer
from planner.storage.database import FOR_A_LOOK, LibraryFile
from planner.storage.open_files import copy_bytes
from planner.storage.opening import key_of, look
from planner.storage.tables import Fact, Meeting, Person, Promise, Touch

if TYPE_CHECKING:
    from planner.storage.cipher import Key, Secret


def look_into(path: Path, passphrase: Secret | None = None) -> Contents:
    """What is in the library or backup at `path`, once every page of it was found sound.

    Raises LibraryError in words when it is none, is newer than this program, or cannot be read;
    LibraryDamaged when it is broken.
    """
    with opened_for_a_look(path, passphrase) as file:
        wrong = checking.check(file, thorough=True, references=False)
        if wrong:
            raise LibraryDamaged(f"{path} is damaged ({wrong[0]}).")
        return contents_of(file)


@contextmanager
def opened_for_a_look(path: Path, passphrase: Secret | None = None) -> Iterator[LibraryFile]:
    """The file opened for reading alone.

    One with a journal beside it (a library copied while it was in use) is read from a copy: only
    with the journal taken up is it whole, and that writes to it.
    """
    try:
        look(path)
        key = key_of(path, passphrase)
        if not has_journal(path):
            with _opened(path, key, FOR_A_LOOK) as file:
                yield file
            return
        with TemporaryDirectory(prefix="visavis-") as folder:
            copy = Path(folder) / path.name
            copy_with_journals(path, copy)
            with _opened(copy, key, database.FOR_WRITING) as file:
                yield file
    except OSError as error:
        raise LibraryError(f"{path} cannot be read: {error.strerror}.") from error


def proved_key(path: Path, passphrase: str) -> Key | None:
    """What opens the file, tried on it; LibraryLocked when the passphrase is another."""
    key = key_of(path, passphrase)
    with opened_for_a_look(path, key):
        return key


def has_journal(path: Path) -> bool:
    """Whether a journal with something in it lies beside the file."""
    real = path.resolve()
    journals = (real.with_name(real.name + ending) for ending in ("-wal", "-journal"))
    return any(journal.is_file() and journal.stat().st_size for journal in journals)


def copy_with_journals(path: Path, copy: Path) -> None:
    """Copies a file and the journals that complete it, for the user alone."""
    real = path.resolve()
    for ending in ("", *JOURNAL_ENDINGS):
        part = real.with_name(real.name + ending)
        if ending != "-shm" and part.is_file():
            written = copy.with_name(copy.name + ending)
            written.touch(mode=0o600)
            copy_bytes(part, written)


def contents_of(file: LibraryFile) -> Contents:
    """The figures of an open library, whatever step its schema stands at."""

    def count(table: type) -> int:
        ((found,),) = file.rows(table.select(fn.COUNT(table.id)))  # type: ignore[attr-defined]
        return int(found)

    ((touched,),) = file.rows(Touch.select(fn.COUNT(Touch.id)).where(Touch.note != ""))
    return Contents(
        count(Person),
        count(Meeting),
        count(Promise),
        *_last_held(file),
        facts=count(Fact),
        notes=count(Answer) + int(touched),
        last_noted=_last_noted(file),
    )


def _last_noted(file: LibraryFile) -> date | None:
    """The last day a fact, a promise or a time in touch was written down of."""
    days = []
    with checking.broken_letters_let_through(file):
        for newest in (
            Fact.select(fn.MAX(Fact.noted_on)),
            Promise.select(fn.MAX(Promise.made_on)),
            Touch.select(fn.MAX(Touch.day)),
        ):
            for (day,) in file.rows(newest):
                with suppress(ValueError, TypeError):
                    days.append(date.fromisoformat(day))
    return max(days, default=None)


def _last_held(file: LibraryFile) -> tuple[str, date | None]:
    """With whom the last 1-2-1 was held, and on which day; what cannot be read is left out."""
    held = (
        Meeting.select(Person.name, Meeting.starts)
        .join(Person, on=(Meeting.person == Person.id))
        .where(Meeting.state == State.HELD.value)
        .order_by(Meeting.starts_utc.desc())
        .limit(1)
    )
    with checking.broken_letters_let_through(file):
        for name, starts in file.rows(held):
            with suppress(ValueError, TypeError):
                shown = str(name).encode(errors="replace").decode()
                return shown, datetime.fromisoformat(starts).date()
    return "", None


@contextmanager
def _opened(path: Path, key: Key | None, mode: str) -> Iterator[LibraryFile]:
    file = LibraryFile(path, {}, mode, key)
    file.connect()
    try:
        yield file
    finally:
        file.close()
