"""Two columns: beside each other where there is room, else one below the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.columns import Columns

LEAST, ASIDE = 420, 340  # pixels


def columns(qtbot: QtBot, width: int) -> Columns:
    """Columns with a part in either, laid out at this width."""
    made = Columns((1, 1), least=LEAST, aside=ASIDE)
    qtbot.addWidget(made)
    for column, name in ((made.first, "first"), (made.second, "second")):
        part = QWidget()
        part.setObjectName(name)
        part.setMinimumHeight(50)
        column.addWidget(part)
    made.resize(width, 400)
    made.show()
    QApplication.processEvents()
    return made


def places(made: Columns) -> list[QPoint]:
    """Where either part begins."""
    parts = [part(made, name) for name in ("first", "second")]
    return [one.mapTo(made, QPoint(0, 0)) for one in parts]


def part(made: Columns, name: str) -> QWidget:
    found = made.findChild(QWidget, name)
    assert found is not None
    return found


def beside(made: Columns) -> bool:
    first, second = places(made)
    assert (first.y() == second.y()) is (first.x() != second.x())
    return first.y() == second.y()


@pytest.mark.parametrize(("width", "fits"), [(1100, True), (774, True), (773, False), (500, False)])
def test_they_stand_beside_each_other_while_there_is_room(
    qtbot: QtBot, width: int, fits: bool
) -> None:
    assert beside(columns(qtbot, width)) is fits


def test_the_second_is_as_wide_as_wished_beside_and_whole_below(qtbot: QtBot) -> None:
    made = columns(qtbot, 1100)
    assert part(made, "second").width() == ASIDE
    made = columns(qtbot, 600)
    assert part(made, "second").width() == 600


def test_larger_text_needs_more_room(qtbot: QtBot, dressed: QApplication) -> None:
    assert beside(columns(qtbot, 900))
    theme.apply(dressed, theme.Scheme.LIGHT, "largest")
    assert not beside(columns(qtbot, 900))
