"""The window: pages and ways back, keys, figures, files dropped on it, and what it remembers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.me import Me
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.journeys.about_me import save
from planner.journeys.follow_up import add_promise
from planner.journeys.keep_people import add_person, remove_person
from planner.journeys.suggest_people import not_now, suggest
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.clocks import StandingClock
from tests.ui.drivers_people import PeopleDriver
from tests.ui.drivers_talk import Driver
from tests.ui.drivers_window import ListDriver, TodayDriver, WindowDriver
from ui import background, main_window, theme
from ui.main_window import FIRST_SIZE, SMALLEST, MainWindow
from ui.page_stack import PAGES
from ui.pages.today import TodayPage
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.navigation import NavigationButton

LISTED = (
    *(Where.TODAY, Where.PEOPLE, Where.MEETINGS, Where.FOLLOW_UPS),
    *(Where.EVENTS, Where.QUESTIONS, Where.ME, Where.SETTINGS),
)


@pytest.fixture
def window(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window over the sample network, as a start after the first shows it."""
    made = shown(network, view, qtbot)
    yield made
    made.hide()  # what is found from now on is shown nowhere
    assert background.wait_for_all()


@pytest.fixture
def user(window: MainWindow) -> WindowDriver:
    return WindowDriver(window)


def shown(session: Session, view: QSettings, qtbot: QtBot) -> MainWindow:
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def known(session: Session, name: str) -> Person:
    return next(person for person in session.store.people.all() if person.name == name)


# pages and ways back


def test_it_opens_on_today_with_the_keyboard_on_the_main_button(
    user: WindowDriver, qtbot: QtBot
) -> None:
    assert user.at is Where.TODAY
    qtbot.waitUntil(lambda: user.focus() == "plan")


def test_a_fresh_library_begins_with_the_first_steps(
    session: Session, view: QSettings, qtbot: QtBot
) -> None:
    user = WindowDriver(shown(session, view, qtbot))
    assert user.at is Where.FIRST_START
    assert not user.window.navigation.isVisible()
    assert user.page.root.isAncestorOf(user.at_keyboard())


@pytest.mark.parametrize("where", LISTED)
def test_every_page_at_the_side_opens_and_is_marked(user: WindowDriver, where: Where) -> None:
    user.go(Where.SETTINGS if where is Where.TODAY else Where.TODAY)
    user.go(where)
    assert user.at is where
    assert user.marked() == where
    assert user.page.root.isVisible()


@pytest.mark.parametrize(("number", "where"), list(enumerate(LISTED[:7], start=1)))
def test_every_page_has_its_key(user: WindowDriver, number: int, where: Where) -> None:
    user.go(Where.SETTINGS)
    user.keys(f"Ctrl+{number}")
    assert user.at is where
    user.keys("Ctrl+,")
    assert user.at is Where.SETTINGS


def test_back_goes_the_way_the_user_came(user: WindowDriver) -> None:
    for where in (Where.PEOPLE, Where.FOLLOW_UPS, Where.SETTINGS):
        user.go(where)
    came = []
    for _ in range(4):
        user.keys("Alt+Left")
        came.append(user.at)
    assert came == [Where.FOLLOW_UPS, Where.PEOPLE, Where.TODAY, Where.TODAY]


