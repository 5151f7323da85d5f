"""An event's form: names as fast as they can be typed, pasted or picked, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.contacts.reading import read_file
from planner.domain.groups import Event
from planner.domain.met_names import Met
from planner.domain.people import Person
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.keep_events import add_event
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.ui.drivers_events import EventFormDriver, PickDriver
from tests.ui.drivers_talk import CTRL, SHIFT
from ui.dialogs.event import EventDialog
from ui.session import Session
from ui.widgets.layouts import Scrolled

RETURN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab

Show = Callable[..., EventFormDriver]


def leave(dialog: QDialog) -> None:
    """Closes it without a question about what was typed."""
    dialog.done(0)


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Show:
    """Opens the form, for a new event or one that is kept."""
    kept = []  # a dialog nobody keeps would be gone with its user

    def made(event: int = 0, group: str = "") -> EventFormDriver:
        dialog = EventDialog(session, event, group)
        kept.append(dialog)
        qtbot.addWidget(dialog, before_close_func=leave)
        dialog.open()
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        return EventFormDriver(dialog)

    return made


@pytest.fixture
def known(store: Store) -> dict[str, Person]:
    people = (
        a_person("Jonas Lindqvist", company="Lindqvist Joinery", role="Owner"),
        a_person("Ana Ferreira", company="Bloom", role="Florist"),
        a_person("Ana Ferreira", company="Tide", role="Cook"),
        a_person("Zoë Müller", company="", role="", city="York"),
    )
    return {f"{one.name} {one.company}".strip(): add_person(store, one)[1] for one in people}


def at(store: Store, event: Event) -> list[str]:
    names = store.people.names()
    return sorted(names[one.person] for one in store.attendance.of_event(event.id))


def only_event(store: Store) -> Event:
    (event,) = store.events.all()
    return event


def test_an_evening_is_noted_by_keyboard_alone(
    show: Show, session: Session, store: Store, known: dict[str, Person], qtbot: QtBot
) -> None:
    user = show()
    user.write("Chamber Breakfast")
    user.key(RETURN)
    assert user.focus() == "met-people-line"
    for typed in ("jon", "Karin Holm, owner at Holm & Daughters", "zoe"):
        user.write(typed)
        user.key(RETURN)
    assert user.met() == [
        ("Jonas Lindqvist", "Owner · Lindqvist Joinery", "Known"),
        ("Karin Holm", "owner · Holm & Daughters", "New"),
        ("Zoë Müller", "York", "Known"),
    ]
    assert user.says("met-count") == "3 people, 1 of them new"
    with qtbot.waitSignal(session.done) as done:
        user.key(RETURN, CTRL)
    assert done.args == ["Chamber Breakfast noted"]
    event = only_event(store)
    assert (event.day, event.name) == (TODAY, "")
    assert at(store, event) == ["Jonas Lindqvist", "Karin Holm", "Zoë Müller"]
    karin = next(one for one in store.people.all() if one.name == "Karin Holm")
    assert (karin.company, karin.role) == ("Holm & Daughters", "owner")
    session.undo_stack.undo()
    assert store.events.all() == [] and len(store.people.all()) == 4


def test_day_hours_and_fee_are_kept(show: Show, store: Store) -> None:
    user = show(group="Chamber")
    edit = user.find(QDateEdit, "event-day-edit")
    assert edit.text() == "22 Nov 2026"
    edit.setDate(edit.date().addDays(-3))
    assert edit.maximumDate().toPython() == TODAY
    user.took(2.5, 18)
    user.press("save")
    event = only_event(store)
    assert (event.day, event.hours, event.fee) == (TODAY - timedelta(days=3), 2.5, 18)


@pytest.mark.usefixtures("known")
def test_those_offered_are_taken_by_tab_enter_arrows_or_a_click(show: Show) -> None:
    user = show(group="Chamber")
    user.write("li")
    assert user.offered() == ["Jonas Lindqvist", "li"]
    assert user.line.accessibleDescription() == "Enter takes Jonas Lindqvist"
    user.key(TAB)
    assert (user.names(), user.focus()) == (["Jonas Lindqvist"], "met-people-line")
    user.write("ana")
    assert user.offered() == ["Ana Ferreira", "Ana Ferreira", "ana"]
    user.key(Qt.Key.Key_Down)
    user.key(RETURN)
    assert user.met()[1] == ("Ana Ferreira", "Cook · Tide", "Known")
    user.write("fer")
    user.click_offered(0)
    assert user.met()[2] == ("Ana Ferreira", "Florist · Bloom", "Known")
    assert user.offered() == []


@pytest.mark.usefixtures("known")
def test_a_new_name_stays_a_new_person(show: Show) -> None:
    user = show(group="Chamber")
    user.write("Jonas Lind")
    user.key(RETURN, SHIFT)
    user.write("Jonas")
    user.key(Qt.Key.Key_Up)  # from the first to the last, who is new
    user.key(RETURN)
    user.write("Ana")
    user.key(Qt.Key.Key_Escape)
    assert user.offered() == []
    user.key(RETURN)
    assert [(name, new) for name, _, new in user.met()] == [
        ("Jonas Lind", "New"),
        ("Jonas", "New"),
        ("Ana", "New"),
    ]


@pytest.mark.usefixtures("known")
def test_nobody_is_offered_once_a_company_is_typed(show: Show) -> None:
    user = show(group="Chamber")
    user.name("Ana Ferreira, Tide")
    assert user.met() == [("Ana Ferreira", "Cook · Tide", "Known")]
    assert not user.asked()


@pytest.mark.usefixtures("known")
def test_namesakes_are_asked_about_in_the_form(show: Show, store: Store) -> None:
    user = show(group="Chamber")
    user.name("Ana Ferreira, Somewhere Else")
    assert user.met()[0][2] == "Which one?"
    assert user.asked() == ["Florist · Bloom", "Cook · Tide", "Somebody new"]
    user.press("save")
    assert "Say which Ana Ferreira you met" in user.says("form-wrong")
    assert user.focus() == "which-one"
    user.answer("Cook · Tide")
    assert not user.asked() and not user.says("form-wrong")
    user.press("save")
    assert at(store, only_event(store)) == ["Ana Ferreira"]
    assert len(store.people.all()) == 4


@pytest.mark.usefixtures("known")
def test_a_namesake_may_be_somebody_new(show: Show, store: Store) -> None:
    user = show(group="Chamber")
    user.name("Jonas Lindqvist, Another Firm")
    user.answer("Somebody new")
    user.press("save")
    assert [one.company for one in store.people.all() if one.name == "Jonas Lindqvist"] == [
        "Lindqvist Joinery",
        "Another Firm",
    ]


@pytest.mark.usefixtures("known")
def test_a_pasted_list_comes_in_at_once(show: Show) -> None:
    user = show(group="Chamber")
    QApplication.clipboard().setText("1. Jonas Lindqvist\n2. Karin Holm, Holm\n\n3. Ana Ferreira\n")
    QTest.keySequence(user.line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert [(name, new) for name, _, new in user.met()] == [
        ("Jonas Lindqvist", "Known"),
        ("Karin Holm", "New"),
        ("Ana Ferreira", "Which one?"),
    ]
    assert user.line.text() == ""


def test_an_invitation_list_as_it_comes_by_mail_names_people_alone(
    show: Show, store: Store, known: dict[str, Person]
) -> None:
    jonas = known["Jonas Lindqvist Lindqvist Joinery"]
    with store.transaction():
        store.people.update(replace(jonas, emails=("Jonas@lj.example",)))
    user = show(group="Chamber")
    QApplication.clipboard().setText(
        "Attendees (6)\n1. jonas@lj.example\n2. Zoë Müller (Tide)\n"
        "3. Jonas Lindqvist - Somewhere Else\n4. priya.shah@shah.example\n"
        "5. info@tide.example\n6. Priya Shah (Shah Legal Partners)\n"
    )
    QTest.keySequence(user.line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert user.met() == [
        ("Jonas Lindqvist", "Owner · Lindqvist Joinery", "Known"),
        ("Zoë Müller", "York", "Known"),
        ("Jonas Lindqvist", "Somewhere Else", "Which one?"),
        ("Priya Shah", "Shah Legal Partners · priya.shah@shah.example", "New"),
        ("info@tide.example", "", "New"),
    ]
    user.answer("Owner · Lindqvist Joinery")
    user.press("save")
    priya = next(one for one in store.people.all() if one.name == "Priya Shah")
    assert (priya.company, priya.emails) == ("Shah Legal Partners", ("priya.shah@shah.example",))


def test_a_new_name_given_twice_is_one_person(show: Show, store: Store) -> None:
    user = show(group="Chamber")
    user.name("Beth Moore, Moore Homes")
    user.name("Beth Moore")
    assert user.met() == [("Beth Moore", "Moore Homes", "New")]
    user.press("save")
    assert [one.company for one in store.people.all()] == ["Moore Homes"]


@pytest.mark.usefixtures("known")
def test_a_list_by_surnames_means_those_who_are_known(show: Show, qtbot: QtBot) -> None:
    user = show(group="Chamber")
    QApplication.clipboard().setText("Lindqvist, Jonas\nHolm, Karin\nKARIN HOLM\nKarin Holm\n")
    QTest.keySequence(user.line, QKeySequence(QKeySequence.StandardKey.Paste))
    qtbot.waitUntil(lambda: len(user.met()) == 3)
    assert user.met() == [
        ("Jonas Lindqvist", "Owner · Lindqvist Joinery", "Known"),
        ("Holm", "Karin", "New"),
        ("KARIN HOLM", "", "New"),
    ]


def test_nobody_is_added_twice_and_anybody_is_taken_out_again(
    show: Show, known: dict[str, Person]
) -> None:
    user = show(group="Chamber")
    for name in ("Jonas Lindqvist", "Karin", "Jonas Lindqvist", "Karin", "zoe muller"):
        user.name(name)
    assert user.names() == ["Jonas Lindqvist", "Karin", "Zoë Müller"]
    user.take_out("Karin")
    assert user.names() == ["Jonas Lindqvist", "Zoë Müller"]
    user.rows.setFocus()
    user.key(Qt.Key.Key_Delete)
    user.key(Qt.Key.Key_Delete)
    assert user.names() == []
    assert user.focus() == "met-people-line"
    assert user.sees("met-hint")


def test_enter_on_an_empty_line_keeps_nothing(show: Show, store: Store) -> None:
    user = show(group="Chamber")
    user.key(RETURN)
    assert user.root.isVisible()
    assert store.events.all() == []


def test_what_is_typed_and_not_added_is_not_lost(
    show: Show, store: Store, known: dict[str, Person]
) -> None:
    user = show(group="Chamber")
    user.write("Jon")
    user.press("save")
    assert user.says("form-wrong").startswith("“Jon” is not added yet")
    user.line.clear()
    user.write("Karin Holm")  # nobody known begins so
    user.press("save")
    assert at(store, only_event(store)) == ["Karin Holm"]


def test_what_cannot_be_kept_is_said_and_stays(show: Show, store: Store) -> None:
    user = show()
    user.name("Karin Holm")
    user.press("save")
    assert "Say which group" in user.says("form-wrong")
    assert user.names() == ["Karin Holm"]
    user.group("Chamber")
    user.press("save")
    assert at(store, only_event(store)) == ["Karin Holm"]


def test_names_typed_are_asked_about_before_they_are_thrown_away(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    user, asked = show(group="Chamber"), []

    def go_on(box: QMessageBox) -> int:
        asked.append(box.text())
        box.escapeButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", go_on)
    user.write("Karin")
    user.press("cancel")
    assert asked and user.root.isVisible()
    assert user.line.text() == "Karin"


def test_an_event_that_is_there_already_is_said_and_joined(
    show: Show, store: Store, session: Session
) -> None:
    session.do("Noted", add_event, "Chamber", Event(day=TODAY), [Met("Ana")], TODAY)
    user = show()
    user.group("chamber")
    assert "noted already" in user.says("event-joins")
    user.name("Karin Holm")
    user.press("save")
    assert at(store, only_event(store)) == ["Ana", "Karin Holm"]


def test_an_event_is_corrected_later(
    show: Show, store: Store, session: Session, qtbot: QtBot
) -> None:
    people = [Met("Ana"), Met("Ben")]
    session.do("Noted", add_event, "Chamber", Event(day=TODAY, fee=18), people, TODAY)
    event = only_event(store)
    user = show(event.id)
    assert user.names() == ["Ana", "Ben"]
    user.take_out("Ana")
    user.name("Karin Holm")
    edit = user.find(QDateEdit, "event-day-edit")
    edit.setDate(edit.date().addDays(-1))
    with qtbot.waitSignal(session.done) as done:
        user.press("save")
    assert done.args == ["Chamber changed"]
    assert only_event(store).day == TODAY - timedelta(days=1)
    assert at(store, event) == ["Ben", "Karin Holm"]
    assert len(store.people.all()) == 3  # whoever was not there is known all the same
    session.undo_stack.undo()
    assert at(store, event) == ["Ana", "Ben"]


def test_an_event_is_removed_in_its_form(show: Show, store: Store, session: Session) -> None:
    session.do("Noted", add_event, "Chamber", Event(day=TODAY), [], TODAY)
    show(only_event(store).id).press("remove")
    assert store.events.all() == []
    session.undo_stack.undo()
    assert len(store.events.all()) == 1


@pytest.fixture
def imported(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "cards.vcf"
    cards = (
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:{name} Ltd\nEND:VCARD\n"
        for name in ("Abel", "Berta", "Carl")
    )
    file.write_text("".join(cards), encoding="utf-8")
    apply_import(store, plan_import_of(store, [read_file(file)]), TODAY)


def test_without_an_import_there_is_nothing_to_pick_from(show: Show) -> None:
    assert not show().sees("pick-from-import")


@pytest.mark.usefixtures("imported")
def test_those_of_the_last_import_are_picked_by_their_ticks(show: Show, store: Store) -> None:
    user = show(group="Chamber")
    user.name("Berta")
    user.press("pick-from-import")
    pick = PickDriver()
    assert pick.names() == ["Abel", "Carl"]  # Berta is there already
    assert not pick.find(QLineEdit, "pick-find").text()
    pick.tick("Carl")
    assert pick.words_on("pick-add") == "Add 1 person"
    pick.type("pick-find", "abe")
    assert pick.names() == ["Abel"]
    pick.press("pick-all")
    assert pick.words_on("pick-add") == "Add 2 people"
    pick.press("pick-add")
    assert user.names() == ["Berta", "Carl", "Abel"]
    user.press("save")
    assert at(store, only_event(store)) == ["Abel", "Berta", "Carl"]
    assert len(store.people.all()) == 3


@pytest.mark.usefixtures("imported")
def test_picking_is_done_by_keyboard(show: Show, qtbot: QtBot) -> None:
    user = show(group="Chamber")
    user.press("pick-from-import")
    pick = PickDriver()
    qtbot.waitUntil(lambda: pick.focus() == "pick-find")
    pick.key(TAB)
    pick.key(Qt.Key.Key_Space)
    pick.key(Qt.Key.Key_Down)
    pick.key(Qt.Key.Key_Space)
    pick.press("pick-add")
    assert user.names() == ["Abel", "Berta"]


def test_all_ends_at_one_right_edge(show: Show) -> None:
    user = show()
    dialog = user.root
    ends = {
        name: user.find(QWidget, name).mapTo(dialog, user.find(QWidget, name).rect().topRight()).x()
        for name in ("event-name", "event-fee", "met-people")
    }
    assert len(set(ends.values())) == 1, ends
    save = user.find(QWidget, "save")
    (area,) = dialog.findChildren(Scrolled)
    bar = area.verticalScrollBar()  # on a low screen: then the buttons end where it does
    last = bar if bar.isVisible() else user.find(QWidget, "event-name")
    assert save.mapTo(dialog, save.rect().topRight()).x() == (
        last.mapTo(dialog, last.rect().topRight()).x()
    )


def test_with_the_largest_text_it_fits_a_low_window_by_scrolling(
    session: Session, qtbot: QtBot
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(980, 640)
    around.show()
    dialog = EventDialog(session, parent=around)
    qtbot.addWidget(dialog, before_close_func=leave)
    dialog.setStyleSheet("* { font-size: 17pt; }")
    dialog.open()
    user = EventFormDriver(dialog)
    QApplication.processEvents()
    assert dialog.height() <= 640
    save = user.find(QWidget, "save")
    assert save.mapTo(dialog, save.rect().bottomLeft()).y() < dialog.height()
