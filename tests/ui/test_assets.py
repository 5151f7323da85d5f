"""Icons: every one the code names is there, and is drawn in the colour asked for."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui import assets
from ui.routes import Where
from ui.widgets.navigation import Navigation, NavigationButton

ROOT = Path(__file__).resolve().parents[2]
ICONS = sorted(assets.resource("icons").glob("*.svg"))
LINE_ICONS = [icon for icon in ICONS if icon.stem != "visavis"]  # that one is the program's own
NAMING = re.compile(
    r"\b(?:icon|pixmap|icon_file)\(\s*\"([\w-]+)\"(?:\s+if[^,)]*else\s+\"([\w-]+)\")?"
)


def named_in_code() -> set[str]:
    sources = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "ui").rglob("*.py")))
    return {name for source in sources for pair in NAMING.findall(source) for name in pair if name}


def test_every_icon_named_in_the_code_is_there() -> None:
    named = named_in_code()
    assert {"search", "menu", "tick-dark", "tick-light"} <= named  # the search above still works
    assert named <= {icon.stem for icon in ICONS}


def test_the_navigation_finds_its_icons(qapp: QApplication) -> None:
    side = Navigation()
    shown = side.findChildren(NavigationButton)
    assert {button.where for button in shown} >= {Where.TODAY, Where.PEOPLE, Where.ME}
    assert not any(button.icon().isNull() for button in shown)


@pytest.mark.parametrize("icon", LINE_ICONS, ids=lambda icon: icon.stem)
def test_every_icon_is_drawn_on_the_same_grid(icon: Path) -> None:
    drawing = ElementTree.fromstring(icon.read_text(encoding="utf-8"))
    assert drawing.get("viewBox") == "0 0 24 24"


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    picture = assets.pixmap("search", "#FF0000", 24).toImage()
    shades = {
        picture.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert shades == {"#ff0000"}


def test_an_icon_is_sharp_at_twice_the_density(qapp: QApplication) -> None:
    picture = assets.pixmap("search", "#000000", 18, 2.0)
    assert picture.width() == 36
    assert picture.deviceIndependentSize().width() == 18
    assert not assets.icon("search", QColor("#0F6B58")).isNull()


def test_a_style_sheet_can_name_an_icon_on_every_system() -> None:
    assert "\\" not in assets.icon_file("chevron")
    assert Path(assets.icon_file("chevron")).is_file()
