"""Preparing a 1-2-1 the evening before: everything on the page, by mouse and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.conversation import Step
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import CATCH_UP
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.guides.library import load
from planner.journeys.hold_conversation import begin
from planner.journeys.own_news import own_news
from planner.journeys.plan_meeting import mark
from planner.journeys.prepare_meeting import is_prepared, prepare_meeting
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import StandingClock
from tests.ui.drivers_prepare import PrepareDriver
from ui import asking
from ui.background import wait_for_all
from ui.pages.prepare import PreparePage
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.prepare_cards import PrepareCards

STARTS = datetime(2026, 11, 23, 8, 30)  # tomorrow, by the tests' clock
LIBRARY = load()


@pytest.fixture
def ana(store: Store) -> Person:
    with store.transaction():
        store.me.put(Me(name="Sam", zone="Europe/London", does="Surveys homes", ready=True))
        made = store.people.add(a_person("Ana Ferreira", role="Florist", company="Bloom & Stem"))
        for kind, text in (
            (FactKind.DISLIKE, "Early calls"),
            (FactKind.IDEAL_REFERRAL, "A hotel opening a new venue"),
            (FactKind.GOAL, "A second shop"),
        ):
            store.facts.add(Fact(person=made.id, kind=kind, text=text))
        store.promises.add(Promise(person=made.id, text="Send the checklist", due=STARTS.date()))
    return made


@pytest.fixture
def meeting(store: Store, ana: Person) -> Meeting:
    with store.transaction():
        return store.meetings.add(a_meeting(ana.id, STARTS, place="The Wharf", ask="A tip"))


@pytest.fixture
def page(session: Session, meeting: Meeting, qtbot: QtBot) -> PreparePage:
    made = PreparePage(session)
    qtbot.addWidget(made)
    made.resize(1084, 800)
    made.open(Route(Where.PREPARE))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_focus()
    return made


@pytest.fixture
def user(page: PreparePage, qtbot: QtBot) -> PrepareDriver:
    made = PrepareDriver(page)
    qtbot.waitUntil(lambda: bool(made.offers()) and wait_for_all())
    return made


def routes(page: PreparePage) -> list[Route]:
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    return wanted


def acts(page: PreparePage) -> list[str]:
    wanted: list[str] = []
    page.act_wanted.connect(wanted.append)
    return wanted


def another_meeting(store: Store, name: str, hours: int) -> Meeting:
    with store.transaction():
        other = store.people.add(a_person(name))
        return store.meetings.add(a_meeting(other.id, STARTS + timedelta(hours=hours)))


def test_it_is_read_in_a_minute(user: PrepareDriver) -> None:
    assert user.says("prepare-title") == "Prepare for Ana Ferreira"
    assert user.says("prepare-line") == "Tomorrow, 08:30 – 09:15 · The Wharf"
    assert user.says("prepare-state") == "Not prepared yet"
    assert len(user.questions()) == 3 and all(user.reasons())
    assert user.says("guide-why")
    assert user.not_to_forget() == ["Early calls"]
    assert user.reads("prepare-promises") == [
        "Promises",
        "Send the checklist",
        "Due tomorrow · you → Ana",
    ]
    assert user.offers() == [
        "A hand with a second shop",
        "A name for Ana: a hotel opening a new venue",
        "What I know from work: surveys homes",
    ]
    assert user.holds("ask") == "A tip"
    assert user.sees("sheet-view")


def test_one_button_is_the_main_one(user: PrepareDriver) -> None:
    assert user.primary() == ["Done"]
    assert user.focus() == "prepared"


def test_done_it_is_prepared_and_one_is_back(
    user: PrepareDriver, page: PreparePage, session: Session, meeting: Meeting
) -> None:
    asked, said = acts(page), user.questions()
    user.key(Qt.Key.Key_Return)
    assert asked == ["back"]
    kept = session.store.conversations.of_meeting(meeting.id)
    assert kept is not None and kept.step is Step.PREPARED
    assert session.undo_stack.undoText() == "Prepared for Ana Ferreira"
    assert user.says("prepare-state") == "Prepared"
    assert user.questions() == said
    user.press("prepared")
    assert asked == ["back", "back"], "nothing is prepared twice"
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert user.says("prepare-state") == "Not prepared yet"
    assert not is_prepared(session.store, meeting.id)


def test_another_question_instead(
    user: PrepareDriver, session: Session, meeting: Meeting, page: PreparePage
) -> None:
    before = user.questions()
    buttons = user.all(QAbstractButton, "another")
    assert buttons[1].accessibleName() == f"Another question than: {before[1]}"
    buttons[1].setFocus()
    user.key(Qt.Key.Key_Space)
    after = user.questions()
    assert before[1] not in after and len(after) == 3
    assert all(user.reasons())
    assert user.says("prepare-state") == "Prepared"
    assert user.focus() == "another", "the keyboard stays on what was pressed"
    session.undo_stack.undo()
    assert user.questions() == before
    assert not is_prepared(session.store, meeting.id)


def test_another_guide_and_afresh(user: PrepareDriver, session: Session, meeting: Meeting) -> None:
    suits, before = user.guide, user.questions()
    assert len(user.guides()) == len(LIBRARY.guides)
    other = LIBRARY.guide(CATCH_UP)
    assert suits != other.title
    user.choose_guide(other.title)
    assert user.guide == other.title
    assert user.says("guide-why") == other.about
    known = {prompt.text for prompt in other.prompts}
    assert set(user.questions()) <= known
    assert session.store.meetings.get(meeting.id).guide == CATCH_UP
    user.press("choose-afresh")
    assert (user.guide, user.questions()) == (suits, before)
    assert not user.sees("choose-afresh")
    session.undo_stack.undo()
    assert user.guide == other.title


def test_one_thing_to_offer_stands_under_give(
    user: PrepareDriver, session: Session, meeting: Meeting
) -> None:
    first, second, _ = user.offers()
    user.offer(first)
    assert user.offered() == [first] and user.holds("give") == first
    assert session.store.meetings.get(meeting.id).give == first
    user.offer(second)
    assert user.offered() == [second], "one thing"
    user.offer(second)
    assert user.offered() == [] and user.holds("give") == ""
    session.undo_stack.undo()
    assert user.offered() == [second] and user.holds("give") == second
    assert session.store.meetings.get(meeting.id).ask == "A tip"


def test_with_nothing_to_offer_it_says_so(
    user: PrepareDriver, page: PreparePage, store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        store.me.put(replace(store.me.get(), does=""))
    page.open(Route(Where.PREPARE, meeting=another_meeting(store, "Rob Kane", 2).id))
    qtbot.waitUntil(lambda: user.sees("no-offer"))
    assert user.offers() == []


def test_whoever_comes_begins_at_the_top(
    user: PrepareDriver, page: PreparePage, store: Store
) -> None:
    other = another_meeting(store, "Rob Kane", 2)
    page.resize(600, 400)
    bar = user.find(PrepareCards, "prepare-cards").verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.open(Route(Where.PREPARE, meeting=other.id))
    assert bar.value() == 0


def test_what_it_is_for_is_kept_when_the_field_is_left(
    user: PrepareDriver, session: Session, meeting: Meeting
) -> None:
    user.type("learn", "How it began")
    user.key(Qt.Key.Key_Tab)
    assert session.store.meetings.get(meeting.id).learn == "How it began"


def test_what_is_being_typed_stays_when_something_changes_elsewhere(
    user: PrepareDriver, session: Session, page: PreparePage, meeting: Meeting
) -> None:
    user.type("own-news", "A v")
    user.type("learn", "How it beg")  # and not left yet
    with session.store.transaction() as work:
        session.store.facts.add(Fact(person=meeting.person, kind=FactKind.DISLIKE, text="Crowds"))
    session.announce(work.change)
    assert "Crowds" in user.not_to_forget()
    assert (user.holds("learn"), user.holds("own-news")) == ("How it beg", "A v")
    assert page.may_leave()
    assert session.store.meetings.get(meeting.id).learn == "How it beg"
    assert [one.text for one in own_news(session.store)] == ["A v"]


def test_leaving_what_was_not_touched_changes_nothing(
    user: PrepareDriver, session: Session, page: PreparePage, meeting: Meeting
) -> None:
    told = "Where  it began,\nand why"
    with session.store.transaction() as work:
        kept = session.store.meetings.get(meeting.id)
        session.store.meetings.update(replace(kept, learn=told))
    session.announce(work.change)
    assert page.may_leave()
    assert session.store.meetings.get(meeting.id).learn == told
    assert session.undo_stack.count() == 0


def test_news_of_ones_own_is_noted_once_and_goes_again(
    user: PrepareDriver, session: Session
) -> None:
    user.note_news("We took on an apprentice")
    assert user.holds("own-news") == ""
    assert user.not_to_forget() == ["Early calls", "We took on an apprentice"]
    (gone,) = user.all(QAbstractButton, "news-gone")
    assert gone.accessibleName() == "No news any more: We took on an apprentice"
    user.press("news-gone")
    assert user.not_to_forget() == ["Early calls"]
    session.undo_stack.undo()
    assert user.not_to_forget() == ["Early calls", "We took on an apprentice"]


def test_a_promise_is_ticked_off(user: PrepareDriver, session: Session) -> None:
    user.tick("kept")
    assert not user.sees("prepare-promises")
    session.undo_stack.undo()
    assert user.sees("prepare-promises")


def test_when_its_time_is_near_it_is_begun(
    user: PrepareDriver, page: PreparePage, clock: StandingClock, meeting: Meeting
) -> None:
    wanted = routes(page)
    clock.moment = meeting.starts_utc - timedelta(minutes=10)
    page.freshen()
    assert user.primary() == ["Begin"]
    user.press("begin")
    assert wanted == [Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id)]


def test_long_before_it_asks_whether_to_talk_now(
    user: PrepareDriver, page: PreparePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, asked = routes(page), list[str]()
    safe: list[bool] = []

    def answer(*question: str, enter_means: bool) -> bool:
        asked.append(question[2])
        safe.append(not enter_means)
        return False

    monkeypatch.setattr(asking, "ask", answer)
    user.press("begin")
    assert asked == ["It is planned for tomorrow 08:30. Talk now instead?"] and wanted == []
    assert safe == [True], "Enter does not begin it"


def test_once_they_talk_it_is_there_to_be_read(
    user: PrepareDriver, page: PreparePage, session: Session, meeting: Meeting
) -> None:
    session.keep(begin, LIBRARY, meeting.id, session.now())
    assert user.words_on("begin") == "Go on talking" and user.primary() == ["Go on talking"]
    assert user.questions() and not user.sees("another")
    assert not user.sees("prepare-state") and not user.sees("own-news")
    assert not user.sees("offer-choice") and not user.find(QWidget, "learn").isEnabled()


def test_begun_elsewhere_nothing_is_chosen_any_more(
    user: PrepareDriver, page: PreparePage, session: Session, meeting: Meeting
) -> None:
    said: list[str] = []
    session.refused.connect(said.append)
    begin(session.store, LIBRARY, meeting.id, session.now())  # in a terminal, say
    user.offer(user.offers()[0])
    assert len(said) == 1 and "not to be prepared any more" in said[0]
    assert user.words_on("begin") == "Go on talking" and user.holds("give") == ""


def test_several_on_a_day_one_after_the_other(
    user: PrepareDriver, page: PreparePage, session: Session, store: Store, meeting: Meeting
) -> None:
    asked = acts(page)
    other = another_meeting(store, "Rob Kane", 2)
    page.open(Route(Where.PREPARE, meeting=meeting.id))
    session.announce(prepare_meeting(store, LIBRARY, other.id)[0])
    assert user.day() == ["[08:30 Ana]", "10:30 Rob ✓"]
    third = another_meeting(store, "Maya Okafor", 4)
    session.changed_elsewhere.emit()
    assert user.words_on("prepared") == "Done, next: Maya"
    user.press("prepared")
    assert user.says("prepare-title") == "Prepare for Maya Okafor"
    assert user.day() == ["08:30 Ana ✓", "10:30 Rob ✓", "[12:30 Maya]"]
    assert user.focus() == "prepared"
    user.press("prepared")
    assert asked == ["back"]
    assert is_prepared(store, third.id)
    user.turn_to("Ana")
    assert user.says("prepare-title") == "Prepare for Ana Ferreira"


def test_another_one_shows_nothing_of_the_one_before(
    user: PrepareDriver, page: PreparePage, store: Store, meeting: Meeting, qtbot: QtBot
) -> None:
    other, of_ana = another_meeting(store, "Rob Kane", 2), user.offers()
    assert "Ana Ferreira" in user.sheet()
    page.open(Route(Where.PREPARE, meeting=other.id))
    assert not set(user.offers()) & {one for one in of_ana if "Ana" in one}
    assert "Ana Ferreira" not in user.sheet()
    qtbot.waitUntil(lambda: bool(user.offers()) and wait_for_all())
    assert user.offers() == ["What I know from work: surveys homes"]
    assert "Rob Kane" in user.sheet()


def test_another_question_leaves_the_others_as_they_are(
    user: PrepareDriver, session: Session
) -> None:
    for place in (0, 1, 2):
        for _ in range(6):
            before = user.questions()
            user.another(place)
            after = user.questions()
            assert after[place] not in before
            assert [one for one in before if one != before[place]] == [
                one for one in after if one != after[place]
            ]


def test_the_page_to_take_along_opens(
    user: PrepareDriver, page: PreparePage, meeting: Meeting
) -> None:
    sheets: list[tuple[int, int]] = []
    page.sheet_wanted.connect(lambda person, one: sheets.append((person, one)))
    user.press("sheet")
    QTest.keySequence(page, QKeySequence("Ctrl+P"))
    assert sheets == [(meeting.person, meeting.id)] * 2


def test_their_page_is_a_press_away(
    user: PrepareDriver, page: PreparePage, meeting: Meeting
) -> None:
    wanted = routes(page)
    user.press("prepare-person")
    assert wanted == [Route(Where.PEOPLE, person=meeting.person)]


def test_all_of_it_by_keyboard(user: PrepareDriver, page: PreparePage) -> None:
    seen = []
    for _ in range(40):
        seen.append(user.focus())
        user.key(Qt.Key.Key_Tab)
        if user.focus() == seen[0]:
            break
    for name in (
        "prepare-person", "prepare-guide", "another", "own-news", "kept", "offer-choice",
        "learn", "give", "ask", "sheet", "begin",
    ):  # fmt: skip
        assert name in seen
    order = [seen.index(name) for name in ("prepare-guide", "own-news", "kept", "learn", "sheet")]
    assert order == sorted(order), "Tab goes as the page is read"


def test_called_off_there_is_nothing_to_prepare(
    user: PrepareDriver, page: PreparePage, session: Session, meeting: Meeting
) -> None:
    wanted = routes(page)
    session.do("Called off", mark, meeting.id, State.CANCELLED, session.now())
    assert not user.sees("prepare-title") and user.primary() == ["Whom to meet next"]
    user.press("today")
    user.press("meetings")
    assert wanted == [Route(Where.TODAY), Route(Where.MEETINGS, meeting=meeting.id)]
    session.undo_stack.undo()
    assert user.says("prepare-title") == "Prepare for Ana Ferreira"


def test_with_nobody_to_meet(session: Session, qtbot: QtBot) -> None:
    made = PreparePage(session)
    qtbot.addWidget(made)
    made.open(Route(Where.PREPARE))
    made.show()
    user = PrepareDriver(made)
    assert user.primary() == ["Whom to meet next"]
    assert made.may_leave()
