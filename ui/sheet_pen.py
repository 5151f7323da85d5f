"""Puts the cheat-sheet's marks on a page, line by line, or only measures them."""

from __future__ import annotations

from ui.reading_direction import leftward
from ui.sheet_marks import Box, Mark, Rule, Text
from ui.sheet_measures import Measures
from ui.sheet_type import Letters, Style


class Pen:
    """Puts marks on the page, in one column of it."""

    def __init__(self, letters: Letters, x: float, width: float) -> None:
        self.letters = letters
        self.measures = Measures.of(letters.size)
        self.x = x
        self.width = width
        self.marks: list[Mark] = []

    def line(
        self, text: str, style: Style, y: float, width: float, *, indent: float = 0.0,
        right: bool = False,
    ) -> float:  # fmt: skip
        """One line, elided where it is too long; returns where the next begins."""
        if not text:
            return y
        shown = self.letters.elided(text, style, width)
        x = self.x + indent
        if right:
            x += self.width - indent - self.letters.width(shown, style)
        self.marks.append(Text(x, y + self.letters.ascent(style), shown, style, leftward(shown)))
        return y + self.letters.height(style)

    def text(
        self, text: str, style: Style, y: float, limit: int | None = None, *,
        indent: float = 0.0, right: bool = False,
    ) -> float:  # fmt: skip
        """Lines as wide as the column, several at the right where they are read from there;
        returns where the next would begin.
        """
        lines = self.letters.lines(text, style, self.width - indent, limit)
        right = right or (len(lines) > 1 and leftward(text))
        for line in lines:
            y = self.line(line, style, y, self.width - indent, indent=indent, right=right)
        return y

    def label(self, text: str, y: float) -> float:
        y = self.text(text.upper(), Style.LABEL, y, 2)
        return y + self.measures.label_gap

    def box(self, y: float) -> None:
        """A box to tick, standing on the baseline of the line that begins at `y`."""
        side = self.measures.box
        self.marks.append(Box(self.x, y + self.letters.ascent(Style.BODY) - 0.88 * side, side))

    def ticked(self, text: str, y: float) -> float:
        """A text with a box to tick before it."""
        self.box(y)
        return self.text(text, Style.BODY, y, indent=self.measures.box_gap)

    def rule(self, y: float, *, strong: bool = False, indent: float = 0.0) -> None:
        self.marks.append(Rule(self.x + indent, y, self.width - indent, strong))

    def column(self, x: float, width: float) -> Pen:
        """A pen for a part of this page."""
        part = Pen(self.letters, x, width)
        part.marks = self.marks
        return part

    def aside(self) -> Pen:
        """A pen of the same width that only measures."""
        return Pen(self.letters, self.x, self.width)
