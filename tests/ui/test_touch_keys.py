"""A touch is noted by one key, with the person in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QTableWidget
from pytestqt.qtbot import QtBot

from planner.domain.meetings import Touch, TouchKind
from planner.domain.people import Person
from planner.journeys.follow_up import log_touch
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.ui.drivers_people import PeopleDriver
from ui.dialogs.about import KeysDialog
from ui.pages.people import PeoplePage
from ui.routes import Route, Where
from ui.session import Session
from ui.touch_keys import TOUCH_KEYS, native

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people(store: Store) -> list[Person]:
    with store.transaction():
        return [store.people.add(a_person(name)) for name in ("Maya Okafor", "Rob Kane")]


@pytest.fixture
def page(session: Session, people: list[Person], qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(session)
    qtbot.addWidget(made)
    made.resize(1084, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open(Route(Where.PEOPLE, person=people[0].id))
    return made


@pytest.fixture
def user(page: PeoplePage) -> PeopleDriver:
    return PeopleDriver(page)


def touches(store: Store, person: Person) -> list[tuple[TouchKind, bool]]:
    found = store.touches.of_person(person.id)
    assert all((touch.day, touch.note) == (TODAY, "") for touch in found)
    return [(touch.kind, touch.theirs) for touch in found]


@pytest.mark.parametrize(
    ("key", "kind", "said"),
    [
        (Qt.Key.Key_M, TouchKind.MESSAGE, "Message to Maya Okafor noted"),
        (Qt.Key.Key_L, TouchKind.CALL, "Call to Maya Okafor noted"),
        (Qt.Key.Key_C, TouchKind.CHAT, "Chat with Maya Okafor noted"),
    ],
)
def test_a_letter_notes_it_on_the_persons_page(
    user: PeopleDriver,
    session: Session,
    people: list[Person],
    qtbot: QtBot,
    key: Qt.Key,
    kind: TouchKind,
    said: str,
) -> None:
    user.go_to("plan")
    with qtbot.waitSignal(session.done) as done:
        user.key(key)
    assert done.args == [said]
    assert touches(session.store, people[0]) == [(kind, False)]
    assert user.focus() == "plan", "the keyboard stays where it was"
    session.undo_stack.undo()
    assert touches(session.store, people[0]) == []


def test_with_shift_they_made_the_first_move(
    user: PeopleDriver, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    user.go_to("plan")
    with qtbot.waitSignal(session.done) as done:
        user.key(Qt.Key.Key_L, SHIFT)
    assert done.args == ["Call from Maya Okafor noted"]
    assert touches(session.store, people[0]) == [(TouchKind.CALL, True)]


def test_in_the_list_and_its_search_it_goes_with_alt(
    user: PeopleDriver, session: Session, people: list[Person]
) -> None:
    assert user.focus() == "find-people"
    user.key(Qt.Key.Key_M, ALT)
    assert touches(session.store, people[0]) == [(TouchKind.MESSAGE, False)]
    user.stand_at("Rob Kane")
    user.key(Qt.Key.Key_C, ALT | SHIFT)  # before the page has followed the list
    assert touches(session.store, people[1]) == [(TouchKind.CHAT, True)]
    assert user.typed() == ""


def test_a_letter_that_is_typed_notes_nothing(
    user: PeopleDriver, session: Session, people: list[Person]
) -> None:
    user.key(Qt.Key.Key_M)
    assert (user.typed(), touches(session.store, people[0])) == ("m", [])


def test_pressed_twice_it_is_noted_once(
    user: PeopleDriver, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    user.go_to("plan")
    user.key(Qt.Key.Key_M)
    with qtbot.waitSignal(session.refused) as refused:
        user.key(Qt.Key.Key_M)
    assert refused.args == [
        "Maya Okafor: today's message is noted already. For another one, log it with a note."
    ]
    user.key(Qt.Key.Key_M, SHIFT)  # the answer to it
    assert touches(session.store, people[0]) == [
        (TouchKind.MESSAGE, False),
        (TouchKind.MESSAGE, True),
    ]


def test_one_with_a_note_counts_as_noted_too(
    user: PeopleDriver, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    touch = Touch(person=people[0].id, day=TODAY, kind=TouchKind.CALL, note="The award")
    log_touch(session.store, touch, TODAY)
    user.go_to("plan")
    with qtbot.waitSignal(session.refused):
        user.key(Qt.Key.Key_L)
    assert session.store.touches.of_person(people[0].id) == [
        session.store.touches.get(1),
    ]


def test_the_form_opens_for_a_note(page: PeoplePage, user: PeopleDriver, qtbot: QtBot) -> None:
    user.key(Qt.Key.Key_T, ALT)
    dialog = page.window().findChild(QDialog, "touch-dialog")
    assert dialog is not None and dialog.isVisible()
    dialog.reject()


def test_the_menu_offers_them_with_their_keys(
    user: PeopleDriver, session: Session, people: list[Person]
) -> None:
    told = {key.name: key.entry(people[0]) for key in TOUCH_KEYS}
    assert told["note-message"] == "I wrote to Maya"
    assert told["note-their-message"] == "Maya wrote to me"
    user.choose("note-their-chat")
    assert touches(session.store, people[0]) == [(TouchKind.CHAT, True)]


def test_every_one_is_in_the_table_of_keys(page: PeoplePage, qtbot: QtBot) -> None:
    dialog = KeysDialog(page)
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget, "keys")
    assert table is not None
    keys = [table.item(row, 1).text() for row in range(table.rowCount())]
    for key in TOUCH_KEYS:
        assert any(native(key.key_anywhere) in told.split(" · ") for told in keys)
    assert "M · L · C · T" in keys


def test_in_a_field_of_the_page_that_only_shows_letters_note(
    page: PeoplePage, session: Session, qtbot: QtBot
) -> None:
    ana = a_person("Ana Ferreira", emails=("ana@x.example",))
    person = session.do("Ana Ferreira added", add_person, ana)
    assert isinstance(person, Person)
    page.open(Route(Where.PEOPLE, person=person.id))
    field = next(one for one in page.findChildren(QLineEdit) if one.text() == "ana@x.example")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_M)
    assert touches(session.store, person) == [(TouchKind.MESSAGE, False)]


def test_with_nobody_there_nothing_happens(session: Session, store: Store, qtbot: QtBot) -> None:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(Route(Where.PEOPLE))
    QTest.keyClick(page, Qt.Key.Key_M, ALT)
    QTest.keyClick(page, Qt.Key.Key_T, ALT)
    assert store.touches.all() == []
