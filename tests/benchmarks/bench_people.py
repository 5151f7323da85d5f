"""The People page with 10,000 people: a letter typed, somebody chosen, and the list filled."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.domain.changes import Change, Edit, Kind
from planner.storage.store import Store
from tests.clocks import StandingClock
from ui import theme
from ui.pages.people import PeoplePage
from ui.routes import Route, Where
from ui.session import Session

KEYSTROKE = 16.0  # milliseconds: one frame
BLOCKED = 100.0  # milliseconds that nothing may hold up the window
TYPED = "maya okafor"
SOMEBODY = Change((Edit(Kind.PERSON, 1, (), ()),))  # as if they had been changed


@pytest.fixture
def page(large_store: Store) -> Iterator[PeoplePage]:
    app = QApplication.instance() or QApplication(["visavis"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    theme.load_fonts()
    theme.apply(app, theme.Scheme.LIGHT)
    made = PeoplePage(Session(large_store, StandingClock()))
    made.resize(1084, 800)
    made.show()
    gc.freeze()  # as main.py does: pytest's own objects are not the program's
    yield made
    gc.unfreeze()
    made.close()
    made.deleteLater()
    QTest.qWait(0)


class Heartbeat(QTimer):
    """Beats whenever the window is free, and remembers the longest it had to wait, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self.timeout.connect(self._beat)
        self.start(0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, 1000 * (now - self._last))
        self._last = now


def press(field: QLineEdit, key: str | Qt.Key) -> float:
    """How long the window is held up by a key and what it leaves to do, in ms."""
    began = time.perf_counter()
    QTest.keyClick(field, key)
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - began)


def test_a_letter_typed(page: PeoplePage, figure: Callable[..., None]) -> None:
    page.open(Route(Where.PEOPLE))
    QTest.qWait(300)  # until everybody's standing is known and the search is ready
    field = page.findChild(QLineEdit, "find-people")
    assert field is not None
    times = []
    for _ in range(6):
        times += [press(field, letter) for letter in TYPED]
        times += [press(field, Qt.Key.Key_Backspace) for _ in TYPED]
    figure("a letter typed in People, the longest", max(times), "ms", KEYSTROKE)


def longest_hold_up(act: Callable[[], object]) -> float:
    """The longest the window is held up by `act` and all that follows from it, in ms."""
    heart = Heartbeat()
    act()
    QTest.qWait(500)
    heart.stop()
    return heart.longest


def test_nothing_holds_up_the_window(page: PeoplePage, figure: Callable[..., None]) -> None:
    QTest.qWait(50)
    opened = longest_hold_up(lambda: page.open(Route(Where.PEOPLE)))
    figure("People opened, longest hold-up", opened, "ms", BLOCKED)
    changed = [longest_hold_up(lambda: page.session.announce(SOMEBODY)) for _ in range(5)]
    figure("somebody changed, longest hold-up", max(changed), "ms", BLOCKED)
