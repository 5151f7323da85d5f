"""People's pictures in the window: wherever their mark stands, and gone when they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.domain.photos import EDGE
from planner.journeys.keep_people import add_person, edit_person, remove_person
from planner.journeys.keep_photo import photo_of
from planner.storage.store import Store
from tests.pictures import png
from ui.dialogs.person import PersonDialog
from ui.models.people import PeopleModel
from ui.session import Session
from ui.widgets.avatar import Avatar
from ui.widgets.photo_input import PhotoInput
from ui.widgets.text import Text
from ui.widgets.two_lines import Role

PICTURE = png(20, 20)


@pytest.fixture
def ann(session: Session) -> Person:
    person = session.do("Ann added", add_person, Person(name="Ann Lee"), PICTURE)
    assert isinstance(person, Person)
    return person


def dialog_of(qtbot: QtBot, session: Session, person: int = 0) -> PersonDialog:
    dialog = PersonDialog(session, person)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def asked_for(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """The system's dialog, answered with this file."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))


def press(dialog: PersonDialog, name: str) -> None:
    dialog.findChild(QPushButton, name).click()


def test_a_picture_is_at_hand_until_it_changes(session: Session, ann: Person) -> None:
    image = session.portraits.of(ann.id)
    assert image is not None
    assert (image.width(), image.height()) == (20, 20)
    session.do("Ann changed", edit_person, ann, b"")
    assert session.portraits.of(ann.id) is None
    session.undo_stack.undo()
    assert session.portraits.of(ann.id) is not None
    session.do("Ann removed", remove_person, ann.id)
    assert session.portraits.of(ann.id) is None


def test_whoever_has_none_has_initials(session: Session, ann: Person) -> None:
    bo = session.do("Bo added", add_person, Person(name="Bo Ray"))
    assert isinstance(bo, Person)
    assert session.portraits.of(bo.id) is None
    assert session.portraits.of(987) is None


def test_the_list_asks_for_the_picture_of_a_row(session: Session, ann: Person) -> None:
    model = PeopleModel(portraits=session.portraits)
    model.show_people([ann, Person(id=99, name="Bo")])
    assert isinstance(model.index(0).data(Role.PORTRAIT), QImage)
    assert model.index(1).data(Role.PORTRAIT) is None
    told: list[object] = []
    model.dataChanged.connect(lambda *args: told.append(args))
    session.do("Ann changed", edit_person, ann, b"")
    assert told
    assert model.index(0).data(Role.PORTRAIT) is None


def test_a_picture_is_drawn_as_a_round_mark(qtbot: QtBot, session: Session, ann: Person) -> None:
    mark = Avatar(ann, 60, session.portraits.of(ann.id))
    qtbot.addWidget(mark)
    grabbed = mark.grab().toImage()
    middle = grabbed.pixelColor(grabbed.width() // 2, grabbed.height() // 2)
    assert (middle.red(), middle.green(), middle.blue()) == (15, 107, 88)
    corner = grabbed.pixelColor(1, 1)
    assert (corner.red(), corner.green(), corner.blue()) != (15, 107, 88)


def test_a_picture_chosen_in_the_form_is_kept_and_undone(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = session.do("Ann added", add_person, Person(name="Ann Lee"))
    assert isinstance(person, Person)
    file = tmp_path / "ann.png"
    file.write_bytes(png(500, 400))
    asked_for(monkeypatch, file)
    dialog = dialog_of(qtbot, session, person.id)
    press(dialog, "choose-photo")
    press(dialog, "save")
    image = session.portraits.of(person.id)
    assert image is not None
    assert image.width() == EDGE
    session.undo_stack.undo()
    assert session.portraits.of(person.id) is None


def test_somebody_new_can_have_one_at_once(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "bo.png"
    file.write_bytes(PICTURE)
    asked_for(monkeypatch, file)
    dialog = dialog_of(qtbot, session)
    qtbot.keyClicks(dialog.focusWidget(), "Bo Ray")
    press(dialog, "choose-photo")
    press(dialog, "save")
    (bo,) = session.store.people.all()
    assert photo_of(session.store, bo.id)
    session.undo_stack.undo()
    assert session.store.people.all() == []
    assert session.store.photos.all() == []


def test_a_picture_taken_away_is_gone_after_saving(
    qtbot: QtBot, session: Session, ann: Person
) -> None:
    dialog = dialog_of(qtbot, session, ann.id)
    press(dialog, "remove-photo")
    assert photo_of(session.store, ann.id) == PICTURE  # not before it is saved
    press(dialog, "save")
    assert photo_of(session.store, ann.id) == b""
    session.undo_stack.undo()
    assert photo_of(session.store, ann.id) == PICTURE


def test_saving_without_another_picture_leaves_it(
    qtbot: QtBot, session: Session, ann: Person
) -> None:
    dialog = dialog_of(qtbot, session, ann.id)
    press(dialog, "save")
    assert photo_of(session.store, ann.id) == PICTURE


@pytest.mark.parametrize("what", [b"no picture at all", b"<svg width='1' height='1'/>", b""])
def test_what_is_no_picture_is_said_in_the_form(
    qtbot: QtBot, session: Session, ann: Person, tmp_path: Path, what: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    file = tmp_path / "notes.png"
    file.write_bytes(what)
    asked_for(monkeypatch, file)
    dialog = dialog_of(qtbot, session, ann.id)
    press(dialog, "choose-photo")
    assert "no picture" in dialog.findChild(Text, "photo-refused").text()
    press(dialog, "save")
    assert photo_of(session.store, ann.id) == PICTURE


def test_a_file_that_is_gone_is_said(
    qtbot: QtBot, session: Session, ann: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for(monkeypatch, tmp_path / "gone.png")
    dialog = dialog_of(qtbot, session, ann.id)
    press(dialog, "choose-photo")
    assert "gone.png" in dialog.findChild(Text, "photo-refused").text()


def test_a_picture_may_be_dropped_or_pasted(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "ann.png"
    file.write_bytes(PICTURE)
    answer = PhotoInput(Person(name="Ann Lee"))
    qtbot.addWidget(answer)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(answer.finished):
        answer.dropEvent(QDropEvent(QPoint(3, 3), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert answer.value()
    answer.show_value(b"")
    QGuiApplication.clipboard().setImage(QImage.fromData(PICTURE))
    with qtbot.waitSignal(answer.finished):
        qtbot.keyClick(answer, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert answer.value()


def test_many_pictures_are_not_all_held(session: Session, store: Store) -> None:
    with store.transaction():
        people = store.people.add_many(Person(name=f"P {n}") for n in range(300))
    for person in people:
        session.do("picture", edit_person, replace(person, city="Leeds"), PICTURE)
    first = session.portraits.of(people[0].id)
    assert first is not None and session.portraits.of(people[0].id) is first  # at hand
    assert all(session.portraits.of(person.id) for person in people)
    again = session.portraits.of(people[0].id)
    assert again is not None and again is not first  # let go of meanwhile, and read anew
