"""Going back to a backup: which there are, what is in each, and putting one in place."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.domain.backups import Backup, Contents, named, put_aside
from planner.domain.library_header import FIRST_PAGE_BYTES, may_be_encrypted
from planner.errors import LibraryDamaged, LibraryLocked, PlannerError
from planner.storage import backups, contents, replacing
from planner.storage.open_files import bytes_of
from planner.storage.store import Store

if TYPE_CHECKING:
    from planner.storage.cipher import Key, Secret

JSON_BEGINS = b"{"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file somebody may go back to, as far as its name and the file system tell.

    `made` is wall time: what its name says, else when the file was last written. `aside` says why
    a library was put aside, "kept" or "damaged"; "" for any other file.
    """

    path: Path
    made: datetime
    size: int
    backup: Backup | None = None  # None for one that was put aside, or chosen from anywhere
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: how many people there are now, and where the old library is kept.

    `laid_open` when the old one was encrypted and the library now is not; `backups_own` when it
    opens by the backup's passphrase now, and did not before.
    """

    people: int
    kept: Path | None
    laid_open: bool = False
    backups_own: bool = False


def candidates(library: Path) -> list[Candidate]:
    """Every backup of the library, and the libraries put aside for it, the newest first.

    Backups follow each other as they were made, even where a clock that jumped dated one later
    than those after it.
    """
    made: list[tuple[datetime, Candidate]] = []
    latest = datetime.max
    for path in reversed(backups.backups_of(library).values()):
        if (each := candidate(path)) is not None:
            latest = min(latest, each.made)
            made.append((latest, each))
    aside = [(each.made, each) for each in map(candidate, replacing.kept_aside(library)) if each]
    dated = sorted((*made, *reversed(aside)), key=lambda moment: moment[0], reverse=True)
    return [each for _, each in dated]


def candidate(path: Path) -> Candidate | None:
    """A file as one to go back to; None when it is not there (any more)."""
    try:
        seen = path.stat()
    except OSError:
        return None
    if (backup := named(path.name)) is not None:
        return Candidate(path, backup.made, seen.st_size, backup)
    if (aside := put_aside(path.name)) is not None:
        return Candidate(path, aside.made, seen.st_size, aside=aside.why)
    written = datetime.fromtimestamp(seen.st_mtime).replace(microsecond=0)
    return Candidate(path, written, seen.st_size)


def look_into(path: Path, passphrase: Secret | None = None) -> Contents:
    """What is in a backup, a library or an export, once all of it could be read.

    What is encrypted opens by its passphrase, or by the key of the library it is a backup of.
    Leaves the file as it is. Raises PlannerError in words when nobody could go back to it.
    """
    if not is_export(path):
        return contents.look_into(path, passphrase)
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="visavis-") as folder:
        trial = Path(folder) / "trial.visavis"
        _read_export(path)(trial)
        return contents.look_into(trial)


def figures_of(store: Store) -> Contents:
    """What is in a library that is open, to be held against a backup."""
    return contents.contents_of(store.file)


def newest_good(
    library: Path, passphrase: Secret | None = None, *, unread: bool = True
) -> tuple[Candidate, Contents | None] | None:
    """The newest backup that is sound, with what is in it; None when there is none.

    A library that was put aside counts where no backup is sound. One that is encrypted counts when
    no passphrase can tell, and what is in it is not known; not so when none `unread` is wanted.
    """
    for each in sorted(candidates(library), key=lambda each: each.backup is None):
        try:
            return each, look_into(each.path, passphrase)
        except LibraryLocked:
            if unread:
                return each, None
        except PlannerError:
            continue
    return None


def is_same(one: Path, other: Path) -> bool:
    """Whether both names are of one file; reads nothing of it."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def is_export(path: Path) -> bool:
    """Whether the file is an export in JSON, by how it begins.

    An encrypted library begins by chance, so with a brace, too: one in 256.
    """
    try:
        with bytes_of(path) as file:
            beginning = file.read(FIRST_PAGE_BYTES)
    except OSError:
        return False
    text = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text.startswith(JSON_BEGINS) and not may_be_encrypted(beginning)


def restore(
    library: Path,
    backup: Path,
    now: datetime,
    passphrase: Secret | None = None,
    keep: Key | None = None,
) -> Restored:
    """Puts a backup, or what an export holds, in the library's place; the old one is kept.

    `passphrase` opens the backup; `keep` is the key of the library, which it keeps whatever the
    backup opens by. Nobody may have the library open. Raises PlannerError in words, everything
    left as it was, when the backup is not sound or cannot be put in place.
    """
    try:
        if backup.exists() and library.exists() and backup.samefile(library):
            raise PlannerError(f"{backup} is the library itself. Choose a backup of it.")
        if not backup.is_file():
            raise PlannerError(f"There is no file {backup}. Check the name and the folder.")
    except OSError as error:
        raise PlannerError(f"{backup} cannot be read: {error.strerror}.") from error
    fill = _read_export(backup) if is_export(backup) else replacing.copied_from(backup)
    was_encrypted = is_encrypted(library)
    try:
        kept = replacing.replace_library(library, fill, now, passphrase, backup, keep)
    except LibraryDamaged as error:
        raise PlannerError(f"The backup {backup} was not restored. {error}") from error
    people = contents.look_into(library, keep or passphrase).people
    encrypted = is_encrypted(library)
    backups_own = encrypted and keep is None and isinstance(passphrase, str)
    return Restored(people, kept, was_encrypted and not encrypted, backups_own)


def reopened(library: Path, opens_by: Secret | None) -> Store:
    """The library that was put in place, by what it opens with, which nobody is asked for again."""
    return Store.open(library, create=False, passphrase=opens_by)


def key_that_opens(library: Path, passphrase: str) -> Key | None:
    """The key of an encrypted library, proved on it; None when there is none, or it is plain.

    LibraryLocked when it does not open by this passphrase.
    """
    if not is_encrypted(library):
        return None
    return contents.proved_key(library, passphrase)


def is_encrypted(library: Path) -> bool:
    """Whether there is a library, and it opens by a passphrase alone."""
    with suppress(OSError), bytes_of(library) as file:
        return may_be_encrypted(file.read(FIRST_PAGE_BYTES))
    return False


def begin_anew(library: Path, now: datetime) -> Path | None:
    """Makes an empty library where one was lost; what is left of it is kept under the name given.

    Raises PlannerError in words.
    """

    def fill(aside: Path) -> None:
        aside.unlink()
        Store.open(aside).close()

    return replacing.replace_library(library, fill, now)


def was_there(library: Path) -> bool:
    """Whether there was a library once: the file is gone, but backups of it are there."""
    return not os.path.lexists(library) and bool(candidates(library))


def _read_export(document: Path) -> Callable[[Path], None]:
    def fill(aside: Path) -> None:
        from planner.journeys.export_library import library_from_json

        aside.unlink(missing_ok=True)  # it makes the library itself, where there is none yet
        library_from_json(document, aside)

    return fill
