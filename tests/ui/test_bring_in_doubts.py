"""Somebody new who looks like somebody known: the same person, somebody else, or undecided."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.pictures import png
from tests.ui.drivers_bring_in import BringInDriver, card, cards
from ui.import_choice import Part
from ui.session import Session
from ui.widgets.two_lines import Role

Open = Callable[..., BringInDriver]


@pytest.fixture
def user(opened: Open, store: Store, tmp_path: Path) -> BringInDriver:
    """Maya and Bob are known; a file has Maya and Robert of the same companies, and a newcomer."""
    add_person(store, Person(name="Maya Okafer", company="Harbour & Co", phones=("0113 496 0142",)))
    add_person(store, Person(name="Bob Kane", company="Kane Lettings"))
    file = cards(
        tmp_path / "phone.vcf",
        card("Priya Shah", "EMAIL:priya@shah.example"),
        card("Maya Okafor", "ORG:Harbour & Co", "EMAIL:maya@harbour.example"),
        card("Robert Kane", "ORG:Kane Lettings"),
    )
    made = opened(file)
    made.open_part(Part.DOUBTFUL)
    return made


def said(user: BringInDriver) -> list[str]:
    """The line below each of the doubtful."""
    return [below for _, below, _ in user.rows()]


def test_they_are_shown_side_by_side_with_the_reason(user: BringInDriver) -> None:
    assert user.title == "1 new, 2 perhaps known"
    assert user.parts() == ["New 1", "Perhaps known 2"]
    assert user.rows() == [
        ("Robert Kane", "Looks like Bob Kane", ""),
        ("Maya Okafor", "Looks like Maya Okafer", ""),
    ]
    assert user.pair() == [
        "1 of 2 · 2 undecided",
        "Perhaps a nickname, both at Kane Lettings",
        "IN THE FILE",
        "YOU KNOW",
        *("Name", "Robert Kane", "Bob Kane", "differs"),
        *("Company", "Kane Lettings", "Kane Lettings"),
        "Undecided: comes in as somebody new. Possible duplicates will ask again.",
    ]
    user.click("Maya Okafor")
    assert "2 of 2 · 2 undecided" in user.pair()
    assert "Nearly the same name, both at Harbour & Co" in user.pair()
    assert user.pair().count("new") == 1  # the address; of the number the file says nothing


def test_left_undecided_they_come_in_as_somebody_new(
    user: BringInDriver, store: Store, session: Session, qtbot: QtBot
) -> None:
    assert user.words_on("apply") == "Bring in 3 (2 undecided)"
    with qtbot.waitSignal(session.done):
        user.press("apply")
    assert store.people.count() == 5
    assert store.apart.all() == []


def test_the_same_person_gains_what_the_file_knows(
    user: BringInDriver, store: Store, session: Session, qtbot: QtBot
) -> None:
    user.click("Maya Okafor")
    user.press("same-person")
    assert user.says("doubtful-words") == (
        "Maya Okafer gains maya@harbour.example. Nothing you know is replaced."
    )
    assert user.rows()[1] == ("Maya Okafor", "✓ Same person as Maya Okafer", "")
    assert user.words_on("apply") == "Bring in 2 (1 undecided), update 1"
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["2 people brought in, 1 updated"]
    maya = store.people.get(1)
    assert (maya.name, maya.emails) == ("Maya Okafer", ("maya@harbour.example",))
    session.undo_stack.undo()
    assert store.people.get(1).emails == ()
    assert store.people.count() == 2


def test_the_same_person_may_gain_nothing(user: BringInDriver) -> None:
    user.press("same-person")
    assert user.says("doubtful-words") == "You know all of it already: nothing changes."
    assert user.words_on("apply") == "Bring in 2 (1 undecided)"


def test_somebody_else_is_never_asked_about_again(
    user: BringInDriver, store: Store, session: Session, qtbot: QtBot
) -> None:
    user.press("somebody-else")
    assert "never taken for Bob Kane again" in user.says("doubtful-words")
    assert user.words_on("apply") == "Bring in 3 (1 undecided)"
    with qtbot.waitSignal(session.done):
        user.press("apply")
    (apart,) = store.apart.all()
    names = {store.people.get(id).name for id in (apart.person, apart.other)}
    assert names == {"Bob Kane", "Robert Kane"}
    session.undo_stack.undo()
    assert store.apart.all() == []
    assert store.people.count() == 2


def test_it_is_decided_from_the_keyboard_and_taken_back(user: BringInDriver) -> None:
    assert user.words_on("same-person") == "Same person (M)"
    user.key(Qt.Key.Key_M)  # and on to the next
    assert user.current() == "Maya Okafor"
    user.key(Qt.Key.Key_N)
    assert said(user) == ["✓ Same person as Bob Kane", "✓ Not Maya Okafer"]
    assert user.pair()[0] == "2 of 2 · all decided"
    user.key(Qt.Key.Key_N)
    assert said(user) == ["✓ Same person as Bob Kane", "Looks like Maya Okafer"]
    user.view.setFocus()
    user.key(Qt.Key.Key_Up)
    assert user.pair()[0] == "1 of 2 · 1 undecided"
    user.press("same-person")
    assert said(user) == ["Looks like Bob Kane", "Looks like Maya Okafer"]
    assert user.words_on("apply") == "Bring in 3 (2 undecided)"


def test_one_mind_changed_for_the_other(user: BringInDriver) -> None:
    user.press("same-person")
    user.press("somebody-else")
    assert said(user) == ["✓ Not Bob Kane", "Looks like Maya Okafer"]


def test_whoever_is_left_out_is_neither(
    user: BringInDriver, store: Store, session: Session, qtbot: QtBot
) -> None:
    user.press("same-person")
    user.tick("Robert Kane")
    user.click("Maya Okafor")
    user.press("same-person")
    assert user.words_on("apply") == "Bring in 1, update 1"
    user.tick("Maya Okafor")
    assert user.words_on("apply") == "Bring in 1"
    with qtbot.waitSignal(session.done):
        user.press("apply")
    assert [person.name for person in store.people.all()] == [
        "Maya Okafer",
        "Bob Kane",
        "Priya Shah",
    ]
    assert store.people.get(1).emails == ()


def test_who_is_the_same_and_brings_nothing_is_remembered(
    opened: Open, store: Store, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    add_person(store, Person(name="Bob Kane", company="Kane Lettings"))
    file = cards(tmp_path / "one.vcf", card("Robert Kane", "ORG:Kane Lettings"))
    user = opened(file)
    user.press("same-person")
    assert user.words_on("apply") == "Remember it"
    user.press("same-person")
    assert user.words_on("apply") == "Bring in 1 (1 undecided)"
    user.press("same-person")
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["Remembered who is who"]
    again = opened(file)
    assert again.title == "You know everybody in here already"
    session.undo_stack.undo()
    assert store.aliases.all() == []


def test_the_keyboard_is_on_the_list_when_they_are_opened(user: BringInDriver) -> None:
    assert user.focus() == "preview"
    user.key(Qt.Key.Key_Down)
    assert user.pair()[0] == "2 of 2 · 2 undecided"
    user.key(Qt.Key.Key_Up)
    assert user.pair()[0] == "1 of 2 · 2 undecided"


def test_pictures_stand_side_by_side(
    opened: Open, store: Store, session: Session, tmp_path: Path
) -> None:
    photo = f"PHOTO;ENCODING=b;TYPE=PNG:{b64encode(png()).decode()}"
    add_person(store, Person(name="Bob Kane", company="Kane Lettings"))
    user = opened(cards(tmp_path / "one.vcf", card("Robert Kane", "ORG:Kane Lettings", photo)))
    user.open_part(Part.DOUBTFUL)
    marks = user.find(QWidget, "doubtful-pair").findChildren(QWidget, "avatar")
    new, known = sorted((mark for mark in marks if mark.isVisible()), key=QWidget.x)
    assert new.grab().toImage() != known.grab().toImage()
    picture = user.view.model().index(0, 0).data(Role.PORTRAIT)
    assert picture is not None and not picture.isNull()


def test_without_pictures_there_are_no_marks(user: BringInDriver) -> None:
    assert user.find(QWidget, "doubtful-pair").findChildren(QWidget, "avatar") == []
