"""What is to be reminded of, and when: never late, never in a burst."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.me import Me
from planner.domain.meetings import Meeting, State
from planner.domain.reminders import Occasion, due, still_worth
from tests.builders import a_meeting

LONDON = "Europe/London"
TUESDAY = datetime(2026, 11, 24, 10, 0)  # in winter, when London's clocks show UTC
ME = Me(travel_neutral=15, travel_online=0)
ONE = replace(a_meeting(7, TUESDAY, place="The Wharf, Leeds"), id=1)


def occasions(now: datetime, *meetings: Meeting, zone: str = LONDON) -> list[str]:
    return [one.occasion.value for one in due(meetings or (ONE,), now, zone, ME)]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 11, 22, 23, 0), []),
        (datetime(2026, 11, 23, 11, 59), []),
        (datetime(2026, 11, 23, 12, 0), ["prepare"]),
        (datetime(2026, 11, 24, 9, 29), ["prepare"]),
        (datetime(2026, 11, 24, 9, 30), ["soon"]),
        (datetime(2026, 11, 24, 9, 59), ["soon"]),
        (datetime(2026, 11, 24, 10, 0), []),
        (datetime(2026, 11, 24, 10, 54), []),
        (datetime(2026, 11, 24, 10, 55), ["debrief"]),
        (datetime(2026, 11, 28, 10, 44), ["debrief"]),
        (datetime(2026, 11, 28, 10, 45), []),
    ],
)
def test_each_is_due_from_a_moment_to_another(now: datetime, expected: list[str]) -> None:
    assert occasions(now) == expected


@pytest.mark.parametrize("state", [State.HELD, State.CANCELLED, State.MISSED])
def test_what_is_settled_is_not_reminded_of(state: State) -> None:
    for hours in range(-48, 120):
        assert occasions(TUESDAY + timedelta(hours=hours), replace(ONE, state=state)) == []


def test_nobody_has_to_leave_for_one_online() -> None:
    online = replace(ONE, place="https://meet.example/7")
    assert occasions(TUESDAY - timedelta(minutes=30), online) == ["prepare"]
    assert occasions(TUESDAY - timedelta(minutes=15), online) == ["soon"]


def test_whoever_just_planned_it_knows_of_it() -> None:
    now = datetime(2026, 11, 23, 15, 0)
    fresh = replace(ONE, created=now - timedelta(minutes=5))
    assert occasions(now, fresh) == []
    assert occasions(now + timedelta(hours=2), fresh) == ["prepare"]
    moved = replace(ONE, stamp=now)
    assert occasions(now, moved) == []
    ahead = replace(ONE, stamp=now + timedelta(days=3))  # the clock was set back meanwhile
    assert occasions(now, ahead) == ["prepare"]
    at_once = replace(ONE, created=TUESDAY - timedelta(minutes=20))
    assert occasions(TUESDAY - timedelta(minutes=10), at_once) == []


def test_on_a_day_of_several_nobody_is_asked_between_two() -> None:
    second = replace(ONE, id=2, starts=TUESDAY + timedelta(hours=1))
    assert occasions(datetime(2026, 11, 24, 10, 56), ONE, second) == ["soon"]
    assert occasions(datetime(2026, 11, 24, 11, 30), ONE, second) == []
    assert occasions(datetime(2026, 11, 24, 11, 46), ONE, second) == ["debrief"]
    assert occasions(datetime(2026, 11, 24, 11, 56), ONE, second) == ["debrief", "debrief"]


def test_the_most_pressing_comes_first() -> None:
    over = replace(ONE, id=2, starts=datetime(2026, 11, 23, 16, 0))
    later = replace(ONE, id=3, starts=datetime(2026, 11, 25, 9, 0))
    now = datetime(2026, 11, 24, 9, 40)
    assert occasions(now, later, over, ONE) == ["soon", "debrief"]
    assert occasions(now + timedelta(hours=3), later, over, ONE) == [
        "debrief",
        "debrief",
        "prepare",
    ]


def test_the_day_before_is_the_users_own() -> None:
    """08:00 in Auckland on Wednesday is Tuesday evening in London."""
    far = replace(ONE, zone="Pacific/Auckland", starts=datetime(2026, 11, 25, 8, 0))
    assert far.starts_utc == datetime(2026, 11, 24, 19, 0)
    assert occasions(datetime(2026, 11, 23, 11, 59), far) == []
    assert occasions(datetime(2026, 11, 23, 12, 0), far) == ["prepare"]
    there = datetime(2026, 11, 23, 22, 59)  # before noon on Tuesday in Auckland
    assert occasions(there, far, zone="Pacific/Auckland") == []
    assert occasions(there + timedelta(minutes=1), far, zone="Pacific/Auckland") == ["prepare"]


def test_a_mark_holds_until_it_is_moved_or_settled() -> None:
    (said,) = due((ONE,), datetime(2026, 11, 23, 12, 0), LONDON, ME)
    assert still_worth([said.mark, said.mark, "nonsense", ""], [ONE]) == (said.mark,)
    assert still_worth([said.mark], [replace(ONE, starts=TUESDAY + timedelta(hours=1))]) == ()
    assert still_worth([said.mark], [replace(ONE, state=State.HELD)]) == ()
    assert still_worth([said.mark], []) == ()
    same = replace(ONE, state=State.PROPOSED, place="Station Café")
    assert still_worth([said.mark], [same]) == (said.mark,)


@given(
    st.lists(st.integers(-10_000, 10_000), max_size=5),
    st.lists(st.integers(-20_000, 20_000), max_size=12),
)
def test_however_the_clock_is_set_each_is_said_once(offsets: list[int], looks: list[int]) -> None:
    """Minutes around a Tuesday: where 1-2-1s stand, and where the clock stands at each look."""
    meetings = [
        replace(ONE, id=n, starts=TUESDAY + timedelta(minutes=offset), created=None)
        for n, offset in enumerate(offsets, 1)
    ]
    said: list[str] = []
    for look in looks:
        found = due(meetings, TUESDAY + timedelta(minutes=look), LONDON, ME)
        assert len({one.meeting.id for one in found}) == len(found)  # one thing of each
        said += [one.mark for one in found if one.mark not in still_worth(said, meetings)]
    assert len(said) == len(set(said)) <= len(meetings) * len(Occasion)
