"""The People page: finding somebody, narrowing the list, and what is done from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import Change
from planner.domain.people import Person
from planner.journeys.keep_people import add_person, edit_person, remove_person
from planner.storage.store import Store
from tests.builders import a_person
from tests.ui.drivers_people import PeopleDriver
from ui.pages.people import PeoplePage
from ui.routes import Route, Where
from ui.session import Session


def shown(page: PeoplePage, qtbot: QtBot, person: int = 0) -> PeopleDriver:
    page.resize(1084, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(Route(Where.PEOPLE, person=person))
    user = PeopleDriver(page)
    if page.session.store.people.count():
        qtbot.waitUntil(lambda: any(user.dot(name) != "soft" for name in user.names()))
    return user


@pytest.fixture
def page(network: Session, qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(network)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def user(page: PeoplePage, qtbot: QtBot) -> PeopleDriver:
    return shown(page, qtbot)


def of_name(session: Session, name: str) -> Person:
    return next(one for one in session.store.people.all() if one.name == name)


def test_one_person_is_not_told_as_people(session: Session, qtbot: QtBot) -> None:
    session.keep(add_person, Person(name="Maya Okafor"))
    made = PeoplePage(session)
    qtbot.addWidget(made)
    made.show()
    made.open(Route(Where.PEOPLE))
    qtbot.waitUntil(lambda: PeopleDriver(made).hint() == "Find in 1 person")


def test_it_opens_with_everybody_and_the_first_one_beside(user: PeopleDriver) -> None:
    assert len(user.names()) == 30
    assert user.hint() == "Find in 30 people"
    assert user.count() == "30 people"
    assert user.current() == user.name() == "Amara Diallo"
    assert user.focus() == "find-people"


def test_a_dot_tells_how_warm_it_is_and_words_tell_it_too(user: PeopleDriver) -> None:
    words = int(Qt.ItemDataRole.ToolTipRole)
    read = int(Qt.ItemDataRole.AccessibleTextRole)
    assert (user.dot("Rob Kane"), user.told("Rob Kane", words)) == ("pine", "Warm")
    assert (user.dot("Maya Okafor"), user.told("Maya Okafor", words)) == ("gold", "Going cold")
    assert (user.dot("Elif Demir"), user.told("Elif Demir", words)) == ("ember", "Gone cold")
    assert user.told("Tom Reyes", words) == "Never met 1-2-1"
    assert user.told("Elif Demir", read).startswith("Elif Demir, Interior designer")
    assert user.told("Elif Demir", read).endswith("Gone cold")


def test_typing_finds_by_name_company_role_city_and_mail(user: PeopleDriver) -> None:
    user.type("okafor")
    assert user.names() == ["Maya Okafor"]
    assert user.count() == "1 of 30 people"
    user.type("lukasz")
    assert user.names() == ["Łukasz Nowak"]
    user.type("architect")
    assert "Farid Nasser" in user.names()
    user.type("maya@harbour-co")
    assert user.names() == ["Maya Okafor"]


def test_the_page_follows_what_is_found_once_the_typing_rests(
    user: PeopleDriver, qtbot: QtBot
) -> None:
    user.type("jonas")
    qtbot.waitUntil(lambda: user.name() == "Jonas Lindqvist")
    assert user.focus() == "find-people"


def test_whose_name_begins_like_it_is_meant_first(user: PeopleDriver) -> None:
    user.type("ma")
    assert user.names()[0] == "Amara Diallo", "an ma within a name is found, too"
    assert user.current() == "Eilidh Macleod"


def test_the_arrows_move_in_the_list_while_typing(user: PeopleDriver, qtbot: QtBot) -> None:
    user.type("e")
    first, second = user.names()[user.names().index(user.current()) :][:2]
    user.key(Qt.Key.Key_Down)
    assert (user.current(), user.focus()) == (second, "find-people")
    user.key(Qt.Key.Key_Up)
    assert user.current() == first
    user.key(Qt.Key.Key_Return)
    assert (user.name(), user.focus()) == (first, "plan")


def test_escape_empties_the_search_and_stays_with_who_was_found(user: PeopleDriver) -> None:
    user.type("rob kane")
    user.key(Qt.Key.Key_Escape)
    assert (user.typed(), len(user.names()), user.current()) == ("", 30, "Rob Kane")


def test_a_letter_typed_in_the_list_goes_on_in_the_search(user: PeopleDriver) -> None:
    user.stand_at("Rob Kane")
    user.key(Qt.Key.Key_T)
    assert (user.typed(), user.focus()) == ("t", "find-people")


def test_nobody_found_is_said_and_everybody_is_one_press_away(user: PeopleDriver) -> None:
    user.type("zzz")
    assert not user.sees("people-list")
    assert user.sees("nobody-found")
    assert user.count() == "0 of 30 people"
    user.press("show-everybody")
    assert len(user.names()) == 30
    assert user.typed() == ""


def test_filters_narrow_by_what_the_domain_says(user: PeopleDriver, qtbot: QtBot) -> None:
    user.filter("going_cold")
    assert {user.dot(name) for name in user.names()} == {"gold", "ember"}
    user.filter("fits")
    qtbot.waitUntil(lambda: user.names() == ["Farid Nasser", "Maya Okafor"])
    user.filter("going_cold")
    user.filter("never_met")
    assert user.names() == ["Jonas Lindqvist", "Tom Reyes"]
    assert {user.dot(name) for name in user.names()} == {"soft"}
    user.type("tom")
    assert user.names() == ["Tom Reyes"]


def test_a_filter_works_from_the_keyboard(user: PeopleDriver) -> None:
    user.go_to("filter-going_cold")
    user.key(Qt.Key.Key_Space)
    assert user.filtered("going_cold")
    assert "Rob Kane" not in user.names()


def test_a_route_shows_somebody_though_the_list_hid_them(
    page: PeoplePage, user: PeopleDriver, network: Session
) -> None:
    user.filter("never_met")
    user.type("tom")
    rob = of_name(network, "Rob Kane")
    page.open(Route(Where.PEOPLE, person=rob.id))
    assert user.current() == user.name() == "Rob Kane"
    assert (user.typed(), user.filtered("never_met")) == ("", False)
    assert len(user.names()) == 30


def test_the_same_route_again_comes_back_to_its_person(
    page: PeoplePage, user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    rob = of_name(network, "Rob Kane")
    page.open(Route(Where.PEOPLE, person=rob.id))
    user.click("Tom Reyes")
    qtbot.waitUntil(lambda: user.name() == "Tom Reyes")
    page.open(Route(Where.PEOPLE, person=rob.id))
    assert user.name() == "Rob Kane"


def test_a_route_to_somebody_removed_says_so(
    page: PeoplePage, user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(network.refused) as said:
        page.open(Route(Where.PEOPLE, person=10_000))
    assert "not in the library any more" in said.args[0]
    assert user.name() == "Amara Diallo"


def test_who_is_chosen_stays_so_when_something_changes(
    page: PeoplePage, user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    user.click("Rob Kane")
    qtbot.waitUntil(lambda: user.name() == "Rob Kane")
    network.do("Added", add_person, a_person("Aaron Abel"))
    assert user.names()[0] == "Aaron Abel"
    assert user.current() == user.name() == "Rob Kane"
    rob = of_name(network, "Rob Kane")
    network.do("Changed", edit_person, replace(rob, name="Zed Kane", city="York"))
    assert user.current() == user.name() == "Zed Kane"
    assert user.headline().endswith("York")


def test_delete_removes_and_undo_brings_back(
    user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    before = user.names()
    user.stand_at("Rob Kane")
    with qtbot.waitSignal(network.done) as done:
        user.key(Qt.Key.Key_Delete)
    assert done.args == ["Rob Kane removed"]
    assert "Rob Kane" not in user.names()
    assert user.current() == user.name() == before[before.index("Rob Kane") + 1]
    assert user.hint() == "Find in 29 people"
    network.undo_stack.undo()
    assert user.names() == before


def test_undo_goes_back_to_who_was_removed(user: PeopleDriver, network: Session) -> None:
    user.stand_at("Rob Kane")
    user.key(Qt.Key.Key_Delete)
    assert user.current() != "Rob Kane"
    network.undo_stack.undo()
    assert user.current() == user.name() == "Rob Kane"
    assert user.chosen() == ["Rob Kane"]


def test_nobody_found_leaves_nobody_beside(
    user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    user.type("zzz")
    qtbot.waitUntil(lambda: user.sees("nobody-chosen"))
    assert not user.sees("person-view")
    user.type("rob kane")
    qtbot.waitUntil(lambda: user.sees("person-view"))
    assert user.name() == "Rob Kane"
    network.do("Removed", remove_person, of_name(network, "Rob Kane").id)
    assert user.sees("nobody-found") and user.sees("nobody-chosen")
    assert not user.sees("add-fact")
    network.undo_stack.undo()
    assert user.current() == user.name() == "Rob Kane"


def test_the_row_is_marked_though_ctrl_is_held(
    page: PeoplePage, user: PeopleDriver, network: Session
) -> None:
    """As it is by whoever comes with Ctrl+2."""
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(page, Qt.Key.Key_Control, held)
    page.open(Route(Where.PEOPLE, person=of_name(network, "Rob Kane").id))
    assert user.chosen() == ["Rob Kane"]
    QTest.keyRelease(page, Qt.Key.Key_Control)


def test_what_the_dots_mean_stands_below_the_list(user: PeopleDriver) -> None:
    assert user.read("warmth-legend") == ["Warm", "Going cold", "Gone cold", "Never met"]


def test_several_are_removed_at_once(user: PeopleDriver, network: Session, qtbot: QtBot) -> None:
    user.click("Rob Kane")
    user.click("Sunita Kapoor", Qt.KeyboardModifier.ShiftModifier)
    assert user.chosen() == ["Rob Kane", "Siobhán Kearney", "Sunita Kapoor"]
    assert user.count() == "3 chosen"
    with qtbot.waitSignal(network.done) as done:
        user.press("remove-chosen")
    assert done.args == ["3 people removed"]
    assert len(user.names()) == 27
    assert not user.sees("remove-chosen")
    network.undo_stack.undo()
    assert len(user.names()) == 30


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_f2_and_enter_edit_who_is_current(
    user: PeopleDriver, page: PeoplePage, key: Qt.Key
) -> None:
    user.stand_at("Rob Kane")
    user.key(key)
    dialog = page.findChild(QDialog, "person-dialog")
    assert dialog is not None
    assert dialog.windowTitle() == "Rob Kane"
    dialog.reject()


def test_ctrl_f_goes_to_the_search(user: PeopleDriver) -> None:
    user.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert user.focus() == "find-people"


def test_somebody_can_be_added_by_mouse(user: PeopleDriver, page: PeoplePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.act_wanted) as wanted:
        user.press("add-person")
    assert wanted.args == ["new-person"]


def test_an_empty_library_says_what_to_do(session: Session, qtbot: QtBot, store: Store) -> None:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    user = shown(page, qtbot)
    assert not user.sees("people-list")
    assert user.sees("people-heading")
    assert user.focus() == "bring-in"
    for name, wish in (("bring-in", "bring-in"), ("add", "new-person")):
        with qtbot.waitSignal(page.act_wanted) as wanted:
            user.press(name)
        assert wanted.args == [wish]
    session.do("Added", add_person, a_person())
    qtbot.waitUntil(lambda: user.sees("people-list") and user.name() == "Maya Okafor")
    session.do("Added", add_person, a_person("Jonas"))
    assert user.names() == ["Jonas", "Maya Okafor"]
    session.do("Removed", remove_person, store.people.by_name()[1].id)
    assert user.name() == "Jonas"


def test_people_who_came_in_elsewhere_are_seen_at_the_next_visit(
    page: PeoplePage, user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    add_person(network.store, a_person("Aaron Abel"))
    page.open(Route(Where.PEOPLE))
    qtbot.waitUntil(lambda: user.names()[0] == "Aaron Abel")


def test_many_at_once_are_followed_too(
    page: PeoplePage, user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    def bring_in(store: Store) -> Change:
        with store.transaction() as work:
            store.people.add_many(a_person(f"Aaron {n}") for n in range(300))
        return work.change

    user.stand_at("Rob Kane")
    network.do("Brought in", bring_in)
    qtbot.waitUntil(lambda: len(user.names()) == 330)
    assert user.current() == "Rob Kane"
    network.undo_stack.undo()
    qtbot.waitUntil(lambda: len(user.names()) == 30)


def test_out_of_sight_it_does_nothing_and_catches_up(
    page: PeoplePage, user: PeopleDriver, network: Session, qtbot: QtBot
) -> None:
    page.hide()
    network.do("Added", add_person, a_person("Aaron Abel"))
    assert "Aaron Abel" not in user.names()
    page.show()
    page.open(Route(Where.PEOPLE))
    assert user.names()[0] == "Aaron Abel"


def test_names_are_plain_text_wherever_they_stand(
    session: Session, qtbot: QtBot, store: Store
) -> None:
    name = "<img src='/etc/passwd'> & Co"
    _, one = add_person(store, a_person(name, company="<b>Bold</b>", emails=("a@b.example",)))
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.resize(1084, 800)
    page.show()
    page.open(Route(Where.PEOPLE, person=one.id))
    user = PeopleDriver(page)
    assert user.name() == name
    assert "<b>Bold</b>" in user.headline()
    for widget in page.findChildren(QWidget):
        assert "<img" not in widget.toolTip() and "<b>" not in widget.toolTip()
