"""A keystroke in the search over everything, and in the list of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from planner.journeys.search_library import search_library
from planner.storage.store import Store

BUDGET = 16.0  # milliseconds
TYPED = ("m", "ma", "may", "maya", "maya o", "florist leeds", "breakfast", "zzz")


@pytest.mark.parametrize("text", TYPED)
def test_search(benchmark: Any, large_store: Store, figure: Callable[..., None], text: str) -> None:
    benchmark.pedantic(search_library, args=(large_store, text), rounds=15, warmup_rounds=2)
    figure(f"search over everything for “{text}”", 1000 * benchmark.stats["max"], "ms", BUDGET)
