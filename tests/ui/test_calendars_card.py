"""Naming calendars in Settings, and what the page says on which a 1-2-1 is planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.busy import Skipped
from planner.domain.me import Me
from planner.journeys.about_me import save
from planner.journeys.busy_times import calendars, name_calendar
from planner.storage.store import Store
from tests.builders import a_person
from tests.calendar_files import event, write, write_text
from tests.clocks import StandingClock
from tests.ui.drivers_talk import Driver
from tests.ui.drivers_window import WindowDriver
from ui import background
from ui.dialogs.left_out import MOST, LeftOutDialog
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

PATIENCE = 10_000  # milliseconds for a file to be read on a busy machine
ANY = Qt.KeyboardModifier.NoModifier


class CalendarsDriver(WindowDriver):
    """The calendars' card in Settings, and the line on the page where a 1-2-1 is planned."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        super().__init__(window)
        self.qtbot = qtbot

    def names(self) -> list[str]:
        return [row.accessibleName() for row in self.all(QWidget, "calendar-name")]

    def until_names(self, *names: str) -> None:
        self.qtbot.waitUntil(lambda: self.names() == list(names), timeout=PATIENCE)

    def until_says(self, name: str, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.says(name) == words, timeout=PATIENCE)

    def drop_on_card(self, *paths: Path) -> None:
        """Drags files over the card and lets go."""
        card = self.find(QWidget, "calendars")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        told = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, ANY)
        for entered in (QDragEnterEvent(QPoint(5, 5), *told), QDragLeaveEvent()):
            QApplication.sendEvent(card, entered)
        entered = QDragEnterEvent(QPoint(5, 5), *told)
        QApplication.sendEvent(card, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), *told))


