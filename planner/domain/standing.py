"""How somebody stands with the user at a glance, for a list of people."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from planner.domain.reasons import COLD_DAYS, COLD_WARMTH
from planner.domain.suggestions import UNKNOWN_FIT, Signals, warmth

# Half the warmth of a relationship is gone after one half-life, three quarters after two.
COLD_BELOW = 0.25


class Warmth(StrEnum):
    """How warm a relationship is; by the same measure as the reason "Going cold"."""

    WARM = "warm"
    COOLING = "cooling"
    COLD = "cold"
    NEVER_MET = "never_met"  # no 1-2-1 yet, so there is nothing to grow cold


class Standing(NamedTuple):
    """Positional, as ten thousand are made at a time."""

    warmth: Warmth = Warmth.NEVER_MET
    fits: bool = False  # fits what the user looks for, by their own word or by About me


class Filter(StrEnum):
    """What a list of people can be narrowed to."""

    FITS = "fits"
    GOING_COLD = "going_cold"
    NEVER_MET = "never_met"


_WARMTHS = {
    Filter.GOING_COLD: frozenset({Warmth.COOLING, Warmth.COLD}),
    Filter.NEVER_MET: frozenset({Warmth.NEVER_MET}),
}


def standing(of: Signals) -> Standing:
    """How one person stands."""
    return Standing(_warmth(of), of.fit > UNKNOWN_FIT)


def passes(of: Standing, filters: Iterable[Filter]) -> bool:
    """Whether somebody belongs in a list narrowed to `filters`; everybody, where there are none.

    Who is going cold was met before, so the two filters on warmth add up rather than exclude
    each other.
    """
    chosen = frozenset(filters)
    if Filter.FITS in chosen and not of.fits:
        return False
    wanted = [_WARMTHS[one] for one in chosen if one in _WARMTHS]
    return not wanted or any(of.warmth in warmths for warmths in wanted)


def _warmth(of: Signals) -> Warmth:
    if not of.meetings:
        return Warmth.NEVER_MET
    if of.silent < COLD_DAYS or (warm := warmth(of)) > COLD_WARMTH:
        return Warmth.WARM
    return Warmth.COOLING if warm >= COLD_BELOW else Warmth.COLD
