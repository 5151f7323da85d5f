"""Bringing people in: a preview that changes nothing, then one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.connections import vcard_file
from tests.ui.drivers_bring_in import BringInDriver, card
from ui.session import Session

Open = Callable[..., BringInDriver]


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """Three people as a phone writes them."""
    file = tmp_path / "phone.vcf"
    file.write_text(
        card("Maya Okafor", "ORG:Harbour & Co", "EMAIL:maya@harbour.example")
        + card("Jonas Lindqvist", "EMAIL:jonas@lindqvist.example", "TEL:+46 8 123 456")
        + card("Priya Shah", "EMAIL:priya@shah.example"),
        encoding="utf-8",
    )
    return file


def test_it_says_what_the_file_holds_and_changes_nothing(
    opened: Open, phone: Path, store: Store
) -> None:
    user = opened(phone)
    assert user.title == "3 new people"
    assert user.words == "phone.vcf: vCard, 3 found"
    assert user.parts() == ["New 3"]
    assert user.names() == ["Maya Okafor", "Jonas Lindqvist", "Priya Shah"]
    assert user.rows()[0][1] == "Harbour & Co · maya@harbour.example"
    assert user.words_on("apply") == "Bring in 3"
    assert user.focus() == "apply"
    user.press("cancel")
    assert not user.root.isVisible()
    assert store.people.count() == 0


def test_agreed_it_is_brought_in_as_one_change(
    opened: Open, phone: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    user = opened(phone)
    with qtbot.waitSignal(session.done) as done:
        user.key(Qt.Key.Key_Return)
    assert done.args == ["3 people brought in"]
    assert not user.root.isVisible()
    assert store.people.count() == 3
    session.undo_stack.undo()
    assert store.people.count() == 0
    session.undo_stack.redo()
    assert store.people.count() == 3


def test_the_same_file_again_changes_nothing(
    opened: Open, phone: Path, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.done):
        opened(phone).press("apply")
    user = opened(phone)
    assert user.title == "You know everybody in here already"
    assert user.parts() == ["Known already 3"]
    assert not user.sees("apply")
    assert user.words_on("cancel") == "Close"
    assert user.focus() == "cancel"
    user.key(Qt.Key.Key_Return)
    assert not user.root.isVisible()
    assert session.undo_stack.count() == 1


def test_what_somebody_known_gains_is_shown_first(
    opened: Open, phone: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    add_person(store, Person(name="Jonas Lindqvist", emails=("jonas@lindqvist.example",)))
    user = opened(phone)
    assert user.title == "2 new, 1 gains something"
    assert user.parts() == ["New 2", "Gain something 1"]
    user.press("part-changed")
    assert user.rows() == [("Jonas Lindqvist", "Phone +46 8 12 34 56", "")]
    with qtbot.waitSignal(session.done):
        user.press("apply")
    assert store.people.get(1).phones == ("+46 8 123 456",)


def test_one_is_said_as_one(
    opened: Open, store: Store, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    file = tmp_path / "one.vcf"
    file.write_text(card("Maya Okafor", "EMAIL:maya@harbour.example"))
    user = opened(file)
    assert user.title == "1 new person"
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["One person brought in"]
    file.write_text(card("Maya Okafor", "EMAIL:maya@harbour.example", "TEL:+44 113 496 0000"))
    user = opened(file)
    assert (user.title, user.words_on("apply")) == ("1 gains something", "Update 1")
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["One person updated"]


def test_people_can_be_left_out(
    opened: Open, phone: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    user = opened(phone)
    assert user.ticked() == ["Maya Okafor", "Jonas Lindqvist", "Priya Shah"]
    user.tick("Maya Okafor")
    assert user.ticked() == ["Jonas Lindqvist", "Priya Shah"]
    assert user.words_on("apply") == "Bring in 2 of 3"
    user.view.setFocus()
    user.view.setCurrentIndex(user.view.model().index(1, 0))
    user.key(Qt.Key.Key_Space)
    assert user.ticked() == ["Priya Shah"]
    with qtbot.waitSignal(session.done) as done:
        user.key(Qt.Key.Key_Return)
    assert done.args == ["One person brought in"]
    assert [person.name for person in store.people.all()] == ["Priya Shah"]


def test_a_click_beside_the_box_leaves_the_tick(opened: Open, phone: Path) -> None:
    user = opened(phone)
    user.click("Maya Okafor")
    assert len(user.ticked()) == 3
    assert user.current() == "Maya Okafor"


def test_nobody_ticked_is_nothing_to_bring_in(opened: Open, phone: Path) -> None:
    user = opened(phone)
    assert user.words_on("tick-all") == "Tick none of these"
    user.press("tick-all")
    assert (user.ticked(), user.words_on("apply")) == ([], "Bring in 0 of 3")
    assert not user.find(QAbstractButton, "apply").isEnabled()
    user.tick("Priya Shah")
    assert user.words_on("apply") == "Bring in 1 of 3"
    user.press("tick-all")
    user.press("tick-all")
    assert (len(user.ticked()), user.words_on("apply")) == (3, "Bring in 3")


def test_who_is_new_and_who_gains_something_are_both_counted(
    opened: Open, phone: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    add_person(store, Person(name="Jonas Lindqvist", emails=("jonas@lindqvist.example",)))
    user = opened(phone)
    assert user.words_on("apply") == "Bring in 2, update 1"
    user.press("part-changed")
    user.tick("Jonas Lindqvist")
    assert user.words_on("apply") == "Bring in 2"
    user.tick("Jonas Lindqvist")
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["2 people brought in, 1 updated"]


def test_enter_brings_in_from_a_part_as_well(
    opened: Open, phone: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    add_person(store, Person(name="Jonas Lindqvist", emails=("jonas@lindqvist.example",)))
    user = opened(phone)
    user.press("part-changed")
    user.find(QAbstractButton, "part-changed").setFocus()
    with qtbot.waitSignal(session.done):
        user.key(Qt.Key.Key_Return)
    assert store.people.count() == 3


def test_ten_thousand_are_left_out_at_once(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    rows = (f"Person {n},p{n}@mail.example" for n in range(10_000))
    file.write_text("\n".join(("Name,E-mail", *rows)))
    user = opened(file)
    user.tick("Person 0")
    user.press("tick-all")
    assert user.words_on("apply") == "Bring in 0 of 10,000"


def test_twenty_thousand_cards_are_brought_in_and_taken_back(
    opened: Open, tmp_path: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    user = opened(vcard_file(tmp_path / "phone.vcf", 20_000), ready=False)
    qtbot.waitUntil(lambda: user.sees("apply"), timeout=60_000)
    assert user.words_on("apply") == "Bring in 20,000"
    with qtbot.waitSignal(session.done, timeout=60_000) as done:
        user.press("apply")
    assert done.args == ["20,000 people brought in"]
    assert store.people.count() == 20_000
    session.undo_stack.undo()
    assert store.people.count() == 0
