"""Events from anywhere in the window: by key, from People, and on Today the days after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.groups import Event
from planner.domain.met_names import Met
from planner.journeys.keep_events import add_event
from tests.builders import TODAY, many_people
from tests.ui.drivers_events import EventFormDriver, EventsDriver
from tests.ui.drivers_talk import CTRL, Driver
from tests.ui.drivers_window import WindowDriver
from ui import background
from ui.main_window import MainWindow
from ui.routes import Where
from ui.session import Session
from ui.widgets.text_button import TextButton

YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def user(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[WindowDriver]:
    """The window over the sample network."""
    window = MainWindow(network, view)
    qtbot.addWidget(window)
    window.start()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield WindowDriver(window)
    assert background.wait_for_all()


def form(user: WindowDriver) -> EventFormDriver:
    dialog = user.dialog("event-dialog").root
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    return EventFormDriver(dialog)


def test_an_event_is_noted_from_anywhere_by_its_key(user: WindowDriver) -> None:
    user.keys("Ctrl+Shift+E")
    noting = form(user)
    noting.group("Winter Fair")
    noting.name("maya")
    noting.key(Qt.Key.Key_Return, CTRL)
    assert user.at is Where.EVENTS
    page = EventsDriver(user.page.root)
    assert page.groups()[0] == "Winter Fair"
    assert page.events("Winter Fair") == ["22 Nov, Winter Fair, 1 person, no 1-2-1 since"]
    assert user.toast() == "Winter Fair noted"
    user.undo()
    assert "Winter Fair" not in page.groups()


def test_the_page_is_rich_with_the_sample_network(user: WindowDriver) -> None:
    user.keys("Ctrl+5")
    page = EventsDriver(user.page.root)
    assert page.groups() == [
        "Chamber Breakfast",
        "Thursday Referral Circle",
        "Tech Meetup",
        "Alumni Dinner",
    ]
    assert page.figures("Chamber Breakfast")[:2] == ["4 events", "9 people met"]
    assert page.sees("trips")


def test_people_has_a_button_for_it(user: WindowDriver) -> None:
    user.go(Where.PEOPLE)
    user.page.press("add-event")
    form(user).key(Qt.Key.Key_Escape)
    assert user.at is Where.PEOPLE


def lately(user: WindowDriver, qtbot: QtBot) -> Driver:
    qtbot.waitUntil(lambda: user.page.sees("met-lately"))
    return Driver(user.page.find(QWidget, "met-lately"))


def test_the_days_after_today_tells_of_those_the_list_has_no_room_for(
    user: WindowDriver, network: Session, qtbot: QtBot
) -> None:
    many_people(network.store, 200)  # a hundred of whom are long due
    people = [Met(name, "Somewhere") for name in ("Amy Adler", "Bo Berg", "Cy Cole", "Di Dorn")]
    event = Event(day=YESTERDAY)
    network.do("Noted", add_event, "Winter Fair", event, people, TODAY)
    card = lately(user, qtbot)
    assert card.root.accessibleName() == "Winter Fair · yesterday"
    names = [line.words() for line in card.all(TextButton, "name-met")]
    assert len(names) == 3 and names[0] == "Amy Adler Somewhere"
    assert card.words_on("all-met") == "1 more"
    QTest.mouseClick(card.all(QAbstractButton, "plan-met")[0], Qt.MouseButton.LeftButton)
    assert user.at is Where.PLAN


def test_an_event_nobody_is_noted_for_is_asked_about_once_it_was(
    user: WindowDriver, network: Session, qtbot: QtBot
) -> None:
    network.do("Noted", add_event, "Winter Fair", Event(day=YESTERDAY), [], TODAY)
    card = lately(user, qtbot)
    card.press("note-met")
    noting = form(user)
    noting.name("Karin Holm")
    noting.press("save")
    qtbot.waitUntil(lambda: not user.page.sees("met-lately") or not user.page.sees("note-met"))
