"""A name that opens its page: whole where there is room, else cut short and still readable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.name_button import NameButton

NAME = "Maya Okafor & Daughters of Leeds"


@pytest.fixture
def pressed() -> list[bool]:
    return []


@pytest.fixture
def name(qtbot: QtBot, pressed: list[bool]) -> NameButton:
    made = NameButton(NAME, lambda: pressed.append(True), "name-link", "person")
    qtbot.addWidget(made)
    made.show()
    made.resize(made.sizeHint())
    return made


def shown(name: NameButton) -> str:
    """As it is drawn: Qt writes an ampersand as two."""
    return name.text().replace("&&", "&")


def test_it_is_whole_where_there_is_room(name: NameButton) -> None:
    assert shown(name) == NAME
    assert name.toolTip() == ""
    assert name.shortcut().isEmpty()


def test_cut_short_it_is_whole_for_readers_and_in_the_tooltip(name: NameButton) -> None:
    wanted = name.sizeHint()
    name.resize(120, name.height())
    assert shown(name).endswith("…") and len(shown(name)) < len(NAME)
    assert (name.toolTip(), name.accessibleName(), name.whole()) == (NAME, NAME, NAME)
    assert name.sizeHint() == wanted  # it asks for its room back
    name.resize(wanted)
    assert shown(name) == NAME


def test_it_gives_way_in_a_narrow_place(name: NameButton) -> None:
    assert name.minimumSizeHint().width() < 100 < name.sizeHint().width()


def test_larger_text_cuts_it_anew(name: NameButton, dressed: QApplication) -> None:
    name.resize(name.sizeHint())
    theme.apply(dressed, theme.Scheme.LIGHT, "largest")
    QApplication.processEvents()
    assert shown(name).endswith("…")


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_mouse_and_keyboard_press_it(
    name: NameButton, pressed: list[bool], key: Qt.Key | None
) -> None:
    if key is None:
        QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(name, key)
    assert pressed == [True]
