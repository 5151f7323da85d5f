"""The index worked by hand, and what has to hold of every ranking."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.learning import PACES
from planner.domain.people import Rhythm, Stage
from planner.domain.ranking import rank
from planner.domain.suggestions import (
    UNANSWERED,
    Signals,
    available,
    decline_rest,
    half_life,
    index,
    level,
    silence,
    warmth,
)

WEEK = 7.0


def somebody(**known: object) -> Signals:
    """An unmet person of unknown fit, alone, connected today."""
    return Signals(1, "Maya", **({"apart": 0.0, "silent": 0.0} | known))  # type: ignore[arg-type]


def weeks_ago(count: float, **known: object) -> Signals:
    return somebody(apart=count * WEEK, silent=count * WEEK, **known)


@dataclass
class Worked:
    """An index worked out on paper; the comment beside each shows the steps."""

    who: Signals
    score: float


WORKED = [
    # 1.1 * sqrt(0.65 * 1) * 5
    Worked(somebody(), 4.4343),
    # H = 2.1 weeks, warm 0.5: 1.1 * sqrt(0.65 * (0.35 + 0.65 * 0.5)) * (5 + 0.02 * 2.1 * 0.25)
    Worked(weeks_ago(2.1), 1.1 * 0.438750**0.5 * 5.0105),
    # Known with one: H = 8.4, warm 0.5, accepted 2.3 / 3, full step after six weeks
    Worked(
        weeks_ago(8.4, stage=Stage.KNOWN, meetings=1, invited=1, accepted=1, shared=True),
        1.1 * (0.766667 * 0.75) ** 0.5 * (5 + 0.84 * 0.25),
    ),
    # Known with two or more stands a level higher: H = 7.7, worth 0.25 a week
    Worked(
        weeks_ago(7.7, stage=Stage.KNOWN, meetings=2, invited=2, accepted=2),
        1.1 * (0.825 * 0.825) ** 0.5 * (5 + 1.925 * 0.25),
    ),
    # Trusted: H = 21, warm 0.5, cooling 0.8 * 21 / 4 = 4.2
    Worked(weeks_ago(21, stage=Stage.TRUSTED, meetings=2, invited=2, accepted=2), 8.8405),
    # Refers: H = 67.2, warm 0.5, cooling 16.8, a step of 1
    Worked(
        weeks_ago(67.2, stage=Stage.REFERS, meetings=3, invited=3, accepted=3, shared=True), 17.6980
    ),
    # Just met, so nothing but the promise: 1.1 * (0.5 * 18 - 0.25 * 11) / 2
    Worked(somebody(stage=Stage.LIKED, meetings=1, promise=14.0), 3.4375),
    # Late counts as due within the week
    Worked(somebody(stage=Stage.LIKED, meetings=1, promise=-30.0), 6.875),
    # A perfect fit is believed by 0.67 before the first 1-2-1: 2.75 ** 0.67 = 1.96952
    Worked(somebody(fit=1.0), 4.4343 * 1.96952),
    # Half the step three weeks after a 1-2-1, and all of the fit
    Worked(
        weeks_ago(3, stage=Stage.TRUSTED, meetings=1, fit=0.0),
        0.4
        * (0.65 * (0.85 + 0.15 * 2 ** (-3 / 21))) ** 0.5
        * (2.5 + 16.8 * (1 - 2 ** (-3 / 21)) ** 2),
    ),
]


@pytest.mark.parametrize("worked", WORKED)
def test_the_index_is_as_worked_by_hand(worked: Worked) -> None:
    assert index(worked.who).score == pytest.approx(worked.score, rel=1e-4)


@pytest.mark.parametrize(
    ("stage", "meetings", "expected"),
    [
        (Stage.CONNECTED, 0, 0),
        (Stage.CONNECTED, 3, 0),
        (Stage.KNOWN, 0, 1),
        (Stage.KNOWN, 1, 1),
        (Stage.KNOWN, 2, 2),
        (Stage.LIKED, 0, 3),
        (Stage.TRUSTED, 9, 4),
        (Stage.REFERS, 1, 5),
    ],
)
def test_known_is_two_levels(stage: Stage, meetings: int, expected: int) -> None:
    assert level(stage, meetings) == expected


@pytest.mark.parametrize(
    ("declines", "days_since", "rest"),
    [(1, 0, 21), (1, 20, 1), (1, 21, 0), (2, 0, 42), (3, 10, 53), (9, 0, 84), (1, -3, 21)],
)
def test_a_decline_rests_longer_each_time(declines: int, days_since: int, rest: int) -> None:
    assert decline_rest(declines, days_since) == rest


@pytest.mark.parametrize(
    ("apart", "touched", "days"),
    [(80, None, 80), (80, 0, 40), (80, 20, 50), (80, 80, 80), (80, 200, 80), (0, 0, 0)],
)
def test_a_touch_moves_the_last_contact_half_way(
    apart: float, touched: float | None, days: float
) -> None:
    assert silence(apart, touched) == days


def test_warmth_halves_with_each_half_life() -> None:
    trusted = {"stage": Stage.TRUSTED, "meetings": 4}
    assert warmth(weeks_ago(0, **trusted)) == 1
    assert warmth(weeks_ago(21, **trusted)) == pytest.approx(0.5)
    assert warmth(weeks_ago(42, **trusted)) == pytest.approx(0.25)
    assert warmth(weeks_ago(42, shared=True, **trusted)) == pytest.approx(0.5)


def test_a_tenth_of_a_rung_less_is_a_tenth_of_the_way_down() -> None:
    liked = weeks_ago(30, stage=Stage.LIKED, meetings=2)
    known = liked._replace(stage=Stage.KNOWN)
    halfway = index(liked._replace(slipped=5))
    assert index(liked).score > halfway.score > index(known).score
    assert index(liked._replace(slipped=10)) == pytest.approx(index(known))


def test_warmth_goes_as_soon_as_the_user_says() -> None:
    often = weeks_ago(21 * 0.6, stage=Stage.TRUSTED, meetings=4, pace=PACES[Rhythm.OFTEN])
    seldom = weeks_ago(21 * 1.7, stage=Stage.TRUSTED, meetings=4, pace=PACES[Rhythm.SELDOM])
    assert warmth(often) == pytest.approx(0.5) == warmth(seldom)
    assert half_life(often) == pytest.approx(0.6 * half_life(often._replace(pace=1.0)))


def test_nobody_slips_below_connected() -> None:
    known = weeks_ago(30, stage=Stage.KNOWN, meetings=1, slipped=99)
    assert index(known) == pytest.approx(index(known._replace(stage=Stage.CONNECTED)))


def test_at_refers_a_step_counts_again_as_the_stage_is_in_doubt() -> None:
    refers = weeks_ago(70, stage=Stage.REFERS, meetings=3)
    sure, doubtful = index(refers), index(refers._replace(slipped=5))
    assert doubtful.step / sure.step == pytest.approx(3 * (doubtful.chance / sure.chance) ** 0.5)


# -- what holds of everybody -------------------------------------------------------------------

DAYS = st.floats(0, 1500, allow_nan=False)


@st.composite
def people(draw: st.DrawFn) -> Signals:
    invited = draw(st.integers(0, 12))
    accepted = draw(st.integers(0, invited))
    apart = draw(DAYS)
    return Signals(
        draw(st.integers(1, 10_000)),
        draw(st.sampled_from(["Ana", "Ben", "Maya", "Zoë"])),
        draw(st.sampled_from(list(Stage))),
        draw(st.integers(0, accepted)),
        apart,
        silence(apart, draw(st.none() | DAYS)),
        invited,
        accepted,
        draw(st.floats(0, 1)),
        draw(st.booleans()),
        draw(st.none() | st.floats(-400, 400)),
        draw(st.sampled_from([0, 0, 0, 5])),
        draw(st.sampled_from([False, False, False, True])),
        draw(st.sampled_from([False, False, False, True])),
        draw(st.sampled_from([True, True, True, False])),
        draw(st.integers(0, 20)),
        draw(st.sampled_from(list(PACES.values()))),
    )


@given(people())
def test_the_terms_add_up(who: Signals) -> None:
    terms = index(who)
    assert terms.score == pytest.approx(terms.step + terms.cooling + terms.promise)
    assert min(terms) >= 0
    assert 0 < terms.chance <= terms.accepted <= 1.15


@given(people())
def test_more_often_never_makes_warmer_nor_puts_further_down(who: Signals) -> None:
    """Nor does less often make colder, or put anybody further up."""
    often, usual, seldom = (who._replace(pace=PACES[rhythm]) for rhythm in Rhythm)
    assert warmth(often) <= warmth(usual) <= warmth(seldom)
    more, as_is, less = index(often), index(usual), index(seldom)
    assert more.score * (1 + 1e-12) >= as_is.score >= less.score * (1 - 1e-12)
    assert more.chance == as_is.chance == less.chance
    assert (more.step, more.promise) == (as_is.step, as_is.promise) == (less.step, less.promise)


@given(people(), st.floats(0, 1))
def test_a_better_fit_never_ranks_lower(who: Signals, other: float) -> None:
    worse, better = sorted((who.fit, other))
    assert index(who._replace(fit=better)).score >= index(who._replace(fit=worse)).score


@given(people(), DAYS)
def test_a_touch_never_raises_the_index(who: Signals, days: float) -> None:
    """Neither one today nor one remembered and noted later."""
    touched = who._replace(silent=min(who.silent, silence(who.apart, days)))
    assert index(touched).score <= index(who).score * (1 + 1e-12)


@given(people())
def test_a_meeting_never_raises_the_index_that_day(who: Signals) -> None:
    """It also keeps the promise that waited for it."""
    met = who._replace(
        meetings=who.meetings + 1,
        invited=who.invited + 1,
        accepted=who.accepted + 1,
        apart=0.0,
        silent=0.0,
        promise=None,
    )
    assert index(met).score == 0 <= index(who).score


@given(people(), st.integers(1, 9), st.booleans())
def test_a_yes_never_lowers_willingness_nor_a_no_raises_it(
    who: Signals, count: int, answered: bool
) -> None:
    before = index(who).accepted
    invited = who.invited + count * (1 if answered else UNANSWERED)
    assert index(who._replace(invited=invited)).accepted < before
    said_yes = who._replace(invited=who.invited + count, accepted=who.accepted + count)
    assert index(said_yes).accepted >= min(1.0, before)
    weaker = index(who._replace(invited=who.invited + UNANSWERED)).accepted
    assert weaker > index(who._replace(invited=who.invited + 1)).accepted


@given(st.lists(people(), max_size=30, unique_by=lambda who: who.person))
@settings(max_examples=50)
def test_nobody_resting_planned_out_of_reach_or_let_go_is_listed(known: list[Signals]) -> None:
    listed = {suggestion.person for suggestion in rank(known)}
    assert listed <= {who.person for who in known if available(who)}
    assert all(
        not (who.planned or who.let_go or who.rests or not who.reachable)
        for who in known
        if who.person in listed
    )


@given(
    st.lists(people(), max_size=30, unique_by=lambda who: who.person),
    st.randoms(use_true_random=False),
    st.integers(0, 8),
)
@settings(max_examples=50)
def test_the_same_people_make_the_same_list(
    known: list[Signals], chance: random.Random, count: int
) -> None:
    whole = rank(known)
    shuffled = known[:]
    chance.shuffle(shuffled)
    assert rank(shuffled) == whole
    assert rank(shuffled, count) == whole[:count]
    assert [suggestion.rank for suggestion in whole] == list(range(1, len(whole) + 1))
    scores = [suggestion.score for suggestion in whole]
    assert scores == sorted(scores, reverse=True)


def test_ties_break_by_name_then_id() -> None:
    alike = [
        somebody()._replace(person=number, name=name)
        for number, name in ((4, "Rob"), (3, "Ana"), (2, "Rob"), (1, "Zoë"))
    ]
    assert [suggestion.person for suggestion in rank(alike)] == [3, 2, 4, 1]


def test_whoever_was_seen_today_is_left_out() -> None:
    assert rank([somebody(stage=Stage.LIKED, meetings=1)]) == []
