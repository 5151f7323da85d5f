"""Trips through the window: added by keyboard, seen on Today, changed, removed and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.trips import Trip
from planner.journeys.keep_trips import add_trip, remove_trip
from planner.journeys.suggest_people import not_now
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.clocks import StandingClock
from tests.ui.drivers_plan import PlanDriver
from tests.ui.drivers_trips import TripsDriver
from tests.ui.drivers_window import TodayDriver
from ui import background
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.town_input import TownInput

MANCHESTER = "Manchester · Thu 3 – Fri 4 December"
SAMPLE = {
    MANCHESTER: [
        "Priya Shah Partner",
        "Wei Lin Zhang Salford · Logistics coordinator",
        "Gareth Prosser Stockport · Estate planner",
    ]
}
NEXT_MONDAY = date(2026, 11, 23)


def shown(session: Session, view: QSettings, qtbot: QtBot) -> TripsDriver:
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return TripsDriver(made)


@pytest.fixture
def user(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[TripsDriver]:
    """The sample network, which has a trip to Manchester in it."""
    yield shown(network, view, qtbot)
    assert background.wait_for_all()


@pytest.fixture
def alone(session: Session, view: QSettings, qtbot: QtBot) -> Iterator[TripsDriver]:
    """Somebody in Leeds who does not meet online and has been nowhere."""
    store = session.store
    with store.transaction():
        me = replace(store.me.get(), name="Sam", city="Leeds", meets_online=False, ready=True)
        store.me.put(replace(me, zone="Europe/London"))
        for name, city in (("Ana", "Leeds"), ("Ben", "Oslo"), ("Cleo", "Edinburgh")):
            store.people.add(a_person(name, city=city))
    yield shown(session, view, qtbot)
    assert background.wait_for_all()


def test_today_shows_who_is_there_and_why(user: TripsDriver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: user.there() == SAMPLE)
    reasons = TodayDriver(user.page.root).reasons("Priya Shah")
    assert "Near you soon: you are in Manchester Thu 3 – Fri 4 December" in reasons


def test_a_trip_is_added_by_keyboard_and_today_follows(alone: TripsDriver, qtbot: QtBot) -> None:
    assert alone.there() == {}
    alone.keys("Ctrl+Shift+T")
    form = alone.form()
    qtbot.waitUntil(lambda: form.focus() == "trip-city")
    assert form.days() == (NEXT_MONDAY, NEXT_MONDAY)
    form.write("Edinbur")
    qtbot.waitUntil(form.offers_towns)
    form.key(Qt.Key.Key_Down)  # Edinburgh is offered
    form.key(Qt.Key.Key_Return)
    form = alone.form()  # the list of towns is away
    assert form.holds("trip-city") == "Edinburgh"
    form.key(Qt.Key.Key_Tab)
    for _ in range(3):
        form.key(Qt.Key.Key_Up)
    for _ in ("month", "year", "the last day"):
        form.key(Qt.Key.Key_Tab)
    assert form.days() == (NEXT_MONDAY + timedelta(days=3),) * 2, "the last day came along"
    form.key(Qt.Key.Key_Up)
    form.key(Qt.Key.Key_Return)
    assert "trip-dialog" not in alone.dialogs()
    assert alone.toast() == "Trip to Edinburgh added"
    qtbot.waitUntil(
        lambda: alone.there() == {"Edinburgh · Thu 26 – Fri 27 November": ["Cleo Mortgage adviser"]}
    )
    assert "Cleo" in [card.accessibleName() for card in alone.page.all(QWidget, "suggestion")]
    alone.undo()
    qtbot.waitUntil(lambda: alone.there() == {})
    assert "Cleo" not in [card.accessibleName() for card in alone.page.all(QWidget, "suggestion")]


def read(session: Session, qtbot: QtBot) -> None:
    """Waits until the sample network's calendar is read."""
    calendars = session.calendars
    qtbot.waitUntil(lambda: bool(calendars.busy()) and not calendars.reading)


def test_a_1_2_1_is_planned_on_the_days_of_the_trip(
    user: TripsDriver, network: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: user.there() == SAMPLE)
    user.plan_with("Wei Lin Zhang")
    assert user.at is Where.PLAN
    plan = PlanDriver(user.page.root)  # type: ignore[arg-type]
    assert plan.says("plan-title") == "Plan a 1-2-1 with Wei Lin Zhang"
    read(network, qtbot)
    assert plan.slots()[0] == "2026-12-03T09:00"
    assert plan.says("trip-note") == "You are in Manchester Thu 3 – Fri 4 December."
    there = "I am in Manchester on Thursday 3 and Friday 4 December."
    assert not plan.sees("neutral-places")  # all that are known are at home
    assert f"{there} Could we meet then?" in plan.holds("invitation")
    plan.take("2026-12-03T09:00")
    assert f"{there} Would Thursday 3 December at 09:00 suit you?" in plan.holds("invitation")
    plan.take("2026-12-07T09:00")
    assert "Manchester" not in plan.holds("invitation")


