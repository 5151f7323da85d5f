"""Many worlds, each lived through with every way of choosing, on all processors."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import Pool
from typing import TypeVar

import numpy as np

from tests.benchmarks.suggesting import bound
from tests.benchmarks.suggesting.assumptions import BASE, Assumptions
from tests.benchmarks.suggesting.bound import Kind, Table
from tests.benchmarks.suggesting.network import Floats, draw
from tests.benchmarks.suggesting.prices import Tables, least
from tests.benchmarks.suggesting.roster import WAYS
from tests.benchmarks.suggesting.world import World, live

Task = TypeVar("Task")
Done = TypeVar("Done")


@dataclass(frozen=True)
class Cell:
    """How all ways did in the same worlds; arrays hold a value for each seed."""

    people: int
    meetings: int  # a week
    nobody: Floats  # no 1-2-1s at all
    bound: Floats
    by_way: dict[str, Floats]


@dataclass(frozen=True)
class _Trial:
    seed: int
    people: int
    meetings: int
    assumed: Assumptions
    ways: tuple[str, ...]


def _live_all(trial: _Trial) -> dict[str, float]:
    network = draw(trial.seed, trial.people, trial.assumed)
    reached = {"": live(network, None, 0)}
    for name in trial.ways:
        world = World(network)
        reached[name] = world.live(WAYS[name](world, trial.meetings), trial.meetings)
    return reached


def _tables(task: tuple[Kind, Assumptions]) -> tuple[Table, ...]:
    return bound.tables(*task)


def _spread(what: str, act: Callable[[Task], Done], tasks: Sequence[Task]) -> list[Done]:
    """The results in the order of the tasks; says on stderr how far it is."""
    done: list[Done] = []
    begun = time.perf_counter()
    with Pool() as pool:
        for result in pool.imap(act, tasks):
            done.append(result)
            if sys.stderr.isatty():
                print(f"\r{what}: {len(done)} of {len(tasks)}", end=" ", file=sys.stderr)
    took = time.perf_counter() - begun
    print(f"\r{what}: {len(tasks)} in {took:.0f} s", file=sys.stderr)
    return done


@cache
def _tables_for(course: Assumptions) -> Tables:
    kinds = bound.kinds(course)
    made = _spread("tables for the bound", _tables, [(kind, course) for kind in kinds])
    return dict(zip(kinds, made, strict=True))


def tables_for(assumed: Assumptions) -> Tables:
    """The best courses with all kinds of people, whatever people there are and how well seen."""
    return _tables_for(
        replace(
            assumed,
            spread=BASE.spread,
            seen_before=BASE.seen_before,
            seen_after=BASE.seen_after,
            met_at_events=BASE.met_at_events,
            local=BASE.local,
        )
    )


def lived(
    name: str,
    assumed: Assumptions,
    people: int,
    meetings: int,
    seeds: Sequence[int],
    ways: Iterable[str] = WAYS,
) -> Cell:
    """What all those ways come to in the worlds of those seeds."""
    tables = tables_for(assumed)
    trials = [_Trial(seed, people, meetings, assumed, tuple(ways)) for seed in seeds]
    reached = _spread(f"{name}, {people} people", _live_all, trials)
    return Cell(
        people,
        meetings,
        np.array([one[""] for one in reached]),
        np.array([least(draw(seed, people, assumed), tables, meetings) for seed in seeds]),
        {way: np.array([one[way] for one in reached]) for way in trials[0].ways},
    )
