"""From the opening of a library to its window's end, and on to the library opened next."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from planner import APP
from planner.errors import LibraryDamaged, PlannerError
from ui.opening import Begin, OpenStore, open_for_window, say
from ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from planner.journeys.encrypt_library import Key
    from planner.storage.store import Store
    from ui.main_window import MainWindow

DONE, REFUSED = 0, 1  # exit codes
DAYS = 4  # for which the suggestions are remembered: from a Friday over the weekend


class Sitting:
    """Shows one window after the other, until the user leaves the last one.

    `open_store` opens a library, `build` makes its window, and `view` is where windows keep their
    looks.
    """

    def __init__(
        self,
        app: QApplication,
        open_store: OpenStore,
        build: Callable[[Store], MainWindow],
        view: QSettings,
    ) -> None:
        self._app = app
        self._open_store = open_store
        self._build = build
        self._view = view

    def run(self, begin: Begin) -> int:
        """Begins with this library; returns the program's exit code."""
        code = DONE
        following: Begin | None = begin
        while following is not None:
            code, following = self._one_library(following)
        return code

    def _one_library(self, begin: Begin) -> tuple[int, Begin | None]:
        """All windows on one library, nobody else let in between them; then what is next."""
        library = begin.library
        try:
            library.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            say(f"The folder {library.parent} cannot be made: {error.strerror}.")
            return REFUSED, None
        instance = SingleInstance(library)
        if not instance.is_first():
            if instance.hand_over(list(begin.files)):
                return DONE, None
            say(instance.why_not())
            return REFUSED, None
        code, following = self._one_window(begin, instance)
        while following is not None and following.library == library:
            code, following = self._one_window(following, instance)
        instance.close()
        return code, following

    def _one_window(self, begin: Begin, instance: SingleInstance) -> tuple[int, Begin | None]:
        """One window from its opening to its end: the exit code, and what is to be opened next."""
        library, window = begin.library, None
        try:
            opened = open_for_window(library, self._open_store, instance, self._view, begin.key)
        except Exception as error:
            return REFUSED, self._ask_way_out(error, begin, instance)
        if opened is None or isinstance(opened, Path):
            return REFUSED, _instead(opened, begin, instance, begin.key)
        try:
            window = self._build(opened)
            window.start()
        except Exception as error:
            if window is not None:
                _forget(window)
            return REFUSED, self._ask_way_out(error, begin, instance, opened)
        window.show()
        after_first_sight(window, instance, begin)
        code = self._app.exec()
        _close(window)
        if window.afterwards is None:
            return code, None
        following = window.afterwards(library)
        _forget(window)
        return code, following

    def _ask_way_out(
        self, error: Exception, begin: Begin, instance: SingleInstance, opened: Store | None = None
    ) -> Begin | None:
        """No window can stand, for whatever reason: says so, and does what the user chooses."""
        from ui.way_out import way_out

        key = begin.key
        if opened is not None:
            key = opened.key
            opened.close()
        refusal = error if isinstance(error, PlannerError) else _logged(error, begin.library)
        instead = way_out(
            begin.library,
            refusal,
            self._open_store,
            instance=instance,
            key=key,
            opened=opened is not None,
        )
        return _instead(instead, begin, instance, key)


def _logged(error: Exception, library: Path) -> LibraryDamaged:
    """Logs a bug met before any window stands; what is said of it, with the ways out there are."""
    from ui.log_file import log_path, note_bug

    note_bug(APP, error)
    return LibraryDamaged(
        f"The window could not start on {library}: something in it may be damaged, or the program "
        f"has a fault ({type(error).__name__}). Check your data, or go back to a backup. "
        f"{log_path(APP)} tells more."
    )


def after_first_sight(window: MainWindow, instance: SingleInstance, begin: Begin) -> None:
    """What can wait until the window stands: the log, the icon, later starts, files to bring in."""

    def settle() -> None:
        gc.freeze()
        gc.enable()
        from ui.log_file import begin_log

        begin_log(APP)
        instance.files_handed_over.connect(window.raise_with)
        instance.listen()
        if begin.done:
            window.toast.say_told(begin.done)
        if begin.refused:
            window.toast.say_refused(begin.refused)
        if files := [*begin.files, *instance.take_waiting()]:
            window.bring_in(files)
        _remember_beside(window)
        window.care.begin()
        window.reminders.begin()
        with suppress(PlannerError):  # whoever asks for times asks again
            if window.session.store.settings.get("calendars"):
                window.session.calendars.ask()
        window.session.subscribing.look()
        from ui.made_ready import MadeReady

        MadeReady(window).begin()

    window.seen.connect(settle)


def remember(store: Store, today: date) -> None:
    """Whom to meet next these days, so that the next start need not rank everybody."""
    from planner.journeys.suggest_people import remember_suggestions

    with suppress(PlannerError):  # another program writes: then that start takes a little longer
        remember_suggestions(store, *(today + timedelta(days=ahead) for ahead in range(DAYS)))


def _remember_beside(window: MainWindow) -> None:
    """For later starts even if the program does not get to close."""
    from ui.background import Job, run

    store, today = window.session.store, window.session.today()

    def work(job: Job) -> None:
        with store.another() as own:
            remember(own, today)

    run(work)


def _instead(
    library: Path | None, begin: Begin, instance: SingleInstance, key: Key | None
) -> Begin | None:
    """What is opened when no window was: another library, or the same once the user mended it."""
    if library is None:
        return None
    return Begin(library, (*begin.files, *instance.take_waiting()), key=key)


def _close(window: MainWindow) -> None:
    from ui.background import wait_for_all

    window.session.end()
    wait_for_all()
    with suppress(PlannerError):  # a library that broke, or is gone, is closed all the same
        remember(window.session.store, window.session.today())
    # While all that the steps know still stands: Qt and Python would else clear them in each
    # other's way, which has ended in a crash.
    window.undo_stack.clear()
    window.session.store.close()


def _forget(window: MainWindow) -> None:
    """Takes the closed window apart before another one is built."""
    from PySide6.QtCore import QCoreApplication, QEvent

    window.deleteLater()
    window.session.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
