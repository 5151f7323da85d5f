"""What there was no time for."""

from __future__ import annotations

import pytest

from planner.domain.conversation import Conversation
from planner.domain.guides import Guide, Phase, Prompt
from planner.domain.left_over import left_over


def a_prompt(id: str) -> Prompt:
    return Prompt(id, "?", "", "", "", ("a?", "b?"), "So ...", always=id.endswith("!"))


GUIDE = Guide(
    "g",
    "G",
    "",
    (
        Phase("one", "One", 20, tuple(map(a_prompt, ("a!", "b", "c")))),
        Phase("two", "Two", 20, tuple(map(a_prompt, ("d", "e", "f", "other")))),
        Phase("three", "Three", 5, tuple(map(a_prompt, ("g", "h!")))),
    ),
)
SCRIPT = ("a!", "b", "c", "d", "e", "f", "g", "h!")


@pytest.mark.parametrize(
    ("asked", "noted", "left"),
    [
        (("a!", "b", "c", "d"), (), {"e", "f", "g"}),
        (("a!", "c", "e"), (), {"f", "g"}),  # b and d were skipped
        (("a!", "b", "g"), (), {"c", "d", "e", "f"}),  # jumped on to the end
        (("a!",), ("e",), {"b", "c", "f", "g"}),
        ((), (), set()),  # the questions stayed in the bag
        ((), ("from elsewhere",), set()),
        (SCRIPT, (), set()),
    ],
)
def test_what_stands_after_the_last_that_was_asked(
    asked: tuple[str, ...], noted: tuple[str, ...], left: set[str]
) -> None:
    assert left_over(Conversation(script=SCRIPT, asked=asked), GUIDE, noted) == left
