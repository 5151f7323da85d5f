"""Follow-ups: promises either way and referrals, ticked and settled from the page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome, Referral
from planner.journeys.follow_up import add_promise, add_referral
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.clocks import StandingClock
from tests.ui.drivers_window import FollowUpsDriver
from ui.pages.follow_ups import FollowUpsPage
from ui.routes import Route, Where
from ui.session import Session


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person())[1]


@pytest.fixture
def made(session: Session, maya: Person, qtbot: QtBot) -> FollowUpsPage:
    page = FollowUpsPage(session)
    qtbot.addWidget(page)
    page.resize(1084, 800)
    page.open(Route(Where.FOLLOW_UPS))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def user(made: FollowUpsPage) -> FollowUpsDriver:
    return FollowUpsDriver(made)


def promised(
    session: Session, person: Person, text: str, due: date | None = None, mine: bool = True
) -> None:
    session.do("Noted", add_promise, Promise(person=person.id, text=text, due=due, mine=mine))


def referred(session: Session, person: Person, what: str, **fields: object) -> Referral:
    referral = Referral(person=person.id, what=what, day=TODAY, **fields)  # type: ignore[arg-type]
    kept = session.do("Noted", add_referral, referral)
    assert isinstance(kept, Referral)
    return kept


def test_with_nothing_to_follow_up_it_says_where_it_comes_from(
    user: FollowUpsDriver, made: FollowUpsPage
) -> None:
    assert "Nothing to follow up" in user.reads("empty")
    wanted: list[Route] = []
    made.wanted.connect(wanted.append)
    user.press("people")
    assert wanted == [Route(Where.PEOPLE)]


def test_promises_stand_apart_by_who_owes_whom_due_first(
    user: FollowUpsDriver, session: Session, maya: Person
) -> None:
    promised(session, maya, "Some day")
    promised(session, maya, "Send the guide", TODAY + timedelta(days=1))
    promised(session, maya, "Introduce Tom", TODAY - timedelta(days=5))
    promised(session, maya, "The lender's number", TODAY, mine=False)
    assert user.says("follow-ups-line") == "4 open, 1 late"
    assert user.promises("mine") == [
        "Introduce Tom | 5 days late · you → Maya",
        "Send the guide | Due tomorrow · you → Maya",
        "Some day | No date · you → Maya",
    ]
    assert user.promises("theirs") == ["The lender's number | Due today · Maya → you"]
    assert not user.sees("kept-lately")


def test_a_tick_keeps_a_promise_and_taking_it_back_opens_it_again(
    user: FollowUpsDriver, session: Session, store: Store, maya: Person
) -> None:
    promised(session, maya, "Introduce Tom")
    user.tick("Introduce Tom")
    assert user.promises("kept-lately") == ["Introduce Tom | Kept today · you → Maya"]
    assert user.says("follow-ups-line") == "No promise is open"
    assert store.promises.open() == []
    user.tick("Introduce Tom")
    assert len(user.promises("mine")) == 1
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert user.says("follow-ups-line") == "1 open, none late"
    assert session.undo_stack.undoText() == "Noted"


def test_referrals_stand_by_what_came_of_them(
    user: FollowUpsDriver, session: Session, maya: Person
) -> None:
    referred(session, maya, "The Kessler remortgage")
    referred(session, maya, "Two flats", outcome=Outcome.WON, value=1200.0, given=False)
    referred(session, maya, "A barn", outcome=Outcome.LOST)
    assert user.referrals("waiting") == [("The Kessler remortgage", "Passed on")]
    assert sorted(user.referrals("settled")) == [
        ("A barn", "Came to nothing"),
        ("Two flats", "Won, £1,200"),
    ]


def test_a_referral_is_settled_where_it_stands_and_can_be_undone(
    user: FollowUpsDriver, session: Session, store: Store, maya: Person, qtbot: QtBot
) -> None:
    referral = referred(session, maya, "The Kessler remortgage")
    with qtbot.waitSignal(session.done) as done:
        user.settle("The Kessler remortgage", "won")
    assert done.args == ["Referral noted as “Won”"]
    assert store.referrals.get(referral.id).outcome is Outcome.WON
    assert not user.sees("waiting")
    session.undo_stack.undo()
    assert user.referrals("waiting") == [("The Kessler remortgage", "Passed on")]


def test_whose_referral_it_was_is_a_press_away(
    user: FollowUpsDriver, made: FollowUpsPage, session: Session, maya: Person
) -> None:
    referred(session, maya, "The Kessler remortgage")
    wanted: list[Route] = []
    made.wanted.connect(wanted.append)
    user.press("referral-person")
    assert wanted == [Route(Where.PEOPLE, person=maya.id)]


def test_a_long_list_begins_with_the_most_pressing_and_shows_all_on_request(
    user: FollowUpsDriver, session: Session, maya: Person
) -> None:
    for number in range(25):
        promised(session, maya, f"Thing {number:02}", TODAY + timedelta(days=number))
    assert len(user.promises("mine")) == 20
    assert user.words_on("show-all") == "Show all 25"
    user.press("show-all")
    assert len(user.promises("mine")) == 25
    assert not user.sees("show-all")


def test_the_next_day_things_are_late(
    user: FollowUpsDriver,
    made: FollowUpsPage,
    session: Session,
    maya: Person,
    clock: StandingClock,
) -> None:
    promised(session, maya, "Introduce Tom", TODAY)
    assert user.says("follow-ups-line") == "1 open, none late"
    clock.moment += timedelta(days=1)
    made.open(Route(Where.FOLLOW_UPS))
    assert user.says("follow-ups-line") == "1 open, 1 late"


def test_it_can_be_used_by_keyboard(
    user: FollowUpsDriver,
    made: FollowUpsPage,
    session: Session,
    store: Store,
    maya: Person,
    qtbot: QtBot,
) -> None:
    promised(session, maya, "Introduce Tom")
    referral = referred(session, maya, "The Kessler remortgage")
    made.take_focus()
    qtbot.waitUntil(lambda: user.focus() == "kept")
    seen = [user.focus()]
    for _ in range(3):
        user.key(Qt.Key.Key_Tab)
        seen.append(user.focus())
    assert seen == ["kept", "add-own-ask", "referral-person", "outcome"]
    user.key(Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert store.referrals.get(referral.id).outcome is Outcome.WON


def test_long_words_and_names_push_nothing_out_of_sight(
    user: FollowUpsDriver, made: FollowUpsPage, session: Session, store: Store
) -> None:
    _, person = add_person(store, a_person("N" * 200))
    promised(session, person, "Send https://example.org/" + "x" * 300)
    referred(session, person, "W" * 300)
    assert user.promises("mine")[0].startswith("Send https://example.org/xxx")
    made.resize(784, 640)
    for name in ("kept", "outcome", "referral-person"):
        part = user.find(QAbstractButton, name)
        assert part.mapTo(made, part.rect().topRight()).x() <= made.width()
        assert part.width() > 10


def test_markup_is_shown_as_it_is(
    user: FollowUpsDriver, made: FollowUpsPage, session: Session, store: Store
) -> None:
    _, person = add_person(store, a_person("<b>Maya</b> & Co"))
    promised(session, person, "<img src='/etc/hostname'>")
    referred(session, person, "<b>Two</b> flats")
    assert user.promises("mine") == ["<img src='/etc/hostname'> | No date · you → <b>Maya</b> & Co"]
    assert user.referrals("waiting")[0][0] == "<b>Two</b> flats"
    named = user.find(QAbstractButton, "referral-person")
    assert named.text() == "<b>Maya</b> && Co"
    assert made.findChildren(QWidget, "referral")
