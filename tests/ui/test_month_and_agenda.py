"""1-2-1s in a month and in an agenda: read, opened, planned and moved, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.journeys.about_me import save
from planner.journeys.calendar_files import calendar_file
from planner.journeys.meetings_page import keep_view
from planner.storage.store import Store
from tests.builders import a_meeting, many_people
from tests.ui.drivers_calendar import CalendarDriver
from tests.ui.drivers_talk import CTRL
from ui.pages.meetings import MeetingsPage
from ui.routes import Route, Where
from ui.session import Session

NOW = datetime(2026, 11, 22, 9, 30)  # the session's clock; a Sunday
TODAY = NOW.date()
TUESDAY = datetime(2026, 11, 24, 10)
KEY = Qt.Key
SAM = Me(name="Sam Doyle", email="sam@doyle.example", zone="Europe/London", ready=True)


class Said(list[str]):
    """What was done or refused, in words."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        session.done.connect(self.append)
        session.refused.connect(self.append)


@pytest.fixture
def said(session: Session) -> Said:
    return Said(session)


@pytest.fixture
def people(session: Session, store: Store) -> dict[str, Person]:
    session.keep(save, replace(SAM, holidays=""))
    names = ("Maya Okafor", "Jonas Lindqvist", "Priya Shah")
    with store.transaction():
        kept = store.people.add_many(
            Person(name=name, emails=(f"{name.split()[0].lower()}@mail.example",)) for name in names
        )
    return {person.first_name: person for person in kept}


Planned = Callable[..., Meeting]


@pytest.fixture
def planned(store: Store, people: dict[str, Person]) -> Planned:
    def make(name: str, starts: datetime, **fields: object) -> Meeting:
        with store.transaction():
            known = {"place": "The Wharf, Leeds", "uid": f"{name}{starts}@visavis"} | fields
            return store.meetings.add(a_meeting(people[name].id, starts, **known))

    return make


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> MeetingsPage:
    made = MeetingsPage(session)
    qtbot.addWidget(made)
    made.resize(1084, 780)
    return made


@pytest.fixture
def user(page: MeetingsPage, qtbot: QtBot) -> Callable[[str], CalendarDriver]:
    """Opens the page and turns to one of its views."""

    def turn_to(view: str) -> CalendarDriver:
        page.open(Route(Where.MEETINGS))
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.take_focus()
        driver = CalendarDriver(page)
        driver.show_view(view)
        QApplication.processEvents()
        return driver

    return turn_to


User = Callable[[str], CalendarDriver]


def wants(page: MeetingsPage) -> list[Route]:
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    return wanted


def taken_on(monkeypatch: pytest.MonkeyPatch, session: Session, *busy: BusyTime) -> None:
    """As if the user's calendars said so."""
    monkeypatch.setattr(session.diary, "known", lambda: Diary(busy))


# month


def test_the_month_begins_as_the_users_country_does(planned: Planned, user: User) -> None:
    planned("Maya", TUESDAY)
    before = QLocale()
    driver = user("month")
    assert driver.heads() == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert driver.span() == "November 2026"
    QLocale.setDefault(QLocale("en_US"))
    try:
        driver.show_view("list")
        driver.show_view("month")
        assert driver.heads()[0] == "Sun"
    finally:
        QLocale.setDefault(before)


