"""The debrief in three minutes, from paper and of years ago, all by the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from planner.domain import conversation as talk
from planner.domain.captures import Form
from planner.domain.facts import FactKind
from planner.domain.meetings import Meeting, Roughly, State, TalkedMore
from planner.domain.people import Person, Stage
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.save_debrief import THANKED
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW
from tests.ui.drivers_talk import ALT, CTRL, NONE, SHIFT, DebriefDriver
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

TODAY = date(2026, 11, 22)
LIBRARY = load()
BEGAN = NOW - timedelta(minutes=55)

# What a keystroke and a thought take: Card, Moran & Newell, “The keystroke-level model for user
# performance time”, Communications of the ACM 23, 1980; an average typist, 40 words a minute.
KEY, THOUGHT = 0.28, 1.35
READ = 0.3  # seconds for a word that is read through, at 200 words a minute
THREE_MINUTES = 180

NOTES = {
    FactKind.GOAL: "Second shop before Mothers' Day, with a short lease",
    FactKind.FOR_WHOM: "Hotels and venues within ten miles",
    FactKind.INTEREST: "Open-water swimming, every Saturday at six",
    FactKind.NETWORK: "Runs the market traders' group",
    FactKind.ACCOMPLISHMENT: "Won the county florists' award in June",
    FactKind.CHALLENGE: "The bank said no in June",
    FactKind.DOES: "Weddings and weekly office flowers",
}


class TimedDriver(DebriefDriver):
    """Counts what the hands and the head would take."""

    seconds = 0.0

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.seconds += KEY * (1 if modifiers is NONE else 2)
        super().key(key, modifiers)

    def write(self, text: str) -> None:
        self.seconds += KEY * len(text)
        super().write(text)

    def think(self) -> None:
        self.seconds += THOUGHT

    def read(self, text: str) -> None:
        self.seconds += READ * len(text.split())


@pytest.fixture
def ana(store: Store) -> Person:
    with store.transaction():
        store.me.put(replace(store.me.get(), name="Sam Reed", ready=True, zone="Europe/London"))
        return store.people.add(
            a_person("Ana Ferreira", stage=Stage.KNOWN, emails=("ana@bloom.example",))
        )


@pytest.fixture
def paper(store: Store, ana: Person) -> Meeting:
    """An hour held with paper and pencil."""
    with store.transaction():
        return store.meetings.add(a_meeting(ana.id, BEGAN, minutes=60, place="The Wharf"))


@pytest.fixture
def talked(store: Store, paper: Meeting) -> Meeting:
    """The same hour, talked through with the guide: seven notes and a promise."""
    _, conversation = hold.begin(store, LIBRARY, paper.id, BEGAN)
    guide = LIBRARY.guide(conversation.guide)
    left = dict(NOTES)
    for prompt in [*map(guide.prompt, conversation.script), *guide.prompts]:
        if prompt is not None and prompt.fills in left:
            hold.note(store, paper.id, prompt.id, left.pop(prompt.fills))
    hold.capture_promise(store, paper.id, True, "Landlord contact", date(2026, 11, 27), TODAY)
    conversation = replace(conversation, mine=1100, theirs=1900, elapsed=3100)
    hold.finish_talking(store, talk.next_question(conversation, guide))
    return paper


@pytest.fixture
def window(qtbot: QtBot, session: Session, ana: Person, view: QSettings) -> Iterator[MainWindow]:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window


def debriefing(window: MainWindow, route: Route) -> TimedDriver:
    window.go(route)
    assert window.page is not None
    QApplication.processEvents()  # all there is comes in sight
    return TimedDriver(window.page)


def test_an_hour_is_debriefed_in_three_minutes_by_the_keyboard(
    window: MainWindow, store: Store, talked: Meeting
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=talked.person, meeting=talked.id))
    driver.think()
    driver.write("Second shop by March; worried about the lease. Easy to talk to.")
    driver.key(Qt.Key.Key_3, ALT)
    offered = driver.facts()
    assert len(offered) >= 5
    for number, (_, kept, words) in enumerate(offered):
        assert kept
        driver.read(words)
        driver.think()
        if number == 1:  # this one is not worth keeping
            driver.key(Qt.Key.Key_Tab)
            driver.key(Qt.Key.Key_Space)
            driver.key(Qt.Key.Key_Tab, SHIFT)
        if number == 2:  # and this one is another kind of fact
            driver.key(Qt.Key.Key_Tab)
            driver.key(Qt.Key.Key_Tab)
            driver.key(Qt.Key.Key_Down)
            driver.key(Qt.Key.Key_Tab, SHIFT)
            driver.key(Qt.Key.Key_Tab, SHIFT)
        driver.key(Qt.Key.Key_Return)
    for promise in ("Introduce her to Tom by Friday", "Send the list next week"):
        driver.think()
        driver.key(Qt.Key.Key_P, CTRL)
        driver.write(promise)
        driver.key(Qt.Key.Key_Return)
    driver.think()
    assert driver.find(QAbstractButton, "talked-them").isChecked()  # by the clock
    driver.key(Qt.Key.Key_6, ALT)
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Space)
    driver.think()
    driver.key(Qt.Key.Key_8, ALT)
    note = driver.holds("thank-you-text")
    driver.read(note)
    assert "As promised, I will introduce you to Tom by Friday" in note
    assert "bank" not in note
    for _ in range(2):
        driver.key(Qt.Key.Key_Tab)
    assert driver.focus() == "thank-you-copy"
    driver.key(Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == note
    driver.key(Qt.Key.Key_S, CTRL)

    assert driver.seconds < THREE_MINUTES, f"{driver.seconds:.0f} seconds"
    held = store.meetings.get(talked.id)
    assert (held.state, held.talked) == (State.HELD, TalkedMore.THEM)
    kept = store.facts.of_person(talked.person)
    assert len(kept) == len(offered) - 1
    promises = {one.text: one.due for one in store.promises.of_person(talked.person)}
    assert promises["Introduce her to Tom"] == date(2026, 11, 27)
    assert promises["Send the list"] == date(2026, 11, 27)
    assert store.people.get(talked.person).rests_until == date(2027, 1, 3)
    assert [touch.note for touch in store.touches.of_person(talked.person)] == [THANKED]
    window.session.undo_stack.undo()
    assert store.meetings.get(talked.id).planned
    assert store.touches.all() == []


def test_what_stands_on_paper_is_typed_under_its_questions(
    window: MainWindow, store: Store, paper: Meeting
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=paper.person, meeting=paper.id))
    driver.key(Qt.Key.Key_2, ALT)
    asked = driver.questions()
    first, second = list(asked)[:2]
    assert asked[first].hasFocus()
    driver.write("Ten good weeks")
    driver.key(Qt.Key.Key_Return)
    assert asked[second].hasFocus()
    driver.write("A second shop")
    assert window.page is not None and window.page.may_leave()
    driver = debriefing(window, Route(Where.TODAY))
    driver = debriefing(window, Route(Where.DEBRIEF, person=paper.person, meeting=paper.id))
    assert driver.questions()[second].toPlainText() == "A second shop"
    driver.key(Qt.Key.Key_S, CTRL)
    notes = {LIBRARY.prompt(one.prompt): one.text for one in store.answers.of_meeting(paper.id)}
    assert {prompt.text: text for prompt, text in notes.items() if prompt} == {
        first: "Ten good weeks",
        second: "A second shop",
    }
    told = {prompt.fills for prompt in notes if prompt and prompt.fills}
    assert {fact.kind for fact in store.facts.of_person(paper.person)} == told


def test_an_answer_becomes_another_kind_of_fact(
    window: MainWindow, store: Store, talked: Meeting
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=talked.person, meeting=talked.id))
    goal = driver.offer("Goal")
    kind = goal.findChild(QComboBox, "fact-kind-of")
    assert kind is not None
    kind.setFocus()
    driver.write("Acc")
    driver.key(Qt.Key.Key_S, CTRL)
    facts = {fact.text: fact.kind for fact in store.facts.of_person(talked.person)}
    assert facts[NOTES[FactKind.GOAL]] is FactKind.ACCOMPLISHMENT


def test_what_is_written_speaks_for_the_ladder_unless_the_user_says_otherwise(
    window: MainWindow, talked: Meeting
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=talked.person, meeting=talked.id))
    assert driver.is_ticked("seen-personal")  # open-water swimming
    assert driver.reached() == "Liked"
    driver.tick("seen-personal")
    assert driver.reached() == "Known"
    driver.key(Qt.Key.Key_3, ALT)
    driver.write(" ")
    assert not driver.is_ticked("seen-personal")


def test_what_is_half_written_waits_with_the_rest(
    window: MainWindow, paper: Meeting, store: Store
) -> None:
    route = Route(Where.DEBRIEF, person=paper.person, meeting=paper.id)
    driver = debriefing(window, route)
    driver.press("debrief-referral")
    driver.write("Marsh Hot")
    driver.type("thank-you-text", "Dear Ana")
    driver.press("talked-me")
    debriefing(window, Route(Where.TODAY))
    again = DebriefDriver(_new_page(window, route))
    assert again.holds("referral-what") == "Marsh Hot"
    assert again.holds("thank-you-text") == "Dear Ana"
    assert again.find(QAbstractButton, "talked-me").isChecked()
    again.press("thank-you-draft-again")
    assert again.holds("thank-you-text").startswith("Hi Ana,")
    again.press("save-debrief")
    (referral,) = store.referrals.of_person(paper.person)
    assert (referral.given, referral.what) == (True, "Marsh Hot")
    assert store.meetings.get(paper.id).talked is TalkedMore.ME


def test_what_was_begun_in_one_form_is_saved_though_another_was_opened(
    window: MainWindow, paper: Meeting, store: Store
) -> None:
    route = Route(Where.DEBRIEF, person=paper.person, meeting=paper.id)
    driver = debriefing(window, route)
    driver.press("debrief-referral")
    driver.write("Marsh Hotel")
    driver.press("debrief-promise")
    driver.write("Send the list")
    driver.press("debrief-ask")  # nothing is written in it
    debriefing(window, Route(Where.TODAY))
    debriefing(window, route).press("save-debrief")
    assert [one.what for one in store.referrals.of_person(paper.person)] == ["Marsh Hotel"]
    assert [one.text for one in store.promises.of_person(paper.person)] == ["Send the list"]
    assert store.asks.all() == []
    assert store.meetings.get(paper.id).state is State.HELD


def _new_page(window: MainWindow, route: Route) -> MainWindow:
    window.go(route)
    return window


def test_the_next_one_is_planned_right_after(
    window: MainWindow, store: Store, paper: Meeting
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=paper.person, meeting=paper.id))
    driver.press("again-6w")
    driver.find(QCheckBox, "again-plan").click()
    driver.press("save-debrief")
    assert window.page is not None
    assert window.page.route == Route(Where.PLAN, person=paper.person, day=date(2027, 1, 3))


def test_one_that_is_planned_already_is_said(
    window: MainWindow, store: Store, paper: Meeting
) -> None:
    with store.transaction():
        store.meetings.add(a_meeting(paper.person, NOW + timedelta(days=3)))
    driver = debriefing(window, Route(Where.DEBRIEF, person=paper.person, meeting=paper.id))
    assert driver.says("again-planned") == (
        "You meet again Wednesday 09:30: that is planned already."
    )
    assert not driver.sees("again-6w")


def test_a_promise_without_a_date_is_given_one(
    window: MainWindow, store: Store, talked: Meeting
) -> None:
    hold.capture_promise(store, talked.id, False, "Two names", None, TODAY)
    driver = debriefing(window, Route(Where.DEBRIEF, person=talked.person, meeting=talked.id))
    driver.press("promise-date")
    dialog = window.findChild(QDialog, "promise-dialog")
    assert dialog is not None and dialog.isVisible()
    dialog.reject()
    driver.key(Qt.Key.Key_P, CTRL)
    driver.write("Call the bank")
    driver.key(Qt.Key.Key_Return)
    driver.press("promise-date")  # the last in sight
    assert driver.holds("promise-what") == "Call the bank"
    driver.press("promise-due-friday")
    driver.press("promise-form-keep")
    driver.press("save-debrief")
    promises = {one.text: one.due for one in store.promises.of_person(talked.person)}
    assert promises["Call the bank"] == date(2026, 11, 27)


def test_a_note_becomes_a_fact_at_a_press(
    window: MainWindow, store: Store, talked: Meeting
) -> None:
    silent = next(prompt for prompt in LIBRARY.guides[0].prompts if prompt.fills is None)
    hold.note(store, talked.id, silent.id, "Parks behind the mill")
    driver = debriefing(window, Route(Where.DEBRIEF, person=talked.person, meeting=talked.id))
    driver.press("note-to-fact")
    assert driver.added() == [("Note", "Parks behind the mill")]


def test_years_ago_several_in_a_row(
    window: MainWindow, qtbot: QtBot, store: Store, ana: Person
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=ana.id))
    assert driver.title() == "A past 1-2-1 with Ana Ferreira"
    assert driver.focus() == "past-when"
    driver.key(Qt.Key.Key_S, CTRL)
    assert "Write a day that is past" in driver.says("past-when-told")
    driver.write("last summer")
    assert driver.says("past-when-told") == "Kept as around July 2026."
    driver.key(Qt.Key.Key_1, ALT)
    driver.write("Hiring a driver")
    driver.key(Qt.Key.Key_S, CTRL | SHIFT)
    assert (driver.focus(), driver.holds("past-when"), driver.holds("summary")) == (
        "past-when",
        "",
        "",
    )
    driver.write("2019")
    driver.key(Qt.Key.Key_S, CTRL)
    held = sorted(store.meetings.of_person(ana.id), key=lambda one: one.starts)
    assert [(one.starts.year, one.roughly, one.summary) for one in held] == [
        (2019, Roughly.YEAR, ""),
        (2026, Roughly.MONTH, "Hiring a driver"),
    ]
    assert window.page is not None and window.page.route == Route(Where.PEOPLE, person=ana.id)
    for _ in range(2):
        window.session.undo_stack.undo()
    assert store.meetings.of_person(ana.id) == []


def test_questions_that_jog_the_memory_are_gone_through_by_tab(
    window: MainWindow, ana: Person
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=ana.id))
    assert driver.questions() == {}
    driver.press("show-questions")
    first, second = list(driver.questions().values())[:2]
    assert first.hasFocus()
    driver.key(Qt.Key.Key_Tab)
    assert second.hasFocus()
    for _ in range(len(driver.questions()) - 1):
        driver.key(Qt.Key.Key_Tab)
    assert driver.focus() == "debrief-fact"


def test_of_one_held_lately_thanks_are_in_time(
    window: MainWindow, store: Store, ana: Person
) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=ana.id))
    driver.write("2019")
    assert not driver.sees("thank-you-text") and not driver.sees("again-2w")
    driver.type("past-when", "yesterday")
    driver.type("past-place", "The Wharf")
    assert "your time yesterday" in driver.holds("thank-you-text")
    assert "at The Wharf" in driver.holds("thank-you-text")
    driver.press("again-2w")
    driver.press("save-debrief")
    assert store.people.get(ana.id).rests_until == date(2026, 12, 6)


def test_it_is_found_by_typing(window: MainWindow, ana: Person) -> None:
    window.search("past ferr")
    field = DebriefDriver(window).find(QLineEdit, "search-field")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.route == Route(Where.DEBRIEF, person=ana.id)


def test_it_is_found_in_the_menu_and_asks_with_whom(
    window: MainWindow, qtbot: QtBot, ana: Person
) -> None:
    window.go(Route(Where.TODAY))
    window.actions_.act("add-past")
    dialog = window.findChild(object, "past-with-dialog")
    assert dialog is not None
    driver = DebriefDriver(window)
    assert driver.says("past-with-title") == "Whom did you sit down with?"
    driver.write("ferr")
    QTest.keyClick(driver.at_keyboard(), Qt.Key.Key_Return)
    wanted = Route(Where.DEBRIEF, person=ana.id)
    qtbot.waitUntil(lambda: window.page is not None and window.page.route == wanted)


def test_the_forms_have_the_keys_of_the_conversation(window: MainWindow, paper: Meeting) -> None:
    driver = debriefing(window, Route(Where.DEBRIEF, person=paper.person, meeting=paper.id))
    for keys, field in ((Qt.Key.Key_R, "referral-what"), (Qt.Key.Key_F, "fact-text")):
        driver.key(keys, CTRL)
        assert driver.focus() == field
    assert Form.REFERRAL == "referral"


def test_from_their_page_what_waits_is_noted_and_what_was_is_read(
    window: MainWindow, store: Store, ana: Person
) -> None:
    with store.transaction():
        waiting = store.meetings.add(a_meeting(ana.id, NOW - timedelta(days=1)))
        long_ago = a_meeting(
            ana.id,
            NOW - timedelta(days=2000),
            state=State.HELD,
            roughly=Roughly.MONTH,
            talked=TalkedMore.THEM,
            summary="Her first shop",
        )
        past = store.meetings.add(long_ago)
    driver = debriefing(window, Route(Where.PEOPLE, person=ana.id))
    told = driver.find(QAbstractButton, f"history-meeting-{past.id}")
    assert told.accessibleName().startswith("First 1-2-1, they talked more. Her first shop")
    assert "Jun 2021" in driver.reads("card-history")
    driver.press(f"note-{waiting.id}")
    assert window.page is not None
    assert window.page.route == Route(Where.DEBRIEF, person=ana.id, meeting=waiting.id)
    driver = debriefing(window, Route(Where.PEOPLE, person=ana.id))
    driver.press("add-past")
    assert window.page.route == Route(Where.DEBRIEF, person=ana.id)
    driver = debriefing(window, Route(Where.MEETINGS, meeting=past.id))
    assert driver.says("meeting-day") == "June 2021"
    assert driver.says("meeting-line") == "they talked more"
    assert not driver.sees("save-calendar")
    driver.press("note-more")
    assert window.page.route == Route(Where.DEBRIEF, person=ana.id, meeting=past.id)
    driver = debriefing(window, window.page.route)
    assert driver.holds("summary") == "Her first shop"
    assert driver.says("debrief-line").startswith("June 2021, noted already.")
