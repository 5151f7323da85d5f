"""Which days are off for the user."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.me import HERE, NOWHERE, Me
from planner.journeys.days_off import days_off, holidays_meant
from planner.storage.store import Store


@pytest.mark.parametrize(
    ("me", "meant"),
    [
        (Me(zone="Europe/London", city="Leeds"), "GB-ENG"),
        (Me(zone="Europe/London"), "GB"),
        (Me(zone="Europe/London", city="Nowhereville"), "GB"),
        (Me(zone="Europe/London", city="Berlin"), "GB"),  # the clock tells where they are
        (Me(zone="UTC", city="Leeds"), ""),
        (Me(zone="Europe/London", holidays="DE-BY"), "DE-BY"),
        (Me(zone="Europe/London", city="Leeds", holidays=NOWHERE), ""),
    ],
)
def test_whose_holidays_are_meant(store: Store, me: Me, meant: str) -> None:
    assert holidays_meant(store, me) == meant


def test_days_off_have_names_for_years_ahead(store: Store) -> None:
    found = days_off(store, Me(zone="Europe/London", city="Leeds", holidays=HERE), date(2026, 5, 1))
    assert found[date(2026, 12, 25)] == found[date(2028, 12, 25)] == "Christmas Day"
    assert found[date(2026, 4, 6)] == "Easter Monday"  # in England
    assert days_off(store, Me(zone="Europe/London", holidays=NOWHERE), date(2026, 1, 1)) == {}
