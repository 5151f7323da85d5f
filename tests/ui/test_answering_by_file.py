"""A 1-2-1 they invited the user to: the same pages, with an answer where an invitation was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.domain.changes import INVITED_AS, Kind, setting_about
from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, State
from planner.journeys.about_me import save
from planner.journeys.plan_meeting import cancel, reschedule
from planner.storage.store import Store
from tests.builders import a_person
from tests.calendar.lint import lint
from tests.calendar.raw import Component, read
from tests.ui.drivers_plan import MeetingsDriver, PlanDriver, SaveDialog, save_into
from ui.pages.meetings import MeetingsPage
from ui.pages.plan import PlanPage
from ui.routes import Route, Where
from ui.session import Session

NOW = datetime(2026, 11, 22, 9, 30)
TUESDAY = datetime(2026, 11, 24, 10)
ANSWER = "Answer Maya Okafor 2026-11-24.ics"


@pytest.fixture
def meeting(session: Session, store: Store) -> Meeting:
    session.keep(save, Me(name="Sam", email="sam@doyle.example", zone="Europe/London", ready=True))
    with store.transaction():
        maya = store.people.add(a_person())  # with no address but the one she invited from
        return store.meetings.add(
            Meeting(
                person=maya.id, starts=TUESDAY, zone="Europe/London", place="Harbour House",
                uid="hers@harbour.example", sequence=2, stamp=NOW, created=NOW,
                organizer="maya@harbour.example",
            )
        )  # fmt: skip


@pytest.fixture
def dialog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SaveDialog:
    return save_into(tmp_path, monkeypatch)


@pytest.fixture
def user(session: Session, meeting: Meeting, qtbot: QtBot) -> MeetingsDriver:
    page = MeetingsPage(session)
    qtbot.addWidget(page)
    page.resize(1084, 760)
    page.open(Route(Where.MEETINGS, meeting=meeting.id))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return MeetingsDriver(page)


def answered(dialog: SaveDialog) -> tuple[str, Component]:
    """What the file last saved is, and its event."""
    assert lint(dialog.last()) == []
    calendar = read(dialog.last())
    (event,) = calendar.parts("VEVENT")
    return calendar.one("METHOD").value, event


def test_yes_another_time_and_no_are_each_an_answer(
    user: MeetingsDriver, session: Session, store: Store, meeting: Meeting, dialog: SaveDialog
) -> None:
    user.press("agree")
    assert store.meetings.get(meeting.id).state is State.AGREED
    assert session.undo_stack.undoText() == "You said yes"
    user.press("save-invitation")
    assert dialog.offered == [ANSWER]
    method, event = answered(dialog)
    assert (method, event.one("ATTENDEE").params["PARTSTAT"]) == ("REPLY", "ACCEPTED")
    assert user.notes() == []
    session.keep(reschedule, meeting.id, TUESDAY + timedelta(hours=1), NOW)
    assert user.notes() == ["Maya has an answer that no longer holds. Save the new answer…"]
    user.press("old-invitation")
    method, event = answered(dialog)
    assert (method, event.one("DTSTART").value) == ("COUNTER", "20261124T110000")
    assert event.one("SEQUENCE").value == "2" and user.notes() == []
    assert user.words_on("agree") == "They said yes"  # to the time the user asked for
    session.keep(cancel, meeting.id, NOW, CalledOff.ME)
    user.press("old-invitation")
    method, event = answered(dialog)
    assert (method, event.one("ATTENDEE").params["PARTSTAT"]) == ("REPLY", "DECLINED")


def test_where_they_called_it_off_there_is_nothing_to_answer(
    user: MeetingsDriver, session: Session, meeting: Meeting, dialog: SaveDialog
) -> None:
    user.press("save-invitation")
    session.keep(cancel, meeting.id, NOW, CalledOff.THEM)
    assert user.notes() == []
    assert user.all(QAbstractButton, "save-invitation") == []


def test_the_plan_page_answers_too(
    session: Session, meeting: Meeting, dialog: SaveDialog, qtbot: QtBot
) -> None:
    page = PlanPage(session)
    qtbot.addWidget(page)
    page.open(Route(Where.PLAN, person=meeting.person, meeting=meeting.id))
    page.resize(1084, 760)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    user = PlanDriver(page)
    assert user.words_on("save-invitation") == "Answer (.ics)"
    assert user.words_on("agree") == "Say yes"
    user.press("save-invitation")
    method, event = answered(dialog)
    assert dialog.offered == [ANSWER] and method == "REPLY"
    assert event.one("ATTENDEE").params["PARTSTAT"] == "TENTATIVE"


def test_who_invited_is_not_taken_to_know_a_yes_that_nobody_sent(
    user: MeetingsDriver, dialog: SaveDialog
) -> None:
    assert user.notes() == []
    user.press("agree")
    assert user.notes() == ["Maya does not know your answer yet. Save the answer…"]
    user.press("old-invitation")
    assert dialog.offered == [ANSWER] and user.notes() == []


def test_an_answer_goes_by_the_address_they_invited(
    user: MeetingsDriver, session: Session, store: Store, meeting: Meeting, dialog: SaveDialog
) -> None:
    session.keep(save, replace(session.me, email=""))
    user.press("save-invitation")
    assert dialog.offered == []
    assert user.says("meeting-wrong").startswith("Your answer needs your e-mail address")
    with store.transaction():
        store.settings.put(setting_about(INVITED_AS, Kind.MEETING, meeting.id), "s@old.example")
    user.press("save-invitation")
    _, event = answered(dialog)
    assert event.one("ATTENDEE").value == "mailto:s@old.example"
