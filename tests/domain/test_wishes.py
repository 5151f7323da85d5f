"""What is wished of a 1-2-1, in the week's hours."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from planner.domain.me import CLOSED, OFFICE_WEEK, Hours
from planner.domain.meetings import Meeting
from planner.domain.week import monday_of
from planner.domain.wishes import (
    PartOfDay,
    days_before,
    narrowed,
    wish_of,
    works_between,
)

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)
LATE_WEEK = (Hours(time(13), time(18)), *OFFICE_WEEK[1:])


def test_noon_divides_the_day() -> None:
    assert narrowed(OFFICE_WEEK, PartOfDay.ANY) == OFFICE_WEEK
    assert narrowed(OFFICE_WEEK, PartOfDay.MORNINGS)[0] == Hours(time(9), time(12))
    assert narrowed(OFFICE_WEEK, PartOfDay.AFTERNOONS)[0] == Hours(time(12), time(17))


@pytest.mark.parametrize("part", PartOfDay)
def test_a_day_off_stays_one(part: PartOfDay) -> None:
    assert not any(hours.open for hours in narrowed((CLOSED,) * 7, part))


def test_who_starts_after_noon_has_no_mornings() -> None:
    assert not narrowed(LATE_WEEK, PartOfDay.MORNINGS)[0].open
    assert narrowed(LATE_WEEK, PartOfDay.AFTERNOONS)[0] == LATE_WEEK[0]


def test_going_back_counts_working_days_and_stops_at_today() -> None:
    assert days_before(OFFICE_WEEK, date(2026, 12, 7), 5, SUNDAY) == date(2026, 11, 30)
    assert days_before(OFFICE_WEEK, date(2026, 11, 30), 5, SUNDAY) == MONDAY
    assert days_before(OFFICE_WEEK, date(2026, 11, 26), 5, SUNDAY) == SUNDAY
    assert days_before(OFFICE_WEEK, SUNDAY, 5, MONDAY) == MONDAY
    assert days_before((CLOSED,) * 7, date(2027, 11, 22), 5, SUNDAY) >= SUNDAY


def test_whether_there_are_days_to_go_back_to() -> None:
    assert not works_between(OFFICE_WEEK, SUNDAY, MONDAY)
    assert not works_between(OFFICE_WEEK, MONDAY, MONDAY)
    assert not works_between(OFFICE_WEEK, MONDAY, SUNDAY)
    assert works_between(OFFICE_WEEK, MONDAY, date(2026, 11, 24))
    assert works_between(OFFICE_WEEK, SUNDAY, date(2027, 3, 1))
    assert not works_between((CLOSED,) * 7, SUNDAY, date(2027, 3, 1))


def test_the_monday_of_a_week() -> None:
    assert monday_of(SUNDAY) == date(2026, 11, 16)
    assert monday_of(MONDAY) == MONDAY


def test_a_kept_one_is_shown_where_the_user_is() -> None:
    meeting = Meeting(
        starts=datetime(2026, 11, 24, 10), zone="Europe/Berlin", place="Online", learn="Why"
    )
    wish = wish_of(meeting, "Europe/London")
    assert (wish.starts, wish.place, wish.learn) == (datetime(2026, 11, 24, 9), "Online", "Why")
    assert wish_of(meeting, "Nowhere/At all").starts == meeting.starts
