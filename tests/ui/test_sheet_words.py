"""How the cheat-sheet says what is on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.cheatsheet import WORDS_BEFORE_QUESTIONS, compose
from planner.domain.dont_forget import DontForget
from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, Roughly
from planner.domain.promises import Promise
from planner.domain.sheet import Aim, Block, BlockKind, Item, LeftOut, Sheet
from tests.ui.sheets import (
    FACTS,
    FORGET_NOT,
    LAST,
    MAYA,
    MEETING,
    TODAY,
    not_to_be_forgotten,
    usual,
)
from ui import sheet_words
from ui.sheet_days import long_day, short_day
from ui.sheet_parts import BOX_KINDS


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
        (Block(BlockKind.LAST_TIME, (), date(2019, 3, 15), Roughly.MONTH),
         "Last time · March 2019", "Nothing noted"),
        (Block(BlockKind.LAST_TIME, (), date(2019, 7, 1), Roughly.YEAR), "Last time · 2019",
         "Nothing noted"),
    ],
)  # fmt: skip
def test_blocks(given: Block, label: str, text: str) -> None:
    assert (sheet_words.label(given, usual()), sheet_words.text(given, usual())) == (label, text)


def test_days_have_their_year_only_where_it_is_not_obvious() -> None:
    assert short_day(date(2026, 12, 24), TODAY) == "24 Dec"
    assert short_day(date(2027, 12, 24), TODAY) == "24 Dec 2027"
    assert long_day(date(2025, 11, 30), TODAY) == "30 November 2025"


def test_when_names_the_zone_only_where_the_sheet_does() -> None:
    assert sheet_words.when(usual()) == "Tue 24 Nov 2026, 08:30 – 09:15"
    assert sheet_words.when(replace(usual(), zone="Asia/Tokyo")).endswith("09:15 Tokyo time")
    assert sheet_words.when(replace(usual(), starts=None)) == ""


def printed_words(sheet: Sheet) -> int:
    """The words above the questions, as anybody counts them: what stands between blanks."""
    said = [sheet.name, sheet.headline, sheet_words.when(sheet), sheet.place]
    for told in sheet.blocks:
        said.append(sheet_words.label(told, sheet))
        if told.kind in BOX_KINDS:
            said += [sheet_words.owed(item, sheet.made_on) for item in told.items]
        else:
            said.append(sheet_words.text(told, sheet))
    return sum(len(text.split()) for text in said)


SHORT = tuple(
    replace(fact, text=text)
    for fact, text in zip(FACTS, ("a", "b c", "d", "e", "f", "g", "h"), strict=True)
)
OWED = tuple(Promise(n, 1, text=f"Go {n}", due=date(2027, 12, n)) for n in range(1, 5))
ABROAD = replace(MEETING, zone="America/Port_of_Spain", learn="", give="", ask="")


@pytest.mark.parametrize("meeting", [None, ABROAD, replace(ABROAD, learn="x", give="y", ask="z")])
@pytest.mark.parametrize(
    ("facts", "promises", "lines"),
    [
        ((), (), ()),
        (SHORT, (), ()),
        ((), OWED, ()),
        ((), (), FORGET_NOT),
        (SHORT, OWED, FORGET_NOT),
    ],
)
def test_however_the_words_are_shared_they_are_read_in_a_minute(
    facts: tuple[Fact, ...], promises: tuple[Promise, ...], lines: tuple[DontForget, ...],
    meeting: Meeting | None,
) -> None:  # fmt: skip
    """A last time that takes whatever is left leaves no slack for a word that was not counted."""
    most = 0
    for length in range(60, WORDS_BEFORE_QUESTIONS):
        last = replace(LAST, starts=LAST.starts.replace(year=2024), summary="so " * length)
        sheet = compose(
            MAYA, facts, promises, meeting, [last], [], [], TODAY, "Europe/London",
            dont_forget=lines,
        )  # fmt: skip
        most = max(most, printed_words(sheet))
    assert 0.7 * WORDS_BEFORE_QUESTIONS < most <= WORDS_BEFORE_QUESTIONS


def test_what_found_no_room_is_told_in_one_sentence() -> None:
    things = [
        LeftOut(BlockKind.DOES, 1), LeftOut(BlockKind.I_OWE, 1), LeftOut(BlockKind.THEY_OWE, 2),
        LeftOut(BlockKind.NOTES, 3), LeftOut(None, 1),
    ]  # fmt: skip
    assert sheet_words.left_out(things) == "No room for: 4 facts, 3 promises, 1 question"
    assert sheet_words.left_out([LeftOut(None, 0)]) == ""


def test_what_must_not_be_forgotten_is_one_line() -> None:
    sheet = not_to_be_forgotten()
    line = sheet.block(BlockKind.DONT_FORGET)
    assert line is not None and sheet_words.label(line, sheet) == "Don't forget"
    assert sheet_words.text(line, sheet) == (
        "Not keen on: early calls · Birthday on 25 November · "
        "Thank Maya for passing on: Kessler remortgage survey · "
        "I kept: The introduction to Ana · News of mine: We moved to Leeds"
    )
    likes = sheet.block(BlockKind.LIKES)
    assert likes is not None and "early calls" not in sheet_words.text(likes, sheet)


def test_several_pages_are_called_by_their_day_or_their_people() -> None:
    one, other = usual(), replace(usual(), name="Tom Reyes")
    assert sheet_words.title(one, other) == "1-2-1s on 24 Nov"
    undated = replace(other, starts=None)
    assert sheet_words.title(one, undated) == "1-2-1s with Maya Okafor, Tom Reyes"
    many = sheet_words.title(one, *[undated] * 4)
    assert many == "1-2-1s with Maya Okafor, Tom Reyes, Tom Reyes and 2 more"
