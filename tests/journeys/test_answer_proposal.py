"""Another time that the guest proposed: kept, answered, and gone with its 1-2-1."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.changes import COUNTER, Kind, setting_about
from planner.domain.meetings import Meeting, State
from planner.domain.proposal import Proposal, planned_as
from planner.errors import PlannerError
from planner.journeys.answer_proposal import (
    keep_ours,
    keep_proposal,
    proposal_for,
    take_proposal,
    waiting,
)
from planner.journeys.plan_times import clashes
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW

AT = datetime(2026, 12, 1, 8, 30)
OTHER = AT + timedelta(days=1)
TODAY = date(2026, 11, 22)


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """For which Maya proposes the day after."""
    with store.transaction():
        kept = store.meetings.add(a_meeting(store.people.add(a_person()).id, AT))
        proposal = Proposal(OTHER, kept.zone, 60, "Foundry", "Sorry", planned_as(kept))
        keep_proposal(store, kept, proposal)
    return kept


def test_it_waits_with_whom_it_is_from(store: Store, meeting: Meeting) -> None:
    (one,) = waiting(store, TODAY) or ()
    assert (one.person.name, one.meeting, one.proposal.starts) == ("Maya Okafor", meeting, OTHER)
    assert waiting(store, date(2026, 12, 3)) is None


def test_taking_it_moves_the_one_to_one_and_its_place(store: Store, meeting: Meeting) -> None:
    _, moved = take_proposal(store, meeting.id, NOW)
    assert (moved.starts, moved.minutes, moved.place) == (OTHER, 60, "Foundry")
    assert moved.state is State.AGREED
    assert waiting(store, TODAY) is None


def test_it_is_answered_once(store: Store, meeting: Meeting) -> None:
    keep_ours(store, meeting.id)
    with pytest.raises(PlannerError, match="answered already"):
        keep_ours(store, meeting.id)
    with pytest.raises(PlannerError, match="answered already"):
        take_proposal(store, meeting.id, NOW)


def test_a_time_that_is_over_is_not_taken(store: Store, meeting: Meeting) -> None:
    with pytest.raises(PlannerError, match="over by now"):
        take_proposal(store, meeting.id, OTHER + timedelta(minutes=1))
    assert store.meetings.get(meeting.id).starts == AT


def test_another_place_at_the_time_planned(meeting: Meeting) -> None:
    place = Proposal(AT, meeting.zone, meeting.minutes, "Foundry", "", planned_as(meeting))
    assert place.is_of_place_alone
    assert not replace(place, starts=OTHER).is_of_place_alone


def test_keeping_the_time_planned_drafts_a_word_to_the_guest(
    store: Store, meeting: Meeting
) -> None:
    before = store.meetings.get(meeting.id)
    change, message = keep_ours(store, meeting.id)
    assert message.startswith("Hi Maya,\n\nThank you for suggesting Wednesday 2 December at 08:30")
    assert "Could we keep Tuesday 1 December at 08:30" in message
    assert store.meetings.get(meeting.id) == before
    store.revert(change)
    assert proposal_for(store, before) is not None


def test_another_one_to_one_at_that_time_is_known(store: Store, meeting: Meeting) -> None:
    proposal = proposal_for(store, meeting)
    assert proposal is not None
    at = (proposal.starts, proposal.zone, proposal.minutes, meeting.id)
    assert clashes(store, *at) == ()
    with store.transaction():
        jonas = store.people.add(a_person("Jonas Lindqvist"))
        then = store.meetings.add(a_meeting(jonas.id, OTHER + timedelta(minutes=30)))
    assert clashes(store, *at) == ((then, jonas),)


def test_it_goes_with_its_one_to_one_and_comes_back_with_it(store: Store, meeting: Meeting) -> None:
    with store.transaction() as work:
        store.meetings.remove(meeting.id)
    assert waiting(store, TODAY) is None
    store.revert(work.change)
    assert proposal_for(store, meeting) is not None


@pytest.mark.parametrize(
    "kept",
    ["", "x", "[]", "{}", '{"starts": "2026-12-02T08:30", "zone": "Mars", "minutes": 60}'],
)
def test_what_nobody_can_read_is_no_proposal(store: Store, meeting: Meeting, kept: str) -> None:
    with store.transaction():
        store.settings.put(setting_about(COUNTER, Kind.MEETING, meeting.id), kept)
    assert proposal_for(store, meeting) is None
    assert waiting(store, TODAY) is None
