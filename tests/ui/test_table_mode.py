"""The small window for the table: the question and the clock, every key, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.changes import Change
from planner.domain.conversation import Step
from planner.domain.meetings import Meeting
from planner.errors import LibraryError
from planner.journeys import keep_hold
from planner.journeys.about_me import save
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW
from tests.ui.drivers_talk import CTRL, TalkDriver
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.table_window import TableWindow


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira"))
        return store.meetings.add(a_meeting(ana.id, NOW))


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, view: QSettings, meeting: Meeting
) -> Iterator[MainWindow]:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    yield window


@pytest.fixture
def page(window: MainWindow) -> TalkDriver:
    return TalkDriver(window)


def small() -> TableWindow | None:
    """The small window in sight."""
    every = QApplication.topLevelWidgets()
    return next((one for one in every if isinstance(one, TableWindow) and one.isVisible()), None)


def put_on_table(page: TalkDriver, qtbot: QtBot) -> TalkDriver:
    page.key(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: small() is not None and small().isActiveWindow())  # type: ignore[union-attr]
    found = small()
    assert found is not None
    return TalkDriver(found)


@pytest.fixture
def table(page: TalkDriver, qtbot: QtBot) -> TalkDriver:
    return put_on_table(page, qtbot)


def test_it_shows_the_question_and_the_clock_above_everything(
    table: TalkDriver, page: TalkDriver, window: MainWindow
) -> None:
    assert table.says("table-question").endswith("?")
    assert table.says("table-question") == page.question()
    assert table.says("table-clock") == page.says("clock")
    assert "question 1 of" in table.says("table-where")
    flags = table.root.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert table.root.windowTitle() == "Ana Ferreira – Vis-à-vis"
    assert window.isMinimized()


def test_single_keys_lead_through_the_talk(table: TalkDriver, page: TalkDriver) -> None:
    first = table.says("table-question")
    table.key(Qt.Key.Key_Right)
    assert table.says("table-question") != first
    assert table.says("table-question") == page.question()
    table.key(Qt.Key.Key_Left)
    assert table.says("table-question") == first
    table.key(Qt.Key.Key_Space)
    assert table.says("table-speaking") == "Ana is talking"
    table.key(Qt.Key.Key_Space)
    assert table.says("table-speaking") == "You are talking"
    table.key(Qt.Key.Key_0)
    assert table.says("table-speaking") == "Paused"
    table.key(Qt.Key.Key_5)
    assert table.says("table-where").startswith("Agree what's next")


def test_the_keys_of_the_page_work_as_well(table: TalkDriver) -> None:
    first = table.says("table-question")
    table.next()
    assert table.says("table-question") != first
    table.key(Qt.Key.Key_PageUp)
    assert table.says("table-question") == first


def test_its_foot_tells_the_keys(table: TalkDriver) -> None:
    assert "Space speaker" in table.says("table-keys")
    assert "R referral" not in table.says("table-keys")
    table.key(Qt.Key.Key_F1)
    for told in ("→ next", "← back", "R referral", "D dislike", "O one more question", "Esc page"):
        assert told in table.says("table-keys")
    table.key(Qt.Key.Key_F1)
    assert "R referral" not in table.says("table-keys")


def test_what_goes_deeper_is_one_key_away(table: TalkDriver, page: TalkDriver) -> None:
    assert not table.sees("table-deeper")
    table.key(Qt.Key.Key_G)
    assert table.says("table-deeper").split("\n") == [f"• {one}" for one in page.follow_ups()]
    table.key(Qt.Key.Key_Space)
    assert table.sees("table-deeper")
    table.key(Qt.Key.Key_Right)
    assert not table.sees("table-deeper")
    table.press("table-go-deeper")
    assert table.sees("table-deeper")


def test_buttons_leave_the_keyboard_where_it_is(table: TalkDriver) -> None:
    table.press("table-next")
    table.press("table-pause")
    table.press("table-pause")
    table.press("balance")
    assert table.focus() == "table-window"
    assert table.says("table-speaking") == "Ana is talking"


def test_a_promise_is_kept_there_and_taken_back(table: TalkDriver, store: Store) -> None:
    before = table.root.height()
    table.key(Qt.Key.Key_P)
    assert table.focus() == "promise-what"
    assert table.root.height() > before
    table.write("Landlord contact by Friday")
    table.key(Qt.Key.Key_Return)
    assert table.says("table-kept") == "Kept: Landlord contact"
    assert table.focus() == "table-window"
    assert len(store.promises.all()) == 1
    table.key(Qt.Key.Key_Z, CTRL)
    assert not table.sees("table-kept")
    assert not store.promises.all()


def test_what_is_kept_there_stands_on_the_page(table: TalkDriver, page: TalkDriver) -> None:
    table.key(Qt.Key.Key_A)
    table.write("A landlord")
    table.key(Qt.Key.Key_Return)
    table.key(Qt.Key.Key_Escape)
    assert page.kept() == [("A landlord", "Ana looks for")]


def test_a_half_written_form_goes_along_both_ways(
    page: TalkDriver, window: MainWindow, qtbot: QtBot
) -> None:
    page.key(Qt.Key.Key_R, CTRL)
    page.write("Marsh Ho")
    table = put_on_table(page, qtbot)
    assert table.focus() == "referral-what"
    table.write("tel")
    table.key(Qt.Key.Key_F7)
    qtbot.waitUntil(window.isActiveWindow)
    assert page.holds("referral-what") == "Marsh Hotel"
    assert page.focus() == "referral-what"


def test_what_could_not_be_kept_is_said_there(
    table: TalkDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> Change:
        raise LibraryError("The disk is full. Make room and try again.")

    table.key(Qt.Key.Key_A)
    table.write("A landlord")
    with monkeypatch.context() as patch:
        patch.setattr(keep_hold, "capture_ask", full_disk)
        table.key(Qt.Key.Key_Return)
    assert table.says("table-refused") == "The disk is full. Make room and try again."
    assert table.holds("ask-text") == "A landlord"
    table.key(Qt.Key.Key_Return)
    assert table.says("table-kept") == "Kept: A landlord"
    assert not table.sees("table-refused")


@pytest.mark.parametrize("how", ["escape", "key", "button", "close"])
def test_the_whole_page_comes_back(
    table: TalkDriver, page: TalkDriver, window: MainWindow, qtbot: QtBot, how: str
) -> None:
    if how == "escape":
        table.key(Qt.Key.Key_Escape)
    elif how == "key":
        table.key(Qt.Key.Key_T)
    elif how == "button":
        table.press("table-whole")
    else:
        table.root.close()
    assert small() is None
    assert not window.isMinimized()
    qtbot.waitUntil(window.isActiveWindow)
    page.note("Back again")
    assert page.notes() == "Back again"


def test_past_the_last_question_the_single_keys_are_there_on_the_page_again(
    table: TalkDriver, page: TalkDriver, window: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(40):
        if table.sees("table-finish"):
            break
        table.key(Qt.Key.Key_Right)
    table.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(window.isActiveWindow)
    assert page.focus() == "page-conversation"
    page.key(Qt.Key.Key_Space)
    assert page.says("speaking") == "Ana is talking"
    assert window.page is not None and window.page.where is Where.CONVERSATION


def test_it_lies_where_it_was_put(
    table: TalkDriver, window: MainWindow, page: TalkDriver, qtbot: QtBot
) -> None:
    table.root.move(table.root.pos() - QPoint(90, 20))
    put = table.root.geometry().topLeft()
    table.key(Qt.Key.Key_P)
    table.write("Landlord contact")
    table.key(Qt.Key.Key_F7)
    qtbot.waitUntil(window.isActiveWindow)
    page.key(Qt.Key.Key_Escape)
    table = put_on_table(page, qtbot)
    assert table.root.geometry().topLeft() == put


def test_it_comes_down_again_after_a_form(table: TalkDriver, qtbot: QtBot) -> None:
    before = table.root.geometry()
    table.key(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: table.root.y() < before.y())
    table.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.root.geometry() == before)
    table.key(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: table.root.y() < before.y())
    table.root.move(40, 20)  # the user's own doing
    table.key(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: table.root.height() == before.height())
    assert table.root.pos() == QPoint(40, 20)


def test_a_private_note_is_not_told_again(table: TalkDriver) -> None:
    table.key(Qt.Key.Key_F)
    table.write("Her sister is ill")
    table.choose("fact-kind", "Private")
    table.find(QLineEdit, "fact-text").setFocus()
    table.key(Qt.Key.Key_Return)
    assert table.says("table-kept") == "Kept: a private note"


def test_a_refusal_goes_away_once_all_is_kept(
    table: TalkDriver, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> Change:
        raise LibraryError("Another program is using the library.")

    with monkeypatch.context() as patch:
        patch.setattr(store.conversations, "update", held)
        table.key(Qt.Key.Key_Right)
        assert table.says("table-refused") == "Another program is using the library."
    table.key(Qt.Key.Key_Right)
    assert not table.sees("table-refused")


def test_undoing_the_beginning_puts_it_away(
    window: MainWindow, page: TalkDriver, store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        rob = store.people.add(a_person("Rob Kane"))
    window.go(Route(Where.CONVERSATION, person=rob.id))
    put_on_table(page, qtbot).key(Qt.Key.Key_Z, CTRL)
    assert small() is None
    assert window.page is not None and window.page.where is Where.TODAY


def test_taking_up_the_whole_window_puts_the_small_one_away(
    table: TalkDriver, window: MainWindow, qtbot: QtBot
) -> None:
    assert table.sees("table-whole")
    window.showNormal()
    window.activateWindow()
    qtbot.waitUntil(lambda: small() is None)


def test_the_time_goes_on(table: TalkDriver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: table.says("table-clock") != "0:00", timeout=5000)


def test_the_end_leads_to_the_debrief(
    table: TalkDriver, window: MainWindow, store: Store, meeting: Meeting
) -> None:
    for _ in range(40):
        if table.sees("table-finish"):
            break
        table.key(Qt.Key.Key_Right)
    table.press("table-finish")
    assert small() is None
    assert not window.isMinimized()
    assert window.page is not None and window.page.where is Where.DEBRIEF
    kept = store.conversations.of_meeting(meeting.id)
    assert kept is not None and kept.step is Step.DEBRIEF


def test_closing_the_program_closes_it(
    table: TalkDriver, window: MainWindow, session: Session
) -> None:
    session.keep(save, session.me)
    assert table.sees("table-next")
    window.close()
    assert small() is None


def test_it_is_whole_on_the_screen(table: TalkDriver) -> None:
    room = table.root.screen().availableGeometry()
    assert room.contains(table.root.geometry())
    table.key(Qt.Key.Key_P)
    QApplication.processEvents()
    assert room.contains(table.root.geometry())
