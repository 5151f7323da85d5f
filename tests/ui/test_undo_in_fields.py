"""Ctrl+Z while the keyboard is in a field: its own typing first, then the window's change."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.journeys.keep_people import remove_person
from tests.ui.drivers_talk import CTRL, SHIFT, TalkDriver
from tests.ui.drivers_window import WindowDriver
from ui import background
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session


@pytest.fixture
def user(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[WindowDriver]:
    """In People, the keyboard in the find field, after somebody was removed."""
    window = MainWindow(network, view)
    qtbot.addWidget(window)
    window.start()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = WindowDriver(window)
    made.go(Where.PEOPLE)
    network.do("Somebody removed", remove_person, network.store.people.all()[0].id)
    field(made).setFocus()
    yield made
    assert background.wait_for_all()


def field(user: WindowDriver) -> QLineEdit:
    (found,) = (one for one in user.all(QLineEdit, "find-people"))
    return found


def test_a_field_never_typed_into_leaves_it_to_the_window(
    user: WindowDriver, network: Session
) -> None:
    count = network.store.people.count()
    user.keys("Ctrl+Z")
    assert network.store.people.count() == count + 1
    user.keys("Ctrl+Y")
    assert network.store.people.count() == count
    user.keys("Ctrl+Z")
    user.keys("Ctrl+Shift+Z")
    assert network.store.people.count() == count


def test_what_was_typed_is_taken_back_first(user: WindowDriver, network: Session) -> None:
    count = network.store.people.count()
    QTest.keyClicks(field(user), "maya")
    user.keys("Ctrl+Z")
    assert field(user).text() == ""
    assert network.store.people.count() == count
    user.keys("Ctrl+Z")
    assert network.store.people.count() == count + 1


def test_a_find_field_that_is_empty_again_leaves_it_too(
    user: WindowDriver, network: Session
) -> None:
    count = network.store.people.count()
    QTest.keyClicks(field(user), "maya")
    field(user).clear()
    user.keys("Ctrl+Z")
    assert field(user).text() == ""
    assert network.store.people.count() == count + 1


def test_notes_with_nothing_typed_under_a_question_leave_it_too(
    user: WindowDriver, network: Session
) -> None:
    coming = network.store.meetings.planned()[0]
    user.window.go(Route(Where.CONVERSATION, meeting=coming.id))
    talk = TalkDriver(user.window)
    talk.note("Until eleven")
    talk.next()
    talk.key(Qt.Key.Key_L, CTRL)
    talk.write("Open-water swimming")
    talk.key(Qt.Key.Key_Return)
    assert talk.focus() == "notes"
    talk.key(Qt.Key.Key_Z, CTRL)
    assert not talk.kept()
    talk.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert talk.kept()
    talk.write("Fine")
    talk.key(Qt.Key.Key_Z, CTRL)
    assert (talk.notes(), len(talk.kept())) == ("", 1)
    talk.key(Qt.Key.Key_PageUp)
    assert talk.notes() == "Until eleven"
