"""Who may be in a library of 10,000 twice: finding the pairs, against reading the people."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from time import process_time
from typing import Any

from planner.journeys.merge_people import possible_duplicates
from planner.storage.store import Store

BUDGET = 2000.0  # milliseconds, beside the window


def test_possible_duplicates(
    benchmark: Any, large_store: Store, figure: Callable[..., None]
) -> None:
    pairs = benchmark.pedantic(possible_duplicates, args=(large_store,), rounds=3, warmup_rounds=1)
    assert not pairs  # they all are somebody else
    figure("possible duplicates in 10,000", 1000 * benchmark.stats["min"], "ms", BUDGET)


def test_it_says_how_far_it_is_often_enough(
    large_store: Store, figure: Callable[..., None]
) -> None:
    """Between two words nobody else may get a turn, so the longest stretch is what counts."""
    words: list[float] = []
    possible_duplicates(large_store, lambda done, of: words.append(process_time()))
    gaps = [after - before for before, after in pairwise(words)]
    figure("longest stretch of work in it", 1000 * max(gaps), "ms", 50.0)
