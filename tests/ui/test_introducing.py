"""Two people brought together through the window: proposed, asked, introduced, and the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.journeys.help_each_other import pair_of_today
from planner.journeys.introduce import make, start
from tests.clocks import StandingClock
from tests.ui.drivers_start import FormDriver
from tests.ui.drivers_talk import Driver
from tests.ui.drivers_window import WindowDriver, pick
from ui import todays_extras
from ui.background import wait_for_all
from ui.introducing import introduce_two
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

TWO = "Ana Ferreira and Rob Kane"


@pytest.fixture
def window(
    network: Session, view: QSettings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(todays_extras, "PAUSE_MS", 0)
    made = MainWindow(network, view)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()  # what is found from now on is shown nowhere
    assert wait_for_all()


@pytest.fixture
def user(window: MainWindow) -> WindowDriver:
    return WindowDriver(window)


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links a mail program was given."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(bytes(url.toEncoded().data()).decode())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


def proposed(user: WindowDriver, qtbot: QtBot) -> str:
    """The pair on Today, once it is there."""
    qtbot.waitUntil(lambda: user.page.sees("pair"))
    return user.page.says("pair-names")


def person(session: Session, name: str) -> Person:
    return next(one for one in session.store.people.all() if one.name == name)


def rows(user: WindowDriver, card: str, kind: str) -> list[str]:
    """What each row of a card says."""
    return [
        " | ".join(label.text() for label in row.findChildren(QLabel) if label.text())
        for around in user.page.all(QWidget, card)
        for row in Driver(around).all(QWidget, kind)
    ]


def test_today_proposes_one_pair_with_its_reason(user: WindowDriver, qtbot: QtBot) -> None:
    assert proposed(user, qtbot) == TWO
    assert user.page.says("pair-why") == (
        "Ana is looking for a commercial landlord with a corner unit; "
        "Rob lets flats and small shop units"
    )


def test_not_these_two_takes_it_away_and_undo_brings_it_back(
    user: WindowDriver, qtbot: QtBot
) -> None:
    first = proposed(user, qtbot)
    user.page.press("not-these-two")
    assert "will not be proposed again" in user.toast()
    qtbot.waitUntil(lambda: not user.page.sees("pair"))
    user.undo()
    assert proposed(user, qtbot) == first


def test_another_day_proposes_another_pair(
    network: Session, user: WindowDriver, qtbot: QtBot, clock: StandingClock
) -> None:
    first = proposed(user, qtbot)
    user.page.press("not-these-two")
    clock.moment += timedelta(days=1)
    user.go(Where.FOLLOW_UPS)
    user.go(Where.TODAY)
    qtbot.waitUntil(lambda: user.page.says("pair-names") not in ("", first))


def test_each_is_asked_first_and_then_both_are_put_in_touch(
    network: Session, user: WindowDriver, qtbot: QtBot, mails: list[str]
) -> None:
    proposed(user, qtbot)
    user.page.press("introduce")
    asking = user.dialog("introduce-dialog")
    assert asking.holds("to-person-text").startswith("Hi Ana,")
    assert "A no is perfectly fine" in asking.holds("to-other-text")
    asking.type("to-person-text", "Ana, may I?")
    asking.press("to-person-mail")
    assert mails[-1].startswith("mailto:ana@bloom-and-stem.example?")
    assert mails[-1].endswith("body=Ana%2C%20may%20I%3F")
    assert asking.says("to-person-state") == "Asked"
    asking.press("to-other-copy")
    assert QGuiApplication.clipboard().text() == asking.holds("to-other-text")
    assert asking.says("to-other-state") == "Asked"
    asking.press("close")
    qtbot.waitUntil(lambda: not user.page.sees("pair"))

    user.go(Where.FOLLOW_UPS)
    assert any(TWO in row for row in rows(user, "introductions", "introduction"))
    step(user, TWO, "yes-other")
    step(user, TWO, "yes-person")
    assert step_words(user, TWO) == "Introduce them…"
    step(user, TWO)
    both = user.dialog("introduce-dialog")
    both.press("to-both-mail")
    assert mails[-1].startswith("mailto:ana@bloom-and-stem.example,rob@kane-lettings.example?")
    both.press("to-both-done")
    assert step_words(user, TWO) == "What came of it?"
    step(user, TWO)
    form = FormDriver(user.dialog("came-of-dialog").root)
    form.type("came-of-note", "She has the keys")
    form.press("save")
    assert any(
        "It helped: She has the keys" in row for row in rows(user, "introduced", "introduction")
    )
    ana = person(network, "Ana Ferreira")
    notes = [touch.note for touch in network.store.touches.of_person(ana.id)]
    assert "Introduced to Rob Kane" in notes
    for _ in range(6):
        user.keys("Ctrl+Z")
    assert network.store.touches.of_person(ana.id) == []
    assert pair_of_today(network.store, network.today()) is not None


def step_words(user: WindowDriver, both: str) -> str:
    return _step(user, both).text()


def step(user: WindowDriver, both: str, answer: str = "") -> None:
    """Presses an introduction's next step, and chooses the answer in its menu."""
    QTest.mouseClick(_step(user, both), Qt.MouseButton.LeftButton)
    if answer:
        pick(answer)


