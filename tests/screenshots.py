"""Takes the README's pictures from the program itself: python -m tests.screenshots docs

Every picture is the real main window on the sample network, as of the day the tests stand on.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from planner.calendar.zone_data import use_shipped_zones
from planner.journeys.load_sample import load_sample
from planner.storage.store import Store
from tests.clocks import NOW, StandingClock
from ui import theme
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

SIZE = (1280, 800)  # pixels
SETTLE_SECONDS = 0.6  # deferred layouts, first focus, and what pages fill in by steps


def main(folder: Path) -> None:
    """Writes the pictures into `folder`."""
    use_shipped_zones()
    app = QApplication(["visavis"])
    app.setStyle("Fusion")
    QLocale.setDefault(QLocale("en_GB"))
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as kept, Store.open(Path(kept) / "sample.visavis") as store:
        load_sample(store, NOW.date(), NOW)
        with store.transaction():
            from dataclasses import replace

            store.me.put(replace(store.me.get(), ready=True, zone="Europe/London"))
        view = QSettings(str(Path(kept) / "view.ini"), QSettings.Format.IniFormat)
        _take(app, store, view, folder)


def _take(app: QApplication, store: Store, view: QSettings, folder: Path) -> None:
    people = {person.name: person.id for person in store.people.all()}
    coming = store.meetings.planned()[0]
    pictures: tuple[tuple[str, theme.Scheme, Route], ...] = (
        ("today", theme.Scheme.LIGHT, Route(Where.TODAY)),
        ("today-dark", theme.Scheme.DARK, Route(Where.TODAY)),
        ("people", theme.Scheme.LIGHT, Route(Where.PEOPLE, person=people["Maya Okafor"])),
        ("plan", theme.Scheme.LIGHT, Route(Where.PLAN, person=people["Maya Okafor"])),
        ("conversation", theme.Scheme.LIGHT, Route(Where.CONVERSATION, meeting=coming.id)),
    )
    for name, scheme, route in pictures:
        view.setValue("scheme", str(scheme))
        window = MainWindow(Session(store, StandingClock()), view)
        window.apply_theme()
        window.resize(*SIZE)
        window.start()
        window.show()
        _settle(app.processEvents)  # what a start offers is offered before anybody goes anywhere
        window.go(route)
        _settle(app.processEvents)
        window.grab().save(str(folder / f"{name}.png"))
        window.close()
        window.deleteLater()
        _settle(app.processEvents)


def _settle(turn: Callable[[], None]) -> None:
    until = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < until:
        turn()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
