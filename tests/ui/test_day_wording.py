"""How days, times and spans are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QLocale

from tests.builders import TODAY
from ui import day_wording


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (9, "9 days"),
        (14, "2 weeks"),
        (80, "11 weeks"),
        (125, "17 weeks"),
        (126, "4 months"),
        (729, "23 months"),
        (730, "2 years"),
        (2000, "5 years"),
    ],
)
def test_spans(days: int, told: str) -> None:
    assert day_wording.span(days) == told


@pytest.mark.parametrize(
    ("days", "told"), [(-2, "today"), (0, "today"), (1, "yesterday"), (2, "2 days ago")]
)
def test_ago(days: int, told: str) -> None:
    assert day_wording.ago(days) == told


def test_one_of_something_is_not_many() -> None:
    assert (day_wording.days(1), day_wording.weeks(1)) == ("1 day", "1 week")
    assert (day_wording.days(21), day_wording.weeks(2)) == ("21 days", "2 weeks")


@pytest.mark.parametrize(
    ("ahead", "told"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "Tuesday"),
        (6, "Saturday"),
        (7, "29 Nov"),
        (-2, "20 Nov"),
        (60, "21 Jan 2027"),
    ],
)
def test_a_near_day_is_told_as_short_as_is_clear(ahead: int, told: str) -> None:
    assert day_wording.near_day(TODAY + timedelta(days=ahead), TODAY) == told


def test_days_and_times() -> None:
    assert day_wording.day(TODAY) == "22 November 2026"
    assert day_wording.long_day(TODAY) == "Sunday 22 November"
    assert day_wording.month(date(2026, 3, 1), TODAY) == "March"
    assert day_wording.month(date(2021, 3, 1), TODAY) == "March 2021"
    assert day_wording.clock_time(time(8, 30)) == "08:30"
    assert day_wording.moment(datetime(2026, 11, 23, 8, 30), TODAY) == "tomorrow 08:30"
