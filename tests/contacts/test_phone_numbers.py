"""Phone numbers that are one and the same however they are written."""

from __future__ import annotations

import pytest

from planner.contacts.phone_numbers import phone_keys, region_of


@pytest.mark.parametrize(
    ("region", "one", "other"),
    [
        ("DE", "030 1234567", "+49 (0)30 123-4567"),
        ("DE", "0049 30 1234567", "tel:+49-30-1234567"),
        ("US", "(757) 555-0101", "+1 757.555.0101"),
        ("US", "1-757-555-0101", "7575550101"),
        ("GB", "0113 496 0000", "+44 113 496 0000"),
        ("", "+44 113 496 0000", "+441134960000"),
        ("", "0301234567", "030 / 123 45 67"),
    ],
)
def test_one_number_written_twice(region: str, one: str, other: str) -> None:
    key = phone_keys(region)
    assert key(one) == key(other) != ""


def test_different_numbers_and_no_numbers() -> None:
    key = phone_keys("DE")
    assert key("030 1234567") != key("030 1234568")
    assert key("030 1234567 ext. 5") != key("030 1234567")
    assert key("110") == key("") == key("call me") == ""
    assert key("9" * 200)  # nonsense is compared as it stands


def test_the_country_of_a_zone() -> None:
    assert region_of("Europe/Berlin") == "DE"
    assert region_of("America/New_York") == "US"
    assert region_of("UTC") == region_of("") == region_of("No/Where") == ""
