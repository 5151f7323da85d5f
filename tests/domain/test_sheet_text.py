"""The cheat-sheet's text: what is on the page, without what the calendar entry says already."""

from __future__ import annotations

from datetime import date

from planner.domain.dont_forget import Mention
from planner.domain.facts import FactKind
from planner.domain.meetings import Roughly
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


def test_what_must_not_be_forgotten_says_what_it_is() -> None:
    items = (
        Item("Early calls", Mention.DISLIKE),
        Item("", Mention.BIRTHDAY, due=date(2026, 11, 25)),
        Item("We moved", Mention.NEWS),
    )
    last = Block(BlockKind.LAST_TIME, (Item("A podcast"),), date(2019, 3, 15), Roughly.MONTH)
    sheet = Sheet(
        "Maya", "Maya", "", None, None, "", "", (Block(BlockKind.DONT_FORGET, items), last),
        (), (), date(2026, 11, 22),
    )  # fmt: skip
    assert sheet_text(sheet).split("\n\n") == [
        "Don't forget\n- Not: Early calls\n- Birthday (2026-11-25)\n- News of mine: We moved",
        "Last time (2019-03)\n- A podcast",
    ]
