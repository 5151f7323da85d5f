"""Where everything on the cheat-sheet stands: one page, whatever there is to say.

Pure measuring, in millimetres from the paper's top left corner; `sheet_painter` draws it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain.sheet import Block, BlockKind, LeftOut, Sheet, SheetPhase
from ui import sheet_words
from ui.sheet_type import Letters, Style

MARGIN = 13.8  # wider than any office printer's unprintable edge (about 4 to 6)
GUTTER = 7.4  # between the two columns
BOX = 3.2  # a box to tick
BOX_GAP = 5.3  # from a box's left edge to the text beside it
BLOCK_GAP = 4.6
QUESTION_GAP = 3.0  # from the last line to write on to the next question
PHASE_GAP = 4.6
ITEM_LINES = 2  # a promise
BLOCK_LINES = 5  # a block's running text
QUESTION_LINES = 2
BOX_KINDS = (BlockKind.I_OWE, BlockKind.THEY_OWE)


class Paper(StrEnum):
    """The papers the page is made for."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return (210.0, 297.0) if self is Paper.A4 else (215.9, 279.4)


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    style: Style


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


Mark = Text | Rule | Box


@dataclass(frozen=True, slots=True)
class Room:
    """How generous the space to write is: lines more a question, and millimetres a line."""

    more: int
    pitch: float


