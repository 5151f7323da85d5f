"""Days and numbers: in the program's words, in the order of the user's country."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt

from ui import country, day_wording, wording


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("de_DE", "en_DE"),
        ("de_AT", "en_AT"),
        ("en_US", "en_US"),
        ("en_GB", "en_GB"),
        ("ru_RU", "en_150"),  # there is no English of that country
        ("C", "en_GB"),
    ],
)
def test_the_language_is_ours_and_the_country_theirs(theirs: str, ours: str) -> None:
    assert country.in_our_words(QLocale(theirs)) == QLocale(ours)


def test_months_and_weekdays_are_english_in_a_german_system() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert day_wording.long_day(date(2026, 11, 22)) == "Sunday 22 November"
    assert day_wording.month(date(2025, 12, 1), date(2026, 1, 1)) == "December 2025"
    assert country.here().firstDayOfWeek() is Qt.DayOfWeek.Monday


@pytest.mark.parametrize(
    ("locale", "told"), [("en_GB", "100,226"), ("en_US", "100,226"), ("de_DE", "100.226")]
)
def test_numbers_are_grouped_as_at_home(locale: str, told: str) -> None:
    QLocale.setDefault(QLocale(locale))
    assert country.grouped(100_226) == told
    assert country.grouped(51) == "51"


def test_money_has_the_sign_of_the_country() -> None:
    QLocale.setDefault(country.in_our_words(QLocale("de_DE")))
    assert "€" in wording.money(1200)
