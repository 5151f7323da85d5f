"""The weeks of the simulated world, lived with one way of choosing whom to invite."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tests.benchmarks.suggesting.assumptions import (
    ASKED_PER_MEETING,
    COLD_STEP,
    LONGEST,
    MISREAD,
    PROMISE_CHANCE,
    PROMISE_WEEKS,
    REST,
    RUN_OFF,
    TOP,
    WEEKS,
)
from tests.benchmarks.suggesting.assumptions import SLIP as SLIP_CHANCE
from tests.benchmarks.suggesting.network import (
    ACCEPT,
    LABEL,
    PROMISE,
    SLIP,
    UP,
    Counts,
    Floats,
    Network,
    visited,
)
from tests.benchmarks.suggesting.observed import Asked, Observed

Way = Callable[[Observed], Floats]
EVERYBODY = -1  # 1-2-1s a week: with whoever says yes


class World:
    """Everybody's true state, week by week, and what is seen of it."""

    def __init__(self, network: Network) -> None:
        self.network = network
        people = len(network)
        self.stage = network.stage.copy()
        self._half_lives = np.array(network.assumed.half_lives)
        self._worths = np.array(network.assumed.worths)
        self._lasting = network.lasting
        self._readiness = network.readiness
        self._growing = network.growing
        self._owed = np.zeros(people, np.bool_)
        met = network.stage > 0
        self.seen = Observed(
            week=0,
            askable=np.zeros(people, np.bool_),
            appears=network.appears,
            label=_misread(self.stage, network.chance[LABEL, -1]),
            silent=network.silent.copy(),
            met=met,
            shared=network.shared,
            expected=np.where(met, network.expected[1], network.expected[0]),
            promise=np.full(people, np.nan),
            invited=np.zeros(people, np.int64),
            accepted=np.zeros(people, np.int64),
            rests=np.zeros(people, np.int64),
            reachable=np.zeros(people, np.bool_),
            city=network.city,
            asked=[[] for _ in range(people)],
        )

    def live(self, way: Way | None, meetings: int) -> float:
        """Warm trust a week over all weeks, choosing that way; None meets nobody."""
        total = 0.0
        for week in range(WEEKS + RUN_OFF):
            self.seen.week = week
            there = int(np.searchsorted(self.network.appears, week, side="right"))
            if way is not None and week < WEEKS:
                self._look_around(there)
                self._invite(way, meetings)
            total += self._pass_week(there)
        return total / WEEKS

    def _look_around(self, there: int) -> None:
        seen = self.seen
        here = np.array([visited(city, seen.week) for city in range(self.network.city.max() + 1)])
        seen.reachable[:] = here[self.network.city]
        seen.askable[:] = seen.reachable & (seen.rests == 0)
        seen.askable[there:] = False
        seen.promise[:] = np.where(self._owed, PROMISE_WEEKS - seen.silent, np.nan)

    def _invite(self, way: Way, meetings: int) -> None:
        """Invites in the order of scores, smaller numbers first where they are equal."""
        askable = np.flatnonzero(self.seen.askable)
        scores = way(self.seen)[askable]
        order = askable[np.argsort(-scores, kind="stable")]
        if meetings == EVERYBODY:
            meetings = len(order)
        left = meetings
        for person in order[: ASKED_PER_MEETING * meetings].tolist():
            left -= self._ask(person)
            if not left:
                break

    def _ask(self, person: int) -> bool:
        """Whether they accept; then they meet at once."""
        seen, chance = self.seen, self.network.chance[:, self.seen.week, person]
        stage, silent, label = self.stage[person], int(seen.silent[person]), int(seen.label[person])
        warm = float(self._warmth(person))
        openness = self.network.assumed.open[stage]
        accepted = bool(
            chance[ACCEPT] < self._readiness[person] * (openness + (1.0 - openness) * warm)
        )
        seen.invited[person] += 1
        if accepted:
            likely = self.network.assumed.steps[stage] * self._growing[person]
            likely *= COLD_STEP + (1.0 - COLD_STEP) * warm
            if stage > 0:
                likely *= 1.0 - np.exp(-silent / 2.0)
            if chance[UP] < likely:
                self.stage[person] += 1
            self._owed[person] = chance[PROMISE] < PROMISE_CHANCE
            seen.accepted[person] += 1
            seen.silent[person] = 0
            seen.met[person] = True
            seen.expected[person] = self.network.expected[1, person]
            seen.label[person] = _misread(self.stage[person], chance[LABEL])
        else:
            seen.rests[person] = REST
        seen.asked[person].append(
            Asked(seen.week, silent, label, accepted, int(seen.label[person]))
        )
        return accepted

    def _warmth(self, who: int | slice) -> Floats:
        half_life = self._half_lives[self.stage[who]] * self._lasting[who]
        silence = self.seen.silent[who] / half_life
        warm: Floats = 1.0 / (1.0 + silence) if self.network.assumed.hyperbolic else 2.0**-silence
        return warm

    def _pass_week(self, there: int) -> float:
        """What the week was worth; then everybody who was not met is a week further away."""
        now = slice(0, there)
        stage, silent, owed = self.stage[now], self.seen.silent[now], self._owed[now]
        worth = self.network.value[now] * self._worths[stage] * self._warmth(now)
        np.minimum(silent + 1, LONGEST, out=silent)
        rests = self.seen.rests[now]
        np.maximum(rests - 1, 0, out=rests)
        broken = owed & (silent > PROMISE_WEEKS)
        stage -= broken & (stage > 0)
        owed &= ~broken
        slips = self.network.chance[SLIP, self.seen.week, now] < SLIP_CHANCE * (
            1.0 - self._warmth(now)
        )
        stage -= slips & (stage > 0)
        return float(worth.sum())


def _misread(stage: Counts, chance: Floats) -> Counts:
    """The stage somebody seems to stand on: now and then the one below or above."""
    off = np.where(chance < MISREAD, -1, np.where(chance > 1.0 - MISREAD, 1, 0))
    label: Counts = np.clip(stage + off, 0, TOP)
    return label


def live(network: Network, way: Way | None, meetings: int) -> float:
    """Warm trust a week that way of choosing comes to in this world; None meets nobody."""
    return World(network).live(way, meetings)
