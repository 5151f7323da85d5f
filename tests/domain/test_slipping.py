"""How far somebody is taken to have slipped from the stage the user once put them on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.people import Stage
from planner.domain.slipping import LONGEST_WEEKS, slipped
from planner.domain.suggestions import TENTHS, level

STAGES = st.sampled_from(list(Stage))
MEETINGS = st.integers(1, 30)
WEEKS = st.integers(0, 600)


@pytest.mark.parametrize(
    ("stage", "shared", "weeks", "tenths"),
    [
        (Stage.LIKED, False, 0, 0),
        # H = 12.6 weeks: 0.2 * (26 - 18.18 * (1 - 2 ** (-26 / 12.6)))
        (Stage.LIKED, False, 26, 2),
        (Stage.LIKED, False, 78, 12),
        # A closer relationship, or a shared group, keeps the stage longer. H = 67.2 weeks.
        (Stage.REFERS, True, 26, 1),
        (Stage.REFERS, True, 78, 5),
        (Stage.KNOWN, False, 78, 10),  # Known with one 1-2-1 can lose no more than that rung
        (Stage.CONNECTED, False, 78, 0),
    ],
)
def test_worked_by_hand(stage: Stage, shared: bool, weeks: int, tenths: int) -> None:
    assert slipped(stage, 1, shared, weeks) == tenths


@given(STAGES, MEETINGS, st.booleans(), WEEKS)
def test_it_is_bounded(stage: Stage, meetings: int, shared: bool, weeks: int) -> None:
    lost = slipped(stage, meetings, shared, weeks)
    assert 0 <= lost <= min(15, TENTHS * level(stage, meetings))
    assert slipped(stage, meetings, shared, 0) == 0, "nothing is lost on the day of a 1-2-1"


@given(STAGES, MEETINGS, st.booleans(), WEEKS, WEEKS)
def test_a_longer_silence_never_gives_anything_back(
    stage: Stage, meetings: int, shared: bool, weeks: int, more: int
) -> None:
    later = slipped(stage, meetings, shared, weeks + more)
    assert later >= slipped(stage, meetings, shared, weeks)
    assert slipped(stage, meetings, shared, LONGEST_WEEKS + more) == slipped(
        stage, meetings, shared, LONGEST_WEEKS
    )


@given(STAGES, MEETINGS, WEEKS)
def test_who_shares_a_group_keeps_the_stage_longer(stage: Stage, meetings: int, weeks: int) -> None:
    assert slipped(stage, meetings, True, weeks) <= slipped(stage, meetings, False, weeks)
