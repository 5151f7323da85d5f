"""Rows that wrap, cards, pages that scroll, and what stands where there is nothing yet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.layouts import Card, Empty, Flow, Scrolled, button, clear, page_head, row
from ui.widgets.text import Text

WIDE, HIGH, GAP = 100, 20, 8  # pixels: of a part and between two


def flow_of(qtbot: QtBot, count: int, width: int) -> tuple[QWidget, Flow, list[QWidget]]:
    around = QWidget()
    qtbot.addWidget(around)
    flow = Flow(around, gap=GAP)
    parts = []
    for _ in range(count):
        part = QWidget()
        part.setFixedSize(WIDE, HIGH)
        flow.addWidget(part)
        parts.append(part)
    around.resize(width, 400)
    around.show()
    return around, flow, parts


def places(parts: list[QWidget]) -> list[tuple[int, int]]:
    return [(part.x(), part.y()) for part in parts]


def test_parts_stand_side_by_side_where_there_is_room(qtbot: QtBot) -> None:
    _, flow, parts = flow_of(qtbot, 3, 3 * WIDE + 2 * GAP)
    assert places(parts) == [(0, 0), (WIDE + GAP, 0), (2 * (WIDE + GAP), 0)]
    assert flow.heightForWidth(3 * WIDE + 2 * GAP) == HIGH


def test_a_new_line_begins_where_the_room_ends(qtbot: QtBot) -> None:
    _, flow, parts = flow_of(qtbot, 3, 3 * WIDE + 2 * GAP - 1)
    assert places(parts) == [(0, 0), (WIDE + GAP, 0), (0, HIGH + GAP)]
    assert flow.heightForWidth(WIDE) == 3 * HIGH + 2 * GAP


def test_hidden_parts_take_no_room(qtbot: QtBot) -> None:
    around, flow, parts = flow_of(qtbot, 3, 3 * WIDE + 2 * GAP)
    parts[0].hide()
    qtbot.waitUntil(lambda: parts[1].x() == 0)
    assert flow.heightForWidth(WIDE) == 2 * HIGH + GAP
    assert around.isVisible()


def test_a_flow_is_a_layout_like_any_other(qtbot: QtBot) -> None:
    _, flow, parts = flow_of(qtbot, 2, 500)
    assert flow.count() == 2
    assert flow.itemAt(1) is not None and flow.itemAt(1).widget() is parts[1]
    assert flow.itemAt(2) is None and flow.itemAt(-1) is None
    taken = flow.takeAt(0)
    assert taken is not None and taken.widget() is parts[0]
    assert flow.takeAt(7) is None
    assert flow.count() == 1
    assert flow.minimumSize().width() == WIDE


def test_clearing_takes_out_nested_layouts_too(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.addWidget(QLabel("above"))
    column.addLayout(row(QLabel("left"), None, row(QLabel("inner"))))
    around.show()
    clear(column)
    assert column.count() == 0
    assert not any(label.isVisible() for label in around.findChildren(QLabel))
    qtbot.waitUntil(lambda: not around.findChildren(QLabel))


def test_a_card_is_named_by_its_heading(qtbot: QtBot) -> None:
    named, bare = Card("Promises"), Card()
    qtbot.addWidget(named)
    qtbot.addWidget(bare)
    assert named.accessibleName() == "Promises"
    assert named.title.isVisibleTo(named)
    assert not bare.title.isVisibleTo(bare)


def test_a_scrolled_page_never_scrolls_sideways(qtbot: QtBot) -> None:
    page = Scrolled()
    qtbot.addWidget(page)
    page.body.addWidget(Text("word " * 400))
    page.resize(300, 200)
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    assert page.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert page.widget().width() <= page.viewport().width()


def test_what_gets_the_focus_comes_whole_into_sight(qtbot: QtBot) -> None:
    page = Scrolled()
    qtbot.addWidget(page)
    fields = [QPlainTextEdit() for _ in range(6)]
    for field in fields:
        field.setFixedHeight(120)
        page.body.addWidget(field)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for field in (*fields, *reversed(fields)):
        field.setFocus()
        top = field.mapTo(page.viewport(), QPoint()).y()
        assert 0 <= top <= page.viewport().height() - field.height()


def test_what_to_do_where_there_is_nothing(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    press = button("Bring in", lambda: pressed.append(True))
    empty = Empty("Nobody is here yet", "Bring people in.", press)
    qtbot.addWidget(empty)
    empty.show()
    told = [label.text() for label in empty.findChildren(QLabel)]
    assert told == ["Nobody is here yet", "Bring people in."]
    QTest.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert len(pressed) == 1


def test_a_page_head_keeps_its_buttons_at_the_right(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    press = button("Search")
    around.setLayout(page_head(Text("Today", "title"), Text("Sunday", "soft"), press))
    around.resize(700, 80)
    around.show()
    assert press.geometry().right() > 700 - 30


def test_words_on_a_button_are_shown_as_they_are(qtbot: QtBot) -> None:
    """An ampersand marks a mnemonic in Qt; in a name it is an ampersand."""
    press = button("Harbour & Co")
    qtbot.addWidget(press)
    assert press.shortcut().isEmpty()
    assert press.text() == "Harbour && Co"
