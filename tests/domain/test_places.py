"""Towns as people write them, and which are near each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.places import Surroundings, Town, Towns, key, kilometres

TABLE = Path(__file__).resolve().parents[2] / "resources" / "cities.tsv"
TOWNS = Towns(TABLE.read_text(encoding="utf-8"))
NAMES = st.sampled_from(
    ["Leeds", "leeds, UK", "Bradford", "London", "München", "Munich", "Newcastle", "Cambridge",
     "Cambridge, MA", "Boston", "Paris", "Nowhere-in-the-Wold", "", ",", "İstanbul", "Saint Albans"]
)  # fmt: skip


def at(home: str = "Leeds", zone: str = "Europe/London") -> Surroundings:
    return Surroundings(lambda: TOWNS, home, zone)


def meant(text: str, home: str = "Leeds", zone: str = "Europe/London") -> str:
    town = at(home, zone).town(text)
    return f"{town.name} {town.region}" if town else ""


def test_a_way_is_measured_along_the_great_circle() -> None:
    leeds = Town("Leeds", "GB-ENG", 53.80, -1.55, 536, "Europe/London")
    london = Town("London", "GB-ENG", 51.51, -0.13, 8962, "Europe/London")
    sydney = Town("Sydney", "AU-NSW", -33.87, 151.21, 4627, "Australia/Sydney")
    assert kilometres(leeds, london) == pytest.approx(272, abs=3)
    assert kilometres(london, sydney) == pytest.approx(16_994, abs=30)
    assert kilometres(leeds, leeds) == 0


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Leeds", "Bradford", True),
        ("Leeds", "York", True),
        ("Leeds", "London", False),
        ("Leeds", "Manchester", False),
        ("Manchester", "Salford", True),
        ("Manchester", "Stockport", True),
        ("Manchester", "Liverpool", False),
        ("München", "Munich", True),
        ("München", "muenchen", True),
        ("MUNCHEN", "Munich, Germany", True),
        ("Köln", "Cologne", True),
        ("Wien", "Vienna", True),
        ("Den Haag", "The Hague", True),
        ("St. Albans", "Saint Albans", True),
        ("Kings Lynn", "King's Lynn", True),
        ("New York", "NYC", True),
        ("Brooklyn", "New York City", True),
        ("Kingston upon Hull", "Hull", True),
        ("Leeds", "Leeds, UK", True),
        ("Leeds", "Leeds, England, United Kingdom", True),
        ("Leeds", "Leeds, West Yorkshire", True),
        ("Leeds", "Greater Leeds Area", True),
        ("Leeds", "Leeds, Alabama", False),
        ("Cambridge", "Cambridge, MA", False),
        ("Boston, Massachusetts", "Cambridge, MA", True),
        ("Manchester", "Didsbury, Manchester", True),
        ("Manchester", "Smallville, New York", False),
        ("Upper Nowhere", "upper  nowhere", True),
        ("Upper Nowhere", "Lower Nowhere", False),
        ("", "Leeds", False),
    ],
)
def test_near(one: str, other: str, near: bool) -> None:
    assert at().near(one, other) is near
    assert at().near_any(("Reykjavik", one))(other) is near


@pytest.mark.parametrize(
    ("text", "home", "town"),
    [
        ("Newcastle", "Leeds", "Newcastle upon Tyne GB-ENG"),
        ("Newcastle", "Sydney", "Newcastle AU-NSW"),
        ("Birmingham", "Leeds", "Birmingham GB-ENG"),
        ("Birmingham", "Atlanta", "Birmingham US-AL"),
        ("Birmingham, UK", "Atlanta", "Birmingham GB-ENG"),
        ("Cambridge", "Leeds", "Cambridge GB-ENG"),
        ("Cambridge", "Boston, MA", "Cambridge US-MA"),
        ("Cambridge, Ontario", "Leeds", "Cambridge CA-ON"),
        ("Dublin", "San Francisco", "Dublin IE"),
        ("Paris, TX", "Leeds", ""),
        ("Venice", "Leeds", "Venice IT"),
        ("Odessa", "Leeds", "Odesa UA"),
        ("York", "Leeds", "York GB-ENG"),
        ("Halle", "Leipzig", "Halle (Saale) DE"),
        ("Frankfurt", "Leeds", "Frankfurt am Main DE"),
        ("Washington, D.C.", "Leeds", "Washington US-DC"),
    ],
)
def test_of_namesakes_the_one_near_home_is_meant(text: str, home: str, town: str) -> None:
    zone = "" if home == "Leeds" else "America/New_York"
    assert meant(text, home, zone) == town


def test_of_home_itself_the_zone_tells() -> None:
    assert meant("Cambridge", "Cambridge", "Europe/London") == "Cambridge GB-ENG"
    assert meant("Cambridge", "Cambridge", "America/New_York") == "Cambridge US-MA"
    assert meant("Boston", "Cambridge", "America/New_York") == "Boston US-MA"
    assert meant("Boston", "", "") == "Boston US-MA", "nobody knows where home is: the largest"


def test_a_town_brings_its_zone() -> None:
    zones = {name: at().town(name) for name in ("Leeds", "Munich", "Chicago", "Perth, Australia")}
    assert {name: town.zone if town else "" for name, town in zones.items()} == {
        "Leeds": "Europe/London",
        "Munich": "Europe/Berlin",
        "Chicago": "America/Chicago",
        "Perth, Australia": "Australia/Perth",
    }


def test_the_table_is_not_read_for_one_and_the_same_name() -> None:
    def read() -> Towns:
        raise AssertionError("the table is read")

    assert Surroundings(read, "Leeds").near("Leeds", " leeds ")
    assert Surroundings(read, "Zürich").near_any(("Leeds", "Zürich"))("zurich")


def test_every_town_can_be_written_so_that_it_is_meant() -> None:
    around = at()
    labels = around.labels
    assert labels[0] == "Shanghai"
    assert {"Manchester", "Boston", "Boston, England", "Cambridge, Massachusetts"} <= set(labels)
    assert len(labels) == len(set(labels))
    lost = [label for label in labels[:3000] if around.town(label) is None]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("München", "munchen"),
        ("St. Albans", "st albans"),
        ("Saint-Étienne", "st etienne"),
        ("  Stoke-on-Trent ", "stoke on trent"),
        ("King’s Lynn", "kings lynn"),
        ("Łódź", "lodz"),
        ("???", "???"),
    ],
)
def test_names_are_compared_without_case_accents_and_marks(text: str, plain: str) -> None:
    assert key(text) == plain


@settings(max_examples=60)
@given(NAMES | st.text(max_size=12), NAMES | st.text(max_size=12))
def test_near_goes_both_ways(one: str, other: str) -> None:
    around = at()
    assert around.near(one, other) is around.near(other, one)


@settings(max_examples=60)
@given(NAMES | st.text(max_size=12))
def test_nothing_is_far_from_its_own_name(name: str) -> None:
    assert at().near(name, name)
    assert at().near(name, name.upper()) or key(name) != key(name.upper())
