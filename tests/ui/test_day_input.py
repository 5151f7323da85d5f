"""A day and a time are typed as they are said, and judged once they are whole."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.day_input import DayInput
from ui.widgets.text import Text
from ui.widgets.time_input import TimeInput

SUNDAY = date(2026, 11, 22)


def shown(qtbot: QtBot, field: QWidget) -> None:
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()


def day_field(qtbot: QtBot, latest: date | None = None) -> tuple[DayInput, QDateEdit]:
    field = DayInput(SUNDAY, optional=False, earliest=None if latest else SUNDAY, latest=latest)
    field.setObjectName("day")
    shown(qtbot, field)
    edit = field.findChild(QDateEdit, "day-edit")
    assert isinstance(edit, QDateEdit)
    edit.selectAll()
    return field, edit


def says(field: DayInput) -> str:
    told = field.findChild(Text, "day-out-of-reach")
    assert told is not None
    return told.text() if told.isVisible() else ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("01122026", date(2026, 12, 1)),
        ("1.12.2026", date(2026, 12, 1)),
        ("1 dec", date(2026, 12, 1)),
        ("31 12", date(2026, 12, 31)),
        ("3112", date(2026, 12, 31)),
        ("5/3/2027", date(2027, 3, 5)),
        ("30", date(2026, 11, 30)),
    ],
)
def test_a_day_is_typed_from_its_beginning(qtbot: QtBot, typed: str, meant: date) -> None:
    field, edit = day_field(qtbot)
    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (field.value(), says(field)) == (meant, "")


def test_a_day_out_of_reach_is_judged_when_it_is_whole(qtbot: QtBot) -> None:
    field, edit = day_field(qtbot)
    QTest.keyClicks(edit, "01 11")
    assert (edit.date().day(), says(field)) == (1, "")
    assert field.value() == SUNDAY, "never one that cannot be"
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.date().day() == 22
    assert says(field).endswith("is the first day that can be chosen here.")
    edit.selectAll()
    QTest.keyClicks(edit, "23")
    assert (field.value(), says(field)) == (date(2026, 11, 23), "")


def test_the_last_day_is_judged_alike(qtbot: QtBot) -> None:
    field, edit = day_field(qtbot, latest=SUNDAY)
    QTest.keyClicks(edit, "30 09 2026")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (field.value(), says(field)) == (date(2026, 9, 30), "")
    edit.selectAll()
    QTest.keyClicks(edit, "23 12 2026")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert field.value() == SUNDAY
    assert says(field).endswith("is the last day that can be chosen here.")


def test_steps_stay_within_reach(qtbot: QtBot) -> None:
    field, edit = day_field(qtbot)
    edit.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClick(edit, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 23)
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Down)
    assert field.value() == SUNDAY


def test_a_whole_day_counts_before_the_field_is_left(qtbot: QtBot) -> None:
    field, edit = day_field(qtbot)
    with qtbot.waitSignal(field.settled):
        QTest.keyClicks(edit, "0112")
    assert field.value() == date(2026, 12, 1)


def test_a_time_typed_over_the_whole_of_it_is_taken(qtbot: QtBot) -> None:
    field = TimeInput()
    shown(qtbot, field)
    field.show_value(time(9, 0))
    field.selectAll()
    with qtbot.waitSignal(field.settled):
        QTest.keyClicks(field, "2000" if "AP" not in field.displayFormat().upper() else "0800p")
    assert field.value() == time(20, 0)
