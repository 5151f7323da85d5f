"""Both palettes can be read, and the style sheet made from them is whole."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui import theme
from ui.assets import resource
from ui.theme import DARK, HUES, LIGHT, TEXT_SCALES, Scheme, Theme, style_sheet

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
AA = 4.5  # WCAG 2.2, 1.4.3: contrast of text of the usual size
AA_GRAPHIC = 3.0  # WCAG 2.2, 1.4.11: marks and frames that carry meaning

# Every text colour and the grounds it stands on, in the style sheet and where widgets draw.
USED_ON = {
    "ink": ("paper", "card", "side", "line", *(f"{hue}_ground" for hue in HUES)),
    "soft": ("paper", "card", "side", "pine_ground"),
    "pine_text": ("paper", "card", "side", "pine_ground"),
    "ember_text": ("paper", "card", "side", "ember_ground"),
    "gold_text": ("gold_ground",),
    "blue_text": ("blue_ground",),
    "on_pine": ("pine", "hover"),
    "paper": ("ink",),  # the strip that says what was done
}
MARKS = tuple(product(("pine", "ember", "gold", "blue"), ("card",)))


def channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Of "#RRGGBB", as WCAG 2.2 defines relative luminance."""
    red, green, blue = (channel(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rules() -> dict[str, dict[str, str]]:
    """The style sheet as it is kept: what each selector says, comments left out."""
    source = resource("styles", "visavis.qss").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = {}
    for selectors, block in re.findall(
        r"([^{}]+)\{((?:\$\{\w+\}|[^{}])*)\}", re.sub(r"/\*.*?\*/", "", source, flags=re.S)
    ):
        told = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+);", block))
        for selector in selectors.split(","):
            found.setdefault(selector.strip(), {}).update(told)
    return found


def name_of(value: str | None) -> str:
    """The palette's name for a colour such as "${ink}"; "" for anything else."""
    found = re.fullmatch(r"\$\{(\w+)\}", value or "")
    return found.group(1) if found else ""


def test_black_on_white_is_what_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("text", USED_ON)
def test_every_text_can_be_read_on_every_ground_it_stands_on(palette: Theme, text: str) -> None:
    poor = {
        ground: round(contrast(getattr(palette, text), getattr(palette, ground)), 2)
        for ground in USED_ON[text]
        if contrast(getattr(palette, text), getattr(palette, ground)) < AA
    }
    assert not poor


@BOTH
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen(palette: Theme, mark: str, ground: str) -> None:
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= AA_GRAPHIC


def test_the_table_above_holds_every_pair_of_the_style_sheet() -> None:
    pairs = {
        (name_of(told.get("color")), name_of(told.get("background"))) for told in rules().values()
    } | {
        (name_of(told.get("selection-color")), name_of(told.get("selection-background-color")))
        for told in rules().values()
    }
    missing = {
        (text, ground)
        for text, ground in pairs
        if text and ground and ground not in USED_ON.get(text, ())
    }
    assert not missing


def test_every_text_colour_of_the_style_sheet_is_in_the_table() -> None:
    texts = {name_of(told.get("color")) for told in rules().values()} - {""}
    assert texts <= set(USED_ON)


@BOTH
def test_the_style_sheet_has_no_blank_left(palette: Theme) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(palette), flags=re.S)
    assert "$" not in sheet
    assert "QMainWindow" in sheet


def test_the_sheet_names_no_colour_of_its_own() -> None:
    source = resource("styles", "visavis.qss").read_text(encoding="utf-8")
    assert not re.findall(r":[^;{]*#[0-9A-Fa-f]{3,8}\b", source)


@BOTH
def test_every_colour_is_a_full_one(palette: Theme) -> None:
    for name, value in palette._asdict().items():
        if name != "dark":
            assert re.fullmatch(r"#[0-9A-F]{6}", value), name


@pytest.mark.parametrize("scale", TEXT_SCALES.values())
def test_sizes_grow_together(scale: float) -> None:
    sizes = [float(points) for points in re.findall(r"font-size: ([\d.]+)pt", style_sheet(LIGHT))]
    grown = [
        float(points) for points in re.findall(r"font-size: ([\d.]+)pt", style_sheet(LIGHT, scale))
    ]
    assert len(sizes) > 5
    assert grown == pytest.approx([size * scale for size in sizes], abs=0.12)


def test_a_hue_stays_with_its_person() -> None:
    assert {theme.hue_of("Maya Okafor") for _ in range(3)} == {"gold"}
    assert {theme.hue_of(str(number)) for number in range(40)} == set(HUES)
    assert theme.hue_of("") in HUES


@pytest.mark.parametrize(("scheme", "palette"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_the_whole_program_wears_what_was_chosen(
    dressed: QApplication, scheme: Scheme, palette: Theme
) -> None:
    theme.apply(dressed, scheme)
    assert theme.current() is palette
    assert theme.colour("ink").name().upper() == palette.ink
    assert dressed.palette().color(QPalette.ColorRole.Window).name().upper() == palette.paper
    assert palette.paper in dressed.styleSheet()


def test_system_is_one_of_the_two(dressed: QApplication) -> None:
    theme.apply(dressed, Scheme.SYSTEM)
    assert theme.current() in (LIGHT, DARK)


def test_an_unknown_text_size_is_the_usual_one(dressed: QApplication) -> None:
    usual = dressed.font().pointSizeF()
    theme.apply(dressed, Scheme.LIGHT, "enormous")
    assert dressed.font().pointSizeF() == usual


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_what_stands_in_an_empty_field_can_be_read(
    qtbot: QtBot, dressed: QApplication, field: type[QLineEdit], scheme: Scheme
) -> None:
    """Qt halves a style sheet's colour for it unless told otherwise."""
    theme.apply(dressed, scheme)
    made = field()
    qtbot.addWidget(made)
    made.setPlaceholderText("What to remember")
    made.ensurePolished()
    shown = made.palette().placeholderText().color()
    assert shown.alpha() == 255
    assert contrast(shown.name(), theme.current().card) >= AA


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_button_that_is_off_can_still_be_read(
    qtbot: QtBot, dressed: QApplication, scheme: Scheme
) -> None:
    theme.apply(dressed, scheme)
    press = QPushButton("Plan 1-2-1")
    qtbot.addWidget(press)
    press.setEnabled(False)
    press.ensurePolished()
    words = press.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert contrast(words.name(), theme.current().side) >= AA
