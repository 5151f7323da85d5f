"""Phases that stretch with the length, and which guide suits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.guides import (
    CATCH_UP,
    FIRST,
    SHORTEST_PHASE,
    Guide,
    Phase,
    phase_minutes,
    questions_for,
    which_guide,
)
from planner.domain.people import Person, Stage


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
    assert min(shares) >= min(SHORTEST_PHASE, minutes // len(guide.phases))


def test_a_guide_without_phases_has_no_minutes() -> None:
    assert phase_minutes(a_guide(), 60) == ()


@pytest.mark.parametrize(
    ("minutes", "each", "questions"),
    [(20, 4, 5), (10, 4, 3), (9, 4, 2), (5, 2, 3), (1, 4, 1), (0, 4, 1)],
)
def test_how_many_questions_fit(minutes: int, each: int, questions: int) -> None:
    assert questions_for(Phase("p", "P", 10, (), each), minutes) == questions


@pytest.mark.parametrize(
    ("stage", "held", "guide"),
    [
        (Stage.CONNECTED, 0, FIRST),
        (Stage.KNOWN, 0, FIRST),
        (Stage.LIKED, 0, CATCH_UP),
        (Stage.CONNECTED, 1, CATCH_UP),
        (Stage.REFERS, 9, CATCH_UP),
    ],
)
def test_which_guide_suits(stage: Stage, held: int, guide: str) -> None:
    assert which_guide(Person(stage=stage), held) == guide