def test_the_days_of_a_trip_are_a_press_away_wherever_one_comes_from(
    user: TripsDriver, network: Session, qtbot: QtBot
) -> None:
    priya = next(one for one in network.store.people.all() if one.name == "Priya Shah")
    user.window.go(Route(Where.PLAN, person=priya.id))
    plan = PlanDriver(user.page.root)  # type: ignore[arg-type]
    read(network, qtbot)
    assert plan.slots()[0].startswith("2026-11-23")
    assert plan.notes() == ["You are in Manchester Thu 3 – Fri 4 December. Show these days"]
    assert "Manchester" not in plan.holds("invitation")
    plan.press("trip-days")
    assert "I am in Manchester on Thursday 3" in plan.holds("invitation")
    assert plan.slots()[0] == "2026-12-03T09:00"
    assert plan.says("trip-note") == "You are in Manchester Thu 3 – Fri 4 December."
    (trip,) = network.store.trips.all()
    network.do("Removed", remove_trip, trip.id)
    assert (plan.notes(), plan.says("trip-note")) == ([], "")


def test_a_person_there_is_looked_at(user: TripsDriver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: user.there() == SAMPLE)
    user.look_at("Gareth Prosser")
    assert user.at is Where.PEOPLE


def test_everybody_there_is_listed_and_one_of_them_opened(
    user: TripsDriver, network: Session, qtbot: QtBot
) -> None:
    with network.store.transaction() as work:
        network.store.people.add(a_person("Zita", city="Manchester"))
    network.announce(work.change)
    qtbot.waitUntil(lambda: user.page.sees("all-there"))
    assert user.page.words_on("all-there") == "All 4 who live there or near"
    user.page.press("all-there")
    names = [name for name, _ in user.everybody_there()]
    assert sorted(names) == ["Gareth Prosser", "Priya Shah", "Wei Lin Zhang", "Zita"]
    rows = user.dialog("people-there-dialog").find(QAbstractItemView, "people-there")
    rows.window().activateWindow()
    qtbot.waitUntil(rows.hasFocus)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert (user.at, user.dialogs()) == (Where.PEOPLE, [])


def test_nobody_left_to_be_met_hides_the_card(
    user: TripsDriver, network: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: user.there() == SAMPLE)
    for person in network.store.people.all():
        if person.city in ("Manchester", "Salford", "Stockport"):
            network.do("Rests", not_now, person.id, None, TODAY)
    qtbot.waitUntil(lambda: user.there() == {})


def test_a_trip_is_changed_and_removed_on_its_page(user: TripsDriver, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: user.there() == SAMPLE)
    user.go(Where.EVENTS)
    assert user.trips() == ["Manchester Thu 3 – Fri 4 December"]
    form = user.open_trip("Manchester")
    form.first_day(date(2026, 12, 9))
    assert form.days() == (date(2026, 12, 9), date(2026, 12, 10))
    form.press("save")
    assert user.trips() == ["Manchester Wed 9 – Thu 10 December"]
    assert user.toast() == "Trip to Manchester changed"
    user.go(Where.TODAY)
    changed = "Manchester · Wed 9 – Thu 10 December"
    qtbot.waitUntil(lambda: user.there() == {changed: SAMPLE[MANCHESTER]})

    user.go(Where.EVENTS)
    user.open_trip("Manchester").press("remove")
    assert user.trips() == []
    user.go(Where.TODAY)
    qtbot.waitUntil(lambda: user.there() == {})
    user.keys("Ctrl+Z")
    qtbot.waitUntil(lambda: list(user.there()) == [changed])


def test_delete_removes_the_trip_the_keyboard_is_on(user: TripsDriver, qtbot: QtBot) -> None:
    user.go(Where.EVENTS)
    line = user.trip("Manchester")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: user.trips() == [])
    assert user.toast() == "Trip to Manchester removed"
    user.undo()
    assert user.trips() == ["Manchester Thu 3 – Fri 4 December"]


