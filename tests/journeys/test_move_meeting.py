"""Moving a 1-2-1 in the calendar: kept, told what it means, and refused in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.calendar_files import calendar_file
from planner.journeys.meetings_page import (
    days_from,
    keep_view,
    meeting_with,
    say_who_called_off,
    view_kept,
)
from planner.journeys.move_meeting import move
from planner.journeys.plan_meeting import cancel, mark
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 9, 30)
TODAY = NOW.date()
TUESDAY = datetime(2026, 11, 24, 10)
THURSDAY = datetime(2026, 11, 26, 10)


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        store.me.put(Me(name="Sam Doyle", email="sam@doyle.example", zone="Europe/London"))
        return store.people.add(a_person(emails=("maya@okafor.example",)))


@pytest.fixture
def agreed(store: Store, maya: Person) -> Meeting:
    with store.transaction():
        return store.meetings.add(a_meeting(maya.id, TUESDAY, place="The Wharf"))


def test_it_is_a_proposal_again_with_its_length_and_place(store: Store, agreed: Meeting) -> None:
    change, moved = move(store, agreed.id, THURSDAY, NOW)
    assert (moved.meeting.starts, moved.meeting.minutes) == (THURSDAY, 45)
    assert (moved.meeting.place, moved.meeting.state) == ("The Wharf", State.PROPOSED)
    assert moved.meeting.sequence == agreed.sequence + 1
    assert moved.proposed_again and not moved.also and not moved.taken
    store.revert(change)
    assert store.meetings.get(agreed.id).starts == TUESDAY


def test_what_else_is_on_is_told_and_no_reason_to_refuse(
    store: Store, maya: Person, agreed: Meeting
) -> None:
    with store.transaction():
        other = store.people.add(a_person("Jonas Lindqvist"))
        store.meetings.add(a_meeting(other.id, THURSDAY + timedelta(minutes=30)))
        off = a_meeting(maya.id, THURSDAY, state=State.CANCELLED)
        store.meetings.add(off)
        far_off = a_meeting(maya.id, datetime(2027, 1, 7, 9), uid="moved@visavis")
        store.meetings.add(far_off)
    taken = BusyTime(THURSDAY, THURSDAY + timedelta(hours=1), "Board meeting")
    own = replace(taken, uid=agreed.uid), replace(taken, uid=far_off.uid)  # at its old time
    elsewhen = replace(taken, start=THURSDAY + timedelta(hours=1), end=THURSDAY.replace(hour=12))
    diary = Diary((taken, *own, elsewhen), {THURSDAY.date(): "Thanksgiving"})
    _, moved = move(store, agreed.id, THURSDAY, NOW, diary)
    assert [person.name for person in moved.also] == ["Jonas Lindqvist"]
    assert moved.taken == (taken,)
    assert moved.off == "Thanksgiving"


def test_an_invitation_given_out_is_out_of_date_then(store: Store, agreed: Meeting) -> None:
    calendar_file(store, agreed.id, NOW, True)
    _, moved = move(store, agreed.id, THURSDAY, NOW)
    assert moved.given.theirs_old


@pytest.mark.parametrize(
    ("starts", "words"),
    [
        (datetime(2027, 3, 28, 1, 30), "There is no 01:30 on Sunday 28 March 2027"),
        (datetime(2026, 11, 22, 9), "Sunday 22 November at 09:00 is over"),
    ],
)
def test_a_time_that_cannot_be_is_refused_in_words(
    store: Store, agreed: Meeting, starts: datetime, words: str
) -> None:
    with pytest.raises(PlannerError, match=words):
        move(store, agreed.id, starts, NOW)
    assert store.meetings.get(agreed.id) == agreed


def test_one_they_invited_to_becomes_a_wish_under_their_number(
    store: Store, agreed: Meeting
) -> None:
    with store.transaction():
        store.meetings.update(replace(agreed, organizer="maya@okafor.example", sequence=3))
    _, moved = move(store, agreed.id, THURSDAY, NOW)
    assert (moved.meeting.starts, moved.meeting.sequence) == (THURSDAY, 3)


def test_what_is_over_stays_where_it_is(store: Store, agreed: Meeting) -> None:
    mark(store, agreed.id, State.HELD, NOW)
    with pytest.raises(PlannerError, match="was held already"):
        move(store, agreed.id, THURSDAY, NOW)


# the page


def test_days_with_their_1_2_1s_and_names(store: Store, maya: Person, agreed: Meeting) -> None:
    days = days_from(store, date(2026, 11, 23), 7, "Europe/London", NOW)
    assert [len(day.meetings) for day in days.days] == [0, 1, 0, 0, 0, 0, 0]
    assert days.names == {maya.id: "Maya Okafor"}


def test_the_view_is_kept(store: Store) -> None:
    assert view_kept(store) == "list"
    keep_view(store, "month")
    assert view_kept(store) == "month"
    keep_view(store, "no such view")
    assert view_kept(store) == "list"


def test_who_called_it_off_can_be_said_later_without_a_newer_file(
    store: Store, agreed: Meeting
) -> None:
    _, off = cancel(store, agreed.id, NOW)
    change = say_who_called_off(store, agreed.id, CalledOff.THEM)
    assert store.meetings.get(agreed.id) == replace(off, called_off=CalledOff.THEM)
    store.revert(change)
    assert store.meetings.get(agreed.id) == off
    with pytest.raises(PlannerError, match="was not called off"):
        mark(store, _another(store, agreed), State.HELD, NOW)
        say_who_called_off(store, agreed.id + 1, CalledOff.ME)


def _another(store: Store, like: Meeting) -> int:
    with store.transaction():
        return store.meetings.add(replace(like, id=0, uid="other@visavis")).id


@pytest.mark.parametrize(
    ("by", "until"), [(CalledOff.THEM, date(2026, 12, 13)), (CalledOff.ME, None)]
)
def test_after_one_that_fell_through(
    store: Store, agreed: Meeting, by: CalledOff, until: date | None
) -> None:
    cancel(store, agreed.id, NOW, by)
    one = meeting_with(store, agreed.id, TODAY)
    assert one is not None
    assert (one.last, one.rests_until) == (True, until)
    with store.transaction():
        store.meetings.add(a_meeting(agreed.person, THURSDAY, uid="later@visavis"))
    one = meeting_with(store, agreed.id, TODAY)
    assert one is not None and not one.last
