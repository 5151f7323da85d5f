"""A process of its own that talks through the window and is killed in the middle.

Arguments: the library, and the id of the 1-2-1. It says "typed" once two answers were typed and a
promise kept hold of, then waits for its end.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.storage.store import Store
from tests.clocks import StandingClock
from tests.ui.drivers_talk import CTRL, TalkDriver
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.running_talk import TYPING_PAUSE
from ui.session import Session


def main(library: Path, meeting: int) -> int:
    app = QApplication(["visavis"])
    view = QSettings(str(library.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = MainWindow(Session(Store.open(library), StandingClock()), view)
    window.show()
    window.activateWindow()
    window.go(Route(Where.CONVERSATION, meeting=meeting))
    QTest.qWaitForWindowActive(window)
    driver = TalkDriver(window)
    driver.note("Until eleven")
    driver.next()
    driver.key(Qt.Key.Key_P, CTRL)
    driver.write("Landlord contact by Friday")
    driver.key(Qt.Key.Key_Return)
    driver.note("A second shop, and the lease is")
    QTest.qWait(TYPING_PAUSE + 150)  # nothing else is promised of what is typed
    print("typed", flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
