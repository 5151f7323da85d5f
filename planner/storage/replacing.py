"""Another file takes the library's place, and the library that was there is kept under a name.

Whenever it is interrupted, the library's own name stands for a whole file, the old or the new.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import peewee

from planner.domain.backups import DAMAGED, KEPT, name_aside, put_aside
from planner.domain.library_header import FIRST_PAGE_BYTES, may_be_ours
from planner.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryLocked
from planner.storage import checking, copying, schema
from planner.storage.backups import backups_of, sweep
from planner.storage.contents import copy_with_journals, opened_for_a_look
from planner.storage.database import LibraryFile
from planner.storage.files import drop, file_aside, make_folder, publish
from planner.storage.open_files import bytes_of, copy_bytes
from planner.storage.opening import key_of, look
from planner.storage.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from planner.storage.cipher import Key, Secret

_JOURNALS = ("-wal", "-journal")


def replace_library(
    library: Path,
    fill: Callable[[Path], None],
    now: datetime,
    passphrase: Secret | None = None,
    source: Path | None = None,
    keep: Key | None = None,
) -> Path | None:
    """Puts the library that `fill` writes to a given path in the place of the one there is.

    `passphrase` is that of what is written, or the key of the old one: then the new one has it
    too. `keep` is the key of the old one where what is written has a passphrase of its own, which
    then gives way to it. `source` is where what is written comes from, for the words of an error.
    Returns the name under which the old one is kept, None where there was none. Nobody may have the
    library open:
    LibraryBusy otherwise. Raises LibraryError in words, the library left as it was, when the new
    one is not sound.
    """
    real = Path(os.path.realpath(library))
    try:
        if real.is_dir():
            raise LibraryError(f"{library} is a folder, not a library. Name a file in it.")
        _refuse_to_replace_anothers(real)
        make_folder(real.parent)
        sweep(real.parent, real)
        _drop_second_names(real)
        aside = file_aside(real)
        try:
            fill(aside)
            _make_ready(aside, passphrase)
            _keep_encrypted(aside, passphrase, keep)
            was_sound = _let_go_of_journals(real, keep or passphrase)
            kept = _keep(real, now, KEPT if was_sound else DAMAGED) if real.exists() else None
            for journal in _journals_of(real):  # they belong to what is kept, and are kept there
                journal.unlink()
            publish(aside, real, replace=True)
        except LibraryError as error:  # nobody knows the file that was to take its place
            raise type(error)(_naming(source or library, aside, str(error))) from error
        finally:
            drop(aside)
    except OSError as error:
        raise LibraryError(
            f"The library {library} could not be replaced: {error.strerror}. It was left as it "
            "is; make room, or check the folder, then try again."
        ) from error
    return kept


def kept_aside(library: Path) -> list[Path]:
    """The libraries that were put aside for this one, by name; never removed by the program."""
    real = Path(os.path.realpath(library))
    return [path for path in _put_aside(real) if not (real.exists() and path.samefile(real))]


def copied_from(backup: Path) -> Callable[[Path], None]:
    """What fills a new library with a backup's bytes, the journals beside it taken along."""

    def fill(aside: Path) -> None:
        look(backup)
        copy_with_journals(backup, aside)

    return fill


def _naming(name: Path, aside: Path, told: str) -> str:
    """What is told of the file aside, or of one beside that, told of a file that users know."""
    return re.sub(re.escape(str(aside)) + r"(\.\w{8}\.new)?", lambda _: str(name), told)


def _put_aside(real: Path) -> list[Path]:
    """The files beside it that have the name of this library put aside, not another's."""

    def is_its(path: Path) -> bool:
        aside = put_aside(path.name)
        return aside is not None and (aside.stem, aside.suffix) == (real.stem, real.suffix)

    return sorted(filter(is_its, real.parent.glob("*")))


def _drop_second_names(real: Path) -> None:
    """A kill just before the last step leaves the library a second name, which is no copy."""
    if real.exists():
        for path in _put_aside(real):
            if path.samefile(real):
                path.unlink()


