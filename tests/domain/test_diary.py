"""What is on, and when nothing is."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.busy import BusyTime
from planner.domain.diary import EMPTY, Diary

NOON = datetime(2026, 11, 24, 12)
MINUTE = timedelta(minutes=1)


def busy(start: int, length: int, uid: str = "") -> BusyTime:
    begins = NOON + start * MINUTE
    return BusyTime(begins, begins + length * MINUTE, "Board", uid)


def test_what_overlaps_a_stretch_and_its_edges_do_not() -> None:
    diary = Diary([busy(60, 30), busy(0, 30), busy(-600, 1200)])
    assert [each.start for each in diary.between(NOON, NOON + MINUTE)] == [
        NOON - 600 * MINUTE,
        NOON,
    ]
    alone = Diary([busy(0, 30)])
    assert alone.is_free(NOON - 30 * MINUTE, NOON)
    assert alone.is_free(NOON + 30 * MINUTE, NOON + 60 * MINUTE)
    assert not alone.is_free(NOON + 29 * MINUTE, NOON + 60 * MINUTE)


def test_the_users_own_do_not_count_and_others_without_a_name_do() -> None:
    diary = Diary([busy(0, 30, "ours"), busy(60, 30)])
    assert diary.is_free(NOON, NOON + 30 * MINUTE, {"ours"})
    assert not diary.is_free(NOON, NOON + 30 * MINUTE)
    assert not diary.is_free(NOON + 60 * MINUTE, NOON + 90 * MINUTE, {"", "ours"})


def test_one_of_nothing_is_empty() -> None:
    assert not EMPTY and EMPTY.is_free(NOON, NOON + MINUTE) and EMPTY.days_off == {}
    assert not Diary([busy(0, 0)])  # what takes no time is not on


spans = st.lists(st.builds(busy, st.integers(-500, 500), st.integers(0, 300)), max_size=12)


@given(spans, st.integers(-500, 500), st.integers(1, 200))
def test_it_says_what_a_look_at_each_says(all_of_it: list[BusyTime], at: int, length: int) -> None:
    begins = NOON + at * MINUTE
    ends = begins + length * MINUTE
    expected = [e for e in all_of_it if e.start < e.end and e.start < ends and e.end > begins]
    found = list(Diary(all_of_it).between(begins, ends))
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert Diary(all_of_it).is_free(begins, ends) == (not expected)
