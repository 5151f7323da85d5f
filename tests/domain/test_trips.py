"""When a trip is in sight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.trips import Trip

TRIP = Trip(city="Manchester", starts=date(2026, 12, 3), ends=date(2026, 12, 4))


@pytest.mark.parametrize(
    ("days_before", "in_sight", "under_way"),
    [(29, False, False), (28, True, False), (1, True, False), (0, True, True), (-1, True, True),
     (-2, False, False)],
)  # fmt: skip
def test_from_four_weeks_ahead_until_its_last_day(
    days_before: int, in_sight: bool, under_way: bool
) -> None:
    today = TRIP.starts - timedelta(days=days_before)
    assert (TRIP.in_sight(today), TRIP.under_way(today)) == (in_sight, under_way)
