"""A choice of a few values: its list shows all of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.inputs import ChoiceInput


@pytest.mark.parametrize("count", [2, 3, 8])
def test_the_list_of_a_choice_shows_every_entry(qtbot: QtBot, count: int) -> None:
    box = ChoiceInput(tuple(range(count)), "Choice {}".format)
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    first, last = (view.visualRect(box.model().index(n, 0)) for n in (0, count - 1))
    assert first.top() >= 0
    assert last.bottom() <= view.viewport().rect().bottom()
    assert view.verticalScrollBar().maximum() == 0
    box.hidePopup()
