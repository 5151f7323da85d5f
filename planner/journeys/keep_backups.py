"""The daily backup: made when there is none of today and something changed since the last."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.domain.backups import BY_HAND, Backup, Contents, is_due
from planner.errors import LibraryError
from planner.storage import backups, contents
from planner.storage.store import Store

ROOM_TO_SPARE = 20_000_000  # bytes beyond the copy itself: a full disk stops more than backups


@dataclass(frozen=True, slots=True)
class Standing:
    """How the backups of a library stand: where they lie, how many, and the last one."""

    folder: Path
    count: int
    last: Backup | None


def standing(library: Path) -> Standing:
    """How the backups stand; reads the folder alone."""
    there = list(backups.backups_of(library))
    return Standing(backups.folder_of(library), len(there), there[-1] if there else None)


def keep_todays(store: Store, now: datetime) -> Path | None:
    """Makes today's backup if it is due; None when there is one, or nothing has changed.

    `now` is what the wall shows. Raises LibraryError in words when it cannot be made.
    """
    there = {
        backup: path for backup, path in backups.backups_of(store.path).items() if not backup.before
    }
    if not is_due(there, now) or (not there and _is_blank(store)):
        return None
    last = list(there.values())[-1:]
    if last and backups.holds_the_same(store.file, last[0]):
        return None
    return back_up_now(store, now, before="")


def back_up_now(store: Store, now: datetime, before: str = BY_HAND) -> Path:
    """Makes a backup in the library's own folder for them, whether or not one is due.

    `before` names in one word what it is made before; without, somebody asked for it. Raises
    LibraryError in words.
    """
    _require_room(store.path)
    return backups.keep_one(store.file, now, before)


def _is_blank(store: Store) -> bool:
    """Whether nobody has kept anything yet: the first start is not through."""
    return not store.me.get().ready and contents.contents_of(store.file) == Contents()


def _require_room(library: Path) -> None:
    """Raises LibraryError when the copy would fill the disk."""
    try:
        needed = library.stat().st_size + ROOM_TO_SPARE
        folder = backups.folder_of(library)
        free = shutil.disk_usage(folder if folder.exists() else folder.parent).free
    except OSError:
        return  # making it says why
    if free < needed:
        raise LibraryError(
            f"There is no room for a backup in {folder}: {free // 1_000_000} MB of room is "
            f"left, and {needed // 1_000_000} MB are needed. Make room, then try again."
        )
