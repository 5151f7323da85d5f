"""What there is still time to ask, what is over, and where another question belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.conversation import Conversation, Step, next_question, prepare
from planner.domain.guides import Guide, Phase, Prompt
from planner.domain.pace import phase_for_another, with_another, worth_asking


def a_phase(id: str, minutes: int, *prompts: str, each: int = 4) -> Phase:
    """`prompts` ending in "!" belong in every conversation."""
    made = tuple(
        Prompt(name, f"{name}?", "", "", "", ("a?", "b?"), "So ...", always=name.endswith("!"))
        for name in prompts
    )
    return Phase(id, id, minutes, made, each)


GUIDE = Guide(
    "g",
    "G",
    "",
    (
        a_phase("arrive", 15, "end!", "a", "b", each=5),
        a_phase("understand", 20, "c", "d", "e", "f"),
        a_phase("help", 10, "g", "h"),
        a_phase("agree", 5, "promised!", "date!", each=2),
    ),
)
SCRIPT = tuple(prompt.id for prompt in GUIDE.prompts)


def talking(at: int = 0, *asked: str) -> Conversation:
    return replace(prepare(1, GUIDE, SCRIPT), step=Step.TALKING, at=at, asked=asked)


@pytest.mark.parametrize(
    ("at", "left", "worth"),
    [
        (0, 60, SCRIPT),
        (3, 35, SCRIPT[3:]),
        (3, 24, ("c", "d", "e", "f", "g", "promised!", "date!")),
        (3, 16, ("c", "d", "g", "promised!", "date!")),
        (3, 12, ("c", "d", "promised!", "date!")),
        (3, 8, ("c", "promised!", "date!")),
        (3, 0, ("c", "promised!", "date!")),
        (3, -20, ("c", "promised!", "date!")),
        (9, 5, ("promised!", "date!")),
        (11, 30, ()),
    ],
)
def test_what_the_time_allows(at: int, left: int, worth: tuple[str, ...]) -> None:
    assert worth_asking(talking(at), GUIDE, left) == worth


def test_what_speaks_most_for_itself_stays() -> None:
    conversation = talking(3)
    assert worth_asking(conversation, GUIDE, 12, {"f": 3.0, "d": 1.0}) == (
        "c",
        "f",
        "promised!",
        "date!",
    )


def test_what_was_asked_is_not_in_the_rest() -> None:
    assert "d" not in worth_asking(talking(3, "d", "c"), GUIDE, 60)


def test_another_question_belongs_where_they_are() -> None:
    def at(place: int, left: int = 30) -> str:
        phase = phase_for_another(talking(place), GUIDE, left)
        return phase.id if phase else ""

    assert (at(1), at(4), at(9)) == ("arrive", "understand", "agree")
    assert at(11) == "understand"
    assert at(11, left=3) == "agree"
    assert phase_for_another(Conversation(), Guide("g", "G", "", ()), 9) is None


def test_another_question_is_on_screen_and_the_one_before_is_not_lost() -> None:
    conversation = with_another(talking(3), "new")
    assert conversation.script == (*SCRIPT[:4], "new", *SCRIPT[4:])
    assert conversation.script[conversation.at] == "new"
    past = with_another(talking(11), "new")
    assert past.script == (*SCRIPT, "new")
    assert past.at == 11
    on = next_question(replace(past, script=SCRIPT[:4], at=2), GUIDE)
    assert on.at == 3


@given(
    st.integers(0, 11),
    st.sets(st.sampled_from(SCRIPT)),
    st.integers(-10, 90),
    st.dictionaries(st.sampled_from(SCRIPT), st.floats(-9, 9)),
)
def test_more_time_never_allows_less(
    at: int, asked: set[str], left: int, scores: dict[str, float]
) -> None:
    conversation = talking(at, *sorted(asked))
    worth = worth_asking(conversation, GUIDE, left, scores)
    assert set(worth) <= set(worth_asking(conversation, GUIDE, left + 1, scores))
    rest = [prompt for prompt in SCRIPT[at:] if prompt not in asked]
    assert list(worth) == [prompt for prompt in rest if prompt in worth]
    assert {prompt for prompt in rest if prompt.endswith("!")} <= set(worth)
    if at < len(SCRIPT) and SCRIPT[at] not in asked:
        assert SCRIPT[at] in worth
