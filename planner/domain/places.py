"""Towns and how far apart they are, as people write them: “München”, “Cambridge, MA”, “Leeds, UK”.

What the program knows of towns is a table it is handed as text; towns that are not in it are
compared by their names alone. Nothing here goes online.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from math import asin, cos, pi, radians, sin, sqrt
from typing import NamedTuple

from planner.domain.word_forms import folded

# A trip to one town is a trip to its neighbours: half an hour or so by train. It takes Leeds,
# Bradford and York together and keeps Manchester apart from Leeds and Liverpool. Our choice.
NEAR_KM = 40.0
EARTH_KM = 6371.0  # mean radius (International Union of Geodesy and Geophysics, R1)
KM_A_DEGREE = EARTH_KM * pi / 180  # from north to south
# A namesake is meant in its own country only while it has at least this share of the inhabitants
# of the largest: “Dublin” is in Ireland for somebody in California as well. Our choice.
LEAST_SHARE = 1 / 10

_MARKS = re.compile(r"[\W_]+")
# "Greater Leeds Area", "Munich Metropolitan Area": how some address books name a town's region.
_AROUND = re.compile(r"^(?:greater )|(?: metropolitan)? area$| metropolitan region$")


class Town(NamedTuple):
    """A line of the table."""

    name: str
    region: str  # "GB-ENG", "US-MA": a country's code, with that of a region in some countries
    latitude: float  # degrees, north positive
    longitude: float  # degrees, east positive
    thousands: int  # of inhabitants
    zone: str  # IANA name

    @property
    def country(self) -> str:
        return self.region[:2]


def key(text: str) -> str:
    """A name for comparing: without case, accents and marks, “Saint” as “St”.

    One of marks alone stays as it is.
    """
    if text.isascii() and text.isalpha():
        return text.lower()
    words = _MARKS.sub(" ", folded(text.replace("'", "").replace("’", ""))).split()
    return " ".join("st" if word == "saint" else word for word in words) or text.strip()


def kilometres(one: Town, other: Town) -> float:
    """The way along the great circle, by the haversine formula."""
    north, south = radians(one.latitude), radians(other.latitude)
    across = sin((north - south) / 2) ** 2
    along = sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, across + cos(north) * cos(south) * along)))


class Towns:
    """The table: what resources/cities.tsv holds, whose head tells its form."""

    def __init__(self, table: str = "") -> None:
        self._lines: dict[str, str] = {}  # by key, a line each; most are never looked at
        self._regions: dict[str, list[str]] = {}  # codes by key of a country's or region's name
        self._zones: dict[str, str] = {}  # by country
        self._shown: dict[str, str] = {}  # a country's or region's name, by code
        lines = self._lines
        for line in table.splitlines():
            if line.startswith("@"):
                self._add_region(line)
            elif not line.startswith("#"):
                name, keys, _ = line.split("\t", 2)
                for each in keys.split("|") if keys else (name.lower(),):
                    lines[each] = f"{lines[each]}\n{line}" if each in lines else line

    def named(self, name: str) -> list[Town]:
        """All towns of a name that has no comma; the largest first."""
        found = map(self._town, self._lines.get(key(name), "").splitlines())
        return sorted(found, key=lambda town: -town.thousands)

    def alone(self) -> Iterator[tuple[str, int]]:
        """The towns without a namesake: name, and thousands of inhabitants."""
        for line in self._lines.values():
            if "\n" not in line:
                name, _, _, _, _, thousands, *_ = line.split("\t")
                yield name, int(thousands)

    def namesakes(self) -> Iterator[tuple[str, list[Town]]]:
        """The other keys, each with the towns that are called so."""
        for each, lines in self._lines.items():
            if "\n" in lines:
                yield each, [self._town(line) for line in lines.splitlines()]

    def regions(self, name: str) -> list[str]:
        """Codes that a country or region is known by: “MA” may be Massachusetts or Morocco."""
        return self._regions.get(key(name), [])

    def label(self, town: Town) -> str:
        """“Cambridge, Massachusetts”: the name with its region or, where none is known, country."""
        where = self._shown.get(town.region) or self._shown.get(town.country, town.country)
        return f"{town.name}, {where}"

    def _town(self, line: str) -> Town:
        name, _, region, latitude, longitude, thousands, *zone = line.split("\t")
        return Town(
            name,
            region,
            float(latitude),
            float(longitude),
            int(thousands),
            zone[0] if zone else self._zones.get(region[:2], ""),
        )

    def _add_region(self, line: str) -> None:
        code, zone, names = line[1:].split("\t")
        if zone:
            self._zones[code] = zone
        self._shown[code] = names.split("|")[0]
        for name in (*names.split("|"), code.split("-")[-1]):
            self._regions.setdefault(key(name), []).append(code)


class Surroundings:
    """Which towns are near each other for somebody who lives in `home`, in an IANA `zone`.

    Either may be “”, not known. Home tells which of several namesakes is meant: one in the user's
    own country, there the nearest, and else the largest; of home itself the zone tells. The table
    is read when a name alone does not tell.
    """

    def __init__(self, read: Callable[[], Towns], home: str = "", zone: str = "") -> None:
        self._read = read
        self._home_said = home
        self._zone = zone
        self._known: dict[str, Town | None] = {}

    def town(self, text: str) -> Town | None:
        """The town that somebody means; None for one the table does not know."""
        if text not in self._known:
            self._known[text] = self._found(text, self._home)
        return self._known[text]

    def near(self, one: str, other: str) -> bool:
        """Whether two towns are one, or within `NEAR_KM` of each other."""
        return self.near_any((one,))(other)

    def near_any(self, towns: Iterable[str]) -> Callable[[str], bool]:
        """Tells of a town whether it is near any of these."""
        keys = {key(town): town for town in towns}
        meant: list[Town] | None = None

        def near(text: str) -> bool:
            nonlocal meant
            if key(text) in keys:
                return True
            if meant is None:
                meant = [town for each in keys.values() if (town := self.town(each)) is not None]
            here = self.town(text)
            return here is not None and any(_close(here, town) for town in meant)

        return near

    @cached_property
    def labels(self) -> list[str]:
        """Every town as it can be written, the largest first.

        By its name where that alone is enough, else with its region or country.
        """
        towns = self._read()
        offered = dict(towns.alone())
        for called, namesakes in towns.namesakes():
            first = self._nearest(namesakes, self._home)
            for town in namesakes:
                if key(town.name) == called:
                    offered[town.name if town is first else towns.label(town)] = town.thousands
        return sorted(offered, key=offered.__getitem__, reverse=True)

    def _found(self, text: str, home: Town | None) -> Town | None:
        towns = self._read()
        parts = [part.strip() for part in text.split(",") if part.strip()]
        for at, part in enumerate(parts):
            if at and towns.regions(part):
                break  # “Smallville, New York” is not New York
            found = towns.named(part) or towns.named(_AROUND.sub("", key(part)))
            if found:
                return self._meant(found, parts[at + 1 :], home)
        return None

    def _meant(self, found: list[Town], behind: list[str], home: Town | None) -> Town | None:
        """Of namesakes the one in the regions said behind the name, else the one near home."""
        for said in behind:
            if codes := self._read().regions(said):
                found = [each for each in found if {each.region, each.country} & {*codes}]
        return self._nearest(found, home) if found else None

    def _nearest(self, found: list[Town], home: Town | None) -> Town:
        if len(found) == 1:
            return found[0]
        largest = max(found, key=_size)
        if home is None:
            return max(
                (town for town in found if town.zone == self._zone), key=_size, default=largest
            )
        least = largest.thousands * LEAST_SHARE
        ours = [each for each in found if each.country == home.country and each.thousands >= least]
        return min(ours, key=lambda town: kilometres(home, town), default=largest)

    @cached_property
    def _home(self) -> Town | None:
        return self._found(self._home_said, None)


def _size(town: Town) -> int:
    return town.thousands


def _close(one: Town, other: Town) -> bool:
    # Most towns are too far to the north or south already, which is told much quicker.
    north = abs(one.latitude - other.latitude)
    return north * KM_A_DEGREE <= NEAR_KM and kilometres(one, other) <= NEAR_KM
