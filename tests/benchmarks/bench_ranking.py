"""Whom to meet next, for 10,000 people: fetching, ranking and wording what Today shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import TODAY

BUDGET = 50.0  # milliseconds


def test_ranking(benchmark: Any, large_store: Store, figure: Callable[..., None]) -> None:
    suggestions = benchmark.pedantic(suggest, args=(large_store, TODAY), rounds=15, warmup_rounds=2)
    assert len(suggestions.entries) == 5
    figure("fetch and rank 10,000 people", 1000 * benchmark.stats["median"], "ms", BUDGET)
