"""Possible duplicates: pairs side by side, merged or kept apart."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.domain.duplicates import Pair
from planner.domain.facts import Fact
from planner.domain.joining import Detail
from planner.domain.people import Person, Stage
from planner.domain.photos import Photo
from planner.errors import PlannerError
from planner.journeys.keep_people import remove_person
from planner.journeys.merge_people import keep_apart, possible_duplicates
from planner.storage.store import Store
from tests.builders import many_people
from tests.ui.drivers_duplicates import KEPT, OTHER, TwoDriver
from ui.pages.duplicates import DuplicatesPage
from ui.routes import Route, Where
from ui.session import Session

MAYA = Person(
    name="Maya Okafor",
    company="Harbour & Co",
    role="Adviser",
    emails=("maya@harbour.example",),
    phones=("0113 496 0000",),
    stage=Stage.KNOWN,
)
AGAIN = Person(
    name="Maya O. Okafor",
    company="Harbour",
    city="Leeds",
    emails=("maya@home.example",),
    phones=("+44 113 496 0000",),
    stage=Stage.TRUSTED,
)
Open = Callable[[], TwoDriver]


@pytest.fixture
def people(store: Store) -> list[Person]:
    """Maya twice by her number, Bob twice by his name, and somebody who is here once."""
    with store.transaction():
        store.me.put(replace(store.me.get(), zone="Europe/London"))
        kept = store.people.add_many(
            (
                AGAIN,
                MAYA,
                Person(name="Bob Kane", company="Quay"),
                Person(name="Robert Kane", company="Quay", city="York"),
                Person(name="Priya Shah", company="Quay"),
            )
        )
        store.facts.add(Fact(person=kept[1].id, text="Sails"))
    return kept


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> DuplicatesPage:
    made = DuplicatesPage(session)
    qtbot.addWidget(made)
    made.resize(980, 760)
    return made


@pytest.fixture
def driver(page: DuplicatesPage, qtbot: QtBot, people: list[Person]) -> TwoDriver:
    """The page, open, with what it found."""
    return opened(page, qtbot)


def opened(page: DuplicatesPage, qtbot: QtBot) -> TwoDriver:
    made = TwoDriver(page)
    page.show()
    page.activateWindow()
    page.open(Route(Where.DUPLICATES))
    page.take_focus()
    qtbot.waitUntil(lambda: not made.sees("looking"))
    return made


def test_pairs_are_listed_the_likeliest_first_with_the_reason(driver: TwoDriver) -> None:
    assert driver.pairs() == [
        "Maya O. Okafor and Maya Okafor: Same phone number",
        "Bob Kane and Robert Kane: Perhaps a nickname, both at Quay",
    ]
    assert driver.words("pairs-line") == "2 pairs, the likeliest first"
    assert driver.words("likeness") == "Same phone number: +44 113 496 0000"


def test_the_two_stand_side_by_side_with_all_there_is(driver: TwoDriver) -> None:
    assert driver.choices() == {
        "name": ("Maya Okafor", "Maya O. Okafor", KEPT),
        "company": ("Harbour & Co", "Harbour", KEPT),
        "role": ("Adviser", "No role", KEPT),
        "city": ("No city", "Leeds", OTHER),
    }
    said = driver.said()
    for words in ("maya@harbour.example", "maya@home.example", "Known", "Trusted", "1 fact"):
        assert words in said
    assert driver.merged() == [
        "Maya Okafor",
        "Adviser · Harbour & Co · Leeds",
        "maya@harbour.example · maya@home.example · 0113 496 0000",
        "Trusted · 1 fact",
    ]


def test_numbers_read_as_in_the_users_country(driver: TwoDriver) -> None:
    assert driver.said().count("0113 496 0000") == 2
    assert not any("+44" in words for words in driver.said() + driver.merged())


def test_what_is_chosen_shows_in_the_one_they_become(driver: TwoDriver) -> None:
    driver.choose(Detail.NAME, OTHER)
    driver.choose(Detail.CITY, KEPT)
    assert driver.merged()[:2] == ["Maya O. Okafor", "Adviser · Harbour & Co"]


def test_merging_makes_them_one_and_shows_the_next_pair(
    driver: TwoDriver, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    driver.choose(Detail.NAME, OTHER)
    said: list[str] = []
    session.done.connect(said.append)
    driver.press("merge")
    made = session.store.people.get(people[1].id)
    assert (made.name, made.city, made.stage) == ("Maya O. Okafor", "Leeds", Stage.TRUSTED)
    assert made.emails == ("maya@harbour.example", "maya@home.example")
    assert session.store.people.find(people[0].id) is None
    assert said == ["Maya Okafor merged with Maya O. Okafor"]
    assert len(driver.pairs()) == 1
    assert driver.words("likeness") == "Perhaps a nickname, both at Quay"
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: len(driver.pairs()) == 2)
    assert session.store.people.get(people[0].id) == people[0]
    assert session.store.people.get(people[1].id) == people[1]


def test_those_who_are_two_are_never_proposed_again(
    driver: TwoDriver, session: Session, page: DuplicatesPage, qtbot: QtBot
) -> None:
    driver.press("apart")
    assert driver.pairs() == ["Bob Kane and Robert Kane: Perhaps a nickname, both at Quay"]
    again = DuplicatesPage(session)
    qtbot.addWidget(again)
    assert len(opened(again, qtbot).pairs()) == 1
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: len(driver.pairs()) == 2)


def test_a_pair_is_skipped_and_comes_round_again(driver: TwoDriver) -> None:
    driver.press("skip")
    assert driver.current() == 1
    assert driver.words("likeness") == "Perhaps a nickname, both at Quay"
    driver.press("skip")
    assert driver.current() == 0 and len(driver.pairs()) == 2


def test_all_of_it_goes_by_keyboard(driver: TwoDriver, session: Session, qtbot: QtBot) -> None:
    assert driver.focus() == "pairs-list"
    driver.key(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: driver.words("likeness").startswith("Perhaps a nickname"))
    driver.key(Qt.Key.Key_Up)
    driver.key(Qt.Key.Key_S)
    assert driver.current() == 1
    driver.key(Qt.Key.Key_Return)
    assert driver.focus() == "name-1"
    driver.key(Qt.Key.Key_Right)
    assert driver.focus() == "name-2"
    assert driver.choices()["name"] == ("Bob Kane", "Robert Kane", OTHER)
    driver.key(Qt.Key.Key_M)
    assert [person.name for person in session.store.people.all()][-2:] == [
        "Robert Kane",
        "Priya Shah",
    ]
    assert driver.focus() == "pairs-list"
    driver.key(Qt.Key.Key_N)
    assert driver.pairs() == [] and driver.sees("empty")
    assert driver.focus() == "see-people"


def test_with_nobody_here_twice_it_says_so(
    page: DuplicatesPage, qtbot: QtBot, session: Session
) -> None:
    driver = opened(page, qtbot)
    assert driver.sees("empty") and not driver.sees("pairs-list")
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    driver.press("see-people")
    assert wanted == [Route(Where.PEOPLE)]


def test_what_could_not_be_looked_for_is_looked_for_again_when_asked(
    page: DuplicatesPage,
    people: list[Person],
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def busy(*_: object) -> list[Pair]:
        raise PlannerError("Another program is writing.")

    said: list[str] = []
    session.refused.connect(said.append)
    with monkeypatch.context() as fault:
        fault.setattr("ui.lookalikes.possible_duplicates", busy)
        driver = opened(page, qtbot)
    assert said == ["Another program is writing."]
    driver.press("look-again")
    qtbot.waitUntil(lambda: driver.sees("pairs-list"))
    assert len(driver.pairs()) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_N])
def test_a_key_pressed_while_it_looks_says_nothing_of_what_is_found(
    page: DuplicatesPage,
    people: list[Person],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
) -> None:
    seen = threading.Event()

    def slow(*given: Any) -> list[Pair]:
        seen.wait(5)
        return possible_duplicates(*given)

    monkeypatch.setattr("ui.lookalikes.possible_duplicates", slow)
    driver = TwoDriver(page)
    page.show()
    page.activateWindow()
    page.open(Route(Where.DUPLICATES))
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # as the window has it
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    driver.key(key)
    assert driver.sees("looking") and not driver.sees("empty")
    seen.set()
    qtbot.waitUntil(lambda: driver.sees("pairs-list"))
    assert len(driver.pairs()) == 2


def test_somebody_removed_or_told_apart_elsewhere_leaves_the_list(
    driver: TwoDriver, session: Session, people: list[Person]
) -> None:
    session.do("Removed", remove_person, people[3].id)
    assert len(driver.pairs()) == 1
    session.do("Apart", keep_apart, people[0].id, people[1].id)
    assert driver.sees("empty")


def test_somebody_changed_shows_as_they_are_now_and_what_was_chosen_goes_on(
    driver: TwoDriver, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    driver.choose(Detail.NAME, OTHER)
    with session.store.transaction() as work:
        session.store.people.update(replace(people[3], city="Hull"))
    session.announce(work.change)
    assert driver.choices()["name"][2] == OTHER
    with session.store.transaction() as work:
        session.store.people.update(replace(people[0], city="Hull"))
    session.announce(work.change)
    assert driver.choices()["city"][1] == "Hull"


def test_somebody_removed_in_a_terminal_is_no_pair_any_more(
    driver: TwoDriver, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    with session.store.another() as terminal:
        remove_person(terminal, people[0].id)
    session.changed_elsewhere.emit()
    assert driver.words("likeness") == "Perhaps a nickname, both at Quay"
    assert len(driver.pairs()) == 1


def test_looking_is_no_reason_to_look_again(driver: TwoDriver, session: Session) -> None:
    elsewhere: list[None] = []
    session.changed_elsewhere.connect(lambda: elsewhere.append(None))
    session.look_elsewhere()  # as the window does every few seconds
    assert not elsewhere


def test_a_key_pressed_before_the_pair_is_in_sight_decides_nothing(
    driver: TwoDriver, session: Session
) -> None:
    driver.key(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_M)
    assert session.store.people.count() == 5
    assert driver.words("likeness") == "Perhaps a nickname, both at Quay"
    driver.key(Qt.Key.Key_M)
    assert session.store.people.count() == 4


def test_a_persons_page_is_a_press_away(
    driver: TwoDriver, page: DuplicatesPage, people: list[Person]
) -> None:
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    driver.press("open-2")
    assert wanted == [Route(Where.PEOPLE, person=people[0].id)]


def test_the_picture_of_either_is_the_picture_of_both(
    page: DuplicatesPage, people: list[Person], store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        store.photos.add(Photo(person=people[0].id, data=b"no picture at all"))
    driver = opened(page, qtbot)
    driver.press("merge")
    assert [photo.person for photo in store.photos.all()] == [people[1].id]


def test_ten_thousand_people_are_looked_through_beside_the_window(
    page: DuplicatesPage, store: Store, qtbot: QtBot
) -> None:
    many_people(store)
    with store.transaction():
        store.people.add_many((MAYA, AGAIN))
    driver = opened(page, qtbot)
    assert any("Maya Okafor" in pair for pair in driver.pairs())


def test_tab_goes_from_the_list_to_the_choices_and_then_to_what_to_do(
    driver: TwoDriver, qtbot: QtBot
) -> None:
    for _ in range(2):  # the choices of the next pair as well
        qtbot.waitUntil(lambda: driver.focus() == "pairs-list")
        order = []
        while driver.focus() != "skip":
            driver.key(Qt.Key.Key_Tab)
            order.append(driver.focus())
        assert order[:2] == ["open-1", "open-2"]
        assert order[-3:] == ["merge", "apart", "skip"]
        assert [stop[:-2] for stop in order[2:-3]] == list(driver.choices())
        driver.key(Qt.Key.Key_S)
        driver.rows.setFocus()


@pytest.mark.parametrize("by_key", [True, False])
def test_the_way_back_is_a_key_and_a_button(
    driver: TwoDriver, page: DuplicatesPage, qtbot: QtBot, by_key: bool
) -> None:
    with qtbot.waitSignal(page.act_wanted) as acted:
        if by_key:
            driver.key(Qt.Key.Key_Escape)
        else:
            driver.press("pairs-back")
    assert acted.args == ["back"]
