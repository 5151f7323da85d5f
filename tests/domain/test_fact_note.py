"""What is known of a person as one text."""

from __future__ import annotations

import pytest

from planner.domain.fact_note import as_note, holds_confidence
from planner.domain.facts import Fact, FactKind

FACTS = (
    Fact(id=1, kind=FactKind.PRIVATE, text="Talks too much"),
    Fact(id=2, kind=FactKind.NOTE, text=" Met at the breakfast "),
    Fact(id=3, kind=FactKind.GOAL, text="A second shop"),
    Fact(id=4, kind=FactKind.LIKE, text="  "),
)


def test_in_the_order_of_a_persons_page_without_what_is_private() -> None:
    assert as_note(FACTS, private=False) == "Goal: A second shop\nMet at the breakfast"


def test_what_is_private_says_so() -> None:
    assert as_note(FACTS, private=True).splitlines()[-1] == "Private: Talks too much"


@pytest.mark.parametrize("private", [True, False])
def test_a_note_read_back_is_known_to_hold_what_was_told_in_confidence(private: bool) -> None:
    assert holds_confidence(as_note(FACTS, private=private)) is private


@pytest.mark.parametrize("note", ["", "Private", "His goal: Private: Equity", "Privately: x"])
def test_any_other_note_holds_none(note: str) -> None:
    assert not holds_confidence(note)


@pytest.mark.parametrize("kind", FactKind)
def test_every_kind_can_be_told(kind: FactKind) -> None:
    assert as_note([Fact(kind=kind, text="Tea")], private=True).endswith("Tea")
