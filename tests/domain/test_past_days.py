"""Times that are past, in the words people remember them by."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.meetings import Roughly
from planner.domain.past_days import past_day_from_words

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("words", "day", "roughly"),
    [
        ("today", date(2026, 11, 22), Roughly.DAY),
        ("yesterday", date(2026, 11, 21), Roughly.DAY),
        ("on Friday", date(2026, 11, 20), Roughly.DAY),
        ("last Sunday", date(2026, 11, 15), Roughly.DAY),
        ("14 May 2023", date(2023, 5, 14), Roughly.DAY),
        ("May 14th, 2023", date(2023, 5, 14), Roughly.DAY),
        ("14 May", date(2026, 5, 14), Roughly.DAY),
        ("14 December", date(2025, 12, 14), Roughly.DAY),
        ("29 February", date(2024, 2, 29), Roughly.DAY),
        ("2023-05-14", date(2023, 5, 14), Roughly.DAY),
        ("four days ago", date(2026, 11, 18), Roughly.DAY),
        ("3 weeks ago", date(2026, 11, 1), Roughly.MONTH),
        ("two months ago", date(2026, 9, 15), Roughly.MONTH),
        ("a couple of years ago", date(2024, 7, 1), Roughly.YEAR),
        ("2023-05", date(2023, 5, 15), Roughly.MONTH),
        ("around May 2023", date(2023, 5, 15), Roughly.MONTH),
        ("Sept. 2021", date(2021, 9, 15), Roughly.MONTH),
        ("December", date(2025, 12, 15), Roughly.MONTH),
        ("spring 2020", date(2020, 4, 15), Roughly.MONTH),
        ("last summer", date(2026, 7, 15), Roughly.MONTH),
        ("May last year", date(2025, 5, 15), Roughly.MONTH),
        ("14 May last year", date(2025, 5, 14), Roughly.DAY),
        ("spring this year", date(2026, 4, 15), Roughly.MONTH),
        ("last month", date(2026, 10, 15), Roughly.MONTH),
        ("this month", date(2026, 11, 15), Roughly.MONTH),
        ("2019", date(2019, 7, 1), Roughly.YEAR),
        ("sometime in 2019", date(2019, 7, 1), Roughly.YEAR),
        ("last year", date(2025, 7, 1), Roughly.YEAR),
    ],
)
def test_it_is_read_as_people_mean_it(words: str, day: date, roughly: Roughly) -> None:
    assert past_day_from_words(words, TODAY) == (day, roughly)


def test_of_what_has_only_begun_the_middle_so_far_stands_for_it() -> None:
    early = date(2026, 3, 5)
    assert past_day_from_words("this year", early) == (date(2026, 2, 1), Roughly.YEAR)
    assert past_day_from_words("March", early) == (date(2026, 3, 3), Roughly.MONTH)


@pytest.mark.parametrize(
    "words",
    ["", "a while back", "tomorrow", "2027", "May 2027", "31 June 2020", "5/12/2020", "1066", "ma"],
)
def test_what_is_not_past_or_not_understood_is_nothing(words: str) -> None:
    assert past_day_from_words(words, TODAY) is None


@given(st.text(max_size=30), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_nothing_is_ever_still_to_come(words: str, today: date) -> None:
    found = past_day_from_words(words, today)
    assert found is None or found.day <= today
