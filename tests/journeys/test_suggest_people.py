"""Whom to meet next, read from a library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.groups import Attendance, Event, Group
from planner.domain.me import Me
from planner.domain.meetings import State, Touch
from planner.domain.people import Fit, Person, Stage
from planner.domain.promises import Promise
from planner.domain.suggestions import ReasonKind
from planner.errors import NotFound, PlannerError
from planner.journeys.suggest_people import (
    not_now,
    remember_suggestions,
    suggest,
    suggest_again,
)
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person, many_people


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        return store.people.add(a_person())


def names(store: Store, count: int = 5, today: date = TODAY) -> list[str]:
    return [entry.person.name for entry in suggest(store, today, count).entries]


def test_an_empty_library_suggests_nobody(store: Store) -> None:
    found = suggest(store, TODAY)
    assert (found.entries, found.more, found.per_week) == ((), False, 2)


def test_as_many_as_asked_for_and_whether_there_are_more(store: Store) -> None:
    with store.transaction():
        store.people.add_many(a_person(name) for name in ("Zoë", "Ana", "Ben"))
    assert names(store, 2) == ["Ana", "Ben"]
    assert suggest(store, TODAY, 2).more
    assert not suggest(store, TODAY, 3).more


def test_everybody_shown_has_a_reason(store: Store, maya: Person) -> None:
    (entry,) = suggest(store, TODAY).entries
    assert (entry.rank, entry.person) == (1, maya)
    assert [reason.kind for reason in entry.reasons] == [ReasonKind.FIRST_MEETING]
    assert entry.score == pytest.approx(entry.terms.step + entry.terms.cooling)


def test_not_now_rests_until_the_day(store: Store, maya: Person) -> None:
    until = TODAY + timedelta(days=7)
    change = not_now(store, maya.id, until, TODAY)
    assert names(store) == []
    assert names(store, today=until) == ["Maya Okafor"]
    assert store.people.get(maya.id).put_off == 1
    store.revert(change)
    assert names(store) == ["Maya Okafor"]


def test_never_is_for_good_until_taken_back(store: Store, maya: Person) -> None:
    not_now(store, maya.id, None, TODAY)
    assert names(store, today=TODAY + timedelta(days=5000)) == []
    suggest_again(store, maya.id)
    assert names(store) == ["Maya Okafor"]
    assert store.people.get(maya.id) == maya


def test_after_three_in_a_row_it_is_time_to_ask(store: Store, maya: Person) -> None:
    today = TODAY
    for _ in range(3):
        assert not suggest(store, today).entries[0].ask_to_let_go
        not_now(store, maya.id, today + timedelta(days=7), today)
        today += timedelta(days=7)
    assert suggest(store, today).entries[0].ask_to_let_go


def test_not_now_is_refused_in_words(store: Store, maya: Person) -> None:
    with pytest.raises(PlannerError, match="after today"):
        not_now(store, maya.id, TODAY, TODAY)
    with pytest.raises(NotFound):
        not_now(store, 99, None, TODAY)


def test_the_promise_told_is_the_one_that_counts(store: Store, maya: Person) -> None:
    with store.transaction():
        store.people.update(replace(maya, stage=Stage.LIKED))
        store.meetings.add(a_meeting(maya.id, datetime(2026, 11, 2, 9), state=State.HELD))
        made = TODAY - timedelta(days=10)
        store.promises.add_many(
            [
                Promise(person=maya.id, text="Needs none", due=TODAY),
                Promise(person=maya.id, text="Later", due=date(2027, 1, 1), needs_meeting=True),
                Promise(person=maya.id, text="Soon", due=TODAY, made_on=made, needs_meeting=True),
                Promise(
                    person=maya.id, text="Kept by it", made_on=date(2026, 9, 1),
                    due=date(2026, 10, 1), needs_meeting=True,
                ),
            ]
        )  # fmt: skip
    (entry,) = suggest(store, TODAY).entries
    (promise,) = [each for each in entry.reasons if each.kind is ReasonKind.PROMISE]
    assert (promise.text, promise.days) == ("Soon", 0)


def test_one_held_early_still_counts_at_the_weekend(store: Store, maya: Person) -> None:
    with store.transaction():
        meeting = store.meetings.add(
            a_meeting(maya.id, datetime(2026, 11, 22, 17), state=State.AGREED)
        )
    assert TODAY.isoweekday() == 7
    assert suggest(store, TODAY).planned_this_week == 1
    with store.transaction():
        early = replace(meeting, starts=datetime(2026, 11, 22, 9), state=State.HELD)
        store.meetings.update(early)
    assert suggest(store, TODAY).planned_this_week == 1
    assert suggest(store, TODAY + timedelta(days=1)).planned_this_week == 0


def test_room_counts_the_weeks_1_2_1s_by_their_own_wall_time(store: Store, maya: Person) -> None:
    with store.transaction():
        for starts, state in (
            (datetime(2026, 11, 23, 0, 30), State.AGREED),
            (datetime(2026, 11, 29, 23, 30), State.PROPOSED),
            (datetime(2026, 11, 30, 0, 30), State.AGREED),  # the week after
            (datetime(2026, 11, 22, 23, 30), State.HELD),  # the week before
            (datetime(2026, 11, 25, 9, 0), State.CANCELLED),
            (datetime(2026, 11, 25, 10, 0), State.MISSED),
        ):
            zone = "Pacific/Auckland" if starts.hour == 0 else "America/Los_Angeles"
            store.meetings.add(a_meeting(maya.id, starts, state=state, zone=zone))
    found = suggest(store, date(2026, 11, 25))
    assert (found.planned_this_week, found.per_week, found.room) == (2, 2, 0)


# -- remembered from an earlier start -----------------------------------------------------------


@pytest.fixture
def many(store: Store) -> Store:
    """Two hundred people, half of them met."""
    many_people(store, 200)
    with store.transaction():
        store.me.put(replace(store.me.get(), wanted=("architect", "Leeds")))
    return store


def test_what_is_remembered_is_what_would_be_worked_out(many: Store) -> None:
    worked_out = suggest(many, TODAY)
    remember_suggestions(many, TODAY)
    assert suggest(many, TODAY) == worked_out
    assert suggest(many, TODAY, 2).entries == worked_out.entries[:2]
    assert suggest(many, TODAY, 9).entries[:5] == worked_out.entries


def test_nobody_is_remembered_as_nobody(store: Store) -> None:
    remember_suggestions(store, TODAY)
    assert suggest(store, TODAY).entries == ()


def test_each_day_has_its_own(many: Store) -> None:
    later, never = TODAY + timedelta(days=60), TODAY + timedelta(days=120)
    expected = {day: suggest(many, day) for day in (TODAY, later, never)}
    assert expected[TODAY] != expected[later]
    remember_suggestions(many, TODAY, later)
    assert {day: suggest(many, day) for day in expected} == expected


CHANGES: list[Callable[[Store, Person], object]] = [
    lambda store, first: store.people.add(
        a_person("Newly known", stage=Stage.REFERS, role="Architect", city="Leeds")
    ),
    lambda store, first: store.people.remove(first.id),
    lambda store, first: store.people.update(replace(first, let_go=True)),
    lambda store, first: store.touches.add(Touch(person=first.id, day=TODAY)),
    lambda store, first: store.meetings.add(
        a_meeting(first.id, datetime(2026, 11, 30, 9), state=State.AGREED)
    ),
    lambda store, first: store.me.put(replace(store.me.get(), wanted=("florist",))),
]


@pytest.mark.parametrize("change", CHANGES)
def test_no_list_is_shown_that_a_change_has_made_old(
    many: Store, change: Callable[[Store, Person], object]
) -> None:
    before = suggest(many, TODAY)
    remember_suggestions(many, TODAY)
    with many.transaction() as work:
        change(many, before.entries[0].person)
    changed = suggest(many, TODAY)
    assert changed != before
    remember_suggestions(many, TODAY)
    assert suggest(many, TODAY) == changed
    many.revert(work.change)
    assert suggest(many, TODAY) == before


def test_remembering_changes_nothing_a_user_could_undo(many: Store) -> None:
    people = many.people.all()
    remember_suggestions(many, TODAY)
    assert many.people.all() == people


def test_being_on_the_same_network_is_told_as_that_and_as_no_more(store: Store) -> None:
    with store.transaction():
        ana, ben, cleo = store.people.add_many(
            Person(name=name, connected_on=date(2026, 3, 1)) for name in ("Ana", "Ben", "Cleo")
        )
        for name, day, people in (
            ("LinkedIn", None, (ana, ben, cleo)),
            ("Chamber", None, (ben,)),
            ("Chamber", TODAY - timedelta(days=400), (cleo,)),
        ):
            group = store.groups.named(name) or store.groups.add(Group(name=name))
            event = store.events.add(Event(group=group.id, day=day))
            store.attendance.add_many(Attendance(event=event.id, person=p.id) for p in people)
    told = {
        entry.person.name: (entry.reasons[0].text, entry.reasons[0].day)
        for entry in suggest(store, TODAY).entries
    }
    assert told == {
        "Ana": ("LinkedIn", date(2026, 3, 1)),
        "Ben": ("Chamber", None),
        "Cleo": ("Chamber", TODAY - timedelta(days=400)),
    }
    shared = {of.name: of.shared for of in store.history.signals(Me(), TODAY)}
    assert shared == {"Ana": False, "Ben": True, "Cleo": True}


# -- known by name alone --------------------------------------------------------------------------


@given(
    st.sampled_from(
        [
            {},
            {"company": "Acme"},
            {"role": "Architect"},
            {"city": "Leeds"},
            {"emails": ("a@mail.example",)},
            {"phones": ("123",)},
            {"links": ("https://a.example",)},
            {"connected_on": TODAY},
            {"fit": Fit.MORE},
        ]
    ),
    st.booleans(),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_name_alone_is_nobody_to_suggest(
    tmp_path: Path, known: dict[str, Any], met: bool
) -> None:
    with Store.open(tmp_path / f"{uuid4()}.visavis") as store:
        with store.transaction():
            person = store.people.add(Person(name="Row Seven", **known))
            if met:
                held = a_meeting(person.id, datetime(2026, 9, 1, 9), state=State.HELD)
                store.meetings.add(held)
        assert names(store) == (["Row Seven"] if known or met else [])
