"""How the cheat-sheet says what is on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.facts import FactKind
from planner.domain.sheet import Aim, Block, BlockKind, Item, LeftOut
from tests.ui.sheets import TODAY, usual
from ui import sheet_words


def block(kind: BlockKind, *items: tuple[str, FactKind | Aim | None]) -> Block:
    return Block(kind, tuple(Item(text, what) for text, what in items))


@pytest.mark.parametrize(
    ("given", "label", "text"),
    [
        (
            block(BlockKind.DOES, ("Loans", FactKind.DOES), ("Buyers.", FactKind.FOR_WHOM)),
            "Does · for whom",
            "Loans · Buyers",
        ),
        (block(BlockKind.DOES, ("Buyers", FactKind.FOR_WHOM)), "For whom", "Buyers"),
        (
            block(BlockKind.AIMS, ("Prices", Aim.LEARN), ("wills?", Aim.ASK)),
            "Learn · Ask",
            "Prices · wills?",
        ),
        (block(BlockKind.LIKES, ("calls", FactKind.DISLIKE)), "Likes", "Not keen on: calls"),
        (
            block(BlockKind.GOALS, ("Grow", FactKind.GOAL), ("Staff!", FactKind.CHALLENGE)),
            "Goals and challenges",
            "Grow. Staff!",
        ),
        (Block(BlockKind.LAST_TIME, (), date(2025, 9, 3)), "Last time · 3 September 2025",
         "Nothing noted"),
    ],
)  # fmt: skip
def test_blocks(given: Block, label: str, text: str) -> None:
    assert (sheet_words.label(given, usual()), sheet_words.text(given)) == (label, text)


def test_days_have_their_year_only_where_it_is_not_obvious() -> None:
    assert sheet_words.short_day(date(2026, 12, 24), TODAY) == "24 Dec"
    assert sheet_words.short_day(date(2027, 12, 24), TODAY) == "24 Dec 2027"
    assert sheet_words.long_day(date(2025, 11, 30), TODAY) == "30 November 2025"


def test_when_names_the_zone_only_where_the_sheet_does() -> None:
    assert sheet_words.when(usual()) == "Tue 24 Nov 2026, 08:30 – 09:15"
    assert sheet_words.when(replace(usual(), zone="Asia/Tokyo")).endswith("09:15 Tokyo time")
    assert sheet_words.when(replace(usual(), starts=None)) == ""


def test_what_found_no_room_is_told_in_one_sentence() -> None:
    things = [
        LeftOut(BlockKind.DOES, 1), LeftOut(BlockKind.I_OWE, 1), LeftOut(BlockKind.THEY_OWE, 2),
        LeftOut(BlockKind.NOTES, 3), LeftOut(None, 1),
    ]  # fmt: skip
    assert sheet_words.left_out(things) == "No room for: 4 facts, 3 promises, 1 question"
    assert sheet_words.left_out([LeftOut(None, 0)]) == ""
