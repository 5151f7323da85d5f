"""Whom the user met in the last days, whatever else is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from planner.domain.groups import Event
from planner.domain.met_names import Met
from planner.domain.people import Stage
from planner.journeys.keep_events import add_event
from planner.journeys.met_lately import MetLately, met_lately
from planner.journeys.suggest_people import not_now
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person, many_people


def went(store: Store, days: int, *names: str, name: str = "") -> Event:
    event = Event(name=name, day=TODAY - timedelta(days=days))
    people = [Met(each, "Somewhere") for each in names]
    return add_event(store, "Chamber", event, people, TODAY)[1]


def told(found: MetLately | None) -> tuple[str, list[str], int] | None:
    return found and (found.called, [person.name for person in found.first], found.people)


def test_without_an_event_in_the_last_days_there_is_nothing(store: Store) -> None:
    assert met_lately(store, TODAY) is None
    went(store, 8, "Ana")
    went(store, 0, "Ben")
    many_people(store, 200)
    assert met_lately(store, TODAY) is None


def test_whoever_the_list_has_no_room_for_is_told_of(store: Store) -> None:
    many_people(store, 200)  # a hundred of them are long due
    went(store, 1, "Ana", "Ben", "Cleo", "Dora")
    assert told(met_lately(store, TODAY)) == ("Chamber", ["Ana", "Ben", "Cleo"], 4)


def test_whoever_is_suggested_anyway_is_not_told_of_twice(store: Store) -> None:
    went(store, 1, "Ana")
    assert met_lately(store, TODAY) is None


def test_planned_ones_and_those_that_rest_are_left_out(store: Store) -> None:
    many_people(store, 200)
    went(store, 2, "Ana", "Ben", "Cleo", name="Winter party")
    ids = {name: id for id, name in store.people.names().items()}
    not_now(store, ids["Ana"], TODAY + timedelta(days=7), TODAY)
    with store.transaction():
        store.meetings.add(a_meeting(ids["Ben"], datetime(2026, 12, 1, 9)))
    assert told(met_lately(store, TODAY)) == ("Winter party", ["Cleo"], 1)


def test_whom_the_user_knows_from_before_is_not_new(store: Store) -> None:
    many_people(store, 200)
    known = next(person for person in store.people.all() if person.stage is Stage.LIKED)
    met = [Met(known.name, person=known.id)]
    day = TODAY - timedelta(days=1)
    add_event(store, "Chamber", Event(day=day), met, TODAY)
    if store.meetings.of_person(known.id):
        assert met_lately(store, TODAY) is None


def test_an_event_nobody_is_noted_for_is_asked_about_for_two_days(store: Store) -> None:
    event = went(store, 1)
    assert told(met_lately(store, TODAY)) == ("Chamber", [], 0)
    assert met_lately(store, TODAY + timedelta(days=2)) is None
    with store.transaction():
        store.people.add(a_person())
        store.events.update(replace(event, day=TODAY - timedelta(days=3)))
    assert met_lately(store, TODAY) is None


def test_markup_and_groups_gone_are_nothing_special(store: Store) -> None:
    many_people(store, 200)
    went(store, 1, "<b>Ana</b>", name="<i>Party</i>")
    assert told(met_lately(store, TODAY)) == ("<i>Party</i>", ["<b>Ana</b>"], 1)
