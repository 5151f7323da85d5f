"""The longest time nothing moves: a walk through the whole window with 10,000 people.

A timer beats all the while; whatever holds up the event loop shows as a gap between two beats.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.read_contacts import read_contacts
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting
from tests.clocks import NOW, StandingClock
from tests.connections import linkedin_file, vcard_file
from tests.ui.drivers_window import WindowDriver, pick
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

BUDGET = 100.0  # milliseconds
BEAT = 2  # milliseconds
ROWS = 10_000
PATIENCE = 60_000  # milliseconds for a step to end


class Heart(QObject):
    """Beats in the event loop and notes the longest gap of each step."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: dict[str, float] = {}
        self.doing = ""
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def step(self, name: str) -> None:
        self._beat()
        self.doing = name

    def _beat(self) -> None:
        now = time.perf_counter()
        gap = 1000 * (now - self._last)
        self._last = now
        if self.doing:
            self.gaps[self.doing] = max(gap, self.gaps.get(self.doing, 0.0))


class Walk:
    """The window with a heart in it, and what a user does there."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.user = WindowDriver(window)
        self.qtbot = qtbot
        self.heart = Heart()

    def step(self, name: str) -> None:
        self.rest(50)
        self.heart.step(name)

    def rest(self, milliseconds: int = 400) -> None:
        """Lets timers and what was put off come to an end."""
        self.qtbot.wait(milliseconds)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=PATIENCE)

    def letters(self, name: str, text: str) -> None:
        """Types letter by letter, with time for each to show."""
        field = self.user.find(QLineEdit, name)
        field.setFocus()
        for end in range(1, len(text) + 1):
            field.setText(text[:end])
            self.rest(40)

    def remove_everybody(self) -> None:
        people = self.user.find(QAbstractItemView, "people-list")
        people.selectAll()
        QTest.keyClick(people, Qt.Key.Key_Delete)

    def rows(self, name: str) -> int:
        return self.user.find(QAbstractItemView, name).model().rowCount()


@pytest.fixture
def window_on(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[[Path], Walk]]:
    """The program's window on a copy of a library."""
    with ExitStack() as opened:

        def build(library: Path) -> Walk:
            own = tmp_path / "library.visavis"
            copy(library, own)
            store = opened.enter_context(Store.open(own))
            view = QSettings(str(tmp_path / "view.ini"), QSettings.Format.IniFormat)
            window = MainWindow(Session(store, StandingClock()), view)
            qtbot.addWidget(window)
            opened.callback(window.close)
            opened.callback(window.undo_stack.clear)  # as the program does when it ends
            window.apply_theme()
            window.start()
            with qtbot.waitSignal(window.seen):
                window.show()
            gc.freeze()  # as main.py does: pytest's own objects are not the program's
            return Walk(window, qtbot)

        yield build
        gc.unfreeze()


@pytest.fixture
def empty_library(tmp_path: Path) -> Path:
    """Nobody in it yet, past the first start."""
    path = tmp_path / "empty.visavis"
    with Store.open(path) as store, store.transaction():
        store.me.put(replace(store.me.get(), name="Sam", ready=True))
    return path


def connections(path: Path) -> Path:
    """LinkedIn's file of people who are not in the library."""
    rows = "".join(
        f"Nora{n},Newcomer{n},https://www.linkedin.com/in/newcomer-{n},nora{n}@new.example,"
        f"Company {n % 700},Architect,03 Mar 2024\n"
        for n in range(ROWS)
    )
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    path.write_text(head + rows, encoding="utf-8")
    return path


def look_around(walk: Walk) -> None:
    """Today, everybody, single people, search, follow-ups, 1-2-1s, one to prepare and a plan."""
    user, store = walk.user, walk.window.session.store
    with store.transaction():
        coming = store.meetings.add(a_meeting(5, NOW + timedelta(days=1)))
    walk.step("Today again after a change")
    user.press("not-now")
    pick("week")
    walk.rest()
    walk.step("the list of people")
    user.go(Where.PEOPLE)
    walk.until(lambda: walk.rows("people-list") == ROWS)
    walk.rest(1000)
    walk.step("people's pages, one after the other")
    for _ in range(10):
        QTest.keyClick(user.find(QAbstractItemView, "people-list"), Qt.Key.Key_Down)
        walk.rest(120)
    walk.step("finding in the list of people")
    walk.letters("find-people", "maya o")
    walk.letters("find-people", "florist")
    user.find(QLineEdit, "find-people").clear()
    walk.rest()
    walk.step("searching everything")
    walk.window.actions_.act("search")
    walk.letters("search-field", "maya okafor")
    walk.letters("search-field", "breakfast")
    QTest.keyClick(user.find(QLineEdit, "search-field"), Qt.Key.Key_Escape)
    walk.step("preparing a 1-2-1")
    walk.window.go(Route(Where.PREPARE, meeting=coming.id))
    walk.rest()
    for name, where in (
        ("follow-ups", Where.FOLLOW_UPS),
        ("1-2-1s", Where.MEETINGS),
        ("About me", Where.ME),
        ("Settings", Where.SETTINGS),
        ("Today", Where.TODAY),
    ):
        walk.step(name)
        user.go(where)
        walk.rest()
    walk.step("planning a 1-2-1")
    user.press("plan")
    walk.rest()