def _step(user: WindowDriver, both: str) -> QAbstractButton:
    found = [
        one for one in user.page.all(QAbstractButton, "step") if one.accessibleName().endswith(both)
    ]
    assert found, f"no introduction of {both} is in sight"
    return found[-1]


def test_who_was_asked_long_ago_is_worth_a_nudge(user: WindowDriver) -> None:
    user.go(Where.FOLLOW_UPS)
    said = rows(user, "introductions", "introduction")
    assert any("Asked both 16 days ago; Maya said yes. Worth a nudge?" in row for row in said)


def test_a_no_ends_an_introduction_and_can_be_undone(user: WindowDriver) -> None:
    user.go(Where.FOLLOW_UPS)
    step(user, "Maya Okafor and Zainab Hussain", "no-other")
    assert user.toast().startswith("Zainab Hussain would rather not")
    assert any("would rather not" in row for row in rows(user, "introduced", "introduction"))
    user.undo()
    assert step_words(user, "Maya Okafor and Zainab Hussain") == "Any answer?"


def test_somebodys_page_shows_who_could_help_them(
    network: Session, window: MainWindow, user: WindowDriver, qtbot: QtBot
) -> None:
    window.go(Route(Where.PEOPLE, person=person(network, "Rob Kane").id))
    qtbot.waitUntil(lambda: user.page.sees("card-pairs"))
    assert user.page.says("could-help") == "Could help"
    window.go(Route(Where.PEOPLE, person=person(network, "Ana Ferreira").id))
    qtbot.waitUntil(lambda: user.page.says("helped-by") == "Could be helped by")
    lines = user.page.all(QAbstractButton, "introduce")
    assert [line.accessibleName() for line in lines] == [f"Introduce {TWO}"]
    QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert user.dialog("introduce-dialog").says("introduce-title") == TWO


def test_an_introduction_under_way_stands_on_both_their_pages(
    network: Session, window: MainWindow, user: WindowDriver, qtbot: QtBot
) -> None:
    maya, zainab = person(network, "Maya Okafor"), person(network, "Zainab Hussain")
    (one,) = network.store.introductions.of_person(maya.id)
    for at, other in ((maya, zainab), (zainab, maya)):
        window.go(Route(Where.PEOPLE, person=at.id))
        qtbot.waitUntil(lambda: user.page.sees(f"introduction-{one.id}"))
        words = user.page.words_on(f"introduction-{one.id}")
        assert words.startswith(f"Introduction to {other.name}")
    user.page.press(f"introduction-{one.id}")
    assert user.at is Where.FOLLOW_UPS


def test_any_two_can_be_introduced(
    network: Session, window: MainWindow, user: WindowDriver, qtbot: QtBot
) -> None:
    window.go(Route(Where.PEOPLE, person=person(network, "Rob Kane").id))
    qtbot.waitUntil(lambda: user.page.sees("more"))
    user.page.press("more")
    pick("introduce-to")
    choosing = user.dialog("introduce-to-dialog")
    choosing.type("introduce-find", "ana fer")
    assert choosing.find(QAbstractItemView, "introduce-people").model().rowCount() == 1
    choosing.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "introduce-dialog" in user.dialogs())
    asking = user.dialog("introduce-dialog")
    assert asking.says("introduce-title") == TWO, "with the reason found"
    asking.press("to-person-done")
    assert asking.says("to-person-state") == "Asked"


