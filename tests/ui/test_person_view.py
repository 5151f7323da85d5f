"""A person's page: what it tells, and what can be done on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.meetings import State, Touch, TouchKind
from planner.domain.people import Person, Rhythm, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome, Referral
from planner.journeys.follow_up import add_promise, add_referral, log_touch
from planner.journeys.keep_people import add_fact, add_met_at, add_person, edit_person
from planner.journeys.suggest_people import not_now
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person
from tests.ui.drivers_people import PeopleDriver
from tests.ui.drivers_start import FormDriver
from ui.pages.people import PeoplePage
from ui.routes import Route, Where
from ui.session import Session


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(
        store,
        a_person(
            city="Leeds",
            emails=("maya@harbour.example", "m@okafor.example"),
            phones=("0113 496 0142",),
            links=("https://harbour.example/maya",),
            birthday="--01-22",
            stage=Stage.KNOWN,
        ),
    )[1]


@pytest.fixture
def page(session: Session, maya: Person, qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(session)
    qtbot.addWidget(made)
    made.resize(1084, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def user(page: PeoplePage) -> PeopleDriver:
    return PeopleDriver(page)


def look_at(page: PeoplePage, person: Person) -> None:
    page.open(Route(Where.PEOPLE, person=person.id))


def held(store: Store, person: Person, *days_ago: int) -> None:
    noon = datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=12)
    with store.transaction():
        for days in days_ago:
            starts = noon - timedelta(days=days)
            store.meetings.add(
                a_meeting(person.id, starts, state=State.HELD, place="The Wharf, Leeds")
            )


def test_who_it_is(page: PeoplePage, user: PeopleDriver, maya: Person) -> None:
    look_at(page, maya)
    assert user.name() == "Maya Okafor"
    assert user.headline() == "Mortgage adviser · Harbour & Co · Leeds"
    assert user.reached() == ["Connected", "Known"]


def test_a_rung_moves_and_undo_moves_back(
    page: PeoplePage, user: PeopleDriver, maya: Person, session: Session, qtbot: QtBot
) -> None:
    look_at(page, maya)
    with qtbot.waitSignal(session.done) as done:
        user.press("rung-trusted")
    assert done.args == ["Maya Okafor is now at Trusted"]
    assert user.reached() == ["Connected", "Known", "Liked", "Trusted"]
    session.undo_stack.undo()
    assert user.reached() == ["Connected", "Known"]


def test_the_ladder_is_climbed_by_keyboard(
    page: PeoplePage, user: PeopleDriver, maya: Person
) -> None:
    look_at(page, maya)
    user.go_to("rung-known")
    user.key(Qt.Key.Key_Right)
    assert user.focus() == "rung-liked"
    user.key(Qt.Key.Key_Return)
    assert user.reached()[-1] == "Liked"
    assert user.focus() == "rung-liked", "the keyboard stays where it was"


def test_a_step_up_is_proposed_with_its_evidence(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    look_at(page, maya)
    assert not user.sees("move-up")
    held(store, maya, 80, 10)
    look_at(page, maya)
    assert user.words("move-up") == "Ready for Liked? Two good talks. Move up"
    user.press("move-up")
    assert user.reached()[-1] == "Liked"
    assert not user.sees("move-up")


def test_resting_is_said_and_ended(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, session: Session
) -> None:
    not_now(store, maya.id, date(2026, 12, 3), TODAY)
    look_at(page, maya)
    assert user.words("suggest") == "Rests until 3 Dec. Suggest again"
    user.press("suggest")
    assert not user.sees("suggest")
    user.choose("never")
    assert user.words("suggest") == "Not suggested any more. Suggest again"
    assert store.people.get(maya.id).let_go
    session.undo_stack.undo()
    user.choose("not-for-a-month")
    assert store.people.get(maya.id).rests_until == TODAY + timedelta(days=30)


def test_how_often_to_keep_in_touch_is_said_told_and_undone(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, session: Session, qtbot: QtBot
) -> None:
    held(store, maya, 80)
    look_at(page, maya)
    assert "Half the warmth is gone after 4 weeks" in page_words(page)
    with qtbot.waitSignal(session.done) as done:
        user.press("rhythm-often")
    assert done.args == ["Maya Okafor: more often"]
    assert store.people.get(maya.id).rhythm is Rhythm.OFTEN
    assert "Half the warmth is gone after 2 weeks" in page_words(page)
    told = user.find(QAbstractButton, "rhythm-seldom").accessibleDescription()
    assert told == "Half the warmth is gone after 7 weeks"
    user.go_to("rhythm-often")
    user.key(Qt.Key.Key_Right)
    assert (store.people.get(maya.id).rhythm, user.focus()) == (Rhythm.USUAL, "rhythm-")
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert store.people.get(maya.id) == maya


def page_words(page: PeoplePage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_not_until_a_date_that_is_asked_for(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    look_at(page, maya)
    user.choose("not-until")
    (form,) = (dialog for dialog in page.findChildren(QDialog) if dialog.isVisible())
    assert form.objectName() == "rest-dialog"
    FormDriver(form).press("save")
    assert store.people.get(maya.id).rests_until == TODAY + timedelta(days=14)
    assert user.words("suggest") == "Rests until 6 Dec. Suggest again"


def test_the_next_step_and_the_sheet_are_asked_for(
    page: PeoplePage, user: PeopleDriver, maya: Person, qtbot: QtBot
) -> None:
    look_at(page, maya)
    with qtbot.waitSignal(page.wanted) as wanted:
        user.press("plan")
    assert wanted.args == [Route(Where.PLAN, person=maya.id)]
    with qtbot.waitSignal(page.sheet_wanted) as sheet:
        user.choose("sheet")
    assert sheet.args == [maya.id, 0]


def test_removed_from_the_menu(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, session: Session
) -> None:
    look_at(page, maya)
    user.choose("remove")
    assert store.people.find(maya.id) is None
    assert user.sees("empty")
    session.undo_stack.undo()
    assert user.name() == "Maya Okafor"


def test_facts_by_kind_and_what_is_still_to_learn(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    for kind, text in (
        (FactKind.LIKE, "Half-marathons"),
        (FactKind.DOES, "Mortgages for first-time buyers"),
        (FactKind.LIKE, "Flat whites"),
        (FactKind.PRIVATE, "Discreet"),
    ):
        add_fact(store, Fact(person=maya.id, kind=kind, text=text))
    look_at(page, maya)
    assert user.read("card-facts") == ["What you know", "Does", "Likes", "Still to learn"]
    assert user.lines("card-facts") == [
        "Mortgages for first-time buyers",
        "Half-marathons",
        "Flat whites",
        "Whom Maya works for “Who do you most enjoy working for?”",
        "How Maya is best introduced “Say I'm sitting next to somebody you could help. How would I"
        " know?”",
        "What Maya is aiming for “What would have to happen this year for you to call it a good"
        " one?”",
        "What is hard at the moment “What's the hardest thing about your work just now?”",
        "What Maya enjoys “What's keeping you busy these days, at work or away from it?”",
        "Who else Maya works with “How do the people who need you usually find you?”",
    ]
    assert user.lines("card-private") == ["Discreet"]
    assert "Never printed, and exported only where you ask for it" in user.read("card-private")


def test_a_fact_is_removed_by_key_and_the_keyboard_goes_on(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, session: Session
) -> None:
    _, fact = add_fact(store, Fact(person=maya.id, kind=FactKind.GOAL, text="A podcast"))
    look_at(page, maya)
    user.go_to(f"fact-{fact.id}")
    user.key(Qt.Key.Key_Delete)
    assert store.facts.of_person(maya.id) == []
    assert user.focus() == "add-fact"
    session.undo_stack.undo()
    assert "A podcast" in user.lines("card-facts")


@pytest.mark.parametrize(
    ("pressed", "dialog"),
    [
        ("add-fact", "fact-dialog"),
        ("add-private", "fact-dialog"),
        ("learn-goal", "fact-dialog"),
        ("edit-contact", "person-dialog"),
        ("log-touch", "touch-dialog"),
        ("add-met-at", "met-at-dialog"),
    ],
)
def test_every_card_opens_its_form(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, pressed: str, dialog: str
) -> None:
    for kind in (FactKind.DOES, FactKind.FOR_WHOM):
        add_fact(store, Fact(person=maya.id, kind=kind, text="Known"))
    look_at(page, maya)
    user.press(pressed)
    form = page.findChild(QDialog, dialog)
    assert form is not None
    form.reject()


@pytest.mark.parametrize(
    ("chosen", "dialog"),
    [
        ("edit", "person-dialog"),
        ("touch", "touch-dialog"),
        ("add-promise", "promise-dialog"),
        ("add-referral", "referral-dialog"),
    ],
)
def test_every_menu_entry_opens_its_form(
    page: PeoplePage, user: PeopleDriver, maya: Person, chosen: str, dialog: str
) -> None:
    look_at(page, maya)
    user.choose(chosen)
    form = page.findChild(QDialog, dialog)
    assert form is not None
    form.reject()


def test_contact_details_can_be_read_and_copied(
    page: PeoplePage, user: PeopleDriver, maya: Person
) -> None:
    look_at(page, maya)
    assert user.values("card-contact") == [
        "maya@harbour.example",
        "m@okafor.example",
        "0113 496 0142",
        "harbour.example/maya",
        "22 January",
    ]
    card = user.find(QPushButton, "edit-contact").parentWidget()
    copy = card.findChildren(QPushButton, "copy")[1]
    assert copy.accessibleName() == "Copy m@okafor.example"
    copy.click()
    assert QApplication.clipboard().text() == "m@okafor.example"
    card.findChildren(QPushButton, "copy")[3].click()
    assert QApplication.clipboard().text() == "https://harbour.example/maya"


def test_numbers_read_as_at_home_and_are_copied_whole(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    numbers = ("+44 113 496 0142", "+49 30 1234567", "ask Bo")
    edit_person(store, replace(maya, emails=(), links=(), birthday="", phones=numbers))
    with store.transaction():
        store.me.put(replace(store.me.get(), zone="Europe/London"))
    look_at(page, maya)
    assert user.values("card-contact") == ["0113 496 0142", "+49 30 1234567", "ask Bo"]
    card = user.find(QPushButton, "edit-contact").parentWidget()
    for copy, whole in zip(
        card.findChildren(QPushButton, "copy"), ("+441134960142", "+49301234567", "ask Bo"),
        strict=True,
    ):  # fmt: skip
        copy.click()
        assert QApplication.clipboard().text() == whole


def test_namesakes_are_told_apart(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    add_person(store, a_person("Maya Lindqvist"))
    add_promise(store, Promise(person=maya.id, text="Introduce Tom", mine=False))
    add_referral(store, Referral(person=maya.id, given=True, what="Kessler"))
    look_at(page, maya)
    assert user.lines("card-between") == [
        "Introduce Tom Maya Okafor → you",
        "Referral to Maya Okafor: Kessler",
    ]


def test_the_keyboard_stays_on_what_was_changed_in_a_form(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, qtbot: QtBot
) -> None:
    promise = add_promise(store, Promise(person=maya.id, text="Introduce Tom"))[1]
    look_at(page, maya)
    user.go_to(f"promise-{promise.id}")
    user.key(Qt.Key.Key_Return)
    dialog = page.findChild(QDialog, "promise-dialog")
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    form = FormDriver(dialog)
    form.type("promise-text", "Introduce Tom today")
    form.press("save")
    assert user.focus() == f"promise-{promise.id}"
    assert user.words(f"promise-{promise.id}").startswith("Introduce Tom today")


def test_what_is_between_the_two(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, session: Session
) -> None:
    due = TODAY - timedelta(days=5)
    promise = add_promise(store, Promise(person=maya.id, text="Introduce Tom", due=due))[1]
    referral = Referral(
        person=maya.id, given=False, what="Kessler", outcome=Outcome.WON, value=1200.0
    )
    add_referral(store, referral)
    look_at(page, maya)
    assert user.words(f"promise-{promise.id}") == "Introduce Tom you → Maya"
    assert user.lines("card-between")[-1] == "Referral from Maya: Kessler"
    assert user.read("card-between") == ["Between you", "5 days late", "Won, £1,200"]
    user.tick(promise.id)
    assert "Kept today" in user.read("card-between")
    assert user.focus() == f"kept-{promise.id}"
    user.tick(promise.id)
    assert store.promises.get(promise.id).done_on is None
    session.undo_stack.undo()
    assert store.promises.get(promise.id).done_on == TODAY


def test_only_the_latest_kept_promises_are_in_sight(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    with store.transaction():
        store.promises.add_many(
            Promise(person=maya.id, text=f"Kept {n}", done_on=TODAY - timedelta(days=n))
            for n in range(5)
        )
    look_at(page, maya)
    shown = [line for line in user.lines("card-between") if line.startswith("Kept")]
    assert len(shown) == 3
    assert shown[0].startswith("Kept 0")
    user.press("show-all-promises")
    assert len([line for line in user.lines("card-between") if line.startswith("Kept")]) == 5


def test_a_planned_1_2_1_leads_to_it(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        meeting = store.meetings.add(
            a_meeting(maya.id, datetime(2026, 11, 23, 8, 30), place="The Wharf, 12 Dock Lane")
        )
    look_at(page, maya)
    assert user.words(f"meeting-{meeting.id}") == "1-2-1 tomorrow 08:30, The Wharf"
    with qtbot.waitSignal(page.wanted) as wanted:
        user.press(f"meeting-{meeting.id}")
    assert wanted.args == [Route(Where.MEETINGS, person=maya.id, meeting=meeting.id)]


def test_history_newest_first_and_a_touch_is_removed(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    held(store, maya, 80)
    add_met_at(store, maya.id, "Chamber Breakfast", "", TODAY - timedelta(days=100))
    touch = Touch(person=maya.id, day=TODAY - timedelta(days=9), note="The award")
    log_touch(store, touch, TODAY)
    look_at(page, maya)
    assert user.lines("card-history") == [
        "Message: The award",
        "First 1-2-1 at The Wharf, 45 min",
        "Met at Chamber Breakfast",
    ]
    assert user.read("card-history") == ["History", "13 Nov", "3 Sept", "14 Aug"]
    (kept,) = store.touches.of_person(maya.id)
    user.go_to(f"history-touch-{kept.id}")
    user.key(Qt.Key.Key_Delete)
    assert store.touches.of_person(maya.id) == []


def test_a_long_history_is_opened_up(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        store.touches.add_many(
            Touch(person=maya.id, day=TODAY - timedelta(days=n), kind=TouchKind.CALL)
            for n in range(40)
        )
    look_at(page, maya)
    assert len(user.lines("card-history")) == 13, "a dozen, and the way to the rest"
    user.press("show-all-history")
    qtbot.waitUntil(lambda: len(user.lines("card-history")) == 40)


def test_where_the_two_met(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store, session: Session
) -> None:
    add_met_at(store, maya.id, "Chamber", "Summer party", date(2026, 6, 2))
    add_met_at(store, maya.id, "LinkedIn")
    look_at(page, maya)
    assert user.lines("card-met-at") == ["Summer party · Chamber", "LinkedIn"]
    assert user.read("card-met-at") == ["Met at", "2 Jun", "On"]  # LinkedIn
    met = store.attendance.met_at(maya.id)[0]
    user.go_to(f"met-at-{met.attendance}")
    user.key(Qt.Key.Key_Delete)
    assert user.lines("card-met-at") == ["LinkedIn"]
    session.undo_stack.undo()
    assert len(user.lines("card-met-at")) == 2


def test_a_fact_says_where_it_is_from(
    page: PeoplePage, user: PeopleDriver, maya: Person, store: Store
) -> None:
    fact = Fact(person=maya.id, text="A note", origin=Origin.MEETING, noted_on=date(2026, 9, 3))
    _, kept = add_fact(store, fact)
    look_at(page, maya)
    line = user.find(QAbstractButton, f"fact-{kept.id}")
    assert line.toolTip() == "Noted in a 1-2-1, 3 Sept"


def test_cards_stand_below_each_other_in_a_narrow_window(
    page: PeoplePage, user: PeopleDriver, maya: Person, qtbot: QtBot
) -> None:
    look_at(page, maya)
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    def left(card: str) -> int:
        return user.find(QWidget, card).mapTo(page, QPoint()).x()

    qtbot.waitUntil(lambda: left("card-between") > left("card-facts"))
    page.resize(784, 640)
    qtbot.waitUntil(lambda: left("card-between") == left("card-facts"))


def test_it_is_read_anew_when_somebody_else_changes_it(
    page: PeoplePage, user: PeopleDriver, maya: Person, session: Session
) -> None:
    look_at(page, maya)
    session.do("Noted", add_fact, Fact(person=maya.id, kind=FactKind.GOAL, text="A podcast"))
    assert user.lines("card-facts")[0] == "A podcast"
    assert replace(maya) == session.store.people.get(maya.id)
