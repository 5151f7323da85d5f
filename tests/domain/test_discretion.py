"""What of all that is known of somebody others may read."""

from __future__ import annotations

import pytest

from planner.domain.discretion import Discretion
from planner.domain.facts import Fact, FactKind

PRIVATE = Fact(kind=FactKind.PRIVATE, text="His wife is ill, again")
PUBLIC = Fact(kind=FactKind.NOTE, text="Sails")


@pytest.mark.parametrize(
    ("text", "may_be_read"),
    [
        ("", True),
        ("Sails", True),
        ("His wife is ill, again", False),
        ("told me: HIS WIFE\nis ill – again!", False),
        ("his_wife_is_ill_again", False),
        ("This wife is ill, again", True),  # whole words alone
        ("His wife is well again", True),
        ("His wives is ill, ágain", True),
        ("hís wife is ill again", False),
    ],
)
def test_a_private_fact_is_found_in_whatever_holds_it(text: str, may_be_read: bool) -> None:
    assert Discretion.about([PUBLIC, PRIVATE]).allows(text) is may_be_read


@pytest.mark.parametrize("empty", ["", "  ", "\n"])
def test_where_nothing_is_private_all_may_be_read(empty: str) -> None:
    nothing = [PUBLIC, Fact(kind=FactKind.PRIVATE, text=empty)]
    assert all(Discretion.about(nothing).allows(text) for text in ("", "Sails", "ill"))


@pytest.mark.parametrize(
    ("text", "may_be_read"),
    [
        ("Money is tight after the move. New office soon.", False),
        ("Quuxly debts of 40k", False),
        ("Quux\u00adly debts\u200b of 40k!", False),  # letters that take no room hide nothing
        ("He moved. Is unwell.", True),  # too short to give anything away by itself
        ("Money is no object after the move", True),
    ],
)
def test_each_sentence_of_a_private_fact_is_private(text: str, may_be_read: bool) -> None:
    fact = "Money is tight after the move. Quuxly debts of 40k. Is unwell."
    private = Fact(kind=FactKind.PRIVATE, text=fact)
    assert Discretion.about([private]).allows(text) is may_be_read
