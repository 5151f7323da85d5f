"""The terminal's commands that keep the library safe: check, backup and restore."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from planner.domain.wall_time import wall_of
from planner.errors import LibraryDamaged, LibraryLocked, PlannerError
from ui.clock import Clock
from ui.terminal_call import Call
from ui.terminal_output import Told, plain
from ui.terminal_subscribed import with_subscribed

if TYPE_CHECKING:
    from planner.journeys.encrypt_library import Key


def check(call: Call) -> Told:
    """Looks through everything; refused, with what was found, when something is wrong."""
    from planner.journeys.check_library import check as looked_through
    from ui.backup_wording import unread
    from ui.check_wording import sentences

    try:
        with call.existing() as store:
            path = store.path
            report = looked_through(store)
    except LibraryDamaged as damage:
        return _cannot_be_opened(call, damage)
    problems = sentences(report.findings)
    figures = report.contents
    people = figures.people if figures is not None else None
    document = {
        "sound": report.sound,
        "problems": problems,
        "people": people,
        "meetings": figures.meetings if figures is not None else None,
        "promises": figures.promises if figures is not None else None,
        "records": report.records,
        "backups": report.backups,
        "backups_not_read": report.unread,
        "bytes": report.size,
        "library": str(path),
    }
    if report.sound:
        lines = [
            f"All is well: {people} people, {report.records} records, "
            f"{report.backups - report.unread} backups."
        ]
        if report.unread:
            lines.append(f"{unread(report.unread)}.")
        return Told(document, tuple(lines))
    advice = (
        "“Check my data” in the window mends what can be mended."
        if report.mendable
        else _how_to_restore(path)
    )
    count = "One thing is" if len(problems) == 1 else f"{len(problems)} things are"
    return Told(document, tuple(map(plain, problems)), refused=f"{count} not well. {advice}")


def backup(call: Call) -> Told:
    from planner.journeys.back_up import back_up
    from planner.journeys.restore_library import look_into

    target: Path = call.given.out
    with call.existing() as store:
        back_up(store, target)
        people = look_into(target, store.key).people
    size = target.stat().st_size
    return Told(
        {"file": str(target), "people": people, "bytes": size},
        (f"{plain(str(target))} holds everything: {people} people, {size:,} bytes.",),
    )


def restore(call: Call) -> Told:
    from planner.journeys.restore_library import reopened
    from planner.journeys.restore_library import restore as restored
    from ui.single_instance import SingleInstance

    source: Path = call.given.backup
    library = call.library()
    instance = SingleInstance(library) if library.parent.is_dir() else None
    if instance is not None and not instance.is_first():
        raise PlannerError(
            f"The library {library} is open in a window. Close it there first, then restore; or "
            "restore in the window itself."
        )
    try:
        opens_by: Key | str | None = (keep := _key_to_keep(library))
        try:
            outcome = restored(library, source, _wall_now(call), keep, keep)
        except LibraryLocked:
            from ui.terminal_passphrase import passphrase_for

            typed = passphrase_for(source, library)
            outcome = restored(library, source, _wall_now(call), typed, keep)
            opens_by = keep or typed
    finally:
        if instance is not None:
            instance.close()
    kept = outcome.kept
    lines = [f"The library {plain(str(library))} is as in {plain(str(source))}: "
             f"{outcome.people} people."]  # fmt: skip
    if kept is not None:
        lines.append(f"The library that was there is kept as {plain(str(kept))}.")
    if outcome.laid_open:
        lines.append("It is not encrypted, as that backup was not: Settings can encrypt it again.")
    if outcome.backups_own:
        lines.append("It opens with that backup's passphrase from now on.")
    document = {
        "restored": str(source),
        "people": outcome.people,
        "kept_aside": str(kept) if kept is not None else None,
    }
    with reopened(library, opens_by) as store:
        return with_subscribed(call, store, Told(document, tuple(lines)))


def _key_to_keep(library: Path) -> Key | None:
    """The key of an encrypted library, which it keeps whatever is put in its place.

    None for a plain one, and for one too damaged to open. Raises LibraryLocked in words when the
    passphrase is not known: what takes its place could else be read by anybody.
    """
    from planner.journeys.restore_library import is_encrypted, key_that_opens
    from ui.terminal_passphrase import passphrase_for

    if not is_encrypted(library):
        return None
    try:
        return key_that_opens(library, passphrase_for(library))
    except LibraryLocked as locked:
        raise LibraryLocked(
            f"{locked} What takes its place is to stay encrypted, so nothing was restored. Without "
            "the passphrase, move the library away first, then restore."
        ) from locked
    except PlannerError:
        return None


def advice_for(call: Call) -> str:
    """What to say of a damaged library besides: how to go back to a backup."""
    if call.given.library is None and call.default_library is None:
        return ""
    return f" {_how_to_restore(call.library())}"


def _cannot_be_opened(call: Call, damage: LibraryDamaged) -> Told:
    library = call.library()
    problem = str(damage)
    document = {
        "sound": False,
        "problems": [problem],
        "people": None,
        "meetings": None,
        "promises": None,
        "records": 0,
        "backups": _how_many_backups(library),
        "bytes": library.stat().st_size if library.is_file() else 0,
        "library": str(library),
    }
    return Told(document, (plain(problem),), refused=f"{problem} {_how_to_restore(library)}")


def _how_many_backups(library: Path) -> int:
    from planner.journeys.keep_backups import standing

    return standing(library).count


def _how_to_restore(library: Path) -> str:
    """Names the newest good backup, and the command."""
    from planner.journeys.restore_library import newest_good

    try:
        found = newest_good(library)
    except (PlannerError, OSError):
        found = None
    if found is None:
        return "restore FILE goes back to a backup you made."
    newest, contents = found
    people = f", with {contents.people} people" if contents is not None else ""
    what = "newest good backup is" if contents is not None else "newest backup, not read, is"
    return (
        f"The {what} of {newest.made:%Y-%m-%d %H:%M}{people}; to go back to it: "
        f"restore {newest.path}"
    )


def _wall_now(call: Call) -> datetime:
    return wall_of(call.now, Clock().local_zone()).replace(microsecond=0)
