"""Search: one field, what fits as one types, and the keyboard all the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.journeys.hold_conversation import note
from planner.journeys.keep_people import add_fact, add_person
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW
from tests.ui.drivers_window import ListDriver
from ui.dialogs.search import SearchDialog
from ui.routes import Route, Where
from ui.session import Session


@pytest.fixture
def made(request: pytest.FixtureRequest, qtbot: QtBot) -> SearchDialog:
    """Over the sample network, or a fresh library where a test asks for `store`."""
    fresh = "store" in request.fixturenames
    dialog = SearchDialog(request.getfixturevalue("session" if fresh else "network"))
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.fixture
def user(made: SearchDialog) -> ListDriver:
    return ListDriver(made, "search-results")


def routes(dialog: SearchDialog) -> list[Route]:
    wanted: list[Route] = []
    dialog.wanted.connect(wanted.append)
    return wanted


def test_it_begins_in_the_field_and_says_what_can_be_found(user: ListDriver) -> None:
    assert user.focus() == "search-field"
    assert user.says("search-words").startswith("Names, companies, places")
    assert user.rows() == []


def test_what_fits_is_shown_while_typing(user: ListDriver, network: Session) -> None:
    user.write("oka")
    assert "Maya Okafor" in user.names()
    assert user.current() == user.names()[0]
    assert user.says("search-words") == ""
    user.write("zzz")
    assert user.rows() == []
    assert user.says("search-words") == "Nothing found for “okazzz”. Fewer letters find more."
    for _ in range(6):
        user.key(Qt.Key.Key_Backspace)
    assert user.says("search-words").startswith("Names, companies")


def test_enter_goes_to_the_first(user: ListDriver, made: SearchDialog, network: Session) -> None:
    wanted = routes(made)
    user.write("maya okafor")
    user.key(Qt.Key.Key_Return)
    maya = next(person for person in network.store.people.all() if person.name == "Maya Okafor")
    assert wanted == [Route(Where.PEOPLE, person=maya.id)]
    assert not made.isVisible()


def test_the_arrows_move_in_the_list_while_typing_goes_on(
    user: ListDriver, made: SearchDialog, store: Store
) -> None:
    for name in ("Maya One", "Maya Three", "Maya Two"):
        add_person(store, Person(name=name))
    user.write("maya")
    names = user.names()
    user.key(Qt.Key.Key_Down)
    assert user.current() == names[1]
    assert user.focus() == "search-field"
    user.key(Qt.Key.Key_Down)
    user.key(Qt.Key.Key_Up)
    wanted = routes(made)
    user.key(Qt.Key.Key_Return)
    chosen = next(person for person in store.people.all() if person.name == names[1])
    assert wanted == [Route(Where.PEOPLE, person=chosen.id)]


def test_a_click_goes_there_once(user: ListDriver, made: SearchDialog, network: Session) -> None:
    wanted = routes(made)
    user.write("okafor")
    user.click("Maya Okafor")
    assert len(wanted) == 1
    assert not made.isVisible()


def test_enter_on_nothing_stays(user: ListDriver, made: SearchDialog, network: Session) -> None:
    wanted = routes(made)
    user.key(Qt.Key.Key_Return)
    user.write("zzz")
    user.key(Qt.Key.Key_Return)
    assert made.isVisible()
    assert wanted == []


def test_escape_leaves(user: ListDriver, made: SearchDialog) -> None:
    user.key(Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_what_was_noted_is_found_and_leads_to_whose_it_is(
    user: ListDriver, made: SearchDialog, store: Store
) -> None:
    _, maya = add_person(store, a_person())
    add_fact(store, Fact(person=maya.id, kind=FactKind.INTEREST, text="Half-marathons in Leeds"))
    user.write("marathon")
    assert user.rows() == [("Maya Okafor", "Half-marathons in Leeds", "Known")]
    wanted = routes(made)
    user.key(Qt.Key.Key_Return)
    assert wanted == [Route(Where.PEOPLE, person=maya.id)]


def test_a_1_2_1_is_found_by_what_it_was_for(
    user: ListDriver, made: SearchDialog, network: Session
) -> None:
    meeting = network.store.meetings.planned()[0]
    wanted = routes(made)
    user.write(meeting.place.split(",")[0])
    row = next(row for row in user.rows() if row[2] == "1-2-1")
    user.click(row[0])
    assert wanted[0].where in (Where.MEETINGS, Where.PEOPLE)


def test_an_answer_leads_to_the_1_2_1_it_was_given_in(
    user: ListDriver, made: SearchDialog, store: Store
) -> None:
    _, maya = add_person(store, a_person())
    with store.transaction():
        store.meetings.add(a_meeting(maya.id, NOW))
        meeting = store.meetings.add(a_meeting(maya.id, NOW))
    note(store, meeting.id, "any", "Looks for a cooper")
    user.write("cooper")
    wanted = routes(made)
    user.key(Qt.Key.Key_Return)
    assert wanted == [Route(Where.MEETINGS, person=maya.id, meeting=meeting.id)]


@pytest.mark.parametrize(
    "typed", ["<b>", '"', "*", "AND", "(", "maya -", "^", "NEAR(", "'; DROP", "%_", "\\", "🦊"]
)
def test_anything_may_be_typed(user: ListDriver, network: Session, typed: str) -> None:
    user.find(QLineEdit, "search-field").setText(typed)
    assert user.sees("search-words") or user.rows()


def test_markup_in_a_name_is_shown_as_it_is(user: ListDriver, store: Store) -> None:
    name = "<b>Maya</b> <img src='/etc/hostname'>"
    add_person(store, Person(name=name, company="<i>Harbour</i> & Co"))
    user.write("maya")
    assert user.names() == [name]
    user.find(QLineEdit, "search-field").setText("<u>none</u>")
    assert "“<u>none</u>”" in user.says("search-words")


def test_ten_thousand_hits_are_never_listed(user: ListDriver, store: Store) -> None:
    with store.transaction():
        store.people.add_many(Person(name=f"Maya Number {n}") for n in range(300))
    user.write("maya")
    assert 10 <= len(user.rows()) <= 50


def test_what_was_typed_before_it_opened_is_searched_for(session: Session, qtbot: QtBot) -> None:
    session.do("Added", add_person, a_person("Maya Okafor"))
    dialog = SearchDialog(session, "m")
    qtbot.addWidget(dialog)
    dialog.open()
    assert ListDriver(dialog, "search-results").names() == ["Maya Okafor"]
