"""The week a list is made for, what pins it, and how many names it has."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.week import listed, monday_of, pinned


@pytest.mark.parametrize("today", [date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 22)])
def test_a_week_is_from_monday_to_sunday(today: date) -> None:
    assert monday_of(today) == date(2026, 11, 16)


@given(st.integers(0, 6), st.integers(0, 800))
def test_whatever_was_before_monday_is_as_old_on_each_day_of_the_week(back: int, age: int) -> None:
    assert pinned(age + back, back) == age


@given(st.integers(0, 6), st.data())
def test_what_happened_since_monday_counts_as_of_monday(back: int, data: st.DataObject) -> None:
    assert pinned(data.draw(st.integers(0, back)), back) == 0


@pytest.mark.parametrize(
    ("per_week", "planned", "names"),
    [
        (1, 0, 3), (2, 0, 5), (3, 1, 5), (3, 2, 3), (14, 0, 5),
        (3, 3, 5), (3, 4, 5), (1, 1, 3),  # full: next week's
        (0, 0, 5), (0, 2, 5),  # none wanted
    ],
)  # fmt: skip
def test_the_room_left_and_twice_as_many_in_reserve(
    per_week: int, planned: int, names: int
) -> None:
    assert listed(per_week, planned, 5) == names
