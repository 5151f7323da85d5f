"""Questions are found by every word, in any of their texts, and by what they are."""

from __future__ import annotations

from typing import Any

import pytest

from planner.domain.facts import FactKind
from planner.domain.finding_questions import Wanted, Which, found, lines
from planner.domain.guides import Guide, Library, Phase, Prompt
from planner.domain.people import Stage


def a_prompt(id: str, **fields: Any) -> Prompt:
    texts = dict.fromkeys(("principle", "why", "dont", "read_back"), "")
    return Prompt(**{"id": id, "text": f"{id}?", "follow_ups": (), **texts, **fields})


LIBRARY = Library(
    guides=(
        Guide(
            "first",
            "First 1-2-1",
            "",
            (
                Phase(
                    "arrive",
                    "Arrive",
                    15,
                    (
                        a_prompt("café", text="Do you like the Café here?", fills=FactKind.LIKE),
                        a_prompt("deep", depth=3, stages=frozenset({Stage.TRUSTED})),
                    ),
                ),
                Phase("help", "Help each other", 10, (a_prompt("net", why="whom they know"),)),
            ),
        ),
        Guide(
            "own-g",
            "At a fair",
            "",
            (Phase("arrive", "Arrive", 5, (a_prompt("mine", own=True, read_back="So far ..."),)),),
            own=True,
        ),
    ),
    favourites=frozenset({"net", "mine"}),
    left_out=frozenset({"deep"}),
)
ALL = lines(LIBRARY)


@pytest.mark.parametrize(
    "wanted, ids",
    [
        (Wanted(), ["café", "deep", "net", "mine"]),
        (Wanted(guide="own-g"), ["mine"]),
        (Wanted(phase="Arrive"), ["café", "deep", "mine"]),
        (Wanted(words="cafe LIKE"), ["café"]),
        (Wanted(words="know whom"), ["net"]),  # in the reason
        (Wanted(words="so far"), ["mine"]),  # in what to say back
        (Wanted(words="fair"), ["mine"]),  # in the guide's name
        (Wanted(words="cafe help"), []),
        (Wanted(which=frozenset({Which.FAVOURITE})), ["net", "mine"]),
        (Wanted(which=frozenset({Which.FAVOURITE, Which.OWN})), ["mine"]),
        (Wanted(which=frozenset({Which.LEFT_OUT})), ["deep"]),
        (Wanted(depth=3), ["deep"]),
        (Wanted(stage=Stage.LIKED), ["café", "net", "mine"]),
        (Wanted(fills=FactKind.LIKE), ["café"]),
    ],
)
def test_found(wanted: Wanted, ids: list[str]) -> None:
    assert [line.prompt.id for line in found(ALL, wanted)] == ids


def test_each_has_its_place() -> None:
    assert ALL[2].place == "First 1-2-1 · Help each other"
