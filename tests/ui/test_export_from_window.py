"""The ways to Export in the window, and whom each of them means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.contacts.reading import read_file
from tests.ui.drivers_people import PeopleDriver
from tests.ui.drivers_plan import SaveDialog, save_into
from tests.ui.drivers_talk import Driver
from tests.ui.drivers_window import WindowDriver
from tests.ui.test_main_window import shown
from ui import background
from ui.main_window import MainWindow
from ui.routes import Where
from ui.session import Session

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    yield shown(network, view, qtbot)
    assert background.wait_for_all()


@pytest.fixture
def user(window: MainWindow) -> WindowDriver:
    return WindowDriver(window)


@pytest.fixture
def people(user: WindowDriver, qtbot: QtBot) -> PeopleDriver:
    user.go(Where.PEOPLE)
    assert user.window.page is not None
    driver = PeopleDriver(user.window.page)
    qtbot.waitUntil(lambda: len(driver.names()) == 30)
    return driver


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SaveDialog:
    folder = tmp_path / "exports"
    folder.mkdir()
    return save_into(folder, monkeypatch)


def meant(dialog: Driver) -> str:
    """Whom the dialog would export, as its button says."""
    buttons = [
        one
        for name in ("everybody", "listed", "chosen")
        for one in dialog.all(QAbstractButton, f"who-{name}")
    ]
    return next((one.text() for one in buttons if one.isChecked()), "")


def test_from_the_menu_and_by_its_key_everybody_is_meant(user: WindowDriver) -> None:
    user.choose("export")
    user.dialog("export-dialog").press("cancel")
    user.keys("Ctrl+E")
    dialog = user.dialog("export-dialog")
    assert meant(dialog) == ""  # nobody else is in sight
    dialog.press("cancel")


def test_from_the_settings(user: WindowDriver) -> None:
    user.go(Where.SETTINGS)
    user.page.press("export")
    user.dialog("export-dialog").press("cancel")


def test_a_narrowed_list_is_meant_and_what_was_saved_is_said(
    user: WindowDriver, people: PeopleDriver, files: SaveDialog, qtbot: QtBot
) -> None:
    user.page.type("find-people", "leeds")
    count = len(people.names())
    assert 1 < count < 30
    user.page.press("export-people")
    dialog = user.dialog("export-dialog")
    assert meant(dialog) == f"Those in the list ({count})"
    dialog.press("export")
    qtbot.waitUntil(lambda: user.toast() != "")
    assert user.toast() == f"{count} people saved as People 2026-11-22.vcf"
    assert user.sees("toast-folder")
    assert read_file(files.folder / files.offered[-1]).found == count


def test_those_marked_in_the_list_are_meant(user: WindowDriver, people: PeopleDriver) -> None:
    first, second, *_ = people.names()
    people.click(first)
    people.click(second, CTRL)
    user.page.press("export-people")
    dialog = user.dialog("export-dialog")
    assert meant(dialog) == "Those chosen (2)"
    dialog.press("cancel")


def test_from_somebodys_page_they_alone_are_meant(
    user: WindowDriver, people: PeopleDriver, files: SaveDialog, qtbot: QtBot
) -> None:
    people.click("Maya Okafor")
    qtbot.waitUntil(lambda: user.page.says("person-name") == "Maya Okafor")
    people.choose("export-this")
    dialog = user.dialog("export-dialog")
    assert meant(dialog) == "Maya Okafor"
    dialog.press("export")
    qtbot.waitUntil(lambda: user.toast() != "")
    assert user.toast() == "1 person saved as Maya Okafor.vcf"
