"""The calendar to subscribe to, while the window is open: every change is soon in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.journeys.about_me import save
from planner.journeys.keep_people import add_person
from planner.journeys.plan_meeting import cancel, plan
from planner.journeys.subscribed_calendar import subscribe, subscribed
from planner.storage.store import Store
from tests.builders import a_person
from tests.calendar.lint import lint
from tests.clocks import StandingClock
from tests.ui.drivers_passphrase import SAID
from tests.ui.drivers_start import FormDriver
from ui import background, subscribing
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

TUESDAY = datetime(2026, 11, 24, 8, 30)
SOON = 8000  # milliseconds, on a machine that is busy


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder / "with whom I meet.ics"


@pytest.fixture
def maya(session: Session) -> Person:
    session.keep(save, Me(name="Sam", zone="Europe/London", ready=True))
    kept = session.do("Maya added", add_person, a_person())
    assert isinstance(kept, Person)
    return kept


@pytest.fixture(autouse=True)
def brisk(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(subscribing, "SETTLE_MS", 40)
    yield
    session.end()
    assert background.wait_for_all()


def planned(session: Session, person: Person) -> Meeting:
    words = ("", "", "", "See you?")
    asked = (person.id, TUESDAY, "Europe/London", 45, "The Wharf")
    made = session.do("Planned", plan, *asked, *words, session.now())
    assert isinstance(made, Meeting)
    return made


def says(file: Path, text: str) -> bool:
    data = file.read_bytes() if file.exists() else b""
    assert not data or lint(data) == []
    return text.encode() in data


def test_each_change_and_its_undo_is_soon_in_the_file(
    session: Session, maya: Person, file: Path, qtbot: QtBot
) -> None:
    follows = session.subscribing
    session.do("Named", subscribe, file)
    qtbot.waitUntil(file.exists, timeout=SOON)
    assert not says(file, "VEVENT")
    meeting = planned(session, maya)
    qtbot.waitUntil(lambda: says(file, "1-2-1 with Maya Okafor"), timeout=SOON)
    session.do("Off", cancel, meeting.id, session.now())
    qtbot.waitUntil(lambda: says(file, "STATUS:CANCELLED"), timeout=SOON)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: not says(file, "STATUS:CANCELLED"), timeout=SOON)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: not says(file, "VEVENT"), timeout=SOON)
    assert follows.failure == ""


def test_what_changed_last_is_written_when_the_window_closes(
    session: Session, maya: Person, file: Path
) -> None:
    assert session.subscribing.failure == ""
    session.do("Named", subscribe, file)
    planned(session, maya)
    session.end()
    assert background.wait_for_all()
    assert says(file, "1-2-1 with Maya Okafor")


def test_a_change_elsewhere_is_seen_too(
    session: Session, store: Store, maya: Person, file: Path, qtbot: QtBot
) -> None:
    with store.another() as own:
        subscribe(own, file)
    assert session.subscribing.failure == ""
    session.look_elsewhere()
    qtbot.waitUntil(file.exists, timeout=SOON)


def test_a_folder_that_is_gone_is_said_once_and_no_more(
    session: Session, maya: Person, file: Path, qtbot: QtBot
) -> None:
    follows, said = session.subscribing, []
    session.refused.connect(said.append)
    session.do("Named", subscribe, file)
    qtbot.waitUntil(file.exists, timeout=SOON)
    away = file.parent.rename(file.parent.with_name("away"))
    meeting = planned(session, maya)
    qtbot.waitUntil(lambda: bool(follows.failure), timeout=SOON)
    with qtbot.waitSignal(follows.told, timeout=SOON):
        session.do("Off", cancel, meeting.id, session.now())
    assert len(said) == 1 and "not up to date. There is no folder" in said[0]
    away.rename(file.parent)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: says(file, "1-2-1 with Maya"), timeout=SOON)
    qtbot.waitUntil(lambda: follows.failure == "", timeout=SOON)


def test_another_calendar_that_came_to_lie_there_is_left_alone(
    session: Session, maya: Person, file: Path, qtbot: QtBot
) -> None:
    follows = session.subscribing
    session.do("Named", subscribe, file)
    qtbot.waitUntil(file.exists, timeout=SOON)
    theirs = b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//Else//EN\r\nEND:VCALENDAR\r\n"
    file.write_bytes(theirs)
    planned(session, maya)
    qtbot.waitUntil(lambda: "something else" in follows.failure, timeout=SOON)
    assert file.read_bytes() == theirs


def test_a_library_that_was_taken_away_leaves_the_file_alone(
    session: Session, store: Store, maya: Person, file: Path, qtbot: QtBot
) -> None:
    assert session.subscribing.failure == ""
    session.do("Named", subscribe, file)
    planned(session, maya)
    qtbot.waitUntil(lambda: says(file, "1-2-1 with Maya Okafor"), timeout=SOON)
    before = file.read_bytes()
    store.path.rename(store.path.with_name("elsewhere.visavis"))
    session.subscribing.look()
    session.end()
    assert background.wait_for_all()
    assert file.read_bytes() == before and not store.path.exists()


def test_of_an_encrypted_library_the_card_says_that_the_file_is_not(
    tmp_path: Path, clock: StandingClock, view: QSettings, file: Path, qtbot: QtBot
) -> None:
    with Store.open(tmp_path / "locked.visavis", passphrase=SAID) as store:
        save(store, Me(name="Sam", zone="Europe/London", ready=True))
        session = Session(store, clock)
        window = MainWindow(session, view)
        qtbot.addWidget(window)
        window.go(Route(Where.SETTINGS))
        window.show()
        assert window.page is not None
        user = FormDriver(window.page)
        assert user.says("subscribed-plain") == ""
        session.do("Named", subscribe, file)
        qtbot.waitUntil(file.exists, timeout=SOON)
        assert "this file is not" in user.says("subscribed-plain")
        assert lint(file.read_bytes()) == [] and SAID.encode() not in file.read_bytes()
        window.close()
        session.end()
        assert background.wait_for_all()


@pytest.fixture
def user(
    session: Session, maya: Person, view: QSettings, qtbot: QtBot, qapp: QApplication
) -> FormDriver:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.go(Route(Where.SETTINGS))
    window.show()
    assert window.page is not None
    return FormDriver(window.page)


def test_the_file_is_chosen_in_settings_and_given_up_there(
    user: FormDriver,
    session: Session,
    store: Store,
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(file), ""))
    user.press("subscribed-choose")
    qtbot.waitUntil(lambda: "Up to date" in user.says("subscribed-stands"), timeout=SOON)
    assert file.exists()
    offered: list[str] = []  # another is named from where this one lies

    def think_better(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        offered.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", think_better)
    user.press("subscribed-choose")
    assert offered == [str(file)]
    user.tick("calendar-tasks")
    kept = subscribed(store)
    assert kept is not None and kept.path == file and kept.tasks
    user.press("subscribed-stop")
    assert subscribed(store) is None and file.exists()
    session.undo_stack.undo()
    assert subscribed(store) == kept


def test_the_cheat_sheet_in_own_entries_is_a_choice(
    user: FormDriver, session: Session, store: Store
) -> None:
    user.tick("sheet-in-calendar")
    assert store.me.get().sheet_in_calendar
    session.undo_stack.undo()
    assert not store.me.get().sheet_in_calendar
