"""The upper bound that no way of choosing can surpass in the simulated world."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.benchmarks.suggesting.assumptions import BASE
from tests.benchmarks.suggesting.bound import PROFILES, tables
from tests.benchmarks.suggesting.network import Floats, Network, draw
from tests.benchmarks.suggesting.observed import Observed
from tests.benchmarks.suggesting.prices import Priced, Tables, kinds, least
from tests.benchmarks.suggesting.roster import WAYS
from tests.benchmarks.suggesting.world import EVERYBODY, Way, World, live

MEETINGS = 1
FEW_EVENTS = replace(BASE, met_at_events=0.1)
NOBODY_PAYS = 1e8  # a price for which no 1-2-1 is worth it


@pytest.fixture(scope="module")
def network() -> Network:
    return draw(0, 24, FEW_EVENTS)


@pytest.fixture(scope="module")
def courses(network: Network) -> Tables:
    return {kind: tables(kind, network.assumed) for kind in set(kinds(network))}


def chances(network: Network, times: int) -> list[Network]:
    """The same people, whom chance meets with differently."""
    rng = np.random.default_rng(7)
    return [replace(network, chance=rng.random(network.chance.shape)) for _ in range(times)]


def anybody(seen: Observed) -> Floats:
    return seen.expected


def lived(network: Network, way: Way | None, meetings: int, times: int) -> tuple[float, float]:
    """What it comes to on average, and the standard error of that."""
    reached = [live(one, way, meetings) for one in chances(network, times)]
    return float(np.mean(reached)), float(np.std(reached)) / times**0.5


@pytest.mark.parametrize("profile", range(len(PROFILES)))
def test_without_a_price_worth_paying_it_is_the_world_without_meetings(
    network: Network, courses: Tables, profile: int
) -> None:
    mean, error = lived(network, None, 0, 100)
    assert Priced(network, courses, profile).bound(NOBODY_PAYS, 0) == pytest.approx(
        mean, abs=3.0 * error
    )


def test_without_a_price_it_is_little_above_meeting_everybody_every_week(
    network: Network, courses: Tables
) -> None:
    mean, error = lived(network, anybody, EVERYBODY, 30)
    bound = Priced(network, courses, 0).bound(0.0, MEETINGS)
    assert mean - 2.0 * error <= bound <= 1.05 * mean + 2.0 * error


def test_it_is_above_every_way_of_choosing(network: Network, courses: Tables) -> None:
    bound = least(network, courses, MEETINGS)
    for make in WAYS.values():
        reached = []
        for one in chances(network, 6):
            world = World(one)
            reached.append(world.live(make(world, MEETINGS), MEETINGS))
        assert np.mean(reached) < bound


def test_the_least_bound_is_no_higher_than_that_of_any_price(
    network: Network, courses: Tables
) -> None:
    found = least(network, courses, MEETINGS)
    for profile in range(len(PROFILES)):
        priced = Priced(network, courses, profile)
        assert all(
            found <= priced.bound(price, MEETINGS) + 1e-6 for price in (0.0, 1.0, 5.0, 20.0, 80.0)
        )


def test_more_meetings_never_lower_it(network: Network, courses: Tables) -> None:
    bounds = [least(network, courses, meetings) for meetings in (1, 2, 4)]
    assert bounds == sorted(bounds)
    assert live(network, None, 0) < bounds[0]
