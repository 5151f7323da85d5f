"""The simulated networker's world in which the program's suggestions are judged."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from planner.domain.suggestions import index as terms_of
from planner.domain.suggestions import level
from tests.benchmarks.suggesting.assumptions import BASE, CITIES, REST, ROUND
from tests.benchmarks.suggesting.index_ways import index, signals
from tests.benchmarks.suggesting.network import Floats, draw, visited
from tests.benchmarks.suggesting.observed import Observed
from tests.benchmarks.suggesting.roster import FIXED, INDEX, WAYS
from tests.benchmarks.suggesting.world import World, live

PEOPLE = 60
MEETINGS = 2


def after(way: str, seed: int = 0, people: int = PEOPLE) -> World:
    """A world lived through with that way of choosing."""
    world = World(draw(seed, people, BASE))
    world.live(WAYS[way](world, MEETINGS), MEETINGS)
    return world


def gained(way: str, seed: int, people: int) -> float:
    world = World(draw(seed, people, BASE))
    reached = world.live(WAYS[way](world, MEETINGS), MEETINGS)
    return reached - live(draw(seed, people, BASE), None, 0)


@pytest.mark.parametrize("way", WAYS)
def test_the_same_seed_gives_the_same_worth_with_every_way(way: str) -> None:
    assert gained(way, 3, 40) == gained(way, 3, 40)
    assert gained(way, 3, 40) != gained(way, 4, 40)


def test_two_ways_that_choose_alike_live_through_the_same() -> None:
    """Whatever chance decides is drawn beforehand, so a scale on the scores changes nothing."""

    def louder(seen: Observed) -> Floats:
        return 10.0 * index(seen)

    one, other = (live(draw(1, PEOPLE, BASE), way, MEETINGS) for way in (index, louder))
    assert one == other


def test_living_through_a_world_leaves_what_was_drawn_as_it_was() -> None:
    network = draw(2, PEOPLE, BASE)
    assert live(network, index, MEETINGS) == live(network, index, MEETINGS)
    assert live(network, None, 0) == live(draw(2, PEOPLE, BASE), None, 0)


@pytest.mark.parametrize("way", WAYS)
def test_nobody_is_asked_who_is_elsewhere_or_rests_or_was_not_met_yet(way: str) -> None:
    seen = after(way).seen
    for person, asked in enumerate(seen.asked):
        for one in asked:
            assert visited(int(seen.city[person]), one.week)
            assert one.week >= seen.appears[person]
        for one, following in pairwise(asked):
            assert following.week - one.week >= (1 if one.accepted else REST)


@pytest.mark.parametrize("way", WAYS)
def test_a_week_has_room_for_so_many_meetings_and_thrice_as_many_invitations(way: str) -> None:
    asked = [one for person in after(way).seen.asked for one in person]
    sent = np.bincount([one.week for one in asked])
    held = np.bincount([one.week for one in asked if one.accepted])
    assert sent.max() <= 3 * MEETINGS
    assert held.max() <= MEETINGS


@pytest.mark.parametrize("people", [20, 30, 50, 200, 1000])
def test_as_many_are_known_at_the_start_as_asked_for(people: int) -> None:
    network = draw(0, people, BASE)
    assert np.sum(network.appears == 0) >= people
    assert len(network.stage) == len(network) > people
    assert set(range(1, 6)) <= set(network.stage[:people].tolist())
    assert not network.stage[people:].any()


def test_each_other_city_is_visited_in_one_week_of_a_round() -> None:
    for city in range(1, CITIES + 1):
        assert sum(visited(city, week) for week in range(ROUND)) == 1
    assert all(visited(0, week) for week in range(ROUND))


def test_what_was_seen_to_happen_adds_up() -> None:
    seen = after(INDEX).seen
    for person, asked in enumerate(seen.asked):
        assert seen.invited[person] == len(asked)
        assert seen.accepted[person] == sum(one.accepted for one in asked)
        assert seen.met[person] or not seen.accepted[person]


def test_the_program_takes_people_for_what_they_seem_worth() -> None:
    """The factor the index makes of fit is the worth to be expected, as far as fit reaches."""
    seen = World(draw(0, 400, BASE)).seen
    seen.askable[:] = True
    people, known = signals(seen)
    for person, of in zip(people, known, strict=True):
        if 0.0 < of.fit < 1.0:
            assert terms_of(of).fit == pytest.approx(seen.expected[person])
        else:
            assert (of.fit == 1.0) == (seen.expected[person] > 1.0)
    assert sum(0.0 < of.fit < 1.0 for of in known) > 0.6 * len(known)


def test_the_program_sees_people_on_the_stage_they_seem_to_stand_on() -> None:
    seen = after(INDEX).seen
    seen.askable[:] = True
    people, known = signals(seen)
    assert [level(of.stage, of.meetings) for of in known] == seen.label[people].tolist()


def test_more_is_gained_where_fit_is_seen_better() -> None:
    sharp = replace(BASE, seen_before=0.9, seen_after=0.98)
    poor = replace(BASE, seen_before=0.3, seen_after=0.6)
    worth = [
        sum(live(draw(seed, 200, assumed), index, MEETINGS) for seed in range(4))
        for assumed in (poor, sharp)
    ]
    assert worth[0] < worth[1]


def test_the_index_gains_several_times_as_much_as_a_fixed_interval() -> None:
    seeds = range(6)
    assert sum(gained(INDEX, seed, 200) for seed in seeds) > 3.0 * sum(
        gained(FIXED, seed, 200) for seed in seeds
    )
