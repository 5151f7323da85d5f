"""Who could help whom among ten thousand people, of whom a thousand look for something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from planner.domain.asks import Ask
from planner.domain.facts import Fact
from planner.domain.pairs import Source
from planner.journeys.help_each_other import all_pairs, pairs_of
from planner.storage.store import Store
from tests.builders import TODAY, many_people
from tests.domain.pairs_network import MORE, SEEN, read

# Both are worked out in a thread beside the window; a card that comes later than this looks lost.
A_DAY = 1500.0  # milliseconds
A_PERSON = 100.0
SEEKS = 10  # of so many people one looks for something


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("pairs") / "library.visavis"
    with Store.open(path) as made:
        many_people(made)
        networks = [read(SEEN), read(MORE)]
        like = cycle([(network, id) for network in networks for id in network.people])
        with made.transaction():
            people, facts, asks = [], [], []
            for n, (person, (network, id)) in enumerate(zip(made.people.all(), like, strict=False)):
                known = network.people[id]
                people.append(replace(person, role=known.role, city=known.city))
                seeks = n % SEEKS == 0
                wanted = {want.id for want in network.wants}
                facts += [
                    Fact(0, person.id, fact.kind, fact.text)
                    for fact in network.facts[id]
                    if seeks or fact.id not in wanted
                ]
                asks += [
                    Ask(person=person.id, text=want.text)
                    for want in network.wants
                    if seeks and want.person == id and want.source is Source.ASK
                ]
            made.people.update_many(people)
            made.facts.add_many(facts)
            made.asks.add_many(asks)
        made.search.complete()
        yield made


def test_a_day(benchmark: Any, store: Store, figure: Callable[..., None]) -> None:
    benchmark.pedantic(all_pairs, args=(store, TODAY), rounds=3, warmup_rounds=1)
    figure("pairs of a day, beside the window", 1000 * benchmark.stats["max"], "ms", A_DAY)


@pytest.mark.parametrize("person", [1, 11, 2002])
def test_a_person(benchmark: Any, store: Store, figure: Callable[..., None], person: int) -> None:
    benchmark.pedantic(pairs_of, args=(store, person), rounds=5, warmup_rounds=1)
    words = f"pairs on the page of person {person}, beside the window"
    figure(words, 1000 * benchmark.stats["max"], "ms", A_PERSON)
