"""Bringing people in: a preview that changes nothing, then one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QProgressBar
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.ui.drivers_window import ListDriver
from ui.background import wait_for_all
from ui.dialogs.bring_in import BringInDialog
from ui.session import Session

Open = Callable[..., ListDriver]


def card(name: str, *lines: str) -> str:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""))


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


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Iterator[Open]:
    """Opens the dialog with some files, and waits until it knows what is in them."""

    def show(*files: Path, ready: bool = True) -> ListDriver:
        dialog = BringInDialog(session, files)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        user = ListDriver(dialog, "preview")
        if ready:
            qtbot.waitUntil(lambda: not dialog.findChild(QProgressBar).isVisible())
        return user

    yield show
    assert wait_for_all()


def parts(user: ListDriver) -> list[str]:
    """The parts of the preview that there are."""
    return [
        user.words_on(f"part-{part}")
        for part in ("new", "changed", "same", "refused", "left-out")
        if user.sees(f"part-{part}")
    ]


def test_it_says_what_the_file_holds_and_changes_nothing(
    opened: Open, phone: Path, store: Store
) -> None:
    user = opened(phone)
    assert user.says("bring-in-title") == "3 new people"
    assert user.says("bring-in-words") == "phone.vcf: vCard, 3 found"
    assert parts(user) == ["New 3"]
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
    assert user.says("bring-in-title") == "You know everybody in here already"
    assert parts(user) == ["Known already 3"]
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
    assert user.says("bring-in-title") == "2 new, 1 known better"
    assert parts(user) == ["New 2", "Gain something 1"]
    user.press("part-changed")
    assert user.rows() == [("Jonas Lindqvist", "phone: +46 8 123 456", "")]
    with qtbot.waitSignal(session.done):
        user.press("apply")
    assert store.people.get(1).phones == ("+46 8 123 456",)


def test_one_is_said_as_one(
    opened: Open, store: Store, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    file = tmp_path / "one.vcf"
    file.write_text(card("Maya Okafor", "EMAIL:maya@harbour.example"))
    user = opened(file)
    assert user.says("bring-in-title") == "1 new person"
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["One person brought in"]
    file.write_text(card("Maya Okafor", "EMAIL:maya@harbour.example", "TEL:+44 113 496 0000"))
    user = opened(file)
    assert (user.says("bring-in-title"), user.words_on("apply")) == ("1 known better", "Update 1")
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["One person updated"]


def test_what_could_not_be_taken_is_listed_with_the_reason(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text(card("Maya Okafor") + card("", "NOTE:nobody's"))
    user = opened(file)
    assert parts(user) == ["New 1", "Not taken 1"]
    user.press("part-refused")
    ((where, reason, named),) = user.rows()
    assert where and reason and named == "phone.vcf"


@pytest.mark.parametrize(
    ("name", "content"),
    [("holiday.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF"), ("empty.vcf", b""), ("words.txt", b"hello")],
)
def test_a_file_without_contacts_says_so(
    opened: Open, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    user = opened(file)
    assert user.says("bring-in-title") == "Nobody could be read from this"
    assert name in user.says("bring-in-words")
    assert not user.sees("apply")
    assert user.focus() == "cancel"


@pytest.mark.parametrize("missing", ["a file", "a folder"])
def test_what_cannot_be_opened_is_said_in_words(
    opened: Open, tmp_path: Path, missing: str, store: Store
) -> None:
    path = tmp_path / "gone.vcf"
    if missing == "a folder":
        path.mkdir()
    user = opened(path)
    assert user.says("bring-in-title") == "That did not work"
    assert "gone.vcf" in user.says("bring-in-words")
    assert user.words_on("cancel") == "Close"
    assert not user.sees("apply")
    user.press("cancel")
    assert not user.root.isVisible()


def test_a_library_changed_meanwhile_is_left_alone(
    opened: Open, phone: Path, store: Store, qtbot: QtBot
) -> None:
    user = opened(phone)
    add_person(store, Person(name="Somebody Else"))  # by the terminal, say
    user.press("apply")
    qtbot.waitUntil(lambda: user.says("bring-in-title") == "That did not work")
    assert "changed since this preview" in user.says("bring-in-words")
    assert store.people.count() == 1
    user.press("cancel")
    assert not user.root.isVisible()


def test_leaving_while_it_reads_changes_nothing(
    opened: Open, phone: Path, store: Store, session: Session
) -> None:
    user = opened(phone, ready=False)
    user.press("cancel")
    assert not user.root.isVisible()
    assert wait_for_all()
    assert store.people.count() == 0
    assert not session.undo_stack.canUndo()


def test_while_it_writes_it_stays(
    opened: Open, phone: Path, session: Session, store: Store, qtbot: QtBot
) -> None:
    user = opened(phone)
    with qtbot.waitSignal(session.done):
        user.press("apply")
        QTest.keyClick(user.root, Qt.Key.Key_Escape)
        user.root.close()
        assert user.root.isVisible()
        assert not user.find(QAbstractButton, "cancel").isEnabled()
    assert store.people.count() == 3


def test_several_files_at_once_are_counted_each(opened: Open, phone: Path, tmp_path: Path) -> None:
    other = tmp_path / "more.vcf"
    other.write_text(card("Ben Kowalski", "EMAIL:ben@kowalski.example"))
    user = opened(phone, other)
    assert user.says("bring-in-title") == "4 new people"
    assert user.says("bring-in-words").splitlines() == [
        "phone.vcf: vCard, 3 found",
        "more.vcf: vCard, 1 found",
    ]


def test_a_great_many_files_leave_room_for_the_people(opened: Open, tmp_path: Path) -> None:
    files = []
    for number in range(60):
        file = tmp_path / f"card {number}.vcf"
        file.write_text(card(f"Person {number}", f"EMAIL:p{number}@mail.example"))
        files.append(file)
    user = opened(*files)
    assert user.says("bring-in-title") == "60 new people"
    lines = user.says("bring-in-words").splitlines()
    assert len(lines) <= 6
    assert lines[-1] == "and 55 files more, 55 found"
    assert user.root.height() < 700


def test_names_from_outside_are_plain_text(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "<b>phone.vcf"
    file.write_text(card("<b>Maya</b> <img src='/etc/hostname'>", "EMAIL:m@harbour.example"))
    user = opened(file)
    assert user.names() == ["<b>Maya</b> <img src='/etc/hostname'>"]
    assert user.says("bring-in-words") == "<b>phone.vcf: vCard, 1 found"


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
    assert user.words_on("tick-all") == "Tick nobody"
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


def test_what_is_left_out_of_somebody_taken_stands_apart(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,E-mail,Company\nMaya Okafor,not-an-email,Harbour & Co\n,neither,\n")
    user = opened(file)
    assert parts(user) == ["New 1", "Not taken 1", "Left out 1"]
    user.press("part-refused")
    assert [where for where, _, _ in user.rows()] == ["Row 3"]
    user.press("part-left-out")
    ((where, reason, named),) = user.rows()
    assert (where, named) == ("Row 2", "list.csv")
    assert "Maya Okafor" in reason and "not-an-email" in reason
    assert user.ticked() == []  # nobody to leave out here


def test_ten_thousand_are_left_out_without_a_wait(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    rows = (f"Person {n},p{n}@mail.example" for n in range(10_000))
    file.write_text("\n".join(("Name,E-mail", *rows)))
    user = opened(file)
    begun = perf_counter()
    user.tick("Person 0")
    user.press("tick-all")
    assert perf_counter() - begun < 1  # seconds; a tenth of it alone
    assert user.words_on("apply") == "Bring in 0 of 10,000"
