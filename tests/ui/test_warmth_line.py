"""The line of warmth on a person's page: what is drawn on it, and how it is told without eyes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.meetings import State, Touch, TouchKind
from planner.domain.people import Person, Stage
from planner.journeys.keep_people import add_met_at, add_person
from planner.journeys.person_page import person_page
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person
from ui import day_wording, theme
from ui.theme import Scheme
from ui.widgets.person_warmth import WarmthCard
from ui.widgets.warmth_line import Mark, WarmthLine
from ui.widgets.warmth_marks import MarkKind


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def maya(store: Store) -> Person:
    """Met at an event, two 1-2-1s, a message between them, another 1-2-1 next week."""
    person = add_person(store, a_person(stage=Stage.KNOWN))[1]
    add_met_at(store, person.id, "Chamber", "Breakfast", ago(185))
    noon = datetime(2026, 11, 22, 12)
    with store.transaction():
        for days, state in ((173, State.HELD), (80, State.HELD), (20, State.MISSED)):
            store.meetings.add(a_meeting(person.id, noon - timedelta(days=days), state=state))
        store.meetings.add(a_meeting(person.id, noon + timedelta(days=7)))
        store.touches.add(Touch(person=person.id, day=ago(133), kind=TouchKind.MESSAGE))
    return person


def card_of(store: Store, person: Person, qtbot: QtBot) -> WarmthCard:
    card = WarmthCard(person_page(store, person.id, TODAY), TODAY)
    qtbot.addWidget(card)
    card.resize(340, 240)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


@pytest.fixture
def card(store: Store, maya: Person, qtbot: QtBot) -> WarmthCard:
    return card_of(store, maya, qtbot)


@pytest.fixture
def line(card: WarmthCard) -> WarmthLine:
    found = card.findChild(WarmthLine, "warmth-line")
    assert found is not None
    return found


def words(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.text()]


def test_what_happened_and_what_is_planned_is_marked(line: WarmthLine) -> None:
    assert [(mark.kind, mark.words) for mark in line.marks] == [
        (MarkKind.EVENT, "Met at Breakfast on 21 May"),
        (MarkKind.TALK, "1-2-1 on 2 June"),
        (MarkKind.TOUCH, "Message on 12 July"),
        (MarkKind.TALK, "1-2-1 on 3 September"),
        (MarkKind.PLANNED, "1-2-1 planned on 29 November"),
    ]


def test_each_mark_has_a_shape_and_a_name_of_its_own(card: WarmthCard) -> None:
    legend = card.findChild(QWidget, "warmth-marks")
    assert legend is not None
    assert words(legend) == ["1-2-1", "Planned", "Touch", "Event"]


def test_what_stands_beside_it_in_words(card: WarmthCard) -> None:
    assert words(card)[:2] == ["Warmth", "Going cold"]
    assert "Last in touch 11 weeks ago" in words(card)
    assert not any("usually" in said for said in words(card))  # three gaps, of which two agree


def test_what_is_usual_between_the_two_is_told(store: Store, maya: Person, qtbot: QtBot) -> None:
    with store.transaction():
        store.touches.add(Touch(person=maya.id, day=ago(228)))
    assert "You two usually speak every 6 weeks" in words(card_of(store, maya, qtbot))


def test_it_is_told_to_those_who_hear_the_page(line: WarmthLine) -> None:
    assert line.accessibleName() == "Warmth over time"
    assert line.accessibleDescription() == (
        "Today: Going cold. 1-2-1 planned on 29 November. 1-2-1 on 3 September. "
        "Message on 12 July. 1-2-1 on 2 June. Met at Breakfast on 21 May."
    )


def test_the_keyboard_goes_from_mark_to_mark(line: WarmthLine) -> None:
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.told() == ""
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert line.told() == "1-2-1 planned on 29 November"
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert line.told() == line.accessibleName() == "1-2-1 on 3 September"
    assert QToolTip.text() == "1-2-1 on 3 September"
    QTest.keyClick(line, Qt.Key.Key_Home)
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert line.told() == "Met at Breakfast on 21 May"
    QTest.keyClick(line, Qt.Key.Key_End)
    assert line.told() == "1-2-1 planned on 29 November"
    line.clearFocus()
    assert (line.told(), line.accessibleName()) == ("", "Warmth over time")


def test_the_mouse_over_a_mark_tells_it(line: WarmthLine) -> None:
    talk = line.marks[3]
    hover(line, line.place(talk).toPoint())
    assert QToolTip.text() == "1-2-1 on 3 September"
    hover(line, line.place(talk).toPoint() + QPoint(-20, 20))
    assert line.told() == ""


def hover(line: WarmthLine, place: QPoint) -> None:
    """Rests the mouse there."""
    QApplication.sendEvent(
        line, QHelpEvent(QHelpEvent.Type.ToolTip, place, line.mapToGlobal(place))
    )


def test_marks_of_one_day_are_told_together(qtbot: QtBot, store: Store) -> None:
    person = add_person(store, a_person())[1]
    noon = datetime(2026, 11, 22, 12)
    with store.transaction():
        store.meetings.add(a_meeting(person.id, noon - timedelta(days=40), state=State.HELD))
    add_met_at(store, person.id, "Chamber", "", ago(40))
    card = card_of(store, person, qtbot)
    found = card.findChild(WarmthLine)
    assert found is not None
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Home)
    assert found.told().splitlines() == ["1-2-1 on 13 October", "Met at Chamber on 13 October"]


def test_nobody_is_drawn_who_was_never_in_touch(store: Store, qtbot: QtBot) -> None:
    person = add_person(store, a_person("Jonas Lindqvist"))[1]
    card = card_of(store, person, qtbot)
    assert card.findChild(WarmthLine) is None
    assert words(card) == [
        "Warmth",
        "You have not been in touch yet. It begins when you meet.",
    ]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_wears_the_palette_in_force(
    line: WarmthLine, qapp: QApplication, scheme: Scheme
) -> None:
    theme.apply(qapp, scheme)
    try:
        picture = line.grab().toImage()
        dot = line.place(line.marks[3]) * picture.devicePixelRatio()
        assert picture.pixelColor(dot.toPoint()) == theme.colour("pine")
    finally:
        theme.apply(qapp, Scheme.LIGHT)


def test_a_year_of_marks_is_told_in_part(store: Store, qtbot: QtBot) -> None:
    person = add_person(store, a_person())[1]
    with store.transaction():
        store.touches.add_many(
            Touch(person=person.id, day=ago(9 * n), kind=TouchKind.CALL) for n in range(1, 30)
        )
    card = card_of(store, person, qtbot)
    found = card.findChild(WarmthLine)
    assert found is not None
    assert len(found.marks) == 29
    assert found.accessibleDescription().endswith("and 17 more before.")


def test_months_are_named_as_the_country_does(qtbot: QtBot) -> None:
    assert day_wording.month_mark(date(2026, 9, 1)) == "Sept"
    assert day_wording.month_mark(date(2027, 1, 1)) == "2027"
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        assert day_wording.month_mark(date(2026, 9, 1)) == "Sep"
        assert day_wording.named_day(date(2026, 9, 3), TODAY) == "3 September"
    finally:
        QLocale.setDefault(before)


def test_a_mark_outside_the_months_drawn_is_left_out(
    store: Store, maya: Person, qtbot: QtBot
) -> None:
    page = person_page(store, maya.id, TODAY)
    far = Mark(TODAY + timedelta(days=300), MarkKind.PLANNED, "1-2-1 planned")
    line = WarmthLine(page.curve, page.ahead, [far], TODAY)
    qtbot.addWidget(line)
    assert line.marks == ()