def test_two_who_are_being_introduced_go_on(
    network: Session, window: MainWindow, user: WindowDriver, qtbot: QtBot
) -> None:
    ana, rob = person(network, "Ana Ferreira"), person(network, "Rob Kane")
    _, one = start(network.store, ana.id, rob.id, "", (rob.id,), network.today())
    introduce_two(network, window, rob.id, ana.id)
    asking = user.dialog("introduce-dialog")
    assert asking.says("to-other-state") == "Asked"
    assert asking.find(QAbstractButton, "to-person-mail").property("look") == "primary"
    asking.press("to-person-done")
    assert asking.find(QAbstractButton, "to-person-mail").property("look") != "primary"
    assert asking.find(QAbstractButton, "close").property("look") == "primary"
    heights = [
        asking.find(QAbstractButton, name).mapTo(asking.root, QPoint()).y()
        for name in ("to-person-copy", "to-other-copy")
    ]
    assert heights[0] == heights[1]
    asking.press("close")
    make(network.store, one.id, network.today())
    introduce_two(network, window, ana.id, rob.id)
    qtbot.waitUntil(lambda: "came-of-dialog" in user.dialogs())
    assert len(network.store.introductions.of_person(ana.id)) == 1


def test_a_pair_that_is_passed_over_goes_at_once_and_undo_brings_it_back(
    network: Session, user: WindowDriver, qtbot: QtBot
) -> None:
    two = proposed(user, qtbot)
    user.page.press("not-these-two")
    shown = [label.text() for label in user.page.all(QLabel, "pair-names") if label.isVisible()]
    assert two not in shown
    user.undo()
    qtbot.waitUntil(lambda: user.page.sees("pair") and user.page.says("pair-names") == two)


def test_an_own_ask_is_noted_found_by_search_and_ticked(
    network: Session, user: WindowDriver
) -> None:
    user.go(Where.FOLLOW_UPS)
    user.page.press("add-own-ask")
    form = FormDriver(user.dialog("ask-dialog").root)
    form.press("save")
    assert "few words" in form.says("form-wrong")
    form.type("ask-text", "A stonemason for a gate")
    form.press("save")
    assert user.toast().startswith("Ask noted")
    assert any(row.startswith("You · since") for row in rows(user, "asks", "ask"))
    user.keys("Ctrl+K")
    search = user.dialog("search-dialog")
    search.write("stonemason")
    search.key(Qt.Key.Key_Return)
    assert user.at is Where.FOLLOW_UPS
    boxes = {box.accessibleName(): box for box in user.page.all(QCheckBox, "ask-kept")}
    (box,) = [one for name, one in boxes.items() if "stonemason" in name]
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert "You · found" in " ".join(rows(user, "found-lately", "ask"))
    user.undo()
    assert "You · found" not in " ".join(rows(user, "found-lately", "ask"))


def test_what_somebody_looks_for_is_noted_on_their_page(
    network: Session, window: MainWindow, user: WindowDriver, qtbot: QtBot
) -> None:
    window.go(Route(Where.PEOPLE, person=person(network, "Grace Mensah").id))
    qtbot.waitUntil(lambda: user.page.sees("add-between"))
    user.page.press("add-between")
    pick("add-ask")
    form = FormDriver(user.dialog("ask-dialog").root)
    form.type("ask-text", "A web designer")
    form.press("save")
    qtbot.waitUntil(lambda: user.page.sees("card-pairs"))
    (ask,) = network.store.asks.of_person(person(network, "Grace Mensah").id)
    assert user.page.words_on(f"ask-{ask.id}").startswith("A web designer")
    names = [one.accessibleName() for one in user.page.all(QAbstractButton, "introduce")]
    assert "Introduce Grace Mensah and Ben Kowalski" in names
    user.page.press(f"ask-kept-{ask.id}")
    assert network.store.asks.get(ask.id).done_on == network.today()
