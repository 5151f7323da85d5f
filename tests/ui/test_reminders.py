"""Reminders in the window and on the desktop: each once, and none when there is nothing to say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.me import Me
from planner.domain.meetings import Meeting, State
from planner.journeys.about_me import save
from planner.journeys.plan_meeting import mark, reschedule
from planner.journeys.reminders import Wish, choose
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import StandingClock
from ui.background import wait_for_all
from ui.main_window import MainWindow
from ui.notifications import Notice, Notifications
from ui.reminders import Reminders
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.reminder_strip import ReminderStrip

LONDON = "Europe/London"
DAY_BEFORE = datetime(2026, 11, 23, 13, 0)
TOMORROW = datetime(2026, 11, 24, 8, 30)  # UTC is what London's clocks show in winter
LEFT = Qt.MouseButton.LeftButton


class PaperDesktop(Notifications):
    """Keeps the notices in sight by their keys, and all that were ever shown."""

    def __init__(self) -> None:
        super().__init__()
        self.there: dict[str, Notice] = {}
        self.ever: list[tuple[str, str]] = []

    def show(self, notice: Notice) -> None:
        self.there[notice.key] = notice
        self.ever.append(notice[1:])

    def take_back(self, key: str) -> None:
        self.there.pop(key, None)

    def close(self) -> None:
        self.there.clear()


@pytest.fixture
def desktop(qapp: QApplication) -> PaperDesktop:
    return PaperDesktop()


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        maya = store.people.add(a_person())
        return store.meetings.add(a_meeting(maya.id, TOMORROW, learn="Her first client"))


@pytest.fixture
def window(
    session: Session,
    clock: StandingClock,
    view: QSettings,
    meeting: Meeting,
    desktop: PaperDesktop,
    qtbot: QtBot,
) -> Iterator[MainWindow]:
    session.keep(save, Me(name="Sam", zone=LONDON, ready=True))
    clock.moment = DAY_BEFORE
    made = MainWindow(session, view)
    made.reminders = Reminders(made, desktop)
    qtbot.addWidget(made)
    made.go(Route(Where.PEOPLE))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    wait_for_all()


@pytest.fixture
def elsewhere(window: MainWindow) -> QWidget:
    """Another program's window, as good as: the user is not at this one."""
    window.showMinimized()
    return window


def strip(window: MainWindow) -> str:
    """What stands at the foot of the window, "" for nothing."""
    found = window.findChild(ReminderStrip)
    return found.text() if found is not None and found.isVisible() else ""


def press(window: MainWindow, name: str, qtbot: QtBot) -> None:
    found = window.findChild(QPushButton, name)
    assert found is not None and found.isVisible()
    qtbot.mouseClick(found, LEFT)


def at(window: MainWindow) -> Route:
    assert window.page is not None
    return window.page.route


def test_tomorrows_is_said_at_the_foot_and_opened_from_there(
    window: MainWindow, meeting: Meeting, desktop: PaperDesktop, qtbot: QtBot
) -> None:
    window.reminders.look()
    assert strip(window) == "Tomorrow 08:30: 1-2-1 with Maya Okafor"
    assert desktop.ever == [], "the user is at the window"
    press(window, "reminder-act", qtbot)
    assert at(window) == Route(Where.PREPARE, person=meeting.person, meeting=meeting.id)
    window.reminders.look()
    assert strip(window) == ""


def test_closed_it_does_not_come_back_nor_at_the_next_start(
    window: MainWindow, desktop: PaperDesktop, qtbot: QtBot
) -> None:
    window.reminders.look()
    press(window, "reminder-close", qtbot)
    assert strip(window) == ""
    window.reminders.look()
    assert strip(window) == ""
    again = Reminders(window, desktop)
    again.look()
    assert strip(window) == "" and desktop.ever == []


def test_by_keyboard_it_is_closed_and_the_page_has_the_keyboard_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.reminders.look()
    close = window.findChild(QPushButton, "reminder-close")
    assert close is not None and close.accessibleName() == "Close the reminder"
    assert window.focusWidget() is not close, "it takes no focus by itself"
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Return)
    assert strip(window) == ""
    assert window.page is not None and window.page.isAncestorOf(window.focusWidget())


def test_behind_other_windows_the_desktop_says_it(
    window: MainWindow, elsewhere: QWidget, desktop: PaperDesktop, meeting: Meeting, qtbot: QtBot
) -> None:
    window.reminders.look()
    window.reminders.look()
    assert desktop.ever == [("1-2-1 with Maya Okafor", "Tomorrow 08:30")]
    desktop.chosen.emit("prepare")
    assert not window.isMinimized()
    assert at(window) == Route(Where.PREPARE, person=meeting.person, meeting=meeting.id)
    assert strip(window) == "" and desktop.there == {}


