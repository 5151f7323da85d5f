"""The pocket card: one sheet printed on one side, folded twice to four small pages.

Folded rather than cut into four cards: it needs no scissors and no second side, stays together in
a pocket, and two layers of paper are stiff enough to write on. In front is who, when, and what
must not be forgotten; inside what is known and what to ask; at the back what was agreed.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.sheet import LeftOut, Sheet, SheetPhase, SheetQuestion, without_least
from ui import sheet_parts as parts
from ui import sheet_words
from ui.sheet_layout import less
from ui.sheet_marks import Page
from ui.sheet_measures import Measures, Room
from ui.sheet_paper import Paper
from ui.sheet_pen import Pen
from ui.sheet_type import Letters, Style

PANELS = 4
ABOVE_MOST = 2  # panels for what is known; the questions begin in the second, below it


@dataclass(frozen=True, slots=True)
class Panel:
    """A small page and where it lies on the sheet; `turned` upside down, as the fold needs it."""

    page: Page
    x: float
    y: float
    turned: bool = False


def pocket(sheet: Sheet, paper: Paper, letters: Letters) -> tuple[Panel, ...]:
    """The four panels in the order they are read, at their places on the sheet.

    The upper half is folded back behind the lower, then the left half behind the right: so the
    front lies below on the right, the inside above and upside down, the back below on the left.
    """
    width, height = (side / 2 for side in paper.size)
    pens = [_pen(letters, width) for _ in range(PANELS)]
    sheet, first_y = _above(sheet, pens, letters, width, height)
    dropped = _below(sheet, pens[1:], first_y, height)
    foot = height - pens[0].measures.margin - letters.height(Style.FOOT)
    if note := sheet_words.left_out((*sheet.left_out, LeftOut(None, dropped))):
        pens[-1].line(note, Style.FOOT, foot, pens[-1].width)
    front, left, right, back = (Page(width, height, tuple(pen.marks)) for pen in pens)
    return (
        Panel(front, width, height),
        Panel(left, width, 0.0, turned=True),
        Panel(right, 0.0, 0.0, turned=True),
        Panel(back, 0.0, height),
    )


def _pen(letters: Letters, width: float) -> Pen:
    margin = Measures.of(letters.size).margin
    return Pen(letters, margin, width - 2 * margin)


def _above(
    sheet: Sheet, pens: list[Pen], letters: Letters, width: float, height: float
) -> tuple[Sheet, float]:
    """Puts what is known on the first panels; returns what of it was put there, and where on the
    second panel the questions begin.
    """
    limit = None
    while True:
        tried = [_pen(letters, width) for _ in range(ABOVE_MOST)]
        ends = _blocks(tried, sheet, limit, height)
        if ends is not None:
            for pen, drawn in zip(pens, tried, strict=False):
                pen.marks.extend(drawn.marks)
            return sheet, ends[-1]
        if limit is None:
            limit = parts.CUT_LINES
        else:
            sheet = without_least(sheet)


def _blocks(pens: list[Pen], sheet: Sheet, limit: int | None, height: float) -> list[float] | None:
    """Where the heading and the blocks end on each panel; None when they need more of them."""
    top, bottom = pens[0].measures.margin, height - pens[0].measures.margin
    ends = [parts.stacked_heading(pens[0], sheet, top, limit), *(top for _ in pens[1:])]
    at = 0
    for block in sheet.blocks:
        while True:
            end = parts.block(pens[at].aside(), block, sheet, ends[at])
            if end - pens[at].measures.block_gap <= bottom:
                ends[at] = parts.block(pens[at], block, sheet, ends[at])
                break
            at += 1
            if at == len(pens):
                return None
    return ends


def _below(sheet: Sheet, pens: list[Pen], first_y: float, height: float) -> int:
    """Puts the questions on these panels, on the first from `first_y` down, and what was agreed
    on the last; returns how many questions found no room.
    """
    back = pens[-1]
    margin, letters = back.measures.margin, back.letters
    foot = letters.height(Style.FOOT) + 1.0
    agreed = parts.agreed(back.aside(), sheet, 0.0)
    last = height - margin - foot - agreed
    whole = margin, height - margin
    spaces = [(first_y, whole[1]), *(whole for _ in pens[2:]), (margin, last)]
    phases, dropped = sheet.phases, 0
    while True:
        for room in back.measures.rooms:
            tried = [pen.aside() for pen in pens]
            ends = _flow(tried, phases, room, spaces)
            if ends is not None:
                for pen, drawn, (end, most) in zip(pens, tried, ends, strict=True):
                    pen.marks.extend(drawn.marks)
                    parts.notes(pen, end, most)
                parts.agreed(back, sheet, last)
                return dropped
        phases, fewer = less(phases)
        dropped += fewer


def _flow(
    pens: list[Pen], phases: tuple[SheetPhase, ...], room: Room, spaces: list[tuple[float, float]]
) -> list[tuple[float, float]] | None:
    """What is left of each panel's space, from and to a height, below the questions; None when
    they need more.
    """
    ends = list(spaces)
    at = 0
    for phase in phases:
        for number, asked in enumerate(phase.questions):
            title = phase.title if number == 0 else ""
            while True:
                y, most = ends[at]
                end = _asked(pens[at].aside(), title, asked, room, y)
                if end - pens[at].measures.question_gap <= most:
                    ends[at] = _asked(pens[at], title, asked, room, y), most
                    break
                at += 1
                if at == len(pens):
                    return None
        y, most = ends[at]
        ends[at] = y + pens[at].measures.phase_gap - pens[at].measures.question_gap, most
    return ends


def _asked(pen: Pen, title: str, asked: SheetQuestion, room: Room, y: float) -> float:
    return parts.question(pen, asked, room, pen.label(title, y) if title else y)
