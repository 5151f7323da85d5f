"""Where everything on the cheat-sheet stands: one page, whatever there is to say.

Pure measuring, in millimetres from the paper's top left corner; `sheet_painter` draws it.
"""

from __future__ import annotations

from dataclasses import replace

from planner.domain.sheet import (
    BlockKind,
    LeftOut,
    Sheet,
    SheetPhase,
    SheetQuestion,
    without_least,
)
from planner.domain.shortening import shorten
from ui import sheet_parts as parts
from ui import sheet_words
from ui.sheet_marks import Page
from ui.sheet_measures import Measures, Room
from ui.sheet_paper import Paper
from ui.sheet_pen import Pen
from ui.sheet_type import Letters, Style

# Above the questions, what a phase's only question does not stand back for.
KEPT = (BlockKind.DONT_FORGET, BlockKind.I_OWE, BlockKind.THEY_OWE, BlockKind.AIMS)
TOLD_LEAST = 7  # words of what a question comes back to, where there is room for no more


def arrange(sheet: Sheet, paper: Paper, letters: Letters) -> Page:
    """Lays the sheet out on one page.

    Too much for the page gives way in this order: what matters least above the questions, where
    that takes more than its share; room to write; questions, from the phase with the most; and
    more of what stands above them before the last question of a phase. The foot says how many of
    each.
    """
    width, height = paper.size
    margin = Measures.of(letters.size).margin
    foot = letters.height(Style.FOOT)
    sheet, page, y = _above(sheet, letters, width, height, None)
    agreed_height = parts.agreed(page.aside(), sheet, 0.0)
    bottom = height - margin - foot - 1.0 - agreed_height
    phases, room, dropped = _fitting(page, sheet.phases, bottom - y)
    fewer = sheet
    while len(phases) < len(fewer.phases) and any(one.kind not in KEPT for one in fewer.blocks):
        fewer, tried, end = _above(fewer, letters, width, height, parts.CUT_LINES)
        every = _fitting(tried, fewer.phases, bottom - end)
        if len(every[0]) == len(fewer.phases):
            (sheet, page, y), (phases, room, dropped) = (fewer, tried, end), every
        elif fewer.items:
            fewer = without_least(fewer)
        else:
            break
    y = parts.questions(page, phases, room, y)
    y = parts.notes(page, y, bottom)
    parts.agreed(page, sheet, y)
    if note := sheet_words.left_out((*sheet.left_out, LeftOut(None, dropped))):
        page.line(note, Style.FOOT, height - margin - foot, page.width)
    return Page(width, height, tuple(page.marks))


def _above(
    sheet: Sheet, letters: Letters, width: float, height: float, limit: int | None
) -> tuple[Sheet, Pen, float]:
    """What stands above the questions, as much as leaves room for them, and where it ends."""
    measures = Measures.of(letters.size)
    while True:
        page = Pen(letters, measures.margin, width - 2 * measures.margin)
        headed = parts.heading if measures.columns > 1 else parts.stacked_heading
        y = headed(page, sheet, measures.margin - 1.0, limit)
        y = _blocks(page, sheet, y)
        if y <= measures.share * height or (limit and not sheet.items):
            return sheet, page, y
        if limit is None:
            limit = parts.CUT_LINES
        else:
            sheet = without_least(sheet)


def _blocks(page: Pen, sheet: Sheet, y: float) -> float:
    """What must not be forgotten across the page, the rest in columns, broken where their heights
    differ least.
    """
    y += page.measures.block_gap if page.measures.columns > 1 else 0.0
    blocks = sheet.blocks
    if blocks and blocks[0].kind is BlockKind.DONT_FORGET:
        y = parts.block(page, blocks[0], sheet, y)
        blocks = blocks[1:]
    if not blocks:
        return y
    if page.measures.columns == 1:
        for block in blocks:
            y = parts.block(page, block, sheet, y)
        return y
    gutter = page.measures.gutter
    width = (page.width - gutter) / 2
    left, right = page.column(page.x, width), page.column(page.x + width + gutter, width)
    heights = [parts.block(left.aside(), block, sheet, 0.0) for block in blocks]
    break_at = min(
        range(1, len(heights) + 1),
        key=lambda i: (max(sum(heights[:i]), sum(heights[i:])), -i),
    )
    ends = [y]
    for pen, of_column in ((left, blocks[:break_at]), (right, blocks[break_at:])):
        bottom = y
        for block in of_column:
            bottom = parts.block(pen, block, sheet, bottom)
        ends.append(bottom)
    return max(ends)


def _fitting(
    page: Pen, phases: tuple[SheetPhase, ...], space: float
) -> tuple[tuple[SheetPhase, ...], Room, int]:
    """The most that fits: the roomiest way with every question, else with fewer of them."""
    rooms = page.measures.rooms
    dropped = 0
    while phases:
        for room in rooms:
            if parts.questions(page.aside(), phases, room, 0.0) <= space:
                return phases, room, dropped
        phases, fewer = less(phases)
        dropped += fewer
    return (), rooms[-1], dropped


def less(phases: tuple[SheetPhase, ...]) -> tuple[tuple[SheetPhase, ...], int]:
    """Less to print: first with fewer words of what questions come back to, then without a
    question; and how many questions are gone.
    """
    brief = tuple(
        replace(phase, questions=tuple(map(_briefly_told, phase.questions))) for phase in phases
    )
    return (brief, 0) if brief != phases else (_without_one(phases), 1)


def _briefly_told(question: SheetQuestion) -> SheetQuestion:
    """The question with a few words of what it comes back to: without any it asks about nothing."""
    return replace(question, told=shorten(question.told, TOLD_LEAST))


def _without_one(phases: tuple[SheetPhase, ...]) -> tuple[SheetPhase, ...]:
    """The phases less the last question of the one that has the most."""
    most = max(range(len(phases)), key=lambda i: (len(phases[i].questions), i))
    fewer = replace(phases[most], questions=phases[most].questions[:-1])
    return tuple(phase for phase in (*phases[:most], fewer, *phases[most + 1 :]) if phase.questions)