def test_said_on_the_desktop_it_waits_in_the_window_too(
    window: MainWindow, elsewhere: QWidget, desktop: PaperDesktop, qtbot: QtBot
) -> None:
    window.reminders.look()
    window.showNormal()
    assert strip(window) == "Tomorrow 08:30: 1-2-1 with Maya Okafor"
    press(window, "reminder-close", qtbot)
    assert desktop.there == {}, "read here, it need not be read there"


def test_nobody_is_named_on_the_desktop_where_the_user_wants_that(
    window: MainWindow, elsewhere: QWidget, desktop: PaperDesktop, store: Store
) -> None:
    choose(store, Wish.NAMES, False)
    window.reminders.look()
    assert desktop.ever == [("A 1-2-1 to prepare", "Tomorrow 08:30")]


def test_nothing_on_the_desktop_where_the_user_wants_that(
    window: MainWindow,
    elsewhere: QWidget,
    desktop: PaperDesktop,
    store: Store,
    clock: StandingClock,
    qtbot: QtBot,
) -> None:
    choose(store, Wish.DESKTOP, False)
    window.reminders.look()
    assert desktop.ever == []
    again = Reminders(window, desktop)
    window.showNormal()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    again.look()
    assert strip(window) != "", "nobody has seen it yet"


def test_none_at_all_where_the_user_wants_that(
    window: MainWindow, store: Store, session: Session
) -> None:
    window.reminders.look()
    session.do("No more reminders", choose, Wish.INSIDE, False)
    window.reminders.look()
    assert strip(window) == ""
    session.undo_stack.undo()
    window.reminders.look()
    assert strip(window) == "", "it was said before"


def test_after_a_night_asleep_nothing_old_comes(
    window: MainWindow,
    elsewhere: QWidget,
    desktop: PaperDesktop,
    clock: StandingClock,
    meeting: Meeting,
) -> None:
    """The lid is closed on Monday, and opened again on Tuesday, after the 1-2-1."""
    clock.moment = TOMORROW + timedelta(hours=2)
    window.reminders.look()
    assert desktop.ever == [("How was it with Maya Okafor?", "Today 08:30")]
    clock.moment = TOMORROW + timedelta(days=30)
    window.reminders.look()
    assert len(desktop.ever) == 1 and desktop.there == {} and strip(window) == ""


def test_several_of_a_kind_are_one(
    window: MainWindow, elsewhere: QWidget, desktop: PaperDesktop, store: Store
) -> None:
    with store.transaction():
        for n, name in enumerate(("Tom Reyes", "Ana Ferreira", "Ben <b>Kane</b>"), 1):
            person = store.people.add(a_person(name))
            store.meetings.add(a_meeting(person.id, TOMORROW + timedelta(hours=n)))
    window.reminders.look()
    assert desktop.ever == [
        ("4 1-2-1s tomorrow", "08:30 Maya Okafor, 09:30 Tom Reyes, 10:30 Ana Ferreira and 1 more")
    ]
    window.showNormal()
    assert strip(window) == (
        "Tomorrow: Maya Okafor 08:30, Tom Reyes 09:30, Ana Ferreira 10:30 and 1 more"
    )


def test_the_most_pressing_first_then_the_next(
    window: MainWindow, store: Store, clock: StandingClock, meeting: Meeting, qtbot: QtBot
) -> None:
    with store.transaction():
        tom = store.people.add(a_person("Tom Reyes"))
        over = store.meetings.add(a_meeting(tom.id, TOMORROW - timedelta(days=1)))
        ana = store.people.add(a_person("Ana Ferreira"))
        store.meetings.add(a_meeting(ana.id, DAY_BEFORE + timedelta(minutes=20)))
    clock.moment = DAY_BEFORE - timedelta(minutes=5)
    window.reminders.look()
    assert strip(window) == "Today 13:20: 1-2-1 with Ana Ferreira"
    press(window, "reminder-close", qtbot)
    assert strip(window) == "How did it go? 1-2-1 with Tom Reyes, today 08:30"
    press(window, "reminder-act", qtbot)
    assert at(window) == Route(Where.DEBRIEF, person=tom.id, meeting=over.id)
    assert strip(window) == "Tomorrow 08:30: 1-2-1 with Maya Okafor"


def test_what_is_not_shown_yet_is_not_said_yet(
    window: MainWindow, store: Store, desktop: PaperDesktop, qtbot: QtBot
) -> None:
    """What stands behind another one in the strip comes at the next start, if it was not read."""
    with store.transaction():
        tom = store.people.add(a_person("Tom Reyes"))
        store.meetings.add(a_meeting(tom.id, TOMORROW - timedelta(days=1)))
    window.reminders.look()
    assert strip(window).startswith("How did it go?")
    again = Reminders(window, desktop)
    again.look()
    shown = [one.text() for one in window.findChildren(ReminderStrip) if one.isVisible()]
    assert shown[-1] == "Tomorrow 08:30: 1-2-1 with Maya Okafor"


