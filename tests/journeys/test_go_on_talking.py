"""Taking a conversation up: begun now, gone on with, offered again, left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain import conversation as talk
from planner.domain.conversation import Conversation, Step
from planner.domain.guides import FIRST
from planner.domain.meetings import State
from planner.domain.people import Person
from planner.domain.talk_time import tick
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.go_on_talking import begin_with, cut_short, leave, talked_on
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 9, 30)  # UTC, naive
TODAY = date(2026, 11, 22)
ZONE = "Europe/London"
LIBRARY = load()


@pytest.fixture
def ana(store: Store) -> Person:
    with store.transaction():
        return store.people.add(a_person("Ana Ferreira"))


def with_her(store: Store, person: Person, now: datetime = NOW) -> Conversation:
    return begin_with(store, LIBRARY, person.id, now, ZONE)[1]


def test_without_a_plan_a_new_1_2_1_begins_now(store: Store, ana: Person) -> None:
    conversation = with_her(store, ana)
    meeting = store.meetings.get(conversation.meeting)
    assert (meeting.starts, meeting.state) == (datetime(2026, 11, 22, 9, 30), State.AGREED)


def test_the_one_planned_for_today_is_taken(store: Store, ana: Person) -> None:
    with store.transaction():
        store.meetings.add(a_meeting(ana.id, NOW + timedelta(days=3)))
        today = store.meetings.add(a_meeting(ana.id, NOW + timedelta(hours=2)))
    assert with_her(store, ana).meeting == today.id


def test_one_begun_today_is_gone_on_with(store: Store, ana: Person) -> None:
    first = with_her(store, ana)
    assert with_her(store, ana, NOW + timedelta(minutes=20)).id == first.id
    assert with_her(store, ana, NOW + timedelta(days=1)).id != first.id


def test_it_is_known_whether_the_two_talked_that_day(store: Store, ana: Person) -> None:
    assert not talked_on(store, ana.id, TODAY)
    meeting = store.meetings.get(with_her(store, ana).meeting)
    assert not talked_on(store, ana.id, TODAY)
    with store.transaction():
        store.meetings.update(replace(meeting, state=State.HELD))
    assert talked_on(store, ana.id, TODAY)
    assert not talked_on(store, ana.id, TODAY + timedelta(days=1))


def test_what_was_cut_short_is_offered_with_what_was_noted(store: Store, ana: Person) -> None:
    assert cut_short(store) is None
    conversation = with_her(store, ana)
    hold.note(store, conversation.meeting, conversation.script[0], "Until eleven")
    hold.note(store, conversation.meeting, conversation.script[1], "  ")
    cut = cut_short(store)
    assert cut is not None
    assert (cut.conversation, cut.person, cut.notes) == (conversation, ana, 1)


def test_what_was_left_is_not_offered_until_it_has_gone_on(store: Store, ana: Person) -> None:
    conversation = with_her(store, ana)
    leave(store, conversation)
    assert cut_short(store) is None
    on = tick(talk.next_question(conversation, LIBRARY.guide(FIRST)), LIBRARY.guide(FIRST), 60)
    hold.keep(store, on)
    assert cut_short(store) is not None


def test_leaving_the_latest_does_not_bring_up_an_older_one(store: Store, ana: Person) -> None:
    with_her(store, ana, NOW - timedelta(days=2))
    leave(store, with_her(store, ana))
    assert cut_short(store) is None


def test_one_that_is_debriefed_is_not_offered(store: Store, ana: Person) -> None:
    conversation = with_her(store, ana)
    hold.keep(store, replace(conversation, step=Step.DONE))
    assert cut_short(store) is None


def test_one_looked_into_days_before_begins_when_its_time_comes(store: Store, ana: Person) -> None:
    with store.transaction():
        meeting = store.meetings.add(a_meeting(ana.id, NOW + timedelta(days=3)))
    hold.begin(store, LIBRARY, meeting.id, NOW)
    later = NOW + timedelta(days=3)
    assert hold.begin(store, LIBRARY, meeting.id, later)[1].started == later
    hold.note(store, meeting.id, "any", "A second shop")
    assert hold.begin(store, LIBRARY, meeting.id, later + timedelta(1))[1].started == later
