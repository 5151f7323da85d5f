"""Planning a 1-2-1: choosing when and where, what for, and what is given out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.me import CLOSED, Me
from planner.domain.meetings import Meeting, Place, State
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.trips import Trip
from planner.journeys.about_me import save
from planner.journeys.keep_people import edit_person
from planner.journeys.plan_meeting import cancel, mark, plan
from planner.storage.store import Store
from tests.calendar.lint import lint
from tests.calendar.raw import Component, read
from tests.ui.drivers_plan import PlanDriver, SaveDialog, opened, save_into
from ui.pages.plan import PlanPage
from ui.routes import Route, Where
from ui.session import Session

NOW = datetime(2026, 11, 22, 9, 30)  # the session's clock; a Sunday
SAM = Me(name="Sam Doyle", email="sam@doyle.example", zone="Europe/London", per_week=2, ready=True)
TUESDAY_TEN = "2026-11-24T10:00"
DRAFT_TIME = "Would Tuesday 24 November at 10:00"
KEY = Qt.Key


@pytest.fixture
def maya(session: Session, store: Store) -> Person:
    session.keep(save, SAM)
    with store.transaction():
        store.places.add(Place(name="The Wharf", address="Leeds"))
        store.places.add(Place(name="My office", neutral=False))
        return store.people.add(
            Person(name="Maya Okafor", emails=("maya@harbour.example",), stage=Stage.KNOWN)
        )


@pytest.fixture
def page(session: Session, maya: Person, qtbot: QtBot) -> PlanPage:
    made = PlanPage(session)
    qtbot.addWidget(made)
    made.resize(1084, 1300)
    made.open(Route(Where.PLAN, person=maya.id))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def user(page: PlanPage) -> PlanDriver:
    return PlanDriver(page)


@pytest.fixture
def dialog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SaveDialog:
    return save_into(tmp_path, monkeypatch)


@pytest.fixture
def only(store: Store) -> Callable[[], Meeting]:
    """The one 1-2-1 in the library."""

    def meeting() -> Meeting:
        (found,) = store.meetings.all()
        return found

    return meeting


def event_of(data: bytes) -> Component:
    assert lint(data) == []
    (event,) = read(data).parts("VEVENT")
    return event


def routes(page: PlanPage) -> list[Route]:
    """Where the page wants to go, from now on."""
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    return wanted


# when


def test_it_offers_the_next_working_days_around_what_is_planned(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person
) -> None:
    assert user.says("plan-title") == "Plan a 1-2-1 with Maya Okafor"
    assert user.says("days-shown") == "23 – 27 Nov"
    assert (user.slots()[0], len(user.slots()), user.taken()) == ("2026-11-23T09:00", 40, [])
    told = (45, "", "", "", "", "", NOW)
    session.keep(plan, maya.id, datetime(2026, 11, 24, 9, 30), "Europe/London", *told)
    assert user.taken() == ["2026-11-24T09:00", "2026-11-24T10:00"]
    user.press("after")
    assert user.says("days-shown") == "30 Nov – 4 Dec"
    assert user.slots()[0] == "2026-11-30T09:00"
    user.press("before")
    assert user.says("days-shown") == "23 – 27 Nov"


def test_the_keyboard_goes_from_time_to_time_and_over_the_edge_of_the_page(
    page: PlanPage, user: PlanDriver
) -> None:
    user.tab_to_times()
    assert user.at_slot() == "2026-11-23T09:00"
    user.key(KEY.Key_Down)
    user.key(KEY.Key_Right)
    assert user.at_slot() == TUESDAY_TEN
    user.key(KEY.Key_Return)
    assert user.chosen() == "Tuesday 24 November, 10:00 – 10:45"
    for _ in range(3):
        user.key(KEY.Key_Right)
    user.key(KEY.Key_Down)
    assert user.at_slot() == "2026-11-27T11:00"
    user.key(KEY.Key_Right)
    assert user.at_slot() == "2026-11-30T11:00"
    user.key(KEY.Key_Space)
    assert user.chosen() == "Monday 30 November, 11:00 – 11:45"
    user.key(KEY.Key_Left)
    assert user.at_slot() == "2026-11-27T11:00"
    user.key(KEY.Key_PageDown)
    assert user.at_slot() == "2026-11-30T11:00"
    user.key(KEY.Key_PageUp)
    assert user.at_slot() == "2026-11-27T11:00"
    user.key(KEY.Key_Left)
    user.key(KEY.Key_Up)
    assert user.at_slot() == "2026-11-26T10:00"


def test_a_whole_plan_by_the_keyboard_alone(user: PlanDriver, only: Callable[[], Meeting]) -> None:
    user.tab_to_times()
    user.key(KEY.Key_Right)
    user.key(KEY.Key_Down)
    user.key(KEY.Key_Return)
    user.tab_to("place")
    user.write("whar")
    user.tab_to("neutral")
    user.tab_to("ask")
    user.write("Who does her accounts?")
    user.tab_to("plan-it")
    user.key(KEY.Key_Return)
    assert (only().starts, only().place) == (datetime(2026, 11, 24, 10), "whar")
    assert only().ask == "Who does her accounts?"
    assert user.focus() == "save-calendar"
    user.tab_to("reschedule")
    user.key(KEY.Key_Space)
    assert user.at_slot() == TUESDAY_TEN
    user.key(KEY.Key_Down)
    user.key(KEY.Key_Space)
    user.tab_to("change")
    user.key(KEY.Key_Return)
    assert (only().starts, only().sequence) == (datetime(2026, 11, 24, 11), 1)


def test_tab_goes_through_the_page_as_it_is_read(user: PlanDriver) -> None:
    user.press("after")
    user.find(QWidget, "minutes").setFocus()
    been = []
    for _ in range(20):
        been.append(user.focus())
        user.key(KEY.Key_Tab)
    assert been[:5] == ["minutes", "part-of-day", "before", "after", "best-2026-11-23T09:00"]
    assert been[5].startswith("slot-")
    assert been[6:10] == ["another-time", "copy-times", "place", "online"]
    assert been[10:12] == ["neutral-place", "all-places"]
    assert been[12:17] == ["learn", "give", "ask", "invitation", "save-calendar"]


def test_the_arrows_on_the_days_stay_with_them(user: PlanDriver) -> None:
    user.press("after")
    user.find(QWidget, "after").setFocus()
    user.key(KEY.Key_Right)
    assert user.focus() == "after"
    user.key(KEY.Key_Left)
    assert user.focus() == "before"
    user.key(KEY.Key_Down)
    assert user.at_slot() == "2026-11-30T09:00"


def test_a_remembered_place_is_completed_as_one_types(user: PlanDriver) -> None:
    user.tab_to("place")
    user.write("whar")
    completer = user.find(QLineEdit, "place").completer()
    assert completer.currentCompletion() == "The Wharf, Leeds"
    completer.popup().setCurrentIndex(completer.completionModel().index(0, 0))
    QTest.keyClick(completer.popup(), KEY.Key_Return)
    assert user.holds("place") == "The Wharf, Leeds"
    user.key(KEY.Key_Return)
    assert "at The Wharf?" in user.holds("invitation")


def test_taken_times_are_stepped_over(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person
) -> None:
    session.keep(save, replace(session.me, per_week=5))
    told = (60, "", "", "", "", "", NOW)
    session.keep(plan, maya.id, datetime(2026, 11, 23, 10), "Europe/London", *told)
    session.keep(plan, maya.id, datetime(2026, 11, 24, 9), "Europe/London", *told)
    user.tab_to_times()
    assert user.at_slot() == "2026-11-23T09:00"
    user.key(KEY.Key_Down)
    assert user.at_slot() == "2026-11-23T12:00"  # at 11:00 there is no time for the way
    user.key(KEY.Key_Up)
    user.key(KEY.Key_Right)
    assert user.at_slot() == "2026-11-24T11:00"


def test_one_time_alone_is_reached_by_tab(page: PlanPage, user: PlanDriver) -> None:
    user.tab_to_times()
    user.key(KEY.Key_Tab)
    assert user.at_slot() == ""
    user.key(KEY.Key_Backtab)
    assert user.at_slot() == "2026-11-23T09:00"


def test_length_and_part_of_day_narrow_the_times(user: PlanDriver) -> None:
    user.wish("part-of-day", "Mornings")
    assert user.slots()[:3] == ["2026-11-23T09:00", "2026-11-23T09:30", "2026-11-23T10:00"]
    user.wish("minutes", "90 minutes")
    assert "2026-11-23T10:30" in user.slots()
    assert "2026-11-23T11:00" not in user.slots()
    user.wish("part-of-day", "Any time of day")
    user.take(TUESDAY_TEN)
    assert user.chosen() == "Tuesday 24 November, 10:00 – 11:30"


def test_a_full_week_is_said_and_left_to_the_user(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    told = (45, "", "", "", "", "", NOW)
    for day in (25, 26):
        session.keep(plan, maya.id, datetime(2026, 11, day, 9), "Europe/London", *told)
    full = "The week of 23 Nov is full: it holds 2 of 2 1-2-1s."
    assert user.says("days-shown") == "30 Nov – 4 Dec"
    assert user.says("passed-over") == full
    user.take("2026-12-01T10:00")
    assert user.says("when-note") == ""
    user.take_other(date(2026, 11, 24), time(10))
    assert user.says("when-note") == full
    user.press("full-weeks")
    assert user.says("days-shown") == "23 – 27 Nov"
    assert user.says("passed-over") == "" and not user.sees("full-weeks")
    user.take("2026-11-24T11:00")
    assert user.says("when-note") == ""


def test_paging_goes_over_what_is_left_out_both_ways(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    told = (45, "", "", "", "", "", NOW)
    for day in (1, 2):
        session.keep(plan, maya.id, datetime(2026, 12, day, 9), "Europe/London", *told)
    assert user.says("passed-over") == ""  # not before it is in sight
    user.press("after")
    assert user.says("days-shown") == "7 – 11 Dec"
    assert "The week of 30 Nov is full" in user.says("passed-over")
    user.press("before")
    assert user.says("days-shown") == "23 – 27 Nov"
    assert not user.find(QWidget, "before").isEnabled()


def test_the_best_times_are_one_press_away_wherever_one_pages(user: PlanDriver) -> None:
    best = user.best()
    assert best == {
        "best-2026-11-23T09:00": "Mon 09:00",
        "best-2026-11-24T16:00": "Tue 16:00",
        "best-2026-11-25T12:00": "Wed 12:00",
        "best-2026-11-26T14:00": "Thu 14:00",
        "best-2026-11-27T10:00": "Fri 10:00",
    }
    user.press("after")
    assert user.best() == best
    user.press("best-2026-11-25T12:00")
    assert user.chosen() == "Wednesday 25 November, 12:00 – 12:45"
    assert "2026-11-25T12:00" in user.slots()  # its day is in sight
    user.find(QWidget, "best-2026-11-25T12:00").setFocus()
    user.key(KEY.Key_Right)
    user.key(KEY.Key_Right)
    user.key(KEY.Key_Right)
    assert user.focus() == "best-2026-11-27T10:00"
    user.key(KEY.Key_Left)
    user.key(KEY.Key_Return)
    assert user.chosen() == "Thursday 26 November, 14:00 – 14:45"


def test_three_times_are_copied_on_the_guests_own_clock(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    session.keep(edit_person, replace(maya, zone="Europe/Berlin"))
    user.press("copy-times")
    assert QGuiApplication.clipboard().text() == (
        "Would one of these times suit you?\n\n"
        "- Monday 23 November, 10:00 to 10:45\n"
        "- Tuesday 24 November, 17:00 to 17:45\n"
        "- Wednesday 25 November, 13:00 to 13:45\n\n"
        "(All times are Berlin time.)"
    )
    assert user.says("plan-told") == "3 times are copied, in words to paste into a message."
    tip = user.find(QWidget, "slot-2026-11-24T10:00").toolTip()
    assert tip == "11:00 for Maya"


def test_a_taken_time_says_what_is_on_then(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    told = (45, "The Wharf", "", "", "", "", NOW)
    session.keep(plan, maya.id, datetime(2026, 11, 24, 9, 40), "Europe/London", *told)
    assert user.taken() == ["2026-11-24T09:00", "2026-11-24T10:00"]
    for at in user.taken():
        tip = user.find(QWidget, f"slot-{at}").toolTip()
        assert tip == "You are to meet Maya Okafor then."
    user.wish("part-of-day", "Mornings")
    late = user.find(QWidget, "slot-2026-11-24T10:30")
    assert late.toolTip() == "That leaves no time for the way there or back."


def test_on_a_trip_to_them_times_are_by_the_clock_there(
    page: PlanPage,
    user: PlanDriver,
    session: Session,
    maya: Person,
    store: Store,
    only: Callable[[], Meeting],
) -> None:
    with store.transaction():
        store.people.update(replace(maya, city="New York", zone="America/New_York"))
        store.me.put(replace(store.me.get(), city="Leeds"))
        store.trips.add(Trip(city="New York", starts=date(2026, 11, 25), ends=date(2026, 11, 26)))
    page.open(Route(Where.PLAN, person=maya.id))
    assert user.says("times-away") == (
        "On a trip: times of Wed 25 – Thu 26 November are those of New York."
    )
    assert set(user.best()) <= {f"best-2026-11-{day}T{hour:02}:00" for day in (25, 26)
                                for hour in range(9, 17)}  # fmt: skip
    user.take("2026-11-25T10:00")
    assert user.chosen() == "Wednesday 25 November, 10:00 – 10:45, New York"
    assert user.says("their-time") == ""
    user.press("plan-it")
    assert (only().starts, only().zone) == (datetime(2026, 11, 25, 10), "America/New_York")
    user.press("reschedule")
    user.take("2026-11-27T10:00")
    user.press("change")
    assert (only().starts, only().zone) == (datetime(2026, 11, 27, 10), "Europe/London")
    user.press("reschedule")
    user.take("2026-11-26T09:00")
    user.press("change")
    assert (only().starts, only().zone) == (datetime(2026, 11, 26, 9), "America/New_York")


def test_a_trip_elsewhere_is_named_and_its_days_are_for_calls_alone(
    page: PlanPage, user: PlanDriver, maya: Person, store: Store
) -> None:
    with store.transaction():
        store.people.update(replace(maya, city="Leeds"))
        store.me.put(replace(store.me.get(), city="Leeds"))
        store.trips.add(Trip(city="New York", starts=date(2026, 11, 25), ends=date(2026, 11, 26)))
    page.open(Route(Where.PLAN, person=maya.id))
    assert not any(at.startswith(("best-2026-11-25", "best-2026-11-26")) for at in user.best())
    assert user.says("passed-over") == "You are in New York Wed 25 – Thu 26 November."
    assert user.says("times-away") == ""
    user.take_other(date(2026, 11, 25), time(9))
    assert user.says("when-note") == "You are in New York that day."
    user.press("online")
    assert user.says("when-note") == user.says("passed-over") == ""
    assert user.says("times-away") == (
        "On a trip: times of Wed 25 – Thu 26 November are those of New York."
    )
    assert user.chosen() == "Wednesday 25 November, 09:00 – 09:45, New York"
    assert user.says("their-time") == ""


def test_the_days_of_a_trip_to_them_are_shown_though_nobody_is_met_on_such_days(
    page: PlanPage, user: PlanDriver, maya: Person, store: Store
) -> None:
    saturday = date(2026, 11, 28)
    with store.transaction():
        store.people.update(replace(maya, city="Manchester"))
        store.me.put(replace(store.me.get(), city="Leeds"))
        store.trips.add(Trip(city="Manchester", starts=saturday, ends=saturday))
    page.open(Route(Where.PLAN, person=maya.id))
    user.press("trip-days")
    assert page.findChild(QWidget, "slot-2026-11-28T09:00") is not None
    assert {at[:15] for at in user.best()} == {"best-2026-11-28"}


def test_their_own_time_stays_in_sight_once_it_is_planned(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    session.keep(edit_person, replace(maya, zone="Asia/Tokyo"))
    user.take("2026-11-24T09:00")
    user.press("plan-it")
    assert user.says("planned-where").startswith("18:00 for Maya · ")


def test_days_off_are_left_out_once_they_are_known(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person, qtbot: QtBot
) -> None:
    page.open(Route(Where.PLAN, person=maya.id, day=date(2026, 12, 24)))
    qtbot.waitUntil(lambda: user.sees("passed-over"))
    assert user.says("passed-over") == (
        "Days off: Fri 25, Christmas Day; Mon 28, Boxing Day (observed); Fri 1, New Year's Day."
    )
    assert "2026-12-25T10:00" not in user.slots()
    user.take_other(date(2026, 12, 25), time(10))
    assert user.says("when-note") == "That day is Christmas Day."


def test_no_hours_and_too_short_ones_say_what_to_do(user: PlanDriver, session: Session) -> None:
    session.keep(save, replace(SAM, week=(CLOSED,) * 7))
    assert "About me names no hours" in user.says("no-times")
    assert not user.sees("slots")
    user.take_other(date(2026, 11, 29), time(18, 15))
    assert user.chosen() == "Sunday 29 November, 18:15 – 19:00"


def test_another_time_is_typed_and_one_that_cannot_be_is_told(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    user.take_other(date(2027, 3, 28), time(1, 30))
    assert "the clocks go forward" in user.says("other-time-wrong")
    assert user.chosen() == ""
    user.take_other(date(2026, 11, 24), time(7, 10))
    assert user.says("other-time-wrong") == ""
    assert user.chosen() == "Tuesday 24 November, 07:10 – 07:55"
    told = (45, "", "", "", "", "", NOW)
    session.keep(plan, maya.id, datetime(2026, 11, 28, 9), "Europe/London", *told)
    user.take_other(date(2026, 11, 28), time(9, 30))
    assert user.says("when-note") == "You are to meet Maya Okafor then."
    user.take_other(date(2026, 11, 20), time(9))
    assert "has begun already" in user.says("when-note")


def test_a_zone_that_nobody_set_is_told_in_words(user: PlanDriver, session: Session) -> None:
    session.keep(save, replace(session.me, zone="Etc/UTC"))
    assert user.says("plan-line") == "Times in UTC"


def test_the_guests_own_time_is_told_where_it_differs(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    assert user.says("plan-line") == "London time"
    session.keep(edit_person, replace(maya, zone="Australia/Sydney"))
    assert user.says("plan-line") == ("London time · Maya is in Sydney, where it is 20:30 now")
    user.take("2026-11-24T16:00")
    assert user.says("their-time") == "Wed 25, 03:00 for Maya, in Sydney"
    session.keep(edit_person, replace(maya, zone="Europe/Lisbon"))
    assert (user.says("plan-line"), user.says("their-time")) == ("London time", "")


# where, what for, and the message


def test_neutral_ground_is_offered_and_a_new_place_remembered(
    user: PlanDriver, store: Store
) -> None:
    assert user.neutral_places() == ["The Wharf"]
    user.take_place("The Wharf")
    assert user.holds("place") == "The Wharf, Leeds"
    assert user.is_ticked("neutral")
    user.answer("place", "Kiosk <b>, Park")
    assert user.is_ticked("neutral")
    user.tick("neutral")
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    kept = {place.name: place.neutral for place in store.places.all()}
    assert kept == {"The Wharf": True, "My office": False, "Kiosk <b>": False}
    user.press("online")
    assert user.holds("place") == "Online"
    assert not user.sees("neutral")


def test_whether_a_known_place_is_neutral_is_said_at_once(
    user: PlanDriver, store: Store, session: Session
) -> None:
    user.answer("place", "my office")
    assert not user.is_ticked("neutral")
    user.tick("neutral")
    assert all(place.neutral for place in store.places.all())
    assert sorted(user.neutral_places()) == ["My office", "The Wharf"]
    session.undo_stack.undo()
    assert user.neutral_places() == ["The Wharf"]
    assert not user.is_ticked("neutral")


def test_the_aims_are_proposed_and_kept_as_written(
    page: PlanPage, user: PlanDriver, store: Store, maya: Person, only: Callable[[], Meeting]
) -> None:
    with store.transaction():
        store.promises.add(Promise(person=maya.id, text="Introduce her to Tom"))
    page.open(Route(Where.PLAN, person=maya.id))
    assert user.holds("learn") == "What Maya does, and how it began"
    assert user.holds("give") == "Introduce her to Tom"
    assert user.sees("aims-proposed")
    user.type("ask", "Who does her accounts?")
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    kept = only()
    assert (kept.learn, kept.give, kept.ask) == (
        "What Maya does, and how it began",
        "Introduce her to Tom",
        "Who does her accounts?",
    )


def test_the_draft_follows_time_and_place_until_it_is_the_users_own(user: PlanDriver) -> None:
    assert "Would a time in the next week or two suit you?" in user.holds("invitation")
    count = len(user.holds("invitation").split())
    assert user.says("invitation-words") == f"Personal, no pitch. {count} words."
    user.take(TUESDAY_TEN)
    user.take_place("The Wharf")
    assert f"{DRAFT_TIME} at The Wharf suit you?" in user.holds("invitation")
    assert not user.sees("draft-again")
    user.type("invitation", "Tuesday 24 November at 10:00 at The Wharf? I bring the plans.")
    assert user.says("invitation-words") == "In your own words: 12."
    user.take("2026-11-26T14:00")
    assert user.holds("invitation") == (
        "Thursday 26 November at 14:00 at The Wharf? I bring the plans."
    )
    user.press("draft-again")
    assert "Would Thursday 26 November at 14:00 at The Wharf suit you?" in user.holds("invitation")
    assert user.says("invitation-words").startswith("Personal, no pitch.")


# planning it


def test_plan_it_plans_says_so_and_is_undone(
    page: PlanPage, user: PlanDriver, session: Session, store: Store, only: Callable[[], Meeting]
) -> None:
    done: list[str] = []
    session.done.connect(done.append)
    assert user.primary() == ["save-calendar"]
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    assert (only().starts, only().zone, only().minutes) == (
        datetime(2026, 11, 24, 10),
        "Europe/London",
        45,
    )
    assert done == ["1-2-1 with Maya planned for Tuesday 10:00"]
    assert user.says("plan-title") == "1-2-1 with Maya Okafor"
    assert user.says("planned-when") == "Planned for Tuesday 24 November, 10:00 – 10:45"
    assert user.says("planned-state") == "Proposed"
    assert not user.sees("plan-it") and not user.sees("slots")
    assert user.primary() == ["save-calendar"]
    assert user.focus() == "save-calendar"
    session.undo_stack.undo()
    assert store.meetings.all() == []
    assert user.says("plan-title") == "Plan a 1-2-1 with Maya Okafor"
    assert user.chosen() == "Tuesday 24 November, 10:00 – 10:45"
    session.undo_stack.redo()
    assert user.says("planned-state") == "Proposed"


def test_without_a_time_it_says_what_is_missing(
    user: PlanDriver, store: Store, dialog: SaveDialog
) -> None:
    user.press("save-calendar")
    assert user.says("plan-wrong") == "Choose a time first."
    assert user.at_slot() == "2026-11-23T09:00"
    assert store.meetings.all() == [] and dialog.offered == []
    user.key(KEY.Key_Return)
    assert user.says("plan-wrong") == ""


def test_saving_to_the_calendar_plans_it_and_writes_a_sound_file(
    user: PlanDriver, dialog: SaveDialog, only: Callable[[], Meeting]
) -> None:
    user.take(TUESDAY_TEN)
    user.press("save-calendar")
    assert dialog.offered == ["1-2-1 Maya Okafor 2026-11-24.ics"]
    assert read(dialog.last()).one("METHOD").value == "PUBLISH"
    assert event_of(dialog.last()).one("UID").value == only().uid
    assert user.says("plan-told").startswith("Saved: ")
    with opened("file") as programs:
        user.press("plan-link")
    assert programs.links[0].endswith("1-2-1%20Maya%20Okafor%202026-11-24.ics")


def test_thinking_better_of_the_file_plans_nothing(
    user: PlanDriver, dialog: SaveDialog, store: Store
) -> None:
    user.take(TUESDAY_TEN)
    dialog.refuse = True
    user.press("save-calendar")
    assert store.meetings.all() == []


def test_a_file_that_cannot_be_written_is_refused_before_anything_is_planned(
    user: PlanDriver, dialog: SaveDialog, store: Store, session: Session
) -> None:
    refused: list[str] = []
    session.refused.connect(refused.append)
    user.take(TUESDAY_TEN)
    dialog.folder = dialog.folder / "not there"
    user.press("save-calendar")
    assert refused[0].startswith("There is no folder")
    assert store.meetings.all() == []


def test_a_name_from_outside_makes_a_safe_file_name(
    page: PlanPage, user: PlanDriver, session: Session, store: Store, dialog: SaveDialog
) -> None:
    with store.transaction():
        mean = store.people.add(Person(name='../<b>Ann|e: "x"?\\*' + "é" * 200))
    page.open(Route(Where.PLAN, person=mean.id))
    user.take(TUESDAY_TEN)
    user.press("save-calendar")
    name = dialog.offered[0]
    assert not set(name) & set('<>:"/\\|?*')
    assert len(name) < 100 and name.endswith(".ics")


def test_moving_it_keeps_the_uid_raises_the_sequence_and_asks_to_send_it_again(
    user: PlanDriver, dialog: SaveDialog, only: Callable[[], Meeting], session: Session
) -> None:
    user.take(TUESDAY_TEN)
    user.press("save-invitation")
    before = event_of(dialog.last())
    assert read(dialog.last()).one("METHOD").value == "REQUEST"
    user.press("reschedule")
    assert user.at_slot() == TUESDAY_TEN
    assert user.notes() == []
    user.take("2026-11-26T14:00")
    assert user.primary() == ["change"]
    assert user.words_on("change") == "Move it"
    assert only().starts == datetime(2026, 11, 24, 10)
    user.press("change")
    assert (only().starts, only().sequence) == (datetime(2026, 11, 26, 14), 1)
    assert user.says("planned-when") == "Planned for Thursday 26 November, 14:00 – 14:45"
    assert user.notes() == ["Maya has the invitation as it was before. Save the updated one…"]
    user.press("old-invitation")
    after = event_of(dialog.last())
    assert after.one("UID").value == before.one("UID").value
    assert (before.one("SEQUENCE").value, after.one("SEQUENCE").value) == ("0", "1")
    assert user.notes() == []
    session.undo_stack.undo()
    assert only().starts == datetime(2026, 11, 24, 10)
    assert only().sequence == 2
    assert user.says("planned-when") == "Planned for Tuesday 24 November, 10:00 – 10:45"
    assert len(user.notes()) == 1


def test_another_place_is_kept_when_the_user_says_so(
    user: PlanDriver, only: Callable[[], Meeting]
) -> None:
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    user.take_place("The Wharf")
    assert user.words_on("change") == "Change the place"
    assert only().place == ""
    user.press("change")
    assert (only().place, only().sequence) == ("The Wharf, Leeds", 1)
    assert user.primary() == ["save-calendar"]


def test_words_of_a_planned_one_are_kept_when_left_and_raise_no_sequence(
    user: PlanDriver, only: Callable[[], Meeting], session: Session
) -> None:
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    steps = session.undo_stack.count()
    user.answer("give", "The name of a joiner")
    user.answer("invitation", "Coffee on Tuesday?")
    assert (only().give, only().invitation) == ("The name of a joiner", "Coffee on Tuesday?")
    assert only().sequence == 0
    assert session.undo_stack.count() == steps + 2
    session.undo_stack.undo()
    assert DRAFT_TIME in only().invitation
    assert DRAFT_TIME in user.holds("invitation")


def test_looking_at_a_planned_one_changes_nothing(
    page: PlanPage, user: PlanDriver, session: Session, only: Callable[[], Meeting]
) -> None:
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    steps, kept = session.undo_stack.count(), only()
    for _ in range(25):
        user.key(KEY.Key_Tab)
    assert page.may_leave()
    assert (session.undo_stack.count(), only()) == (steps, kept)


def test_they_said_yes_and_calling_it_off(
    page: PlanPage,
    user: PlanDriver,
    only: Callable[[], Meeting],
    session: Session,
    dialog: SaveDialog,
) -> None:
    user.take(TUESDAY_TEN)
    user.press("save-invitation")
    user.press("agree")
    assert only().state is State.AGREED
    assert user.says("planned-state") == "Agreed"
    assert not user.sees("agree")
    user.press("cancel-meeting")
    user.press("off-me")
    assert only().state is State.CANCELLED
    assert user.says("planned-when") == "Called off: Tuesday 24 November, 10:00 – 10:45"
    assert not user.sees("save-calendar") and not user.sees("place")
    assert user.primary() == ["plan-another"]
    user.press("old-invitation")
    assert dialog.offered[-1] == "Cancellation Maya Okafor 2026-11-24.ics"
    assert read(dialog.last()).one("METHOD").value == "CANCEL"
    event_of(dialog.last())
    session.undo_stack.undo()
    assert only().state is State.AGREED
    assert user.sees("save-calendar")


def test_planning_another_starts_afresh(
    page: PlanPage, user: PlanDriver, maya: Person, only: Callable[[], Meeting]
) -> None:
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    page.open(Route(Where.PLAN, person=maya.id))  # as by going back
    assert user.says("planned-state") == "Proposed"
    wanted = routes(page)
    user.press("plan-another")
    assert wanted == [Route(Where.PLAN, person=maya.id)]
    page.open(wanted[0])
    assert user.says("plan-title") == "Plan a 1-2-1 with Maya Okafor"
    assert user.notes() == [
        "You are to meet on Tuesday 24 November, 10:00, already. Change that one"
    ]
    user.press("change-other")
    assert wanted[-1] == Route(Where.PLAN, meeting=only().id)


def test_a_kept_one_is_opened_to_be_changed(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person
) -> None:
    told = (50, "Online", "Her story", "", "", "See you!", NOW)
    starts = datetime(2026, 12, 9, 9)
    meeting = session.keep(plan, maya.id, starts, "Europe/London", *told)
    assert isinstance(meeting, Meeting)
    page.open(Route(Where.PLAN, meeting=meeting.id))
    assert user.says("days-shown") == "7 – 11 Dec"
    assert user.chosen() == "Wednesday 9 December, 09:00 – 09:50"
    assert (user.holds("place"), user.holds("learn")) == ("Online", "Her story")
    assert user.holds("invitation") == "See you!"
    assert user.taken() == []
    assert not user.sees("change")
    user.press("before")
    assert user.says("days-shown") == "30 Nov – 4 Dec"


# the message


def test_copying_a_message_that_names_a_time_plans_it(
    user: PlanDriver, store: Store, only: Callable[[], Meeting]
) -> None:
    user.press("copy-message")
    assert "a time in the next week or two" in QGuiApplication.clipboard().text()
    assert store.meetings.all() == []
    user.take(TUESDAY_TEN)
    user.press("copy-message")
    assert QGuiApplication.clipboard().text() == only().invitation
    assert user.says("plan-told") == "The message is copied."


def test_the_mail_goes_to_the_guest_alone_with_the_message_whole(
    user: PlanDriver, only: Callable[[], Meeting]
) -> None:
    user.take(TUESDAY_TEN)
    user.paste("invitation", "Hi Maya & Tom,\n?cc=eve@evil.example&bcc=x Größe 100%")
    with opened("mailto") as programs:
        user.press("mail")
    (link,) = programs.links
    assert link.startswith("mailto:maya@harbour.example?subject=1-2-1%20on%20Tuesday")
    assert link.count("&") == 1
    body = unquote(link.partition("&body=")[2])
    assert body == "Hi Maya & Tom,\r\n?cc=eve@evil.example&bcc=x Größe 100%"
    assert only().state is State.PROPOSED
    assert user.says("plan-told") == "Your mail program has the message."


def test_a_message_too_long_for_a_link_is_copied(user: PlanDriver) -> None:
    user.paste("invitation", "word " * 500)
    assert "shorter" in user.says("invitation-words").lower()
    with opened("mailto") as programs:
        user.press("mail")
    assert "body" not in programs.links[0]
    assert QGuiApplication.clipboard().text() == "word " * 500
    assert "copied" in user.says("plan-told")


def test_missing_addresses_are_told_with_the_way_to_add_them(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person, store: Store
) -> None:
    wanted = routes(page)
    user.take(TUESDAY_TEN)
    session.keep(save, replace(SAM, email=""))
    user.press("save-invitation")
    assert user.says("plan-wrong").startswith("An invitation needs your e-mail address")
    user.press("plan-link")
    session.keep(save, SAM)
    session.keep(edit_person, replace(maya, emails=()))
    for name in ("save-invitation", "mail"):
        user.press(name)
        assert user.says("plan-wrong").startswith("There is no e-mail address of Maya")
        assert user.words_on("plan-link") == "Open Maya's page"
        user.press("plan-link")
    assert wanted == [Route(Where.ME), *[Route(Where.PEOPLE, person=maya.id)] * 2]
    assert store.meetings.all() == []


def test_the_cheat_sheet_is_for_the_person_or_for_the_planned_one(
    page: PlanPage, user: PlanDriver, maya: Person, only: Callable[[], Meeting]
) -> None:
    sheets: list[tuple[int, int]] = []
    page.sheet_wanted.connect(lambda person, meeting: sheets.append((person, meeting)))
    user.press("sheet")
    user.take(TUESDAY_TEN)
    user.press("sheet")
    assert sheets == [(maya.id, 0), (maya.id, only().id)]


# what is left half done


def test_what_was_typed_is_there_again_after_leaving_and_after_a_restart(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person, store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        other = store.people.add(Person(name="Jonas Lindqvist"))
    user.take(TUESDAY_TEN)
    user.type("give", "A joiner's name")
    user.type("place", "Kiosk, Park")
    assert page.may_leave()
    page.open(Route(Where.PLAN, person=other.id))
    assert user.holds("place") == "" and user.chosen() == ""
    assert page.may_leave()
    again = PlanPage(session)
    qtbot.addWidget(again)
    again.open(Route(Where.PLAN, person=maya.id))
    again.show()
    later = PlanDriver(again)
    assert later.notes() == ["Here is what you left unfinished. Start afresh"]
    assert (later.holds("give"), later.holds("place")) == ("A joiner's name", "Kiosk, Park")
    assert later.chosen() == "Tuesday 24 November, 10:00 – 10:45"
    assert f"{DRAFT_TIME} at Kiosk suit you?" in later.holds("invitation")
    later.press("start-afresh")
    assert later.holds("place") == "" and later.notes() == []
    assert again.may_leave()
    again.open(Route(Where.PLAN, person=maya.id))
    assert later.notes() == []


def test_planning_forgets_what_was_left(
    page: PlanPage, user: PlanDriver, maya: Person, session: Session
) -> None:
    user.take(TUESDAY_TEN)
    assert page.may_leave()
    page.open(Route(Where.PLAN, person=maya.id))
    assert user.notes() == ["Here is what you left unfinished. Start afresh"]
    user.press("plan-it")
    assert user.notes() == []
    user.press("plan-another")
    page.open(Route(Where.PLAN, person=maya.id))
    assert "unfinished" not in " ".join(user.notes())
    assert user.chosen() == ""


def test_a_time_that_is_over_by_then_is_not_taken_up_again(
    page: PlanPage, user: PlanDriver, maya: Person, session: Session, clock: object
) -> None:
    user.take("2026-11-23T09:00")
    assert page.may_leave()
    clock.moment = NOW + timedelta(days=3)  # type: ignore[attr-defined]
    page.open(Route(Where.PLAN, person=maya.id))
    assert user.chosen() == ""
    assert user.notes() == []
    assert "in the next week or two" in user.holds("invitation")


def test_a_move_left_half_done_waits_and_words_are_kept(
    page: PlanPage, user: PlanDriver, only: Callable[[], Meeting], maya: Person
) -> None:
    user.take(TUESDAY_TEN)
    user.press("plan-it")
    user.press("reschedule")
    user.take("2026-11-26T14:00")
    user.type("learn", "Her story")
    assert page.may_leave()
    assert (only().learn, only().starts.day) == ("Her story", 24)
    page.open(Route(Where.PLAN, meeting=only().id))
    assert user.chosen() == "Thursday 26 November, 14:00 – 14:45"
    assert user.primary() == ["change"]
    user.press("change")
    assert only().starts.day == 26


# what is not there any more, and what is over


def test_somebody_removed_meanwhile_leaves_a_way_out(
    page: PlanPage, user: PlanDriver, store: Store, session: Session, maya: Person
) -> None:
    from planner.journeys.keep_people import remove_person

    wanted = routes(page)
    session.do("Removed", remove_person, maya.id)
    assert user.sees("empty") and not user.sees("place")
    assert page.may_leave()
    user.press("people")
    assert wanted == [Route(Where.PEOPLE)]
    session.undo_stack.undo()
    assert user.sees("place")


def test_somebody_removed_before_and_brought_back_is_planned_with(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person, qtbot: QtBot
) -> None:
    from planner.journeys.keep_people import remove_person

    proposed = (user.holds("learn"), user.holds("invitation"))
    session.do("Removed", remove_person, maya.id)
    fresh = PlanPage(session)
    qtbot.addWidget(fresh)
    fresh.open(Route(Where.PLAN, person=maya.id))
    fresh.show()
    later = PlanDriver(fresh)
    assert later.sees("empty")
    session.undo_stack.undo()
    assert (later.holds("learn"), later.holds("invitation")) == proposed
    assert len(later.slots()) == 40 and later.says("no-times") == ""
    assert len(user.slots()) == 40


def test_nothing_is_unfinished_where_nothing_was_typed(
    page: PlanPage, user: PlanDriver, store: Store, maya: Person
) -> None:
    with store.transaction():
        store.promises.add(Promise(person=maya.id, text="Introduce  her\nto Tom"))
    page.open(Route(Where.PLAN, person=maya.id))
    user.answer("place", "My office")
    user.answer("place", "")
    assert page.may_leave()
    page.open(Route(Where.PLAN, person=maya.id))
    assert user.notes() == []


@pytest.mark.parametrize("route", [Route(Where.PLAN), Route(Where.PLAN, meeting=99)])
def test_a_route_to_nobody_says_what_to_do(page: PlanPage, user: PlanDriver, route: Route) -> None:
    page.open(route)
    assert user.sees("empty")
    assert page.may_leave()


def test_one_that_was_held_is_shown_as_that(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person
) -> None:
    told = (45, "", "", "", "", "", NOW)
    starts = datetime(2026, 11, 20, 9)
    meeting = session.keep(plan, maya.id, starts, "Europe/London", *told)
    assert isinstance(meeting, Meeting)
    session.keep(mark, meeting.id, State.HELD, NOW)
    page.open(Route(Where.PLAN, meeting=meeting.id))
    assert user.says("planned-when") == "Held on Friday 20 November, 09:00 – 09:45"
    assert user.primary() == ["plan-another"]


def test_text_from_outside_is_shown_as_it_is(
    page: PlanPage, user: PlanDriver, session: Session, maya: Person, store: Store
) -> None:
    with store.transaction():
        store.places.add(Place(name="<img src=x>"))
        store.people.update(replace(maya, name="<b>Maya</b> & Co"))
    page.open(Route(Where.PLAN, person=maya.id, meeting=0))
    assert user.says("plan-title") == "Plan a 1-2-1 with <b>Maya</b> & Co"
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_cancelled_elsewhere_gives_its_time_back(
    user: PlanDriver, session: Session, maya: Person
) -> None:
    told = (45, "", "", "", "", "", NOW)
    starts = datetime(2026, 11, 24, 10)
    meeting = session.keep(plan, maya.id, starts, "Europe/London", *told)
    assert isinstance(meeting, Meeting)
    assert user.taken() == [TUESDAY_TEN]
    session.keep(cancel, meeting.id, NOW)
    assert user.taken() == []
