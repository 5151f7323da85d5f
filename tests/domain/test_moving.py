"""Where a 1-2-1 goes when it is moved in a calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.meetings import Meeting
from planner.domain.moving import nudged, on_day
from planner.domain.wall_time import instants

ZONES = ("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")


def test_another_day_keeps_the_time_clocks_show_there() -> None:
    meeting = Meeting(starts=datetime(2026, 3, 27, 8, 30), zone="Europe/London")
    assert on_day(meeting, date(2026, 3, 30)) == datetime(2026, 3, 30, 8, 30)  # after the change


def test_nudging_steps_over_an_hour_the_clocks_skip() -> None:
    meeting = Meeting(starts=datetime(2026, 3, 29, 0, 45), zone="Europe/London")
    assert nudged(meeting, 15) == datetime(2026, 3, 29, 2, 0)
    late = Meeting(starts=datetime(2026, 3, 29, 2, 0), zone="Europe/London")
    assert nudged(late, -15) == datetime(2026, 3, 29, 0, 45)


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 30)),
    st.sampled_from(ZONES),
    st.sampled_from((-30, -15, 15, 30)),
)
def test_it_always_gets_on_and_to_a_time_there_is(
    starts: datetime, zone: str, minutes: int
) -> None:
    starts = starts.replace(second=0, microsecond=0)
    moved = nudged(Meeting(starts=starts, zone=zone), minutes)
    assert instants(moved, zone)
    assert (moved > starts) is (minutes > 0)
    assert abs(moved - starts) <= timedelta(hours=1, minutes=30)
