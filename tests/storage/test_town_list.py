"""The table of towns that comes with the program."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from zoneinfo import available_timezones

from planner.domain.places import key

FILE = Path(__file__).resolve().parents[2] / "resources" / "cities.tsv"
LARGEST = 400_000  # bytes
LINES = FILE.read_text(encoding="utf-8").splitlines()
TOWNS = [line.split("\t") for line in LINES if line[0] not in "#@"]
REGIONS = {line.split("\t")[0][1:]: line.split("\t") for line in LINES if line[0] == "@"}


def test_it_says_whose_work_it_is_and_is_small() -> None:
    head = " ".join(line.lstrip("# ") for line in LINES if line.startswith("#"))
    assert "GeoNames" in head
    assert "https://creativecommons.org/licenses/by/4.0/" in head
    assert FILE.stat().st_size < LARGEST
    assert len(TOWNS) > 9_000


def test_every_town_has_its_place() -> None:
    for name, keys, region, latitude, longitude, thousands, *zone in TOWNS:
        assert name == name.strip() != ""
        assert region in REGIONS, name
        assert -90 <= float(latitude) <= 90, name
        assert -180 <= float(longitude) <= 180, name
        assert int(thousands) >= 1, name
        assert len(zone) <= 1, name
        assert key(name) in (keys.split("|") if keys else (name.lower(),)), name
        assert all(each == key(each) for each in keys.split("|") if keys), name


def test_every_zone_is_one_that_is_shipped() -> None:
    said = {line[1] for line in REGIONS.values()} | {zone for *_, zone in TOWNS if "/" in zone}
    assert said - {""} <= available_timezones()
    countries = {code for code in REGIONS if len(code) == 2}
    assert all(REGIONS[code][1] for code in countries)


def test_a_country_has_its_largest_town_first() -> None:
    for _, towns in groupby(TOWNS, key=lambda town: town[2][:2]):
        sizes = [int(town[5]) for town in towns]
        assert sizes == sorted(sizes, reverse=True)
