"""The main job from end to end, as one user walks it in the real window on a fresh library.

Bring people in, see whom to meet and why, plan it, talk, keep what was said, and find it again
the next day and after a restart.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.domain.facts import FactKind
from planner.domain.meetings import State
from tests.calendar.lint import lint
from tests.calendar.raw import Component, read
from tests.clocks import StandingClock
from tests.ui.address_books import linkedin, phone
from tests.ui.desk import Desk, start
from tests.ui.drivers_people import PeopleDriver
from tests.ui.drivers_plan import PlanDriver, save_into
from tests.ui.drivers_start import FormDriver
from tests.ui.drivers_talk import CTRL, DebriefDriver, TalkDriver
from tests.ui.drivers_window import ListDriver
from ui import background
from ui.routes import Where

TUESDAY_TEN, TUESDAY_TWO = "2026-11-24T10:00", "2026-11-24T14:00"
DURING = datetime(2026, 11, 24, 14, 0)  # when the 1-2-1 begins; London is on UTC in November
NEXT_DAY = datetime(2026, 11, 25, 9, 0)


@pytest.fixture
def desk(
    qapp: QApplication,
    library: Path,
    view: QSettings,
    tmp_path: Path,
    clock: StandingClock,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    saved = save_into(tmp_path, monkeypatch)
    made = Desk(start(library, view, clock, qtbot), clock, tmp_path, saved, qtbot)
    yield made
    assert background.wait_for_all()
    made.store.close()


def test_the_whole_job(
    desk: Desk, library: Path, view: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    say_who_i_am(desk)
    bring_people_in(desk, monkeypatch)
    see_whom_to_meet(desk)
    plan_it(desk)
    move_it(desk)
    take_the_sheet_along(desk)
    talk(desk)
    note_how_it_went(desk)
    see_the_next_day(desk)
    find_it_again(desk)

    assert desk.window.window.close()
    desk.store.close()
    desk.window = start(library, view, desk.clock, desk.qtbot)
    assert desk.window.at is Where.TODAY
    find_it_again(desk)
    assert desk.only().state is State.HELD
    assert desk.store.check(thorough=True) == ()


def say_who_i_am(desk: Desk) -> None:
    """The first start asks three things, and keeps them."""
    assert desk.window.at is Where.FIRST_START
    user = FormDriver(desk.window.page.root)
    user.answer("name", "Sam Doyle")
    user.answer("email", "sam@doyle.example")
    user.answer("does", "Bookkeeping for small builders")
    user.answer("for_whom", "Family firms around Leeds")
    user.answer("ideal_referral", "An accountant with builders to pass on")
    user.press("next-step")
    user.set_number("per_week", 3)
    user.press("next-step")
    me = desk.store.me.get()
    assert (me.name, me.per_week, me.zone) == ("Sam Doyle", 3, "Europe/London")


def bring_people_in(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files in one go: a preview, then undo and redo, and again without effect."""
    files = [str(linkedin(desk.folder)), str(phone(desk.folder))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: (files, ""))
    desk.window.page.press("choose-files")
    preview = ListDriver(desk.window.dialog("bring-in-dialog").root, "preview")
    desk.qtbot.waitUntil(lambda: preview.sees("apply"))
    assert preview.says("bring-in-title") == "5 new people"
    assert preview.says("bring-in-words").splitlines() == [
        "Connections.csv: LinkedIn, 4 found",
        "iPhone.vcf: vCard, 2 found",
        "1 person is in more than one file.",
    ]
    assert "Dr. Zoë Müller" in preview.names() or "Zoë Müller" in preview.names()
    assert desk.store.people.count() == 0
    preview.press("apply")
    desk.qtbot.waitUntil(lambda: desk.window.toast() == "5 people brought in")
    jonas = next(one for one in desk.store.people.all() if one.name == "Jonas Lindqvist")
    assert jonas.company == "Lindqvist Joinery, Leeds"
    assert jonas.connected_on == date(2026, 11, 12)
    assert (jonas.emails, jonas.phones) == (("jonas@lindqvist.example",), ("+44 7700 900123",))
    desk.window.undo()
    assert desk.store.people.count() == 0
    desk.window.keys("Ctrl+Shift+Z")
    assert desk.store.people.count() == 5

    before = desk.store.people.all()
    desk.window.keys("Ctrl+I")
    again = desk.window.dialog("bring-in-dialog")
    known = "You know everybody in here already"
    desk.qtbot.waitUntil(lambda: again.says("bring-in-title") == known)
    assert not again.sees("apply")
    again.press("cancel")
    assert desk.store.people.all() == before
    desk.window.page.press("next-step")
    assert desk.window.at is Where.TODAY


def see_whom_to_meet(desk: Desk) -> None:
    """Whom to meet, each with a reason; one is put off."""
    assert desk.today.line().startswith("Sunday 22 November · 0 of 3 conversations")
    people = desk.today.people()
    assert "Maya Okafor" in people and len(people) == 5
    assert all(desk.today.reasons(name) for name in people)
    desk.today.not_now("Priya Shah", "week")
    assert "Priya Shah" not in desk.today.people()
    assert desk.window.toast() == "Priya Shah rests until 29 November 2026"