def test_a_day_is_read_aloud_with_all_it_holds(
    planned: Planned, user: User, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned("Maya", TUESDAY)
    planned("Jonas", TUESDAY.replace(hour=15), state=State.CANCELLED)
    start = datetime(2026, 11, 24, 12)
    taken_on(monkeypatch, session, BusyTime(start, start + timedelta(hours=1), "Dentist"))
    driver = user("month")
    assert driver.reads_day(TUESDAY.date()) == (
        "Tuesday 24 November. 10:00 – 10:45, Maya Okafor, The Wharf, agreed. "
        "15:00 – 15:45, Jonas Lindqvist, The Wharf, called off. "
        "Your calendar: 12:00 – 13:00 Dentist"
    )
    assert driver.reads_day(TODAY) == "Today, Sunday 22 November. nothing planned"


def test_arrows_and_pages_go_from_day_to_day(planned: Planned, user: User) -> None:
    planned("Maya", TUESDAY)
    driver = user("month")
    assert driver.focus() == "month"
    assert driver.day() == TUESDAY.date(), "it stands on what the list stood on"
    driver.key(KEY.Key_T)
    assert driver.day() == TODAY
    for key, day in (
        (KEY.Key_Right, date(2026, 11, 23)),
        (KEY.Key_Down, date(2026, 11, 30)),
        (KEY.Key_Home, date(2026, 11, 30)),
        (KEY.Key_End, date(2026, 12, 6)),
        (KEY.Key_Right, date(2026, 12, 7)),
    ):
        driver.key(key)
        assert driver.day() == day
    assert driver.span() == "December 2026"
    driver.key(KEY.Key_PageUp)
    assert (driver.day(), driver.span()) == (date(2026, 11, 7), "November 2026")
    driver.press("span-forward")
    assert (driver.day(), driver.span()) == (date(2026, 12, 7), "December 2026")
    driver.press("span-today")
    assert driver.day() == TODAY


def test_enter_opens_the_1_2_1_and_space_goes_to_the_next(
    page: MeetingsPage, planned: Planned, user: User
) -> None:
    planned("Maya", TUESDAY)
    later = planned("Jonas", TUESDAY.replace(hour=15))
    driver = user("month")
    assert driver.line() == "Tuesday 24 November: 10:00 – 10:45, Maya Okafor, The Wharf, agreed"
    driver.key(KEY.Key_Space)
    assert "Jonas Lindqvist" in driver.line()
    wanted = wants(page)
    driver.key(KEY.Key_Return)
    driver.press("open-meeting")
    assert wanted == [Route(Where.MEETINGS, meeting=later.id)] * 2


def test_a_crowded_day_opens_as_a_whole(planned: Planned, user: User) -> None:
    for hour in range(8, 18):
        planned("Maya", TUESDAY.replace(hour=hour), uid=f"{hour}@visavis")
    driver = user("month")
    driver.key(KEY.Key_Return)
    assert driver.sees("agenda")
    assert driver.at_agenda().startswith("Tuesday 24 November, 08:00 – 08:45, Maya Okafor")


def test_an_empty_day_asks_whom_to_meet_then(
    page: MeetingsPage, planned: Planned, people: dict[str, Person], user: User, qtbot: QtBot
) -> None:
    planned("Maya", TUESDAY)
    driver = user("month")
    wanted = wants(page)
    driver.key(KEY.Key_Right)
    assert driver.line() == "Wednesday 25 November: no 1-2-1"
    driver.key(KEY.Key_Return)
    title = "Whom do you want to meet on Wednesday 25 November?"
    assert driver.says("plan-on-title") == title
    qtbot.waitUntil(lambda: driver.focus() == "plan-on-find")
    driver.write("priya")
    driver.key(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == [Route(Where.PLAN, person=people["Priya"].id, day=date(2026, 11, 25))]


def test_nothing_is_planned_in_the_past(planned: Planned, user: User) -> None:
    planned("Maya", TUESDAY)
    driver = user("month")
    driver.key(KEY.Key_PageUp)
    driver.key(KEY.Key_N)
    assert not driver.sees("plan-on-dialog") and not driver.sees("plan-on-day")


def test_keys_move_it_to_another_day_and_undo_is_one_step(
    store: Store, session: Session, planned: Planned, user: User, said: Said
) -> None:
    meeting = planned("Maya", TUESDAY)
    driver = user("month")
    driver.key(KEY.Key_Right, CTRL)
    driver.key(KEY.Key_Down, CTRL)
    kept = store.meetings.get(meeting.id)
    assert (kept.starts, kept.state) == (datetime(2026, 12, 2, 10), State.PROPOSED)
    assert driver.day() == date(2026, 12, 2), "the keyboard goes with it"
    assert said == [
        "1-2-1 with Maya moved to Wednesday 10:00. It is a proposal again, until Maya says yes.",
        "1-2-1 with Maya moved to 2 Dec 10:00.",
    ]
    session.undo_stack.undo()
    back = store.meetings.get(meeting.id)
    assert (back.starts, back.state) == (TUESDAY, State.AGREED)
    assert not session.undo_stack.canUndo()
    session.undo_stack.redo()
    assert store.meetings.get(meeting.id).starts == datetime(2026, 12, 2, 10)


def test_moves_of_two_are_two_steps(
    store: Store, session: Session, planned: Planned, user: User
) -> None:
    first, second = planned("Maya", TUESDAY), planned("Jonas", TUESDAY.replace(hour=15))
    driver = user("month")
    driver.key(KEY.Key_Right, CTRL)
    driver.key(KEY.Key_Left)
    driver.key(KEY.Key_Right, CTRL)
    session.undo_stack.undo()
    assert store.meetings.get(second.id).starts == second.starts
    assert store.meetings.get(first.id).starts == TUESDAY + timedelta(days=1)


def test_what_else_is_on_then_is_said(
    session: Session,
    planned: Planned,
    user: User,
    said: Said,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    meeting = planned("Maya", TUESDAY, state=State.PROPOSED)
    planned("Jonas", TUESDAY + timedelta(days=1, minutes=30))
    session.keep(calendar_file, meeting.id, NOW, True)
    start = TUESDAY + timedelta(days=1)
    taken_on(monkeypatch, session, BusyTime(start, start + timedelta(hours=1), "Site visit"))
    driver = user("month")
    driver.key(KEY.Key_Right, CTRL)
    assert said == [
        "1-2-1 with Maya moved to Wednesday 10:00. You are to meet Jonas Lindqvist then as well. "
        "Your calendar has “Site visit” then. Maya has an invitation for the old time."
    ]


def test_what_cannot_be_is_refused_in_words(
    store: Store, planned: Planned, user: User, said: Said
) -> None:
    skipped = planned("Maya", datetime(2027, 3, 27, 1, 30))
    driver = user("month")
    driver.key(KEY.Key_Right, CTRL)
    assert said[0].startswith("There is no 01:30 on Sunday 28 March 2027 in London")
    assert store.meetings.get(skipped.id) == skipped


def test_a_chip_is_dragged_to_another_day(
    store: Store, planned: Planned, user: User, said: Said
) -> None:
    meeting = planned("Maya", TUESDAY)
    driver = user("month")
    friday = date(2026, 11, 27)
    driver.drag(driver.month, driver.first_chip(TUESDAY.date()), driver.middle(friday))
    assert store.meetings.get(meeting.id).starts == datetime(2026, 11, 27, 10)
    assert said[0].startswith("1-2-1 with Maya moved to Friday 10:00.")
    assert driver.day() == friday


def test_a_drag_is_given_up_by_escape_and_outside(
    store: Store, planned: Planned, user: User, said: Said
) -> None:
    meeting = planned("Maya", TUESDAY)
    driver = user("month")
    chip, friday = driver.first_chip(TUESDAY.date()), driver.middle(date(2026, 11, 27))
    driver.drag(driver.month, chip, friday, drop=False)
    driver.key(KEY.Key_Escape)
    QTest.mouseRelease(driver.month.viewport(), Qt.MouseButton.LeftButton, pos=friday)
    driver.drag(driver.month, chip, chip + (chip - friday) * 100)
    assert store.meetings.get(meeting.id) == meeting and not said


def test_what_is_held_stays_where_it_was(store: Store, planned: Planned, user: User) -> None:
    held = planned("Maya", datetime(2026, 11, 17, 10), state=State.HELD)
    driver = user("month")
    driver.drag(driver.month, driver.first_chip(date(2026, 11, 17)), driver.middle(TUESDAY.date()))
    assert store.meetings.get(held.id) == held
    assert driver.day() == date(2026, 11, 17)


def test_a_click_chooses_and_a_double_click_opens(
    page: MeetingsPage, planned: Planned, user: User
) -> None:
    meeting = planned("Maya", TUESDAY)
    driver = user("month")
    driver.key(KEY.Key_T)
    point = driver.first_chip(TUESDAY.date())
    driver.click_day(point)
    assert "Maya Okafor" in driver.line()
    wanted = wants(page)
    QTest.mouseDClick(driver.month.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert wanted == [Route(Where.MEETINGS, meeting=meeting.id)]


# agenda


def test_the_agenda_tells_what_is_on_taken_and_free(
    session: Session,
    planned: Planned,
    user: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    planned("Maya", TUESDAY)
    start = datetime(2026, 11, 23, 13)
    taken_on(monkeypatch, session, BusyTime(start, start + timedelta(hours=1), "Dentist"))
    driver = user("agenda")
    assert driver.span() == "22 Nov – 19 Dec"
    assert driver.agenda_rows()[:8] == [
        "NEXT WEEK",
        "23 Nov: 09:00 – 13:00 free",
        "13:00 – 14:00 Dentist",
        "14:00 – 17:00 free",
        "24 Nov: 09:00 – 10:00 free",
        "10:00 – 10:45, Maya Okafor, The Wharf, agreed",
        "10:45 – 17:00 free",
        "25 Nov: 09:00 – 17:00 free",
    ]
    assert driver.at_agenda() == (
        "Tuesday 24 November, 10:00 – 10:45, Maya Okafor, The Wharf, agreed"
    )


def test_weeks_are_named_as_the_users_country_begins_them(planned: Planned, user: User) -> None:
    planned("Maya", TUESDAY)
    driver = user("agenda")
    assert driver.agenda_rows()[0] == "NEXT WEEK", "of a Monday, as seen on a Sunday"
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        driver.show_view("month")
        driver.show_view("agenda")
        assert driver.agenda_rows()[0] == "THIS WEEK"
        assert "WEEK OF 6 DECEMBER" in driver.agenda_rows()
    finally:
        QLocale.setDefault(before)


def test_keys_move_it_by_quarters_of_an_hour_and_by_days(
    store: Store, session: Session, planned: Planned, user: User, said: Said
) -> None:
    meeting = planned("Maya", TUESDAY, state=State.PROPOSED)
    driver = user("agenda")
    driver.key(KEY.Key_Right, CTRL)
    driver.key(KEY.Key_Right, CTRL)
    driver.key(KEY.Key_Left, CTRL)
    driver.key(KEY.Key_Down, CTRL)
    assert store.meetings.get(meeting.id).starts == datetime(2026, 11, 25, 10, 15)
    assert said[-1] == "1-2-1 with Maya moved to Wednesday 10:15."
    assert driver.at_agenda().startswith("Wednesday 25 November, 10:15 – 11:00, Maya Okafor")
    session.undo_stack.undo()
    assert store.meetings.get(meeting.id).starts == TUESDAY


def test_enter_on_a_free_time_plans_and_on_a_1_2_1_opens(
    page: MeetingsPage, planned: Planned, user: User
) -> None:
    meeting = planned("Maya", TUESDAY)
    driver = user("agenda")
    wanted = wants(page)
    driver.key(KEY.Key_Return)
    assert wanted == [Route(Where.MEETINGS, meeting=meeting.id)]
    driver.key(KEY.Key_Down)
    driver.key(KEY.Key_Return)
    assert driver.says("plan-on-title").endswith("on Tuesday 24 November?")


def test_a_row_is_dragged_to_another_day(store: Store, planned: Planned, user: User) -> None:
    meeting = planned("Maya", TUESDAY)
    driver = user("agenda")
    start, end = driver.row_of("Maya Okafor"), driver.row_of("09:00 – 17:00 free")
    driver.drag(driver.agenda, start, end)
    kept = store.meetings.get(meeting.id).starts
    assert (kept.date() != TUESDAY.date(), kept.time()) == (True, TUESDAY.time())


def test_pages_of_weeks(planned: Planned, user: User) -> None:
    planned("Maya", TUESDAY)
    driver = user("agenda")
    driver.key(KEY.Key_PageDown)
    assert driver.span() == "20 Dec – 16 Jan"
    driver.key(KEY.Key_T)
    assert driver.span() == "22 Nov – 19 Dec"
    driver.press("span-back")
    assert driver.span() == "25 Oct – 21 Nov"


# all of them


def test_the_view_used_last_comes_up_again_and_a_certain_one_in_the_list(
    page: MeetingsPage, planned: Planned, user: User
) -> None:
    meeting = planned("Maya", TUESDAY)
    driver = user("month")
    page.open(Route(Where.MEETINGS, meeting=meeting.id))
    assert driver.sees("meetings-list") and not driver.sees("month")
    page.open(Route(Where.MEETINGS))
    assert driver.sees("month")


@pytest.mark.parametrize("view", ["month", "agenda"])
def test_what_changes_is_followed_and_the_keyboard_stays(
    view: str, session: Session, store: Store, planned: Planned, user: User
) -> None:
    from planner.journeys.plan_meeting import cancel

    meeting = planned("Maya", TUESDAY)
    driver = user(view)
    session.do("Called off", cancel, meeting.id, NOW)
    assert driver.line().endswith("Maya Okafor, The Wharf, called off")
    assert driver.focus() == view
    session.undo_stack.undo()
    assert driver.line().endswith("agreed")


@pytest.mark.parametrize("view", ["month", "agenda"])
def test_with_ten_thousand_people_they_come_up(
    view: str, store: Store, session: Session, page: MeetingsPage, user: User
) -> None:
    session.keep(save, replace(SAM, holidays=""))
    many_people(store, 1_000)
    driver = user(view)
    assert driver.find(QTableView, view).model().rowCount() > 0
    driver.key(KEY.Key_PageDown)
    assert driver.line()


def test_one_that_is_over_asks_how_it_went(planned: Planned, user: User) -> None:
    planned("Maya", datetime(2026, 11, 20, 10))
    driver = user("month")
    told = "10:00 – 10:45, Maya Okafor, The Wharf, how did it go?"
    assert driver.line() == f"Friday 20 November: {told}"
    assert driver.reads_day(date(2026, 11, 20)).endswith("The Wharf, how did it go?")


def test_one_they_invited_to_is_asked_for(planned: Planned, user: User, said: Said) -> None:
    planned("Maya", TUESDAY, organizer="maya@mail.example")
    driver = user("month")
    driver.key(KEY.Key_Right, CTRL)
    assert said == [
        "1-2-1 with Maya moved to Wednesday 10:00. "
        "Maya invited you: save the answer (.ics) to ask for it."
    ]


def test_without_a_1_2_1_it_says_what_to_do_in_any_view(
    page: MeetingsPage, session: Session, qtbot: QtBot
) -> None:
    session.keep(keep_view, "month")
    page.open(Route(Where.MEETINGS))
    page.show()
    driver = CalendarDriver(page)
    qtbot.waitUntil(lambda: driver.sees("empty"))
    assert not driver.sees("month")


def test_the_agenda_marks_what_is_at_the_same_time(
    session: Session, planned: Planned, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned("Maya", TUESDAY)
    planned("Jonas", TUESDAY + timedelta(hours=3))
    planned("Maya", TUESDAY + timedelta(hours=3, minutes=30))
    start = TUESDAY + timedelta(minutes=30)
    later = TUESDAY + timedelta(hours=2)
    taken_on(
        monkeypatch,
        session,
        BusyTime(start, start + timedelta(hours=1), "NY call"),
        BusyTime(later, later + timedelta(hours=1), "Dentist"),  # over as the next begins
    )
    marked = [row for row in user("agenda").agenda_rows() if "at the same time" in row]
    assert [row.rpartition(", ")[2] for row in marked] == [
        "at the same time as NY call",
        "at the same time as Maya Okafor",
        "at the same time as Jonas Lindqvist",
    ]
