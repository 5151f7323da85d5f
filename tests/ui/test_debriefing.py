"""The debrief in the window: what is kept, what is dropped, and what is saved in one go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.domain import conversation as talk
from planner.domain.changes import DEBRIEF_DRAFT, Change, Kind, setting_about
from planner.domain.conversation import Step
from planner.domain.facts import FactKind
from planner.domain.meetings import CalledOff, Meeting, State, TalkedMore
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.talk_time import tick
from planner.errors import LibraryError
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW
from tests.ui.drivers_talk import CTRL, DebriefDriver
from ui.pages import debrief
from ui.pages.debrief import DebriefPage
from ui.routes import Route, Where
from ui.session import Session

TODAY = date(2026, 11, 22)
LIBRARY = load()
BEGAN = NOW - timedelta(minutes=50)


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
def ana(store: Store) -> Person:
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira"))
        store.promises.add(
            Promise(person=ana.id, mine=False, text="Two names", due=date(2026, 11, 17))
        )
    return ana


@pytest.fixture
def paper(store: Store, ana: Person) -> Meeting:
    """A 1-2-1 that was held an hour ago with paper and pencil."""
    with store.transaction():
        return store.meetings.add(a_meeting(ana.id, BEGAN))


@pytest.fixture
def talked(store: Store, paper: Meeting) -> Meeting:
    """The same, talked through with the guide."""
    _, conversation = hold.begin(store, LIBRARY, paper.id, BEGAN)
    guide = LIBRARY.guide(conversation.guide)
    for place, prompt_id in enumerate(conversation.script):
        prompt = guide.prompt(prompt_id)
        assert prompt is not None
        if prompt.fills is FactKind.GOAL:
            hold.note(store, paper.id, prompt_id, "A second shop before spring")
        elif prompt.fills is FactKind.FOR_WHOM:
            hold.note(store, paper.id, prompt_id, "Hotels")
        elif place == 0:
            hold.note(store, paper.id, prompt_id, "Until eleven")
        conversation = talk.next_question(conversation, guide)
    hold.capture_promise(store, paper.id, True, "Landlord contact", date(2026, 11, 27), TODAY)
    hold.capture_fact(store, paper.id, FactKind.LIKE, "Swimming", TODAY)
    conversation = tick(conversation, guide, 600)
    hold.finish_talking(store, conversation)
    return paper


@pytest.fixture
def page(qtbot: QtBot, session: Session, routes: Routes) -> Iterator[DebriefPage]:
    page = DebriefPage(session)
    page.wanted.connect(routes.take)
    qtbot.addWidget(page)
    page.resize(1084, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page


def opened(page: DebriefPage, meeting: Meeting) -> DebriefDriver:
    page.open(Route(Where.DEBRIEF, person=meeting.person, meeting=meeting.id))
    return DebriefDriver(page)


def full_disk(*_: object) -> Change:
    raise LibraryError("The disk is full. Make room and try again.")


def again(qtbot: QtBot, session: Session, meeting: Meeting) -> DebriefDriver:
    """The same debrief opened in a new window: what is not in the library is lost."""
    page = DebriefPage(session)
    qtbot.addWidget(page)
    page.show()
    return opened(page, meeting)


def test_what_was_noted_is_offered_as_facts(page: DebriefPage, talked: Meeting) -> None:
    driver = opened(page, talked)
    assert driver.title() == "How did it go with Ana Ferreira?"
    assert driver.focus() == "summary"
    assert sorted(driver.facts()) == [
        ("For whom", True, "Hotels"),
        ("Goal", True, "A second shop before spring"),
    ]
    assert "Until eleven" in driver.reads("debrief-summary")
    assert driver.kept("debrief-facts") == ["Swimming"]
    assert driver.kept("debrief-promises") == ["Landlord contact"]


def test_everything_is_saved_as_one_change_and_taken_back_as_one(
    page: DebriefPage, session: Session, talked: Meeting, routes: Routes, qtbot: QtBot
) -> None:
    driver = opened(page, talked)
    store = session.store
    driver.write("Wants a second shop")
    for_whom = driver.offer("For whom").findChild(QCheckBox, "fact-keep")
    assert for_whom is not None
    for_whom.click()
    goal = driver.offer("Goal").findChild(QPlainTextEdit, "fact-words")
    assert goal is not None
    goal.setFocus()
    driver.key(Qt.Key.Key_End, CTRL)
    driver.write(", in Leeds")
    driver.press("debrief-promise")
    driver.write("Send two names by Friday")
    driver.key(Qt.Key.Key_Return)
    driver.press("debrief-thanks")
    driver.tick("settled")
    driver.press("again-6w")
    with qtbot.waitSignal(session.done) as done:
        driver.press("save-debrief")
    assert done.args == ["1-2-1 with Ana Ferreira noted"]
    assert routes.been == [Route(Where.TODAY)]

    meeting = store.meetings.get(talked.id)
    assert (meeting.state, meeting.summary) == (State.HELD, "Wants a second shop")
    facts = {fact.kind: fact.text for fact in store.facts.of_person(talked.person)}
    assert facts == {
        FactKind.LIKE: "Swimming",
        FactKind.GOAL: "A second shop before spring, in Leeds",
    }
    promises = {one.text: (one.due, one.done_on) for one in store.promises.of_person(talked.person)}
    assert promises == {
        "Two names": (date(2026, 11, 17), TODAY),
        "Landlord contact": (date(2026, 11, 27), None),
        "Send two names": (date(2026, 11, 27), None),
        "Thank-you note to Ana": (date(2026, 11, 23), None),
    }
    person = store.people.get(talked.person)
    assert (person.stage, person.rests_until) == (Stage.KNOWN, date(2027, 1, 3))
    assert talked.person not in [one.person.id for one in suggest(store, TODAY).entries]
    conversation = store.conversations.of_meeting(talked.id)
    assert conversation is not None and conversation.step is Step.DONE

    session.undo_stack.undo()
    assert store.meetings.get(talked.id).planned
    assert store.people.get(talked.person).stage is Stage.CONNECTED
    driver = again(qtbot, session, talked)
    assert driver.holds("summary") == "Wants a second shop"


def test_what_was_written_waits_until_it_is_saved(
    page: DebriefPage, session: Session, talked: Meeting, qtbot: QtBot
) -> None:
    driver = opened(page, talked)
    driver.write("Half a")
    driver.press("debrief-fact")
    driver.choose("fact-kind", "Challenge")
    driver.type("fact-text", "A short lease")
    driver.press("again-day")
    driver.write("12 January")
    driver.press("rung-liked")
    assert page.may_leave()
    driver = again(qtbot, session, talked)
    assert driver.holds("summary") == "Half a"
    assert driver.added() == [("Challenge", "A short lease")]
    assert driver.holds("again-on") == "12 January"
    assert driver.says("again-told") == "Not suggested before 12 January 2027."
    assert driver.reached() == "Liked"


def test_what_is_typed_is_kept_without_leaving(
    page: DebriefPage, session: Session, talked: Meeting, qtbot: QtBot
) -> None:
    driver = opened(page, talked)
    driver.write("Half a")
    stored = session.store.settings
    kept = setting_about(DEBRIEF_DRAFT, Kind.MEETING, talked.id)
    qtbot.waitUntil(lambda: "Half a" in stored.get(kept), timeout=1000)


def test_what_cannot_be_kept_holds_the_user_back_once(
    page: DebriefPage,
    session: Session,
    paper: Meeting,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    driver = opened(page, paper)
    driver.write("Half a")
    monkeypatch.setattr(debrief, "keep_draft", full_disk)
    with qtbot.waitSignal(session.refused):
        assert not page.may_leave()
    assert driver.holds("summary") == "Half a"
    assert page.may_leave()


def test_a_first_talk_proposes_the_first_step_and_the_user_may_say_otherwise(
    page: DebriefPage, session: Session, paper: Meeting
) -> None:
    driver = opened(page, paper)
    assert driver.reached() == "Known"
    assert driver.says("step-told") == "You have sat down together, so Ana moves to Known."
    driver.press("rung-connected")
    assert driver.says("step-told") == "Ana stays at Connected."
    driver.press("save-debrief")
    assert session.store.people.get(paper.person).stage is Stage.CONNECTED


def test_what_was_seen_speaks_for_a_step(
    page: DebriefPage, session: Session, store: Store, paper: Meeting
) -> None:
    with store.transaction():
        store.people.update(replace(store.people.get(paper.person), stage=Stage.KNOWN))
    driver = opened(page, paper)
    assert driver.reached() == "Known"
    driver.tick("seen-personal")
    assert driver.reached() == "Liked"
    assert "speaks for Liked" in driver.says("step-told")
    driver.press("save-debrief")
    assert session.store.people.get(paper.person).stage is Stage.LIKED


def test_one_noted_on_paper_is_debriefed_too(
    page: DebriefPage, session: Session, paper: Meeting, routes: Routes
) -> None:
    driver = opened(page, paper)
    assert not driver.sees("talk-on")
    assert not driver.sees("share-told")
    driver.write("Easy to talk to")
    driver.key(Qt.Key.Key_S, CTRL)
    assert session.store.meetings.get(paper.id).summary == "Easy to talk to"
    assert routes.been == [Route(Where.TODAY)]


@pytest.mark.parametrize(
    ("press", "who", "state", "by"),
    [
        ("missed", "", State.MISSED, CalledOff.UNKNOWN),
        ("cancelled", "off-them", State.CANCELLED, CalledOff.THEM),
        ("cancelled", "off-me", State.CANCELLED, CalledOff.ME),
    ],
)
def test_one_that_came_to_nothing_is_said_and_by_whom(
    page: DebriefPage,
    session: Session,
    paper: Meeting,
    routes: Routes,
    press: str,
    who: str,
    state: State,
    by: CalledOff,
) -> None:
    driver = opened(page, paper)
    assert driver.words_on("missed") == "Ana did not come"
    driver.write("Waited half an hour")
    driver.press(press)
    if who:
        driver.press(who)
    kept = session.store.meetings.get(paper.id)
    assert (kept.state, kept.called_off) == (state, by)
    assert routes.been == [Route(Where.TODAY)]
    session.undo_stack.undo()
    assert session.store.meetings.get(paper.id).planned


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "Three minutes, while it is fresh."),
        (2, "Three minutes for what you still remember."),
        (33, "Three minutes for what you still remember."),
    ],
)
def test_only_what_was_just_now_is_called_fresh(
    page: DebriefPage, store: Store, ana: Person, days: int, words: str
) -> None:
    with store.transaction():
        past = store.meetings.add(a_meeting(ana.id, NOW - timedelta(days=days)))
    assert opened(page, past).says("debrief-line").endswith(words)


def test_nobody_is_called_missing_before_the_time_or_after_a_talk(
    page: DebriefPage, store: Store, ana: Person, talked: Meeting
) -> None:
    with store.transaction():
        ahead = store.meetings.add(a_meeting(ana.id, NOW + timedelta(days=2)))
    driver = opened(page, ahead)
    assert not driver.sees("missed")
    assert driver.says("debrief-line").startswith("Planned for")
    driver = opened(page, talked)
    assert not driver.sees("missed")
    assert not driver.sees("cancelled")


def test_finished_too_soon_it_goes_back_to_the_conversation(
    page: DebriefPage, talked: Meeting, routes: Routes
) -> None:
    driver = opened(page, talked)
    driver.press("talk-on")
    assert routes.been == [Route(Where.CONVERSATION, person=talked.person, meeting=talked.id)]


def test_what_was_kept_on_the_way_is_taken_back_without_losing_what_is_typed(
    page: DebriefPage, session: Session, talked: Meeting
) -> None:
    driver = opened(page, talked)
    driver.write("Half a")
    driver.press("remove-kept")  # the last in sight
    assert len(driver.kept("debrief-facts") + driver.kept("debrief-promises")) == 1
    assert driver.holds("summary") == "Half a"
    session.undo_stack.undo()
    assert len(driver.kept("debrief-facts") + driver.kept("debrief-promises")) == 2
    assert driver.holds("summary") == "Half a"


def test_a_day_that_means_nothing_holds_the_saving_back(
    page: DebriefPage, session: Session, paper: Meeting
) -> None:
    driver = opened(page, paper)
    driver.press("again-day")
    driver.write("some day")
    driver.press("save-debrief")
    assert session.store.meetings.get(paper.id).planned
    assert driver.focus() == "again-on"
    driver.press("again-")
    driver.press("save-debrief")
    assert session.store.meetings.get(paper.id).state is State.HELD


def test_what_still_stands_in_a_form_is_saved_too(
    page: DebriefPage, session: Session, paper: Meeting
) -> None:
    driver = opened(page, paper)
    driver.press("debrief-promise")
    driver.write("Send two names")
    driver.key(Qt.Key.Key_S, CTRL)
    texts = [promise.text for promise in session.store.promises.of_person(paper.person)]
    assert "Send two names" in texts


def test_when_its_planning_is_undone_there_is_nothing_to_debrief(
    page: DebriefPage, routes: Routes
) -> None:
    page.open(Route(Where.DEBRIEF, meeting=99))
    assert routes.been == [Route(Where.TODAY)]
    assert page.may_leave()


def test_who_talked_more_is_shown_where_it_was_counted(
    page: DebriefPage, store: Store, talked: Meeting
) -> None:
    conversation = store.conversations.of_meeting(talked.id)
    assert conversation is not None
    hold.keep(store, replace(conversation, mine=240, theirs=360))
    driver = opened(page, talked)
    assert "You talked 40 %, Ana 60 %: good for both." in driver.reads("debrief-share")


def test_where_the_speaker_was_never_switched_nobody_is_told_what_to_do(
    page: DebriefPage, session: Session, talked: Meeting
) -> None:
    conversation = session.store.conversations.of_meeting(talked.id)
    assert conversation is not None
    hold.keep(session.store, replace(conversation, mine=0, theirs=3000))
    driver = opened(page, talked)
    told = " ".join(driver.reads("debrief-share"))
    assert "Too little was counted" in told and "Next time" not in told
    assert not driver.sees("balance")
    driver.key(Qt.Key.Key_S, CTRL)
    assert session.store.meetings.get(talked.id).talked is TalkedMore.UNKNOWN


def test_talked_days_early_it_names_the_day_of_the_talk(
    page: DebriefPage, store: Store, ana: Person
) -> None:
    with store.transaction():
        ahead = store.meetings.add(a_meeting(ana.id, NOW + timedelta(days=2)))
    hold.begin(store, LIBRARY, ahead.id, NOW)
    assert opened(page, ahead).says("debrief-line").startswith("Today 09:30.")
