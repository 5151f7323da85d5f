"""A 1-2-1 day through the window: picked, ordered, planned, given out, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFileDialog
from pytestqt.qtbot import QtBot

from planner.domain.meetings import Place
from planner.journeys.busy_times import name_calendar
from planner.journeys.keep_people import remove_person
from planner.journeys.plan_meeting import plan
from tests.builders import a_person
from tests.ui.drivers_day import DayDriver, shown
from tests.ui.drivers_window import WindowDriver
from ui import asking, background, file_dialogs
from ui.dialogs.people_there import PeopleThereDialog
from ui.dialogs.plan_day import PlanDayDialog
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.sheet_view import SheetView

WHARF = "The Wharf, 12 Dock St, Leeds"
NAMES = ("Maya Okafor", "Jonas Lindqvist", "Priya Shah", "Daniel Cho")
THREE = ["09:00 Maya Okafor", "10:00 Jonas Lindqvist", "11:00 Priya Shah"]


@pytest.fixture
def user(session: Session, view: QSettings, qtbot: QtBot) -> Iterator[WindowDriver]:
    """Somebody who knows four people and one coffee shop, on a Sunday."""
    store = session.store
    with store.transaction():
        me = replace(store.me.get(), name="Sam", email="sam@mail.example", ready=True)
        store.me.put(replace(me, zone="Europe/London"))
        store.places.add(Place(name="The Wharf", address="12 Dock St, Leeds"))
        for name in NAMES:
            emails = () if name == "Priya Shah" else (f"{name.split()[0].lower()}@mail.example",)
            store.people.add(a_person(name, emails=emails))
    yield from shown(session, view, qtbot)


@pytest.fixture
def traveller(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[WindowDriver]:
    """The sample network, which has a trip to Manchester in it."""
    yield from shown(network, view, qtbot)


def day_of(user: WindowDriver) -> DayDriver:
    day = DayDriver(user.dialog("plan-day-dialog").root)
    day.root.activateWindow()
    day.settle()
    return day


def opened(user: WindowDriver, *names: str) -> DayDriver:
    """The window at its second step, these people picked by name."""
    user.keys("Ctrl+Shift+D")
    day = day_of(user)
    day.tick_by_name(*names)
    day.press("day-next")
    return day


def test_people_are_picked_by_keyboard_and_planned_in_one_step(
    user: WindowDriver, session: Session
) -> None:
    user.keys("Ctrl+Shift+D")
    day = day_of(user)
    assert not day.may_go_on()
    assert sorted(day.offered()) == sorted(NAMES)
    day.write("okaf")
    day.key(Qt.Key.Key_Return)
    day.write("jon")
    day.key(Qt.Key.Key_Return)
    assert (day.says("day-count"), day.may_go_on()) == ("2 people", True)
    day.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert day.heads() == ["Monday 23 November"]
    assert day.schedule() == THREE[:2]
    assert day.holds("day-place") == WHARF
    day.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert day.says("day-said") == "1-2-1s with 2 people planned for tomorrow"
    assert day.planned() == [
        *(("Maya Okafor", "Tomorrow 09:00"), ("Jonas Lindqvist", "Tomorrow 10:00"))
    ]
    assert [one.place for one in session.store.meetings.all()] == [WHARF, WHARF]
    day.press("day-undo")
    day.settle()
    assert session.store.meetings.all() == []
    assert day.schedule() == THREE[:2], "back where the times are"


def test_the_order_is_changed_by_keys(user: WindowDriver) -> None:
    day = opened(user, *NAMES[:3])
    assert day.schedule() == THREE
    day.move("Priya Shah", Qt.Key.Key_Up)
    assert day.schedule() == ["09:00 Maya Okafor", "10:00 Priya Shah", "11:00 Jonas Lindqvist"]
    assert day.focus() == "row-time", "the keyboard goes along"
    day.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert day.schedule()[0] == "09:00 Priya Shah"
    day.press_in("Priya Shah", "row-down")
    assert day.schedule()[1] == "10:00 Priya Shah"


def test_a_time_that_is_typed_holds_and_what_it_clashes_with_is_said(
    user: WindowDriver, session: Session
) -> None:
    store = session.store
    daniel = next(one.id for one in store.people.all() if one.name == "Daniel Cho")
    told = ("Europe/London", 60, "Online", "", "", "", "")
    plan(store, daniel, datetime(2026, 11, 23, 10), *told, session.now())
    day = opened(user, *NAMES[:3])
    around = ["09:00 Maya Okafor", "11:15 Jonas Lindqvist", "12:15 Priya Shah"]
    assert day.schedule() == around
    assert day.says("day-besides") == (
        "Planned around what is on already: 10:00 – 11:00 Daniel Cho."
    )
    day.set_time("Priya Shah", "1030")
    clash = "You have something else then: 10:00 – 11:00 Daniel Cho."
    assert day.schedule() == [
        "09:00 Maya Okafor",
        f"10:30 Priya Shah {clash}",
        "11:30 Jonas Lindqvist",
    ]
    day.press_in("Priya Shah", "row-free")
    assert day.schedule() == around


def test_somebody_can_be_left_out_or_met_elsewhere(user: WindowDriver, session: Session) -> None:
    day = opened(user, *NAMES[:3])
    day.press_in("Maya Okafor", "row-drop")
    assert day.schedule() == ["09:00 Jonas Lindqvist", "10:00 Priya Shah"]
    day.set_place("Priya Shah", "Online")
    day.press("day-back")
    assert day.ticked() == ["Jonas Lindqvist", "Priya Shah"]
    day.press("day-next")
    day.press("day-next")
    assert [one.place for one in session.store.meetings.all()] == [WHARF, "Online"]


def test_nobody_is_planned_while_somebody_has_no_time(user: WindowDriver, session: Session) -> None:
    day = opened(user, *NAMES[:2])
    day.end_by("10")
    told = "No time is left. Choose one, longer hours or another day, or leave them out."
    assert day.schedule() == ["09:00 Maya Okafor", f"10:00 Jonas Lindqvist {told}"]
    assert (day.heads(), day.may_go_on()) == (["Monday 23 November", "No time left"], False)
    day.press_in("Jonas Lindqvist", "row-drop")
    assert day.may_go_on()


def test_messages_are_edited_and_copied_one_by_one(user: WindowDriver, session: Session) -> None:
    day = opened(user, *NAMES[:2])
    day.press("day-next")
    assert "Would Monday 23 November at 09:00 at The Wharf suit you?" in day.holds("day-message")
    day.press("copy-message")
    assert QGuiApplication.clipboard().text() == day.holds("day-message")
    assert day.says("day-said") == "The message to Maya Okafor is copied."
    assert day.planned()[0] == ("Maya Okafor", "Tomorrow 09:00 · message copied")
    day.go_to(1)
    day.type("day-message", "Hi Jonas, coffee?")
    day.press("copy-message")
    day.settle()
    assert QGuiApplication.clipboard().text() == "Hi Jonas, coffee?"
    assert [one.invitation for one in session.store.meetings.all()][1] == "Hi Jonas, coffee?"


def test_the_cheat_sheets_of_all_are_there_at_once(user: WindowDriver) -> None:
    day = opened(user, *NAMES[:2])
    day.press("day-next")
    day.press("day-sheets")
    pages = user.dialog("sheet-dialog")
    text = pages.find(SheetView, "sheet-view").text()
    assert text.index("Maya Okafor") < text.index("Jonas Lindqvist")
    assert pages.words_on("sheets-day") == "All 2 of 23 Nov"
    pages.press("sheets-one")
    assert "Jonas Lindqvist" not in pages.find(SheetView, "sheet-view").text()


def test_all_invitations_are_saved_a_file_each(
    user: WindowDriver,
    session: Session,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "Invitation Maya Okafor 2026-11-23.ics").write_text("another")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(folder))
    day = opened(user, *NAMES[:3])
    day.press("day-next")
    day.press("day-invite")
    qtbot.waitUntil(lambda: "saved in" in day.says("day-said"))
    assert day.says("day-said") == (
        f"2 files saved in {folder}. No e-mail address is known of Priya Shah: copy the message "
        "for them."
    )
    assert sorted(path.name for path in folder.iterdir()) == [
        "Invitation Jonas Lindqvist 2026-11-23.ics",
        "Invitation Maya Okafor 2026-11-23 (2).ics",
        "Invitation Maya Okafor 2026-11-23.ics",
    ]
    data = (folder / "Invitation Maya Okafor 2026-11-23 (2).ics").read_text("utf-8")
    assert (data.count("BEGIN:VEVENT"), data.count("METHOD:REQUEST")) == (1, 1)
    assert [one.invited for one in session.store.meetings.all()] == [True, True, False]
    assert day.planned()[0][1] == "Tomorrow 09:00 · invitation saved"
    day.press("day-own")
    qtbot.waitUntil(lambda: day.says("day-said") == f"3 files saved in {folder}.")
    own = (folder / "1-2-1 Priya Shah 2026-11-23.ics").read_text("utf-8")
    assert (own.count("BEGIN:VEVENT"), "ATTENDEE" in own) == (1, False)


def test_without_an_address_of_ones_own_no_invitation_can_be_written(
    user: WindowDriver, session: Session
) -> None:
    with session.store.transaction():
        session.store.me.put(replace(session.store.me.get(), email=""))
    day = opened(user, NAMES[0])
    day.press("day-next")
    day.press("day-invite")
    assert day.says("day-said").startswith("Your own e-mail address is missing")


def test_whoever_is_removed_meanwhile_is_left_out(user: WindowDriver, session: Session) -> None:
    day = opened(user, *NAMES[:2])
    maya = next(one.id for one in session.store.people.all() if one.name == "Maya Okafor")
    session.do("Removed", remove_person, maya)
    day.settle()
    assert day.schedule() == ["09:00 Jonas Lindqvist"]


def test_today_plans_those_of_a_trip_over_its_days(
    traveller: WindowDriver, network: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: traveller.page.sees("plan-there-all"))
    traveller.page.press("plan-there-all")
    day = day_of(traveller)
    assert day.ticked() == ["Priya Shah", "Wei Lin Zhang", "Gareth Prosser"]
    day.press("day-next")
    assert day.heads() == ["Thursday 3 December"]
    names = ["Priya Shah", "Wei Lin Zhang", "Gareth Prosser"]
    assert [told.split(" ", 1)[1] for told in day.schedule()] == names
    day.answer_choice("day-at-most", "2")
    assert day.heads() == ["Thursday 3 December", "Friday 4 December"]
    day.type("day-place", "Central Library, Manchester")
    day.key(Qt.Key.Key_Return)
    before = len(network.store.meetings.all())
    day.press("day-next")
    assert len(network.store.meetings.all()) == before + 3
    assert "I am in Manchester" in day.holds("day-message")


def test_the_trips_card_leads_to_it(traveller: WindowDriver, qtbot: QtBot) -> None:
    traveller.go(Where.EVENTS)
    assert background.wait_for_all()
    traveller.page.press("plan-trip")
    assert traveller.dialog("plan-day-dialog").root.windowTitle() == "1-2-1s in Manchester"


def test_those_chosen_on_the_people_page_are_ticked(user: WindowDriver, qtbot: QtBot) -> None:
    user.window.go(Route(Where.PEOPLE))
    people = user.page.find(QAbstractItemView, "people-list")
    model = people.model()
    qtbot.waitUntil(lambda: model.rowCount() == len(NAMES))
    rows = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
    for row in range(2):
        people.selectionModel().select(model.index(row, 0), rows)
    names = [str(model.index(row, 0).data()) for row in range(2)]
    user.page.press("plan-chosen")
    assert day_of(user).ticked() == names


def test_the_meetings_page_leads_to_it(user: WindowDriver, session: Session) -> None:
    store = session.store
    told = ("Europe/London", 60, "", "", "", "", "")
    plan(store, store.people.all()[0].id, datetime(2026, 11, 24, 10), *told, session.now())
    user.window.go(Route(Where.MEETINGS))
    user.page.press("plan-day")
    assert "plan-day-dialog" in user.dialogs()


def test_leaving_times_that_are_not_planned_is_asked_about(
    user: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [True, False]  # go on planning; then leave it

    def ask(*said: object, **_: object) -> bool:
        asked.append(str(said[2]))
        return answers.pop(0)

    monkeypatch.setattr(asking, "ask", ask)
    day = opened(user, NAMES[0])
    day.end_by("13")
    day.key(Qt.Key.Key_Escape)
    assert "plan-day-dialog" in user.dialogs()
    day.press("day-close")
    assert "plan-day-dialog" not in user.dialogs()
    assert asked == ["These 1-2-1s are not planned yet."] * 2


def test_leaving_what_nobody_changed_is_not_asked_about(user: WindowDriver) -> None:
    day = opened(user, NAMES[0])
    day.key(Qt.Key.Key_Escape)
    assert "plan-day-dialog" not in user.dialogs()


def test_a_day_on_which_nobody_is_met_otherwise_is_said(user: WindowDriver) -> None:
    day = opened(user, NAMES[0])
    assert not day.sees("day-zone")
    day.pick_day(date(2026, 11, 28))
    assert day.says("day-zone") == "Saturday 28 November is none of your days for 1-2-1s."
    assert day.heads() == ["Saturday 28 November"]
    day.settle()
    day.pick_day(date(2026, 12, 25))
    assert day.says("day-zone") == "Friday 25 December is a day off: Christmas Day."


def test_a_week_with_more_than_wanted_is_said(user: WindowDriver) -> None:
    day = opened(user, *NAMES[:3])
    assert day.says("day-zone") == (
        "With these you have 3 1-2-1s in the week of 23 Nov; you wanted 2 a week."
    )
    day.press_in("Maya Okafor", "row-drop")
    assert day.schedule()
    assert not day.sees("day-zone")


def test_many_are_planned_beside_the_window(
    user: WindowDriver, session: Session, qtbot: QtBot
) -> None:
    """Rows and 1-2-1s alike: neither holds it up."""
    with session.store.transaction():
        many = session.store.people.add_many([a_person(f"Guest {n:02}") for n in range(12)])
    PlanDayDialog(session, None, [person.id for person in many], user.window).open()
    day = day_of(user)
    day.press("day-next")
    day.answer_choice("day-minutes", "30 min")
    day.answer_choice("day-pause", "none")
    qtbot.waitUntil(lambda: len(day.schedule()) == len(many))
    assert day.schedule()[::11] == ["09:00 Guest 00", "14:30 Guest 11"]
    day.press("day-next")
    assert len(day.planned()) == len(session.store.meetings.all()) == len(many)
    day.press("day-undo")
    assert session.store.meetings.all() == []


def test_the_page_behind_follows_in_the_next_turn(user: WindowDriver, qtbot: QtBot) -> None:
    def suggested() -> int:
        return len(user.page.all(QAbstractButton, "plan"))

    assert suggested() == len(NAMES)
    day = opened(user, NAMES[0])
    day.press("day-next")
    qtbot.waitUntil(lambda: suggested() == len(NAMES) - 1)


def test_what_it_is_on_the_guests_clock_is_said(user: WindowDriver, session: Session) -> None:
    store = session.store
    with store.transaction():
        maya = next(one for one in store.people.all() if one.name == "Maya Okafor")
        store.people.update(replace(maya, zone="Europe/Berlin"))
    day = opened(user, NAMES[0])
    assert day.says("row-about").startswith("until 09:45 · 10:00 for them")


def test_the_list_of_all_who_are_there_leads_to_it(
    traveller: WindowDriver, network: Session
) -> None:
    (trip,) = network.store.trips.all()
    there = PeopleThereDialog(network, trip, traveller.window)
    there.open()
    traveller.dialog("people-there-dialog").press("plan-several")
    day = day_of(traveller)
    assert (traveller.dialogs(), day.ticked()) == (["plan-day-dialog"], [])
    assert day.offered()[:2] == ["Priya Shah", "Wei Lin Zhang"]


def test_what_fills_the_day_in_a_calendar_is_said_by_its_days(
    user: WindowDriver, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "work.ics"
    lines = ("BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20261123", "SUMMARY:Fair", "END:VEVENT")
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y")
    file.write_text("\r\n".join((*head, *lines, "END:VCALENDAR", "")))
    session.keep(name_calendar, str(file))
    day = opened(user, NAMES[0])
    qtbot.waitUntil(lambda: day.sees("day-besides"))
    assert day.says("day-besides") == "Planned around what is on already: 23 Nov Fair."
    assert day.heads() == ["No time left"]


def test_an_empty_library_offers_to_bring_people_in(
    session: Session, view: QSettings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def no_files(*around: object) -> list[str]:
        asked.extend(around)
        return []

    monkeypatch.setattr(file_dialogs, "contact_files", no_files)
    with session.store.transaction():
        session.store.me.put(replace(session.store.me.get(), ready=True))
    for user in shown(session, view, qtbot):
        user.window.actions_.act("plan-day")
        assert background.wait_for_all()
        dialog = user.dialog("plan-day-dialog")
        offered = dialog.find(QAbstractButton, "day-bring-in")
        qtbot.waitUntil(offered.isVisible)
        everybody = dialog.root.findChild(QAbstractItemView, "day-people")
        assert everybody is not None and not everybody.isVisible()
        dialog.press("day-bring-in")
        assert ("plan-day-dialog" in user.dialogs(), len(asked)) == (False, 1)