def test_what_cannot_be_is_said_in_the_form(alone: TripsDriver, store: Store) -> None:
    alone.go(Where.EVENTS)
    alone.page.press("add-trip")
    form = alone.form()
    form.press("save")
    assert form.says("form-wrong") == "A trip needs the town you will be in."
    form.type("trip-city", "Oslo")
    form.last_day(TODAY)
    form.press("save")
    assert "cannot be before the first" in form.says("form-wrong")
    form.last_day(NEXT_MONDAY)
    form.press("save")
    assert alone.trips() == ["Oslo Mon 23 November"]
    assert store.trips.all() == [Trip(1, "Oslo", NEXT_MONDAY, NEXT_MONDAY)]


def test_tab_takes_the_town_offered(alone: TripsDriver, qtbot: QtBot) -> None:
    alone.keys("Ctrl+Shift+T")
    form = alone.form()
    qtbot.waitUntil(lambda: form.focus() == "trip-city")
    form.write("sheffi")
    qtbot.waitUntil(form.offers_towns)
    offered, field = form.at_keyboard(), form.find(TownInput, "trip-city")
    middle = field.mapToGlobal(field.rect().center()).y()
    assert offered.geometry().top() > middle, "what is asked stays in sight"
    form.key(Qt.Key.Key_Tab)
    assert not form.offers_towns()
    form = alone.form()
    assert (form.holds("trip-city"), form.focus()) == ("Sheffield", "trip-starts-edit")
    words = "Nobody in your library lives in Sheffield or near it yet."
    qtbot.waitUntil(lambda: form.says("trip-about") == words)
    form.type("trip-city", "Leeds")
    qtbot.waitUntil(lambda: not form.sees("trip-about"))


def test_a_town_nobody_knows_is_said_before_it_is_kept(alone: TripsDriver, qtbot: QtBot) -> None:
    alone.go(Where.EVENTS)
    alone.page.press("add-trip")
    form = alone.form()
    form.type("trip-city", "sheffi")
    qtbot.waitUntil(form.offers_towns)
    form.key(Qt.Key.Key_Escape)
    form = alone.form()
    words = "“sheffi” is no town known here: only people whose city reads the same are shown."
    qtbot.waitUntil(lambda: form.says("trip-about") == words)
    form.press("save")
    qtbot.waitUntil(
        lambda: alone.trips() == ["sheffi Mon 23 November · nobody you know lives there"]
    )


def test_past_trips_are_folded_away(alone: TripsDriver, session: Session) -> None:
    for days_ago in (30, 400):
        day = TODAY - timedelta(days=days_ago)
        session.do("Added", add_trip, Trip(city="Oslo", starts=day, ends=day))
    session.do("Added", add_trip, Trip(city="Edinburgh", starts=TODAY, ends=TODAY))
    alone.go(Where.EVENTS)
    assert alone.trips() == ["Edinburgh Sun 22 November · you are there now"]
    assert alone.page.words_on("past-trips") == "2 past trips"
    alone.page.press("past-trips")
    assert alone.trips()[1:] == ["Oslo Fri 23 October", "Oslo Sat 18 October 2025"]
    assert alone.focus() == "past-trips"
    alone.page.press("past-trips")
    assert len(alone.trips()) == 1


def test_without_a_trip_the_card_says_what_one_is_good_for(alone: TripsDriver) -> None:
    alone.go(Where.EVENTS)
    assert alone.page.reads("trips")[1].startswith("Where will you be?")


def test_another_day_begins_and_ends_the_weeks_of_a_trip(
    alone: TripsDriver, session: Session, clock: StandingClock, qtbot: QtBot
) -> None:
    starts = TODAY + timedelta(days=29)
    session.do("Added", add_trip, Trip(city="Oslo", starts=starts, ends=starts))
    alone.go(Where.EVENTS)
    clock.moment += timedelta(days=1)
    alone.go(Where.TODAY)
    qtbot.waitUntil(lambda: list(alone.there()) == ["Oslo · Mon 21 December"])
    alone.go(Where.EVENTS)
    clock.moment += timedelta(days=29)
    alone.go(Where.TODAY)
    qtbot.waitUntil(lambda: alone.there() == {})


def test_a_trip_gone_meanwhile_cannot_be_changed(user: TripsDriver, network: Session) -> None:
    user.go(Where.EVENTS)
    form = user.open_trip("Manchester")
    (trip,) = network.store.trips.all()
    network.do("Removed", remove_trip, trip.id)
    form.type("trip-city", "Salford")
    form.press("save")
    assert form.says("form-wrong") == "This trip is not in the library any more."
