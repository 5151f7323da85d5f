"""A 1-2-1 agreed across two calendars, as one user walks it in the real window.

They name their calendar, plan with somebody in another time zone, and from then on both calendars
talk by files alone: an invitation, a yes, a move, another time proposed, and a no.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, State
from planner.storage.store import Store
from tests.builders import a_person
from tests.calendar.guest_calendar import GuestCalendar
from tests.calendar.lint import lint
from tests.calendar.raw import Component, read
from tests.calendar_files import event, write
from tests.clocks import StandingClock
from tests.messages import MAYA, ME, invitation, saved
from tests.messages import calendar as message
from tests.messages import event as said
from tests.ui.desk import Desk, start
from tests.ui.drivers_plan import MeetingsDriver, PlanDriver, save_into
from tests.ui.drivers_talk import CTRL, Driver
from ui import background
from ui.routes import Where

PATIENCE = 10_000  # milliseconds for a file to be read on a busy machine
# Monday to Friday; London is on UTC in November, New York five hours behind.
WEEK = [datetime(2026, 11, 23) + timedelta(days=n) for n in range(5)]


@dataclass
class TwoCalendars(Desk):
    """The program, and the guest's calendar."""

    guest: GuestCalendar = field(default_factory=lambda: GuestCalendar(MAYA))

    @property
    def meetings(self) -> MeetingsDriver:
        assert self.window.at is Where.MEETINGS
        return MeetingsDriver(self.window.page.root)

    def a_minute_later(self) -> None:
        self.clock.moment += timedelta(minutes=1)

    def send_to_guest(self) -> bool:
        """Gives the guest the file saved last; whether their calendar takes it."""
        data = self.saved.last()
        assert lint(data) == []
        return self.guest.take(data)

    def answer_saved(self, method: str) -> Component:
        """The one event of the file that the user saves for whoever invited them."""
        self.a_minute_later()
        self.window.page.press("save-invitation")
        assert lint(self.saved.last()) == []
        calendar = read(self.saved.last())
        assert calendar.one("METHOD").value == method
        (event,) = calendar.parts("VEVENT")
        return event

    def receive(self, text: str) -> None:
        """A file came from the guest, and is dropped on the window."""
        self.a_minute_later()
        assert self.window.drop(saved(self.folder, text))


