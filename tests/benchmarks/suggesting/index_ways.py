"""The program's own index (planner.domain.suggestions) at work in the simulated world."""

from __future__ import annotations

from math import log

import numpy as np

from planner.domain.people import Stage
from planner.domain.suggestions import (
    FIT_LEVEL,
    FIT_SPREAD,
    FIT_TRUST_UNMET,
    STEP_DAYS,
    UNKNOWN_FIT,
    Signals,
    term_values,
)
from tests.benchmarks.suggesting.assumptions import PACES
from tests.benchmarks.suggesting.network import Counts, Floats
from tests.benchmarks.suggesting.observed import Observed
from tests.benchmarks.suggesting.world import World

# The world's six stages as the program has them. Known is two of them there, by 1-2-1s held: so
# the number of 1-2-1s is kept within what the label says of it.
_STAGES = (Stage.CONNECTED, Stage.KNOWN, Stage.KNOWN, Stage.LIKED, Stage.TRUSTED, Stage.REFERS)
_STAGE = np.array([int(stage) for stage in _STAGES])
_FEWEST = np.array([1, 1, 2, 1, 1, 1])
_MOST = np.array([999, 1, 999, 999, 999, 999])
_WELL_KNOWN = 2
_OFTEN = 1_000_000_000  # invitations, so that nothing but their answers counts
DAYS_IN_WEEK = 7.0


def signals(seen: Observed) -> tuple[list[int], list[Signals]]:
    """Who may be asked, and what the program looks at for each of them."""
    who = np.flatnonzero(seen.askable)
    label = seen.label[who]
    held = np.clip(seen.accepted[who], _FEWEST[label], _MOST[label])
    held = np.where(seen.met[who], held, np.where(label == _WELL_KNOWN, 2, 0))
    days = (seen.silent[who] * DAYS_IN_WEEK).tolist()
    made = map(
        Signals,
        who.tolist(),
        [""] * len(who),
        _STAGE[label].tolist(),
        held.tolist(),
        days,
        days,
        seen.invited[who].tolist(),
        seen.accepted[who].tolist(),
        fits(seen, who).tolist(),
        seen.shared[who].tolist(),
        _due(seen, who),
    )
    return who.tolist(), list(made)


def fits(seen: Observed, who: Counts) -> Floats:
    """The program's fit of 0..1 that says what people seem worth.

    To the index an average person counts 1, and fit is a factor on that. So the fit is the one
    whose factor is the worth to be expected, as far as 0..1 reaches: from 0.4 to 3 times the
    average, and less far before a first 1-2-1. That is somebody whose fit says neither more nor
    less than what can be seen, the best that judging people by their words could come to.
    """
    believed = np.where(seen.met[who], 1.0, FIT_TRUST_UNMET)
    said = np.log(seen.expected[who] / FIT_LEVEL) / (believed * log(FIT_SPREAD))
    fit: Floats = np.clip((1.0 + said) / 2.0, 0.0, 1.0)
    return fit


def _due(seen: Observed, who: Counts) -> list[float | None]:
    """Days until a promise is due that a 1-2-1 would keep."""
    return [
        None if weeks != weeks else weeks * DAYS_IN_WEEK for weeks in seen.promise[who].tolist()
    ]


def index(seen: Observed) -> Floats:
    """The index as the program has it, with nothing learned."""
    scores = np.zeros(len(seen.label))
    people, known = signals(seen)
    scores[people] = [term_values(of, of.fit)[0] for of in known]
    return scores


class KnowingAll:
    """The same index, were all known that is hidden: stage, value, pace, willingness, growth.

    What it has no place for is put beside it: the value in place of the factor for fit, the pace as
    a clock that runs so much slower, the growth as a factor on the next step.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        network = world.network
        self._value = network.value / FIT_LEVEL  # the factor of unknown fit is in every term
        self._paces = np.array([pace for pace, _ in PACES])[network.pace]
        self._yes = network.readiness * _OFTEN
        self._growing = network.growing

    def __call__(self, seen: Observed) -> Floats:
        who = np.flatnonzero(seen.askable)
        pace, stage = self._paces[who], self._world.stage[who]
        days = seen.silent[who] * DAYS_IN_WEEK
        paced = (days / pace).tolist()
        made = map(
            Signals,
            who.tolist(),
            [""] * len(who),
            _STAGE[stage].tolist(),
            np.where(stage > 0, _FEWEST[stage], 0).tolist(),
            paced,
            paced,
            [_OFTEN] * len(who),
            self._yes[who].tolist(),
            [UNKNOWN_FIT] * len(who),
            seen.shared[who].tolist(),
            _due(seen, who),
        )
        terms = np.array([term_values(of, UNKNOWN_FIT) for of in made]).reshape(len(who), -1)
        step, cooling, promise = terms[:, 1], terms[:, 2], terms[:, 3]
        # The next step goes by the days themselves, not by the slower clock.
        again = np.minimum(STEP_DAYS, days) / np.maximum(1.0, np.minimum(STEP_DAYS, days / pace))
        step = step * self._growing[who] * np.where(stage > 0, again, 1.0)
        scores = np.zeros(len(seen.label))
        scores[who] = self._value[who] * (step + pace * (cooling + promise))
        return scores