def plan_it(desk: Desk) -> None:
    """A free time, a place, and files that every calendar takes."""
    desk.today.of("Maya Okafor").press("plan")
    assert desk.window.at is Where.PLAN
    plan = PlanDriver(desk.window.page.root)
    plan.take(TUESDAY_TEN)
    plan.answer("place", "The Wharf Coffee House, 12 Dock Street")
    plan.answer("ask", "Who does your clients' books?")
    plan.press("save-calendar")
    own = event_in(desk.saved.last(), "PUBLISH")
    assert "The Wharf Coffee House" in own.one("LOCATION").value
    plan.press("save-invitation")
    invitation = event_in(desk.saved.last(), "REQUEST")
    assert invitation.one("UID").value == own.one("UID").value == desk.only().uid
    assert "maya@harbour.example" in invitation.one("ATTENDEE").value
    plan.press("agree")
    assert desk.only().state is State.AGREED


def move_it(desk: Desk) -> None:
    """The guest's calendar takes the new invitation for the newer one."""
    plan = PlanDriver(desk.window.page.root)
    plan.press("reschedule")
    plan.take(TUESDAY_TWO)
    plan.press("change")
    plan.press("old-invitation")
    moved = event_in(desk.saved.last(), "REQUEST")
    assert moved.one("UID").value == desk.only().uid
    assert int(moved.one("SEQUENCE").value) >= 1
    assert moved.one("DTSTART").value == "20261124T140000"
    plan.press("agree")


def take_the_sheet_along(desk: Desk) -> None:
    PlanDriver(desk.window.page.root).press("sheet")
    sheet = desk.window.dialog("sheet-dialog")
    desk.qtbot.waitUntil(lambda: sheet.root.isActiveWindow())
    sheet.key(Qt.Key.Key_S, CTRL)
    assert desk.saved.last().startswith(b"%PDF")
    sheet.root.close()


def talk(desk: Desk) -> None:
    """When its time has come: questions, notes, and a promise on the way."""
    desk.clock.moment = DURING
    desk.window.go(Where.TODAY)
    assert desk.today.reads("next-meeting")[:2] == ["Next 1-2-1 · today, 14:00", "Maya Okafor"]
    desk.today.press("start")
    assert desk.window.at is Where.CONVERSATION
    conversation = TalkDriver(desk.window.page.root)
    assert conversation.says("talk-with") == "Maya Okafor"
    conversation.note("Wants to open a second office in York")
    conversation.next()
    conversation.note("First-time buyers who freelance")
    conversation.press("keep-promise")
    conversation.type("promise-what", "Introduce Maya to Jonas by Friday")
    conversation.press("promise-form-keep")
    assert conversation.kept() == [("Introduce Maya to Jonas", "You promised · by Friday")]
    conversation.key(Qt.Key.Key_D, CTRL)
    assert desk.window.at is Where.DEBRIEF
    noted = [answer.text for answer in desk.store.answers.of_meeting(desk.only().id)]
    assert noted == ["Wants to open a second office in York", "First-time buyers who freelance"]


def note_how_it_went(desk: Desk) -> None:
    """What is worth keeping, in a minute, saved as one change."""
    debrief = DebriefDriver(desk.window.page.root)
    assert debrief.title() == "How did it go with Maya Okafor?"
    debrief.type("summary", "Warm and quick; knows every estate agent in Leeds")
    debrief.press("debrief-fact")
    debrief.choose("fact-kind", "Interest")
    debrief.type("fact-text", "Half-marathons")
    debrief.key(Qt.Key.Key_Return)
    debrief.press("again-6w")
    debrief.press("save-debrief")
    assert desk.window.at is Where.TODAY
    assert desk.window.toast() == "1-2-1 with Maya Okafor noted"
    meeting = desk.only()
    assert (meeting.state, meeting.summary[:14]) == (State.HELD, "Warm and quick")


def see_the_next_day(desk: Desk) -> None:
    """Today is another page: somebody else is up, and what was promised is due."""
    desk.clock.moment = NEXT_DAY
    desk.window.go(Where.MEETINGS)
    desk.window.go(Where.TODAY)
    assert desk.today.line().startswith("Wednesday 25 November · 1 of 3 conversations")
    assert desk.today.people() == ["Łukasz Nowak", "Jonas Lindqvist", "Dr. Zoë Müller"]
    assert not desk.today.sees("next-meeting")
    assert desk.today.promises() == ["Introduce Maya to Jonas | Due Friday · you → Maya"]


def find_it_again(desk: Desk) -> None:
    """What was said is found by a word of it, and stands on the person's page."""
    desk.window.keys("Ctrl+K")
    search = ListDriver(desk.window.dialog("search-dialog").root, "search-results")
    search.type("search-field", "second office")
    assert search.names()[0] == "Maya Okafor"
    search.type("search-field", "half-mara")
    search.key(Qt.Key.Key_Return)
    assert desk.window.at is Where.PEOPLE
    maya = PeopleDriver(desk.window.page.root)
    desk.qtbot.waitUntil(lambda: maya.name() == "Maya Okafor")
    assert "Half-marathons" in maya.lines("card-facts")
    assert any("Introduce Maya to Jonas" in line for line in maya.lines("card-between")) or (
        "Introduce Maya to Jonas" in " ".join(maya.read("card-between"))
    )
    assert any("Warm and quick" in line for line in maya.lines("card-history"))
    person = next(one for one in desk.store.people.all() if one.name == "Maya Okafor")
    kinds = {fact.kind for fact in desk.store.facts.of_person(person.id)}
    assert FactKind.INTEREST in kinds


def event_in(data: bytes, method: str) -> Component:
    """The one event of a calendar file without faults."""
    assert lint(data) == []
    calendar = read(data)
    assert calendar.one("METHOD").value == method
    (event,) = calendar.parts("VEVENT")
    return event