def test_a_page_that_is_left_is_not_filled_again_on_the_way(
    window: MainWindow, network: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[TodayPage] = []
    monkeypatch.setattr(TodayPage, "refresh", lambda page: filled.append(page))
    coming = network.store.meetings.planned()[0]
    window.go(Route(Where.CONVERSATION, meeting=coming.id))  # begins it: Today has changed
    assert not filled
    window.go(Route(Where.TODAY))
    assert len(filled) == 1
    network.do("Added", add_person, a_person("Somebody New"))
    assert len(filled) == 2


def test_the_same_page_twice_is_one_step_back(user: WindowDriver) -> None:
    user.go(Where.PEOPLE)
    user.go(Where.PEOPLE)
    user.keys("Alt+Left")
    assert user.at is Where.TODAY


def test_a_page_that_wants_to_keep_the_user_does(
    user: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert user.window.page is not None
    monkeypatch.setattr(user.window.page, "may_leave", lambda: False)
    user.go(Where.PEOPLE)
    assert user.at is Where.TODAY
    assert user.marked() == Where.TODAY
    assert not user.window.close()
    assert user.window.isVisible()


def test_today_leads_to_the_plan_and_back(user: WindowDriver, network: Session) -> None:
    person = suggest(network.store, TODAY).entries[0].person
    TodayDriver(user.page.root).of(person.name).press("plan")
    assert user.at is Where.PLAN
    assert user.marked() == Where.MEETINGS
    user.keys("Alt+Left")
    assert user.at is Where.TODAY


@pytest.mark.parametrize("where", PAGES)
@pytest.mark.parametrize(("person", "meeting"), [(0, 0), (999_999, 0), (999_999, 999_999)])
def test_a_way_to_what_is_gone_is_no_dead_end(
    user: WindowDriver, where: Where, person: int, meeting: int
) -> None:
    """Undone, or removed by the terminal, while a page or a search still named it."""
    user.window.go(Route(where, person=person, meeting=meeting))
    QApplication.processEvents()
    user.window.go(Route(Where.TODAY))
    assert user.at is Where.TODAY


def test_whoever_is_removed_elsewhere_leaves_every_page_standing(
    user: WindowDriver, network: Session
) -> None:
    maya = known(network, "Maya Okafor")
    coming = network.store.meetings.planned()[0]
    for where in PAGES:
        user.window.go(Route(where, person=maya.id, meeting=coming.id))
    network.do("Removed", remove_person, maya.id)
    network.do("Removed", remove_person, coming.person)
    for where in PAGES:
        user.window.go(Route(where))
        QApplication.processEvents()


# keys, menu, strip and figures


def test_the_menu_opens_by_key_and_holds_everything(user: WindowDriver) -> None:
    user.keys("F10")
    menu = QApplication.activePopupWidget()
    assert menu is not None and menu.objectName() == "main-menu"
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == [
        *("bring-in", "open-calendar", "export", "new-person", "add-event", "add-trip"),
        *("plan-day", "prepare", "add-past", "places", "bring-questions"),
        *("share-questions", "search"),
        *("undo", "redo", "keys", "about", "quit"),
    ]
    menu.close()


def test_no_two_actions_share_a_key(user: WindowDriver) -> None:
    seen: dict[str, str] = {}
    for where in PAGES:
        user.window.go(Route(where))
        page = user.page.root
        for action in (*user.window.actions(), *page.findChildren(QAction), *page.actions()):
            for key in action.shortcuts():
                keys = key.toString(QKeySequence.SequenceFormat.PortableText)
                owner = f"{where}/{keys}" if action.parent() is page else keys
                assert seen.setdefault(owner, action.objectName()) == action.objectName()
        clash = {key.partition("/")[2] for key in seen if key.startswith(f"{where}/")} & set(seen)
        assert not clash


def test_undo_and_redo_by_key_and_from_the_strip(user: WindowDriver, network: Session) -> None:
    today = TodayDriver(user.page.root)
    before = today.people()
    today.not_now(before[0], "week")
    assert user.toast() == f"{before[0]} rests until 29 November 2026"
    user.undo()
    assert today.people() == before
    assert user.toast() == ""
    user.keys("Ctrl+Shift+Z")
    assert before[0] not in today.people()
    user.keys("Ctrl+Z")
    assert today.people() == before
    user.keys("Ctrl+Y")
    assert before[0] not in today.people()


def test_the_strip_never_offers_to_undo_something_else(
    user: WindowDriver, network: Session
) -> None:
    today = TodayDriver(user.page.root)
    today.not_now(today.people()[0], "week")
    today.not_now(today.people()[0], "week")
    user.keys("Ctrl+Z")
    assert user.toast() == ""
    assert network.undo_stack.canUndo()


def test_a_refusal_is_said_and_stays(user: WindowDriver, network: Session) -> None:
    network.do("Added", add_person, Person(name=" "))
    assert "name" in user.toast()
    assert user.sees("toast-close")


def test_an_undo_that_is_refused_says_why(user: WindowDriver, network: Session) -> None:
    kept = network.do("Added", add_person, a_person("Somebody New"))
    assert isinstance(kept, Person)
    remove_person(network.store, kept.id)
    user.keys("Ctrl+Z")
    assert "can no longer be undone" in user.toast()


def test_the_figures_at_the_side_follow_what_changes(
    user: WindowDriver, network: Session, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: user.count(Where.PEOPLE) == "30")
    planned = len(network.store.meetings.planned())
    assert user.count(Where.MEETINGS) == str(planned)
    kept = network.do("Added", add_person, a_person("Somebody New"))
    assert isinstance(kept, Person)
    assert user.count(Where.PEOPLE) == "31"
    for promise in network.store.promises.open():
        with network.store.transaction():
            network.store.promises.remove(promise.id)
    network.do("Noted", add_promise, Promise(person=kept.id, text="Call", due=TODAY))
    assert user.count(Where.FOLLOW_UPS) == "1"
    late = TODAY - timedelta(days=1)
    theirs = Promise(person=kept.id, text="A list", mine=False, due=late)
    network.do("Noted", add_promise, theirs)
    assert user.count(Where.FOLLOW_UPS) == "2"  # nothing the user is late with
    network.undo_stack.undo()
    network.do("Noted", add_promise, Promise(person=kept.id, text="Write", due=late))
    assert user.count(Where.FOLLOW_UPS) == "2, some of them late"
    network.undo_stack.undo()
    assert user.count(Where.FOLLOW_UPS) == "1"


def test_what_another_program_changes_is_seen_in_a_moment(
    user: WindowDriver, network: Session, qtbot: QtBot
) -> None:
    user.go(Where.PEOPLE)
    user.go(Where.TODAY)
    people = TodayDriver(user.page.root).people()
    with network.store.another() as terminal:
        for person in terminal.people.all():
            if person.name == people[0]:
                not_now(terminal, person.id, None, TODAY)
        add_person(terminal, a_person("Somebody New"))
    qtbot.waitUntil(lambda: user.count(Where.PEOPLE) == "31")  # without a touch
    assert people[0] not in TodayDriver(user.page.root).people()
    user.go(Where.PEOPLE)  # was filled before
    qtbot.waitUntil(lambda: "Somebody New" in PeopleDriver(user.page.root).names())


def test_great_figures_at_the_side_are_easy_to_read(user: WindowDriver) -> None:
    people = user.window.navigation.findChild(NavigationButton, f"go-{Where.PEOPLE}")
    assert people is not None
    people.show_count(10_000)
    assert user.count(Where.PEOPLE) == "10,000"
    assert Driver(people).all(QLabel, "")[-1].text() == "10,000"


def test_search_by_key_leads_to_whom_it_found(user: WindowDriver) -> None:
    user.keys("Ctrl+K")
    search = ListDriver(user.dialog("search-dialog").root, "search-results")
    search.type("search-field", "okafor")
    search.click("Maya Okafor")
    assert user.at is Where.PEOPLE
    assert user.dialogs() == []


def test_somebody_is_added_by_key(user: WindowDriver, network: Session) -> None:
    user.keys("Ctrl+N")
    form = user.dialog("person-dialog")
    form.type("name", "Somebody New")
    form.press("save")
    assert user.at is Where.PEOPLE
    assert known(network, "Somebody New")
    assert user.toast().startswith("Somebody New")


@pytest.mark.parametrize(("name", "dialog"), [("keys", "keys-dialog"), ("about", "about-dialog")])
def test_keys_and_about_open_from_the_menu_and_leave_nothing_behind(
    user: WindowDriver, qtbot: QtBot, name: str, dialog: str
) -> None:
    user.choose(name)
    assert user.dialogs() == [dialog]
    user.dialog(dialog).root.close()
    qtbot.waitUntil(lambda: not user.window.findChildren(QWidget, dialog))


# files brought to it


def card(path: Path, name: str = "Somebody New") -> Path:
    path.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:s@new.example\nEND:VCARD\n")
    return path


def test_files_chosen_in_the_menu_are_shown_first(
    user: WindowDriver, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = card(tmp_path / "new.vcf")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([str(file)], ""))
    user.keys("Ctrl+I")
    dialog = user.dialog("bring-in-dialog")
    qtbot.waitUntil(lambda: dialog.says("bring-in-title") == "1 new person")
    dialog.press("apply")
    qtbot.waitUntil(lambda: user.toast() == "One person brought in")
    assert user.count(Where.PEOPLE) == "31"


def test_choosing_no_file_opens_nothing(
    user: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([], ""))
    user.keys("Ctrl+I")
    assert user.dialogs() == []


def test_files_dropped_anywhere_are_brought_in(
    user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    assert user.drop(card(tmp_path / "a.vcf"), card(tmp_path / "b.vcf", "Another"))
    qtbot.waitUntil(lambda: user.dialogs() == ["bring-in-dialog"])
    dialog = user.dialog("bring-in-dialog")
    qtbot.waitUntil(lambda: "new" in dialog.says("bring-in-title"))
    assert len(dialog.says("bring-in-words").splitlines()) == 2
    dialog.press("cancel")


@pytest.mark.parametrize("what", [(), ("https://example.org/contacts.vcf",), ("mailto:a@b.c",)])
def test_what_is_no_file_is_not_taken(user: WindowDriver, what: tuple[str, ...]) -> None:
    assert not user.drop(*what)
    QApplication.processEvents()
    assert user.dialogs() == []


def test_a_second_start_brings_it_to_the_front_with_its_files(
    user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    user.window.showMinimized()
    user.window.raise_with([])
    assert user.window.isVisible() and not user.window.isMinimized()
    user.window.raise_with([str(card(tmp_path / "new.vcf"))])
    dialog = user.dialog("bring-in-dialog")
    qtbot.waitUntil(lambda: dialog.says("bring-in-title") == "1 new person")
    dialog.press("cancel")


# what it remembers, and the end


def test_its_size_is_remembered(
    network: Session, view: QSettings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "SMALLEST", (300, 200))  # the tests' screen may be small
    first = MainWindow(network, view)
    qtbot.addWidget(first)
    with qtbot.waitSignal(first.seen):  # then it makes itself fit on the screen
        first.start()
        first.show()
    first.resize(720, 540)
    assert first.close()
    again = shown(network, view, qtbot)
    assert (again.width(), again.height()) == (720, 540)


@pytest.mark.parametrize("kept", ["nonsense", "", 17])
def test_whatever_stands_in_the_settings_it_opens(
    network: Session, view: QSettings, qtbot: QtBot, dressed: QApplication, kept: object
) -> None:
    for name in ("geometry", "scheme", "text"):
        view.setValue(name, kept)
    window = shown(network, view, qtbot)
    window.apply_theme()
    window.go(Route(Where.SETTINGS))
    assert (window.width(), window.height()) == FIRST_SIZE


def test_it_is_never_smaller_than_its_pages_need(user: WindowDriver) -> None:
    user.window.resize(200, 200)
    assert (user.window.width(), user.window.height()) >= SMALLEST


def test_every_page_follows_the_palette_and_text_size(
    user: WindowDriver, dressed: QApplication
) -> None:
    for where in PAGES:
        user.window.go(Route(where))
    for scheme, size in (("dark", "largest"), ("light", "normal")):
        user.window.view.setValue("scheme", scheme)
        user.window.view.setValue("text", size)
        user.window.apply_theme()
        assert theme.current().dark is (scheme == "dark")
        for where in PAGES:
            user.window.go(Route(where))
            assert not user.window.grab().isNull()


def test_left_open_overnight_it_shows_the_new_day(
    user: WindowDriver, clock: StandingClock, qtbot: QtBot
) -> None:
    today = TodayDriver(user.page.root)
    assert today.line().startswith("Sunday 22 November")
    clock.moment += timedelta(days=1)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    user.window.activateWindow()
    qtbot.waitUntil(lambda: today.line().startswith("Monday 23 November"))


def test_in_sight_all_the_time_it_looks_at_the_clock(
    network: Session,
    view: QSettings,
    qtbot: QtBot,
    clock: StandingClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(main_window, "CLOCK_MS", 20)
    today = TodayDriver(WindowDriver(shown(network, view, qtbot)).page.root)
    clock.moment += timedelta(days=1)
    qtbot.waitUntil(lambda: today.line().startswith("Monday 23 November"))


def test_closing_keeps_what_is_being_typed(
    user: WindowDriver, network: Session, store_path: Path
) -> None:
    network.keep(save, replace(network.me, does=""))
    user.go(Where.ME)
    user.page.find(QPlainTextEdit, "does").setFocus()
    user.page.write("Bookkeeping")
    user.keys("Ctrl+Q")
    assert not user.window.isVisible()
    with Store.open(store_path) as again:
        assert again.me.get().does == "Bookkeeping"


@pytest.fixture
def store_path(network: Session) -> Path:
    return network.store.path


def test_closed_with_work_under_way_the_work_is_finished(
    user: WindowDriver, network: Session, store_path: Path
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(job: background.Job) -> None:
        begun.set()
        go_on.wait(10)
        with network.store.another() as store:
            add_person(store, a_person("Written Last"))

    listener = QAction()
    background.run(work, listener.setData, listener.setText)
    assert begun.wait(10)
    assert user.window.close()
    go_on.set()
    assert background.wait_for_all()
    network.store.close()
    with Store.open(store_path) as again:
        assert any(person.name == "Written Last" for person in again.people.all())


def test_closed_before_it_was_seen_it_asks_its_library_nothing_more(
    network: Session, view: QSettings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_window, "SEEN_AT_LATEST", 0)
    window = MainWindow(network, view)
    qtbot.addWidget(window)
    window.start()
    window.show()
    assert window.close()
    network.store.close()  # whoever asks it now fails the test
    over: list[bool] = []
    QTimer.singleShot(0, partial(over.append, True))
    qtbot.waitUntil(lambda: bool(over))


def test_about_me_changed_is_seen_by_every_page(user: WindowDriver, network: Session) -> None:
    network.keep(save, Me(name="Sam", per_week=9, ready=True))
    assert "of 9 conversations" in TodayDriver(user.page.root).line()


def test_a_window_that_is_gone_hears_no_more(
    network: Session, view: QSettings, qtbot: QtBot
) -> None:
    window = MainWindow(network, view)
    window.start()
    window.show()
    window.close()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
    network.do("Added", add_person, a_person("Somebody New"))
    QApplication.processEvents()


def test_whoever_starts_to_talk_can_write_at_once(window: MainWindow, network: Session) -> None:
    coming = network.store.meetings.planned()[0]
    route = Route(Where.CONVERSATION, meeting=coming.id)
    for _ in range(2):  # begun, and gone on with
        window.go(route)
        focused = window.focusWidget()
        assert focused is not None
        assert focused.objectName() == "notes"
        window.go(Route(Where.TODAY))
