"""What each part of the index weighs, and where that puts somebody."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.ranking import rank
from planner.domain.suggestions import UNKNOWN_FIT, Signals, available, index
from planner.domain.weighing import Part, Place, Weight, added, multiplied, places_of

people = st.builds(
    Signals,
    person=st.just(1),
    name=st.sampled_from(["Ana", "Ben", "Zoë"]),
    stage=st.integers(0, 4),
    meetings=st.integers(0, 3),
    apart=st.floats(0, 600),
    silent=st.just(0.0),
    invited=st.integers(3, 6),
    accepted=st.integers(0, 3),
    fit=st.sampled_from([0.0, 0.1, UNKNOWN_FIT, 0.8, 1.0]),
    shared=st.booleans(),
    promise=st.none() | st.floats(-30, 60),
    rests=st.sampled_from([0, 0, 3]),
    planned=st.sampled_from([False, False, True]),
    let_go=st.just(False),
    reachable=st.just(True),
    slipped=st.integers(0, 9),
    pace=st.sampled_from([1.0, 1.0, 0.6, 1.7]),
).map(lambda of: of._replace(silent=of.apart))


def shares(weights: Sequence[Weight]) -> dict[Part, float]:
    return {weight.part: weight.share for weight in weights}


@given(people)
def test_what_adds_up_comes_to_one_whole(of: Signals) -> None:
    terms = index(of)
    told = shares(added(terms))
    assert list(told) == [Part.STEP, Part.COOLING, Part.PROMISE]
    assert all(0.0 <= share <= 1.0 for share in told.values())
    assert sum(told.values()) == pytest.approx(1.0 if terms.score else 0.0)


@given(people)
def test_a_factor_is_told_beside_somebody_alike(of: Signals) -> None:
    terms = index(of)
    told = shares(multiplied(terms))
    unknown = index(of._replace(fit=UNKNOWN_FIT)).score
    if terms.score:
        high, low = max(terms.score, unknown), min(terms.score, unknown)
        assert abs(told[Part.FIT]) == pytest.approx(1.0 - low / high)
        assert told[Part.FIT] == pytest.approx(0.0) or (told[Part.FIT] > 0) == (of.fit > 0.5)
    unasked = index(of._replace(invited=0, accepted=0)).score
    if terms.score:
        high, low = max(terms.score, unasked), min(terms.score, unasked)
        assert abs(told[Part.CHANCE]) == pytest.approx(1.0 - low / high, abs=1e-9)


@given(people)
def test_whoever_always_said_yes_gains_and_nobody_loses_for_not_being_asked(of: Signals) -> None:
    always = shares(multiplied(index(of._replace(accepted=int(of.invited)))))
    assert always[Part.CHANCE] >= 0.0
    unasked = shares(multiplied(index(of._replace(invited=0, accepted=0))))
    assert unasked[Part.CHANCE] == pytest.approx(0.0)


def test_of_somebody_seen_just_now_nothing_is_told() -> None:
    terms = index(Signals(1, "Ana", 1, 1, 0.0, 0.0))
    assert {weight.share for weight in (*added(terms), *multiplied(terms))} == {0.0}


@given(st.lists(people, min_size=1, max_size=12))
def test_a_place_is_the_rank_in_the_whole_list(drawn: list[Signals]) -> None:
    everybody = [of._replace(person=number) for number, of in enumerate(drawn, start=1)]
    ranked = {each.person: each.rank for each in rank(everybody)}

    def judge(some: Sequence[Signals]) -> Sequence[Signals]:
        return some

    for wanted in ([1], list(ranked), [of.person for of in everybody]):
        places = places_of(everybody, wanted, judge)
        assert places == {person: Place(ranked.get(person, 0), len(ranked)) for person in wanted}
    for of in everybody:
        may = available(of) and index(of).score > 0.0
        assert bool(places[of.person].rank) == may
