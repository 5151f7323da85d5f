"""By when something is due: by chips, in words, from a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from tests.ui.drivers_talk import Driver
from ui.widgets.due_chips import DueChips

SUNDAY = date(2026, 11, 22)
WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def chips(qtbot: QtBot) -> DueChips:
    made = DueChips("due", WEDNESDAY)
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def user(chips: DueChips) -> Driver:
    return Driver(chips)


def pressed(user: Driver) -> list[str]:
    return [one.text() for one in user.root.findChildren(QAbstractButton) if one.isChecked()]


def test_at_first_there_is_no_date_and_nothing_was_decided(chips: DueChips, user: Driver) -> None:
    assert pressed(user) == ["No date"]
    assert (chips.day(), chips.words(), chips.decided) == (None, "", False)
    assert not user.sees("due-day")


@pytest.mark.parametrize(
    ("chip", "day", "told"),
    [
        ("due-today", date(2026, 11, 25), "Wednesday 25 November"),
        ("due-tomorrow", date(2026, 11, 26), "Thursday 26 November"),
        ("due-friday", date(2026, 11, 27), "Friday 27 November"),
        ("due-next-week", date(2026, 12, 4), "Friday 4 December"),
        ("due-in-2-weeks", date(2026, 12, 9), "Wednesday 9 December"),
        ("due-no-date", None, ""),
    ],
)
def test_a_chip_means_a_day_and_tells_which(
    chips: DueChips, user: Driver, chip: str, day: date | None, told: str
) -> None:
    user.press(chip)
    assert chips.day() == day
    assert user.says("due-day") == told
    assert chips.decided
    words = chips.words()
    chips.show_words("")
    chips.show_words(words)  # as a draft that was kept
    assert chips.day() == day
    assert len(pressed(user)) == 1


def test_words_take_the_place_of_a_chip_and_a_chip_that_of_words(
    chips: DueChips, user: Driver
) -> None:
    user.press("due-tomorrow")
    user.type("due", "3 December")
    assert chips.day() == date(2026, 12, 3)
    assert pressed(user) == []
    user.press("due-friday")
    assert user.holds("due") == ""
    assert chips.day() == date(2026, 11, 27)


def test_words_without_a_day_are_pointed_out(chips: DueChips, user: Driver) -> None:
    user.type("due", "whenever")
    assert not chips.understood
    assert chips.day() is None
    chips.say_wrong()
    assert "such as" in user.says("due-day")


def test_arrow_keys_go_from_chip_to_chip(chips: DueChips, user: Driver) -> None:
    user.find(QAbstractButton, "due-no-date").setFocus()
    user.key(Qt.Key.Key_Left)
    assert chips.words() == "in 2 weeks"
    user.key(Qt.Key.Key_Left)
    assert chips.words() == "next week"


def test_a_day_is_picked_from_a_calendar_by_keyboard(chips: DueChips, user: Driver) -> None:
    user.press("due-pick")
    shown = [one for one in QApplication.topLevelWidgets() if one.objectName() == "day-popup"]
    calendar = shown[-1].findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.minimumDate() == QDate(2026, 11, 25)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(calendar.focusWidget() or calendar, key)
    assert chips.day() == date(2026, 12, 3)
    assert user.holds("due") == "3 December"


def test_a_day_found_elsewhere_holds_until_something_is_decided_here(
    chips: DueChips, user: Driver
) -> None:
    chips.suggest(date(2026, 11, 27))
    assert chips.day() == date(2026, 11, 27)
    assert user.says("due-day") == "Friday 27 November"
    assert pressed(user) == ["Friday"]
    assert not chips.decided
    chips.suggest(None)
    assert chips.day() is None
    assert pressed(user) == ["No date"]
    user.press("due-no-date")
    chips.suggest(date(2026, 11, 27))
    assert chips.day() is None


@pytest.mark.parametrize(
    ("day", "chip", "words"),
    [
        (date(2026, 11, 27), "Friday", ""),
        (date(2026, 12, 3), "", "3 December"),
        (date(2027, 12, 3), "", "3 December 2027"),
        (date(2026, 11, 17), "", "17 November 2026"),  # past: kept as it is
    ],
)
def test_a_day_that_holds_already_is_shown(
    chips: DueChips, user: Driver, day: date, chip: str, words: str
) -> None:
    chips.show_day(day)
    assert chips.day() == day
    assert chips.understood
    assert pressed(user) == ([chip] if chip else [])
    assert user.holds("due") == words


def test_another_today_means_other_days(chips: DueChips, user: Driver) -> None:
    user.press("due-tomorrow")
    chips.set_today(SUNDAY)
    assert chips.day() == date(2026, 11, 23)
