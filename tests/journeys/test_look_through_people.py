"""The list of people: everybody by name, how each stands, and finding as one types."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.domain.people import Fit
from planner.domain.standing import Standing, Warmth
from planner.journeys.keep_people import add_person, edit_person, remove_person
from planner.journeys.look_through_people import (
    JUDGED_AT_ONCE,
    called,
    everybody,
    findable,
    found_by,
    standings,
    with_changed,
)
from planner.storage.store import Store
from tests.builders import TODAY, a_person, many_people

MAYA = a_person(
    "Maya Okafor", city="Leeds", emails=("maya@harbour.example",), phones=("0113 496 0142",)
)


def test_everybody_by_name_whatever_the_case(store: Store) -> None:
    for name in ("maya", "Ana", "Zoë", "ben"):
        add_person(store, a_person(name))
    assert [person.name for person in everybody(store)] == ["Ana", "ben", "maya", "Zoë"]


def test_the_list_follows_a_few_changes(store: Store) -> None:
    kept = [add_person(store, a_person(name))[1] for name in ("Maya", "Ana", "Ben")]
    before = everybody(store)
    edit_person(store, replace(kept[0], name="Abel"))
    remove_person(store, kept[1].id)
    _, new = add_person(store, a_person("Zoë"))
    ids = {kept[0].id, kept[1].id, new.id}
    assert with_changed(store, before, ids) == everybody(store)
    assert with_changed(store, before, ()) == before


def test_how_everybody_stands_first_how_warm_then_who_fits(store: Store) -> None:
    assert list(standings(store, TODAY)) == [{}, {}]
    _, maya = add_person(store, replace(MAYA, fit=Fit.MORE))
    _, jonas = add_person(store, a_person("Jonas"))
    first, *_, last = standings(store, TODAY)
    assert first == {one.id: Standing(Warmth.NEVER_MET) for one in (maya, jonas)}
    assert last == {**first, maya.id: Standing(Warmth.NEVER_MET, fits=True)}


def test_it_takes_many_in_small_steps(store: Store) -> None:
    many_people(store, JUDGED_AT_ONCE + 1)
    steps = list(standings(store, TODAY))
    assert [len(step) for step in steps] == [2501, 0, 0, 2501]
    assert {of.warmth for of in steps[-1].values()} == set(Warmth)


@pytest.mark.parametrize(
    "typed",
    ["maya", "OKA", "harbour", "adviser leeds", "maya@harbour", "496 0142", "mäya", "", "  "],
)
def test_found_by_any_part_of_what_they_are(typed: str) -> None:
    assert found_by(typed)(findable(MAYA))


@pytest.mark.parametrize("typed", ["jonas", "maya york", "zz"])
def test_not_found_by_what_they_are_not(typed: str) -> None:
    assert not found_by(typed)(findable(MAYA))


def test_accents_are_no_matter_either_way() -> None:
    text = findable(a_person("Zoë Łukasz", company="Müller"))
    assert all(found_by(typed)(text) for typed in ("zoe", "Zoë", "lukasz", "muller", "MÜLLER"))


def test_called_looks_at_the_beginnings_of_names_alone() -> None:
    text = findable(MAYA)
    assert called("may")(text) and called("oka")(text)
    assert not called("kafor")(text) and not called("harbour")(text)
