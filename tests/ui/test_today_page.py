"""Today: whom to meet next and why, what is coming up, and what to do about either."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.follow_up import add_promise, keep_promise
from planner.journeys.keep_people import add_person, edit_person, move_stage
from planner.journeys.plan_meeting import mark, plan
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.clocks import StandingClock
from tests.ui.drivers_window import TodayDriver
from ui import asking, wording
from ui.pages.today import TodayPage
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.search_button import SearchButton

TOMORROW = datetime(2026, 11, 23, 10, 0)


@pytest.fixture
def made(request: pytest.FixtureRequest, qtbot: QtBot) -> TodayPage:
    """The page over the sample network, or over a fresh library where a test asks for `store`."""
    fresh = "store" in request.fixturenames
    page = TodayPage(request.getfixturevalue("session" if fresh else "network"))
    qtbot.addWidget(page)
    page.resize(1084, 800)
    page.open(Route(Where.TODAY))
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def user(made: TodayPage) -> TodayDriver:
    return TodayDriver(made)


def routes(page: TodayPage) -> list[Route]:
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    return wanted


def planned(session: Session, person: int, starts: datetime = TOMORROW) -> Meeting:
    walked = session.do(
        "1-2-1 planned", plan, person, starts, "Europe/London", 45, "The Wharf, 12 Dock St",
        "", "", "", None, session.now(),
    )  # fmt: skip
    assert isinstance(walked, Meeting)
    return walked


# whom to meet


def test_it_shows_whom_the_ranking_names_with_its_reasons(
    user: TodayDriver, network: Session
) -> None:
    entries = suggest(network.store, TODAY).entries
    assert 3 <= len(entries) <= 5
    assert user.people() == [entry.person.name for entry in entries]
    for entry in entries:
        sentences = [" ".join(wording.reason(r, entry.person, TODAY)) for r in entry.reasons]
        assert user.reasons(entry.person.name) == sentences
        assert 1 <= len(sentences) <= 3


def test_its_line_says_the_day_and_the_week(user: TodayDriver, network: Session) -> None:
    week = suggest(network.store, TODAY)
    assert user.line() == (
        f"Sunday 22 November · {week.planned_this_week} of {week.per_week} conversations "
        "planned for this week"
    )


def test_each_says_who_they_are_and_how_close(user: TodayDriver, network: Session) -> None:
    entry = suggest(network.store, TODAY).entries[0]
    card = user.of(entry.person.name)
    words = [label.text() for label in card.root.findChildren(QLabel)]
    assert entry.person.headline in words
    assert wording.stage(entry.person.stage) in words
    assert card.words_on("person") == entry.person.name


def test_one_button_is_the_main_one(user: TodayDriver, made: TodayPage) -> None:
    buttons = [button for button in made.findChildren(QPushButton) if button.isVisible()]
    assert [button.objectName() for button in buttons if button.property("look") == "primary"] == [
        "plan"
    ]
    assert user.of(user.people()[0]).find(QPushButton, "plan").property("look") == "primary"


def test_a_1_2_1_is_planned_from_here(user: TodayDriver, made: TodayPage, network: Session) -> None:
    wanted = routes(made)
    second = suggest(network.store, TODAY).entries[1].person
    user.of(second.name).press("plan")
    assert wanted == [Route(Where.PLAN, person=second.id)]


def test_a_name_opens_its_page(user: TodayDriver, made: TodayPage, network: Session) -> None:
    wanted = routes(made)
    first = suggest(network.store, TODAY).entries[0].person
    user.of(first.name).press("person")
    assert wanted == [Route(Where.PEOPLE, person=first.id)]


@pytest.mark.parametrize(
    ("until", "rests", "said"),
    [
        ("week", TODAY + timedelta(days=7), "rests until 29 November 2026"),
        ("month", TODAY + timedelta(days=30), "rests until 22 December 2026"),
        ("never", None, "will not be suggested any more"),
    ],
)
def test_not_now_makes_room_for_the_next_and_can_be_undone(
    user: TodayDriver, network: Session, qtbot: QtBot, until: str, rests: date | None, said: str
) -> None:
    before = user.people()
    person = suggest(network.store, TODAY).entries[0].person
    with qtbot.waitSignal(network.done) as done:
        user.not_now(person.name, until)
    assert done.args == [f"{person.name} {said}"]
    assert person.name not in user.people()
    assert user.people()[:4] == before[1:5]
    kept = network.store.people.get(person.id)
    assert (kept.rests_until, kept.let_go) == (rests, rests is None)
    network.undo_stack.undo()
    assert user.people() == before


def test_somebody_put_off_three_times_is_asked_about_once(
    user: TodayDriver, network: Session
) -> None:
    person = suggest(network.store, TODAY).entries[0].person
    network.do("Changed", edit_person, replace(person, put_off=3))
    card = user.of(person.name)
    assert card.says("put-off") == "Put off 3 times."
    card.press("keep")
    assert network.store.people.get(person.id).put_off == 0
    assert user.of(person.name).says("put-off") == ""
    network.undo_stack.undo()
    user.of(person.name).press("let-go")
    assert person.name not in user.people()


def test_nobody_known_yet(user: TodayDriver, made: TodayPage, store: Store) -> None:
    wanted: list[str] = []
    made.act_wanted.connect(wanted.append)
    made.search_wanted.connect(wanted.append)
    assert user.people() == []
    assert "Nobody is here yet" in user.reads("empty")
    user.press("bring-in")
    user.press("add")
    user.press("add-event")
    assert user.find(SearchButton, "search-everything").keys() == "Ctrl K"
    user.press("search-everything")
    assert wanted == ["bring-in", "new-person", "add-event", ""]
    assert user.line() == "Sunday 22 November"  # nothing is planned with nobody


def test_a_letter_typed_at_the_search_button_begins_the_search(
    user: TodayDriver, made: TodayPage
) -> None:
    wanted: list[str] = []
    made.search_wanted.connect(wanted.append)
    QTest.keyClicks(user.find(QAbstractButton, "search-everything"), "s")
    assert wanted == ["s"]


def test_everybody_rests(
    user: TodayDriver, made: TodayPage, session: Session, store: Store
) -> None:
    session.do("Added", add_person, a_person(let_go=True))
    assert "Nobody to suggest today" in user.reads("empty")
    wanted = routes(made)
    user.press("people")
    assert wanted == [Route(Where.PEOPLE)]


# what is coming up


def test_the_next_1_2_1(
    user: TodayDriver,
    made: TodayPage,
    session: Session,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        asking, "ask", lambda *question, **how: bool(asked.append(question[2])) or True
    )
    assert not user.sees("next-meeting")
    _, maya = add_person(store, a_person())
    later = planned(session, maya.id, TOMORROW + timedelta(days=1))
    coming = planned(session, maya.id)
    assert later.id != coming.id
    assert user.reads("next-meeting") == [
        "Next 1-2-1 · tomorrow, 10:00",
        "Maya Okafor",
        "The Wharf, 12 Dock St · 45 min",
    ]
    wanted = routes(made)
    sheets: list[tuple[int, int]] = []
    made.sheet_wanted.connect(lambda person, meeting: sheets.append((person, meeting)))
    user.press("start")
    user.press("sheet")
    assert wanted == [Route(Where.CONVERSATION, person=maya.id, meeting=coming.id)]
    assert sheets == [(maya.id, coming.id)]
    assert asked == ["It is planned for tomorrow 10:00. Talk now instead?"]
    session.keep(hold.begin, load(), coming.id, session.now())
    assert user.words_on("start") == "Go on talking"


def test_with_nobody_to_suggest_the_next_1_2_1_is_the_main_thing(
    user: TodayDriver, session: Session, store: Store
) -> None:
    _, maya = add_person(store, a_person())
    planned(session, maya.id)
    assert user.people() == []
    looks = [user.find(QPushButton, name).property("look") for name in ("start", "people")]
    assert looks[0] == "primary"


def test_one_that_is_over_asks_how_it_went(
    user: TodayDriver, made: TodayPage, session: Session, store: Store, clock: StandingClock
) -> None:
    _, maya = add_person(store, a_person())
    meeting = planned(session, maya.id)
    clock.moment = datetime(2026, 11, 23, 11, 0)
    made.open(Route(Where.TODAY))
    assert not user.sees("next-meeting")
    assert user.reads("awaiting") == ["How did it go?", "Maya Okafor, today"]
    wanted = routes(made)
    user.press("note-it")
    assert wanted == [Route(Where.DEBRIEF, person=maya.id, meeting=meeting.id)]
    session.do("1-2-1 missed", mark, meeting.id, State.MISSED, session.now())
    assert not user.sees("awaiting")


def test_one_that_is_going_on_can_still_be_started(
    user: TodayDriver, made: TodayPage, session: Session, store: Store, clock: StandingClock
) -> None:
    _, maya = add_person(store, a_person())
    planned(session, maya.id)
    clock.moment = datetime(2026, 11, 23, 10, 44)
    made.open(Route(Where.TODAY))
    assert user.reads("next-meeting")[0] == "Next 1-2-1 · today, 10:00"


def test_promises_due_and_late_are_kept_with_a_tick(
    user: TodayDriver, session: Session, store: Store
) -> None:
    _, maya = add_person(store, a_person())
    for text, due, mine in (
        ("Introduce Tom", TODAY - timedelta(days=5), True),
        ("Send the guide", TODAY + timedelta(days=1), True),
        ("The lender's number", TODAY + timedelta(days=7), False),
        ("Far ahead", TODAY + timedelta(days=8), True),
        ("Some day", None, True),
    ):
        session.do("Noted", add_promise, Promise(person=maya.id, text=text, due=due, mine=mine))
    assert user.promises() == [
        "Introduce Tom | 5 days late · you → Maya",
        "Send the guide | Due tomorrow · you → Maya",
        "The lender's number | Due 29 Nov · Maya → you",
    ]
    user.keep("Introduce Tom")
    assert len(user.promises()) == 2
    assert store.promises.get(1).done_on == TODAY
    session.undo_stack.undo()
    assert len(user.promises()) == 3


def test_at_most_five_promises_stand_here(
    user: TodayDriver, session: Session, store: Store
) -> None:
    _, maya = add_person(store, a_person())
    for number in range(7):
        promise = Promise(person=maya.id, text=f"Thing {number}", due=TODAY)
        session.do("Noted", add_promise, promise)
    assert len(user.promises()) == 5


def test_what_is_late_is_said_in_words_and_in_the_alert_look(
    user: TodayDriver, session: Session, store: Store
) -> None:
    _, maya = add_person(store, a_person())
    late = Promise(person=maya.id, text="Introduce Tom", due=TODAY - timedelta(days=1))
    session.do("Noted", add_promise, late)
    (row,) = user.all(QWidget, "promise")
    said = row.findChildren(QLabel)[1]
    assert said.text().startswith("1 day late")
    assert said.property("look") == "alert"


@pytest.mark.parametrize(("mine", "days"), [(False, 1), (False, 40), (True, 15), (True, 40)])
def test_no_alarm_is_made_of_what_others_owe_or_what_is_long_late(
    user: TodayDriver, session: Session, store: Store, mine: bool, days: int
) -> None:
    _, maya = add_person(store, a_person())
    late = Promise(person=maya.id, text="A list", mine=mine, due=TODAY - timedelta(days=days))
    session.do("Noted", add_promise, late)
    (row,) = user.all(QWidget, "promise")
    said = row.findChildren(QLabel)[1]
    assert " late" in said.text()
    assert said.property("look") == "small"


# when it is filled


def test_it_follows_what_is_changed_elsewhere(user: TodayDriver, network: Session) -> None:
    first = suggest(network.store, TODAY).entries[0].person
    network.do("Renamed", edit_person, replace(first, name="Another Name"))
    assert user.people()[0] == "Another Name"


def test_out_of_sight_it_waits_until_it_is_opened(
    user: TodayDriver, made: TodayPage, session: Session, store: Store
) -> None:
    made.hide()
    session.do("Added", add_person, a_person())
    made.show()
    made.open(Route(Where.TODAY))
    assert user.people() == ["Maya Okafor"]


def test_the_next_day_it_is_another_page(
    user: TodayDriver, made: TodayPage, network: Session, clock: StandingClock
) -> None:
    """The program may stay open for weeks."""
    person = suggest(network.store, TODAY).entries[0].person
    user.not_now(person.name, "week")
    assert person.name not in user.people()
    clock.moment += timedelta(days=8)
    made.open(Route(Where.TODAY))
    assert user.line().startswith("Monday 30 November")
    assert person.name in user.people()


# by keyboard, and text from outside


def test_it_can_be_walked_and_used_by_keyboard(
    user: TodayDriver, made: TodayPage, network: Session
) -> None:
    wanted = routes(made)
    person = suggest(network.store, TODAY).entries[0].person
    user.find(QAbstractButton, "search-everything").setFocus()
    seen = []
    for _ in range(3):
        user.key(Qt.Key.Key_Tab)
        seen.append(user.focus())
    assert seen == ["person", "plan", "not-now"]
    user.key(Qt.Key.Key_Backtab)
    user.key(Qt.Key.Key_Return)
    user.key(Qt.Key.Key_Space)
    assert wanted == [Route(Where.PLAN, person=person.id)] * 2
    user.key(Qt.Key.Key_Tab)
    user.key(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert person.name not in user.people()


def test_after_not_now_the_keyboard_stands_on_the_next_in_that_place(
    user: TodayDriver, made: TodayPage, network: Session, qtbot: QtBot
) -> None:
    second = user.people()[1]
    user.of(second).find(QAbstractButton, "not-now").setFocus()
    user.not_now(second, "week")
    third = user.people()[1]
    qtbot.waitUntil(lambda: user.of(third).find(QAbstractButton, "not-now").hasFocus())


def test_after_a_tick_the_keyboard_stands_on_the_next_promise(
    user: TodayDriver, session: Session, store: Store, qtbot: QtBot
) -> None:
    _, maya = add_person(store, a_person())
    for text in ("One", "Two"):
        session.do("Noted", add_promise, Promise(person=maya.id, text=text, due=TODAY))
    for left in (1, 0):
        user.find(QAbstractButton, "kept").setFocus()
        user.key(Qt.Key.Key_Space)
        assert len(user.promises()) == left
        after = "kept" if left else "search-everything"
        qtbot.waitUntil(lambda after=after: user.focus() == after)


@pytest.mark.parametrize(
    "name",
    ["<b>Maya</b> <img src='/etc/hostname'>", "Tom & Ann Reyes", "N" * 300, "山田太郎", "فاطمة"],
    ids=["markup", "ampersand", "endless", "cjk", "arabic"],
)
def test_any_name_is_shown_as_it_is_and_nothing_is_pushed_out_of_sight(
    user: TodayDriver, made: TodayPage, session: Session, store: Store, name: str
) -> None:
    person = session.do("Added", add_person, a_person(name, company="C & " * 80))
    assert isinstance(person, Person)
    session.do("Noted", add_promise, Promise(person=person.id, text=name * 3, due=TODAY))
    session.do("Known", move_stage, person.id, 1)
    assert user.people() == [name]
    opens = user.of(name).find(QAbstractButton, "person")
    assert opens.accessibleName() == name
    assert opens.text().removesuffix("…").replace("&&", "&") in name
    assert (opens.text().replace("&&", "&") == name) is (len(name) < 50)
    assert name * 3 in user.promises()[0]
    for part in (*made.findChildren(QAbstractButton), *made.findChildren(QLabel)):
        if part.isVisible():
            right = part.mapTo(made, part.rect().topRight()).x()
            assert right <= made.width(), part.objectName() or part.text()


def test_a_promise_kept_elsewhere_goes(user: TodayDriver, session: Session, store: Store) -> None:
    _, maya = add_person(store, a_person())
    kept = session.do("Noted", add_promise, Promise(person=maya.id, text="Call", due=TODAY))
    assert isinstance(kept, Promise)
    session.do("Kept", keep_promise, kept.id, TODAY)
    assert not user.sees("promises")
