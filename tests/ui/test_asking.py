"""Questions and sentences in a box of their own: plain text, two answers in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui import asking

MARKUP = "<b>Maya</b> <img src='/etc/hostname'> & Co has words that are not saved."
Answer = Callable[[QMessageBox], None]


class Box:
    """Stands where the user sits: answers the box that comes up, and remembers it."""

    def __init__(self) -> None:
        self.answer: Answer = escape
        self.said: list[tuple[str, str, QMessageBox.Icon]] = []

    def exec(self, box: QMessageBox) -> int:
        box.show()
        assert box.textFormat() is Qt.TextFormat.PlainText
        self.said.append((box.windowTitle(), box.text(), box.icon()))
        self.answer(box)
        assert not box.isVisible()
        box.deleteLater()
        return 0


def escape(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Escape)


def enter(box: QMessageBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Return)


def press(words: str) -> Answer:
    def answer(box: QMessageBox) -> None:
        for button in box.findChildren(QAbstractButton):
            if button.text() == words:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"{words} is not among the answers")

    return answer


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Box:
    made = Box()
    monkeypatch.setattr(QMessageBox, "exec", lambda shown: made.exec(shown))
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made


@pytest.mark.parametrize(
    ("answer", "agreed"),
    [
        (press("Go on typing"), True),
        (press("Throw it away"), False),
        (escape, False),
        (enter, True),
    ],
    ids=["yes", "no", "escape", "enter"],
)
def test_a_question_has_two_answers(
    box: Box, parent: QWidget, answer: Answer, agreed: bool
) -> None:
    box.answer = answer
    assert asking.ask(parent, "Leave", MARKUP, "Go on typing", "Throw it away") is agreed
    assert box.said == [("Leave", MARKUP, QMessageBox.Icon.Question)]


def test_escape_may_mean_what_loses_less(box: Box, parent: QWidget) -> None:
    box.answer = escape
    words = ("Leave", MARKUP, "Go on typing", "Throw it away")
    assert asking.ask(parent, *words, escape_means=True)


def test_enter_may_mean_what_is_safer(box: Box, parent: QWidget) -> None:
    box.answer = enter
    words = ("Start conversation", MARKUP, "Talk now", "Not now")
    assert not asking.ask(parent, *words, enter_means=False)


@pytest.mark.parametrize(
    ("say", "icon"),
    [(asking.tell, QMessageBox.Icon.Information), (asking.warn, QMessageBox.Icon.Warning)],
)
@pytest.mark.parametrize("answer", [escape, enter])
def test_a_sentence_is_read_and_put_away(
    box: Box,
    parent: QWidget,
    say: Callable[[QWidget, str, str], None],
    icon: QMessageBox.Icon,
    answer: Answer,
) -> None:
    box.answer = answer
    say(parent, "Vis-à-vis", MARKUP)
    assert box.said == [("Vis-à-vis", MARKUP, icon)]
