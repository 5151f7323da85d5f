"""Rows of two lines: equally high, growing with the text, and never over their edges."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QApplication, QListView, QStyle, QStyleOptionViewItem

from ui import theme
from ui.widgets.two_lines import Role, TwoLines, in_lines

WIDTH, MARGIN = 320, 60  # pixels: of a row, and around it where nothing may be drawn


def row(name: str, below: str = "", **more: str) -> QStandardItemModel:
    item = QStandardItem(name)
    item.setData(below, Role.SUBTITLE)
    for role, value in more.items():
        item.setData(value, Role[role])
    model = QStandardItemModel()
    model.appendRow(item)
    return model


def painted(
    model: QStandardItemModel, state: QStyle.StateFlag = QStyle.StateFlag.State_None
) -> QImage:
    """The row, in the middle of an empty picture."""
    view = QListView()
    view.ensurePolished()
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.font = view.font()
    option.state = QStyle.StateFlag.State_Enabled | state
    delegate = TwoLines()
    height = delegate.sizeHint(option, model.index(0, 0)).height()
    option.rect = QRect(MARGIN, 0, WIDTH, height)
    image = QImage(QSize(WIDTH + 2 * MARGIN, height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def over_the_edge(image: QImage) -> bool:
    outside = [*range(MARGIN - 1), *range(MARGIN + WIDTH + 1, image.width())]
    untouched = QColor(Qt.GlobalColor.magenta)
    return any(image.pixelColor(x, y) != untouched for x in outside for y in range(image.height()))


@pytest.mark.parametrize(
    ("name", "below", "more"),
    [
        ("Maya Okafor", "Mortgage adviser", {"INITIALS": "MO", "HUE": "gold", "ASIDE": "Known"}),
        ("N" * 300, "below " * 90, {"INITIALS": "NN", "HUE": "pine", "DOT": "ember"}),
        ("<b>Maya</b>", "", {"ASIDE": "3 Sept"}),
        ("山田太郎", "فاطمة الزهراء", {"INITIALS": "山", "HUE": "blue", "DOT": "gold"}),
        ("", "", {}),
    ],
    ids=["usual", "endless", "markup", "scripts", "empty"],
)
def test_nothing_is_drawn_outside_its_row(
    qapp: QApplication, name: str, below: str, more: dict[str, str]
) -> None:
    assert not over_the_edge(painted(row(name, below, **more)))


def test_each_part_is_drawn(qapp: QApplication) -> None:
    bare = painted(row("Maya"))
    for more in ({"INITIALS": "MO", "HUE": "gold"}, {"DOT": "ember"}, {"ASIDE": "Known"}):
        assert painted(row("Maya", **more)) != bare
    assert painted(row("Maya", "Mortgage adviser")) != bare


def test_markup_is_drawn_as_its_letters(qapp: QApplication) -> None:
    assert painted(row("<b>Maya</b>")) != painted(row("Maya"))


def test_the_row_in_focus_and_the_row_chosen_show_it(qapp: QApplication) -> None:
    state = QStyle.StateFlag
    looks = [
        painted(row("Maya"), each)
        for each in (
            state.State_None,
            state.State_Selected,
            state.State_MouseOver,
            state.State_Selected | state.State_HasFocus,
        )
    ]
    assert all(one != other for n, one in enumerate(looks) for other in looks[n + 1 :])


def test_it_wears_the_palette_in_force(dressed: QApplication) -> None:
    light = painted(row("Maya", "Mortgage adviser", INITIALS="MO", HUE="gold"))
    theme.apply(dressed, theme.Scheme.DARK)
    assert painted(row("Maya", "Mortgage adviser", INITIALS="MO", HUE="gold")) != light


def test_rows_are_equally_high_and_grow_with_the_text(dressed: QApplication) -> None:
    told = (("Maya", ""), ("Maya", "below"), ("N" * 99, "B" * 99))
    heights = []
    for size in theme.TEXT_SCALES:
        theme.apply(dressed, theme.Scheme.LIGHT, size)
        (same,) = {painted(row(name, below)).height() for name, below in told}
        heights.append(same)
    assert heights == sorted(set(heights))


def test_words_take_the_lines_they_need_and_then_an_ellipsis(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    words = "Same name, both with e-mail at harbour.example"
    room = QFontMetrics(font).horizontalAdvance("Same name, both with e-mail ")
    assert in_lines("", font, room, 2) == []
    assert in_lines(words, font, 10_000, 2) == [words]
    two = in_lines(words, font, room, 2)
    assert len(two) == 2 and " ".join(two) == words
    (one,) = in_lines(words, font, room, 1)
    assert one.endswith("…")
