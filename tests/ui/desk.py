"""The program as a user has it open for a journey from end to end, and what lies beside it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from planner.domain.meetings import Meeting
from planner.storage.store import Store
from tests.clocks import StandingClock
from tests.ui.drivers_plan import SaveDialog
from tests.ui.drivers_window import TodayDriver, WindowDriver
from ui.main_window import MainWindow
from ui.session import Session


@dataclass
class Desk:
    """The window that is open now, the clock, and the folder that files are saved into."""

    window: WindowDriver
    clock: StandingClock
    folder: Path
    saved: SaveDialog
    qtbot: QtBot

    @property
    def store(self) -> Store:
        return self.window.window.session.store

    @property
    def today(self) -> TodayDriver:
        return TodayDriver(self.window.page.root)

    def only(self) -> Meeting:
        """The one 1-2-1 in the library."""
        (found,) = self.store.meetings.all()
        return found


def start(library: Path, view: QSettings, clock: StandingClock, qtbot: QtBot) -> WindowDriver:
    """Starts the program, as main.py does."""
    window = MainWindow(Session(Store.open(library), clock), view)
    qtbot.addWidget(window)
    window.start()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return WindowDriver(window)
