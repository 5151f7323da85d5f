"""Promise 21: the clock jumps back a day or ahead ten years; nothing that was given goes back."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from planner.domain.changes import Kind
from planner.domain.meetings import Touch
from planner.domain.people import Person
from planner.guides.library import load
from planner.journeys import calendar_files, plan_meeting
from planner.journeys.follow_up import log_touch
from planner.journeys.hold_conversation import begin
from planner.journeys.keep_people import add_person
from planner.journeys.load_sample import load_sample
from planner.journeys.suggest_people import not_now, suggest
from planner.storage.store import Store
from tests.builders import a_person
from tests.calendar.lint import lint
from tests.calendar.raw import read
from tests.clocks import NOW, StandingClock
from ui.main_window import MainWindow
from ui.page_stack import PAGES
from ui.routes import Route, Where
from ui.session import Session

DAY, DECADE = timedelta(days=1), timedelta(days=3653)
JUMPS = [NOW, NOW - DAY, NOW + DECADE, NOW - DECADE, NOW + timedelta(minutes=1)]


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person(emails=("maya@harbour.example",)))[1]


def test_stamps_and_sequence_never_go_back(store: Store, maya: Person) -> None:
    """Every file of a 1-2-1 is newer than the one before, or a calendar would not take it."""
    starts = datetime(2027, 3, 1, 10)
    told = ("Europe/London", 45, "The Wharf", "", "", "")
    _, meeting = plan_meeting.plan(store, maya.id, starts, *told, None, NOW)
    given: list[tuple[int, str]] = []
    for number, now in enumerate(JUMPS):
        if number:
            moved = starts + timedelta(hours=number)
            plan_meeting.reschedule(store, meeting.id, moved, now)
        for invite in (False, True):
            _, data = calendar_files.calendar_file(
                store, meeting.id, now, invite, organizer="sam@doyle.example"
            )
            assert lint(data) == []
            event = read(data).parts("VEVENT")[0]
            given.append((int(event.one("SEQUENCE").value), event.one("DTSTAMP").value))
    sequences, stamps = ([one[place] for one in given] for place in (0, 1))
    assert all(before <= after for before, after in pairwise(sequences))
    assert all(before <= after for before, after in pairwise(stamps))
    assert sequences[-1] >= len(JUMPS) - 1


def test_the_order_of_what_was_done_is_kept(store: Store, maya: Person) -> None:
    """Ids grow and are never used again, whatever the clock says."""
    ids: list[int] = []
    for now in JUMPS:
        touch = Touch(person=maya.id, day=now.date(), note=f"{now:%Y}")
        ids += log_touch(store, touch, now.date()).added(Kind.TOUCH)
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("jump", [-DAY, -DECADE, DECADE])
def test_todays_suggestions_go_on(store: Store, jump: timedelta) -> None:
    load_sample(store, NOW.date(), NOW)
    before = suggest(store, NOW.date())
    elsewhen = (NOW + jump).date()
    assert suggest(store, elsewhen).entries
    first = before.entries[0].person.id
    not_now(store, first, elsewhen + timedelta(days=7), elsewhen)
    assert first not in [entry.person.id for entry in suggest(store, elsewhen).entries]
    assert suggest(store, NOW.date()).entries


def test_every_page_goes_on(
    qtbot: QtBot, store: Store, session: Session, clock: StandingClock, view: QSettings
) -> None:
    load_sample(store, NOW.date(), NOW)
    coming = store.meetings.planned()[0]
    begin(store, load(), coming.id, NOW)
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.show()
    for now in (*JUMPS, datetime(1970, 1, 1), datetime(2199, 12, 31)):
        clock.moment = now
        for where in PAGES:
            meeting = coming.id if where in (Where.CONVERSATION, Where.DEBRIEF) else 0
            window.go(Route(where, person=coming.person, meeting=meeting))
            window.go(Route(where, person=coming.person, meeting=meeting))
            assert window.page is not None and window.page.where is where
