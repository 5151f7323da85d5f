"""Composition root: arguments, paths, store, then the window or the terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from planner import APP
from planner.calendar.zone_data import use_shipped_zones
from planner.errors import PlannerError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from planner.storage.store import Store
    from ui.main_window import MainWindow
    from ui.single_instance import SingleInstance

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
CONTACT_FILES = (".vcf", ".vcard", ".csv", ".zip", ".txt")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    use_shipped_zones()
    library, files = _for_the_window(given)
    if files is None:
        from ui.terminal import run

        return run(given, open_store, default_library)
    return _window(library or default_library(), files)


def default_library() -> Path:
    """Where the library lies when nobody names another: the platform's data folder."""
    import platformdirs

    return platformdirs.user_data_path(APP, appauthor=False) / "library.visavis"


def open_store(library: Path | None) -> Store:
    """Opens a library, the default one for None."""
    from planner.storage.store import Store

    return Store.open(library or default_library())


def _for_the_window(given: list[str]) -> tuple[Path | None, list[str] | None]:
    """The library and the files to bring in, or None for the files when the terminal is meant.

    The window opens without a command: nothing, or contact files alone, after `--library FILE`.
    """
    library, rest = None, given
    if rest[:1] == ["--library"] and len(rest) > 1:
        library, rest = Path(rest[1]), rest[2:]
    elif rest and rest[0].startswith("--library="):
        library, rest = Path(rest[0].partition("=")[2]), rest[1:]
    if all(_is_file_to_bring_in(argument) for argument in rest):
        return library, [str(Path(argument).absolute()) for argument in rest]
    return library, None


def _is_file_to_bring_in(argument: str) -> bool:
    if argument.startswith("-"):
        return False
    if argument.lower().endswith(CONTACT_FILES):
        return True
    return Path(argument).is_file() and not _is_command(argument)


def _is_command(word: str) -> bool:
    """A command stays one in a folder that has a file of its name."""
    from ui.terminal import is_command

    return is_command(word)


def _window(library: Path, files: list[str]) -> int:
    from ui.display import why_no_display

    if (reason := why_no_display(os.environ, sys.platform)) is not None:
        print(reason, file=sys.stderr)
        return WRONG_USAGE
    gc.disable()  # all that the start makes stays: looking for garbage in it takes a tenth of it
    # PySide6 reads the source of every module imported after it, so what needs no Qt comes first.
    import planner.journeys.suggest_people
    import planner.journeys.todays_page
    import planner.storage.store  # noqa: F401

    app = _application()
    try:
        library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        return _refuse(f"The folder {library.parent} cannot be made: {error.strerror}.")
    from ui.single_instance import SingleInstance

    instance = SingleInstance(library)
    if not instance.is_first():
        if instance.hand_over(files):
            return DONE
        return _refuse(instance.why_not())
    try:
        store = open_store(library)
    except PlannerError as refusal:
        instance.close()
        return _refuse(str(refusal))
    window = build_window(store)
    window.start()
    window.show()
    _after_first_sight(window, instance, files)
    code = app.exec()
    instance.close()
    _close(window)
    return code


def _application() -> QApplication:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.display import explain_fatal_messages

    explain_fatal_messages()
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP)
    app.setApplicationDisplayName("Vis-à-vis")
    app.setDesktopFileName(APP)
    app.setStyle("Fusion")  # one style everywhere: the style sheet is drawn for it
    theme.load_fonts()
    if QLocale().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale("en_GB"))  # "C" writes neither months nor money as people do
    return app


def build_window(store: Store) -> MainWindow:
    """The main window over a store, dressed but not shown."""
    from PySide6.QtCore import QSettings

    from ui.main_window import MainWindow
    from ui.session import Session

    view = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, APP, APP
    )  # geometry and looks belong to the machine, so they are kept beside, not in, the library
    window = MainWindow(Session(store), view)
    window.apply_theme()
    return window


def _after_first_sight(window: MainWindow, instance: SingleInstance, files: list[str]) -> None:
    """What can wait until the window stands: the log, the icon, later starts, files to bring in."""

    def settle() -> None:
        gc.freeze()
        gc.enable()
        from ui.log_file import begin_log

        begin_log(APP)
        instance.files_handed_over.connect(window.raise_with)
        instance.listen()
        if files:
            window.bring_in(files)
        _remember_beside(window)

    window.seen.connect(settle)


def _close(window: MainWindow) -> None:
    from ui.background import wait_for_all

    wait_for_all()
    _remember(window.session.store, window.session.today())
    # While all that the steps know still stands: Qt and Python would else clear them in each
    # other's way, which has ended in a crash.
    window.undo_stack.clear()
    window.session.store.close()


def _remember_beside(window: MainWindow) -> None:
    """Whom to meet next, for later starts even if the program does not get to close."""
    from ui.background import Job, run

    store, today = window.session.store, window.session.today()

    def remember(job: Job) -> None:
        with store.another() as own:
            _remember(own, today)

    run(remember)


def _remember(store: Store, today: date) -> None:
    """Whom to meet next today and tomorrow, so that the next start need not rank everybody."""
    from planner.journeys.suggest_people import remember_suggestions

    with suppress(PlannerError):  # another program writes: then that start takes a little longer
        remember_suggestions(store, today, today + timedelta(days=1))


def _refuse(sentence: str) -> int:
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.asking import warn

    print(sentence, file=sys.stderr)
    app = QApplication.instance()
    if isinstance(app, QApplication) and app.platformName() != "offscreen":
        theme.apply(app, theme.Scheme.SYSTEM)
        warn(None, "Vis-à-vis", sentence)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
