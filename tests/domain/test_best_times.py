"""The few best of many free times."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.best_times import at_their_day, best, into_their_night
from planner.domain.slots import Slot

LONDON = "Europe/London"


def slot(day: int, hour: int, *, free: bool = True, tight: bool = False) -> Slot:
    return Slot(datetime(2026, 12, day, hour), free, LONDON, tight)


def picked(slots: list[Slot], count: int = 3, zone: str = "") -> list[str]:
    return [f"{each.starts:%a %H}" for each in best(slots, count, 45, zone)]


def week(*hours: int) -> list[Slot]:
    return [slot(day, hour) for day in range(7, 12) for hour in hours]


def test_one_a_day_soonest_first_at_different_times_of_day() -> None:
    assert picked(week(9, 10, 11, 12, 13, 14, 15, 16)) == ["Mon 09", "Tue 16", "Wed 12"]
    assert picked(week(9, 16), 5) == ["Mon 09", "Tue 16", "Wed 09", "Thu 09", "Fri 09"]


def test_taken_times_are_never_picked() -> None:
    slots = [slot(7, 9, free=False), slot(7, 10), slot(8, 9, free=False)]
    assert picked(slots) == ["Mon 10"]
    assert picked([slot(7, 9, free=False)]) == [] and picked([]) == []


def test_an_easy_time_comes_before_a_tight_one_whatever_the_day() -> None:
    slots = [slot(7, 9, tight=True), slot(8, 9, tight=True), slot(8, 12), slot(9, 9)]
    assert picked(slots, 2) == ["Tue 12", "Wed 09"]
    assert picked(slots, 3) == ["Mon 09", "Tue 12", "Wed 09"]


def test_the_guests_night_is_the_last_resort() -> None:
    slots = week(9, 14)
    # Nine in London is one in the morning in Los Angeles, two in the afternoon is six.
    assert picked([*slots, slot(8, 17)], 2, "America/Los_Angeles") == ["Mon 14", "Tue 17"]
    assert at_their_day(slot(7, 17), 45, "America/Los_Angeles")
    assert not at_their_day(slot(7, 15), 45, "America/Los_Angeles")
    assert at_their_day(slot(7, 9), 120, "Asia/Tokyo")
    assert not at_their_day(slot(7, 9), 121, "Asia/Tokyo")  # after eight in the evening
    assert at_their_day(slot(7, 3), 45, "Nowhere/At all")


def test_of_the_guests_night_the_hours_farthest_from_three_are_taken() -> None:
    # In December ten in London is eleven in the evening in Auckland, fifteen is four.
    assert picked(week(10, 12, 15), 2, "Pacific/Auckland") == ["Mon 10", "Tue 10"]
    # A day that has but a far one waits for those that come nearer.
    slots = [slot(7, 13), slot(8, 10), slot(9, 15), slot(10, 11)]
    assert picked(slots, 2, "Pacific/Auckland") == ["Tue 10", "Thu 11"]
    assert picked(week(9, 16), 1, "Pacific/Auckland") == ["Mon 09"]  # ten at night, not five
    assert into_their_night(slot(7, 13), 120, "Pacific/Auckland") == timedelta(hours=12)
    assert into_their_night(slot(7, 16), 45, "Pacific/Auckland") == timedelta(hours=10)
    assert into_their_night(slot(7, 9), 60, "Europe/Berlin") == timedelta()


def test_few_days_give_several_times_that_leave_each_other_standing() -> None:
    assert picked([slot(7, 9), slot(7, 16), slot(8, 12)], 3) == ["Mon 09", "Mon 16", "Tue 12"]
    half = Slot(datetime(2026, 12, 7, 9, 30), True, LONDON)
    assert picked([slot(7, 9), half]) == ["Mon 09"]


@given(
    st.lists(
        st.builds(
            slot, st.integers(1, 14), st.integers(0, 22), free=st.booleans(), tight=st.booleans()
        ),
        unique_by=lambda each: each.starts,
    ),
    st.integers(0, 6),
    st.sampled_from(["", "Asia/Tokyo", "America/New_York"]),
)
def test_they_are_few_free_apart_and_in_order(slots: list[Slot], count: int, zone: str) -> None:
    slots.sort(key=lambda each: each.starts)
    found = best(slots, count, 90, zone)
    assert len(found) <= count
    assert all(each in slots and each.free for each in found)
    gaps = [later.starts - sooner.starts for sooner, later in pairwise(found)]
    assert all(gap >= timedelta(minutes=90) for gap in gaps)
    days = {each.starts.date() for each in slots if each.free}
    assert len({each.starts.date() for each in found}) == min(count, len(days))
