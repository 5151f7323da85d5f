"""Phases that stretch with the length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.guides import (
    SHORTEST_PHASE,
    Guide,
    Phase,
    Prompt,
    phase_minutes,
    questions_for,
)


def a_guide(*minutes: int) -> Guide:
    phases = (Phase(f"p{n}", f"Phase {n}", length, ()) for n, length in enumerate(minutes))
    return Guide("g", "G", "", tuple(phases))


HOUR = a_guide(15, 20, 10, 10, 5)


@pytest.mark.parametrize(
    ("minutes", "phases"),
    [
        (60, (15, 20, 10, 10, 5)),
        (30, (8, 9, 5, 5, 3)),
        (45, (11, 15, 8, 7, 4)),
        (90, (23, 30, 15, 15, 7)),
        (20, (5, 6, 3, 3, 3)),
        (15, (4, 5, 3, 2, 1)),
        (5, (1, 1, 1, 1, 1)),
        (0, (0, 0, 0, 0, 0)),
    ],
)
def test_the_phases_of_an_hour_stretch(minutes: int, phases: tuple[int, ...]) -> None:
    assert phase_minutes(HOUR, minutes) == phases


@given(
    guide=st.lists(st.integers(0, 60), min_size=1, max_size=8).map(lambda m: a_guide(*m)),
    minutes=st.integers(0, 300),
)
def test_the_phases_sum_to_the_length_and_none_is_too_short(guide: Guide, minutes: int) -> None:
    shares = phase_minutes(guide, minutes)
    assert sum(shares) == minutes
    count = len(guide.phases)
    room = minutes >= SHORTEST_PHASE * (count + 1)
    assert min(shares) >= (SHORTEST_PHASE if room else min(1, minutes // count))


def test_a_phase_none_of_whose_questions_is_asked_leaves_its_minutes_to_the_others() -> None:
    first, second = (
        Phase(id, id, 30, (Prompt(id, f"{id}?", "", "", "", (), ""),)) for id in ("a", "b")
    )
    guide = Guide("g", "G", "", (first, second))
    assert phase_minutes(guide, 40, ["a", "b"]) == (20, 20)
    assert phase_minutes(guide, 40, ["b"]) == (0, 40)
    assert phase_minutes(guide, 40, []) == (20, 20), "somebody talks all the same"


def test_a_guide_without_phases_has_no_minutes() -> None:
    assert phase_minutes(a_guide(), 60) == ()


@pytest.mark.parametrize(
    ("minutes", "each", "questions"),
    [(20, 4, 5), (10, 4, 3), (9, 4, 2), (5, 2, 3), (1, 4, 1), (0, 4, 1)],
)
def test_how_many_questions_fit(minutes: int, each: int, questions: int) -> None:
    assert questions_for(Phase("p", "P", 10, (), each), minutes) == questions
