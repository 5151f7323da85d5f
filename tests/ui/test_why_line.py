"""Why a question is asked: the sentence, and whose idea it is where that is wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.guides import Principle
from planner.guides.library import load
from tests.ui.drivers_talk import Driver
from ui.widgets.question_view import QuestionView
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton
from ui.widgets.why_line import WhyLine

COVEY = Principle("Covey", "Understand first.", "S. Covey", 1989, "7 Habits", "New York")
SOURCE = "S. Covey (1989): “7 Habits”, New York"


@pytest.fixture
def line(qtbot: QtBot) -> WhyLine:
    line = WhyLine()
    qtbot.addWidget(line)
    line.resize(400, 200)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)
    return line


def test_the_source_is_a_press_or_a_resting_mouse_away(line: WhyLine) -> None:
    user, folded = Driver(line), QSignalSpy(line.folded)
    line.show_why("They choose.", "Covey", COVEY)
    assert user.find(TextButton, "why").words() == "They choose. Covey"
    assert not user.sees("principle-source")
    assert user.find(TextButton, "why").toolTip() == f"Understand first.\n{SOURCE}"
    user.press("why")
    assert user.find(Text, "principle-says").text() == "Understand first."
    assert user.find(Text, "principle-source").text() == SOURCE
    assert folded.count() == 1
    user.press("why")
    assert not user.sees("principle-source")


def test_by_keys_too_and_a_screen_reader_hears_it(line: WhyLine) -> None:
    user = Driver(line)
    line.show_why("They choose.", "Covey", COVEY)
    button = user.find(TextButton, "why")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    user.key(Qt.Key.Key_Return)
    assert user.sees("principle-source")
    assert button.accessibleDescription() == f"Understand first. {SOURCE}"


def test_the_next_question_folds_it_again_and_keeps_the_keyboard(line: WhyLine) -> None:
    user = Driver(line)
    line.show_why("They choose.", "Covey", COVEY)
    user.find(TextButton, "why").setFocus(Qt.FocusReason.TabFocusReason)
    user.key(Qt.Key.Key_Return)
    line.show_why("They decide.", "Covey", COVEY)
    assert not user.sees("principle-source")
    assert user.find(TextButton, "why").hasFocus()


def test_a_name_the_library_tells_nothing_of_stands_in_brackets(line: WhyLine) -> None:
    line.show_why("They choose.", "Grandmother")
    assert Driver(line).find(Text, "why").text() == "They choose. (Grandmother)"
    line.show_why("Say back who does what.")
    assert Driver(line).find(Text, "why").text() == "Say back who does what."


def test_a_press_of_the_mouse_leaves_the_focus_where_somebody_writes(qtbot: QtBot) -> None:
    window = QWidget()
    notes, line = QLineEdit(), WhyLine()
    column = QVBoxLayout(window)
    column.addWidget(line)
    column.addWidget(notes)
    qtbot.addWidget(window)
    line.show_why("They choose.", "Covey", COVEY)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    notes.setFocus()
    Driver(window).press("why")
    assert Driver(window).sees("principle-source")
    assert notes.hasFocus()
    QTest.keyClicks(notes, "second shop")
    assert notes.text() == "second shop"


def test_where_there_is_no_room_the_source_is_scrolled_to(qtbot: QtBot) -> None:
    library = load()
    prompt = library.guide("first").prompts[1]
    view = QuestionView()
    qtbot.addWidget(view)
    view.resize(400, 110)
    view.show_prompt(prompt, "", library.principle(prompt.principle))
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    button = Driver(view).find(TextButton, "why")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Return)
    source = Driver(view).find(Text, "principle-source")
    room = view.viewport().rect()
    qtbot.waitUntil(lambda: room.contains(source.mapTo(view.viewport(), source.rect().center())))


def test_a_question_grows_by_what_is_unfolded(qtbot: QtBot) -> None:
    library = load()
    prompt = library.guide("first").prompts[1]
    view = QuestionView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show_prompt(prompt, "", library.principle(prompt.principle))
    view.show()
    before = view.sizeHint().height()
    Driver(view).press("why")
    assert Driver(view).find(Text, "principle-source").text().startswith("Dale Carnegie (1936)")
    qtbot.waitUntil(lambda: view.sizeHint().height() > before)
    view.show_end("That was the last question.", "Thank each other.")
    assert Driver(view).find(Text, "why").text() == "Thank each other."
