"""Every way to the page where a 1-2-1 is prepared, through the window; and back from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.domain.conversation import Step
from planner.domain.meetings import Meeting
from planner.guides.library import load
from planner.journeys.prepare_meeting import is_prepared, prepare_meeting
from tests.clocks import StandingClock
from tests.ui.drivers_prepare import PrepareDriver
from tests.ui.drivers_window import ListDriver, WindowDriver
from ui import asking, background
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session


@pytest.fixture
def window(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window over the sample network, in which one 1-2-1 is planned."""
    made = MainWindow(network, view)
    qtbot.addWidget(made)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()  # what is found from now on is shown nowhere
    assert background.wait_for_all()


@pytest.fixture
def user(window: MainWindow) -> WindowDriver:
    return WindowDriver(window)


@pytest.fixture
def coming(network: Session) -> Meeting:
    return network.store.meetings.planned()[0]


@pytest.fixture
def prepared(network: Session, coming: Meeting) -> Meeting:
    network.announce(prepare_meeting(network.store, load(), coming.id)[0])
    return coming


def preparing(user: WindowDriver) -> PrepareDriver:
    """The page, with the 1-2-1 with Ana in sight."""
    assert user.at is Where.PREPARE
    found = PrepareDriver(user.page.root)
    assert found.says("prepare-title") == "Prepare for Ana Ferreira"
    assert user.marked() == Where.MEETINGS
    return found


def test_from_today_and_back_by_done(user: WindowDriver, network: Session, coming: Meeting) -> None:
    assert user.words_on("prepare") == "Prepare"
    user.press("prepare")
    preparing(user).press("prepared")
    assert user.at is Where.TODAY
    assert user.words_on("prepare") == "Prepared ✓"
    assert user.toast() == "Prepared for Ana Ferreira"
    user.undo()
    assert user.words_on("prepare") == "Prepare"
    assert not is_prepared(network.store, coming.id)


def test_once_they_talk_it_is_not_prepared_from_today(
    user: WindowDriver, window: MainWindow, monkeypatch: pytest.MonkeyPatch, prepared: Meeting
) -> None:
    monkeypatch.setattr(asking, "ask", lambda *question, **how: True)
    user.press("start")
    assert user.at is Where.CONVERSATION
    kept = window.session.store.conversations.of_meeting(prepared.id)
    assert kept is not None and kept.step is Step.TALKING
    window.go_back()
    assert user.words_on("start") == "Go on talking" and not user.sees("prepare")


def test_from_the_menu_and_by_its_key(user: WindowDriver) -> None:
    user.choose("prepare")
    preparing(user)
    user.go(Where.PEOPLE)
    user.keys("Ctrl+Shift+P")
    preparing(user)
    user.keys("Alt+Left")
    assert user.at is Where.PEOPLE


def test_from_the_meetings_page(
    user: WindowDriver, window: MainWindow, coming: Meeting, prepared: Meeting
) -> None:
    window.go(Route(Where.MEETINGS, meeting=coming.id))
    assert user.says("meeting-prepared") == "Prepared"
    user.press("prepare")
    preparing(user)


def test_prepared_is_not_begun_before_its_time_unasked(
    user: WindowDriver, window: MainWindow, prepared: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(asking, "ask", lambda *question, **how: bool(asked.append(question[2])))
    window.go(Route(Where.MEETINGS, meeting=prepared.id))
    assert user.words_on("start") == "Start conversation"
    user.press("start")
    assert asked and user.at is Where.MEETINGS


def test_from_the_plan(user: WindowDriver, window: MainWindow, coming: Meeting) -> None:
    window.go(Route(Where.PLAN, meeting=coming.id))
    user.press("prepare")
    preparing(user)


def test_a_plan_that_is_not_kept_yet_is_not_prepared(
    user: WindowDriver, window: MainWindow, coming: Meeting
) -> None:
    somebody = next(p for p in window.session.store.people.all() if p.id != coming.person)
    window.go(Route(Where.PLAN, person=somebody.id))
    assert user.sees("plan-it") and not user.sees("prepare")


def test_from_their_own_page(user: WindowDriver, window: MainWindow, coming: Meeting) -> None:
    window.go(Route(Where.PEOPLE, person=coming.person))
    more = user.find(QAbstractButton, "more")
    (action,) = more.findChildren(QAction, "prepare")
    action.trigger()
    preparing(user)
    somebody = next(p for p in window.session.store.people.all() if p.id != coming.person)
    window.go(Route(Where.PEOPLE, person=somebody.id))
    assert not user.find(QAbstractButton, "more").findChildren(QAction, "prepare")


def test_from_the_search_by_typing_it(user: WindowDriver) -> None:
    user.keys("Ctrl+K")
    found = ListDriver(user.dialog("search-dialog").root, "search-results")
    found.type("search-field", "pr")
    assert "Prepare" not in [aside for _, _, aside in found.rows()]
    found.type("search-field", "prep")
    assert found.rows()[0][::2] == ("Ana Ferreira", "Prepare")
    found.type("search-field", "prepare fer")
    assert found.names() == ["Ana Ferreira"]
    found.key(Qt.Key.Key_Return)
    preparing(user)


def test_from_the_reminder_of_tomorrow(
    user: WindowDriver, window: MainWindow, clock: StandingClock, coming: Meeting
) -> None:
    clock.moment = coming.starts_utc - timedelta(hours=14)
    window.reminders.look()
    assert user.words_on("reminder-act") == "Prepare"
    user.press("reminder-act")
    preparing(user)


def test_a_beginning_undone_leaves_what_was_prepared(
    user: WindowDriver, window: MainWindow, prepared: Meeting, clock: StandingClock
) -> None:
    clock.moment = prepared.starts_utc
    window.go(Route(Where.CONVERSATION, person=prepared.person))
    assert user.at is Where.CONVERSATION
    window.undo_stack.undo()
    assert user.at is not Where.CONVERSATION
    assert is_prepared(window.session.store, prepared.id)