@pytest.fixture
def desk(
    qapp: QApplication,
    library: Path,
    view: QSettings,
    tmp_path: Path,
    clock: StandingClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[TwoCalendars]:
    with Store.open(library) as store, store.transaction():
        store.me.put(Me(name="Ada Lund", email=ME, zone="Europe/London", ready=True))
        store.people.add(a_person(emails=(MAYA,), zone="America/New_York"))
    window = start(library, view, clock, qtbot)
    window.window.resize(1280, 900)
    made = TwoCalendars(window, clock, tmp_path, save_into(tmp_path, monkeypatch), qtbot)
    yield made
    window.window.session.end()
    assert background.wait_for_all()
    made.store.close()


def test_my_invitation_and_what_becomes_of_it(
    desk: TwoCalendars, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_my_calendar(desk, monkeypatch)
    plan_where_it_suits_both(desk)
    invite(desk)
    hear_a_yes(desk)
    move_it_by_keys(desk)
    update_their_calendar(desk)
    take_the_time_they_propose(desk)
    hear_a_no(desk)
    think_better_of_it(desk)
    assert desk.store.check(thorough=True) == ()


def name_my_calendar(desk: TwoCalendars, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken every morning and for all of Thursday afternoon, by a file of another program."""
    standup = event("Stand-up", "20261123T090000Z").replace(
        "SUMMARY", "RRULE:FREQ=DAILY;COUNT=5\r\nSUMMARY"
    )
    training = event("Training", "20261126T120000Z", "20261126T180000Z")
    file = write(desk.folder / "work.ics", standup, training)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([str(file)], ""))
    desk.window.go(Where.SETTINGS)
    desk.window.page.press("add-calendar")
    names = "calendar-name"
    desk.qtbot.waitUntil(lambda: desk.window.page.sees(names), timeout=PATIENCE)
    (named,) = desk.window.page.all(QWidget, names)
    assert named.accessibleName().startswith("work.ics")
    assert desk.window.toast() == "Calendar work.ics added"


def plan_where_it_suits_both(desk: TwoCalendars) -> None:
    """What is taken is not offered, and the first of the best times is one press."""
    desk.window.go(Where.TODAY)
    desk.today.of("Maya Okafor").press("plan")
    plan = PlanDriver(desk.window.page.root)
    nine = [f"{day:%Y-%m-%d}T09:00" for day in WEEK]
    desk.qtbot.waitUntil(lambda: set(nine) <= set(plan.taken()), timeout=PATIENCE)
    free = plan.slots()
    assert free and not set(nine) & set(free)
    assert not [at for at in free if at >= "2026-11-26T12:00" and at < "2026-11-26T18:00"]
    assert "work.ics" in plan.says("plan-line") and "New York" in plan.says("plan-line")
    first = best_times(plan)[0]
    assert first in free or first[:10] > free[-1][:10]
    plan.press(f"best-{first}")
    assert plan.find(QAbstractButton, f"best-{first}").isChecked()
    plan.answer("place", "https://meet.example/ada")
    plan.press("copy-times")
    copied = QGuiApplication.clipboard().text()
    assert "New York" in copied


def invite(desk: TwoCalendars) -> None:
    """The invitation is a file; the guest's calendar has the same moment."""
    plan = PlanDriver(desk.window.page.root)
    plan.press("save-invitation")
    assert desk.send_to_guest()
    meeting = desk.only()
    assert meeting.state is State.PROPOSED and meeting.invited
    assert_both_say(desk)


def hear_a_yes(desk: TwoCalendars) -> None:
    """Their answer is opened: no question, as it can be undone."""
    desk.receive(answer(desk.only(), "ACCEPTED"))
    desk.qtbot.waitUntil(lambda: desk.only().state is State.AGREED, timeout=PATIENCE)
    desk.qtbot.waitUntil(lambda: desk.window.at is Where.MEETINGS)
    assert "said yes" in desk.window.toast()


def move_it_by_keys(desk: TwoCalendars) -> None:
    """On the month, a day on by Ctrl and an arrow, and it is a proposal again."""
    before = desk.only()
    desk.a_minute_later()
    desk.meetings.press("view-month")
    month = desk.window.page.find(QTableView, "month")
    assert month.hasFocus()
    Driver(month).key(Qt.Key.Key_Right, CTRL)
    moved = desk.only()
    assert moved.starts == before.starts + timedelta(days=1)
    assert (moved.state, moved.sequence) == (State.PROPOSED, before.sequence + 1)
    assert "Maya has an invitation for the old time." in desk.window.toast()
    Driver(month).key(Qt.Key.Key_Return)
    assert desk.meetings.at_row() == "Maya Okafor"


def update_their_calendar(desk: TwoCalendars) -> None:
    """Until they have the update both say something else; the old yes counts no more."""
    old = answer(desk.only(), "ACCEPTED", sequence=0)
    desk.receive(old)
    shown = what_it_says(desk, "Maya Okafor said yes")
    assert desk.only().state is State.PROPOSED
    shown.press("cancel")
    desk.meetings.press("save-invitation")
    assert desk.send_to_guest()
    assert_both_say(desk)


def take_the_time_they_propose(desk: TwoCalendars) -> None:
    """It waits on the 1-2-1 until one of two buttons is pressed."""
    before = desk.only()
    later = before.starts_utc + timedelta(days=1, hours=1)
    desk.receive(counter(before, later))
    desk.qtbot.waitUntil(lambda: desk.window.page.sees("proposal"), timeout=PATIENCE)
    assert desk.only().starts_utc == before.starts_utc
    assert "Maya proposes another time" in desk.meetings.says("proposal-words")
    assert desk.meetings.says("proposal-comment") == "“Mornings are bad”"
    desk.a_minute_later()
    desk.meetings.press("take-proposal")
    assert desk.only().starts_utc == later and desk.only().sequence == before.sequence + 1
    assert not desk.meetings.sees("proposal")
    desk.meetings.press("save-invitation")
    assert desk.send_to_guest()
    assert_both_say(desk)


def hear_a_no(desk: TwoCalendars) -> None:
    """They call it off by telephone: one press, and the cancellation for their calendar."""
    desk.a_minute_later()
    desk.meetings.press("cancel-meeting")
    desk.meetings.press("off-them")
    meeting = desk.only()
    assert (meeting.state, meeting.called_off) == (State.CANCELLED, CalledOff.THEM)
    desk.meetings.press("save-invitation")
    assert desk.send_to_guest()
    assert desk.guest.entries == {}


def think_better_of_it(desk: TwoCalendars) -> None:
    """Each step can be undone, back to the first invitation; their calendar follows even then."""
    first = desk.only().sequence
    desk.a_minute_later()
    for words in ("agreed", "proposed", "proposed", "agreed", "proposed"):
        desk.window.keys("Ctrl+Z")
        assert desk.only().state.value == words
    assert desk.only().sequence > first
    desk.window.keys("Ctrl+Z")
    assert "cannot be undone: Maya has the invitation already" in desk.window.toast()
    desk.meetings.press("save-invitation")
    assert desk.send_to_guest()
    assert_both_say(desk)


def test_they_invite_and_have_my_answer(desk: TwoCalendars) -> None:
    be_invited(desk)
    say_yes(desk)
    ask_for_another_day(desk)
    follow_their_update(desk)
    follow_their_cancellation(desk)
    assert desk.store.check(thorough=True) == ()


def be_invited(desk: TwoCalendars) -> None:
    """An invitation from somebody known is a 1-2-1 at once, in the zone they asked in."""
    desk.receive(invitation())
    desk.qtbot.waitUntil(lambda: desk.window.at is Where.MEETINGS, timeout=PATIENCE)
    meeting = desk.only()
    assert (meeting.state, meeting.organizer) == (State.PROPOSED, MAYA)
    assert (meeting.zone, meeting.minutes) == ("Europe/Paris", 60)
    assert meeting.starts_utc == datetime(2026, 12, 3, 14, 0)
    assert desk.window.toast() == "Maya invites you"


def say_yes(desk: TwoCalendars) -> None:
    """The answer is a file for Maya, and names nobody else who was asked."""
    desk.meetings.press("agree")
    assert desk.only().state is State.AGREED
    told = desk.answer_saved("REPLY")
    assert told.one("UID").value == desk.only().uid
    (me,) = told.all("ATTENDEE")
    assert me.value == f"mailto:{ME}" and me.params["PARTSTAT"] == "ACCEPTED"


def ask_for_another_day(desk: TwoCalendars) -> None:
    """Its time is theirs, so to move it is to ask for it, and it keeps their number."""
    before = desk.only()
    desk.meetings.press("view-month")
    month = desk.window.page.find(QTableView, "month")
    Driver(month).key(Qt.Key.Key_Right, CTRL)
    assert "Maya invited you: save the answer (.ics) to ask for it." in desk.window.toast()
    Driver(month).key(Qt.Key.Key_Return)
    told = desk.answer_saved("COUNTER")
    assert told.one("DTSTART").value == "20261204T150000"
    assert told.one("DTSTART").params["TZID"] == "Europe/Paris"
    assert (desk.only().sequence, desk.only().organizer) == (before.sequence, MAYA)


def follow_their_update(desk: TwoCalendars) -> None:
    """They take it: what they say now is what the library says."""
    desk.receive(invitation(sequence=1, starts="20261204T160000"))
    update = datetime(2026, 12, 4, 15, 0)
    desk.qtbot.waitUntil(lambda: desk.only().starts_utc == update, timeout=PATIENCE)
    assert desk.only().sequence == 1


def follow_their_cancellation(desk: TwoCalendars) -> None:
    desk.receive(invitation(sequence=2, method="CANCEL", starts="20261204T160000"))
    desk.qtbot.waitUntil(lambda: desk.only().state is State.CANCELLED, timeout=PATIENCE)
    assert desk.only().called_off is CalledOff.THEM
    desk.receive(invitation(sequence=1, starts="20261204T160000"))
    what_it_says(desk, "An earlier invitation from Maya Okafor").press("cancel")
    assert desk.only().state is State.CANCELLED


def best_times(plan: PlanDriver) -> list[str]:
    """The times offered as chips, "2026-11-24T10:00"."""
    around = plan.find(QWidget, "best-times")
    chips = [one for one in around.findChildren(QAbstractButton) if one.isVisible()]
    found = [one.objectName().removeprefix("best-") for one in chips]
    assert 1 <= len(found) <= 5
    return found


def assert_both_say(desk: TwoCalendars) -> None:
    meeting = desk.only()
    entry = desk.guest.entries[meeting.uid]
    assert (entry.starts, entry.ends) == (meeting.starts_utc, meeting.ends_utc)
    assert entry.sequence == meeting.sequence and entry.guests == (MAYA,)


def what_it_says(desk: TwoCalendars, title: str) -> Driver:
    """What opening a file says, once it is read and there is something to say."""
    name = "open-calendar-dialog"
    desk.qtbot.waitUntil(lambda: name in desk.window.dialogs(), timeout=PATIENCE)
    shown = desk.window.dialog(name)
    desk.qtbot.waitUntil(lambda: shown.says("open-calendar-title") == title, timeout=PATIENCE)
    return shown


def answer(meeting: Meeting, what: str, sequence: int | None = None) -> str:
    """The guest's answer as Google sends it."""
    return message(
        "REPLY",
        said(
            f"UID:{meeting.uid}",
            f"DTSTART:{meeting.starts_utc:%Y%m%dT%H%M%SZ}",
            f"DTEND:{meeting.ends_utc:%Y%m%dT%H%M%SZ}",
            "DTSTAMP:20261122T100000Z",
            f"ORGANIZER;CN=Ada Lund:mailto:{ME}",
            f"ATTENDEE;PARTSTAT={what};CN=Maya Okafor:mailto:{MAYA}",
            f"SEQUENCE:{meeting.sequence if sequence is None else sequence}",
        ),
    )


def counter(meeting: Meeting, starts: datetime) -> str:
    """Another time, as Outlook proposes one."""
    ends = starts + timedelta(minutes=meeting.minutes)
    return message(
        "COUNTER",
        said(
            f"UID:{meeting.uid}",
            f"DTSTART:{starts:%Y%m%dT%H%M%SZ}",
            f"DTEND:{ends:%Y%m%dT%H%M%SZ}",
            "DTSTAMP:20261122T110000Z",
            f"ORGANIZER;CN=Ada Lund:mailto:{ME}",
            f"ATTENDEE;PARTSTAT=TENTATIVE;CN=Maya Okafor:mailto:{MAYA}",
            "COMMENT:Mornings are bad",
            f"SEQUENCE:{meeting.sequence}",
        ),
    )
