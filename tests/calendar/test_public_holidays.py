"""Public holidays by country and region."""

from __future__ import annotations

import importlib.util
from datetime import date

import pytest

from planner.calendar import public_holidays as holidays
from planner.calendar.public_holidays import countries, country_of, public_holidays, regions


def test_those_of_a_country_and_of_a_region_of_it() -> None:
    germany, bavaria = public_holidays("DE", [2026]), public_holidays("DE-BY", [2026, 2027])
    assert germany[date(2026, 10, 3)] == "German Unity Day"  # in English, as the program speaks
    assert date(2026, 1, 6) not in germany
    assert bavaria[date(2026, 1, 6)] == bavaria[date(2027, 1, 6)] == "Epiphany"
    assert list(germany) == sorted(germany)


@pytest.mark.parametrize("code", ["", "XX", "XX-YY", "Nowhere"])
def test_of_an_unknown_country_there_are_none(code: str) -> None:
    assert public_holidays(code, [2026]) == {}


def test_of_an_unknown_region_those_of_its_country() -> None:
    assert public_holidays("FR-IDF", [2026]) == public_holidays("FR", [2026]) != {}


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Berlin", "DE"),
        ("Europe/Oslo", "NO"),  # a link to Berlin, and yet in Norway
        ("Asia/Calcutta", "IN"),  # a former name
        ("America/New_York", "US"),
        ("UTC", ""),
        ("Nowhere/At all", ""),
    ],
)
def test_the_country_of_a_zone(zone: str, country: str) -> None:
    assert country_of(zone) == country


def test_what_there_is_to_choose_from() -> None:
    names = countries()
    assert names["DE"] == "Germany" and list(names.values()) == sorted(names.values())
    assert regions("GB")["SCT"] == "Scotland" and regions("XX") == regions("") == {}


def test_without_the_package_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holidays, "find_spec", lambda name: None)
    assert importlib.util.find_spec("holidays") is not None
    assert (public_holidays("DE", [2026]), countries(), regions("DE")) == ({}, {}, {})
