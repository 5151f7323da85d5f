"""The parts of a cheat-sheet, put on the page from a height down: heading, blocks, questions."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.sheet import Block, BlockKind, Sheet, SheetPhase, SheetQuestion
from ui import sheet_words
from ui.sheet_measures import Room
from ui.sheet_pen import Pen
from ui.sheet_type import Style

BOX_KINDS = (BlockKind.I_OWE, BlockKind.THEY_OWE)
CUT_LINES = 2  # each of the heading's texts, where all of them in full leave no room for the rest


def heading(pen: Pen, sheet: Sheet, y: float, limit: int | None = None) -> float:
    """Who on the left, when and where on the right; each takes the lines it needs."""
    wide, gutter, gap = pen.width, pen.measures.gutter, pen.measures.block_gap
    when, width = sheet_words.when(sheet), pen.letters.width
    beside = width(sheet.name, Style.NAME) + gutter + width(when, Style.WHEN) <= wide
    below = pen.text(sheet.name, Style.NAME, y, limit)
    if when and beside:
        pen.line(when, Style.WHEN, below - pen.letters.height(Style.WHEN) - 0.6, wide, right=True)
        when = ""
    theirs = width(sheet.headline, Style.BODY)
    ours = max(width(when, Style.WHEN), width(sheet.place, Style.BODY))
    if theirs + ours + gutter > wide and theirs and ours:
        half = (wide - gutter) / 2
        ours = min(ours, max(half, wide - gutter - theirs))
        theirs = wide - gutter - ours
    left = pen.column(pen.x, theirs if theirs and ours else wide)
    right = pen.column(pen.x + wide - ours, ours) if theirs and ours else pen
    bottom = left.text(sheet.headline, Style.BODY, below, limit)
    other = right.text(when, Style.WHEN, below, limit, right=True)
    other = right.text(sheet.place, Style.BODY, other, limit, right=True)
    bottom = max(bottom, other) + 2.0
    pen.rule(bottom, strong=True)
    return bottom + gap


def stacked_heading(pen: Pen, sheet: Sheet, y: float, limit: int | None = None) -> float:
    """The same on a narrow page: one below the other."""
    y = pen.text(sheet.name, Style.NAME, y, CUT_LINES)
    y = pen.text(sheet.headline, Style.BODY, y, limit) + 1.6
    pen.rule(y, strong=True)
    y += 1.6
    if when := sheet_words.when(sheet):
        y = pen.text(when, Style.WHEN, y)
    y = pen.text(sheet.place, Style.BODY, y, limit)
    return y + pen.measures.block_gap


def block(pen: Pen, told: Block, sheet: Sheet, y: float) -> float:
    """A label with what it says below; returns where the next block begins."""
    y = pen.label(sheet_words.label(told, sheet), y)
    if told.kind in BOX_KINDS:
        for item in told.items:
            y = pen.ticked(sheet_words.owed(item, sheet.made_on), y) + 0.8
    else:
        y = pen.text(sheet_words.text(told, sheet), Style.BODY, y)
    return y + pen.measures.block_gap


def questions(pen: Pen, phases: Sequence[SheetPhase], room: Room, y: float) -> float:
    """Every phase with its questions and lines to write on; returns where they end."""
    for phase in phases:
        y = pen.label(phase.title, y)
        for asked in phase.questions:
            y = question(pen, asked, room, y)
        y += pen.measures.phase_gap - pen.measures.question_gap
    return y


def question(pen: Pen, asked: SheetQuestion, room: Room, y: float) -> float:
    """What to ask, what it comes back to, and lines to write on."""
    y = pen.text(asked.text, Style.QUESTION, y)
    if asked.told:
        y = pen.text(sheet_words.told(asked), Style.TOLD, y)
    for number in range(max(1, asked.lines + room.more)):
        y += room.pitch + (0.8 if number == 0 else 0.0)
        pen.rule(y)
    return y + pen.measures.question_gap


def notes(pen: Pen, y: float, bottom: float) -> float:
    """Lines for whatever else is said, where there is much room left; returns where they end."""
    if bottom - y < pen.measures.notes:
        return y
    y = pen.label(sheet_words.notes_label(), y)
    pitch = pen.measures.rooms[0].pitch
    while y + pitch <= bottom - pen.measures.phase_gap:
        y += pitch
        pen.rule(y)
    return y + pen.measures.phase_gap


def agreed(pen: Pen, sheet: Sheet, y: float) -> float:
    """Three boxes, each with a line for what and when: side by side, else below each other."""
    below = pen.label(sheet_words.agreed_label(), y) + 1.0
    texts = sheet_words.agreed(sheet)
    indent, gutter = pen.measures.box_gap, pen.measures.gutter
    width = (pen.width - 2 * gutter) / 3
    pitch = pen.measures.rooms[-1].pitch
    longest = max(pen.letters.width(text, Style.BODY) for text in texts)
    if pen.measures.columns > 1 and longest <= width - indent:
        for place, text in enumerate(texts):
            part = pen.column(pen.x + place * (width + gutter), width)
            part.box(below)
            part.line(text, Style.BODY, below, width - indent, indent=indent)
            part.rule(below + pen.letters.height(Style.BODY) + pitch)
        return below + pen.letters.height(Style.BODY) + pitch
    y = below
    for number, text in enumerate(texts):
        y = below + number * max(pitch, pen.letters.height(Style.BODY) * 1.15)
        pen.box(y)
        pen.line(text, Style.BODY, y, pen.width - indent, indent=indent)
        written = indent + pen.letters.width(text, Style.BODY) + 2.0
        if written < pen.width:
            pen.rule(y + pen.letters.ascent(Style.BODY) + 0.6, indent=written)
    return y + pen.letters.height(Style.BODY)
