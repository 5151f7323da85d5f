"""Groups and events: added with the people met, corrected, joined, removed, and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.groups import Event, Group
from planner.domain.met_names import Met
from planner.domain.people import Person
from planner.errors import NotFound, PlannerError
from planner.journeys.keep_events import (
    add_event,
    edit_event,
    event_like,
    remove_event,
    remove_group,
    rename_group,
)
from planner.journeys.keep_people import add_met_at, add_person
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import TODAY, a_person

YESTERDAY = TODAY - timedelta(days=1)
BREAKFAST = Event(day=YESTERDAY, hours=2, fee=18)


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person())[1]


def everything(store: Store) -> tuple[tuple[object, ...], ...]:
    kept = (store.groups, store.events, store.attendance, store.people)
    return tuple(tuple(records.all()) for records in kept)


def met_at(store: Store, event: Event) -> list[str]:
    names = store.people.names()
    return sorted(names[one.person] for one in store.attendance.of_event(event.id))


def test_an_event_brings_its_people_in_at_once(store: Store, maya: Person) -> None:
    before = everything(store)
    people = [Met("Maya Okafor", person=maya.id), Met("Jonas Lindqvist", "Joinery", "owner")]
    change, event = add_event(store, " Chamber  Breakfast ", BREAKFAST, people, TODAY)
    assert store.groups.get(event.group).name == "Chamber Breakfast"
    assert (event.day, event.hours, event.fee) == (YESTERDAY, 2, 18)
    assert met_at(store, event) == ["Jonas Lindqvist", "Maya Okafor"]
    jonas = next(one for one in store.people.all() if one.name == "Jonas Lindqvist")
    assert (jonas.company, jonas.role) == ("Joinery", "owner")
    after = everything(store)
    store.revert(change)
    assert everything(store) == before
    store.reapply(change)
    assert everything(store) == after


def test_the_same_event_again_gets_more_people_and_nobody_twice(store: Store, maya: Person) -> None:
    known = Met("Maya Okafor", person=maya.id)
    _, first = add_event(store, "Chamber", BREAKFAST, [known], TODAY)
    more = [known, Met("Ana", email="ana@bloom.example")]
    _, again = add_event(store, "chamber", Event(day=YESTERDAY, fee=20), more, TODAY)
    assert again.id == first.id
    assert met_at(store, again) == ["Ana", "Maya Okafor"]
    assert (again.hours, again.fee) == (2, 20)
    assert len(store.groups.all()) == len(store.events.all()) == 1


def test_nobody_need_be_noted_yet(store: Store) -> None:
    _, event = add_event(store, "Chamber", BREAKFAST, [], TODAY)
    assert met_at(store, event) == []


def test_what_was_missing_of_somebody_known_is_filled_in(store: Store) -> None:
    _, ana = add_person(store, Person(name="Ana"))
    met = Met("Ana", "Bloom", "florist", person=ana.id)
    change, _ = add_event(store, "Chamber", BREAKFAST, [met], TODAY)
    assert store.people.get(ana.id) == replace(ana, company="Bloom", role="florist")
    store.revert(change)
    assert store.people.get(ana.id) == ana


@pytest.mark.parametrize(
    ("group", "event", "people", "said"),
    [
        (" ", BREAKFAST, [], "which group"),
        ("Chamber", replace(BREAKFAST, day=TODAY + timedelta(days=1)), [], "still to come"),
        ("Chamber", replace(BREAKFAST, hours=-1), [], "Hours and fee"),
        ("Chamber", BREAKFAST, [Met("Ana", namesakes=(1, 2))], "Say which Ana"),
        ("Chamber", BREAKFAST, [Met("Ana"), Met("Ben", person=77)], "Ben is not in the library"),
        ("Chamber", BREAKFAST, [Met("Ana", email="a@b@c")], "“a@b@c” is not an e-mail"),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(
    store: Store, group: str, event: Event, people: list[Met], said: str
) -> None:
    with pytest.raises(PlannerError, match=said):
        add_event(store, group, event, people, TODAY)
    assert everything(store) == ((), (), (), ())


def test_an_event_is_corrected_and_its_people_with_it(store: Store, maya: Person) -> None:
    known = Met("Maya Okafor", person=maya.id)
    _, event = add_event(store, "Chamber", BREAKFAST, [known, Met("Ana")], TODAY)
    before = everything(store)
    other = replace(event, day=date(2026, 11, 3), name="Autumn breakfast", fee=20)
    change, now = edit_event(store, "Chamber", other, [Met("Ben")], TODAY, [maya.id])
    assert now == other
    assert store.events.get(event.id) == other
    assert met_at(store, now) == ["Ana", "Ben"]
    store.revert(change)
    assert everything(store) == before


def test_an_event_moved_to_another_group_leaves_no_empty_one_behind(store: Store) -> None:
    _, event = add_event(store, "Chambr", BREAKFAST, [Met("Ana")], TODAY)
    edit_event(store, "Chamber", event, [], TODAY)
    assert [group.name for group in store.groups.all()] == ["Chamber"]


def test_two_events_that_turn_out_to_be_one_become_one(store: Store, maya: Person) -> None:
    known = Met("Maya Okafor", person=maya.id)
    _, kept = add_event(store, "Chamber", BREAKFAST, [known], TODAY)
    wrong = replace(BREAKFAST, day=TODAY)
    _, twice = add_event(store, "Chamber", wrong, [known, Met("Ana")], TODAY)
    right = replace(twice, day=YESTERDAY)
    assert event_like(store, "chamber ", right) == kept
    assert event_like(store, "Elsewhere", right) is None
    assert event_like(store, "", right) is None
    before = everything(store)
    change, now = edit_event(store, "Chamber", right, [], TODAY)
    assert now.id == kept.id
    assert met_at(store, now) == ["Ana", "Maya Okafor"]
    assert len(store.events.all()) == 1
    store.revert(change)
    assert everything(store) == before


def test_a_removed_event_leaves_its_people_and_undo_brings_it_back(store: Store) -> None:
    _, event = add_event(store, "Chamber", BREAKFAST, [Met("Ana")], TODAY)
    _, other = add_event(store, "Chamber", replace(BREAKFAST, day=TODAY), [], TODAY)
    before = everything(store)
    first = remove_event(store, event.id)
    assert [group.name for group in store.groups.all()] == ["Chamber"]
    second = remove_event(store, other.id)
    assert store.groups.all() == []
    assert [person.name for person in store.people.all()] == ["Ana"]
    store.revert(second)
    store.revert(first)
    assert everything(store) == before
    with pytest.raises(NotFound):
        remove_event(store, 99)


def test_a_group_is_renamed_and_its_letters_changed(store: Store) -> None:
    _, event = add_event(store, "leeds chamber", BREAKFAST, [], TODAY)
    change, group = rename_group(store, event.group, " Leeds Chamber ")
    assert group == Group(event.group, "Leeds Chamber") == store.groups.get(event.group)
    store.revert(change)
    assert store.groups.get(event.group).name == "leeds chamber"
    with pytest.raises(PlannerError, match="which group"):
        rename_group(store, event.group, "  ")


def test_a_name_that_exists_joins_the_two(store: Store, maya: Person) -> None:
    known = Met("Maya Okafor", person=maya.id)
    _, here = add_event(store, "Chamber", BREAKFAST, [known], TODAY)
    _, there = add_event(store, "Chambr", BREAKFAST, [known, Met("Ana")], TODAY)
    _, alone = add_event(store, "Chambr", replace(BREAKFAST, day=TODAY), [Met("Ben")], TODAY)
    add_met_at(store, maya.id, "Chamber")
    add_met_at(store, maya.id, "Chambr")
    before = everything(store)
    change, group = rename_group(store, there.group, "chamber")
    assert group.id == here.group
    assert [one.name for one in store.groups.all()] == ["Chamber"]
    assert met_at(store, here) == ["Ana", "Maya Okafor"]
    assert store.events.get(alone.id).group == here.group
    assert len(store.events.all()) == 3  # the breakfast, the other one, and its members
    store.revert(change)
    assert everything(store) == before


def test_a_group_removed_takes_its_events_and_leaves_its_people(store: Store) -> None:
    _, event = add_event(store, "Chamber", BREAKFAST, [Met("Ana")], TODAY)
    before = everything(store)
    change = remove_group(store, event.group)
    assert everything(store) == ((), (), (), (store.people.all()[0],))
    store.revert(change)
    assert everything(store) == before


def test_eight_thousand_members_are_joined_and_brought_back(store: Store) -> None:
    with store.transaction():
        people = store.people.add_many(a_person(f"Person {n}") for n in range(8000))
    met = [Met(person.name, person=person.id) for person in people]
    _, here = add_event(store, "LinkedIn", Event(), met[:10], TODAY)
    _, there = add_event(store, "Linked In", Event(), met, TODAY)
    change, _ = rename_group(store, there.group, "LinkedIn")
    assert len(store.attendance.of_event(here.id)) == 8000
    store.revert(change)
    assert len(store.attendance.of_event(there.id)) == 8000


@pytest.mark.parametrize(("days", "told"), [(0, 0), (1, 1), (9, 9)])
def test_whoever_was_met_is_suggested_with_that_event(store: Store, days: int, told: int) -> None:
    event = replace(BREAKFAST, day=TODAY - timedelta(days=days))
    add_event(store, "Chamber Breakfast", event, [Met("Ana")], TODAY)
    (entry,) = suggest(store, TODAY).entries
    assert entry.reasons[0].text == "Chamber Breakfast"
    assert entry.reasons[0].days == told
