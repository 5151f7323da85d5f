"""Ways of choosing that need no model: chance, turns, intervals, and points made up by hand."""

from __future__ import annotations

import numpy as np

from tests.benchmarks.suggesting.network import Floats
from tests.benchmarks.suggesting.observed import Observed


class AtRandom:
    """Anybody, by chance."""

    def __init__(self) -> None:
        self._rng = np.random.default_rng(1)

    def __call__(self, seen: Observed) -> Floats:
        return self._rng.random(len(seen.label))


def in_turns(seen: Observed) -> Floats:
    """Round-robin: whoever was asked the fewest times, then whose last time is longest ago."""
    asked_last = np.array([asked[-1].week if asked else -1 for asked in seen.asked])
    return -seen.invited.astype(np.float64) - asked_last / 1000.0


def most_overdue(seen: Observed) -> Floats:
    """A fixed interval for everybody: whoever is most overdue, so whoever is silent longest."""
    return seen.silent.astype(np.float64)


LATELY = 13.0  # weeks after which a 1-2-1 counts half


def recency_and_frequency(seen: Observed) -> Floats:
    """Recency x frequency, as customers are scored: seen lately and often first."""
    lately: Floats = 2.0 ** (-seen.silent / LATELY)
    score: Floats = lately * (1.0 + seen.accepted)
    return score


# Weeks between 1-2-1s that advice gives for each stage: often while it grows, or while it matters.
_INTERVALS = np.array([4.0, 6.0, 8.0, 10.0, 8.0, 6.0])
_LONGEST_OVERDUE = 2.0  # intervals


def by_points(seen: Observed) -> Floats:
    """Points as somebody would give them by hand for stage, fit, being due, new, and promises."""
    due = np.minimum(_LONGEST_OVERDUE, seen.silent / _INTERVALS[seen.label])
    points: Floats = 20.0 * due + 6.0 * seen.label + 30.0 * np.minimum(3.0, seen.expected) / 3.0
    points += np.where(~seen.met & (seen.silent <= 4), 15.0, 0.0)
    points += np.where(np.isnan(seen.promise), 0.0, 20.0)
    return points
