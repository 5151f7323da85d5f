"""Whom to meet next, for 10,000 people: fetching, ranking and wording what Today shows."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from planner.domain.people import Stage
from planner.domain.ranking import rank
from planner.domain.slipping import slipped
from planner.domain.suggestions import Signals, silence
from planner.journeys.fit_questions import question_today
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import TODAY

BUDGET = 50.0  # milliseconds
TEN_WISHES = (
    *("architects", "first-time buyers", "letting agents", "conveyancing", "Leeds"),
    *("accountants", "web designers", "property developers in York", "recruitment", "lawyers"),
)
PURE_BUDGET = 20.0  # milliseconds for 10,000 people, and as much for each further 10,000


def test_ranking(benchmark: Any, large_store: Store, figure: Callable[..., None]) -> None:
    suggestions = benchmark.pedantic(suggest, args=(large_store, TODAY), rounds=15, warmup_rounds=2)
    assert len(suggestions.entries) == 5
    figure("fetch and rank 10,000 people", 1000 * benchmark.stats["median"], "ms", BUDGET)


@pytest.fixture
def many_wishes(large_store: Store) -> Iterator[Store]:
    """The same library, with as much looked for as anybody types."""
    before = large_store.me.get()
    with large_store.transaction():
        large_store.me.put(replace(before, wanted=TEN_WISHES, avoided=("crypto", "door to door")))
    yield large_store
    with large_store.transaction():
        large_store.me.put(before)


def test_ranking_by_many_wishes(
    benchmark: Any, many_wishes: Store, figure: Callable[..., None]
) -> None:
    suggestions = benchmark.pedantic(suggest, args=(many_wishes, TODAY), rounds=15, warmup_rounds=2)
    assert len(suggestions.entries) == 5
    figure("the same, looking for ten things", 1000 * benchmark.stats["median"], "ms", BUDGET)


def test_whom_to_ask_about(benchmark: Any, many_wishes: Store, figure: Callable[..., None]) -> None:
    """Beside the window, once Today is seen."""
    benchmark.pedantic(question_today, args=(many_wishes, TODAY), rounds=10, warmup_rounds=1)
    figure("whom to ask about", 1000 * benchmark.stats["median"], "ms", 2 * BUDGET)


@pytest.mark.parametrize("count", [10_000, 100_000])
def test_ranking_alone(benchmark: Any, figure: Callable[..., None], count: int) -> None:
    chance = random.Random(count)
    everybody = [somebody(number, chance) for number in range(count)]
    best = benchmark.pedantic(rank, args=(everybody, 6), rounds=9, warmup_rounds=1)
    assert len(best) == 6
    budget = PURE_BUDGET * count / 10_000
    figure(f"rank {count:,} people known", 1000 * benchmark.stats["median"], "ms", budget)


def somebody(number: int, chance: random.Random) -> Signals:
    """A person with a long history; harder to rank than one nothing is known of."""
    stage, held, apart = chance.choice(list(Stage)), chance.randint(1, 9), chance.uniform(1, 600)
    shared = chance.random() < 0.4
    return Signals(
        number,
        f"Person {number}",
        stage,
        held,
        apart,
        silence(apart, chance.uniform(0, 600)),
        held + chance.randint(0, 3),
        held,
        chance.random(),
        shared,
        chance.choice([None, None, chance.uniform(-60, 60)]),
        slipped=slipped(stage, held, shared, int(apart // 7)),
    )
