"""Whom, when and where, as somebody says it."""

from __future__ import annotations

import pytest

from planner.domain.spoken import spoken_zone


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Europe/London", "London"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
        ("Etc/UTC", "UTC"),
        ("Etc/GMT+4", "UTC-4"),  # their sign is the other way round
        ("Etc/GMT-10", "UTC+10"),
    ],
)
def test_a_zone_is_called_by_its_town(zone: str, words: str) -> None:
    assert spoken_zone(zone) == words
