"""What a laid-out cheat-sheet is made of: texts, lines and boxes, at places in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from ui.sheet_type import Style


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    style: Style
    leftward: bool = False  # read from right to left


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across: to write on, or (`strong`) to part the heading from the rest."""

    x: float
    y: float
    width: float
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A square to tick; `x` and `y` are its top left corner."""

    x: float
    y: float
    side: float


Mark = Text | Rule | Box


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out page, ready to draw."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        return tuple(mark for mark in self.marks if isinstance(mark, Text))
