"""Check my data: looks through everything, says what is wrong, and mends what can be mended."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from planner.domain.changes import Change
from planner.domain.soundness import Finding, Report, Trouble
from planner.errors import LibraryLocked, PlannerError
from planner.journeys import restore_library
from planner.journeys.keep_backups import back_up_now
from planner.storage import contents
from planner.storage.soundness import Taken
from planner.storage.store import Store

LEAST_ROOM = 50_000_000  # bytes; a day's changes and its backup have room in them, with luck


class Step(StrEnum):
    """What is looked through, in this order."""

    FILE = "file"
    RECORDS = "records"
    INDEX = "index"
    BACKUPS = "backups"


Progress = Callable[[Step, int, int], None]  # the step, how much of it is done, of how much


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending did: the backup made before it, and the file with what was taken out."""

    change: Change
    backup: Path
    taken: int
    record: Path | None


def check(store: Store, progress: Progress | None = None) -> Report:
    """Looks through all of the library, its backups and the room on the disk.

    Takes a while, so for a worker; `progress` may raise to stop it. Changes nothing.
    """
    tell = progress or _silent
    sound = store.soundness
    tell(Step.FILE, 0, 0)
    found = sound.file()
    figures, records = None, 0
    if not any(finding.trouble is Trouble.FILE for finding in found):
        figures = contents.contents_of(store.file)
        tell(Step.RECORDS, 0, 0)
        records, unreadable = sound.unreadable(lambda: tell(Step.RECORDS, 0, 0))
        found += unreadable + sound.loose()
        tell(Step.INDEX, 0, 0)
        found += sound.index()
    backups = [each for each in restore_library.candidates(store.path) if each.backup is not None]
    unread = 0
    for done, backup in enumerate(backups):
        tell(Step.BACKUPS, done, len(backups))
        try:
            found += _wrong_with(backup.path, store)
        except LibraryLocked:  # of another passphrase: nobody can tell, and it may well be sound
            unread += 1
    size, free = _room(store.path)
    if free < max(LEAST_ROOM, 2 * size):
        found.append(Finding(Trouble.ROOM, count=free // 1_000_000))
    return Report(tuple(found), figures, records, len(backups), size, free, unread)


def mend(store: Store, findings: Sequence[Finding], now: datetime) -> Mended:
    """Mends what can be mended, after a backup of it all as it is; `now` is what the wall shows.

    What had to be taken out stands in a JSON file beside the library from then on; of an encrypted
    library in that backup alone, for anybody could read the file. Raises PlannerError in words,
    nothing mended, when the backup or that file cannot be written.
    """
    backup = back_up_now(store, now, before="mending")
    written: list[tuple[Path | None, int]] = []

    def keep(taken: list[Taken]) -> None:
        record = None if store.encrypted else _record(store.path, taken, now)
        written.append((record, len(taken)))

    troubles = frozenset(finding.trouble for finding in findings if finding.mendable)
    change = store.soundness.mend(troubles, keep)
    record, count = written[0] if written else (None, 0)
    return Mended(change, backup, count, record)


def _wrong_with(backup: Path, store: Store) -> list[Finding]:
    try:
        restore_library.look_into(backup, store.key)
    except LibraryLocked:
        raise
    except PlannerError as error:
        return [Finding(Trouble.BACKUP, title=backup.name, detail=str(error))]
    return []


def _room(library: Path) -> tuple[int, int]:
    """Bytes the library takes, and those free on its disk."""
    try:
        return library.stat().st_size, shutil.disk_usage(library.parent).free
    except OSError as error:
        raise PlannerError(f"The library {library} cannot be found: {error.strerror}.") from error


def _record(library: Path, taken: Sequence[Taken], now: datetime) -> Path:
    """Writes down what is taken out or altered, for the user alone."""
    from planner.storage.backup import write_beside

    document = {
        "what": "Rows that Check my data took out of the library, or altered, as they were before",
        "library": str(library),
        "when": now.isoformat(timespec="seconds"),
        "rows": [
            {"table": each.kind.value, "replaced": each.column or None, "row": each.row}
            for each in taken
        ],
    }
    text = json.dumps(document, indent=1, default=repr)  # broken letters stay, escaped
    return write_beside(library, f"taken-out-{now:%Y-%m-%d-%H%M%S}.json", text.encode())


def _silent(step: Step, done: int, of: int) -> None:
    """Nobody wants to know how far it is."""
