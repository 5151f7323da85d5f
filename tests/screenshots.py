"""Pictures of the program, taken from the program itself, as of the day the tests stand on.

    python -m tests.screenshots docs             the README's
    python -m tests.screenshots --all FOLDER     every page and dialog in both themes, to look at
    python -m tests.screenshots --walks FOLDER   each step of the recorded walks, likewise

All show the real main window: on the sample network, the walks on their own stories.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from planner.calendar.zone_data import use_shipped_zones
from planner.guides.library import load
from planner.journeys.hold_conversation import begin
from planner.journeys.load_sample import load_sample
from planner.storage.store import Store
from tests.clocks import NOW, StandingClock
from tests.ui.views import VIEWS, opened, put_away
from ui import theme
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session
from ui.theme import Scheme

SIZE = (1280, 800)  # pixels
SETTLE_SECONDS = 0.6  # deferred layouts, first focus, and what pages fill in by steps


def main() -> None:
    """Takes the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("--all", action="store_true", help="every page and dialog, in both themes")
    parser.add_argument("--walks", action="store_true", help="each step of the recorded walks")
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    use_shipped_zones()
    app = QApplication(["visavis"])
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale("en_GB"))
    theme.load_fonts()
    if asked.walks:
        from tests.ui.walks.pictures import take_walks

        take_walks(asked.folder)
        return
    with tempfile.TemporaryDirectory() as kept, Store.open(Path(kept) / "sample.visavis") as store:
        load_sample(store, NOW.date(), NOW)
        with store.transaction():
            store.me.put(replace(store.me.get(), ready=True, zone="Europe/London"))
        view = QSettings(str(Path(kept) / "view.ini"), QSettings.Format.IniFormat)
        take = _take_all if asked.all else _take_for_readme
        take(store, view, asked.folder)


def _take_for_readme(store: Store, view: QSettings, folder: Path) -> None:
    people = {person.name: person.id for person in store.people.all()}
    coming = store.meetings.planned()[0]
    for name, scheme, route in (
        ("today", Scheme.LIGHT, Route(Where.TODAY)),
        ("today-dark", Scheme.DARK, Route(Where.TODAY)),
        ("people", Scheme.LIGHT, Route(Where.PEOPLE, person=people["Maya Okafor"])),
        ("plan", Scheme.LIGHT, Route(Where.PLAN, person=people["Maya Okafor"])),
        ("conversation", Scheme.LIGHT, Route(Where.CONVERSATION, meeting=coming.id)),
    ):
        with _window(store, view, scheme) as window:
            window.go(route)
            _settle()
            window.grab().save(str(folder / f"{name}.png"))


def _take_all(store: Store, view: QSettings, folder: Path) -> None:
    with _window(store, view, Scheme.LIGHT) as window:
        # One to go on with; begun only now, as a start would ask about it.
        begin(store, load(), store.meetings.planned()[0].id, NOW)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            view.setValue("scheme", str(scheme))
            window.apply_theme()
            for name in VIEWS:
                shown = opened(window, name)
                _settle()
                picture = shown.grab() if shown.isWindow() else window.grab()
                picture.save(str(folder / f"{name.replace(' ', '-')}-{scheme}.png"))
                put_away(shown)


@contextmanager
def _window(store: Store, view: QSettings, scheme: Scheme) -> Iterator[MainWindow]:
    """The main window, started, dressed and settled."""
    view.setValue("scheme", str(scheme))
    window = MainWindow(Session(store, StandingClock()), view)
    window.apply_theme()
    window.resize(*SIZE)
    window.start()
    window.show()
    _settle()  # what a start offers is offered before anybody goes anywhere
    yield window
    window.close()
    window.deleteLater()
    _settle()


def _settle() -> None:
    until = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < until:
        QApplication.processEvents()


if __name__ == "__main__":
    main()
