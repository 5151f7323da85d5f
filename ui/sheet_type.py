"""The cheat-sheet's letters: sizes, weights, and how wide a text is on paper.

Everything is measured and drawn in hundredths of a millimetre, so what fits when it is laid out
fits on every printer, in every preview and in the PDF alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

from ui.assets import resource

UNITS = 100.0  # drawing units a millimetre
POINT = 25.4 / 72  # millimetres
FAMILY = "Inter"
WEIGHTS = ("Regular", "SemiBold", "Bold")
LETTERS_LAID_OUT = 400  # more never fits where a text is broken into lines


@dataclass(frozen=True, slots=True)
class Face:
    """A size in points, a line's height as a multiple of it, a weight, a colour."""

    points: float
    leading: float = 1.25
    weight: QFont.Weight = QFont.Weight.Normal
    colour: str = "#111111"
    spacing: float = 0.0  # between letters, in per cent of the letter's width


class Style(Enum):
    """The kinds of text on the page."""

    NAME = Face(18, weight=QFont.Weight.Bold)
    WHEN = Face(9.5, weight=QFont.Weight.DemiBold)
    LABEL = Face(7.6, weight=QFont.Weight.Bold, colour="#444444", spacing=7)
    BODY = Face(9.5)
    QUESTION = Face(10.2, weight=QFont.Weight.DemiBold)
    FOOT = Face(7, colour="#555555")

    @property
    def height(self) -> float:
        """A line's height in millimetres."""
        return self.value.points * POINT * self.value.leading

    @property
    def ascent(self) -> float:
        """From a line's top to its baseline in millimetres, the same for every script."""
        return self.value.points * POINT * (self.value.leading + 0.62) / 2


class Letters:
    """Fonts for the styles, made once an application exists."""

    def __init__(self) -> None:
        load_fonts()
        self._fonts = {style: _font(style.value) for style in Style}
        self._metrics = {style: QFontMetricsF(font) for style, font in self._fonts.items()}

    def font(self, style: Style) -> QFont:
        return self._fonts[style]

    def width(self, text: str, style: Style) -> float:
        """How wide a text is on paper, in millimetres."""
        return self._metrics[style].horizontalAdvance(text) / UNITS

    def elided(self, text: str, style: Style, width: float) -> str:
        """A text as far as it fits into `width` millimetres, then an ellipsis."""
        if self.width(text, style) <= width:
            return text
        return self._metrics[style].elidedText(
            text[:LETTERS_LAID_OUT], Qt.TextElideMode.ElideRight, width * UNITS
        )

    def lines(self, text: str, style: Style, width: float, limit: int) -> list[str]:
        """A text broken into at most `limit` lines of `width` millimetres, the last elided."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text[:LETTERS_LAID_OUT], self._fonts[style])
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        room = width * UNITS - (self._metrics[style].horizontalAdvance(" ·") if "·" in text else 0)
        while (line := layout.createLine()).isValid() and len(starts) < limit:
            line.setLineWidth(room)
            starts.append(_code_points(text, line.textStart()))
        layout.endLayout()
        ends = [*starts[1:], len(text)]
        broken = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
        return [self.elided(line, style, width) for line in _dots_behind(broken)]


def load_fonts() -> None:
    """Makes the page's font known to Qt, unless the window has done so already."""
    if FAMILY not in QFontDatabase.families():
        for weight in WEIGHTS:
            QFontDatabase.addApplicationFont(str(resource("fonts", f"{FAMILY}-{weight}.otf")))


def _font(face: Face) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(face.points * POINT * UNITS))
    font.setWeight(face.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if face.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + face.spacing)
        font.setWordSpacing(2 * face.spacing / 100 * font.pixelSize())
    # Contextual forms (a raised colon between figures) have no letter of their own, so a PDF
    # could not say what they stand for when its text is searched or copied.
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _dots_behind(lines: list[str]) -> list[str]:
    """Lines where a dot between two texts ends a line and never begins one."""
    for place in range(1, len(lines)):
        if lines[place].startswith("· "):
            lines[place] = lines[place][2:]
            lines[place - 1] += " ·"
    return lines


def _code_points(text: str, utf16: int) -> int:
    """An index that Qt counts in UTF-16 units, in Python's letters."""
    return len(text.encode("utf-16-le")[: 2 * utf16].decode("utf-16-le", "ignore"))
