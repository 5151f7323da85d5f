"""Files that come while others are looked at: from another start, or dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from planner.journeys.export_library import export_json
from planner.storage.store import Store
from tests.clocks import StandingClock
from tests.ui.drivers_bring_in import BringInDriver, card, cards
from tests.ui.drivers_window import WindowDriver
from ui import background, bringing_in
from ui.dialogs.bring_in import BringInDialog
from ui.main_window import MainWindow
from ui.session import Session

Open = Callable[..., BringInDriver]
PATIENCE = 10  # seconds


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    return cards(
        tmp_path / "phone.vcf",
        card("Maya Okafor", "EMAIL:maya@harbour.example"),
        card("Priya Shah", "EMAIL:priya@shah.example"),
    )


@pytest.fixture
def google(tmp_path: Path) -> Path:
    file = tmp_path / "google.csv"
    file.write_text("Name,E-mail\nCy Fox,cy@fox.example\n")
    return file


@pytest.fixture
def window(network: Session, view: QSettings, qtbot: QtBot) -> WindowDriver:
    made = MainWindow(network, view)
    qtbot.addWidget(made)
    made.start()
    made.show()
    return WindowDriver(made)


def add(user: BringInDriver, *files: Path) -> None:
    assert isinstance(user.root, BringInDialog)
    user.root.add_files(files)


def test_one_more_is_read_beside_the_others(opened: Open, phone: Path, google: Path) -> None:
    user = opened(phone)
    user.tick("Priya Shah")
    add(user, google)
    user.until_ready()
    assert user.title == "3 new people"
    assert user.words.splitlines() == [
        "One more file came: google.csv",
        "phone.vcf: vCard, 2 found",
        "google.csv: CSV, 1 found",
    ]
    assert user.ticked() == ["Maya Okafor", "Cy Fox"]
    assert user.words_on("apply") == "Bring in 2 of 3"


def test_it_may_be_dropped_on_the_preview(opened: Open, phone: Path, google: Path) -> None:
    user = opened(phone)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(google))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(30, 30), copy, dragged, left, none)
    enter.ignore()
    QApplication.sendEvent(user.root, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(user.root, QDropEvent(QPointF(30, 30), copy, dragged, left, none))
    user.until_ready()
    assert user.title == "3 new people"


def test_the_same_file_again_is_not_read_twice(opened: Open, phone: Path) -> None:
    user = opened(phone)
    add(user, phone)
    assert user.title == "2 new people"
    assert user.words.splitlines()[0] == "In here already: phone.vcf"


def test_one_that_cannot_be_opened_is_refused_beside_them(
    opened: Open, phone: Path, tmp_path: Path
) -> None:
    user = opened(phone)
    add(user, tmp_path / "gone.vcf")
    user.until_ready()
    assert user.parts() == ["New 2", "Not taken 1"]


def test_while_the_first_is_read_it_follows(opened: Open, phone: Path, google: Path) -> None:
    user = opened(phone, ready=False)
    add(user, google)
    user.until_ready()
    assert user.title == "3 new people"


def test_after_a_file_that_is_not_there_the_next_one_comes_in(
    opened: Open, phone: Path, tmp_path: Path
) -> None:
    user = opened(tmp_path / "gone.vcf")
    assert user.title == "That did not work"
    add(user, phone)
    user.until_ready()
    assert user.title == "2 new people"


def test_its_columns_are_asked_for_and_then_all_are_shown(
    opened: Open, phone: Path, tmp_path: Path
) -> None:
    club = tmp_path / "club.csv"
    club.write_text("Member,Firm,Reach\nAnna Lee 1,Lee & Sons 4,anna@lee.example\n")
    user = opened(phone)
    add(user, club)
    user.until_ready()
    assert user.title == "What do the columns hold?"
    user.press("back")  # as they are guessed, then
    user.until_ready()
    assert "club.csv" in user.words
    assert user.title != "2 new people"


def test_while_columns_are_looked_over_it_waits(opened: Open, phone: Path, tmp_path: Path) -> None:
    club = tmp_path / "club.csv"
    club.write_text("Member,Firm,Reach\nAnna Lee 1,Lee & Sons 4,anna@lee.example\n")
    user = opened(club)
    add(user, phone)
    assert user.title == "What do the columns hold?"
    assert user.words.splitlines()[-1] == "One more file came: phone.vcf"
    user.read_as(0, "Name")
    user.press("continue")
    user.until_ready()
    assert user.title == "3 new people"


def test_another_start_adds_to_the_one_that_is_open(
    window: WindowDriver, phone: Path, google: Path, qtbot: QtBot
) -> None:
    window.window.raise_with([str(phone)])
    first = BringInDriver(window.dialog("bring-in-dialog").root, qtbot)
    first.until_ready()
    window.window.raise_with([str(google)])
    assert window.dialogs() == ["bring-in-dialog"]
    first.until_ready()
    assert "One more file came: google.csv" in first.words
    first.press("cancel")


def test_while_people_are_written_it_is_kept_for_afterwards(
    window: WindowDriver,
    network: Session,
    phone: Path,
    google: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()
    apply = bringing_in.apply_import

    def wait_and_apply(*args: Any, **named: Any) -> Any:
        assert go_on.wait(PATIENCE)
        return apply(*args, **named)

    monkeypatch.setattr(bringing_in, "apply_import", wait_and_apply)
    count = network.store.people.count()
    window.window.bring_in([str(phone)])
    first = BringInDriver(window.dialog("bring-in-dialog").root, qtbot)
    first.until_ready()
    coming = first.words_on("apply")
    assert coming
    first.press("apply")
    window.window.raise_with([str(google)])
    assert window.dialogs() == ["bring-in-dialog"]
    with qtbot.waitSignal(network.done):
        go_on.set()
    assert network.store.people.count() > count
    qtbot.waitUntil(lambda: window.dialogs() == ["bring-in-dialog"])
    second = BringInDriver(window.dialog("bring-in-dialog").root, qtbot)
    second.until_ready()
    assert second.words.splitlines()[-1].startswith("google.csv")
    second.press("cancel")
    assert background.wait_for_all()


def test_an_export_of_everything_leads_to_the_backups(
    window: WindowDriver, network: Session, clock: StandingClock, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "every.json"
    file.write_bytes(b"".join(export_json(network.store, clock.now())))
    window.window.bring_in([str(file)])
    user = BringInDriver(window.dialog("bring-in-dialog").root, qtbot)
    user.until_ready()
    assert user.title == "This is a whole library"
    assert "Go back to a backup" in user.words
    assert user.focus() == "to-backups"
    user.press("to-backups")
    qtbot.waitUntil(lambda: window.dialogs() == ["restore-dialog"])
    assert background.wait_for_all()
    restore = window.dialog("restore-dialog")
    qtbot.waitUntil(restore.find(QAbstractButton, "restore").isEnabled)
    restore.press("cancel")


def test_another_json_file_is_no_library(opened: Open, tmp_path: Path, store: Store) -> None:
    file = tmp_path / "other.json"
    file.write_text('{"people": []}')
    user = opened(file)
    assert not user.sees("to-backups")
    assert user.words.startswith("other.json: This is a JSON file")
    assert user.words.count("JSON") == 1 and not user.sees("preview")  # said once
