"""Minutes kept free around a 1-2-1."""

from __future__ import annotations

from datetime import timedelta

from planner.domain.me import Me
from planner.domain.meetings import Place
from planner.domain.travel import between, way

ME = Me(travel_online=5, travel_neutral=15, travel_own=30)
WHARF = Place(id=1, name="The Wharf", address="12 Dock St")
CAFE = Place(id=2, name="Station Café")
OFFICE = Place(id=3, name="Their office", neutral=False)
ONLINE = Place(id=4, name="Online", online=True)


def minutes(length: timedelta) -> float:
    return length / timedelta(minutes=1)


def test_the_way_depends_on_the_kind_of_place() -> None:
    ways = [way(ME, place) for place in (None, WHARF, OFFICE, ONLINE)]
    assert list(map(minutes, ways)) == [15, 15, 30, 5]


def test_between_two_the_longer_way_counts() -> None:
    assert minutes(between(ME, WHARF, CAFE)) == 15
    assert minutes(between(ME, WHARF, OFFICE)) == minutes(between(ME, OFFICE, WHARF)) == 30
    assert minutes(between(ME, ONLINE, OFFICE)) == 30
    assert minutes(between(ME, None, CAFE)) == 15


def test_at_one_and_the_same_place_there_is_none_but_between_calls() -> None:
    assert between(ME, WHARF, WHARF) == timedelta(0)
    assert between(ME, Place(name="the wharf", address="12 dock  st"), WHARF) == timedelta(0)
    assert minutes(between(ME, ONLINE, ONLINE)) == 5
    assert minutes(between(ME, Place(), Place())) == 15  # nobody knows where either is
    assert minutes(between(ME, None, None)) == 15