def _refuse_to_replace_anothers(real: Path) -> None:
    """Raises LibraryError where another program's file lies; a damaged library's is replaced."""
    if not real.exists():
        return
    if not real.is_file():
        raise LibraryError(f"{real} is not a file, so no library can take its place.")
    if real.stat().st_size == 0 or backups_of(real):
        return
    with bytes_of(real) as file:
        first = file.read(FIRST_PAGE_BYTES)
    if not may_be_ours(first):
        raise LibraryError(
            f"{real} is no Vis-à-vis library, so nothing is put in its place. Move it away first."
        )


def _make_ready(aside: Path, passphrase: Secret | None) -> None:
    """Takes up journals, checks every page, brings the schema up to date; whole by itself then."""
    file = LibraryFile(aside, {"synchronous": "full"}, key=key_of(aside, passphrase))
    file.connect()
    try:
        if schema.version(file) > SCHEMA_VERSION:
            raise LibraryError(
                "It was written by a newer version of Vis-à-vis. Update the program to go back "
                "to it."
            )
        wrong = checking.check(file, thorough=True, references=False)
        if wrong:
            raise LibraryDamaged(f"It is damaged ({wrong[0]}), so it was not put in place.")
        if schema.version(file) < SCHEMA_VERSION:
            schema.migrate(file)
        copying.leave_journal(file)
    finally:
        file.close()


def _keep_encrypted(aside: Path, passphrase: Secret | None, keep: Key | None) -> None:
    """When the library it replaces opens by a key, it stays encrypted, and opens as it did."""
    if keep is None and not isinstance(passphrase, str):
        keep = passphrase
    before = key_of(aside, passphrase)
    if keep is None or (before is not None and keep.may_open(aside)):
        return
    from planner.storage.rekeying import rewrite

    rewrite(aside, before, keep)


def _let_go_of_journals(real: Path, passphrase: Secret | None) -> bool:
    """Brings the old library's journals into it and makes sure that nobody has it open.

    False when it is damaged: then nothing in it is touched, and its journals are kept beside it.
    """
    if not real.exists():
        return True
    sound = False
    try:
        with opened_for_a_look(real, passphrase) as seen:
            if checking.check(seen, references=False):
                return False
        sound = True
        file = LibraryFile(real, {}, key=key_of(real, passphrase))
        file.connect()
        try:
            copying.leave_journal(file)
        finally:
            file.close()
    except LibraryBusy as busy:
        raise LibraryBusy(
            f"The library {real} is open, in Vis-à-vis or another program. Close it there first; "
            "nothing was changed."
        ) from busy
    except LibraryLocked:
        return True  # another passphrase: as it was when it was closed
    except (LibraryError, peewee.PeeweeException):
        return sound  # on a full disk, say, its journals stay beside it
    return True


def _journals_of(real: Path) -> list[Path]:
    journals = (real.with_name(real.name + ending) for ending in (*_JOURNALS, "-shm"))
    return [journal for journal in journals if journal.exists()]


def _keep(real: Path, now: datetime, why: str) -> Path:
    """Gives the old library a second name, its journals too; the first is taken over later."""
    number = 1
    while (kept := real.with_name(name_aside(real.stem, real.suffix, why, now, number))).exists():
        number += 1
    named: list[Path] = []
    try:
        for ending in (*_JOURNALS, ""):  # the file last: with its name there, all of it is
            part = real.with_name(real.name + ending)
            if part.exists() and (part.stat().st_size or not ending):
                _second_name(part, kept.with_name(kept.name + ending))
                named.append(kept.with_name(kept.name + ending))
    except OSError:
        for name in named:
            name.unlink(missing_ok=True)
        raise
    return kept


def _second_name(part: Path, name: Path) -> None:
    try:
        name.hardlink_to(part)
    except OSError:  # a file system without links
        aside = file_aside(name)
        try:
            copy_bytes(part, aside)
            publish(aside, name, replace=True)
        finally:
            with suppress(OSError):
                aside.unlink()
