"""Check my data, as somebody sees it: all is well, or what is not, and mending it."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.journeys.keep_backups import back_up_now
from planner.storage.store import Store
from ui.background import wait_for_all
from ui.dialogs.check import CheckDialog
from ui.widgets.text import LeadText, Text

NOW = datetime(2026, 11, 22, 9, 30)


class Check:
    """Drives the dialog once the check is through."""

    def __init__(self, dialog: CheckDialog, qtbot: QtBot) -> None:
        self.dialog = dialog
        self._qtbot = qtbot
        qtbot.addWidget(dialog)
        dialog.show()
        self.wait("Checking…")

    def title(self) -> str:
        found = self.dialog.findChild(Text, "check-title")
        assert found is not None
        return found.text()

    def wait(self, title: str) -> None:
        self._qtbot.waitUntil(lambda: self.title() != title)

    def findings(self) -> list[str]:
        return [part.text() for part in self.dialog.findChildren(LeadText, "finding")]

    def words(self) -> list[str]:
        return [part.text() for part in self.dialog.findChildren(LeadText)]

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert found is not None
        return found

    def offers(self, name: str) -> bool:
        return self.button(name).isVisibleTo(self.dialog)

    def press(self, name: str) -> None:
        self._qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        maya = store.people.add(Person(name="Maya Okafor"))
        store.promises.add(Promise(person=maya.id, text="send the deck"))
    return maya


def spoil(library: Path, sql: str) -> None:
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute(sql)
    connection.close()


def test_all_is_well_with_figures(store: Store, maya: Person, qtbot: QtBot) -> None:
    back_up_now(store, NOW)
    user = Check(CheckDialog(store, NOW), qtbot)
    assert user.title() == "All is well"
    assert user.words()[:1] == ["1 person, 0 1-2-1s, 1 promise"]
    assert user.words()[2] == "One backup, which is sound"
    assert not user.offers("mend")
    user.press("close")
    assert not user.dialog.isVisible()


def test_what_is_wrong_is_named_and_mended(store: Store, maya: Person, qtbot: QtBot) -> None:
    spoil(store.path, "UPDATE person SET stage = 99")
    spoil(store.path, "UPDATE promise SET person_id = 88")
    user = Check(CheckDialog(store, NOW), qtbot)
    assert user.title() == "3 things are not well"
    assert user.findings() == [
        "A person (“Maya Okafor”): the stage cannot be read.",
        "A promise (“send the deck”) belongs to a person who is not in the library any more.",
        "The search lags behind: one entry is missing or out of date.",
    ]
    with qtbot.waitSignal(user.dialog.mended):
        user.press("mend")
    assert user.title() == "Mended"
    (record,) = store.path.parent.glob("library-taken-out-*.json")
    said = user.dialog.findChild(Text, "check-record")
    assert said is not None and str(record) in said.text()
    assert [person.name for person in store.people.all()] == ["Maya Okafor"]
    assert store.promises.all() == []
    assert Check(CheckDialog(store, NOW), qtbot).title() == "All is well"


def test_what_cannot_be_mended_points_at_the_backups(
    store: Store, maya: Person, qtbot: QtBot
) -> None:
    bad = back_up_now(store, NOW)
    bad.write_bytes(bad.read_bytes()[:9000])
    user = Check(CheckDialog(store, NOW), qtbot)
    assert user.findings() == [f"The backup {bad.name} is not sound; do not rely on it."]
    assert not user.offers("mend")
    with qtbot.waitSignal(user.dialog.restore_wanted):
        user.press("to-backups")


def test_nothing_is_mended_when_the_backup_cannot_be_made(
    store: Store, maya: Person, qtbot: QtBot
) -> None:
    spoil(store.path, "UPDATE person SET stage = 99")
    (store.path.parent / "backups").write_text("a file where the folder should be")
    user = Check(CheckDialog(store, NOW), qtbot)
    user.press("mend")
    user.wait("Mending…")
    assert user.title() == "That did not work"
    assert sqlite3.connect(store.path).execute("SELECT stage FROM person").fetchone() == (99,)


def test_it_can_be_left_while_it_checks(store: Store, maya: Person, qtbot: QtBot) -> None:
    dialog = CheckDialog(store, NOW)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    assert not dialog.isVisible()
    assert wait_for_all()


def test_where_nobody_asked_for_it_it_says_why_it_came(store: Store, qtbot: QtBot) -> None:
    with store.transaction():
        store.promises.add(Promise(person=store.people.add(Person(name="Maya")).id, text="x"))
    connection = sqlite3.connect(store.path, isolation_level=None)
    connection.execute("UPDATE promise SET person_id = 999")
    connection.close()
    user = Check(CheckDialog(store, NOW, None, "Seen at the start."), qtbot)
    words = user.dialog.findChild(Text, "check-words")
    assert words is not None and words.text().startswith("Seen at the start. ")
