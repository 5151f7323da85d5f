"""The longest time nothing moves among groups of 8,000, and in the forms of events and trips."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.domain.groups import Attendance, Event, Group
from planner.journeys.last_import import remember_import
from planner.storage.store import Store
from tests.benchmarks.bench_event_loop import Walk, tell, window_on
from tests.builders import TODAY
from tests.ui.drivers_events import EventFormDriver, EventsDriver
from ui.routes import Where

__all__ = ["window_on"]  # pytest finds it by its name

MANY = 8000
GROUPS = 14  # that an evening was spent at every week, besides


@pytest.fixture
def well_attended(large_library: Path, tmp_path: Path) -> Path:
    path = tmp_path / "attended.visavis"
    shutil.copy(large_library, path)
    with Store.open(path) as store, store.transaction():
        people = sorted(store.people.names())

        def attended(name: str, days: int | None, met: list[int]) -> None:
            group = store.groups.named(name) or store.groups.add(Group(name=name))
            day = None if days is None else TODAY - timedelta(days=days)
            event = store.events.add(Event(group=group.id, day=day, hours=2, fee=12.0))
            store.attendance.add_many(Attendance(event=event.id, person=one) for one in met)

        attended("LinkedIn", None, people[:MANY])
        attended("Convention", 0, people[:MANY])
        for number in range(GROUPS):
            for week in range(6):
                attended(f"Circle {number}", 7 * week + number + 1, people[number::997])
        remember_import(store, people[:MANY], TODAY)
    return path


def form(walk: Walk) -> EventFormDriver:
    walk.rest(800)
    dialog = walk.user.dialog("event-dialog").root
    dialog.activateWindow()
    return EventFormDriver(dialog)


def test_among_groups_of_thousands(
    window_on: Callable[[Path], Walk],
    well_attended: Path,
    figure: Callable[..., None],
) -> None:
    walk = window_on(well_attended)
    user = walk.user
    walk.rest(1500)
    walk.step("adding a trip")
    user.keys("Ctrl+Shift+T")
    walk.rest(800)
    adding = user.dialog("trip-dialog")
    QTest.keyClicks(adding.find(QLineEdit, "trip-city"), "man")
    walk.rest()
    if (offered := QApplication.activePopupWidget()) is not None:
        offered.close()
    adding.find(QLineEdit, "trip-city").clear()
    adding.press("cancel")
    walk.step("groups and events")
    user.go(Where.EVENTS)
    walk.rest()
    page = EventsDriver(user.page.root)
    walk.step("an event of 8,000")
    QTest.mouseClick(
        page.event("Convention", "22 Nov"), Qt.MouseButton.LeftButton, pos=QPoint(3, 8)
    )
    form(walk).name("maya", Qt.Key.Key_Down)
    walk.rest()
    form(walk).line.clear()
    form(walk).press("cancel")
    walk.step("an event of everybody imported")
    page.of("Circle 3").press("add-to-group")
    noting = form(walk)
    noting.press("pick-from-import")
    walk.rest(800)
    user.dialog("pick-people-dialog").press("pick-all")
    user.dialog("pick-people-dialog").press("pick-add")
    walk.rest()
    walk.step("keeping it")
    noting.press("save")
    walk.rest(800)
    walk.step("taking it back")
    walk.window.actions_.act("undo")
    walk.rest(800)
    tell(walk, figure)