@pytest.fixture
def window(session: Session, view: QSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    session.keep(save, Me(name="Sam", zone="Europe/London", ready=True))
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.go(Route(Where.SETTINGS))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    session.end()
    assert background.wait_for_all()


@pytest.fixture
def user(window: MainWindow, qtbot: QtBot) -> CalendarsDriver:
    return CalendarsDriver(window, qtbot)


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the user picks in the system's dialogs for files."""
    paths: list[str] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (list(paths), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "".join(paths[:1]))
    return paths


def test_a_file_is_added_and_told_of(
    user: CalendarsDriver, chosen: list[str], store: Store, tmp_path: Path
) -> None:
    assert "ends in .ics" in user.says("calendars-how")
    chosen.append(str(write(tmp_path / "work.ics", event("Board"), event("Lunch"))))
    user.press("add-calendar")
    assert user.names() == ["work.ics"]
    assert calendars(store) == tuple(chosen)
    user.until_says("calendar-figures", "2 events, read just now")
    assert user.says("calendar-folder") == str(tmp_path)
    assert not user.sees("calendars-how")
    assert not user.sees("calendar-advice")
    assert user.says("toast-text") in ("", "Calendar work.ics added")


def test_whoever_thinks_better_of_it_adds_nothing(
    user: CalendarsDriver, chosen: list[str], store: Store
) -> None:
    user.press("add-calendar")
    user.press("add-calendar-folder")
    assert calendars(store) == ()


def test_a_folder_is_added(user: CalendarsDriver, chosen: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    for name in ("one", "two", "three"):
        write(folder / f"{name}.ics", event(name))
    chosen.append(str(folder))
    user.press("add-calendar-folder")
    user.until_says("calendar-figures", "3 events in 3 files, read just now")


def test_several_are_dropped_on_the_card(
    user: CalendarsDriver, session: Session, tmp_path: Path
) -> None:
    one, two = write(tmp_path / "one.ics"), write(tmp_path / "two.ics")
    user.drop_on_card(one, two)
    assert user.names() == ["one.ics", "two.ics"]
    session.undo_stack.undo()
    assert user.names() == []


def test_one_is_removed_by_the_keyboard_which_stays_near(
    user: CalendarsDriver, session: Session, tmp_path: Path
) -> None:
    user.drop_on_card(write(tmp_path / "one.ics"), write(tmp_path / "two.ics"))
    first = user.all(QPushButton, "calendar-remove")[0]
    user.come_to_front()
    assert first.accessibleName() == "Remove one.ics"
    first.setFocus()
    user.key(Qt.Key.Key_Return)
    assert user.names() == ["two.ics"]
    assert user.focus() == "calendar-remove"
    user.key(Qt.Key.Key_Space)
    assert user.names() == []
    assert user.focus() == "add-calendar"
    session.undo_stack.undo()
    assert user.names() == ["two.ics"]


def test_one_added_twice_is_refused_in_words(
    user: CalendarsDriver, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    work = write(tmp_path / "work.ics")
    user.drop_on_card(work)
    with qtbot.waitSignal(session.refused) as refused:
        user.drop_on_card(work)
    assert refused.args == ["work.ics is one of your calendars already."]
    assert user.names() == ["work.ics"]


def test_one_that_is_not_there_is_said_calmly(user: CalendarsDriver, tmp_path: Path) -> None:
    user.drop_on_card(tmp_path / "old.ics")
    user.until_says(
        "calendar-advice",
        "It is not there. If it was moved or renamed, remove it here and add it where it is.",
    )
    assert user.says("calendar-figures") == ""


def test_one_that_is_gone_goes_on_counting(user: CalendarsDriver, tmp_path: Path) -> None:
    work = write(tmp_path / "work.ics", event("Board"))
    user.drop_on_card(work)
    user.until_says("calendar-figures", "1 event, read just now")
    work.unlink()
    user.until_says(
        "calendar-advice",
        "It is not there. If it was moved or renamed, remove it here and add it where it is. "
        "What it said today 09:30 still counts.",
    )


def test_what_was_left_out_is_shown(
    user: CalendarsDriver, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    write(folder / "one.ics", event("One"))
    write_text(folder / "broken.ics", "what is this?")
    user.drop_on_card(folder)
    qtbot.waitUntil(lambda: user.sees("calendar-left-out"), timeout=PATIENCE)
    assert user.words_on("calendar-left-out") == "1 thing was not clear…"
    user.press("calendar-left-out")
    dialog = window.findChild(LeftOutDialog)
    assert dialog is not None
    (said,) = Driver(dialog).all(QWidget, "left-out")
    assert said.accessibleName().startswith("broken.ics: It is no calendar")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_long_list_of_what_was_left_out_is_copied_whole(qtbot: QtBot) -> None:
    skipped = [("work.ics", Skipped(f"line {n}", "It has no start.")) for n in range(MOST + 5)]
    dialog = LeftOutDialog("work.ics", skipped)
    qtbot.addWidget(dialog)
    dialog.show()
    user = Driver(dialog)
    assert len(dialog.findChildren(QWidget, "left-out")) == MOST
    user.press("copy-left-out")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == MOST + 5
    assert lines[0] == "line 0: It has no start."


def test_what_is_no_calendar_is_said_where_it_stands(user: CalendarsDriver, tmp_path: Path) -> None:
    user.drop_on_card(write_text(tmp_path / "people.vcf", "BEGIN:VCARD\nFN:Maya\nEND:VCARD\n"))
    user.qtbot.waitUntil(lambda: user.sees("calendar-advice"), timeout=PATIENCE)
    assert user.says("calendar-figures") == "0 events, read just now"
    assert not user.sees("calendar-left-out")


def plan_with_maya(user: CalendarsDriver, session: Session) -> None:
    with session.store.transaction():
        maya = session.store.people.add(a_person(name="Maya Okafor"))
    user.window.go(Route(Where.PLAN, person=maya.id))


def test_where_no_calendar_is_named_planning_leads_to_where_one_is(
    user: CalendarsDriver, session: Session
) -> None:
    plan_with_maya(user, session)
    assert user.says("plan-line") == "London time"
    user.press("name-calendar")
    assert user.at is Where.SETTINGS
    assert user.focus() == "add-calendar"
    user.window.actions_.act("back")
    assert user.at is Where.PLAN


def test_the_line_says_what_times_are_taken_from(
    user: CalendarsDriver, session: Session, clock: StandingClock, tmp_path: Path
) -> None:
    plan_with_maya(user, session)
    work = write(tmp_path / "work.ics", event("Board"))
    session.do("added", name_calendar, str(work))
    user.until_says("plan-line", "London time · your calendar: work.ics, read just now")
    assert not user.sees("name-calendar")
    clock.moment += timedelta(minutes=2)
    user.window.go(Route(Where.TODAY))
    user.window.go_back()
    user.until_says("plan-line", "London time · your calendar: work.ics, read just now")
    session.undo_stack.undo()
    user.until_says("plan-line", "London time")
    assert user.sees("name-calendar")


def test_times_that_know_no_better_say_so(
    user: CalendarsDriver, session: Session, tmp_path: Path
) -> None:
    plan_with_maya(user, session)
    work = write(tmp_path / "work.ics", event("Board"))
    session.do("added", name_calendar, str(work))
    user.until_says("plan-line", "London time · your calendar: work.ics, read just now")
    work.unlink()
    user.until_says("plan-line", "London time · your calendar: work.ics, not found")
    note = user.find(QAbstractButton, "name-calendar").accessibleName()
    assert note == "These times go by what was last read of work.ics. Your calendars"
    write(work, event("Board"))
    user.until_says("plan-line", "London time · your calendar: work.ics, read just now")
    assert not user.sees("name-calendar")


def test_times_taken_in_the_calendar_are_not_offered(
    user: CalendarsDriver, session: Session, tmp_path: Path
) -> None:
    plan_with_maya(user, session)
    slot = user.find(QPushButton, "slot-2026-11-24T10:00")
    assert slot.isEnabled()
    work = write(tmp_path / "work.ics", event("Board", "20261124T100000Z"))
    session.do("added", name_calendar, str(work))
    user.qtbot.waitUntil(
        lambda: not user.find(QPushButton, "slot-2026-11-24T10:00").isEnabled(), timeout=PATIENCE
    )
