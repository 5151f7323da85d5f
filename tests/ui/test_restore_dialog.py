"""The window that goes back to a backup: what there is, what is in it, what would differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QListView, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.backups import Contents
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.journeys.export_library import Form, export
from planner.journeys.keep_backups import back_up_now
from planner.journeys.restore_library import figures_of
from planner.storage.store import Store
from ui.dialogs.restore import RestoreDialog
from ui.widgets.text import Text

NOW = datetime(2026, 11, 22, 9, 30)
TODAY = NOW.date()


class Backups:
    """Drives the dialog: reads its rows and its card, presses its buttons."""

    def __init__(self, dialog: RestoreDialog, qtbot: QtBot) -> None:
        self.dialog = dialog
        self._qtbot = qtbot
        self.chosen: list[tuple[Path, str]] = []
        dialog.chosen.connect(lambda *wanted: self.chosen.append(wanted))

    @property
    def list(self) -> QListView:
        found = self.dialog.findChild(QListView, "backups")
        assert found is not None
        return found

    def rows(self) -> list[str]:
        model = self.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def wait(self) -> None:
        """Until every backup was looked into."""
        self._qtbot.waitUntil(lambda: not any("Looking" in row for row in self.rows()))
        QApplication.processEvents()  # what the card shows now comes into sight

    def select(self, row: int) -> None:
        self.list.setCurrentIndex(self.list.model().index(row, 0))
        QApplication.processEvents()  # what the card shows now comes into sight

    def says(self, name: str) -> list[str]:
        return [part.text() for part in self.dialog.findChildren(Text, name) if part.isVisible()]

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert found is not None
        return found

    def press(self, name: str) -> None:
        self._qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


@pytest.fixture
def backups(store: Store) -> list[Path]:
    """Three days: one person, then two and a 1-2-1, then a backup that is spoiled."""
    with store.transaction():
        maya = store.people.add(Person(name="Maya Okafor"))
    made = [back_up_now(store, NOW - timedelta(days=2))]
    with store.transaction():
        store.people.add(Person(name="Ben"))
        store.meetings.add(
            Meeting(
                person=maya.id,
                state=State.HELD,
                starts=datetime(2026, 11, 3, 8, 30),
                zone="Europe/London",
            )
        )
    made.append(back_up_now(store, NOW - timedelta(days=1)))
    made.append(back_up_now(store, NOW))
    made[2].write_bytes(made[2].read_bytes()[:9000])
    return made


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[..., Backups]:
    def open_it(library: Path, now: Contents | None = None, like: Store | None = None) -> Backups:
        dialog = RestoreDialog(library, TODAY, now, like.key if like is not None else None)
        qtbot.addWidget(dialog)
        driver = Backups(dialog, qtbot)
        dialog.show()
        qtbot.waitExposed(dialog)
        driver.wait()
        return driver

    return open_it


def test_every_backup_tells_what_is_in_it_the_newest_first(
    store: Store, backups: list[Path], opened: Callable[..., Backups]
) -> None:
    user = opened(store.path, figures_of(store), store)
    assert user.rows() == [
        "Today, 09:30, made by hand, Not sound: nobody can go back to it",
        "Yesterday, 09:30, made by hand, 2 people, one 1-2-1, 0 promises",
        "Friday 20 November, 09:30, made by hand, 1 person, 0 1-2-1s, 0 promises",
    ]


def test_the_card_says_what_differs_from_now(
    store: Store, backups: list[Path], opened: Callable[..., Backups]
) -> None:
    user = opened(store.path, figures_of(store), store)
    user.select(2)
    assert user.says("backup-made") == ["Friday 20 November, 09:30"]
    assert user.says("in-it-people") == ["1"]
    assert user.says("backup-difference") == ["1 person, one 1-2-1 fewer than now"]
    user.select(1)
    assert user.says("backup-difference") == [
        "As much of everything as now",
        "Last 1-2-1 in it: Maya Okafor, 3 Nov",
    ]
    user.press("restore")
    assert user.chosen == [(backups[1], "")]
    assert not user.dialog.isVisible()


def test_a_bad_one_cannot_be_chosen_and_says_why(
    store: Store, backups: list[Path], opened: Callable[..., Backups]
) -> None:
    before = [path.read_bytes() for path in backups]
    user = opened(store.path, figures_of(store), store)
    user.select(0)
    assert "damaged" in user.says("backup-wrong")[0]
    assert not user.button("restore").isEnabled()
    user.list.doubleClicked.emit(user.list.currentIndex())
    assert user.chosen == []
    assert [path.read_bytes() for path in backups] == before


def test_without_backups_it_says_so_and_takes_a_file(
    store: Store,
    tmp_path: Path,
    opened: Callable[..., Backups],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with store.transaction():
        store.people.add_many([Person(name="Maya"), Person(name="Ben")])
    everything = tmp_path / "everything.json"
    everything.write_bytes(b"".join(export(store, Form.JSON, NOW).pieces))
    user = opened(store.path, figures_of(store), store)
    assert user.rows() == [] and not user.button("restore").isEnabled()

    def choose(*arguments: object) -> tuple[str, str]:
        return str(everything), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    user.press("choose-file")
    user.wait()
    assert user.says("in-it-people") == ["2"]
    user.press("restore")
    assert user.chosen == [(everything, "")]


def test_a_file_that_is_no_backup_is_shown_and_not_taken(
    store: Store, tmp_path: Path, opened: Callable[..., Backups]
) -> None:
    letter = tmp_path / "letter.json"
    letter.write_text('{"dear": "Maya"}')
    user = opened(store.path)
    user.dialog.show_file(letter)
    user.wait()
    assert user.says("backup-wrong") != []
    assert not user.button("restore").isEnabled()
    assert letter.read_text() == '{"dear": "Maya"}'


def test_the_library_itself_is_never_read_while_it_is_open(
    store: Store, opened: Callable[..., Backups], monkeypatch: pytest.MonkeyPatch
) -> None:
    user = opened(store.path)
    user.dialog.show_file(store.path)
    user.wait()
    assert "the library itself" in user.says("backup-wrong")[0]
    assert not user.button("restore").isEnabled()


def test_days_are_told_from_today(store: Store, opened: Callable[..., Backups]) -> None:
    back_up_now(store, datetime(2025, 3, 1, 7, 5))
    user = opened(store.path)
    assert user.rows()[0].startswith("Saturday 1 March 2025, 07:05")
