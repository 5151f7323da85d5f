"""The cheat-sheet as plain text, to copy to a phone."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.sheet import SheetPhase, SheetQuestion
from tests.ui.sheets import EXTREMES, SECRET, not_to_be_forgotten, nothing_known, usual
from ui.sheet_plain import plain_text

USUAL = """\
Maya Okafor
Independent mortgage adviser · Harbour & Co
Tue 24 Nov 2026, 08:30 – 09:15
The Wharf Coffee House, 12 Dock St

DOES · FOR WHOM
- Mortgages
- First-time buyers and the self-employed, Leeds

IDEAL REFERRAL
- An accountant with freelance clients

I OWE
[ ] Introduction to Tom Reyes (17 Nov)

MAYA OWES ME
[ ] The lender's number

LIKES
- Half-marathons, flat whites. Not keen on: early calls

LAST TIME · 3 SEPTEMBER
- Launching a podcast; looking for Tom Reyes's kind of lender

WHAT IT IS FOR
- Learn: How she finds first-time buyers
- Give: Tom
- Ask: who handles wills?

UNDERSTAND FIRST
- How did the half-marathon go, and what is next?
- What has changed in your work since September?
- What would make this a good year?
- Who is the best client you have had, and why them?

THEN BE UNDERSTOOD
- One client story that shows whom I help

HELP EACH OTHER
- Whom could I introduce you to this month?
- How will I recognise a good referral for you when I hear one?

WE AGREED
[ ] I will:
[ ] Maya will:
[ ] We meet again:
"""


def test_everything_on_the_page_is_in_it() -> None:
    assert plain_text((usual(),)) == USUAL


def test_what_must_not_be_forgotten_stands_a_line_each() -> None:
    text = plain_text((not_to_be_forgotten(),))
    assert text.split("\n\n")[1].splitlines() == [
        "DON'T FORGET",
        "- Not keen on: early calls",
        "- Birthday on 25 November",
        "- Thank Maya for passing on: Kessler remortgage survey",
        "- I kept: The introduction to Ana",
        "- News of mine: We moved to Leeds",
    ]


def test_below_a_question_stands_what_it_comes_back_to() -> None:
    asked = SheetQuestion("How far have you got?", 1, "A kitchen of her own")
    text = plain_text((replace(usual(), phases=(SheetPhase("Arrive", (asked,)),)),))
    assert "ARRIVE\n- How far have you got?\n  “A kitchen of her own”\n" in text


def test_several_are_set_apart() -> None:
    both = plain_text((usual(), nothing_known()))
    one, other = both.split("\n\n* * * \n\n")
    assert one.startswith("Maya Okafor") and other.startswith("Kim\n\nWE AGREED")


def test_nothing_private_and_nothing_that_turns_the_text() -> None:
    for sheet in EXTREMES.values():
        text = plain_text((sheet,))
        assert SECRET not in text
        assert not any(letter in text for letter in "\x1b\r\t")
