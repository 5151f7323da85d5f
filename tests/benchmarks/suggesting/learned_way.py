"""The program's index with what it learns, at work in the simulated world."""

from __future__ import annotations

import numpy as np

from planner.domain.slipping import slipped
from planner.domain.suggestions import DAYS_IN_WEEK, Signals, term_values
from tests.benchmarks.suggesting.index_ways import signals
from tests.benchmarks.suggesting.network import Floats
from tests.benchmarks.suggesting.observed import Observed


def learned_index(seen: Observed) -> Floats:
    """The index as the program uses it: a stage counts for less after a long silence."""
    scores = np.zeros(len(seen.label))
    people, known = signals(seen)
    scores[people] = [term_values(_learned(of), of.fit)[0] for of in known]
    return scores


def _learned(of: Signals) -> Signals:
    """As the library fills it in: for those with a 1-2-1 behind them."""
    if not of.meetings:
        return of
    weeks = int(of.apart / DAYS_IN_WEEK)
    return of._replace(slipped=slipped(of.stage, of.meetings, of.shared, weeks))
