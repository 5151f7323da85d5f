"""Files of every sort that people are brought in from: several, wrong, empty, with pictures."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from planner.storage.store import Store
from tests.pictures import gif, png
from tests.ui.drivers_bring_in import BringInDriver, card, cards
from ui.import_choice import Part
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


def test_what_could_not_be_taken_is_listed_with_the_reason(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text(card("Maya Okafor") + card("", "NOTE:nobody's"))
    user = opened(file)
    assert user.parts() == ["New 1", "Not taken 1"]
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
    assert user.title == "Nobody could be read from this"
    assert name in user.words
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
    assert user.title == "That did not work"
    assert "gone.vcf" in user.words
    assert user.words_on("cancel") == "Close"
    assert not user.sees("apply")
    user.press("cancel")
    assert not user.root.isVisible()


def test_several_files_at_once_are_counted_each(opened: Open, phone: Path, tmp_path: Path) -> None:
    other = tmp_path / "more.vcf"
    other.write_text(card("Ben Kowalski", "EMAIL:ben@kowalski.example"))
    user = opened(phone, other)
    assert user.title == "4 new people"
    assert user.words.splitlines() == [
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
    assert user.title == "60 new people"
    lines = user.words.splitlines()
    assert len(lines) <= 6
    assert lines[-1] == "and 55 files more, 55 found"
    assert user.root.height() < 700


def test_names_from_outside_are_plain_text(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "<b>phone.vcf"
    file.write_text(card("<b>Maya</b> <img src='/etc/hostname'>", "EMAIL:m@harbour.example"))
    user = opened(file)
    assert user.names() == ["<b>Maya</b> <img src='/etc/hostname'>"]
    assert user.words == "<b>phone.vcf: vCard, 1 found"


def test_what_is_left_out_of_somebody_taken_stands_apart(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Name,E-mail,Company\nMaya Okafor,not-an-email,Harbour & Co\n,neither,\n")
    user = opened(file)
    assert user.parts() == ["New 1", "Not taken 1", "1 detail left out"]
    user.press("part-refused")
    assert [where for where, _, _ in user.rows()] == ["Row 3"]
    user.press("part-left-out")
    ((where, reason, named),) = user.rows()
    assert (where, named) == ("Row 2", "list.csv")
    assert "Maya Okafor" in reason and "not-an-email" in reason
    assert user.ticked() == []  # nobody to leave out here


def test_one_that_cannot_be_opened_does_not_keep_the_others_out(
    opened: Open, phone: Path, tmp_path: Path
) -> None:
    user = opened(tmp_path / "gone.vcf", phone)
    assert user.title == "3 new people"
    assert "gone.vcf" in user.words.splitlines()[0]
    assert user.words.splitlines()[1:] == ["phone.vcf: vCard, 3 found"]
    assert user.parts() == ["New 3", "Not taken 1"]


def test_what_was_not_taken_can_be_copied(opened: Open, tmp_path: Path) -> None:
    user = opened(cards(tmp_path / "phone.vcf", card("Maya Okafor"), card("", "NOTE:nobody's")))
    assert not user.sees("copy-list")
    user.open_part(Part.REFUSED)
    user.press("copy-list")
    assert user.words_on("copy-list") == "Copied"
    (line,) = QGuiApplication.clipboard().text().splitlines()
    assert line.startswith("phone.vcf: ") and "describes nobody" in line


def test_labels_too_many_to_be_groups_are_told(opened: Open, tmp_path: Path) -> None:
    each = (card(f"Person {n}", f"CATEGORIES:Label {n}") for n in range(120))
    user = opened(cards(tmp_path / "phone.vcf", *each))
    assert user.words.splitlines()[1] == (
        "120 labels are too many to be groups, and are left out: Label 0, Label 1, Label 2…"
    )


def test_pictures_are_counted_kept_and_missed(
    opened: Open, tmp_path: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    whole, broken = (b64encode(data).decode() for data in (png(), gif(40, 40)))
    photo = "PHOTO;ENCODING=b;TYPE=PNG:"
    user = opened(
        cards(
            tmp_path / "phone.vcf",
            card("Maya Okafor", photo + whole),
            card("Jonas Lindqvist", photo + broken),
            card("Priya Shah"),
        )
    )
    assert "2 of them bring a picture." in user.words.splitlines()
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
    assert done.args == ["3 people brought in; one picture could not be read and was left out"]
    maya = next(person for person in store.people.all() if person.name == "Maya Okafor")
    assert store.history.pictured() == {maya.id}


def test_numbers_read_as_in_the_users_country(opened: Open, tmp_path: Path, store: Store) -> None:
    with store.transaction():
        store.me.put(replace(store.me.get(), zone="Europe/London"))
    user = opened(cards(tmp_path / "phone.vcf", card("Maya Okafor", "TEL:+441134960142")))
    assert user.rows()[0][1] == "0113 496 0142"
