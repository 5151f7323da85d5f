"""The cheat-sheet's text: what is on the page, without what the calendar entry says already."""

from __future__ import annotations

from datetime import date

from planner.domain.facts import FactKind
from planner.domain.sheet import Aim, Block, BlockKind, Item, Sheet, SheetPhase, SheetQuestion
from planner.domain.sheet_text import sheet_text


def test_blocks_and_questions_stand_below_each_other() -> None:
    sheet = Sheet(
        name="Maya Okafor",
        first_name="Maya",
        headline="Mortgage adviser, Harbour",
        starts=None,
        ends=None,
        zone="",
        place="The Wharf",
        blocks=(
            Block(BlockKind.I_OWE, (Item("Tom's number", due=date(2026, 12, 1)),)),
            Block(
                BlockKind.LIKES,
                (Item("Running", FactKind.LIKE), Item("Early calls", FactKind.DISLIKE)),
            ),
            Block(BlockKind.LAST_TIME, (), day=date(2026, 9, 3)),
            Block(BlockKind.AIMS, (Item("Her start", Aim.LEARN),)),
        ),
        phases=(
            SheetPhase("Open", (SheetQuestion("How did it begin?", 2),)),
            SheetPhase("Close", ()),
        ),
        left_out=(),
        made_on=date(2026, 11, 22),
    )
    assert sheet_text(sheet).split("\n\n") == [
        "Mortgage adviser, Harbour",
        "I owe\n- Tom's number (2026-12-01)",
        "Likes\n- Running\n- Not: Early calls",
        "Open\n- How did it begin?",
    ]
