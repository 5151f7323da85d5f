"""What happens between two people, kept by the journeys, and where it moves them in the ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.groups import Attendance, Event, Group
from planner.domain.meetings import State, Touch
from planner.domain.people import Person, Stage
from planner.domain.suggestions import UNANSWERED, Signals, available, index
from planner.domain.week import monday_of
from planner.journeys.follow_up import log_touch
from planner.journeys.plan_meeting import mark, plan, reschedule
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person

NOW = datetime.combine(TODAY, time(18))
NOON = datetime.combine(TODAY, time(12))


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


class Past(NamedTuple):
    """What happened with one person; days are counted back from today."""

    stage: Stage
    connected: int | None
    talks: Sequence[tuple[int, State]]
    touches: Sequence[int]
    events: Sequence[int]


DAYS = st.integers(0, 900)
OVER = st.sampled_from([State.HELD, State.HELD, State.CANCELLED, State.MISSED, State.PROPOSED])
AWAY = st.sampled_from([{}, {}, {"let_go": True}, {"rests_until": TODAY + timedelta(days=9)}])
PASTS = st.builds(
    Past,
    st.sampled_from(list(Stage)),
    st.none() | DAYS,
    st.lists(st.tuples(st.integers(1, 900), OVER), max_size=4),
    st.lists(DAYS, max_size=3),
    st.lists(DAYS, max_size=2),
)


def kept(store: Store, pasts: Sequence[Past]) -> list[Person]:
    """People with what happened, in a library."""
    people = []
    with store.transaction():
        group = store.groups.add(Group(name="Chamber"))
        for n, past in enumerate(pasts):
            connected = None if past.connected is None else day(past.connected)
            person = a_person(f"Person {n}", stage=past.stage, connected_on=connected)
            people.append(person := store.people.add(person))
            for ago, state in past.talks:
                starts = NOON - timedelta(days=ago)
                store.meetings.add(a_meeting(person.id, starts, state=state, uid=f"{uuid4()}"))
            store.touches.add_many(Touch(person=person.id, day=day(ago)) for ago in past.touches)
            for ago in past.events:
                event = store.events.add(Event(group=group.id, day=day(ago)))
                store.attendance.add(Attendance(event=event.id, person=person.id))
    return people


def signals(store: Store, as_of: date | None = None) -> list[Signals]:
    return store.history.signals(store.me.get(), TODAY, as_of=as_of)


def listed(store: Store) -> list[int]:
    return [entry.person.id for entry in suggest(store, TODAY, 50).entries]


in_a_library = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(
    st.lists(PASTS, min_size=1, max_size=4),
    st.integers(0, 300),
    st.booleans(),
    st.sampled_from([None, monday_of(TODAY)]),
)
@in_a_library
def test_a_touch_moves_nobody_up(
    tmp_path: Path, pasts: list[Past], ago: int, theirs: bool, as_of: date | None
) -> None:
    """Neither one of today nor one remembered later, whoever made the first move."""
    with Store.open(tmp_path / f"{uuid4()}.visavis") as store:
        people = kept(store, pasts)
        before = [index(of).score for of in signals(store, as_of)]
        for person in people:
            log_touch(store, Touch(person=person.id, day=day(ago), theirs=theirs), TODAY)
        for of, score in zip(signals(store, as_of), before, strict=True):
            assert index(of).score <= score * (1 + 1e-12)


@given(st.lists(PASTS, min_size=1, max_size=4))
@in_a_library
def test_an_invitation_a_yes_and_a_1_2_1_move_nobody_up_that_day(
    tmp_path: Path, pasts: list[Past]
) -> None:
    with Store.open(tmp_path / f"{uuid4()}.visavis") as store:
        for person in kept(store, pasts):
            _, meeting = plan(
                store, person.id, NOON + timedelta(hours=8), "Europe/London", 45, "",
                "", "", "", "", NOW,
            )  # fmt: skip
            assert person.id not in listed(store)
            for state in (State.AGREED, State.HELD):
                mark(store, meeting.id, state, NOW)
                assert person.id not in listed(store)
            (of,) = store.history.signals(store.me.get(), TODAY, only=[person.id])
            assert (index(of).step, index(of).cooling) == (0.0, 0.0)


@given(st.lists(st.tuples(PASTS, AWAY), max_size=6))
@in_a_library
def test_only_who_may_be_suggested_is_listed_whatever_the_order_they_came_in(
    tmp_path: Path, known: list[tuple[Past, dict[str, object]]]
) -> None:
    lists = []
    for forwards in (1, -1):
        with Store.open(tmp_path / f"{uuid4()}.visavis") as store:
            numbers = range(len(known))[::forwards]
            people = kept(store, [known[n][0] for n in numbers])
            with store.transaction():
                for person, n in zip(people, numbers, strict=True):
                    named: dict[str, object] = {"name": f"Person {n}"}
                    store.people.update(replace(person, **(known[n][1] | named)))  # type: ignore[arg-type]
            found = listed(store)
            assert found == listed(store)
            assert set(found) <= {of.person for of in signals(store) if available(of)}
            lists.append([store.people.get(person).name for person in found])
    assert lists[0] == lists[1]


# -- what is an answer ----------------------------------------------------------------------------


@pytest.fixture
def maya(store: Store) -> Person:
    (person,) = kept(store, [Past(Stage.KNOWN, 200, [(100, State.HELD)], [], [])])
    return person


def answers(store: Store) -> tuple[float, int, int, bool]:
    (of,) = signals(store)
    return of.invited, of.accepted, of.rests, of.planned


def test_a_plan_is_an_invitation_and_what_becomes_of_it_the_answer(
    store: Store, maya: Person
) -> None:
    assert answers(store) == (1, 1, 0, False)
    _, meeting = plan(
        store, maya.id, NOON + timedelta(days=3), "Europe/London", 45, "", "", "", "", "", NOW
    )
    assert answers(store) == (2, 1, 0, True)
    mark(store, meeting.id, State.AGREED, NOW)
    assert answers(store) == (2, 2, 0, True)
    reschedule(store, meeting.id, NOON + timedelta(days=9), NOW)
    assert answers(store) == (2, 1, 0, True), "moved: still one invitation, and no decline"
    mark(store, meeting.id, State.HELD, NOW)
    assert answers(store) == (2, 2, 0, False)
    mark(store, meeting.id, State.MISSED, NOW)
    assert answers(store) == (2, 1, 21, False)


def test_a_decline_rests_and_counts_as_one_no(store: Store, maya: Person) -> None:
    _, meeting = plan(
        store, maya.id, NOON + timedelta(days=3), "Europe/London", 45, "", "", "", "", "", NOW
    )
    mark(store, meeting.id, State.CANCELLED, NOW)
    assert answers(store) == (2, 1, 21, False)


@pytest.mark.parametrize(
    ("ago", "invited", "planned"), [(14, 2, True), (15, 1 + UNANSWERED, False)]
)
def test_an_invitation_never_answered_is_half_a_no_and_no_rest(
    store: Store, maya: Person, ago: int, invited: float, planned: bool
) -> None:
    with store.transaction():
        store.meetings.add(a_meeting(maya.id, NOON - timedelta(days=ago), state=State.PROPOSED))
    assert answers(store) == (invited, 1, 0, planned)


def test_a_stage_counts_for_less_after_a_long_silence_until_the_next_1_2_1(
    store: Store,
) -> None:
    (old,) = kept(store, [Past(Stage.TRUSTED, None, [(500, State.HELD)], [300], [])])
    assert signals(store)[0].slipped == 9
    log_touch(store, Touch(person=old.id, day=TODAY), TODAY)
    assert signals(store)[0].slipped == 9, "a message is not enough"
    with store.transaction():
        store.meetings.add(a_meeting(old.id, NOON, state=State.HELD))
    assert signals(store)[0].slipped == 0
