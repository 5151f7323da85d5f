"""Words that can be pressed: they wrap, stay plain text, and answer to the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.text_button import MOST_LINES, TextButton

LONG = "Wants to start a podcast and needs a lender who understands the self-employed. " * 40


def made(qtbot: QtBot, text: str, **said: str) -> TextButton:
    button = TextButton(text, **said)
    qtbot.addWidget(button)
    return button


def test_it_grows_with_what_it_says_up_to_a_point(qtbot: QtBot) -> None:
    short, long = made(qtbot, "A podcast"), made(qtbot, LONG)
    line = short.heightForWidth(300)
    assert long.heightForWidth(300) > 5 * line
    assert long.heightForWidth(300) <= MOST_LINES * line
    assert long.heightForWidth(200) >= long.heightForWidth(900)


def test_line_breaks_stay_line_breaks(qtbot: QtBot) -> None:
    one, two = made(qtbot, "A podcast"), made(qtbot, "A podcast\nBy spring")
    assert two.heightForWidth(400) > one.heightForWidth(400)
    assert two.words() == "A podcast\nBy spring"


def test_it_is_read_as_a_button_with_all_its_words(qtbot: QtBot) -> None:
    button = made(qtbot, "Ready for Liked?", aside="<b>& Co", link="Move up")
    assert button.words() == "Ready for Liked? <b>& Co Move up"
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() is QAccessible.Role.Button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_that_press_it(qtbot: QtBot, key: Qt.Key) -> None:
    button = made(qtbot, "A podcast")
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_delete_says_it_is_unwanted(qtbot: QtBot) -> None:
    button = made(qtbot, "A podcast")
    with qtbot.waitSignal(button.unwanted):
        QTest.keyClick(button, Qt.Key.Key_Delete)


def test_it_draws_whatever_it_is_given(qtbot: QtBot) -> None:
    for text in ("", " ", LONG, "<img src=x> & Co", "שלום", "日本語" * 60):
        button = made(qtbot, text, link="Open")
        button.resize(180, button.heightForWidth(180))
        button.setFocus()
        assert not button.grab().isNull()
