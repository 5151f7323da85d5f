"""A 1-2-1 walked through the window: questions, notes, what is kept hold of, and the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import Change
from planner.domain.conversation import Conversation, Step
from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.errors import LibraryError
from planner.journeys import hold_conversation
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW, StandingClock
from tests.ui.drivers_talk import ALT, CTRL, SHIFT, TalkDriver
from ui.main_window import MainWindow
from ui.pages.conversation import ConversationPage
from ui.routes import Route, Where
from ui.session import Session

TODAY = date(2026, 11, 22)


class Seconds:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: int) -> None:
        """Lets time pass a second at a time, as it does for a window that is awake."""
        self.now += seconds


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def ana(store: Store) -> Person:
    """Somebody known a little, with something to remember."""
    with store.transaction():
        ana = store.people.add(
            a_person("Ana Ferreira", role="Florist", company="Bloom & Stem", stage=Stage.KNOWN)
        )
        for kind, text in (
            (FactKind.DOES, "Weddings and weekly office flowers"),
            (FactKind.DISLIKE, "Early calls"),
            (FactKind.PRIVATE, "The bank said no"),
        ):
            store.facts.add(Fact(person=ana.id, kind=kind, text=text, noted_on=TODAY))
        store.promises.add(Promise(person=ana.id, text="Two names", due=date(2026, 11, 17)))
        held = a_meeting(
            ana.id, NOW - timedelta(days=192), state=State.HELD, summary="Was hiring a driver"
        )
        store.meetings.add(held)
    return ana


@pytest.fixture
def meeting(store: Store, ana: Person) -> Meeting:
    with store.transaction():
        return store.meetings.add(a_meeting(ana.id, NOW, minutes=60, ask="Who handles wills?"))


class Routes:
    """Where a page wanted to go."""

    def __init__(self) -> None:
        self.been: list[Route] = []

    def take(self, route: Route) -> None:
        self.been.append(route)


@pytest.fixture
def routes() -> Routes:
    return Routes()


@pytest.fixture
def page(
    qtbot: QtBot, session: Session, seconds: Seconds, routes: Routes
) -> Iterator[ConversationPage]:
    page = ConversationPage(session, seconds=seconds)
    page.wanted.connect(routes.take)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page


@pytest.fixture
def driver(page: ConversationPage, meeting: Meeting) -> TalkDriver:
    """The conversation of the planned 1-2-1, begun."""
    page.open(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    return TalkDriver(page)


def full_disk(*_: object) -> Change:
    raise LibraryError("The disk is full. Make room and try again.")


def kept(store: Store, meeting: Meeting) -> Conversation:
    found = store.conversations.of_meeting(meeting.id)
    assert found is not None
    return found


def answers(store: Store, meeting: Meeting) -> list[str]:
    return [answer.text for answer in store.answers.of_meeting(meeting.id)]


# What stands there


def test_it_shows_with_whom_and_one_question_with_what_goes_with_it(driver: TalkDriver) -> None:
    assert driver.says("talk-with") == "Ana Ferreira"
    assert driver.question().endswith("?")
    assert driver.says("where").startswith("Arrive")
    assert "question 1 of" in driver.says("where")
    assert len(driver.follow_ups()) >= 2
    lines = driver.reads("question-view")
    assert any(line.startswith("Say back:") for line in lines)
    assert any(line.startswith("Careful:") for line in lines)
    assert driver.says("clock") == "0:00"
    assert driver.focus() == "notes"
    assert len(driver.phases()) == 5
    assert driver.phases()[0].endswith("under way")


def test_what_is_known_stands_beside_it_and_nothing_private(driver: TalkDriver) -> None:
    known = driver.reads("what-you-know")
    assert "Weddings and weekly office flowers" in known
    remember = driver.reads("dont-forget")
    assert "You promised · 5 days late: Two names" in remember
    assert "Dislikes: Early calls" in remember
    assert "Ask: Who handles wills?" in remember
    assert "Last time, 14 May: Was hiring a driver" in remember
    assert "The bank said no" not in " ".join([*known, *remember])


def test_a_question_says_why_it_is_asked_now(driver: TalkDriver) -> None:
    reasons = []
    while driver.sees("next"):
        reasons.append(driver.says("reason"))
        driver.next()
    assert any(reason.startswith("You don't know yet") for reason in reasons)
    assert len([reason for reason in reasons if reason]) >= len(reasons) // 2


# Going through it


def test_next_back_and_skip_by_keyboard_keep_what_was_noted(
    driver: TalkDriver, store: Store, meeting: Meeting
) -> None:
    first = driver.question()
    driver.write("Until eleven")
    driver.next()
    second = driver.question()
    assert second != first
    assert driver.notes() == ""
    assert answers(store, meeting) == ["Until eleven"]
    driver.key(Qt.Key.Key_Return, CTRL | SHIFT)
    assert driver.question() not in (first, second)
    driver.key(Qt.Key.Key_PageUp)
    assert driver.question() == second
    driver.key(Qt.Key.Key_PageUp)
    assert (driver.question(), driver.notes()) == (first, "Until eleven")
    assert len(kept(store, meeting).asked) == 1


def test_page_down_goes_on_while_writing(driver: TalkDriver) -> None:
    first = driver.question()
    driver.write("A word")
    driver.key(Qt.Key.Key_PageDown)
    assert driver.question() != first


def test_the_same_by_mouse_leaves_the_keyboard_in_the_notes(driver: TalkDriver) -> None:
    first = driver.question()
    driver.press("next")
    second = driver.question()
    driver.press("skip")
    driver.press("previous")
    driver.press("previous")
    assert driver.question() == first
    assert second != first
    assert driver.focus() == "notes"


def test_what_is_typed_is_kept_without_a_move(
    driver: TalkDriver, store: Store, meeting: Meeting, qtbot: QtBot
) -> None:
    driver.write("Second shop")
    qtbot.waitUntil(lambda: answers(store, meeting) == ["Second shop"], timeout=1000)
    driver.write(" before spring")
    qtbot.waitUntil(lambda: answers(store, meeting) == ["Second shop before spring"], timeout=1000)


def test_what_cannot_be_kept_holds_the_user_back_once(
    driver: TalkDriver,
    page: ConversationPage,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(hold_conversation, "note", full_disk)
    driver.write("Second shop")
    with qtbot.waitSignal(session.refused):
        assert not page.may_leave()
    assert driver.notes() == "Second shop"
    assert page.may_leave()


def test_a_phase_is_gone_to_by_key_and_by_mouse(driver: TalkDriver) -> None:
    driver.key(Qt.Key.Key_4, ALT)
    assert driver.says("where").startswith("Help each other")
    driver.press("phase-2")
    assert driver.says("where").startswith("Understand")
    driver.key(Qt.Key.Key_9, ALT)
    assert driver.says("where").startswith("Understand")


def test_past_the_last_question_it_says_how_to_end(driver: TalkDriver) -> None:
    driver.to_the_end()
    assert driver.question() == "That was the last question."
    assert driver.sees("finish-here")
    assert not driver.sees("notes")
    driver.key(Qt.Key.Key_PageUp)
    assert driver.question().endswith("?")
    assert driver.sees("notes")


def test_finishing_leads_to_the_debrief(
    driver: TalkDriver, store: Store, meeting: Meeting, routes: Routes
) -> None:
    driver.write("Second shop")
    driver.key(Qt.Key.Key_D, CTRL)
    assert routes.been == [Route(Where.DEBRIEF, person=meeting.person, meeting=meeting.id)]
    assert kept(store, meeting).step is Step.DEBRIEF
    assert answers(store, meeting) == ["Second shop"]


def test_opened_again_from_the_debrief_the_talk_goes_on(
    driver: TalkDriver, page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    driver.next()
    second = driver.question()
    driver.press("finish")
    page.open(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    assert driver.question() == second
    assert kept(store, meeting).step is Step.TALKING


def test_escape_goes_back_to_today_and_keeps_everything(
    driver: TalkDriver, page: ConversationPage, store: Store, meeting: Meeting, routes: Routes
) -> None:
    driver.next()
    driver.write("Half a thought")
    driver.key(Qt.Key.Key_Escape)
    assert routes.been == [Route(Where.TODAY)]
    assert page.may_leave()
    assert answers(store, meeting) == ["Half a thought"]
    assert (kept(store, meeting).step, kept(store, meeting).at) == (Step.TALKING, 1)


# The clock and who talks


def test_the_clock_runs_and_a_pause_stops_it(
    driver: TalkDriver, seconds: Seconds, qtbot: QtBot
) -> None:
    seconds.pass_(3)
    qtbot.waitUntil(lambda: driver.says("clock") == "0:03", timeout=3000)
    driver.key(Qt.Key.Key_F9)
    assert driver.words_on("pause") == "Go on"
    seconds.pass_(4)
    driver.next()
    assert driver.says("clock") == "0:03"
    driver.press("pause")
    seconds.pass_(2)
    driver.next()
    assert driver.says("clock") == "0:05"


def test_the_time_the_computer_slept_is_not_counted(driver: TalkDriver, seconds: Seconds) -> None:
    seconds.pass_(8 * 3600)
    driver.next()
    assert driver.says("clock") == "0:05"


def test_the_time_away_from_the_page_is_not_counted(
    driver: TalkDriver, page: ConversationPage, seconds: Seconds
) -> None:
    seconds.pass_(2)
    page.hide()
    seconds.pass_(4)
    page.show()
    seconds.pass_(1)
    driver.press("next")
    assert driver.says("clock") == "0:03"


def test_space_outside_the_notes_and_ctrl_space_within_switch_the_speaker(
    driver: TalkDriver,
) -> None:
    assert driver.says("speaking") == "Nobody is counted yet"
    assert driver.says("speaker-hint") == "Ctrl+Space switches the speaker"
    driver.key(Qt.Key.Key_Space, CTRL)
    assert driver.says("speaking") == "Ana is talking"
    assert driver.notes() == ""
    driver.click_beside()
    assert driver.says("speaker-hint") == "Space switches the speaker"
    driver.key(Qt.Key.Key_Space)
    assert driver.says("speaking") == "You are talking"
    driver.press("balance")
    assert driver.says("speaking") == "Ana is talking"
    driver.note("a b")
    assert driver.notes() == "a b"
    assert driver.says("speaking") == "Ana is talking"


def test_switching_the_speaker_ends_a_pause(driver: TalkDriver) -> None:
    driver.key(Qt.Key.Key_F9)
    assert driver.says("speaking") == "Paused"
    driver.key(Qt.Key.Key_Space, CTRL)
    assert driver.says("speaking") == "Ana is talking"
    assert driver.words_on("pause") == "Pause"


def test_the_clock_is_kept_by_itself(
    driver: TalkDriver, seconds: Seconds, store: Store, meeting: Meeting, qtbot: QtBot
) -> None:
    for shown in ("0:05", "0:10"):
        seconds.pass_(5)
        qtbot.waitUntil(lambda shown=shown: driver.says("clock") == shown, timeout=3000)
    assert kept(store, meeting).elapsed == 10


def test_a_key_held_down_does_not_run_through_the_questions(
    driver: TalkDriver, page: ConversationPage
) -> None:
    first = driver.question()
    for action in page.actions():
        assert not action.autoRepeat()
    driver.click_beside()
    pressed = QEvent.Type.KeyPress
    held = QKeyEvent(pressed, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(driver.at_keyboard(), held)
    assert driver.question() == first


def test_nothing_moves_when_the_notes_are_left(driver: TalkDriver, page: ConversationPage) -> None:
    page.resize(980, 640)
    driver.note("a")
    before = driver.find(QAbstractButton, "balance").geometry()
    driver.click_beside()
    assert driver.says("speaker-hint").startswith("Space")
    assert driver.find(QAbstractButton, "balance").geometry() == before


def test_the_balance_is_told_in_figures_once_enough_was_heard(
    driver: TalkDriver, seconds: Seconds
) -> None:
    driver.key(Qt.Key.Key_Space, CTRL)
    for _ in range(16):
        seconds.pass_(4)
        driver.press("next" if driver.sees("next") else "previous")
    assert "Ana 100 %, You 0 %" in driver.balance()
    driver.key(Qt.Key.Key_Space, CTRL)
    assert "You are talking" in driver.balance()


def test_the_bar_fills_as_soon_as_somebody_is_counted_and_its_band_is_told(
    driver: TalkDriver, seconds: Seconds
) -> None:
    bar = driver.find(QAbstractButton, "balance")
    empty = bar.grab().toImage().pixelColor(bar.width() // 2, 8)
    driver.key(Qt.Key.Key_F8)
    seconds.pass_(3)
    driver.press("next")
    assert bar.grab().toImage().pixelColor(bar.width() // 2, 8) != empty
    assert "Good band: 35 to 50 %" in driver.balance()
    assert "Good band: 35 to 50 %" in bar.toolTip()


def test_after_three_questions_in_a_row_a_hint_stands_until_something_was_offered(
    driver: TalkDriver,
) -> None:
    for _ in range(3):
        assert not driver.sees("hint")
        driver.next()
    assert "Offer something of yours" in driver.says("hint-words")
    driver.press("hint-offered")
    assert not driver.sees("hint")


def test_switching_to_oneself_counts_as_having_offered(driver: TalkDriver) -> None:
    for _ in range(3):
        driver.next()
    driver.key(Qt.Key.Key_F8)
    assert driver.sees("hint")
    driver.key(Qt.Key.Key_F8)
    assert not driver.sees("hint")


def test_five_minutes_before_the_end_a_quiet_sign_leads_to_the_last_part(
    page: ConversationPage, seconds: Seconds, session: Session, ana: Person
) -> None:
    with session.store.transaction():
        soon = session.store.meetings.add(a_meeting(ana.id, NOW, minutes=5))
    page.open(Route(Where.CONVERSATION, person=ana.id, meeting=soon.id))
    driver = TalkDriver(page)
    assert driver.says("hint-words") == "5 minutes left. Say back who does what by when."
    driver.press("hint-go")
    assert driver.says("where").startswith("Agree what's next")
    assert not driver.sees("hint-go")
    for _ in range(61):
        seconds.pass_(5)
        driver.key(Qt.Key.Key_F8)
    assert "is over" in driver.says("hint-words")


# What is kept hold of


def test_a_promise_is_kept_without_leaving_the_question(
    driver: TalkDriver, store: Store, meeting: Meeting
) -> None:
    question = driver.question()
    driver.write("Looking for a landlord")
    driver.key(Qt.Key.Key_P, CTRL)
    assert driver.focus() == "promise-what"
    driver.write("Landlord contact, Rob Kane")
    driver.press("promise-due-friday")
    assert driver.says("promise-due-day") == "Friday 27 November"
    driver.key(Qt.Key.Key_Return)
    assert not driver.sees("promise-form")
    assert driver.focus() == "notes"
    assert (driver.question(), driver.notes()) == (question, "Looking for a landlord")
    assert driver.kept() == [("Landlord contact, Rob Kane", "You promised · by Friday")]
    promise = store.promises.of_person(meeting.person)[-1]
    assert (promise.mine, promise.meeting, promise.due) == (True, meeting.id, date(2026, 11, 27))


def test_their_promise_takes_its_day_from_the_words(driver: TalkDriver, store: Store) -> None:
    driver.press("keep-promise")
    driver.press("whose-theirs")
    assert driver.words_on("whose-theirs") == "Ana will"
    driver.type("promise-what", "Send the lease by tomorrow")
    driver.press("promise-form-keep")
    assert driver.kept() == [("Send the lease", "Ana promised · by tomorrow")]


def test_a_day_that_means_nothing_is_pointed_out_and_kept_back(
    driver: TalkDriver, store: Store, meeting: Meeting
) -> None:
    driver.key(Qt.Key.Key_P, CTRL)
    driver.write("Landlord contact")
    driver.type("promise-due", "when the cows come home")
    driver.key(Qt.Key.Key_Return)
    assert "Write a day" in driver.says("promise-due-day")
    assert driver.focus() == "promise-due"
    assert driver.kept() == []
    driver.type("promise-due", "")
    driver.key(Qt.Key.Key_Return)
    assert driver.kept() == [("Landlord contact", "You promised")]


def test_an_empty_promise_says_what_is_missing(driver: TalkDriver) -> None:
    driver.key(Qt.Key.Key_P, CTRL)
    driver.key(Qt.Key.Key_Return)
    assert driver.says("promise-form-missing") == "Write what was promised."
    driver.key(Qt.Key.Key_Escape)
    assert not driver.sees("promise-form")
    assert driver.focus() == "notes"


def test_a_like_and_any_fact_are_kept(driver: TalkDriver, store: Store, meeting: Meeting) -> None:
    driver.key(Qt.Key.Key_L, CTRL)
    driver.write("Open-water swimming")
    driver.key(Qt.Key.Key_Return)
    driver.key(Qt.Key.Key_F, CTRL)
    assert driver.focus() == "fact-text", "letters must not choose another kind"
    driver.write("A short lease")
    driver.choose("fact-kind", "Challenge")
    driver.find(QLineEdit, "fact-text").setFocus()
    driver.key(Qt.Key.Key_Return)
    assert driver.kept() == [("Open-water swimming", "Likes"), ("A short lease", "Challenge")]
    kinds = [fact.kind for fact in store.facts.of_person(meeting.person)]
    assert {FactKind.LIKE, FactKind.CHALLENGE} <= set(kinds)


def test_a_private_note_is_kept_and_not_shown(driver: TalkDriver) -> None:
    driver.press("keep-fact")
    driver.choose("fact-kind", "Private")
    driver.type("fact-text", "Worried about the lease")
    driver.key(Qt.Key.Key_Return)
    assert driver.kept() == [("Kept, not shown here", "Private")]


def test_what_is_known_word_for_word_is_not_noted_twice(driver: TalkDriver) -> None:
    driver.key(Qt.Key.Key_F, CTRL)
    driver.choose("fact-kind", "Does")
    driver.type("fact-text", "weddings and weekly office flowers")
    driver.key(Qt.Key.Key_Return)
    assert driver.kept() == []
    assert "known already" in driver.says("kept-already")


def test_what_was_kept_is_taken_back_and_undone(driver: TalkDriver, session: Session) -> None:
    driver.key(Qt.Key.Key_P, CTRL)
    driver.write("Landlord contact")
    driver.key(Qt.Key.Key_Return)
    session.undo_stack.undo()
    assert driver.kept() == []
    session.undo_stack.redo()
    driver.press("remove-kept")
    assert driver.kept() == []
    assert driver.focus() == "notes"
    session.undo_stack.undo()
    assert [words for words, _ in driver.kept()] == ["Landlord contact"]


# Beginning without a plan, and what cannot be


def test_without_a_plan_it_begins_now_and_can_be_undone(
    page: ConversationPage, session: Session, ana: Person, routes: Routes
) -> None:
    page.open(Route(Where.CONVERSATION, person=ana.id))
    driver = TalkDriver(page)
    assert driver.says("talk-with") == "Ana Ferreira"
    (planned,) = session.store.meetings.planned()
    assert planned.person == ana.id
    session.undo_stack.undo()
    assert session.store.meetings.planned() == []
    assert routes.been == [Route(Where.TODAY)]


def test_opened_again_it_goes_on_instead_of_beginning_another(
    page: ConversationPage, session: Session, ana: Person
) -> None:
    for _ in range(2):
        page.open(Route(Where.CONVERSATION, person=ana.id))
    assert len(session.store.meetings.planned()) == 1


def test_a_second_one_on_the_same_day_is_asked_for(
    page: ConversationPage, session: Session, ana: Person
) -> None:
    with session.store.transaction():
        session.store.meetings.add(a_meeting(ana.id, NOW, state=State.HELD))
    page.open(Route(Where.CONVERSATION, person=ana.id))
    driver = TalkDriver(page)
    assert session.store.meetings.planned() == []
    driver.press("another")
    assert driver.question().endswith("?")
    assert len(session.store.meetings.planned()) == 1


def test_one_that_was_called_off_cannot_be_talked(
    page: ConversationPage, session: Session, ana: Person, routes: Routes, qtbot: QtBot
) -> None:
    with session.store.transaction():
        off = session.store.meetings.add(a_meeting(ana.id, NOW, state=State.CANCELLED))
    with qtbot.waitSignal(session.refused) as refused:
        page.open(Route(Where.CONVERSATION, person=ana.id, meeting=off.id))
    assert "was cancelled" in refused.args[0]
    driver = TalkDriver(page)
    assert not driver.sees("notes")
    driver.press("to-today")
    assert routes.been == [Route(Where.TODAY)]


# In the window


def test_the_keys_collide_with_none_of_the_window(
    qtbot: QtBot, session: Session, view: QSettings, meeting: Meeting
) -> None:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.show()
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    page = window.page
    assert page is not None
    own = {key.toString() for action in page.actions() for key in action.shortcuts()}
    taken = {key.toString() for action in window.actions() for key in action.shortcuts()}
    assert own
    assert not own & taken
    named = {action.objectName() for action in page.findChildren(QAction)}
    assert "key-next" in named


def test_in_the_window_the_navigation_is_away_and_today_comes_back(
    qtbot: QtBot, session: Session, view: QSettings, meeting: Meeting, clock: StandingClock
) -> None:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    assert not window.navigation.isVisible()
    driver = TalkDriver(window)
    driver.write("Half a thought")
    driver.key(Qt.Key.Key_Escape)
    assert window.page is not None and window.page.where is Where.TODAY
    assert window.navigation.isVisible()
    assert answers(session.store, meeting) == ["Half a thought"]


def test_every_way_is_there_for_the_keyboard(driver: TalkDriver, page: QWidget) -> None:
    """Tab comes by every button in sight, and out of the notes."""
    seen = set()
    for _ in range(40):
        seen.add(driver.focus())
        driver.key(Qt.Key.Key_Tab)
    assert {"notes", "next", "skip", "pause", "finish", "keep-promise", "balance"} <= seen
    assert {f"phase-{number}" for number in range(1, 6)} <= seen
