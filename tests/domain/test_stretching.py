"""Phases that stretch with time over and shrink when it is late."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.stretching import stretched

HOUR = 3600  # seconds
PLANNED = (15, 20, 10, 10, 5)


def test_as_planned_the_plan_is_shown() -> None:
    assert stretched(PLANNED, (0, 0, 0, 0, 0), 0, HOUR) == PLANNED
    half_way = 15 * 60 + 600
    assert stretched(PLANNED, (900, 600, 0, 0, 0), 1, HOUR - half_way) == PLANNED


def test_time_over_is_given_to_what_is_to_come() -> None:
    # Arriving took five minutes instead of fifteen.
    assert stretched(PLANNED, (300, 0, 0, 0, 0), 1, HOUR - 300) == (5, 24, 13, 12, 6)


def test_late_each_phase_to_come_gives_a_little() -> None:
    # Understanding has taken half an hour already.
    assert stretched(PLANNED, (900, 1800, 0, 0, 0), 1, HOUR - 2700) == (15, 20, 6, 6, 3)


def test_past_the_end_nothing_is_left_for_the_rest() -> None:
    assert stretched(PLANNED, (900, 2700, 300, 0, 0), 2, -300) == (15, 45, 5, 0, 0)


def test_a_phase_to_come_where_nothing_is_left_to_ask_gets_no_time() -> None:
    # What comes next was asked already, before going back to help each other.
    spent = (900, 1200, 0, 0, 120)
    assert stretched(PLANNED, spent, 3, HOUR - 2220, done=[4]) == (15, 20, 0, 23, 2)


def test_minutes_stand_still_while_the_clock_runs() -> None:
    # Arriving took a minute and a quarter instead of fifteen.
    shown = [stretched(PLANNED, (77, gone, 0, 0, 0), 1, HOUR - 77 - gone) for gone in range(1200)]
    changes = sum(one != another for one, another in pairwise(shown))
    assert changes <= 15, "they flicker"
    assert all(sum(minutes) == 60 for minutes in shown)


def test_a_guide_without_phases_has_no_minutes() -> None:
    assert stretched((), (), None, HOUR) == ()


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5000)), min_size=1, max_size=8),
    st.integers(0, 7),
)
def test_the_phases_to_come_share_what_is_left(phases: list[tuple[int, int]], at: int) -> None:
    planned = tuple(minutes for minutes, _ in phases)
    here = min(at, len(phases) - 1)
    spent = tuple(seconds if place <= here else 0 for place, (_, seconds) in enumerate(phases))
    left = sum(planned) * 60 - sum(spent)
    found = stretched(planned, spent, here, left)
    assert all(minutes >= 0 for minutes in found)
    share = sum(found[here + 1 :])
    if planned[here] * 60 > spent[here]:
        share += found[here] - round(spent[here] / 60)
    if any(planned[here + 1 :]) or planned[here] * 60 > spent[here]:
        assert abs(share - max(0, left) / 60) <= 1
