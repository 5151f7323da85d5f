"""The side of the window: the pages, which one is in sight, and quiet figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.drivers_talk import Driver
from ui import theme
from ui.routes import Route, Where
from ui.widgets.navigation import Navigation

LISTED = (
    *(Where.TODAY, Where.PEOPLE, Where.MEETINGS, Where.FOLLOW_UPS),
    *(Where.ME, Where.EVENTS, Where.SETTINGS),
)


@pytest.fixture
def side(qtbot: QtBot) -> Navigation:
    made = Navigation()
    qtbot.addWidget(made)
    made.resize(made.width(), 640)
    made.show()
    return made


@pytest.fixture
def user(side: Navigation) -> Driver:
    return Driver(side)


@pytest.mark.parametrize("where", LISTED)
@pytest.mark.parametrize("how", ["mouse", Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_page_is_a_press_away(
    side: Navigation, user: Driver, qtbot: QtBot, where: Where, how: object
) -> None:
    button = user.find(QAbstractButton, f"go-{where}")
    with qtbot.waitSignal(side.wanted) as wanted:
        if isinstance(how, Qt.Key):
            QTest.keyClick(button, how)
        else:
            user.press(f"go-{where}")
    assert wanted.args == [Route(where)]


@pytest.mark.parametrize(
    ("where", "marked"),
    [
        *((where, where) for where in LISTED),
        (Where.PLAN, Where.MEETINGS),
        (Where.CONVERSATION, Where.MEETINGS),
        (Where.DEBRIEF, Where.MEETINGS),
    ],
)
def test_the_page_in_sight_is_marked(
    side: Navigation, user: Driver, where: Where, marked: Where
) -> None:
    side.show_where(where)
    buttons = [user.find(QAbstractButton, f"go-{each}") for each in LISTED]
    assert [button.objectName() for button in buttons if button.isChecked()] == [f"go-{marked}"]


def test_a_figure_stands_beside_a_page_and_is_read_with_it(side: Navigation, user: Driver) -> None:
    button = user.find(QAbstractButton, f"go-{Where.FOLLOW_UPS}")
    side.show_count(Where.FOLLOW_UPS, 4, alert=True)
    label = button.findChild(QLabel)
    assert label is not None
    assert (label.text(), label.property("look")) == ("4", "alert")
    assert button.accessibleDescription() == "4, some of them late"
    side.show_count(Where.FOLLOW_UPS, 2)
    assert (label.text(), label.property("look")) == ("2", "small")
    assert button.accessibleDescription() == "2"
    side.show_count(Where.FOLLOW_UPS, 0)
    assert (label.text(), button.accessibleDescription()) == ("", "")


@pytest.mark.parametrize("size", theme.TEXT_SCALES)
def test_figures_and_names_stand_clear_of_each_other(
    side: Navigation, user: Driver, dressed: QApplication, size: str
) -> None:
    theme.apply(dressed, theme.Scheme.LIGHT, size)
    side.show_where(Where.FOLLOW_UPS)  # in bold
    for where in LISTED[:4]:
        side.show_count(where, 12_345)
    QApplication.processEvents()
    for where in LISTED[:4]:
        button = user.find(QAbstractButton, f"go-{where}")
        label = button.findChild(QLabel)
        assert label is not None
        assert button.width() >= button.sizeHint().width(), button.text()
        assert label.width() >= label.sizeHint().width()
        words = QFontMetrics(button.font()).horizontalAdvance(button.text())
        ends = button.width() - label.width() - 12
        assert 10 + button.iconSize().width() + words <= ends, button.text()


def test_icons_follow_the_palette(side: Navigation, user: Driver, dressed: QApplication) -> None:
    button = user.find(QAbstractButton, f"go-{Where.PEOPLE}")
    light = button.icon().pixmap(18).toImage()
    theme.apply(dressed, theme.Scheme.DARK)
    side.repaint_icons()
    assert button.icon().pixmap(18).toImage() != light
