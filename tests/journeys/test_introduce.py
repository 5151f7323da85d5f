"""An introduction from the first question to what came of it, and back by undo."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.domain.changes import Change
from planner.domain.introductions import Introduction, Standing, Step, next_step
from planner.domain.meetings import TouchKind
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.follow_ups_page import follow_ups
from planner.journeys.introduce import (
    agree,
    ask,
    come_of,
    decline,
    make,
    pass_over,
    remove_introduction,
    start,
)
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.builders import TODAY, a_person


@pytest.fixture
def ana(store: Store) -> Person:
    return add_person(store, a_person("Ana Ferreira", company="Bloom & Stem"))[1]


@pytest.fixture
def rob(store: Store) -> Person:
    return add_person(store, a_person("Rob Kane", company="Kane Lettings"))[1]


def notes(store: Store, person: Person) -> list[tuple[TouchKind, int, str]]:
    touches = store.touches.of_person(person.id)
    return [(touch.kind, (touch.day - TODAY).days, touch.note) for touch in touches]


def test_each_step_is_kept_and_each_can_be_undone(store: Store, ana: Person, rob: Person) -> None:
    changes: list[tuple[Change, Introduction | None]] = []
    change, one = start(store, ana.id, rob.id, " a landlord ", (ana.id,), TODAY)
    changes.append((change, None))
    assert one.why == "a landlord"
    assert next_step(store.introductions.get(one.id)) is Step.ANSWER
    for change_of in (
        lambda: agree(store, one.id, ana.id, TODAY + timedelta(days=1)),
        lambda: ask(store, one.id, rob.id, TODAY + timedelta(days=2)),
        lambda: agree(store, one.id, rob.id, TODAY + timedelta(days=3)),
        lambda: make(store, one.id, TODAY + timedelta(days=4)),
        lambda: come_of(store, one.id, True, " She took it ", TODAY + timedelta(days=60)),
    ):
        before = store.introductions.get(one.id)
        changes.append((change_of(), before))
    ended = store.introductions.get(one.id)
    assert (ended.standing, ended.note) == (Standing.HELPED, "She took it")
    assert ended.asked_on == TODAY
    for change, before in reversed(changes):
        store.revert(change)
        assert store.introductions.find(one.id) == before
    assert notes(store, ana) == notes(store, rob) == []


def test_messages_are_touches_with_each_of_the_two(store: Store, ana: Person, rob: Person) -> None:
    _, one = start(store, ana.id, rob.id, "", (ana.id,), TODAY)
    ask(store, one.id, rob.id, TODAY)
    ask(store, one.id, rob.id, TODAY)  # pressed twice
    make(store, one.id, TODAY + timedelta(days=4))
    assert notes(store, ana) == [
        (TouchKind.MESSAGE, 0, "Asked about an introduction to Rob Kane"),
        (TouchKind.MESSAGE, 4, "Introduced to Rob Kane"),
    ]
    assert [note for *_, note in notes(store, rob)] == [
        "Asked about an introduction to Ana Ferreira",
        "Introduced to Ana Ferreira",
    ]


def test_one_is_under_way_between_two(store: Store, ana: Person, rob: Person) -> None:
    start(store, ana.id, rob.id, "", (), TODAY)
    with pytest.raises(PlannerError, match="already"):
        start(store, rob.id, ana.id, "", (), TODAY)
    with pytest.raises(PlannerError, match="themselves"):
        start(store, ana.id, ana.id, "", (), TODAY)


def test_a_no_ends_it(store: Store, ana: Person, rob: Person) -> None:
    _, one = start(store, ana.id, rob.id, "", (ana.id, rob.id), TODAY)
    change = decline(store, one.id, TODAY)
    assert follow_ups(store, TODAY).introductions == ()
    assert [each.introduction.id for each in follow_ups(store, TODAY).introduced] == [one.id]
    with pytest.raises(PlannerError, match="past that"):
        make(store, one.id, TODAY)
    store.revert(change)
    assert [each.introduction.id for each in follow_ups(store, TODAY).introductions] == [one.id]


def test_two_who_were_passed_over_can_be_thought_of_again(
    store: Store, ana: Person, rob: Person
) -> None:
    pass_over(store, ana.id, rob.id, "a landlord", TODAY)
    page = follow_ups(store, TODAY)
    assert page.introductions == page.introduced == ()
    _, one = start(store, ana.id, rob.id, "", (ana.id,), TODAY)
    assert [each.id for each in store.introductions.all()] == [one.id]
    assert store.introductions.get(one.id).standing is Standing.ASKED


def test_the_longest_waiting_stands_first(store: Store, ana: Person, rob: Person) -> None:
    maya = add_person(store, a_person())[1]
    _, late = start(store, ana.id, rob.id, "", (ana.id,), TODAY - timedelta(days=2))
    _, early = start(store, ana.id, maya.id, "", (ana.id,), TODAY - timedelta(days=20))
    shown = follow_ups(store, TODAY).introductions
    assert [one.introduction.id for one in shown] == [early.id, late.id]
    remove_introduction(store, early.id)
    assert len(follow_ups(store, TODAY).introductions) == 1
