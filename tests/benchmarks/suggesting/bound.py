"""What nobody could do better than: every 1-2-1 has a price instead of a place in the week.

With a price for each week's 1-2-1s in place of the limit (a Lagrangian relaxation), people no
longer compete, and the best course with each is worked out exactly, backwards from the last week,
all that is hidden known. What that comes to, and the price of the places there are, is never below
what any way of choosing can reach on average, whatever the price. A person's worth scales
everything, so one table for each kind of person serves all, by the price divided by that worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np

from tests.benchmarks.suggesting.assumptions import (
    CITIES,
    COLD_STEP,
    LONE,
    LONGEST,
    PACES,
    PROMISE_CHANCE,
    PROMISE_WEEKS,
    REST,
    RUN_OFF,
    SHARED,
    SLIP,
    STAGES,
    TOP,
    WEEKS,
    Assumptions,
)
from tests.benchmarks.suggesting.network import Floats, visited

# Prices of a 1-2-1 with somebody of worth 1 for which tables are made; between them they are
# interpolated. The worth of the best course is convex in the price, so that is never too low.
PRICES = np.concatenate([[0.0], np.geomspace(0.5, 150.0, 25), [1e9]])


class Kind(NamedTuple):
    """Everything by which the best course with somebody differs, but their worth."""

    shared: bool
    pace: int
    willing: int
    growth: int
    city: int


class Profile(NamedTuple):
    """How the price changes with the weeks: dear at the start, cheap towards the end."""

    more: float
    start: float  # weeks
    less: float
    end: float  # weeks

    def factors(self) -> Floats:
        week = np.arange(WEEKS)
        rising = 1.0 + self.more * np.exp(-week / self.start)
        falling: Floats = 1.0 - self.less * np.exp(-(WEEKS - 1 - week) / self.end)
        return rising * falling


PROFILES = (Profile(1.0, 30.0, 0.0, 1.0), Profile(2.0, 40.0, 0.4, 15.0))


class Table(NamedTuple):
    """What the best course is worth, for each of PRICES."""

    first: Floats  # price, stage, weeks of silence: for those known from the start
    later: Floats  # price, week: for those met at an event then


def kinds(assumed: Assumptions) -> list[Kind]:
    return [
        Kind(shared, *rest)
        for shared, *rest in product(
            (False, True),
            range(len(PACES)),
            range(len(assumed.willing)),
            range(len(assumed.growths)),
            range(CITIES + 1),
        )
    ]


@dataclass(frozen=True)
class _Ahead:
    """What the weeks to come are worth, at the start of one of them.

    `free` by weeks of rest, price, stage, weeks of silence; `owing` the same with a promise open,
    where silence ends with the last week in which it can be kept.
    """

    free: Floats
    owing: Floats


class _Course:
    """The weeks of one kind of person, the last first."""

    def __init__(self, kind: Kind, assumed: Assumptions) -> None:
        self.kind = kind
        tie = SHARED if kind.shared else LONE
        half_life = np.array(assumed.half_lives)[:, None] * tie * PACES[kind.pace][0]
        silent = np.arange(LONGEST + 1)[None, :]
        aged = silent / half_life
        warm = 1.0 / (1.0 + aged) if assumed.hyperbolic else 2.0**-aged
        self.worth = np.array(assumed.worths)[:, None] * warm
        self.slip = SLIP * (1.0 - warm)
        self.slip[0] = 0.0
        openness = np.array(assumed.open)[:, None]
        self.accept = np.minimum(
            1.0, assumed.willing[kind.willing][0] * (openness + (1.0 - openness) * warm)
        )
        self.up = np.array(assumed.steps)[:, None] * assumed.growths[kind.growth][0]
        self.up = self.up * (COLD_STEP + (1.0 - COLD_STEP) * warm)
        self.up[1:] *= 1.0 - np.exp(-silent / 2.0)
        self.up = np.minimum(1.0, self.up)

    def _slipped(self, free: Floats) -> Floats:
        """The same before chance decides who slips."""
        out = free.copy()
        out[..., 1:, :] -= self.slip[1:] * (free[..., 1:, :] - free[..., :-1, :])
        return out

    def _slipped_owing(self, owing: Floats) -> Floats:
        out = owing.copy()
        slip = self.slip[1:, : PROMISE_WEEKS + 1]
        out[..., 1:, :] -= slip * (owing[..., 1:, :] - owing[..., :-1, :])
        return out

    def weeks(self, prices: Floats) -> Iterator[tuple[int, _Ahead]]:
        """Each week and what is ahead then; `prices` by week, then PRICES."""
        count = prices.shape[1]
        free = np.zeros((REST, count, STAGES, LONGEST + 1))
        owing = np.zeros((REST, count, STAGES, PROMISE_WEEKS + 1))
        for week in reversed(range(WEEKS + RUN_OFF)):
            after, after_owing = self._slipped(free), self._slipped_owing(owing)
            # Left alone: a week further away; a promise not kept in time costs a stage.
            alone = np.empty_like(free)
            alone[..., :-1] = after[..., 1:]
            alone[..., -1] = after[..., -1]
            alone += self.worth
            alone_owing = np.empty_like(owing)
            alone_owing[..., :-1] = after_owing[..., 1:]
            broken = after[..., PROMISE_WEEKS + 1]
            alone_owing[..., 1:, -1] = broken[..., :-1]
            alone_owing[..., 0, -1] = broken[..., 0]
            alone_owing += self.worth[:, : PROMISE_WEEKS + 1]
            # Those who rest are one week nearer to its end.
            free[0], owing[0] = alone[0], alone_owing[0]
            free[1:], owing[1:] = alone[:-1], alone_owing[:-1]
            if week < WEEKS and visited(self.kind.city, week):
                met = self.worth[:, 0] + (
                    (1.0 - PROMISE_CHANCE) * after[0, :, :, 1]
                    + PROMISE_CHANCE * after_owing[0, :, :, 1]
                )
                higher = np.concatenate([met[:, 1:], met[:, TOP:]], axis=1)
                met -= prices[week][:, None]
                higher -= prices[week][:, None]
                said_yes = met[:, :, None] + self.up * (higher - met)[:, :, None]
                _ask(free, said_yes, self.accept, alone)
                within = slice(0, PROMISE_WEEKS + 1)
                _ask(owing, said_yes[..., within], self.accept[:, within], alone_owing)
            yield week, _Ahead(free, owing)

    def table(self, factors: Floats) -> Table:
        """What the best course is worth when 1-2-1s have prices that change like `factors`."""
        later = np.zeros((len(PRICES), WEEKS))
        first = np.zeros(0)
        for week, ahead in self.weeks(factors[:, None] * PRICES):
            if week < WEEKS:
                later[:, week] = ahead.free[0, :, 0, 0]
            first = ahead.free[0]
        return Table(first.copy(), later)


def _ask(ahead: Floats, said_yes: Floats, accept: Floats, alone: Floats) -> None:
    """Where asking is worth more than leaving alone; a no means rest for the weeks to come."""
    said_no = alone[REST - 1]
    np.maximum(ahead[0], said_no + accept * (said_yes - said_no), out=ahead[0])


def tables(kind: Kind, assumed: Assumptions) -> tuple[Table, ...]:
    """One for each of PROFILES."""
    course = _Course(kind, assumed)
    return tuple(course.table(profile.factors()) for profile in PROFILES)