def test_moved_settled_or_renamed_the_strip_follows(
    window: MainWindow, store: Store, session: Session, clock: StandingClock, meeting: Meeting
) -> None:
    window.reminders.look()
    with store.transaction():
        maya = store.people.get(meeting.person)
        store.people.update(replace(maya, name="Maya Lindqvist"))
    window.reminders.look()
    assert strip(window) == "Tomorrow 08:30: 1-2-1 with Maya Lindqvist"
    session.do(
        "Moved",
        reschedule,
        meeting.id,
        starts=TOMORROW + timedelta(hours=1),
        zone=LONDON,
        minutes=45,
        place="",
        now=clock.moment,
    )
    window.reminders.look()
    assert strip(window) == "", "whoever moved it knows of it"
    session.undo_stack.undo()
    window.reminders.look()
    session.do("Called off", mark, meeting.id, State.CANCELLED, clock.moment)
    window.reminders.look()
    assert strip(window) == ""


def test_a_change_is_followed_by_itself(
    window: MainWindow, session: Session, clock: StandingClock, meeting: Meeting, qtbot: QtBot
) -> None:
    window.reminders.begin()
    qtbot.waitUntil(lambda: strip(window) != "")
    session.do("Held", mark, meeting.id, State.HELD, clock.moment)
    qtbot.waitUntil(lambda: strip(window) == "")


def test_in_another_zone_both_times_are_told(
    window: MainWindow, store: Store, meeting: Meeting
) -> None:
    with store.transaction():
        far = replace(meeting, zone="America/New_York", starts=datetime(2026, 11, 24, 8, 30))
        store.meetings.update(replace(far, learn="", give="", ask=""))
    window.reminders.look()
    assert strip(window) == (
        "Tomorrow 13:30: 1-2-1 with Maya Okafor, nothing prepared yet (08:30 in New York)"
    )


def test_a_conversation_is_not_disturbed(
    window: MainWindow, store: Store, clock: StandingClock, meeting: Meeting
) -> None:
    with store.transaction():
        tom = store.people.add(a_person("Tom Reyes"))
        store.meetings.add(a_meeting(tom.id, TOMORROW + timedelta(hours=1)))
    clock.moment = TOMORROW + timedelta(minutes=40)
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    window.reminders.look()
    assert strip(window) == ""
    window.go(Route(Where.PEOPLE))
    window.reminders.look()
    assert strip(window) == "Today 09:30: 1-2-1 with Tom Reyes"
    clock.moment = TOMORROW + timedelta(hours=3)
    window.go(Route(Where.DEBRIEF, person=meeting.person, meeting=meeting.id))
    window.reminders.look()
    assert strip(window) == "How did it go? 1-2-1 with Tom Reyes, today 09:30"


def test_under_a_dialog_a_notice_opens_nothing(
    window: MainWindow, elsewhere: QWidget, desktop: PaperDesktop, qtbot: QtBot
) -> None:
    window.reminders.look()
    window.showNormal()
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    window.lay_over(dialog)
    desktop.chosen.emit("prepare")
    assert at(window).where is Where.PEOPLE
    dialog.reject()


def test_made_up_people_are_not_spoken_of_on_the_desktop(
    window: MainWindow, elsewhere: QWidget, desktop: PaperDesktop, store: Store, meeting: Meeting
) -> None:
    with store.transaction():
        store.people.update(replace(store.people.get(meeting.person), sample=True))
    window.reminders.look()
    assert desktop.ever == [] and strip(window) != ""


def test_while_another_program_writes_it_is_said_and_noted_later(
    window: MainWindow, store: Store, desktop: PaperDesktop
) -> None:
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    window.reminders.look()
    assert strip(window) != ""
    other.execute("ROLLBACK")
    other.close()
    window.reminders.look()
    again = Reminders(window, desktop)
    again.look()
    assert [one.isVisible() for one in window.findChildren(ReminderStrip)] == [True]


def test_while_the_file_is_written_anew_it_waits(window: MainWindow, store: Store) -> None:
    store.rest()
    window.reminders.look()
    assert strip(window) == ""
    store.take_up(store.key)
    window.reminders.look()
    assert strip(window) != ""


def test_a_closed_window_reminds_of_nothing(
    window: MainWindow, elsewhere: QWidget, desktop: PaperDesktop, store: Store
) -> None:
    window.reminders.begin()
    window.reminders.look()
    assert desktop.there
    window.close()
    store.close()
    window.reminders.look()
    assert desktop.there == {}
    desktop.chosen.emit("prepare")
    assert not window.isVisible()
