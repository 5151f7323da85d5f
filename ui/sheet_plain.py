"""The cheat-sheet as plain text: to copy to a phone, or for a screen reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.domain.sheet import Aim, Block, BlockKind, Sheet, SheetPhase
from ui import sheet_words
from ui.sheet_parts import BOX_KINDS

BOX, ITEM = "[ ] ", "- "
BETWEEN = "\n\n" + "* " * 3 + "\n\n"  # one person's page and the next


def plain_text(sheets: Sequence[Sheet]) -> str:
    """Everything on the pages, one after the other, in lines that any program shows."""
    return BETWEEN.join("\n\n".join(_parts(sheet)) for sheet in sheets) + "\n"


def _parts(sheet: Sheet) -> Iterator[str]:
    head = (sheet.name, sheet.headline, sheet_words.when(sheet), sheet.place)
    yield "\n".join(line for line in head if line)
    for block in sheet.blocks:
        yield "\n".join((_heading(block, sheet), *_lines(block, sheet)))
    for phase in sheet.phases:
        yield "\n".join((phase.title.upper(), *_asked(phase)))
    boxes = (f"{BOX}{text}:" for text in sheet_words.agreed(sheet))
    yield "\n".join((sheet_words.agreed_label().upper(), *boxes))
    if left := sheet_words.left_out(sheet.left_out):
        yield left


def _asked(phase: SheetPhase) -> Iterator[str]:
    for question in phase.questions:
        yield ITEM + question.text
        if question.told:
            yield "  " + sheet_words.told(question)


def _heading(block: Block, sheet: Sheet) -> str:
    if block.kind is BlockKind.AIMS:
        return sheet_words.aims_label().upper()
    return sheet_words.label(block, sheet).upper()


def _lines(block: Block, sheet: Sheet) -> Iterator[str]:
    if block.kind is BlockKind.DONT_FORGET:
        for told in sheet_words.reminders(block, sheet):
            yield ITEM + told
        return
    if block.kind is BlockKind.LIKES:
        yield ITEM + sheet_words.text(block, sheet)
        return
    if not block.items:
        yield from filter(None, (sheet_words.text(block, sheet),))
        return
    for item in block.items:
        if isinstance(item.kind, Aim):
            yield f"{ITEM}{sheet_words.aim_word(item.kind)}: {item.text}"
        else:
            before = BOX if block.kind in BOX_KINDS else ITEM
            yield before + sheet_words.owed(item, sheet.made_on)
