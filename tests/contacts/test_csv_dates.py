"""Dates as CSV files write them."""

from __future__ import annotations

from datetime import date

import pytest

from planner.contacts.csv_dates import (
    days_come_first,
    spelled_birthday,
    written_birthday,
    written_date,
)

THIRD_OF_AUGUST = date(2024, 8, 3)


@pytest.mark.parametrize(
    "text",
    [
        "03 Aug 2024",
        "3-Aug-24",
        "08/03/2024",
        "8/3/24, 9:34 AM",
        "2024-08-03",
        "2024-08-03T10:11:12Z",
        "20240803",
        "Aug 3, 2024",
        "August 3, 2024",
        "3. Aug. 2024",
        "3. August 2024",
        "03.08.2024",
        "3 août 2024",
        "3 de ago. de 2024",
        "3 agosto 2024",
        "3 augustus 2024",
        "3 sierpnia 2024",
        "3 elokuuta 2024",
        "3 августа 2024",
        "3 серпня 2024",
        "2024年8月3日",
        "2024. 8. 3.",
    ],
)
def test_ways_to_write_a_day(text: str) -> None:
    assert written_date(text) == THIRD_OF_AUGUST


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("12 mars 2023", 3),
        ("12 mrt. 2023", 3),
        ("12 März 2023", 3),
        ("12 maj 2023", 5),
        ("12 Mai 2023", 5),
        ("12 май 2023", 5),
        ("12 juin 2023", 6),
        ("12 cze 2023", 6),
        ("12 juil. 2023", 7),
        ("12 lis 2023", 11),
        ("12 dez 2023", 12),
        ("12 dic. 2023", 12),
    ],
)
def test_months_that_begin_alike(text: str, month: int) -> None:
    assert written_date(text) == date(2023, month, 12)


@pytest.mark.parametrize("text", ["", "yesterday", "0/0/00", "31 Feb 2024", "12", "99/99/9999"])
def test_what_is_no_day(text: str) -> None:
    assert written_date(text) is None


def test_days_before_months() -> None:
    assert written_date("03/08/2024", day_first=True) == THIRD_OF_AUGUST
    assert written_date("22/01/2024") == date(2024, 1, 22)
    assert days_come_first(["03/08/2024", "22/01/2024"], otherwise=False)
    assert not days_come_first(["03/08/2024", "01/22/2024"], otherwise=True)
    assert days_come_first(["03/08/2024"], otherwise=True)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("1980-01-22", "1980-01-22"),
        ("--01-22", "--01-22"),
        (" --0122", "--01-22"),
        ("1604-02-29", "--02-29"),
        ("1/22/1980", "1980-01-22"),
        ("22.1.80", "1980-01-22"),
        ("--13-01", ""),
        ("unknown", ""),
    ],
)
def test_birthdays(text: str, kept: str) -> None:
    assert written_birthday(text) == kept


def test_birthdays_in_three_cells() -> None:
    assert spelled_birthday("1970", "11", "5") == "1970-11-05"
    assert spelled_birthday("", "2", "29") == "--02-29"
    assert spelled_birthday("1970", "", "5") == ""
    assert spelled_birthday("1970", "2", "31") == ""
