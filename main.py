"""Composition root: arguments, paths, store, then the window or the terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner import APP
from planner.calendar.zone_data import use_shipped_zones

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from planner.journeys.encrypt_library import Key
    from planner.storage.store import Store
    from ui.main_window import MainWindow

FAILED, WRONG_USAGE = 1, 2  # exit codes
# Of contacts and of calendars, which the window tells apart.
FILES = (".vcf", ".vcard", ".csv", ".zip", ".txt", ".ics", ".ical", ".icalendar", ".ifb", ".vcs")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    usual = os.umask(0o077)  # what is made is for the user alone, whichever library makes it
    try:
        return _run(given)
    finally:
        os.umask(usual)


def _run(given: list[str]) -> int:
    use_shipped_zones()
    library, files = _for_the_window(given)
    if files is None and (folder := _folder_in(given)):
        print(
            f"visavis: {folder} is a folder, and a folder cannot be brought in. Name the contact "
            f"files in it, such as {Path(folder) / 'contacts.vcf'}",
            file=sys.stderr,
        )
        return WRONG_USAGE
    if files is None:
        from ui.terminal import run
        from ui.terminal_passphrase import asking_for_it

        return run(given, asking_for_it(open_store, default_library), default_library)
    return _window(library or default_library(), files)


def default_library() -> Path:
    """Where the library lies when nobody names another: the platform's data folder."""
    import platformdirs

    return platformdirs.user_data_path(APP, appauthor=False) / "library.visavis"


def open_store(library: Path | None, passphrase: str | Key | None = None) -> Store:
    """Opens a library, the default one for None; an encrypted one by its passphrase."""
    from planner.storage.store import Store

    return Store.open(library or default_library(), passphrase=passphrase)


def _for_the_window(given: list[str]) -> tuple[Path | None, list[str] | None]:
    """The library and the files to bring in, or None for the files when the terminal is meant.

    The window opens without a command: nothing, or contact files alone, after `--library FILE`.
    """
    library, rest = _library_and_rest(given)
    if all(_is_file_to_bring_in(argument) for argument in rest):
        return library, [str(Path(argument).absolute()) for argument in rest]
    return library, None


def _library_and_rest(given: list[str]) -> tuple[Path | None, list[str]]:
    if given[:1] == ["--library"] and len(given) > 1:
        return Path(given[1]), given[2:]
    if given and given[0].startswith("--library="):
        return Path(given[0].partition("=")[2]), given[1:]
    return None, given


def _is_file_to_bring_in(argument: str) -> bool:
    if argument.startswith("-"):
        return False
    if argument.lower().endswith(FILES):
        return True
    return Path(argument).is_file() and not _is_command(argument)


def _folder_in(given: list[str]) -> str:
    """The first folder that stands where files do, "" where a command is meant."""
    _, rest = _library_and_rest(given)
    if any(argument.startswith("-") or _is_command(argument) for argument in rest[:1]):
        return ""
    return next((argument for argument in rest if Path(argument).is_dir()), "")


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

    try:
        app = _application()
        from ui.opening import Begin
        from ui.sitting import Sitting

        return Sitting(app, open_store, build_window, _view()).run(Begin(library, tuple(files)))
    except Exception as error:  # a window that never comes, and no word why, helps nobody
        return _say_fault(error)


def _say_fault(error: Exception) -> int:
    """Says and logs that the program itself failed; returns its exit code."""
    from ui.log_file import log_path, note_bug

    note_bug(APP, error)
    sentence = (
        f"Vis-à-vis could not start, or not go on, for a fault of its own ({type(error).__name__}"
        f"). What was saved is kept. {log_path(APP)} tells more."
    )
    try:
        from ui.opening import say
    except ImportError:  # Qt itself is broken
        print(sentence, file=sys.stderr)
    else:
        say(sentence)
    return FAILED


def _application() -> QApplication:
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from ui import country, theme
    from ui.display import explain_fatal_messages

    explain_fatal_messages()
    # One style everywhere: the style sheet is drawn for it. Named here rather than set, for Python
    # need not know Qt's styles then, which are 4 ms.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName(APP)
    app.setApplicationDisplayName("Vis-à-vis")
    app.setDesktopFileName(APP)
    theme.load_fonts()
    QLocale.setDefault(country.here())
    return app


def build_window(store: Store) -> MainWindow:
    """The main window over a store, dressed but not shown."""
    from ui.main_window import MainWindow
    from ui.session import Session

    window = MainWindow(Session(store), _view())
    window.apply_theme()
    return window


def _view() -> QSettings:
    """Geometry and looks belong to the machine, so they are kept beside, not in, the library."""
    from PySide6.QtCore import QSettings

    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APP, APP)


if __name__ == "__main__":
    sys.exit(main())
