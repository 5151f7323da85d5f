"""A 1-2-1 led from its first question to its debrief by keyboard alone, half of it at the table."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.conversation import Speaker, Step
from planner.journeys.at_the_table import at_the_table
from planner.journeys.question_library import question_library
from tests.ui.drivers_talk import CTRL, SHIFT, TalkDriver
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.table_window import TableWindow


def in_front(qtbot: QtBot, kind: type) -> TalkDriver:
    """The window of this kind, once it has the keyboard."""

    def found() -> TableWindow | MainWindow | None:
        window = QApplication.activeWindow()
        return window if isinstance(window, kind) else None

    qtbot.waitUntil(lambda: found() is not None and QApplication.focusWidget() is not None)
    window = found()
    assert window is not None
    return TalkDriver(window)


def test_from_the_first_question_to_the_debrief(
    qtbot: QtBot, network: Session, view: QSettings
) -> None:
    store = network.store
    meeting = store.meetings.planned()[0]
    window = MainWindow(network, view)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    page = in_front(qtbot, MainWindow)

    page.write("Until eleven")
    page.key(Qt.Key.Key_Space, CTRL)
    page.next()
    page.write("Second shop before Mothers' Day")
    page.key(Qt.Key.Key_P, CTRL)
    page.write("Landlord contact by Friday")
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_I, CTRL | SHIFT)
    page.write("rob k")
    page.key(Qt.Key.Key_Down)
    page.write("Shop units")
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_F7)

    table = in_front(qtbot, TableWindow)
    table.key(Qt.Key.Key_2)
    table.key(Qt.Key.Key_Right)
    table.key(Qt.Key.Key_O)
    table.key(Qt.Key.Key_Space)
    for key, words in (
        (Qt.Key.Key_L, "Open-water swimming"),
        (Qt.Key.Key_A, "A landlord with a short lease"),
        (Qt.Key.Key_R, "Marsh Hotel, the lobby"),
    ):
        table.key(key)
        table.write(words)
        table.key(Qt.Key.Key_Return)
    table.key(Qt.Key.Key_5)
    table.key(Qt.Key.Key_Escape)

    page = in_front(qtbot, MainWindow)
    assert page.says("where").startswith("Agree what's next")
    talked = store.conversations.of_meeting(meeting.id)
    assert talked is not None and talked.speaker is Speaker.ME
    page.to_the_end()
    page.key(Qt.Key.Key_D, CTRL)

    assert window.page is not None and window.page.where is Where.DEBRIEF
    found = at_the_table(store, question_library(store), meeting.id, network.today())
    assert [promise.text for promise in found.promises] == ["Landlord contact"]
    assert [referral.what for referral in found.referrals] == ["Marsh Hotel, the lobby"]
    assert list(found.others.values()) == ["Rob Kane"]
    assert [ask.text for ask in found.asks] == ["A landlord with a short lease"]
    assert [fact.text for fact in found.learned] == ["Open-water swimming"]
    assert [one.text for one in store.answers.of_meeting(meeting.id)] == [
        "Until eleven",
        "Second shop before Mothers' Day",
    ]
    ended = store.conversations.of_meeting(meeting.id)
    assert ended is not None and ended.step is Step.DEBRIEF
