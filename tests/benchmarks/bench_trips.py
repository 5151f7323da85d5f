"""Whom to meet next, for 10,000 people, by somebody who travels and does not meet online."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from planner.domain.trips import Trip
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import TODAY

BUDGET = 50.0  # milliseconds


@pytest.fixture
def travelling(large_library: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "travelling.visavis"
    shutil.copy(large_library, path)
    with Store.open(path) as store:
        with store.transaction():
            store.me.put(replace(store.me.get(), city="Leeds", meets_online=False))
            for days, city in ((5, "Manchester"), (20, "München")):
                day = TODAY + timedelta(days=days)
                store.trips.add(Trip(city=city, starts=day, ends=day))
        yield store


def test_ranking_with_trips(benchmark: Any, travelling: Store, figure: Callable[..., None]) -> None:
    found = benchmark.pedantic(suggest, args=(travelling, TODAY), rounds=15, warmup_rounds=2)
    assert len(found.entries) == 5
    took = 1000 * benchmark.stats["median"]
    figure("fetch and rank 10,000 people, two trips ahead", took, "ms", BUDGET)
