"""The debrief on a real library: one go, undoable, and it changes what is suggested."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.changes import Kind
from planner.domain.conversation import Step
from planner.domain.debrief import Debrief, Evidence
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.errors import NotFound
from planner.guides.library import load
from planner.journeys import debrief_meeting, hold_conversation
from planner.journeys.debrief_meeting import debrief, offered_facts, step_up
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 11, 0)  # UTC, naive; London wall time too
TODAY = date(2026, 11, 22)
LIBRARY = load()


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """A 1-2-1 whose talking is over, with somebody who had been put off twice."""
    with store.transaction():
        person = store.people.add(a_person("Ana Ferreira", put_off=2, rests_until=TODAY))
        planned = store.meetings.add(a_meeting(person.id, NOW - timedelta(hours=1)))
    _, conversation = hold_conversation.begin(store, LIBRARY, planned.id, NOW)
    hold_conversation.finish_talking(store, conversation)
    return store.meetings.get(planned.id)


def person_of(store: Store, meeting: Meeting) -> Person:
    return store.people.get(meeting.person)


def test_everything_is_kept_in_one_go(store: Store, meeting: Meeting) -> None:
    kept = Debrief(
        summary=" Wants a second shop. ",
        facts=(
            Fact(kind=FactKind.GOAL, text="Second shop before Mothers' Day"),
            Fact(kind=FactKind.LIKE, text="  "),
            Fact(kind=FactKind.GOAL, text="second shop before mothers' day"),
        ),
        promises=(
            Promise(mine=True, text=" Landlord contact ", due=date(2026, 11, 27)),
            Promise(mine=False, text=" "),
        ),
        stage=Stage.KNOWN,
        meet_again=date(2027, 1, 15),
    )
    change = debrief(store, meeting.id, kept, TODAY, NOW)
    assert change.kinds == {
        Kind.MEETING,
        Kind.FACT,
        Kind.PROMISE,
        Kind.PERSON,
        Kind.CONVERSATION,
    }
    held = store.meetings.get(meeting.id)
    assert (held.state, held.summary) == (State.HELD, "Wants a second shop.")
    assert held.starts == meeting.starts
    (fact,) = store.facts.of_person(meeting.person)
    assert (fact.text, fact.origin, fact.noted_on) == (
        "Second shop before Mothers' Day",
        Origin.MEETING,
        TODAY,
    )
    (promise,) = store.promises.of_person(meeting.person)
    assert (promise.text, promise.due) == ("Landlord contact", date(2026, 11, 27))
    assert (promise.meeting, promise.made_on) == (meeting.id, TODAY)
    person = person_of(store, meeting)
    assert (person.stage, person.rests_until, person.put_off) == (
        Stage.KNOWN,
        date(2027, 1, 15),
        0,
    )
    done = store.conversations.of_meeting(meeting.id)
    assert done is not None
    assert done.step is Step.DONE
    assert hold_conversation.unfinished(store) == []


def test_it_is_taken_back_as_one(store: Store, meeting: Meeting) -> None:
    before = person_of(store, meeting)
    kept = Debrief("Good", (Fact(kind=FactKind.DOES, text="Flowers"),), stage=Stage.LIKED)
    store.revert(debrief(store, meeting.id, kept, TODAY, NOW))
    assert store.meetings.get(meeting.id) == meeting
    assert person_of(store, meeting) == before
    assert store.facts.all() == []
    assert len(hold_conversation.unfinished(store)) == 1


def test_all_or_nothing(store: Store, meeting: Meeting) -> None:
    kept = Debrief("Good", (Fact(kind=FactKind.DOES, text="Flowers"),), kept=(404,))
    with pytest.raises(NotFound):
        debrief(store, meeting.id, kept, TODAY, NOW)
    assert store.meetings.get(meeting.id) == meeting
    assert store.facts.all() == []


def test_saying_nothing_still_counts_as_met(store: Store, meeting: Meeting) -> None:
    debrief(store, meeting.id, Debrief(), TODAY, NOW)
    person = person_of(store, meeting)
    assert store.meetings.get(meeting.id).state is State.HELD
    assert (person.stage, person.rests_until, person.put_off) == (Stage.CONNECTED, None, 0)


@pytest.mark.parametrize("again", [None, TODAY, TODAY - timedelta(days=3)])
def test_nobody_rests_until_a_day_that_is_past(
    store: Store, meeting: Meeting, again: date | None
) -> None:
    debrief(store, meeting.id, Debrief(meet_again=again), TODAY, NOW)
    assert person_of(store, meeting).rests_until is None


def test_promises_that_were_kept_are_ticked_off(store: Store, meeting: Meeting) -> None:
    with store.transaction():
        old = store.promises.add(Promise(person=meeting.person, text="Two names"))
    debrief(store, meeting.id, Debrief(kept=(old.id,)), TODAY, NOW)
    assert store.promises.get(old.id).done_on == TODAY
    assert store.promises.open() == []


def test_from_paper_it_works_without_a_conversation(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person())
        planned = store.meetings.add(a_meeting(person.id, NOW - timedelta(days=1)))
    change = debrief(store, planned.id, Debrief("On paper", stage=Stage.KNOWN), TODAY, NOW)
    assert change.kinds == {Kind.MEETING, Kind.PERSON}
    assert store.meetings.get(planned.id).state is State.HELD


def test_one_held_earlier_than_planned_was_held_when_it_was(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person())
        planned = store.meetings.add(a_meeting(person.id, NOW + timedelta(days=2)))
    began = NOW - timedelta(minutes=50, seconds=20)
    hold_conversation.begin(store, LIBRARY, planned.id, began)
    debrief(store, planned.id, Debrief(), TODAY, NOW)
    assert store.meetings.get(planned.id).starts == datetime(2026, 11, 22, 10, 9)


@pytest.mark.parametrize("hour", [0, 1])
def test_none_is_held_in_the_future_even_in_the_hour_that_comes_twice(
    store: Store, hour: int
) -> None:
    now = datetime(2026, 10, 25, hour, 50)
    with store.transaction():
        person = store.people.add(a_person())
        planned = store.meetings.add(a_meeting(person.id, now + timedelta(days=2)))
    began = now - timedelta(minutes=20)
    hold_conversation.begin(store, LIBRARY, planned.id, began)
    debrief(store, planned.id, Debrief(), now.date(), now)
    assert store.meetings.get(planned.id).starts_utc == began


def test_done_again_it_adds_only_what_is_new(store: Store, meeting: Meeting) -> None:
    flowers = Fact(kind=FactKind.DOES, text="Flowers")
    debrief(store, meeting.id, Debrief("One", (flowers,)), TODAY, NOW)
    weddings = replace(flowers, text="Weddings")
    debrief(store, meeting.id, Debrief("Two", (flowers, weddings)), TODAY, NOW)
    assert [f.text for f in store.facts.of_person(meeting.person)] == ["Flowers", "Weddings"]
    assert store.meetings.get(meeting.id).summary == "Two"


def test_answers_are_offered_in_the_order_they_were_asked(store: Store, meeting: Meeting) -> None:
    conversation = store.conversations.of_meeting(meeting.id)
    assert conversation is not None
    telling = [
        prompt
        for prompt in map(LIBRARY.prompt, conversation.script)
        if prompt is not None and prompt.fills is not None
    ]
    for prompt in reversed(telling):
        hold_conversation.note(store, meeting.id, prompt.id, f"About {prompt.id}")
    hold_conversation.note(store, meeting.id, conversation.script[0], "Until ten")
    offered = offered_facts(store, LIBRARY, meeting.id, TODAY)
    assert [one.prompt.id for one in offered] == [prompt.id for prompt in telling]
    assert {one.fact.person for one in offered} == {meeting.person}


def test_the_step_counts_this_one_to_one(store: Store, meeting: Meeting) -> None:
    step = step_up(store, meeting.id)
    assert step is not None
    assert step.stage is Stage.KNOWN
    debrief(store, meeting.id, Debrief(stage=step.stage), TODAY, NOW)
    assert step_up(store, meeting.id) is None
    liked = debrief_meeting.step_up(store, meeting.id, [Evidence.ENJOYED])
    assert liked is not None
    assert liked.stage is Stage.LIKED


def test_talked_days_early_it_was_held_then_however_late_it_is_noted(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person())
        planned = store.meetings.add(a_meeting(person.id, NOW + timedelta(days=2)))
    hold_conversation.begin(store, LIBRARY, planned.id, NOW)
    late = NOW + timedelta(days=4)
    debrief(store, planned.id, Debrief(), late.date(), late)
    assert store.meetings.get(planned.id).starts == NOW


def test_more_notes_later_leave_them_in_peace_as_was_said(store: Store, meeting: Meeting) -> None:
    again = TODAY + timedelta(days=42)
    debrief(store, meeting.id, Debrief("One", meet_again=again), TODAY, NOW)
    debrief(store, meeting.id, Debrief("Two"), TODAY, NOW)
    assert person_of(store, meeting).rests_until == again
    sooner = TODAY + timedelta(days=14)
    debrief(store, meeting.id, Debrief("Two", meet_again=sooner), TODAY, NOW)
    assert person_of(store, meeting).rests_until == sooner