def bring_in(walk: Walk, file: Path) -> None:
    """Ten thousand rows: the preview, the import, its undo and redo, and all of them removed."""
    user, people = walk.user, walk.window.session.store.people
    user.go(Where.PEOPLE)
    walk.rest(1000)
    walk.step("reading and previewing 10,000 rows")
    walk.window.bring_in([str(file)])
    walk.until(lambda: user.sees("apply"))
    for name, press, left in (
        ("bringing in 10,000 people", lambda: user.press("apply"), ROWS),
        ("undoing that", lambda: walk.window.actions_.act("undo"), 0),
        ("doing it again", lambda: walk.window.actions_.act("redo"), ROWS),
        ("removing everybody", walk.remove_everybody, 0),
    ):
        walk.step(name)
        press()
        walk.until(lambda left=left: people.count() == left)
        walk.rest(2000)


def bring_very_many_in(walk: Walk, file: Path, what: str) -> None:
    """The dialog at each of its steps, called off at each as well; on a page without people."""
    user, people = walk.user, walk.window.session.store.people
    user.go(Where.ME)

    def preview() -> None:
        walk.window.bring_in([str(file)])
        walk.until(lambda: user.sees("apply"))

    def called_off(title: str) -> Callable[[], None]:
        def press() -> None:
            walk.window.bring_in([str(file)])
            walk.until(lambda: user.says("bring-in-title").startswith(title))
            walk.rest(200)
            user.press("cancel")

        return press

    def called_off_writing() -> None:
        preview()
        user.press("apply")
        walk.until(lambda: user.says("bring-in-words").startswith("Writing"))
        user.press("cancel")
        walk.until(lambda: user.sees("apply"))
        assert people.count() == 0
        user.press("cancel")

    def apply() -> None:
        user.press("apply")
        walk.until(lambda: not user.sees("bring-in-title"))

    for name, do in (
        ("called off while it reads", called_off("Reading")),
        ("called off while it compares", called_off("Comparing")),
        ("called off while it writes", called_off_writing),
        ("previewed", preview),
        ("nobody ticked", lambda: user.press("tick-all")),
        ("everybody ticked", lambda: user.press("tick-all")),
        ("brought in", apply),
        ("taken back", lambda: walk.window.actions_.act("undo")),
    ):
        walk.step(f"{what}: {name}")
        do()
        walk.rest(1500)


def tell(walk: Walk, figure: Callable[..., None]) -> None:
    walk.heart.step("")
    for name, gap in walk.heart.gaps.items():
        figure(f"longest gap: {name}", gap, "ms", BUDGET)


def test_looking_around(
    window_on: Callable[[Path], Walk], large_library: Path, figure: Callable[..., None]
) -> None:
    walk = window_on(large_library)
    look_around(walk)
    tell(walk, figure)


def test_bringing_in(
    window_on: Callable[[Path], Walk],
    empty_library: Path,
    tmp_path: Path,
    figure: Callable[..., None],
) -> None:
    walk = window_on(empty_library)
    bring_in(walk, connections(tmp_path / "Connections.csv"))
    tell(walk, figure)


@pytest.mark.parametrize(
    ("what", "write", "name", "count"),
    [
        ("20,000 cards", vcard_file, "phone.vcf", 20_000),
        ("100,000 rows", linkedin_file, "Connections.csv", 100_000),
    ],
)
def test_a_worker_brings_very_many_in(
    empty_library: Path,
    tmp_path: Path,
    qtbot: QtBot,
    figure: Callable[..., None],
    what: str,
    write: Callable[[Path, int], Path],
    name: str,
    count: int,
) -> None:
    """All that a worker does for it must leave the window its turns."""
    file = write(tmp_path / name, count)
    gc.collect()  # what the windows of the benchmarks before left behind is not counted here
    qtbot.wait(50)
    heart = Heart()

    def bring_all_in() -> None:
        with Store.open(empty_library) as store:
            heart.doing = f"{what} read in a worker"
            readings = read_contacts([file])
            heart.doing = f"{what} planned in a worker"
            plan = plan_import_of(store, readings)
            heart.doing = f"{what} kept in a worker"
            change = apply_import(store, plan, TODAY)
            heart.doing = f"{what} taken back in a worker"
            store.revert(change)
            heart.doing = ""

    gc.freeze()
    with ThreadPoolExecutor(1) as worker:
        work = worker.submit(bring_all_in)
        qtbot.waitUntil(work.done, timeout=PATIENCE)
    gc.unfreeze()
    work.result()
    for step, gap in heart.gaps.items():
        figure(f"longest gap: {step}", gap, "ms", BUDGET)


@pytest.mark.parametrize(
    ("what", "write", "name", "count"),
    [
        ("20,000 cards", vcard_file, "phone.vcf", 20_000),
        ("100,000 rows", linkedin_file, "Connections.csv", 100_000),
    ],
)
def test_the_window_brings_very_many_in(
    window_on: Callable[[Path], Walk],
    empty_library: Path,
    tmp_path: Path,
    figure: Callable[..., None],
    what: str,
    write: Callable[[Path, int], Path],
    name: str,
    count: int,
) -> None:
    walk = window_on(empty_library)
    bring_very_many_in(walk, write(tmp_path / name, count), what)
    tell(walk, figure)
