"""How a 1-2-1 is numbered as it changes, so that calendars take the newer for the newer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.meetings import (
    Meeting,
    Place,
    State,
    cancelled,
    marked,
    place_of,
    rescheduled,
    revised,
    stamped,
)

NOW = datetime(2026, 11, 22, 9, 30)
MEETING = Meeting(
    id=1,
    person=1,
    starts=datetime(2026, 12, 1, 8, 30),
    zone="Europe/London",
    place="The Wharf",
    uid="made-once@visavis",
    stamp=NOW,
    created=NOW,
)


@pytest.mark.parametrize(
    "change",
    [
        {"starts": datetime(2026, 12, 1, 9, 0)},
        {"zone": "Europe/Berlin"},
        {"minutes": 60},
        {"place": "Station Café"},
        {"state": State.CANCELLED},
        {"state": State.AGREED},
    ],
)
def test_time_place_and_state_raise_the_sequence(change: dict[str, object]) -> None:
    after = revised(MEETING, replace(MEETING, **change), NOW + timedelta(hours=1))  # type: ignore[arg-type]
    assert (after.sequence, after.stamp) == (1, NOW + timedelta(hours=1))
    assert after.uid == MEETING.uid


def test_words_alone_leave_the_sequence() -> None:
    after = revised(MEETING, replace(MEETING, learn="How she began"), NOW + timedelta(hours=1))
    assert (after.sequence, after.stamp) == (0, NOW + timedelta(hours=1))


def test_nothing_changed_is_nothing_new() -> None:
    assert revised(MEETING, replace(MEETING), NOW + timedelta(days=1)) is MEETING


def test_uid_and_numbers_cannot_be_set_from_outside() -> None:
    wished = replace(MEETING, uid="other", sequence=40, minutes=30)
    after = revised(MEETING, wished, NOW)
    assert (after.uid, after.sequence) == (MEETING.uid, 1)


def test_a_clock_set_back_does_not_set_the_stamp_back() -> None:
    assert stamped(MEETING, NOW - timedelta(days=1)).stamp == NOW
    assert stamped(replace(MEETING, stamp=None), NOW).stamp == NOW
    assert stamped(MEETING, NOW.replace(microsecond=7)).stamp == NOW


def test_a_new_time_is_a_proposal_again_and_a_new_place_is_not() -> None:
    agreed = marked(MEETING, State.AGREED, NOW)
    at = {"starts": agreed.starts, "zone": agreed.zone, "minutes": agreed.minutes}
    elsewhere = rescheduled(agreed, NOW, **at, place="Online")  # type: ignore[arg-type]
    assert (elsewhere.state, elsewhere.sequence) == (State.AGREED, 2)
    later = rescheduled(agreed, NOW, **(at | {"minutes": 90}), place="Online")  # type: ignore[arg-type]
    assert (later.state, later.sequence) == (State.PROPOSED, 2)


@given(st.lists(st.tuples(st.sampled_from(["move", "words", "cancel", "agree"]), st.integers())))
def test_no_row_of_changes_takes_a_number_back(changes: list[tuple[str, int]]) -> None:
    meeting, now = MEETING, NOW
    for what, number in changes:
        now += timedelta(minutes=number % 2001 - 1000)  # the clock jumps either way
        before = meeting
        if what == "move":
            wished = replace(meeting, minutes=5 + abs(number) % 400)
            meeting = revised(meeting, wished, now)
        elif what == "words":
            meeting = revised(meeting, replace(meeting, ask=str(number)), now)
        else:
            meeting = (
                cancelled(meeting, now) if what == "cancel" else marked(meeting, State.AGREED, now)
            )
        assert before.stamp is not None and meeting.stamp is not None
        assert meeting.stamp >= before.stamp
        moved = (meeting.minutes, meeting.state) != (before.minutes, before.state)
        assert meeting.sequence == before.sequence + moved


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", Place()),
        ("The Wharf", Place(name="The Wharf")),
        (
            " The Wharf Coffee House,  12 Dock St, Leeds ",
            Place(name="The Wharf Coffee House", address="12 Dock St, Leeds"),
        ),
        ("Online", Place(name="Online", online=True)),
        ("zoom", Place(name="zoom", online=True)),
        ("https://meet.example/a,b", Place(name="https://meet.example/a,b", online=True)),
    ],
)
def test_a_place_as_typed(text: str, place: Place) -> None:
    assert place_of(text) == place
    assert place_of(text).label == " ".join(text.split())
