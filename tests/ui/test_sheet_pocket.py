"""The pocket card: folded right, shown upright."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.errors import PlannerError
from tests.ui.sheets import EXTREMES, nothing_known, usual
from ui.sheet_form import Form, Typesetter
from ui.sheet_marks import Page
from ui.sheet_painter import draw
from ui.sheet_paper import Paper
from ui.widgets.sheet_view import SheetView


def told(page: Page) -> list[str]:
    return [text.text for text in page.texts]


def test_the_pocket_card_opens_like_a_booklet(qapp: QApplication) -> None:
    leaf = Typesetter(Form(Paper.POCKET)).leaf(usual())
    left, right, upper, lower = 0.0, 105.0, 0.0, 148.5
    # Folding the upper half back and the left half back puts behind the lower right one the upper
    # right one, then the upper left one, then the lower left one; the upper ones are turned over.
    assert [(panel.x, panel.y, panel.turned) for panel in leaf.panels] == [
        (right, lower, False),
        (right, upper, True),
        (left, upper, True),
        (left, lower, False),
    ]
    front, *inside, back = (told(panel.page) for panel in leaf.panels)
    assert front[0] == "Maya Okafor" and "I OWE" in front
    assert any("What would make this a good year?" in page for page in inside)
    assert back[-3:] == ["I will", "Maya will", "We meet again"]


def test_a_pocket_card_shows_where_to_fold_it(qapp: QApplication) -> None:
    setter = Typesetter(Form(Paper.POCKET))
    leaf = setter.leaf(nothing_known())
    width, height = Paper.POCKET.size
    image = QImage(round(width) * 4, round(height) * 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(leaf, painter, setter.letters)
    painter.end()
    for x, y in ((width / 2, 8), (width / 2, height - 8), (8, height / 2), (width - 8, height / 2)):
        around = [
            image.pixelColor(round(4 * x) + dx, round(4 * y) + dy).lightness()
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        ]
        assert min(around) < 250, (x, y)


def test_on_a_pocket_card_the_questions_begin_below_what_is_known(qapp: QApplication) -> None:
    leaf = Typesetter(Form(Paper.POCKET)).leaf(EXTREMES["endless company"])
    left = told(leaf.panels[1].page)
    assert "LEARN · GIVE · ASK" in left and "UNDERSTAND FIRST" in left


def test_on_screen_the_pocket_card_stands_upright(qapp: QApplication) -> None:
    leaf = Typesetter(Form(Paper.POCKET)).leaf(usual(), as_read=True)
    assert not any(panel.turned for panel in leaf.panels)
    assert [(panel.x, panel.y) for panel in leaf.panels] == [
        (0.0, 0.0), (105.0, 0.0), (0.0, 148.5), (105.0, 148.5),
    ]  # fmt: skip


def test_a_pocket_card_is_shown_upright(qtbot: QtBot) -> None:
    view = SheetView()
    qtbot.addWidget(view)
    view.show_sheet(nothing_known(), Paper.POCKET)
    view.resize(440, view.heightForWidth(440))
    shown = view.grab().toImage()
    quarter = [
        shown.pixelColor(x, y).lightness()
        for x in range(20, shown.width() // 2, 2)
        for y in range(20, shown.height() // 8)
    ]
    assert min(quarter) < 80  # the name, where else would be nothing but lines to write on


def test_a_pocket_card_has_no_large_print() -> None:
    with pytest.raises(PlannerError, match="no room for large print"):
        Form(Paper.POCKET, large=True)
