"""What the window does for the library unasked: the day's backup, the first check, going back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.journeys.about_me import save
from planner.journeys.keep_backups import standing
from planner.storage.store import Store
from tests.clocks import StandingClock
from ui.background import wait_for_all
from ui.main_window import MainWindow
from ui.opening import go_back_to
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.text import LeadText, Text


@pytest.fixture
def window(session: Session, store: Store, view: QSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    from planner.domain.me import Me

    session.keep(save, Me(name="Sam", zone="Europe/London", ready=True))
    with store.transaction():
        store.people.add(Person(name="Maya"))
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.go(Route(Where.SETTINGS))
    made.show()
    yield made
    wait_for_all()


def backups(store: Store) -> int:
    return standing(store.path).count


def said(window: MainWindow, name: str) -> str:
    found = window.findChild(Text, name)
    assert found is not None
    return found.text() if found.isVisibleTo(window) else ""


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    found = window.findChild(QPushButton, name)
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_backup_is_made_once_a_day_of_what_changed(
    window: MainWindow, store: Store, clock: StandingClock, qtbot: QtBot
) -> None:
    assert said(window, "last-backup").startswith("No backup yet")
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.begin()
    assert backups(store) == 1
    assert said(window, "last-backup") == "Last backup: today 09:30. One is kept."
    window.care.look()
    assert not window.care.busy, "it is made already"
    with store.transaction():
        store.people.add(Person(name="Ben"))
    clock.moment += timedelta(days=1)
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
    assert backups(store) == 2
    clock.moment += timedelta(days=1)
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
    assert backups(store) == 2, "nothing has changed"


def test_what_changes_later_in_the_day_is_backed_up_within_the_hour(
    window: MainWindow, store: Store, clock: StandingClock, qtbot: QtBot
) -> None:
    for _ in range(2):  # the second morning nothing has changed since the first
        with qtbot.waitSignal(window.care.backups_changed):
            window.care.look()
        clock.moment += timedelta(days=1)
    clock.moment -= timedelta(days=1)
    assert backups(store) == 1
    with store.transaction():
        store.people.add(Person(name="Ben"))
    for _ in range(60):
        window.care.look()
    qtbot.waitUntil(lambda: not window.care.busy)
    assert backups(store) == 2


def test_a_backup_begun_before_midnight_is_not_the_next_days(
    window: MainWindow, store: Store, clock: StandingClock, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
        clock.moment += timedelta(days=1)
    with store.transaction():
        store.people.add(Person(name="Ben"))
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
    assert backups(store) == 2


def test_one_made_by_hand_does_not_stand_for_the_days_own(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    for make in (window.care.back_up, window.care.look):
        with qtbot.waitSignal(window.care.backups_changed):
            make()
    assert backups(store) == 2


def test_while_the_file_is_written_anew_it_waits(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    told: list[str] = []
    window.session.refused.connect(told.append)
    with qtbot.waitSignal(window.seen):
        window.go(Route(Where.TODAY))
        window.activateWindow()
    store.rest()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    window.care.look()
    window.care.back_up()
    assert len(told) == 1 and "written anew" in told[0]
    store.take_up(store.key)
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
    assert backups(store) == 1


def test_one_is_made_when_asked_for(window: MainWindow, store: Store, qtbot: QtBot) -> None:
    for count in (1, 2):
        with qtbot.waitSignal(window.care.backups_changed):
            press(window, qtbot, "data-back-up-now")
        assert backups(store) == count
    assert "2 are kept" in said(window, "last-backup")


def test_a_backup_that_cannot_be_made_is_said_once_and_tried_again(
    window: MainWindow, store: Store, clock: StandingClock, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
    with store.transaction():
        store.people.add(Person(name="Ben"))
    folder = store.path.parent / "backups"
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a file where the folder should be")
    told: list[str] = []
    window.session.refused.connect(told.append)
    clock.moment += timedelta(days=1)
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
    assert len(told) == 1 and "no backup yet" in told[0]
    assert str(folder) in said(window, "backup-failure")
    window.care.look()
    assert not window.care.busy, "not every minute"
    folder.unlink()
    folder.with_name("elsewhere").rename(folder)
    for _ in range(60):
        window.care.look()
    qtbot.waitUntil(lambda: not window.care.busy)
    assert backups(store) == 2 and len(told) == 1
    assert said(window, "backup-failure") == ""


def test_a_damaged_file_is_found_after_the_first_sight_and_a_backup_offered(
    session: Session, store: Store, view: QSettings, qtbot: QtBot
) -> None:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.show()
    with store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.look()
    store.close()
    content = bytearray(store.path.read_bytes())
    for at in range(len(content) // 4096 // 2 * 4096, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    store.path.write_bytes(content)
    store.file.connect()
    window.care.begin()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "trouble-dialog") is not None)
    back = window.findChild(QPushButton, "back")
    assert back is not None
    qtbot.waitUntil(lambda: back.isVisible())
    figures = window.findChild(Text, "trouble-figures")
    assert figures is not None and figures.text() == "2,000 people, 0 1-2-1s, 0 promises"
    assert window.afterwards is None
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    wait_for_all()
    store.close()
    begin = window.afterwards(store.path)  # as main.py does with the library closed
    assert "Your library is back: 2,000 people" in begin.done and "library-damaged-" in begin.done
    with Store.open(store.path) as mended:
        assert mended.people.count() == 2000 and mended.check(thorough=True) == ()


def test_a_record_that_belongs_to_nothing_is_shown_and_the_day_backed_up_all_the_same(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    connection = sqlite3.connect(store.path, isolation_level=None)
    connection.execute("INSERT INTO attendance (id, event_id, person_id) VALUES (1, 7, 8)")
    connection.close()
    with qtbot.waitSignal(window.care.backups_changed):
        window.care.begin()
    dialog = window.findChild(QDialog, "check-dialog")
    assert dialog is not None and dialog.isVisible()
    qtbot.waitUntil(lambda: len(dialog.findChildren(LeadText, "finding")) == 2)
    dialog.reject()


def test_a_restore_that_cannot_be_done_leaves_the_library_and_says_why(library: Path) -> None:
    Store.open(library).close()
    before = library.read_bytes()
    begin = go_back_to(Path("/nowhere/backup.visavis"))(library)
    assert begin.library == library and "/nowhere/backup.visavis" in begin.refused
    assert library.read_bytes() == before


def test_the_menu_opens_the_backups_and_the_check(window: MainWindow, qtbot: QtBot) -> None:
    for action, name in (("data-restore", "restore-dialog"), ("data-check", "check-dialog")):
        press(window, qtbot, action)
        dialog = window.findChild(QDialog, name)
        assert dialog is not None and dialog.isVisible()
        dialog.reject()


@pytest.mark.skipif(os.name != "posix", reason="rights of a POSIX file system")
def test_the_backups_folder_is_for_the_user_alone(
    window: MainWindow, store: Store, qtbot: QtBot
) -> None:
    usual = os.umask(0o022)
    try:
        with qtbot.waitSignal(window.care.backups_changed):
            window.care.look()
    finally:
        os.umask(usual)
    folder = store.path.parent / "backups"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
