"""Promise 17: another program writes. A message within five seconds, no freeze, no lost edit."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.guides.library import load
from planner.journeys import suggest_people
from planner.journeys.about_me import save
from planner.journeys.follow_up import add_promise
from planner.journeys.hold_conversation import begin
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person
from tests.clocks import NOW
from tests.faults.machine import Program
from tests.ui.drivers_talk import Driver, TalkDriver
from tests.ui.windows import LONGEST
from ui import asking
from ui.dialogs.fact import FactDialog
from ui.dialogs.form import FormDialog
from ui.dialogs.person import PersonDialog
from ui.dialogs.promise import PromiseDialog
from ui.dialogs.touch import TouchDialog
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

BUSY = "Another program is using the library"
AT_ONCE = 1.0  # seconds; the window itself waits for less than a tenth, a slow machine for more

HOLDS = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
held.execute("ROLLBACK")
"""


class Holder:
    """Another process that is writing to the library, until it lets go."""

    def __init__(self, library: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", HOLDS, str(library)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "held\n"

    def let_go(self) -> None:
        self._process.communicate(timeout=LONGEST)


@pytest.fixture
def hold() -> Iterator[Callable[[Path], Holder]]:
    """Lets another process write to a library for as long as the test wants."""
    holders: list[Holder] = []

    def begin_holding(library: Path) -> Holder:
        holders.append(Holder(library))
        return holders[-1]

    yield begin_holding
    for holder in holders:
        holder.let_go()


Hold = Callable[[Path], Holder]


# The terminal and workers wait, for less than five seconds.


def test_a_command_waits_and_then_says_who_is_in_the_way(
    sampled: Path, program: Program, cards: Path, hold: Hold
) -> None:
    other = hold(sampled)
    before = time.monotonic()
    assert BUSY in program("import", cards).sentence
    assert time.monotonic() - before < 5 + AT_ONCE  # its own start included
    other.let_go()
    assert program("import", cards).done


def test_what_only_reads_goes_on(sampled: Path, program: Program, hold: Hold) -> None:
    hold(sampled)
    assert len(program("people").done.splitlines()) == 30


# The window does not wait, and nothing typed is lost.


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What is answered when something is asked; a window that a test leaves open may close."""
    answers: list[bool] = []
    monkeypatch.setattr(
        asking, "ask", lambda *question, **how: answers.pop(0) if answers else False
    )
    return answers


@pytest.fixture
def maya(session: Session, store: Store) -> Person:
    session.keep(save, replace(session.me, name="Sam Doyle", zone="Europe/London", ready=True))
    return add_person(store, a_person())[1]


@pytest.fixture
def refusals(session: Session) -> list[str]:
    said: list[str] = []
    session.refused.connect(said.append)
    return said


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, maya: Person, view: QSettings, refusals: list[str]
) -> MainWindow:
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.resize(1280, 1000)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


FORMS: dict[str, tuple[Callable[[Session, int], FormDialog], str]] = {
    "somebody new": (lambda session, _: PersonDialog(session), "name"),
    "a person": (lambda session, person: PersonDialog(session, person), "city"),
    "a fact": (
        lambda session, person: FactDialog(session, Fact(person=person, kind=FactKind.GOAL)),
        "fact-text",
    ),
    "a promise": (
        lambda session, person: PromiseDialog(session, Promise(person=person)),
        "promise-text",
    ),
    "a touch": (
        lambda session, person: TouchDialog(session, Touch(person=person, day=TODAY)),
        "touch-note",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_so_at_once_and_keeps_what_was_typed(
    form: str, session: Session, maya: Person, hold: Hold, qtbot: QtBot
) -> None:
    make, field = FORMS[form]
    dialog = make(session, maya.id)
    qtbot.addWidget(dialog)
    dialog.open()
    user = Driver(dialog)
    user.type(field, "Swims before work")
    other = hold(session.store.path)
    before = time.monotonic()
    user.press("save")
    assert time.monotonic() - before < AT_ONCE
    assert BUSY in user.says("form-wrong")
    assert user.holds(field) == "Swims before work"
    other.let_go()
    with qtbot.waitSignal(dialog.kept):
        user.press("save")
    assert not dialog.isVisible()


def go(window: MainWindow, route: Route) -> Driver:
    window.go(route)
    return Driver(window)


def test_about_me_keeps_what_was_typed_and_holds_the_user_back_once(
    window: MainWindow, store: Store, hold: Hold, refusals: list[str]
) -> None:
    user = go(window, Route(Where.ME))
    other = hold(store.path)
    user.type("does", "Bookkeeping for small builders")
    before = time.monotonic()
    window.go(Route(Where.TODAY))
    assert time.monotonic() - before < AT_ONCE
    assert window.page is not None and window.page.where is Where.ME
    assert BUSY in refusals[-1] and BUSY in window.toast.text()
    assert user.holds("does") == "Bookkeeping for small builders"
    other.let_go()
    window.go(Route(Where.TODAY))
    assert window.page.where is Where.TODAY
    assert store.me.get().does == "Bookkeeping for small builders"


def test_who_insists_may_leave_and_finds_what_was_typed_on_return(
    window: MainWindow, store: Store, hold: Hold
) -> None:
    user = go(window, Route(Where.ME))
    hold(store.path)
    user.type("does", "Bookkeeping")
    window.go(Route(Where.TODAY))
    window.go(Route(Where.TODAY))
    assert window.page is not None and window.page.where is Where.TODAY
    window.go(Route(Where.ME))
    assert user.holds("does") == "Bookkeeping"


def test_about_me_is_kept_as_soon_as_the_other_lets_go(
    window: MainWindow, store: Store, hold: Hold, qtbot: QtBot
) -> None:
    user = go(window, Route(Where.ME))
    other = hold(store.path)
    user.type("does", "Bookkeeping")
    user.key(Qt.Key.Key_Tab)
    assert BUSY in window.toast.text()
    other.let_go()
    qtbot.waitUntil(lambda: store.me.get().does == "Bookkeeping")  # nobody pressed anything
    assert BUSY not in window.toast.text() or not window.toast.isVisible()


def test_the_window_is_not_closed_over_unkept_words_unless_that_is_wanted(
    window: MainWindow, store: Store, hold: Hold, asked: list[bool]
) -> None:
    user = go(window, Route(Where.ME))
    other = hold(store.path)
    user.type("does", "Bookkeeping")
    for _ in range(2):  # leaving the page does not count as having been asked
        window.go(Route(Where.TODAY))
    for _ in range(3):
        asked.append(True)
        assert not window.close()
        assert asked == [] and window.isVisible()
        assert window.page is not None and window.page.where is Where.ME
        assert user.holds("does") == "Bookkeeping"
    other.let_go()
    assert window.close()
    assert store.me.get().does == "Bookkeeping"


def test_who_closes_without_what_is_not_kept_may(
    window: MainWindow, store: Store, hold: Hold, asked: list[bool]
) -> None:
    user = go(window, Route(Where.ME))
    hold(store.path)
    user.type("does", "Bookkeeping")
    asked.append(False)
    assert window.close()
    assert asked == [] and store.me.get().does == ""


def test_a_first_start_loses_no_answer(
    qtbot: QtBot, session: Session, view: QSettings, hold: Hold
) -> None:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.start()
    window.show()
    user = Driver(window)
    other = hold(session.store.path)
    user.type("name", "Sam Doyle")
    for _ in range(2):
        user.press("next-step")  # nobody is kept from looking at the next step
    other.let_go()
    user.press("to-today" if user.sees("to-today") else "later")
    assert session.me.ready and session.me.name == "Sam Doyle"
    assert window.page is not None and window.page.where is Where.TODAY


@pytest.fixture
def meeting(store: Store, maya: Person) -> Meeting:
    with store.transaction():
        return store.meetings.add(a_meeting(maya.id, NOW, minutes=60))


def test_notes_of_a_conversation_are_kept_as_soon_as_the_other_lets_go(
    window: MainWindow,
    store: Store,
    meeting: Meeting,
    hold: Hold,
    qtbot: QtBot,
    refusals: list[str],
) -> None:
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    user = TalkDriver(window)
    other = hold(store.path)
    user.note("A second shop before spring")
    qtbot.waitUntil(lambda: bool(refusals))
    assert BUSY in refusals[-1]
    assert user.notes() == "A second shop before spring"
    assert [answer.text for answer in store.answers.of_meeting(meeting.id)] in ([], [""])
    other.let_go()

    def kept() -> bool:
        texts = [answer.text for answer in store.answers.of_meeting(meeting.id)]
        return texts == ["A second shop before spring"]

    qtbot.waitUntil(kept)  # nobody pressed anything
    assert not window.toast.isVisible()  # what it said is not so any more


def test_a_conversation_that_cannot_be_begun_is_begun_a_moment_later(
    window: MainWindow, store: Store, meeting: Meeting, hold: Hold
) -> None:
    other = hold(store.path)
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    user = TalkDriver(window)
    assert BUSY in window.toast.text()
    user.press("try-again")
    assert not user.sees("notes")
    other.let_go()
    user.press("try-again")
    user.note("A second shop")
    assert user.notes() == "A second shop"


@pytest.mark.parametrize("what", ["promise", "fact"])
def test_what_is_to_be_kept_hold_of_stays_in_its_form(
    window: MainWindow, store: Store, meeting: Meeting, hold: Hold, what: str
) -> None:
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    user = TalkDriver(window)
    user.press(f"keep-{what}")
    field = "promise-what" if what == "promise" else "fact-text"
    user.type(field, "Landlord contact")
    other = hold(store.path)
    user.press(f"{what}-form-keep")
    assert BUSY in window.toast.text()
    assert user.holds(field) == "Landlord contact"
    other.let_go()
    user.press(f"{what}-form-keep")
    assert [words for words, _ in user.kept()] == ["Landlord contact"]
    assert not user.sees(f"{what}-form")


def test_a_debrief_is_kept_as_soon_as_the_other_lets_go(
    window: MainWindow, session: Session, store: Store, maya: Person, hold: Hold, qtbot: QtBot
) -> None:
    with store.transaction():
        meeting = store.meetings.add(a_meeting(maya.id, NOW))
    begin(store, load(), meeting.id, NOW)
    window.go(Route(Where.DEBRIEF, person=maya.id, meeting=meeting.id))
    user = Driver(window)
    other = hold(store.path)
    user.type("summary", "Liked the harbour")
    window.go(Route(Where.TODAY))
    assert window.page is not None and window.page.where is Where.DEBRIEF
    assert user.holds("summary") == "Liked the harbour"
    other.let_go()
    window.go(Route(Where.TODAY))
    window.go(Route(Where.DEBRIEF, person=maya.id, meeting=meeting.id))
    assert user.holds("summary") == "Liked the harbour"


def test_a_plan_is_parked_before_its_page_is_left(
    window: MainWindow, store: Store, maya: Person, hold: Hold
) -> None:
    user = go(window, Route(Where.PLAN, person=maya.id))
    other = hold(store.path)
    user.type("learn", "How she found her first builders")
    window.go(Route(Where.TODAY))
    assert window.page is not None and window.page.where is Where.PLAN
    other.let_go()
    window.go(Route(Where.TODAY))
    window.go(Route(Where.PLAN, person=maya.id))
    assert user.holds("learn") == "How she found her first builders"


@pytest.mark.parametrize("where", [Where.TODAY, Where.FOLLOW_UPS, Where.PEOPLE])
def test_a_box_never_stands_ticked_for_what_is_not_kept(
    where: Where, window: MainWindow, session: Session, store: Store, maya: Person, hold: Hold
) -> None:
    promise = Promise(person=maya.id, text="Send the guide", due=date(2026, 11, 20))
    session.do("Noted", add_promise, promise)
    user = go(window, Route(where, person=maya.id))
    page = window.page
    assert page is not None

    def box() -> QCheckBox:
        QApplication.processEvents()
        boxes = [one for one in page.findChildren(QCheckBox) if one.isVisible()]
        return next(one for one in boxes if one.objectName().startswith("kept"))

    other = hold(store.path)
    box().click()
    assert BUSY in window.toast.text()
    assert not box().isChecked()
    other.let_go()
    box().click()
    assert store.promises.all()[0].done_on == TODAY
    assert user.root is window


def test_undo_waits_for_its_turn(session: Session, store: Store, hold: Hold, qtbot: QtBot) -> None:
    session.do("Maya added", add_person, a_person())
    other = hold(store.path)
    with qtbot.waitSignal(session.refused):
        session.undo_stack.undo()
    assert store.people.count() == 1
    other.let_go()
    qtbot.waitUntil(session.undo_stack.canUndo)
    session.undo_stack.undo()
    assert store.people.count() == 0


def test_nobody_waits_while_the_next_start_is_made_quicker(
    store: Store, library: Path, maya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meanwhile anybody can save, and what was ranked before that is not remembered."""
    ranked = suggest_people.rank

    def meanwhile(*told: object) -> object:
        with Store.open(library) as other:
            other.wait_at_most(0)
            with other.transaction():
                other.people.add(a_person("Zoe"))
        return ranked(*told)  # type: ignore[arg-type]

    with monkeypatch.context() as held:
        held.setattr(suggest_people, "rank", meanwhile)
        suggest_people.remember_suggestions(store, TODAY)
    names = {entry.person.name for entry in suggest_people.suggest(store, TODAY).entries}
    assert names == {"Maya Okafor", "Zoe"}
