"""Whom the words of About me find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.domain.facts import Fact, FactKind
from planner.domain.fit import FIRST_MATCH, UNKNOWN
from planner.domain.people import Person
from planner.journeys.keep_people import add_met_at
from planner.journeys.whom_it_finds import Finds, whom_it_finds
from planner.storage.store import Store
from tests.builders import TODAY


def looks_for(store: Store, *wanted: str, avoided: tuple[str, ...] = ()) -> None:
    with store.transaction():
        store.me.put(replace(store.me.get(), wanted=wanted, avoided=avoided))


@pytest.fixture
def people(store: Store) -> list[Person]:
    with store.transaction():
        kept = [
            store.people.add(Person(name="Ana", role="Solicitor", city="Leeds")),
            store.people.add(Person(name="Ben", role="Baker")),
            store.people.add(Person(name="Cem", company="Crypto Lawyers")),
        ]
        store.facts.add(Fact(person=kept[1].id, kind=FactKind.FOR_WHOM, text="Cafés in Leeds"))
        store.facts.add(Fact(person=kept[1].id, kind=FactKind.PRIVATE, text="Gambles in York"))
    return kept


def test_everybody_any_of_the_words_find_is_counted_once(store: Store, people: object) -> None:
    looks_for(store, "lawyers", "Leeds", "York", avoided=("crypto",))
    wanted, avoided = whom_it_finds(store)
    assert wanted == Finds(people=3, of=3, nobody=("York",))
    assert avoided == Finds(people=1, of=3)


def test_without_words_or_people_nothing_is_found(store: Store) -> None:
    looks_for(store, "lawyers")
    assert whom_it_finds(store) == (Finds(), Finds())
    with store.transaction():
        store.people.add(Person(name="Ana"))
    looks_for(store)
    assert whom_it_finds(store) == (Finds(of=1), Finds(of=1))


def test_a_group_tells_of_its_people(store: Store, people: list[Person]) -> None:
    """Whoever goes to the landlords' circle is found by whoever looks for landlords."""
    looks_for(store, "landlords")
    assert whom_it_finds(store)[0].people == 0
    add_met_at(store, people[1].id, "Landlords’ Circle", "", None)
    add_met_at(store, people[2].id, "Tech Meetup", "", None)
    assert whom_it_finds(store)[0] == Finds(people=1, of=3)
    fits = {of.name: of.fit for of in store.history.signals(store.me.get(), TODAY)}
    assert fits["Ben"] == UNKNOWN + FIRST_MATCH > UNKNOWN > fits["Cem"]
