"""How somebody stands at a glance, and who belongs in a narrowed list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.people import Stage
from planner.domain.standing import Filter, Standing, Warmth, passes, standing
from planner.domain.suggestions import Signals

# Known, met once, no group shared: half the warmth is gone after 4.2 weeks.
KNOWN = Signals(1, "Maya", stage=Stage.KNOWN, meetings=1)


@pytest.mark.parametrize(
    ("silent", "warmth"),
    [
        (0, Warmth.WARM),
        (27, Warmth.WARM),  # nobody cools within four weeks
        (28, Warmth.COOLING),
        (58, Warmth.COOLING),
        (59, Warmth.COLD),  # two half-lives
        (900, Warmth.COLD),
    ],
)
def test_warmth_goes_with_the_days(silent: int, warmth: Warmth) -> None:
    assert standing(KNOWN._replace(silent=silent)).warmth is warmth


def test_a_closer_relationship_keeps_its_warmth() -> None:
    friend = KNOWN._replace(stage=Stage.REFERS, meetings=4, shared=True, silent=120)
    assert standing(friend).warmth is Warmth.WARM


def test_without_a_1_2_1_there_is_nothing_to_grow_cold() -> None:
    assert standing(KNOWN._replace(meetings=0, silent=3)).warmth is Warmth.NEVER_MET


def test_fit_is_what_is_above_unknown() -> None:
    assert not standing(KNOWN).fits
    assert standing(KNOWN._replace(fit=0.8)).fits
    assert not standing(KNOWN._replace(fit=0.1)).fits


def test_filters_on_warmth_add_up_and_fit_narrows() -> None:
    cold, new = Standing(Warmth.COLD, True), Standing(Warmth.NEVER_MET, False)
    both = (Filter.GOING_COLD, Filter.NEVER_MET)
    assert passes(cold, both) and passes(new, both)
    assert not passes(Standing(Warmth.WARM, True), both)
    assert passes(cold, (Filter.FITS, *both))
    assert not passes(new, (Filter.FITS, *both))
    assert passes(Standing(Warmth.COOLING), (Filter.GOING_COLD,))


@given(st.sampled_from(Warmth), st.booleans(), st.sets(st.sampled_from(Filter)))
def test_no_filter_leaves_nobody_out_and_fit_never_lets_more_in(
    warmth: Warmth, fits: bool, filters: set[Filter]
) -> None:
    of = Standing(warmth, fits)
    assert passes(of, ())
    if passes(of, filters | {Filter.FITS}):
        assert passes(of, filters)
