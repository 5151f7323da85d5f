"""Who there is in one simulated world, drawn by chance before anything happens."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.suggesting.assumptions import (
    BEST_KNOWN,
    CITIES,
    FIRST_SILENCE,
    LONE,
    LONGEST,
    OF_PEOPLE,
    PACES,
    ROUND,
    RUN_OFF,
    SHARED,
    SHARED_AT_EVENTS,
    SHARED_AT_START,
    STAGES,
    WEEKS,
    Assumptions,
)

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]

ACCEPT, UP, PROMISE, SLIP, LABEL = range(5)  # what chance decides for each person in each week


@dataclass(frozen=True)
class Network:
    """Everybody there will be, the people met at events last, in the order they appear."""

    assumed: Assumptions
    appears: Counts  # week
    stage: Counts  # at first
    silent: Counts  # weeks since the last contact, at first
    value: Floats  # hidden, 1 on average
    shared: Flags
    pace: Counts  # which of PACES, hidden
    willing: Counts  # which of assumed.willing, hidden
    growth: Counts  # which of assumed.growths, hidden
    city: Counts  # 0 is one's own
    expected: Floats  # two rows: the value to be expected from what is seen, before a 1-2-1, after
    chance: Floats  # what, week, person: even between 0 and 1

    def __len__(self) -> int:
        return len(self.value)

    @property
    def lasting(self) -> Floats:
        """Factor on everybody's half-life."""
        paces: Floats = np.array([pace for pace, _ in PACES])[self.pace]
        return paces * np.where(self.shared, SHARED, LONE)

    @property
    def readiness(self) -> Floats:
        """How readily everybody says yes when warm."""
        chances: Floats = np.array([chance for chance, _ in self.assumed.willing])[self.willing]
        return chances

    @property
    def growing(self) -> Floats:
        """Factor on everybody's chance of a step."""
        factors: Floats = np.array([factor for factor, _ in self.assumed.growths])[self.growth]
        return factors


def visited(city: int, week: int) -> bool:
    """Whether one is in that city in that week."""
    return city == 0 or week % ROUND == (2 * city - 1) % ROUND


def _stages(people: int) -> Counts:
    """The stages of all who are known at the start, at least one on each but the lowest."""
    scale = min(1.0, people / OF_PEOPLE)
    closer = [max(1, int(count * scale)) for count in BEST_KNOWN[1:]]
    known = min(people - sum(closer), int(BEST_KNOWN[0] * scale))
    counts = (people - known - sum(closer), known, *closer)
    return np.repeat(np.arange(STAGES), counts)


def draw(seed: int, people: int, assumed: Assumptions) -> Network:
    """The world of one seed; the same seed draws the same."""
    rng = np.random.default_rng([seed, people])
    met = rng.poisson(assumed.met_at_events, WEEKS)
    stage = np.concatenate([_stages(people), np.zeros(met.sum(), np.int64)])
    appears = np.concatenate([np.zeros(people, np.int64), np.repeat(np.arange(WEEKS), met)])
    everybody = len(stage)
    at_start = np.arange(everybody) < people
    usual = np.array(FIRST_SILENCE)[stage]
    silent = np.minimum(LONGEST, np.floor(rng.exponential(usual))).astype(np.int64)

    def among(options: tuple[tuple[float, float], ...]) -> Counts:
        return rng.choice(len(options), everybody, p=[share for _, share in options])

    standing = rng.standard_normal(everybody)
    noise = rng.standard_normal(everybody)

    def expected(rho: float) -> Floats:
        seen = rho * standing + np.sqrt(1.0 - rho * rho) * noise
        known = assumed.spread * rho
        mean: Floats = np.exp(known * seen - known**2 / 2)
        return mean

    # Their order says nothing, as it decides where scores are equal.
    order = np.concatenate([rng.permutation(people), np.arange(people, everybody)])
    return Network(
        assumed=assumed,
        appears=appears,
        stage=stage[order],
        silent=np.where(at_start, silent, 0)[order],
        value=np.exp(assumed.spread * standing - assumed.spread**2 / 2),
        shared=rng.random(everybody) < np.where(at_start, SHARED_AT_START, SHARED_AT_EVENTS),
        pace=among(PACES),
        willing=among(assumed.willing),
        growth=among(assumed.growths),
        city=np.where(
            rng.random(everybody) < assumed.local, 0, rng.integers(1, CITIES + 1, everybody)
        ),
        expected=np.array([expected(assumed.seen_before), expected(assumed.seen_after)]),
        chance=rng.random((5, WEEKS + RUN_OFF, everybody)),
    )
