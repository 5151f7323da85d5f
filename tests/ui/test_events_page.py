"""Groups and events: what came of going there, renamed, joined, removed and taken back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.groups import Attendance, Event, Group
from planner.domain.meetings import State
from planner.domain.met_names import Met
from planner.domain.people import Person
from planner.journeys.keep_events import add_event
from planner.journeys.keep_people import add_met_at, add_person
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person, many_people
from tests.ui.drivers_events import EventsDriver
from tests.ui.drivers_talk import Driver
from ui.pages.events import EventsPage
from ui.routes import Route, Where
from ui.session import Session

OCTOBER = date(2026, 10, 9)


def shown(session: Session, qtbot: QtBot) -> EventsPage:
    page = EventsPage(session)
    qtbot.addWidget(page)
    page.resize(1084, 800)
    page.open(Route(Where.EVENTS))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def made(session: Session, qtbot: QtBot) -> EventsPage:
    return shown(session, qtbot)


@pytest.fixture
def user(made: EventsPage) -> EventsDriver:
    return EventsDriver(made)


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person())[1]


def went_to(session: Session, group: str, day: date, *met: Met, **more: object) -> Event:
    event = Event(day=day, **more)  # type: ignore[arg-type]
    kept = session.do("Noted", add_event, group, event, met, TODAY)
    assert isinstance(kept, Event)
    return kept


def test_with_no_event_it_says_why_there_should_be_some(user: EventsDriver) -> None:
    assert "misses the most important part" in " ".join(user.reads("empty"))
    user.press("add-event")
    assert user.form().sees("met-hint")
    user.form().key(Qt.Key.Key_Escape)


def test_a_group_shows_what_it_took_and_what_came_of_it(
    user: EventsDriver, session: Session, store: Store, maya: Person
) -> None:
    known = Met("Maya Okafor", person=maya.id)
    went_to(session, "Chamber", OCTOBER, known, Met("Ana"), hours=2, fee=18)
    went_to(session, "Chamber", TODAY, Met("Ben"), hours=1.5, fee=0, name="Winter party")
    with store.transaction() as work:
        store.meetings.add(a_meeting(maya.id, datetime(2026, 11, 3, 9), state=State.HELD))
    session.announce(work.change)
    assert user.figures("Chamber") == [
        "2 events",
        "3 people met",
        "1 1-2-1 came of it",
        "3.5 hours",
        "£18 in fees",
    ]
    assert user.events("Chamber") == [
        "22 Nov, Winter party, 1 person, no 1-2-1 since, Not met 1-2-1 yet: Ben, 1.5 hours",
        "9 Oct, Chamber, 2 people, 1 met 1-2-1 since, Not met 1-2-1 yet: Ana, 2 hours · £18",
    ]
    assert user.says("events-line") == "1 group · 2 events"


def test_the_group_gone_to_last_stands_first(user: EventsDriver, session: Session) -> None:
    went_to(session, "Alumni", OCTOBER)
    went_to(session, "Zumba", TODAY)
    assert user.groups() == ["Zumba", "Alumni"]
    assert "Nobody noted yet" in user.events("Zumba")[0]


def test_lists_without_events_stand_apart(
    user: EventsDriver, session: Session, maya: Person
) -> None:
    session.do("Noted", add_met_at, maya.id, "LinkedIn")
    assert user.groups() == []
    assert user.lists() == ["LinkedIn 1 person, no 1-2-1 yet"]


def test_a_long_series_begins_with_its_latest_events(user: EventsDriver, session: Session) -> None:
    for week in range(7):
        went_to(session, "Circle", TODAY - timedelta(weeks=week))
    assert len(user.events("Circle")) == 4
    assert user.words_on("show-all-events") == "Show all 7"
    user.press("show-all-events")
    assert len(user.events("Circle")) == 7


def test_many_groups_come_a_few_at_a_time_and_tab_goes_down_through_them(
    user: EventsDriver, session: Session, qtbot: QtBot
) -> None:
    names = [f"Group {number:02}" for number in range(14)]
    for number, name in enumerate(names):
        went_to(session, name, TODAY - timedelta(days=number))
    qtbot.waitUntil(lambda: user.groups() == names[:12])
    user.press("show-all-groups")
    qtbot.waitUntil(lambda: user.groups() == names)
    user.event("Group 09", "13 Nov").setFocus()
    went_to(session, "Group 05", TODAY)
    in_order = ["Group 00", "Group 05", *names[1:5], *names[6:]]
    qtbot.waitUntil(lambda: user.groups() == in_order)
    qtbot.waitUntil(lambda: user.tab_order()[-1] == "add-trip")
    heads = [line.mapTo(user.root, QPoint()).y() for line in user.by_tab("event")]
    assert len(heads) == 15
    assert heads == sorted(heads)
    qtbot.waitUntil(lambda: user.focus() == "event")
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: user.groups() == names)


def test_an_event_is_removed_by_its_key_and_brought_back(
    user: EventsDriver, session: Session, store: Store, qtbot: QtBot
) -> None:
    went_to(session, "Chamber", OCTOBER, Met("Ana"))
    line = user.event("Chamber", "9 Oct")
    line.setFocus()
    with qtbot.waitSignal(session.done) as done:
        QTest.keyClick(line, Qt.Key.Key_Delete)
    assert done.args == ["Chamber removed"]
    assert user.groups() == []
    assert [person.name for person in store.people.all()] == ["Ana"]
    session.undo_stack.undo()
    assert user.events("Chamber") == [
        "9 Oct, Chamber, 1 person, no 1-2-1 since, Not met 1-2-1 yet: Ana"
    ]


def rename(user: EventsDriver, group: str, name: str) -> Driver:
    user.of(group).press("edit-group")
    form = Driver(user.dialog("group-dialog"))
    form.type("group-name", name)
    return form


def test_a_group_is_renamed(user: EventsDriver, session: Session, qtbot: QtBot) -> None:
    went_to(session, "Chambr", OCTOBER)
    form = rename(user, "Chambr", "Leeds Chamber")
    assert not form.sees("group-joins")
    with qtbot.waitSignal(session.done) as done:
        form.press("save")
    assert done.args == ["Chambr renamed"]
    assert user.groups() == ["Leeds Chamber"]
    session.undo_stack.undo()
    assert user.groups() == ["Chambr"]


def test_a_name_that_exists_joins_the_two_and_says_so_before(
    user: EventsDriver, session: Session
) -> None:
    went_to(session, "Chambr", OCTOBER, Met("Ana"))
    went_to(session, "Chamber", OCTOBER, Met("Ben"))
    form = rename(user, "Chambr", "chamber")
    assert form.says("group-joins") == "Chamber is there already: saving puts both together."
    form.press("save")
    assert user.groups() == ["Chamber"]
    assert user.events("Chamber") == [
        "9 Oct, Chamber, 2 people, no 1-2-1 since, Not met 1-2-1 yet: Ana, Ben"
    ]
    session.undo_stack.undo()
    assert sorted(user.groups()) == ["Chamber", "Chambr"]


def test_a_group_without_a_name_is_refused_in_the_form(
    user: EventsDriver, session: Session
) -> None:
    went_to(session, "Chamber", OCTOBER)
    form = rename(user, "Chamber", " ")
    form.press("save")
    assert "Say which group" in form.says("form-wrong")
    form.type("group-name", "Chamber")
    form.key(Qt.Key.Key_Escape)


def test_a_group_is_removed_and_brought_back(user: EventsDriver, session: Session) -> None:
    went_to(session, "Chamber", OCTOBER, Met("Ana"))
    user.of("Chamber").press("edit-group")
    Driver(user.dialog("group-dialog")).press("remove")
    assert user.groups() == []
    session.undo_stack.undo()
    assert user.groups() == ["Chamber"]


def test_an_event_of_a_group_begins_with_its_name(user: EventsDriver, session: Session) -> None:
    went_to(session, "Chamber", OCTOBER)
    user.of("Chamber").press("add-to-group")
    form = user.form()
    assert form.find(QWidget, "event-group").value() == "Chamber"  # type: ignore[attr-defined]
    assert form.focus() == "met-people-line"
    form.key(Qt.Key.Key_Escape)


def test_a_day_later_it_tells_days_anew_and_keeps_the_keyboard(
    user: EventsDriver, session: Session, made: EventsPage, qtbot: QtBot
) -> None:
    went_to(session, "Chamber", OCTOBER, Met("Ana"))
    user.event("Chamber", "9 Oct").setFocus()
    went_to(session, "Circle", TODAY)
    qtbot.waitUntil(lambda: user.focus() == "event")
    assert made.isAncestorOf(user.at_keyboard())


def test_a_network_of_eight_thousand_is_one_line(
    session: Session, store: Store, qtbot: QtBot
) -> None:
    many_people(store, 10_000)
    with store.transaction():
        for group, day in (("LinkedIn", None), ("Convention", OCTOBER)):
            event = store.events.add(Event(group=store.groups.add(Group(name=group)).id, day=day))
            store.attendance.add_many(
                Attendance(event=event.id, person=person.id) for person in store.people.all()[:8000]
            )
    user = EventsDriver(shown(session, qtbot))
    assert user.lists() == ["LinkedIn 8,000 people, 4,000 met 1-2-1"]
    assert user.figures("Convention")[1] == "8,000 people met"
    assert len(user.root.findChildren(QWidget)) < 150


def test_markup_is_shown_as_it_is(user: EventsDriver, session: Session) -> None:
    went_to(session, "<b>Chamber</b> & Co", OCTOBER, name="<i>Party</i>")
    assert user.groups() == ["<b>Chamber</b> & Co"]
    assert user.events("<b>Chamber</b> & Co")[0].startswith("9 Oct, <i>Party</i>")
    user.of("<b>Chamber</b> & Co").press("edit-group")
    form = Driver(user.dialog("group-dialog"))
    assert form.find(QLineEdit, "group-name").text() == "<b>Chamber</b> & Co"
    form.key(Qt.Key.Key_Escape)


def test_tab_leads_from_the_head_through_the_groups_to_the_trips(
    user: EventsDriver, session: Session, qtbot: QtBot
) -> None:
    for group in ("Chamber", "Rotary"):
        went_to(session, group, OCTOBER)
    qtbot.waitUntil(lambda: sorted(user.groups()) == ["Chamber", "Rotary"])
    in_order = ["add-event", *2 * ("edit-group", "add-to-group", "event"), "add-trip"]
    qtbot.waitUntil(lambda: user.tab_order() == in_order)
