"""Tables nobody knows the columns of: looked over once, remembered, undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.journeys.read_contacts import remembered_mappings
from planner.storage.store import Store
from tests.ui.drivers_bring_in import BringInDriver, card, cards
from ui.session import Session

Open = Callable[..., BringInDriver]
CLUB = """\
Member,Firm,Reach
Anna Lee 1,Lee & Sons 4,anna@lee.example
Bo Ray 2,Ray Ltd 5,bo@ray.example
"""


@pytest.fixture
def club(tmp_path: Path) -> Path:
    file = tmp_path / "club.csv"
    file.write_text(CLUB)
    return file


@pytest.fixture
def user(opened: Open, club: Path) -> BringInDriver:
    return opened(club)


def test_what_is_unclear_is_asked_before_anything_else(user: BringInDriver) -> None:
    assert user.title == "What do the columns hold?"
    assert "club.csv" in user.words
    assert user.columns() == {
        "column-0": "Leave out",
        "column-1": "Leave out",
        "column-2": "E-mail",
    }
    assert user.focus() == "column-0"
    assert user.says("columns-line") == "2 people would be read."
    assert user.says("columns-first") == "The first: anna@lee.example"


def test_the_line_below_tells_at_once_what_comes_of_it(user: BringInDriver) -> None:
    user.read_as(0, "Name")
    user.read_as(1, "Company")
    assert user.says("columns-first") == "The first: Anna Lee 1 · Lee & Sons 4 · anna@lee.example"
    user.read_as(0, "Leave out")
    user.read_as(1, "Leave out")
    user.read_as(2, "Leave out")
    assert user.says("columns-line") == "Whom is a row about?"
    assert not user.can_press("continue")
    user.read_as(0, "E-mail")
    assert user.says("columns-line") == "Nobody could be read in this way."
    assert not user.can_press("continue")


def test_from_the_keyboard_alone(
    user: BringInDriver, store: Store, session: Session, qtbot: QtBot
) -> None:
    user.write("N")  # Name
    qtbot.waitUntil(lambda: user.says("columns-first").startswith("The first: Anna Lee 1"))
    assert user.columns()["column-0"] == "Name"
    qtbot.waitUntil(lambda: user.can_press("continue"))
    user.key(Qt.Key.Key_Tab)
    assert user.focus() == "column-1"
    for _ in range(2):
        user.key(Qt.Key.Key_Tab)
    while user.focus() != "continue":
        user.key(Qt.Key.Key_Tab)
    user.key(Qt.Key.Key_Return)
    user.until_ready()
    assert user.title == "2 new people"
    with qtbot.waitSignal(session.done):
        user.key(Qt.Key.Key_Return)
    assert [person.name for person in store.people.all()] == ["Anna Lee 1", "Bo Ray 2"]


def test_once_told_it_is_not_asked_again(
    user: BringInDriver, opened: Open, club: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    user.read_as(0, "Name")
    user.press("continue")
    user.until_ready()
    with qtbot.waitSignal(session.done):
        user.press("apply")
    assert len(remembered_mappings(store)) == 1

    club.write_text(CLUB + "Cy Fox 3,Fox Ltd 6,cy@fox.example\n")
    again = opened(club)
    assert again.title == "1 new person"
    assert again.names() == ["Cy Fox 3"]
    again.press("cancel")

    session.undo_stack.undo()
    assert store.people.count() == 0
    assert opened(club).title == "3 new people"  # what the columns mean is still known


def test_told_of_people_all_known_it_is_remembered_as_well(
    user: BringInDriver, opened: Open, club: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    user.read_as(0, "Name")
    user.press("continue")
    user.until_ready()
    with qtbot.waitSignal(session.done):
        user.press("apply")
    other = club.with_name("other.csv")
    other.write_text(CLUB.replace("Member", "Mitglied"))
    again = opened(other)
    again.read_as(0, "Name")
    again.press("continue")
    again.until_ready()
    assert again.title == "You know everybody in here already"
    again.press("cancel")
    assert len(remembered_mappings(store)) == 2


def test_what_was_told_is_remembered_though_nobody_is_brought_in(
    user: BringInDriver, opened: Open, club: Path, store: Store, session: Session
) -> None:
    assert "It is remembered" in user.words
    user.read_as(0, "Name")
    user.press("continue")
    user.until_ready()
    user.press("cancel")
    assert len(remembered_mappings(store)) == 1
    assert not session.undo_stack.canUndo()
    assert opened(club).title == "2 new people"


def test_called_off_before_continue_nothing_is_remembered(
    user: BringInDriver, store: Store
) -> None:
    user.read_as(0, "Name")
    user.press("cancel")
    assert remembered_mappings(store) == {}


def test_one_goes_back_to_the_columns_and_to_the_preview_again(user: BringInDriver) -> None:
    assert not user.sees("back")
    user.read_as(0, "Name")
    user.press("continue")
    user.until_ready()
    user.tick("Bo Ray 2")
    user.press("to-columns")
    assert user.columns()["column-0"] == "Name"
    user.read_as(1, "Company")
    user.press("back")
    assert user.title == "2 new people"
    assert user.rows()[0][1] == "anna@lee.example"  # as it was
    assert user.ticked() == ["Anna Lee 1"]
    user.press("to-columns")
    user.key(Qt.Key.Key_Escape)
    assert (user.title, user.ticked()) == ("2 new people", ["Anna Lee 1"])
    user.press("to-columns")
    user.press("continue")  # nothing is another way
    assert (user.title, user.ticked()) == ("2 new people", ["Anna Lee 1"])
    user.press("to-columns")
    user.read_as(1, "Company")
    user.press("continue")
    user.until_ready()
    assert user.rows()[0][1] == "Lee & Sons 4 · anna@lee.example"


def test_several_are_looked_over_one_after_the_other(
    opened: Open, club: Path, tmp_path: Path
) -> None:
    other = tmp_path / "choir.csv"
    other.write_text("Singer,Reach\nCy Fox 3,cy@fox.example\n")
    phone = cards(tmp_path / "phone.vcf", card("Maya Okafor"))
    user = opened(club, phone, other)
    assert user.words.startswith("File 1 of 2. ")
    user.read_as(0, "Name")
    user.press("continue")
    assert user.words.startswith("File 2 of 2. ") and "choir.csv" in user.words
    user.press("back")
    assert user.columns()["column-0"] == "Name"
    user.press("continue")
    user.read_as(0, "Name")
    user.press("continue")
    user.until_ready()
    assert user.names() == ["Anna Lee 1", "Bo Ray 2", "Maya Okafor", "Cy Fox 3"]


def test_a_clear_table_is_shown_at_once_and_can_be_read_in_another_way(
    opened: Open, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,E-mail,Remark\nMaya Okafor,maya@harbour.example,Leeds\n")
    user = opened(file)
    assert user.title == "1 new person"
    user.press("to-columns")
    user.read_as(2, "City")
    user.press("continue")
    user.until_ready()
    assert user.rows()[0][1] == "Leeds · maya@harbour.example"


def test_what_columns_are_called_is_plain_text(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "<b>x.csv"
    file.write_text("Who <b>x</b> & co,Reach\n<i>Anna</i> 1,anna@lee.example\n")
    user = opened(file)
    assert "<b>x.csv" in user.words
    user.read_as(0, "Name")
    assert user.says("columns-first") == "The first: <i>Anna</i> 1 · anna@lee.example"
