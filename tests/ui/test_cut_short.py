"""A conversation that was cut short: nothing noted is lost, and going on is offered once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.domain.conversation import Conversation
from planner.domain.meetings import Meeting
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.about_me import save
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW, StandingClock
from tests.ui.drivers_talk import Driver, TalkDriver
from ui.dialogs.go_on import offer_to_go_on
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = load()


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira"))
        return store.meetings.add(a_meeting(ana.id, NOW, minutes=60))


@pytest.fixture
def begun(store: Store, meeting: Meeting) -> Conversation:
    _, conversation = hold.begin(store, LIBRARY, meeting.id, NOW)
    return conversation


def answered(act: Callable[[Driver], object]) -> None:
    """Does something to the dialog as soon as it asks."""

    def when_it_asks() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or QApplication.focusWidget() is None:
            QTimer.singleShot(10, when_it_asks)
            return
        try:
            act(Driver(dialog))
        except BaseException:
            dialog.reject()  # else a failing test would wait for ever
            raise

    QTimer.singleShot(0, when_it_asks)


@pytest.mark.parametrize(
    ("half", "field", "words", "pressed"),
    [
        ("promise", "promise-what", "Two names and a pri", "promise-due-next-week"),
        ("referral", "referral-what", "Marsh Hotel, the lob", "referral-whose-theirs"),
        ("introduction", "introduction-whom", "Rob Ka", "introduction-whose-mine"),
        ("ask", "ask-text", "A landlord with a sh", "ask-whose-theirs"),
        ("fact", "fact-text", "A second shop in Ju", ""),
    ],
)
def test_killed_in_the_middle_everything_noted_is_there_at_the_next_start(
    qtbot: QtBot,
    store: Store,
    library: Path,
    meeting: Meeting,
    view: QSettings,
    half: str,
    field: str,
    words: str,
    pressed: str,
) -> None:
    store.close()
    module = "tests.ui.killed_while_talking"
    script = [sys.executable, "-m", module, str(library), str(meeting.id), half]
    with subprocess.Popen(script, cwd=ROOT, stdout=subprocess.PIPE, text=True) as talking:
        assert talking.stdout is not None
        assert talking.stdout.readline() == "typed\n"
        talking.kill()
    with Store.open(library) as reopened:
        session = Session(reopened, StandingClock())
        session.keep(save, replace(session.me, name="Sam", ready=True))
        window = MainWindow(session, view)
        qtbot.addWidget(window)
        said: list[str] = []

        def go_on(dialog: Driver) -> None:
            said.extend((dialog.says("go-on-head"), dialog.says("go-on-words")))
            dialog.press("go-on")

        answered(go_on)
        window.show()
        window.start()
        qtbot.waitUntil(lambda: window.page is not None and window.page.where is Where.CONVERSATION)
        assert said == [
            "You were talking with Ana Ferreira",
            "Today 09:30. Everything you noted is kept.",
        ]
        driver = TalkDriver(window)
        assert driver.notes() == "A second shop, and the lease is"
        assert driver.kept() == [("Landlord contact", "You promised · by Friday")]
        assert driver.holds(field) == words
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        assert driver.focus() == field
        assert not pressed or driver.find(QAbstractButton, pressed).isChecked()
        driver.press("previous")
        assert driver.notes() == "Until eleven"


@pytest.mark.usefixtures("begun", "qtbot")
def test_it_offers_to_note_how_it_went(session: Session, meeting: Meeting) -> None:
    answered(lambda dialog: dialog.press("note-how-it-went"))
    assert offer_to_go_on(session, None) == Route(
        Where.DEBRIEF, person=meeting.person, meeting=meeting.id
    )


@pytest.mark.usefixtures("begun", "qtbot")
def test_left_it_is_not_asked_again(session: Session) -> None:
    answered(lambda dialog: dialog.press("leave-it"))
    assert offer_to_go_on(session, None) is None
    assert offer_to_go_on(session, None) is None  # asks nothing, or this would wait for ever


@pytest.mark.usefixtures("begun", "qtbot")
def test_closed_without_an_answer_it_is_asked_at_the_next_start(
    session: Session, meeting: Meeting
) -> None:
    answered(lambda dialog: dialog.key(Qt.Key.Key_Escape))
    assert offer_to_go_on(session, None) is None
    answered(lambda dialog: dialog.key(Qt.Key.Key_Return))
    assert offer_to_go_on(session, None) == Route(
        Where.CONVERSATION, person=meeting.person, meeting=meeting.id
    )


@pytest.mark.usefixtures("begun", "qtbot")
def test_hours_later_noting_how_it_went_comes_first(
    session: Session, clock: StandingClock, meeting: Meeting
) -> None:
    clock.moment = NOW + timedelta(hours=5)
    answered(lambda dialog: dialog.key(Qt.Key.Key_Return))
    assert offer_to_go_on(session, None) == Route(
        Where.DEBRIEF, person=meeting.person, meeting=meeting.id
    )


@pytest.mark.usefixtures("qtbot")
def test_after_the_talk_the_debrief_is_what_is_asked_for(
    session: Session, store: Store, begun: Conversation
) -> None:
    hold.finish_talking(store, begun)
    said: list[str] = []

    def read(dialog: Driver) -> None:
        said.append(dialog.says("go-on-head"))
        dialog.key(Qt.Key.Key_Escape)

    answered(read)
    offer_to_go_on(session, None)
    assert said == ["How did it go with Ana Ferreira?"]


@pytest.mark.usefixtures("qtbot")
def test_with_nothing_cut_short_nothing_is_asked(session: Session) -> None:
    assert offer_to_go_on(session, None) is None


@pytest.mark.usefixtures("qtbot")
def test_talked_days_early_it_names_the_day_of_the_talk(session: Session, store: Store) -> None:
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira"))
        ahead = store.meetings.add(a_meeting(ana.id, NOW + timedelta(days=2)))
    hold.begin(store, LIBRARY, ahead.id, NOW)
    said: list[str] = []

    def read(dialog: Driver) -> None:
        said.append(dialog.says("go-on-words"))
        dialog.key(Qt.Key.Key_Escape)

    answered(read)
    offer_to_go_on(session, None)
    assert said == ["Today 09:30. The question you were at is kept."]
