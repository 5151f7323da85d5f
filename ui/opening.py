"""How the window comes by its library: opened, or what to do when it cannot be."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from planner.errors import LibraryDamaged, LibraryLocked, PlannerError

if TYPE_CHECKING:
    from planner.journeys.encrypt_library import Key
    from planner.journeys.restore_library import Restored
    from planner.storage.store import Store
    from ui.single_instance import SingleInstance


class OpenStore(Protocol):
    """Opens the library at a path, an encrypted one by its passphrase or what was made of it."""

    def __call__(self, library: Path | None, passphrase: str | Key | None = None) -> Store: ...


translate = QCoreApplication.translate

_SEEN = "libraries"  # where the view's settings keep which libraries were opened here


@dataclass(frozen=True, slots=True)
class Begin:
    """A library to open a window on, and what to say there once it stands."""

    library: Path
    files: tuple[str, ...] = ()  # to bring in
    done: str = ""  # what was done with the library while no window had it open
    refused: str = ""  # or why that could not be done
    key: Key | None = None  # what opened it before; it may not any more


def open_for_window(
    library: Path,
    open_store: OpenStore,
    instance: SingleInstance | None = None,
    view: QSettings | None = None,
    key: Key | None = None,
) -> Store | Path | None:
    """The library opened; a path when the user chose another one; None when they rather quit.

    An encrypted one asks for its passphrase, unless it opens by the `key` that opened it before;
    `instance` hears of later starts meanwhile. `view` knows which libraries were opened on this
    machine: one that is gone since is missed, and no empty one made in its place.
    """
    while True:
        try:
            _refuse_when_gone(library, view)
            try:
                return open_store(library, key) if key else open_store(library)
            except LibraryLocked:
                if not has_screen():
                    raise
                from ui.unlocking import unlock

                return unlock(library, open_store, instance, view)
        except PlannerError as refusal:
            from ui.way_out import way_out

            opens_by: list[Key] = []
            instead = way_out(
                library, refusal, open_store, instance=instance, key=key, opens_by=opens_by
            )
            key = opens_by[-1] if opens_by else key
        if instead != library:
            return instead


def go_back_to(
    backup: Path, key: Key | None = None, passphrase: str | None = None
) -> Callable[[Path], Begin]:
    """For `MainWindow.close_for`: goes back to a backup while no window has the library open.

    `key` is the library's, `passphrase` the backup's where it has another.
    """

    def go_back(library: Path) -> Begin:
        from planner.journeys.encrypt_library import key_of
        from planner.journeys.restore_library import restore

        opens_by = key
        try:
            restored = restore(library, backup, wall_now(), passphrase or key, key)
            if restored.backups_own and passphrase is not None:
                opens_by = key_of(library, passphrase)
        except PlannerError as refusal:
            return Begin(library, refused=str(refusal), key=key)
        return Begin(library, done=restored_in_words(restored), key=opens_by)

    return go_back


def restored_in_words(restored: Restored) -> str:
    """What a restore did, and how to take it back."""
    from ui.backup_wording import people

    told = translate("opening", "Your library is back: {people}.").format(
        people=people(restored.people)
    )
    if restored.kept is not None:
        words = translate(
            "opening",
            "The one that was there is kept as {name}, beside it; “Go back to a backup” lists it "
            "too.",
        )
        told = f"{told} {words.format(name=restored.kept.name)}"
    if restored.laid_open:
        words = translate(
            "opening", "It is not encrypted, as that backup was not: Settings can encrypt it again."
        )
        told = f"{told} {words}"
    if restored.backups_own:
        words = translate(
            "opening", "It opens with the passphrase of that backup from now on; not the other."
        )
        told = f"{told} {words}"
    return told


def remember_opened(library: Path, view: QSettings) -> None:
    """Notes that there is a library here, so that it is missed when it is gone."""
    view.setValue(_mark(library), date.today().isoformat())


def say(sentence: str) -> None:
    """Says why no window opens: on stderr, and on the screen where there is one."""
    from ui.asking import warn

    print(sentence, file=sys.stderr)
    if has_screen():
        dress()
        warn(None, "Vis-à-vis", sentence)


def dress() -> None:
    """Gives a window that comes before the main one its palette and font."""
    from ui import theme

    app = QApplication.instance()
    if isinstance(app, QApplication) and not app.styleSheet():
        theme.apply(app, theme.Scheme.SYSTEM)


def has_screen() -> bool:
    """Whether somebody sees what is drawn and can answer."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.platformName() != "offscreen"


def _refuse_when_gone(library: Path, view: QSettings | None) -> None:
    """LibraryDamaged where a library was opened before and no file is any more."""
    if view is None or os.path.lexists(library):
        return
    if seen := str(view.value(_mark(library), "")):
        from ui.day_wording import day

        with suppress(ValueError):
            seen = day(date.fromisoformat(seen))
        raise LibraryDamaged(
            f"There is no library at {library} any more; it was there on {seen}. Put the file "
            "back, or go back to a backup."
        )


def _mark(library: Path) -> str:
    import hashlib

    whole = os.path.realpath(library)
    return f"{_SEEN}/{hashlib.sha256(whole.encode(errors='surrogateescape')).hexdigest()[:24]}"


def wall_now() -> datetime:
    """What the wall shows, where no session knows the user's zone yet."""
    return datetime.now().replace(microsecond=0)
