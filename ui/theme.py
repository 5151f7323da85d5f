"""The two palettes and the style sheet made from them.

Qt's own dark scheme does nothing on several platforms, so the program ships both palettes and
sets them itself. Every text colour meets WCAG AA (4.5:1) on the grounds it is used on; where the
accent hue alone would not, a deeper shade of it is the text colour.
"""

from __future__ import annotations

from enum import StrEnum
from string import Template
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.assets import icon_file, resource

BASE_POINTS = 10.0  # the reading size; everything else is relative to it
SIZES = {"title_pt": 1.72, "question_pt": 2.1, "heading_pt": 1.14, "small_pt": 0.88, "body_pt": 1.0}
TEXT_SCALES = {"normal": 1.0, "large": 1.2, "largest": 1.45}


class Scheme(StrEnum):
    """What the user chose; SYSTEM follows the desktop where it says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def scheme_named(name: str) -> Scheme:
    """The choice of this name; SYSTEM for any other, which an edited settings file may hold."""
    return Scheme(name) if name in set(Scheme) else Scheme.SYSTEM


class Theme(NamedTuple):
    """One palette: grounds, lines, texts, and four hues each with its soft ground."""

    dark: bool
    paper: str
    card: str
    side: str
    line: str
    ink: str
    soft: str
    pine: str  # the accent: primary buttons, links, marks
    on_pine: str  # text on the accent
    pine_text: str  # accent as text
    pine_ground: str
    hover: str
    ember: str  # alert as a mark
    ember_text: str
    ember_ground: str
    gold: str
    gold_text: str
    gold_ground: str
    blue: str
    blue_text: str
    blue_ground: str


LIGHT = Theme(
    dark=False,
    paper="#FBF9F6",
    card="#FFFFFF",
    side="#F3EFE8",
    line="#E4DED4",
    ink="#22302D",
    soft="#5C6964",
    pine="#0F6B58",
    on_pine="#FFFFFF",
    pine_text="#0F6B58",
    pine_ground="#E3F0EC",
    hover="#0C5A4A",
    ember="#C4552B",
    ember_text="#AD4620",
    ember_ground="#FBEBE3",
    gold="#A87B12",
    gold_text="#7F5C0A",
    gold_ground="#F8F0DA",
    blue="#3A5F8A",
    blue_text="#3A5F8A",
    blue_ground="#E6EDF5",
)

DARK = Theme(
    dark=True,
    paper="#171B1A",
    card="#202625",
    side="#121615",
    line="#36403D",
    ink="#ECEAE4",
    soft="#A6B1AC",
    pine="#5CC3A4",
    on_pine="#0C211B",
    pine_text="#6CCBAE",
    pine_ground="#1D3A32",
    hover="#78D3B7",
    ember="#E97F55",
    ember_text="#F0936E",
    ember_ground="#3D251B",
    gold="#D0A541",
    gold_text="#DDB453",
    gold_ground="#372F1A",
    blue="#7FA6D6",
    blue_text="#93B5DE",
    blue_ground="#1F2D3D",
)

HUES = ("blue", "ember", "gold", "pine")

_current = LIGHT


def current() -> Theme:
    """The palette in force, for widgets that draw themselves."""
    return _current


def hue_of(key: str) -> str:
    """A steady hue for somebody's round mark, the same at every start (so not `hash`)."""
    return HUES[sum(ord(letter) for letter in key) % len(HUES)]


def colour(name: str) -> QColor:
    """A colour of the palette in force, by its field name."""
    return QColor(getattr(_current, name))


def wants_dark(scheme: Scheme, app: QApplication) -> bool:
    """Whether the dark palette is meant; the desktop is asked only for SYSTEM."""
    if scheme is Scheme.SYSTEM:
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def apply(app: QApplication, scheme: Scheme, text: str = "normal") -> None:
    """Gives the whole program one palette and text size (a key of TEXT_SCALES)."""
    global _current
    _current = DARK if wants_dark(scheme, app) else LIGHT
    scale = TEXT_SCALES.get(text, 1.0)
    font = QFont("Inter")
    font.setPointSizeF(BASE_POINTS * scale)
    app.setFont(font)
    app.setPalette(_palette(_current))
    app.setStyleSheet(style_sheet(_current, scale))


def load_fonts() -> None:
    """Makes the program's own font known to Qt; once, after the application exists."""
    for weight in ("Regular", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.otf")))


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """The style sheet with the palette's colours and the text sizes filled in."""
    values = {name: str(value) for name, value in theme._asdict().items()}
    values |= {name: f"{BASE_POINTS * ratio * scale:.1f}pt" for name, ratio in SIZES.items()}
    values["tick"] = icon_file("tick-dark" if theme.dark else "tick-light")
    values["chevron"] = icon_file("chevron-dark" if theme.dark else "chevron-light")
    template = resource("styles", "visavis.qss").read_text(encoding="utf-8")
    return Template(template).substitute(values)


def _palette(theme: Theme) -> QPalette:
    """Qt's own roles, for whatever the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, value in {
        role.Window: theme.paper,
        role.WindowText: theme.ink,
        role.Base: theme.card,
        role.AlternateBase: theme.side,
        role.Text: theme.ink,
        role.PlaceholderText: theme.soft,
        role.Button: theme.card,
        role.ButtonText: theme.ink,
        role.BrightText: theme.ember_text,
        role.Highlight: theme.pine,
        role.HighlightedText: theme.on_pine,
        role.Link: theme.pine_text,
        role.LinkVisited: theme.pine_text,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.ink,
        role.Mid: theme.line,
        role.Accent: theme.pine,
    }.items():
        palette.setColor(which, QColor(value))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.soft))
    return palette
