"""What to do when no window can open on a library: one question, and what the user chooses."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from planner.errors import LibraryLocked, PlannerError
from ui import opening

if TYPE_CHECKING:
    from planner.journeys.encrypt_library import Key
    from ui.single_instance import SingleInstance

translate = QCoreApplication.translate


def way_out(
    library: Path,
    refusal: PlannerError,
    open_store: opening.OpenStore,
    *,
    instance: SingleInstance | None = None,
    key: Key | None = None,
    opened: bool = False,
    opens_by: list[Key] | None = None,
) -> Path | None:
    """Says why no window can open and does what the user chooses: the library to try now, or None.

    `instance` hears of later starts meanwhile. `opened` tells that the library opens, an encrypted
    one by its `key`, but that not all in it can be read. `opens_by` gets the key of a backup that
    took its place and kept its own passphrase.
    """
    print(refusal, file=sys.stderr)
    if not opening.has_screen():
        return None
    opening.dress()
    with instance.raising_dialogs() if instance is not None else nullcontext():
        return _ask(library, refusal, open_store, key, [] if opens_by is None else opens_by, opened)


def _ask(
    library: Path,
    refusal: PlannerError,
    open_store: opening.OpenStore,
    key: Key | None,
    opens_by: list[Key],
    opened: bool,
) -> Path | None:
    from ui.dialogs.trouble import TroubleDialog, Way

    while True:
        dialog = TroubleDialog(library, refusal, date.today(), key=key, opened=opened)
        dialog.exec()
        way, backup = dialog.way, dialog.backup
        dialog.deleteLater()
        if way is Way.LEAVE:
            return None
        if way is Way.AGAIN:
            return library
        if way is Way.OTHER:
            if (other := _choose_library(library)) is not None:
                return other
        elif way is Way.CHECK:
            if _check(library, open_store, key):
                return library
        elif way is Way.ANEW:
            if _begin_anew(library, refusal):
                return library
        elif way is Way.FOLDER:
            _open_folder(library)
        elif way is Way.MORE:
            chosen = _choose_backup(library, key)
            if chosen is not None and _go_back(library, *chosen, key, opens_by):
                return library
        elif backup is not None and _go_back(library, backup, "", key, opens_by):
            return library


def _go_back(library: Path, backup: Path, typed: str, key: Key | None, opens_by: list[Key]) -> bool:
    from planner.journeys.encrypt_library import key_of
    from planner.journeys.restore_library import restore
    from ui.asking import tell, warn

    passphrase: str | Key | None = typed or key
    while True:
        try:
            restored = restore(library, backup, opening.wall_now(), passphrase, key)
            if restored.backups_own and isinstance(passphrase, str):
                opens_by.append(key_of(library, passphrase))
            break
        except LibraryLocked as locked:
            from ui.unlocking import ask_passphrase

            words = str(locked) if passphrase is not None else ""
            if (passphrase := ask_passphrase(None, backup, words)) is None:
                return False
        except PlannerError as refusal:
            warn(None, "Vis-à-vis", str(refusal))
            return False
    tell(None, "Vis-à-vis", opening.restored_in_words(restored))
    return True


def _begin_anew(library: Path, refusal: PlannerError) -> bool:
    from planner.journeys.restore_library import begin_anew
    from ui.asking import ask, tell, warn

    if isinstance(refusal, LibraryLocked) and not ask(
        None,
        "Vis-à-vis",
        translate(
            "opening",
            "Begin with an empty library? {name} is kept beside it, under a name you are told.",
        ).format(name=library.name),
        translate("opening", "Begin with an empty library"),
        translate("opening", "Cancel"),
    ):
        return False

    try:
        kept = begin_anew(library, opening.wall_now())
    except PlannerError as failure:
        warn(None, "Vis-à-vis", str(failure))
        return False
    if kept is not None:
        words = (
            translate("opening", "The locked library is kept as {path}.")
            if isinstance(refusal, LibraryLocked)
            else translate("opening", "The damaged library is kept as {path}.")
        )
        tell(None, "Vis-à-vis", words.format(path=kept))
    return True


def _check(library: Path, open_store: opening.OpenStore, key: Key | None) -> bool:
    """Check my data, on a library no window is open on; False when it does not even open."""
    from ui.asking import warn
    from ui.background import wait_for_all
    from ui.dialogs.check import CheckDialog

    try:
        store = open_store(library, key)
    except PlannerError as refusal:
        warn(None, "Vis-à-vis", str(refusal))
        return False
    try:
        dialog = CheckDialog(store, opening.wall_now())
        dialog.exec()
        dialog.deleteLater()
        wait_for_all()
    finally:
        store.close()
    return True


def _choose_backup(library: Path, key: Key | None) -> tuple[Path, str] | None:
    from ui.dialogs.restore import RestoreDialog

    chosen: list[tuple[Path, str]] = []
    dialog = RestoreDialog(library, date.today(), key=key)
    dialog.chosen.connect(lambda *wanted: chosen.append(wanted))
    dialog.exec()
    dialog.deleteLater()
    return chosen[0] if chosen else None


def _open_folder(library: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(library.parent)))


def _choose_library(library: Path) -> Path | None:
    from ui.file_dialogs import library_to_open

    return library_to_open(library.parent)
