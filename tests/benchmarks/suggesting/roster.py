"""All ways of choosing, by the name the tables give them."""

from __future__ import annotations

from collections.abc import Callable

from tests.benchmarks.suggesting.index_ways import KnowingAll, index
from tests.benchmarks.suggesting.learned_way import learned_index
from tests.benchmarks.suggesting.short_list import INTERVALS, ShortList
from tests.benchmarks.suggesting.simple_ways import (
    AtRandom,
    by_points,
    in_turns,
    most_overdue,
    recency_and_frequency,
)
from tests.benchmarks.suggesting.world import Way, World

# Makes a way of choosing anew for each run, for so many 1-2-1s a week. All but the one that knows
# everything leave the world alone and go by what they are shown.
Maker = Callable[[World, int], Way]


def _same(way: Way) -> Maker:
    """A way that keeps nothing from week to week."""
    return lambda world, meetings: way


def _short_list(weeks: int) -> Maker:
    return lambda world, meetings: ShortList(weeks, meetings)


INDEX = "the index"
FIXED = "fixed interval, most overdue first"
SHORT_LISTS = {f"short list, every {weeks} weeks": _short_list(weeks) for weeks in INTERVALS}
WAYS: dict[str, Maker] = {
    "random": lambda world, meetings: AtRandom(),
    "round-robin": _same(in_turns),
    FIXED: _same(most_overdue),
    "recency x frequency": _same(recency_and_frequency),
    "hand-tuned points": _same(by_points),
    **SHORT_LISTS,
    INDEX: _same(index),
    "the index with learning": _same(learned_index),
    "the index, everything hidden known": lambda world, meetings: KnowingAll(world),
}
