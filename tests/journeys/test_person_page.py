"""What a person's page shows."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind
from planner.domain.groups import MetAt
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.errors import NotFound
from planner.journeys.keep_people import add_met_at, add_person
from planner.journeys.person_page import PersonPage, person_page
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person

NINE = datetime(2026, 11, 22, 9)


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person())[1]


def met(store: Store, person: Person, ago: int, state: State = State.HELD) -> None:
    with store.transaction():
        store.meetings.add(a_meeting(person.id, NINE - timedelta(days=ago), state=state))


def told(page: PersonPage) -> list[tuple[str, int]]:
    kinds = {Meeting: "meeting", Touch: "touch", MetAt: "met"}
    return [(kinds[type(line.what)], (TODAY - line.day).days) for line in page.history]


def test_of_somebody_new_there_is_only_what_to_learn(store: Store, maya: Person) -> None:
    page = person_page(store, maya.id, TODAY)
    assert page.person == maya
    assert page.still_to_learn[0] is FactKind.DOES
    assert (page.history, page.last_contact, page.usual_gap, page.warmth) == ((), None, 0, 0.0)


def test_history_is_told_newest_first_until_today(store: Store, maya: Person) -> None:
    add_met_at(store, maya.id, "Chamber", "", TODAY - timedelta(days=185))
    add_met_at(store, maya.id, "LinkedIn")
    for ago in (173, 80):
        met(store, maya, ago)
    met(store, maya, 20, State.MISSED)
    met(store, maya, -3, State.AGREED)
    with store.transaction():
        store.touches.add(Touch(person=maya.id, day=TODAY - timedelta(days=133)))
    page = person_page(store, maya.id, TODAY)
    assert told(page) == [
        ("meeting", 20), ("meeting", 80), ("touch", 133), ("meeting", 173), ("met", 185),
    ]  # fmt: skip
    assert [line.first for line in page.history] == [False, False, False, True, False]
    assert [meeting.starts for meeting in page.planned] == [NINE + timedelta(days=3)]
    assert page.last_contact == TODAY - timedelta(days=80)
    assert page.usual_gap == 0  # 12, 40 and 53 days: too few to tell
    assert 0 < page.warmth < 1
    assert page.signals.planned
    assert [event.group_name for event in page.met_at] == ["Chamber", "LinkedIn"]


def test_facts_stand_in_the_order_of_their_kinds(store: Store, maya: Person) -> None:
    with store.transaction():
        store.facts.add_many(
            Fact(person=maya.id, kind=kind, text=kind.value)
            for kind in (FactKind.PRIVATE, FactKind.LIKE, FactKind.DOES)
        )
    page = person_page(store, maya.id, TODAY)
    assert [fact.kind for fact in page.facts] == [FactKind.DOES, FactKind.LIKE, FactKind.PRIVATE]
    assert FactKind.DOES not in page.still_to_learn


def test_open_promises_come_before_kept_ones(store: Store, maya: Person) -> None:
    with store.transaction():
        store.promises.add_many(
            Promise(person=maya.id, text=text, due=due, done_on=done)
            for text, due, done in (
                ("kept long ago", None, TODAY - timedelta(days=90)),
                ("undated", None, None),
                ("kept", TODAY, TODAY),
                ("due", TODAY, None),
            )
        )
        store.referrals.add_many(
            Referral(person=maya.id, what=what, day=day)
            for what, day in (("undated", None), ("latest", TODAY))
        )
    page = person_page(store, maya.id, TODAY)
    assert [p.text for p in page.promises] == ["due", "undated", "kept", "kept long ago"]
    assert [r.what for r in page.referrals] == ["latest", "undated"]


def test_a_person_removed_meanwhile_is_said_so(store: Store) -> None:
    with pytest.raises(NotFound):
        person_page(store, 99, TODAY)


def test_somebody_never_in_touch_has_no_curve(store: Store) -> None:
    _, person = add_person(store, a_person(connected_on=TODAY - timedelta(days=9)))
    assert person_page(store, person.id, TODAY).curve == ()


def test_ahead_it_goes_to_the_next_talk_that_is_near(store: Store, maya: Person) -> None:
    met(store, maya, 20)
    assert person_page(store, maya.id, TODAY).ahead == ()
    met(store, maya, -200, State.AGREED)
    met(store, maya, 1, State.AGREED)  # over, and nobody has said how it went
    assert person_page(store, maya.id, TODAY).ahead == ()
    met(store, maya, -9, State.PROPOSED)
    page = person_page(store, maya.id, TODAY)
    assert page.ahead[0] == page.curve[-1]
    assert page.ahead[-1].day == TODAY + timedelta(days=9)


def test_the_curve_begins_where_they_were_linked(store: Store) -> None:
    _, person = add_person(store, a_person(connected_on=TODAY - timedelta(days=60)))
    met(store, person, 20)
    curve = person_page(store, person.id, TODAY).curve
    assert (curve[0].day, curve[0].warmth) == (TODAY - timedelta(days=60), 1.0)
    assert curve[-1].day == TODAY


@given(
    stage=st.sampled_from(Stage),
    linked=st.none() | st.integers(-5, 600),
    held=st.lists(st.integers(-5, 500), max_size=4),
    touched=st.lists(st.integers(-5, 500), max_size=4),
    events=st.lists(st.integers(-5, 500), max_size=3),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_curve_ends_at_todays_warmth(
    store: Store,
    stage: Stage,
    linked: int | None,
    held: list[int],
    touched: list[int],
    events: list[int],
) -> None:
    connected = None if linked is None else TODAY - timedelta(days=linked)
    _, person = add_person(store, a_person(stage=stage, connected_on=connected))
    with store.transaction():
        for ago in held:
            starts = NINE - timedelta(days=ago)
            store.meetings.add(a_meeting(person.id, starts, state=State.HELD))
        store.touches.add_many(
            Touch(person=person.id, day=TODAY - timedelta(days=ago)) for ago in touched
        )
    for ago in events:
        add_met_at(store, person.id, "Chamber", f"Number {ago}", TODAY - timedelta(days=ago))
    page = person_page(store, person.id, TODAY)
    in_touch = any(ago >= 0 for ago in (*held, *touched, *events))
    assert bool(page.curve) == in_touch
    if in_touch:
        assert page.curve[-1] == (TODAY, page.warmth)


def test_what_is_still_to_learn_comes_with_a_question(store: Store, maya: Person) -> None:
    page = person_page(store, maya.id, TODAY)
    assert page.ways_to_ask[FactKind.DOES].text == "How did you come to do what you do?"
    assert page.ways_to_ask.keys() <= set(page.still_to_learn)