# From the roomiest to the tightest; handwriting needs 6 mm, 7 to 8 is what ruled paper has.
ROOMS = (
    Room(1, 7.6),
    Room(1, 7.0),
    Room(1, 6.4),
    Room(0, 7.6),
    Room(0, 7.0),
    Room(0, 6.4),
    Room(-1, 6.4),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A laid-out page, ready to draw."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        return tuple(mark for mark in self.marks if isinstance(mark, Text))


def arrange(sheet: Sheet, paper: Paper, letters: Letters) -> Page:
    """Lays the sheet out on one page.

    Too much for the page gives way in this order: room to write, then questions, from the
    phase with the most; the foot says how many.
    """
    width, height = paper.size
    page = _Pen(letters, MARGIN, width - 2 * MARGIN)
    y = _heading(page, sheet, MARGIN - 1.0)
    y = _blocks(page, sheet, y)
    agreed = _Pen(letters, MARGIN, page.width)
    agreed_height = _agreed(agreed, sheet, 0.0)
    foot = Style.FOOT.height + 1.0
    bottom = height - MARGIN - foot
    phases, room, dropped = _fitting(page, sheet.phases, bottom - agreed_height - y)
    y = _questions(page, phases, room, y)
    _agreed(page, sheet, y)
    said = (*sheet.left_out, LeftOut(None, dropped))
    if note := sheet_words.left_out(said):
        page.line(note, Style.FOOT, height - MARGIN - Style.FOOT.height, page.width)
    return Page(width, height, tuple(page.marks))


class _Pen:
    """Puts marks on the page, in one column of it."""

    def __init__(self, letters: Letters, x: float, width: float) -> None:
        self.letters = letters
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
        self.marks.append(Text(x, y + style.ascent, shown, style))
        return y + style.height

    def text(self, text: str, style: Style, y: float, limit: int, *, indent: float = 0.0) -> float:
        """Lines as wide as the column; returns where the next would begin."""
        for line in self.letters.lines(text, style, self.width - indent, limit):
            y = self.line(line, style, y, self.width - indent, indent=indent)
        return y

    def label(self, text: str, y: float) -> float:
        return self.line(text.upper(), Style.LABEL, y, self.width) + 1.3

    def box(self, y: float) -> None:
        """A box to tick, standing on the baseline of the line that begins at `y`."""
        self.marks.append(Box(self.x, y + Style.BODY.ascent - BOX + 0.4))

    def rule(self, y: float, *, strong: bool = False) -> None:
        self.marks.append(Rule(self.x, y, self.width, strong))

    def column(self, x: float, width: float) -> _Pen:
        """A pen for a part of this page."""
        part = _Pen(self.letters, x, width)
        part.marks = self.marks
        return part

    def aside(self) -> _Pen:
        """A pen of the same width that only measures."""
        return _Pen(self.letters, self.x, self.width)


def _heading(page: _Pen, sheet: Sheet, y: float) -> float:
    """Who on the left, when and where on the right, which gives way to neither name nor line."""
    when = sheet_words.when(sheet)
    beside = page.letters.width(when, Style.WHEN) + GUTTER if when else 0.0
    bottom = page.line(sheet.name, Style.NAME, y, page.width - beside)
    if when:
        page.line(when, Style.WHEN, bottom - Style.WHEN.height - 0.6, page.width, right=True)
    if sheet.headline or sheet.place:
        needed = page.letters.width(sheet.headline, Style.BODY)
        half = (page.width - GUTTER) / 2
        room = max(half, page.width - GUTTER - needed) if sheet.headline else page.width
        place = page.letters.elided(sheet.place, Style.BODY, room)
        taken = page.letters.width(place, Style.BODY) + GUTTER if place else 0.0
        page.line(sheet.headline, Style.BODY, bottom, page.width - taken)
        page.line(place, Style.BODY, bottom, page.width, right=True)
        bottom += Style.BODY.height
    page.rule(bottom + 2.0, strong=True)
    return bottom + 2.0 + 2 * BLOCK_GAP


def _blocks(page: _Pen, sheet: Sheet, y: float) -> float:
    """Two columns, broken where their heights differ least."""
    if not sheet.blocks:
        return y
    width = (page.width - GUTTER) / 2
    left, right = page.column(page.x, width), page.column(page.x + width + GUTTER, width)
    heights = [_block(left.aside(), block, sheet, 0.0) for block in sheet.blocks]
    break_at = min(
        range(1, len(heights) + 1),
        key=lambda i: (max(sum(heights[:i]), sum(heights[i:])), -i),
    )
    ends = [y]
    for pen, blocks in ((left, sheet.blocks[:break_at]), (right, sheet.blocks[break_at:])):
        bottom = y
        for block in blocks:
            bottom = _block(pen, block, sheet, bottom)
        ends.append(bottom)
    return max(ends)


def _block(pen: _Pen, block: Block, sheet: Sheet, y: float) -> float:
    y = pen.label(sheet_words.label(block, sheet), y)
    if block.kind in BOX_KINDS:
        for item in block.items:
            pen.box(y)
            told = sheet_words.owed(item, sheet.made_on)
            y = pen.text(told, Style.BODY, y, ITEM_LINES, indent=BOX_GAP)
            y += 0.8
    else:
        y = pen.text(sheet_words.text(block), Style.BODY, y, BLOCK_LINES)
    return y + BLOCK_GAP


def _fitting(
    page: _Pen, phases: tuple[SheetPhase, ...], space: float
) -> tuple[tuple[SheetPhase, ...], Room, int]:
    """The most that fits: the roomiest way with every question, else with fewer of them."""
    dropped = 0
    while True:
        for room in ROOMS:
            if _questions(page.aside(), phases, room, 0.0) <= space:
                return phases, room, dropped
        if not phases:
            return (), ROOMS[-1], dropped
        phases = _without_one(phases)
        dropped += 1


def _without_one(phases: tuple[SheetPhase, ...]) -> tuple[SheetPhase, ...]:
    """The phases less the last question of the one that has the most."""
    most = max(range(len(phases)), key=lambda i: (len(phases[i].questions), i))
    fewer = replace(phases[most], questions=phases[most].questions[:-1])
    return tuple(phase for phase in (*phases[:most], fewer, *phases[most + 1 :]) if phase.questions)


def _questions(page: _Pen, phases: Sequence[SheetPhase], room: Room, y: float) -> float:
    for phase in phases:
        y = page.label(phase.title, y)
        for question in phase.questions:
            y = page.text(question.text, Style.QUESTION, y, QUESTION_LINES)
            for number in range(max(1, question.lines + room.more)):
                y += room.pitch + (0.8 if number == 0 else 0.0)
                page.rule(y)
            y += QUESTION_GAP
        y += PHASE_GAP - QUESTION_GAP
    return y


def _agreed(page: _Pen, sheet: Sheet, y: float) -> float:
    """Three boxes side by side, each with a line for what and when."""
    below = page.label(sheet_words.agreed_label(), y) + 1.0
    width = (page.width - 2 * GUTTER) / 3
    bottom = below
    for place, text in enumerate(sheet_words.agreed(sheet)):
        part = page.column(page.x + place * (width + GUTTER), width)
        part.box(below)
        end = part.line(text, Style.BODY, below, width - BOX_GAP, indent=BOX_GAP)
        bottom = end + ROOMS[-1].pitch
        part.rule(bottom)
    return bottom
