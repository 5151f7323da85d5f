"""A process of its own that talks through the window and is killed in the middle.

Arguments: the library, the id of the 1-2-1, and what is being written down when it is killed. It
says "typed" once two answers were typed, a promise was kept hold of and another thing is half
written, then waits for its end.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.storage.store import Store
from tests.clocks import StandingClock
from tests.ui.drivers_talk import CTRL, SHIFT, TalkDriver
from ui.capturing import TYPING_PAUSE
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

# The key that opens each form, and what is typed and pressed in it.
HALF_WRITTEN: dict[str, tuple[Qt.Key, Qt.KeyboardModifier, str]] = {
    "promise": (Qt.Key.Key_P, CTRL, "Two names and a pri"),
    "referral": (Qt.Key.Key_R, CTRL, "Marsh Hotel, the lob"),
    "introduction": (Qt.Key.Key_I, CTRL | SHIFT, "Rob Ka"),
    "ask": (Qt.Key.Key_A, CTRL | SHIFT, "A landlord with a sh"),
    "fact": (Qt.Key.Key_F, CTRL, "A second shop in Ju"),
}


def main(library: Path, meeting: int, half: str) -> int:
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
    key, modifiers, words = HALF_WRITTEN[half]
    driver.key(key, modifiers)
    if half == "referral":
        driver.key(key, modifiers)  # from the other one
    driver.write(words)
    if half == "promise":
        driver.press("promise-due-next-week")
    QTest.qWait(TYPING_PAUSE + 150)  # nothing else is promised of what is typed
    print("typed", flush=True)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
