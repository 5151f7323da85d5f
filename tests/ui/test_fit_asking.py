"""Saying how well somebody fits, and being asked about it, seldom."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.changes import Change
from planner.domain.meetings import Meeting
from planner.domain.people import Fit, Person
from planner.errors import PlannerError
from planner.journeys.fit_questions import (
    FitQuestion,
    asks,
    note_asked,
    question_about,
    question_today,
    say_fit,
)
from planner.journeys.plan_meeting import plan
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.ui.drivers_people import PeopleDriver
from ui.background import wait_for_all
from ui.pages.debrief import DebriefPage
from ui.pages.page import Page
from ui.pages.people import PeoplePage
from ui.pages.settings import SettingsPage
from ui.pages.today import TodayPage
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets import person_acts
from ui.widgets.fit_choice import FitChoice
from ui.widgets.fit_question_strip import FitQuestionStrip

CHOICES = ("fit-more", "fit-", "fit-less", "fit-never")
ANSWERS = ("fit-yes", "fit-somewhat", "fit-no", "fit-skip", "fit-stop")


class FitDriver(PeopleDriver):
    """What a user sees and presses of it, wherever it stands."""

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def held(self) -> list[str]:
        return [n for n in CHOICES if self.find(QAbstractButton, n).isChecked()]

    def asked(self) -> str:
        """The question in sight, as it is read out; "" for none."""
        cards = [c for c in self.page.findChildren(QWidget, "fit-question") if c.isVisible()]
        return cards[0].accessibleName() if cards else ""


def shown(page: QWidget, qtbot: QtBot) -> FitDriver:
    qtbot.addWidget(page)
    page.resize(1084, 900)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return FitDriver(page)


@pytest.fixture(autouse=True)
def _jobs_end() -> Iterator[None]:
    yield
    wait_for_all()


def opened(page: Page, route: Route, qtbot: QtBot) -> FitDriver:
    page.open(route)
    return shown(page, qtbot)


def about(name: str) -> str:
    return f"Is {name} somebody you look for?"


# The choice


@pytest.mark.parametrize(
    ("fit", "let_go", "held"),
    [
        (Fit.MORE, False, "fit-more"),
        (Fit.UNSAID, False, "fit-"),
        (Fit.LESS, False, "fit-less"),
        (Fit.MORE, True, "fit-never"),
    ],
)
def test_the_choice_shows_what_holds(fit: Fit, let_go: bool, held: str, qtbot: QtBot) -> None:
    assert shown(FitChoice(fit, let_go, "Ana Ferreira"), qtbot).held() == [held]


def test_another_choice_is_told_and_pressed_only_once_it_holds(
    qtbot: QtBot, qapp: QApplication
) -> None:
    choice = FitChoice(Fit.UNSAID, False, "Ana Ferreira")
    said: list[str] = []
    choice.chosen.connect(said.append)
    user = shown(choice, qtbot)
    user.press("fit-less")
    user.press("fit-")
    user.press("fit-never")
    assert said == ["less", "never"]
    assert (choice.value(), user.held()) == ("", ["fit-"])
    assert choice.accessibleName() == "How well Ana Ferreira fits"
    told = user.find(QAbstractButton, "fit-never").accessibleDescription()
    assert told == "Do not suggest Ana Ferreira any more"


def test_the_arrow_keys_go_between_the_choices(qtbot: QtBot) -> None:
    choice = FitChoice(Fit.UNSAID, False, "Ana")
    said: list[str] = []
    choice.chosen.connect(said.append)
    user = shown(choice, qtbot)
    user.find(QAbstractButton, "fit-").setFocus()
    QTest.keyClick(user.find(QAbstractButton, "fit-"), Qt.Key.Key_Right)
    assert (said, user.focus()) == (["less"], "fit-less")


# On the person's page


@pytest.fixture
def ana(store: Store) -> Person:
    with store.transaction():
        return store.people.add(a_person("Ana Ferreira"))


def test_the_users_word_is_kept_from_the_persons_page_and_undone(
    session: Session, ana: Person, store: Store, qtbot: QtBot
) -> None:
    user = opened(PeoplePage(session), Route(Where.PEOPLE, person=ana.id), qtbot)
    said: list[str] = []
    session.done.connect(said.append)
    user.press("fit-more")
    assert store.people.get(ana.id).fit is Fit.MORE
    assert user.held() == ["fit-more"]
    user.press("fit-never")
    assert store.people.get(ana.id).let_go
    assert said == [
        "More like Ana Ferreira from now on",
        "Ana Ferreira will not be suggested any more",
    ]
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert store.people.get(ana.id) == ana
    assert user.held() == ["fit-"]


def test_a_word_that_could_not_be_kept_does_not_stay_pressed(
    session: Session, ana: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(store: Store, person_id: int, word: str) -> Change:
        raise PlannerError("The library is being written elsewhere. Try again in a moment.")

    user = opened(PeoplePage(session), Route(Where.PEOPLE, person=ana.id), qtbot)
    refused: list[str] = []
    session.refused.connect(refused.append)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(person_acts, "say_fit", refuse)
        user.press("fit-less")
    assert len(refused) == 1
    assert user.held() == ["fit-"]
    user.press("fit-less")
    assert user.held() == ["fit-less"]


def test_the_keyboard_stays_on_the_choice(session: Session, ana: Person, qtbot: QtBot) -> None:
    user = opened(PeoplePage(session), Route(Where.PEOPLE, person=ana.id), qtbot)
    user.find(QAbstractButton, "fit-").setFocus()
    QTest.keyClick(user.find(QAbstractButton, "fit-"), Qt.Key.Key_Right)
    assert (user.focus(), user.held()) == ("fit-less", ["fit-less"])


def test_todays_question_stands_on_that_persons_page_too(network: Session, qtbot: QtBot) -> None:
    question = question_today(network.store, TODAY)
    assert question is not None
    page = PeoplePage(network)
    user = opened(page, Route(Where.PEOPLE, person=question.person.id), qtbot)
    assert user.asked() == ""  # not asked yet: that is for Today
    network.keep(note_asked, question.person.id, TODAY)
    page.refresh()
    assert user.asked() == about(question.person.name)
    user.press("fit-yes")
    assert network.store.people.get(question.person.id).fit is Fit.MORE
    qtbot.waitUntil(lambda: user.asked() == "")
    assert user.held() == ["fit-more"]


# On Today


@pytest.fixture
def today(network: Session, qtbot: QtBot) -> FitDriver:
    user = opened(TodayPage(network), Route(Where.TODAY), qtbot)
    qtbot.waitUntil(lambda: user.asked() != "")
    return user


def test_today_asks_about_one_person_and_hears_the_answer(
    today: FitDriver, network: Session, qtbot: QtBot
) -> None:
    question = question_today(network.store, TODAY)
    assert question is not None
    assert today.asked() == about(question.person.name)
    today.press("fit-no")
    assert network.store.people.get(question.person.id).fit is Fit.LESS
    qtbot.waitUntil(lambda: today.asked() == "")
    network.undo_stack.undo()
    qtbot.waitUntil(lambda: today.asked() == about(question.person.name))


@pytest.mark.parametrize("answer", ["fit-somewhat", "fit-skip"])
def test_an_answer_that_changes_nobody_ends_the_question_too(
    today: FitDriver, network: Session, answer: str
) -> None:
    before = network.store.people.all()
    asked = today.asked()
    today.press(answer)
    assert today.asked() == ""
    assert network.store.people.all() == before
    assert question_today(network.store, TODAY) is None
    network.undo_stack.undo()
    assert today.asked() == asked


def test_the_questions_can_be_turned_off_right_there(today: FitDriver, network: Session) -> None:
    asked = today.asked()
    today.press("fit-stop")
    assert today.asked() == ""
    assert not asks(network.store)
    network.undo_stack.undo()
    assert today.asked() == asked
    assert asks(network.store)


def test_the_question_opens_the_persons_page(today: FitDriver, network: Session) -> None:
    question = question_today(network.store, TODAY)
    assert question is not None
    routes: list[Route] = []
    assert isinstance(today.page, TodayPage)
    today.page.wanted.connect(routes.append)
    today.press("fit-asked")
    assert routes == [Route(Where.PEOPLE, person=question.person.id)]


def test_all_of_it_is_reached_by_the_keyboard(today: FitDriver) -> None:
    for name in ("fit-asked", *ANSWERS):
        part = today.find(QAbstractButton, name)
        part.setFocus()
        assert today.focus() == name
        assert part.accessibleName() or part.text()
    asked = today.asked()
    QTest.keyClick(today.find(QAbstractButton, "fit-skip"), Qt.Key.Key_Return)
    assert asked and today.asked() == ""


def test_a_question_below_what_is_in_sight_was_not_asked(network: Session, qtbot: QtBot) -> None:
    page = TodayPage(network)
    page.open(Route(Where.TODAY))
    user = shown(page, qtbot)
    page.resize(1084, 300)
    qtbot.waitUntil(lambda: user.asked() != "")
    qtbot.wait(0)
    question = question_today(network.store, TODAY)
    assert question is not None
    assert question_about(network.store, question.person.id, TODAY) is None
    around = page.findChild(QWidget, "fit-question")
    while not isinstance(around, QScrollArea):
        assert around is not None
        around = around.parentWidget()
    area, asked_about = around, question.person.id

    def in_sight() -> bool:
        area.ensureWidgetVisible(user.find(QAbstractButton, "fit-stop"))
        return question_about(network.store, asked_about, TODAY) is not None

    qtbot.waitUntil(in_sight)


# After a 1-2-1


def debriefed(session: Session, name: str, qtbot: QtBot) -> FitDriver:
    person = next(one for one in session.store.people.all() if one.name == name)
    walked = session.do(
        "Planned", plan, person.id, session.wall_now(), "Europe/London", 45, "", "", "", "", None,
        session.now(),
    )  # fmt: skip
    assert isinstance(walked, Meeting)
    route = Route(Where.DEBRIEF, person=person.id, meeting=walked.id)
    return opened(DebriefPage(session), route, qtbot)


def test_the_debrief_asks_where_the_answer_decides(network: Session, qtbot: QtBot) -> None:
    user = debriefed(network, "Priya Shah", qtbot)
    qtbot.waitUntil(lambda: user.asked() == about("Priya Shah"))
    user.press("fit-yes")
    assert user.asked() == ""
    (shah,) = (one for one in network.store.people.all() if one.name == "Priya Shah")
    assert shah.fit is Fit.MORE
    assert question_today(network.store, TODAY) is not None  # it is not the day's one


def test_the_debrief_does_not_ask_what_was_said(network: Session, qtbot: QtBot) -> None:
    (maya,) = (one for one in network.store.people.all() if one.name == "Maya Okafor")
    network.keep(say_fit, maya.id, "more")
    assert debriefed(network, "Maya Okafor", qtbot).asked() == ""


def test_a_debrief_opened_again_asks_again_and_the_next_one_does_not(
    network: Session, qtbot: QtBot
) -> None:
    user = debriefed(network, "Priya Shah", qtbot)
    page = user.page
    assert isinstance(page, DebriefPage)
    qtbot.waitUntil(lambda: user.asked() != "")
    page.open(page.route)
    qtbot.waitUntil(lambda: user.asked() == about("Priya Shah"))
    assert debriefed(network, "Priya Shah", qtbot).asked() == ""
    wait_for_all()
    assert debriefed(network, "Priya Shah", qtbot).asked() == ""


def test_what_is_being_written_stays_where_it_is(network: Session, qtbot: QtBot) -> None:
    user = debriefed(network, "Priya Shah", qtbot)
    box = QApplication.focusWidget()
    assert isinstance(box, QWidget)
    before = box.mapTo(user.page, box.rect().topLeft()), box.objectName()
    qtbot.waitUntil(lambda: user.asked() != "")
    qtbot.wait(0)
    assert QApplication.focusWidget() is box
    assert (box.mapTo(user.page, box.rect().topLeft()), box.objectName()) == before


# In Settings


def test_settings_turn_the_questions_off_and_on(
    session: Session, store: Store, qtbot: QtBot
) -> None:
    page = SettingsPage(session)
    user = opened(page, Route(Where.SETTINGS), qtbot)
    assert user.find(QAbstractButton, "asks-fit").isChecked()
    QTest.keyClick(user.find(QAbstractButton, "asks-fit"), Qt.Key.Key_Space)
    assert not asks(store)
    session.undo_stack.undo()
    assert asks(store)
    assert user.find(QAbstractButton, "asks-fit").isChecked()


def test_a_strip_for_somebody_with_nothing_known_is_the_question_alone(
    session: Session, store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        bare = store.people.add(Person(name="<b>Zed</b>"))
    user = shown(FitQuestionStrip(session, FitQuestion(bare)), qtbot)
    assert user.page.accessibleName() == about("<b>Zed</b>")
    assert not user.sees("fit-known")


@pytest.mark.parametrize(
    ("where", "told"),
    [("Harbour Fair", "Met at Harbour Fair"), ("LinkedIn", "Connected on LinkedIn")],
)
def test_a_strip_reminds_of_where_they_were_met(
    session: Session, ana: Person, where: str, told: str, qtbot: QtBot
) -> None:
    user = shown(FitQuestionStrip(session, FitQuestion(ana, met_at=where)), qtbot)
    said = [one.text() for one in user.page.findChildren(QLabel, "fit-known")]
    assert said[-1] == told
