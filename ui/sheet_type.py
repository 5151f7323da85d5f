"""The cheat-sheet's letters: sizes, weights, and how wide a text is on paper.

Everything is measured and drawn in hundredths of a millimetre, so what fits when it is laid out
fits on every printer, in every preview and in the PDF alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QTextLayout, QTextOption

from ui.assets import resource

UNITS = 100.0  # drawing units a millimetre
POINT = 25.4 / 72  # millimetres
FAMILY = "Inter"
WEIGHTS = ("Regular", "SemiBold", "Bold")
LETTERS_LAID_OUT = 2000  # more never fits where a text is broken into lines
LEADING = 1.25  # a line's height as a multiple of its letters' size
BOLD, SEMIBOLD, NORMAL = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal


class Style(Enum):
    """The kinds of text on the page."""

    NAME = auto()
    WHEN = auto()
    LABEL = auto()
    BODY = auto()
    QUESTION = auto()
    TOLD = auto()
    FOOT = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """A weight, a colour, and the space between letters in per cent of the letter's width."""

    weight: QFont.Weight = NORMAL
    colour: str = "#111111"
    spacing: float = 0.0


LOOKS = {
    Style.NAME: Look(BOLD),
    Style.WHEN: Look(SEMIBOLD),
    Style.LABEL: Look(BOLD, "#444444", 7),
    Style.BODY: Look(),
    Style.QUESTION: Look(SEMIBOLD),
    Style.TOLD: Look(colour="#444444"),
    Style.FOOT: Look(colour="#555555"),
}


class Size(Enum):
    """How large the letters are, in points for each style in its order."""

    USUAL = (18, 9.5, 7.6, 9.5, 10.2, 8.6, 7)
    LARGE = (25, 18, 12, 18, 18, 15, 12)  # 18 points are what large print begins with
    POCKET = (13.5, 8.6, 6.8, 8.6, 9, 7.8, 6.6)

    def points(self, style: Style) -> float:
        return float(self.value[style.value - 1])


class Letters:
    """Fonts for the styles, made once an application exists."""

    def __init__(self, size: Size = Size.USUAL) -> None:
        load_fonts()
        self.size = size
        self._fonts = {style: _font(size.points(style), LOOKS[style]) for style in Style}
        self._metrics = {style: QFontMetricsF(font) for style, font in self._fonts.items()}
        # Each way of sharing a page's room breaks the same texts again.
        self._broken: dict[tuple[str, Style, float, int | None], list[str]] = {}

    def font(self, style: Style) -> QFont:
        return self._fonts[style]

    def height(self, style: Style) -> float:
        """A line's height in millimetres."""
        return self.size.points(style) * POINT * LEADING

    def ascent(self, style: Style) -> float:
        """From a line's top to its baseline in millimetres, the same for every script."""
        return self.size.points(style) * POINT * (LEADING + 0.62) / 2

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

    def lines(self, text: str, style: Style, width: float, limit: int | None = None) -> list[str]:
        """A text broken into lines of `width` millimetres; of `limit` lines the last is elided."""
        asked = text, style, width, limit
        if asked not in self._broken:
            self._broken[asked] = self._break(text, style, width, limit)
        return self._broken[asked]

    def _break(self, text: str, style: Style, width: float, limit: int | None) -> list[str]:
        if self.width(text, style) <= width:
            return [text]
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text[:LETTERS_LAID_OUT], self._fonts[style])
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        room = width * UNITS - (self._metrics[style].horizontalAdvance(" ·") if "·" in text else 0)
        while (line := layout.createLine()).isValid() and len(starts) != limit:
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


def _font(points: float, look: Look) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(points * POINT * UNITS))
    font.setWeight(look.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if look.spacing:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + look.spacing)
        font.setWordSpacing(2 * look.spacing / 100 * font.pixelSize())
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
