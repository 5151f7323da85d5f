"""Days as people say them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.dates_in_words import birthday_from_words, due_from_words, split_due

SUNDAY = date(2026, 11, 22)
WEDNESDAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("today", date(2026, 11, 25)),
        ("Tomorrow.", date(2026, 11, 26)),
        ("the day after tomorrow", date(2026, 11, 27)),
        ("Friday", FRIDAY),
        ("by fri", FRIDAY),
        ("on Friday!", FRIDAY),
        ("this Friday", FRIDAY),
        ("Wednesday", date(2026, 12, 2)),
        ("next Friday", date(2026, 12, 4)),
        ("Friday next week", date(2026, 12, 4)),
        ("Friday week", date(2026, 12, 4)),
        ("before Friday", date(2026, 11, 26)),
        ("before today", None),
        ("this week", FRIDAY),
        ("end of the week", FRIDAY),
        ("weekend", date(2026, 11, 29)),
        ("next week", date(2026, 12, 4)),
        ("early next week", date(2026, 11, 30)),
        ("in a week", date(2026, 12, 2)),
        ("in 2 weeks", date(2026, 12, 9)),
        ("within two weeks", date(2026, 12, 9)),
        ("in a couple of weeks' time", date(2026, 12, 9)),
        ("a fortnight", date(2026, 12, 9)),
        ("3 days", date(2026, 11, 28)),
        ("in 3 months", date(2027, 2, 25)),
        ("half a year", date(2027, 5, 25)),
        ("in a year", date(2027, 11, 25)),
        ("end of month", date(2026, 11, 30)),
        ("by the end of the month", date(2026, 11, 30)),
        ("next month", date(2026, 12, 31)),
        ("end of next month", date(2026, 12, 31)),
        ("end of year", date(2026, 12, 31)),
        ("2026-12-01", date(2026, 12, 1)),
        ("1 December", date(2026, 12, 1)),
        ("Dec 1st, 2027", date(2027, 12, 1)),
        ("the 3rd of May", date(2027, 5, 3)),
        ("24 November", date(2027, 11, 24)),
        ("31 June", None),
        ("2026-11-24", None),
        ("24 November 2026", None),
        ("1/12", None),
        ("in 9999 years", None),
        ("soon", None),
        ("", None),
        ("May", None),
    ],
)
def test_what_is_meant_on_a_wednesday(words: str, due: date | None) -> None:
    assert due_from_words(words, WEDNESDAY) == due


def test_at_the_edges_of_week_month_and_year() -> None:
    assert due_from_words("this week", SUNDAY) == SUNDAY
    assert due_from_words("next week", SUNDAY) == FRIDAY
    assert due_from_words("next Friday", SUNDAY) == FRIDAY
    assert due_from_words("Friday", FRIDAY) == date(2026, 12, 4)
    assert due_from_words("in a month", date(2027, 1, 31)) == date(2027, 2, 28)
    assert due_from_words("next month", date(2026, 12, 31)) == date(2027, 1, 31)
    assert due_from_words("29 February", date(2027, 3, 1)) == date(2028, 2, 29)
    assert due_from_words("tomorrow", date.max) is None
    assert due_from_words("next week", date.max) is None


@pytest.mark.parametrize(
    ("text", "what", "due"),
    [
        ("Send the lease by Friday", "Send the lease", FRIDAY),
        ("Landlord contact, by 27 November", "Landlord contact", FRIDAY),
        ("Call Rob tomorrow", "Call Rob", date(2026, 11, 26)),
        ("Introduce Ben in two weeks.", "Introduce Ben", date(2026, 12, 9)),
        ("Meet again Tuesday next week", "Meet again", date(2026, 12, 1)),
        ("Send the plan for next week", "Send the plan for next week", None),
        ("Plan the week", "Plan the week", None),
        ("Ring Sun Ltd", "Ring Sun Ltd", None),
        ("Friday", "Friday", None),
        ("by  Friday", "by Friday", None),
        ("", "", None),
    ],
)
def test_a_promise_is_taken_apart(text: str, what: str, due: date | None) -> None:
    assert split_due(text, WEDNESDAY) == (what, due)


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
WORDS = st.sampled_from(
    (
        "by",
        "on",
        "next",
        "this",
        "week",
        "friday",
        "end",
        "of",
        "the",
        "month",
        "in",
        "2",
        "a",
        "31",
        "feb",
        "before",
        "tomorrow",
        "2027-01-01",
    )
)


@given(st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=30), DAYS)
def test_whatever_is_said_no_promise_is_due_before_today(text: str, today: date) -> None:
    due = due_from_words(text, today)
    assert due is None or due >= today
    what, by = split_due(text, today)
    whole = " ".join(text.split())
    assert what == whole if by is None else whole.startswith(what)


@given(DAYS, DAYS)
def test_a_day_in_figures_means_itself(day: date, today: date) -> None:
    assert due_from_words(day.isoformat(), today) == (day if day >= today else None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("22 Jan", "--01-22"),
        ("22nd of January", "--01-22"),
        ("January 22", "--01-22"),
        ("22 January 1980", "1980-01-22"),
        ("Jan 22, 1980", "1980-01-22"),
        ("1980-01-22", "1980-01-22"),
        ("--01-22", "--01-22"),
        ("29 February", "--02-29"),
        ("29 February 1981", ""),
        ("31 June", ""),
        ("22 Brumaire", ""),
        ("22/1/1980", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_birthday_in_words(typed: str, kept: str) -> None:
    assert birthday_from_words(typed) == kept
