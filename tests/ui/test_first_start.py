"""The first start: three steps, or a look around; nothing typed is ever lost."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.me import CLOSED, Hours
from planner.domain.people import Person
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.ui.drivers_start import FormDriver
from ui.main_window import MainWindow
from ui.pages.first_start import FirstStartPage
from ui.routes import Route, Where
from ui.session import Session

TODAY = Route(Where.TODAY)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> FirstStartPage:
    made = FirstStartPage(session)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.open(Route(Where.FIRST_START))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def user(page: FirstStartPage) -> FormDriver:
    return FormDriver(page)


def routes(page: FirstStartPage) -> list[Route]:
    """Where the page wants to go, from now on."""
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    return wanted


def test_walked_through_it_keeps_every_answer_and_ends_on_today(
    page: FirstStartPage, user: FormDriver, store: Store
) -> None:
    wanted = routes(page)
    user.answer("name", "Sam Doyle")
    user.answer("email", "sam@doyle.example")
    user.answer("does", "Bookkeeping for small builders")
    user.answer("for_whom", "Family firms around Leeds")
    user.answer("ideal_referral", "An accountant with builders to pass on")
    user.press("next-step")
    user.set_number("per_week", 3)
    user.set_time("starts-0", 8, 30)
    user.tick("day-4")
    user.press("next-step")
    user.press("later")
    me = store.me.get()
    assert (me.name, me.email) == ("Sam Doyle", "sam@doyle.example")
    assert me.does == "Bookkeeping for small builders"
    assert me.for_whom == "Family firms around Leeds"
    assert me.ideal_referral == "An accountant with builders to pass on"
    assert me.per_week == 3
    assert me.week[0] == Hours(time(8, 30), time(17))
    assert me.week[4] == CLOSED
    assert me.zone == "Europe/London"
    assert me.ready
    assert wanted == [TODAY]


def test_everything_may_be_left_out(page: FirstStartPage, user: FormDriver, store: Store) -> None:
    wanted = routes(page)
    user.press("skip-step")
    user.press("skip-step")
    user.press("later")
    assert store.me.get().ready
    assert store.me.get().zone == "Europe/London"
    assert wanted == [TODAY]


def test_what_was_typed_is_kept_before_the_end(
    page: FirstStartPage, user: FormDriver, session: Session, store: Store, qtbot: QtBot
) -> None:
    """Killed at any step, the next start shows what was typed."""
    user.answer("name", "Sam Doyle")
    assert store.me.get().name == "Sam Doyle"
    assert not store.me.get().ready
    again = FirstStartPage(session)
    qtbot.addWidget(again)
    again.open(Route(Where.FIRST_START))
    assert FormDriver(again).text("name") == "Sam Doyle"


def test_closing_keeps_the_answer_being_typed(
    page: FirstStartPage, user: FormDriver, store: Store
) -> None:
    user.type("does", "Bookkeeping")
    assert page.may_leave()
    assert store.me.get().does == "Bookkeeping"


def test_enter_goes_through_the_questions_and_on(page: FirstStartPage, user: FormDriver) -> None:
    page.window().activateWindow()
    for name in ("name", "email", "does", "for_whom"):
        assert user.focus() == name
        user.key(Qt.Key.Key_Return)
    assert user.focus() == "ideal_referral"
    user.key(Qt.Key.Key_Return)
    assert page.at == 1
    user.key(Qt.Key.Key_Return)
    assert page.at == 2


def test_enter_presses_the_button_it_stands_on(page: FirstStartPage, user: FormDriver) -> None:
    user.find(QWidget, "skip-step").setFocus()
    user.key(Qt.Key.Key_Return)
    assert page.at == 1
    user.find(QWidget, "back-step").setFocus()
    user.key(Qt.Key.Key_Return)
    assert page.at == 0


def test_a_wrong_address_is_pointed_out_and_can_be_skipped(
    page: FirstStartPage, user: FormDriver, store: Store
) -> None:
    user.answer("name", "Sam Doyle")
    user.type("email", "sam at doyle")
    user.press("next-step")
    assert page.at == 0
    assert "not an e-mail address" in user.wrong("email")
    assert user.focus() == "email"
    user.press("skip-step")
    assert page.at == 1
    assert store.me.get().name == "Sam Doyle"
    assert store.me.get().email == ""


def test_going_back_shows_what_was_said(page: FirstStartPage, user: FormDriver) -> None:
    assert not user.can_press("back-step")
    user.answer("name", "Sam Doyle")
    user.press("next-step")
    user.press("back-step")
    assert page.at == 0
    assert user.text("name") == "Sam Doyle"


@pytest.mark.qt_log_ignore("This plugin does not support")  # the popup of fitting zones
def test_the_zone_is_found_and_can_be_changed(
    page: FirstStartPage, user: FormDriver, store: Store
) -> None:
    user.press("next-step")
    assert user.says("zone-time") == "It is 09:30 there now."
    user.type_zone("tokyo")
    assert user.says("zone-time") == "It is 18:30 there now."
    assert store.me.get().zone == "Asia/Tokyo"
    user.type_zone("nowhere at all")
    assert "No time zone fits “nowhere at all”" in user.says("zone-time")
    assert store.me.get().zone == "Asia/Tokyo"


def test_hours_that_end_before_they_start_are_pointed_out(
    page: FirstStartPage, user: FormDriver, store: Store
) -> None:
    user.press("next-step")
    user.set_time("starts-2", 18)
    assert "Wednesday ends (17:00) before it starts (18:00)" in user.wrong("week")
    user.press("next-step")
    assert page.at == 1
    user.set_time("ends-2", 20)
    assert user.wrong("week") == ""
    assert store.me.get().week[2] == Hours(time(18), time(20))


def test_looking_around_goes_straight_to_today(
    page: FirstStartPage, user: FormDriver, store: Store, session: Session
) -> None:
    wanted = routes(page)
    user.press("look-around")
    assert store.people.count() == 30
    assert store.me.get().ready
    assert wanted == [TODAY]
    session.undo_stack.undo()
    assert store.people.count() == 0


def test_dropped_files_are_wanted(page: FirstStartPage, user: FormDriver) -> None:
    user.press("next-step")
    user.press("next-step")
    wanted: list[list[str]] = []
    page.files_wanted.connect(wanted.append)
    user.drop("drop-area", "file:///phone/contacts.vcf", "https://example.com")
    assert wanted == [["/phone/contacts.vcf"]]


def test_with_people_here_the_way_on_is_the_main_one(
    page: FirstStartPage, user: FormDriver, session: Session, store: Store
) -> None:
    user.press("next-step")
    user.press("next-step")
    assert user.can_press("later")
    assert not user.can_press("next-step")
    session.do("Maya added", add_person, Person(name="Maya Okafor"))
    assert user.says("known") == "One person is here."
    assert not user.can_press("later")
    assert store.me.get().ready  # somebody is here: the next start begins with Today
    wanted = routes(page)
    user.press("next-step")
    assert wanted == [TODAY]


def test_somebody_is_added_by_hand_without_leaving(
    page: FirstStartPage, user: FormDriver, store: Store, qtbot: QtBot
) -> None:
    wanted = routes(page)
    user.press("next-step")
    user.press("next-step")
    user.press("add-by-hand")
    dialog = page.findChild(QDialog, "person-dialog")
    assert dialog is not None
    form = FormDriver(dialog)
    form.type("name", "Maya Okafor")
    form.press("save")
    qtbot.waitUntil(lambda: user.says("known") == "One person is here.")
    assert [person.name for person in store.people.all()] == ["Maya Okafor"]
    assert wanted == []


def test_the_window_starts_here_without_navigation(
    session: Session, view: QSettings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[list[str]] = []
    monkeypatch.setattr(MainWindow, "bring_in", lambda self, files: brought.append(files))
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.start()
    window.show()
    page = window.page
    assert isinstance(page, FirstStartPage)
    assert not window.navigation.isVisible()
    page.files_wanted.emit(["a.vcf"])
    assert brought == [["a.vcf"]]
