"""What two people promise, pass on and look for, kept hold of without leaving the question."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.captures import Form
from planner.domain.changes import Change
from planner.domain.facts import FactKind
from planner.domain.meetings import Meeting
from planner.errors import LibraryError
from planner.journeys import keep_hold
from planner.journeys.keep_hold import captures_begun
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW
from tests.ui.drivers_talk import CTRL, SHIFT, TalkDriver
from ui.capturing import TRIED_AGAIN, TYPING_PAUSE
from ui.pages.conversation import ConversationPage
from ui.routes import Route, Where
from ui.session import Session

FRIDAY = date(2026, 11, 27)
REFERRAL, INTRODUCTION = (Qt.Key.Key_R, CTRL), (Qt.Key.Key_I, CTRL | SHIFT)
ASK, DISLIKE = (Qt.Key.Key_A, CTRL | SHIFT), (Qt.Key.Key_L, CTRL | SHIFT)
PROMISE = (Qt.Key.Key_P, CTRL)


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira"))
        store.people.add(a_person("Rob Kane"))
        return store.meetings.add(a_meeting(ana.id, NOW))


@pytest.fixture
def page(qtbot: QtBot, session: Session, meeting: Meeting) -> Iterator[ConversationPage]:
    page = ConversationPage(session)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    yield page


@pytest.fixture
def user(page: ConversationPage) -> TalkDriver:
    return TalkDriver(page)


def enter(user: TalkDriver) -> None:
    user.key(Qt.Key.Key_Return)


def test_a_referral_from_me_and_about_whom(user: TalkDriver, store: Store) -> None:
    user.key(*REFERRAL)
    user.write("Marsh Hotel, the lobby")
    enter(user)
    assert user.kept() == [("Marsh Hotel, the lobby", "Referral to Ana")]
    assert user.focus() == "notes"
    assert [one.given for one in store.referrals.all()] == [True]


def test_the_same_key_again_turns_it_to_the_other_one(user: TalkDriver, store: Store) -> None:
    user.key(*REFERRAL)
    user.key(*REFERRAL)
    user.write("Kim at the bank")
    enter(user)
    assert user.kept() == [("Kim at the bank", "Referral from Ana")]
    assert [one.given for one in store.referrals.all()] == [False]


def test_what_ana_looks_for_and_what_i_do(user: TalkDriver, store: Store, meeting: Meeting) -> None:
    user.key(*ASK)
    user.write("A landlord with a short lease")
    enter(user)
    user.key(*ASK)
    user.key(*ASK)
    user.write("Who handles wills?")
    enter(user)
    assert user.kept() == [
        ("A landlord with a short lease", "Ana looks for"),
        ("Who handles wills?", "You look for"),
    ]
    assert [one.person for one in store.asks.all()] == [meeting.person, None]


def test_an_introduction_to_somebody_known_and_what_becomes_of_it_is_said(
    user: TalkDriver, store: Store
) -> None:
    user.key(*INTRODUCTION)
    user.write("kan")
    assert "your promise" in user.says("introduction-becomes")
    assert user.words_on("introduction-0") == "Rob Kane"
    user.key(Qt.Key.Key_Down)  # takes the name that is offered
    assert user.holds("introduction-whom") == "Rob Kane"
    assert not user.sees("introduction-0")
    assert "Follow-ups" in user.says("introduction-becomes")
    assert user.focus() == "introduction-why"
    user.write("Shop units")
    enter(user)
    assert user.kept() == [("Ana and Rob Kane", "Introduction · Shop units")]
    assert len(store.introductions.open()) == 1


def test_an_introduction_to_somebody_unknown_is_a_promise(user: TalkDriver) -> None:
    user.key(*INTRODUCTION)
    user.write("Kim Otto")
    enter(user)
    user.key(*INTRODUCTION)
    user.key(*INTRODUCTION)
    user.write("Her landlord")
    assert user.says("introduction-becomes") == "Kept as a promise of Ana's."
    enter(user)
    assert user.kept() == [
        ("Introduce Ana to Kim Otto", "You promised"),
        ("Introduce you to Her landlord", "Ana promised"),
    ]


def test_a_dislike(user: TalkDriver, store: Store, meeting: Meeting) -> None:
    user.key(*DISLIKE)
    user.write("Early calls")
    enter(user)
    (fact,) = store.facts.of_person(meeting.person)
    assert (fact.kind, fact.text) == (FactKind.DISLIKE, "Early calls")


def test_a_day_in_the_promise_shows_on_its_chip_before_it_is_kept(user: TalkDriver) -> None:
    user.key(*PROMISE)
    user.write("Landlord contact by Friday")
    assert user.find(QAbstractButton, "promise-due-friday").isChecked()
    assert user.says("promise-due-day") == "Friday 27 November"
    enter(user)
    assert user.kept() == [("Landlord contact", "You promised · by Friday")]


def test_a_chip_pressed_rules(user: TalkDriver, store: Store) -> None:
    user.key(*PROMISE)
    user.write("Landlord contact")
    user.press("promise-due-in-2-weeks")
    user.press("promise-form-keep")
    (promise,) = store.promises.all()
    assert (promise.text, promise.due) == ("Landlord contact", date(2026, 12, 6))


def test_nothing_filled_in_says_what_is_missing(user: TalkDriver, store: Store) -> None:
    for key, name in ((REFERRAL, "referral"), (INTRODUCTION, "introduction"), (ASK, "ask")):
        user.key(*key)
        enter(user)
        assert user.says(f"{name}-form-missing").startswith("Write ")
    assert not store.referrals.all()


# Half written


def test_what_is_half_written_is_kept_as_typed(
    user: TalkDriver, page: ConversationPage, session: Session, store: Store, meeting: Meeting
) -> None:
    user.key(*ASK)
    user.write("A landl")
    assert page.may_leave()
    begun = captures_begun(store, meeting.id)
    assert begun.open is Form.ASK
    assert begun.of(Form.ASK)["text"] == "A landl"
    page.open(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    assert user.holds("ask-text") == "A landl"
    user.write("ord")
    enter(user)
    assert user.kept() == [("A landlord", "Ana looks for")]
    assert not captures_begun(store, meeting.id)
    assert not session.undo_stack.isClean()


def test_what_is_put_aside_is_there_again_to_be_typed_over(user: TalkDriver) -> None:
    user.key(*PROMISE)
    user.write("Two na")
    user.key(Qt.Key.Key_Escape)
    assert not user.sees("promise-form")
    assert user.focus() == "notes"
    user.key(*REFERRAL)
    user.write("Marsh")
    user.key(*PROMISE)
    assert user.find(QLineEdit, "promise-what").selectedText() == "Two na"
    user.write("Three names")
    enter(user)
    user.key(*REFERRAL)
    assert user.holds("referral-what") == "Marsh"
    assert user.kept() == [("Three names", "You promised")]


def test_what_could_not_be_kept_stays_in_its_form(
    user: TalkDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> Change:
        raise LibraryError("The disk is full. Make room and try again.")

    user.key(*ASK)
    user.write("A landlord")
    with monkeypatch.context() as patch:
        patch.setattr(keep_hold, "capture_ask", full_disk)
        enter(user)
    assert user.holds("ask-text") == "A landlord"
    enter(user)
    assert user.kept() == [("A landlord", "Ana looks for")]


def test_finishing_keeps_what_is_filled_in(
    user: TalkDriver, store: Store, meeting: Meeting
) -> None:
    user.key(*PROMISE)
    user.write("Landlord contact by Friday")
    user.key(Qt.Key.Key_D, CTRL)
    (promise,) = store.promises.all()
    assert (promise.text, promise.due) == ("Landlord contact", FRIDAY)
    assert not captures_begun(store, meeting.id)
    assert store.conversations.of_meeting(meeting.id).step == "debrief"  # type: ignore[union-attr]


def test_finishing_waits_for_what_nobody_can_understand(
    user: TalkDriver, store: Store, meeting: Meeting
) -> None:
    user.key(*PROMISE)
    user.write("Landlord contact")
    user.type("promise-due", "whenever")
    user.key(Qt.Key.Key_D, CTRL)
    assert "such as" in user.says("promise-due-day")
    assert store.conversations.of_meeting(meeting.id).step == "talking"  # type: ignore[union-attr]


def test_each_is_taken_back_and_undone(user: TalkDriver, session: Session, store: Store) -> None:
    for key, words in ((REFERRAL, "Marsh Hotel"), (INTRODUCTION, "Rob Kane"), (ASK, "A landlord")):
        user.key(*key)
        user.write(words)
        enter(user)
    assert len(user.kept()) == 3
    for _ in range(3):
        user.press("remove-kept")
    assert user.kept() == []
    assert not (store.referrals.all() or store.introductions.open() or store.asks.all())
    for _ in range(3):
        session.undo_stack.undo()
    assert len(user.kept()) == 3
    for _ in range(3):
        session.undo_stack.undo()
    assert user.kept() == []


def test_half_written_words_are_kept_once_the_library_lets_them(
    user: TalkDriver,
    store: Store,
    meeting: Meeting,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    session: Session,
) -> None:
    def held(*_: object) -> Change:
        raise LibraryError("Another program is using the library.")

    with monkeypatch.context() as patch, qtbot.waitSignal(session.refused):
        patch.setattr(keep_hold, "keep_begun", held)
        user.key(*ASK)
        user.write("A landl")
        qtbot.wait(TYPING_PAUSE)
    in_time = TRIED_AGAIN + 3000
    qtbot.waitUntil(lambda: bool(captures_begun(store, meeting.id)), timeout=in_time)


def test_what_was_put_aside_waits_in_its_form_and_goes_with_the_end(
    user: TalkDriver, page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user.key(*ASK)
    user.write("A landlord")
    user.key(Qt.Key.Key_Escape)
    page.open(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    assert not user.sees("ask-form")
    user.key(*ASK)
    assert user.holds("ask-text") == "A landlord"
    user.key(Qt.Key.Key_Escape)
    user.key(Qt.Key.Key_D, CTRL)
    assert not captures_begun(store, meeting.id)


def test_names_that_begin_so_are_offered_first_and_never_whoever_is_here(
    user: TalkDriver, store: Store
) -> None:
    with store.transaction():
        for name in ("Daniel Ana", "Anna Zoll", "Tom Anand"):
            store.people.add(a_person(name))
    user.key(*INTRODUCTION)
    user.write("an")
    offered = [user.words_on(f"introduction-{place}") for place in range(3)]
    assert offered == ["Anna Zoll", "Daniel Ana", "Tom Anand"]


def test_what_is_known_already_is_said_and_not_kept_twice(user: TalkDriver) -> None:
    for _ in range(2):
        user.key(*DISLIKE)
        user.write("Cold calls")
        enter(user)
    assert len(user.kept()) == 1
    assert "not noted twice" in user.says("kept-already")


# Single keys, while nobody writes


def test_letters_open_the_forms_while_nobody_writes(user: TalkDriver) -> None:
    user.write("praildf0123")  # into the notes
    assert user.notes() == "praildf0123"
    for key, name in (
        (Qt.Key.Key_P, "promise-form"),
        (Qt.Key.Key_R, "referral-form"),
        (Qt.Key.Key_A, "ask-form"),
        (Qt.Key.Key_I, "introduction-form"),
        (Qt.Key.Key_D, "fact-form"),
        (Qt.Key.Key_F, "fact-form"),
    ):
        user.click_beside()
        user.key(key)
        assert user.sees(name)
        user.write("di")  # in the form they are letters
        assert user.sees(name)
        user.key(Qt.Key.Key_Escape)


def test_arrows_digits_and_nought_while_nobody_writes(user: TalkDriver) -> None:
    first = user.question()
    user.click_beside()
    user.key(Qt.Key.Key_Right)
    second = user.question()
    assert second != first
    user.key(Qt.Key.Key_Left)
    assert user.question() == first
    user.key(Qt.Key.Key_Down)
    user.key(Qt.Key.Key_3)
    assert user.says("where").startswith("Be understood")
    user.key(Qt.Key.Key_0)
    assert user.says("speaking") == "Paused"
    user.key(Qt.Key.Key_0)
    assert user.says("speaking") != "Paused"
    user.key(Qt.Key.Key_9)  # no such part
    assert user.says("where").startswith("Be understood")
