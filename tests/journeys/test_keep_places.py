"""Places are added, renamed, joined and removed, and their 1-2-1s follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from planner.domain.meetings import Meeting, Place, State
from planner.errors import PlannerError
from planner.journeys.calendar_files import calendar_file
from planner.journeys.keep_places import (
    add_place,
    all_places,
    edit_place,
    join_places,
    remove_place,
)
from planner.journeys.plan_meeting import mark, plan
from planner.storage.store import Store
from tests.builders import a_person

NOW = datetime(2026, 11, 22, 9, 30)
BEFORE = datetime(2026, 10, 1)
WHARF = "The Wharf, 12 Dock St, Leeds"


@pytest.fixture
def maya(store: Store) -> int:
    with store.transaction():
        return store.people.add(a_person("Maya Okafor", emails=("maya@mail.example",))).id


def meet(store: Store, person: int, starts: datetime, place: str) -> Meeting:
    told = ("Europe/London", 45, place, "", "", "", None)
    return plan(store, person, starts, *told, BEFORE)[1]


def lines(store: Store) -> list[tuple[str, int, int, list[str]]]:
    """Each place: how often held there, how many planned, and whom with."""
    return [
        (one.place.label, one.times, one.planned, [person.name for person in one.people])
        for one in all_places(store)
    ]


def test_every_place_says_how_often_and_with_whom(store: Store, maya: int) -> None:
    with store.transaction():
        jonas = store.people.add(a_person("Jonas")).id
    for person, day, place, state in (
        (jonas, 2, "Online", State.HELD),
        (maya, 3, WHARF, State.HELD),
        (maya, 10, "the wharf", State.HELD),
        (jonas, 17, WHARF, State.HELD),
        (jonas, 18, WHARF, State.MISSED),
        (jonas, 19, WHARF, State.CANCELLED),
        (jonas, 20, WHARF, State.AGREED),
    ):
        made = meet(store, person, datetime(2026, 11, day, 9), place)
        mark(store, made.id, state, BEFORE if state is State.CANCELLED else NOW)
    told = [(WHARF, 3, 1, ["Maya Okafor", "Jonas"]), ("Online", 1, 0, ["Jonas"])]
    assert lines(store) == told


def test_a_renamed_place_takes_its_1_2_1s_along_in_one_step(store: Store, maya: int) -> None:
    held = meet(store, maya, datetime(2026, 11, 3, 9), WHARF)
    held = mark(store, held.id, State.HELD, NOW)[1]
    coming = meet(store, maya, datetime(2026, 12, 1, 9), "The Wharf")
    elsewhere = meet(store, maya, datetime(2026, 12, 2, 9), "Zest")
    wharf = all_places(store)[0].place
    change = edit_place(store, replace(wharf, name="Wharf House"), NOW)
    now = {one.id: one for one in store.meetings.all()}
    assert now[held.id].place == now[coming.id].place == "Wharf House, 12 Dock St, Leeds"
    assert (now[held.id].sequence, now[coming.id].sequence) == (held.sequence, 1)
    assert "at Wharf House" in now[coming.id].invitation
    assert now[elsewhere.id] == elsewhere
    assert lines(store)[0][:2] == ("Wharf House, 12 Dock St, Leeds", 1)
    store.revert(change)
    back = store.meetings.get(coming.id)
    assert (back.place, back.invitation) == (coming.place, coming.invitation)
    assert lines(store)[0][:2] == (WHARF, 1)


def test_an_address_added_leaves_alone_what_names_the_place_already(
    store: Store, maya: int
) -> None:
    coming = meet(store, maya, datetime(2026, 12, 1, 9), "The Wharf")
    edit_place(store, replace(all_places(store)[0].place, address="Leeds", neutral=False), NOW)
    assert store.meetings.get(coming.id) == coming
    assert lines(store) == [("The Wharf, Leeds", 0, 1, [])]


def test_what_they_invited_to_keeps_their_number(store: Store, maya: int) -> None:
    coming = meet(store, maya, datetime(2026, 12, 1, 9), "The Wharf")
    with store.transaction():
        store.meetings.update(replace(coming, organizer="maya@mail.example"))
    edit_place(store, replace(all_places(store)[0].place, name="Wharf"), NOW)
    after = store.meetings.get(coming.id)
    assert (after.place, after.sequence) == ("Wharf", coming.sequence)


def test_two_places_are_not_called_the_same(store: Store, maya: int) -> None:
    for place in (WHARF, "Zest"):
        meet(store, maya, datetime(2026, 12, 1, 9), place)
    zest = next(one.place for one in all_places(store) if one.place.name == "Zest")
    with pytest.raises(PlannerError, match="already"):
        edit_place(store, replace(zest, name=WHARF), NOW)
    with pytest.raises(PlannerError, match="needs a name"):
        edit_place(store, replace(zest, name="  "), NOW)


def test_doubles_become_one_with_the_address_that_is_known(store: Store, maya: int) -> None:
    with store.transaction():
        bare = store.places.add(Place(name="Wharf"))
        full = store.places.add(Place(name="The Wharf", address="Leeds"))
        other = store.places.add(Place(name="Zest"))
    for place in ("Wharf", "The Wharf, Leeds", "The Wharf", "Zest"):
        meet(store, maya, datetime(2026, 12, 1, 9), place)
    assert {one.place.id: [two.id for two in one.doubles] for one in all_places(store)} == {
        bare.id: [full.id],
        full.id: [bare.id],
        other.id: [],
    }
    change = join_places(store, bare.id, [full.id], NOW)
    assert lines(store) == [("Wharf, Leeds", 0, 3, []), ("Zest", 0, 1, [])]
    store.revert(change)
    assert len(lines(store)) == 3


def test_a_place_is_added_once_and_removed_without_its_1_2_1s(store: Store, maya: int) -> None:
    change, zoom = add_place(store, Place(name="Zoom", address="https://z.example/1", online=True))
    assert change
    again, same = add_place(store, Place(name="zoom", address="https://Z.example/1"))
    assert (bool(again), same) == (False, zoom)
    coming = meet(store, maya, datetime(2026, 12, 1, 9), zoom.label)
    assert lines(store) == [(zoom.label, 0, 1, [])]
    remove_place(store, zoom.id)
    assert (lines(store), store.meetings.get(coming.id)) == ([], coming)


def test_a_guest_is_told_the_new_name_by_the_next_file(store: Store, maya: int) -> None:
    with store.transaction():
        store.me.put(replace(store.me.get(), name="Sam", email="sam@mail.example"))
    coming = meet(store, maya, datetime(2026, 12, 1, 9), "The Wharf")
    calendar_file(store, coming.id, NOW, True)
    edit_place(store, replace(all_places(store)[0].place, name="Wharf House"), NOW)
    _, data = calendar_file(store, coming.id, NOW, True)
    assert b"LOCATION:Wharf House\r\n" in data
    assert b"SEQUENCE:1\r\n" in data
