"""Which guide suits, and why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind
from planner.domain.guides import CATCH_UP, DISLIKES, FIRST, PRESS, RECONNECT, TRAIN
from planner.domain.people import Attitude, Person, Stage
from planner.domain.which_guide import (
    EARLY_TALKS,
    OUR_GUIDES,
    SILENCE,
    GuideChoice,
    GuideWhy,
    Past,
    suiting_guide,
)

TODAY = date(2026, 11, 22)
CONNECTED, KNOWN, LIKED, TRUSTED, REFERS = Stage
OPEN, DISLIKING, FROM_PRESS, EMPLOYED = Attitude


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def facts(*kinds: FactKind, days_ago: int = 30) -> list[Fact]:
    return [Fact(kind=kind, text="Known", noted_on=ago(days_ago)) for kind in kinds]


TO_REFER = facts(FactKind.IDEAL_REFERRAL, FactKind.NETWORK)


@pytest.mark.parametrize(
    ("stage", "attitude", "held", "guide", "why"),
    [
        (CONNECTED, OPEN, 0, FIRST, GuideWhy.FIRST),
        (KNOWN, OPEN, 0, FIRST, GuideWhy.FIRST),
        (LIKED, OPEN, 0, CATCH_UP, GuideWhy.CLOSE),
        (CONNECTED, OPEN, 1, CATCH_UP, GuideWhy.CATCH_UP),
        (REFERS, OPEN, 9, CATCH_UP, GuideWhy.CATCH_UP),
        (CONNECTED, FROM_PRESS, 0, PRESS, GuideWhy.PRESS),
        (TRUSTED, FROM_PRESS, 5, PRESS, GuideWhy.PRESS),
        (CONNECTED, DISLIKING, 0, DISLIKES, GuideWhy.DISLIKES),
        (KNOWN, DISLIKING, 1, DISLIKES, GuideWhy.DISLIKES),
        (KNOWN, DISLIKING, EARLY_TALKS, CATCH_UP, GuideWhy.CATCH_UP),
        (TRUSTED, DISLIKING, 1, CATCH_UP, GuideWhy.CATCH_UP),
        (CONNECTED, EMPLOYED, 0, DISLIKES, GuideWhy.EMPLOYED),
        (LIKED, EMPLOYED, 3, CATCH_UP, GuideWhy.CATCH_UP),
    ],
)
def test_it_goes_by_the_person_and_the_times_before(
    stage: Stage, attitude: Attitude, held: int, guide: str, why: GuideWhy
) -> None:
    past = Past(held, ago(60) if held else None, ("",) * held)
    choice = suiting_guide(Person(stage=stage, attitude=attitude), past, TO_REFER, TODAY)
    assert (choice.guide, choice.why) == (guide, why)


@pytest.mark.parametrize(
    ("stage", "attitude", "held", "days", "guide"),
    [
        (KNOWN, OPEN, 1, SILENCE, RECONNECT),
        (KNOWN, OPEN, 1, SILENCE - 1, CATCH_UP),
        (KNOWN, OPEN, 0, SILENCE, FIRST),  # two who never talked have nothing to take up again
        (LIKED, OPEN, 0, SILENCE, RECONNECT),
        (TRUSTED, OPEN, 4, 730, RECONNECT),
        (KNOWN, DISLIKING, 1, 730, RECONNECT),
        (LIKED, FROM_PRESS, 2, 730, RECONNECT),
        (LIKED, FROM_PRESS, 2, 30, PRESS),
    ],
)
def test_after_a_long_silence_they_find_each_other_again(
    stage: Stage, attitude: Attitude, held: int, days: int, guide: str
) -> None:
    past = Past(held, ago(days), ("",) * held)
    choice = suiting_guide(Person(stage=stage, attitude=attitude), past, TO_REFER, TODAY)
    assert choice.guide == guide
    if guide == RECONNECT:
        assert choice.since == ago(days)


def test_where_nothing_is_written_down_nobody_speaks_of_silence() -> None:
    assert suiting_guide(Person(stage=LIKED), Past(2), (), TODAY).guide == CATCH_UP


@pytest.mark.parametrize("stage", [TRUSTED, REFERS])
def test_two_who_trust_each_other_learn_to_refer_where_something_is_missing(stage: Stage) -> None:
    person, past = Person(stage=stage), Past(3, ago(60), (CATCH_UP,) * 3)
    assert suiting_guide(person, past, (), TODAY) == GuideChoice(
        TRAIN, GuideWhy.TRAIN_GAP, FactKind.IDEAL_REFERRAL
    )
    known = facts(FactKind.IDEAL_REFERRAL)
    assert suiting_guide(person, past, known, TODAY).kind is FactKind.NETWORK
    assert suiting_guide(person, past, TO_REFER, TODAY).guide == CATCH_UP
    old = facts(FactKind.IDEAL_REFERRAL, days_ago=400) + facts(FactKind.NETWORK)
    assert suiting_guide(person, past, old, TODAY) == GuideChoice(
        TRAIN, GuideWhy.TRAIN_STALE, FactKind.IDEAL_REFERRAL, ago(400)
    )
    told_again = [*old, *facts(FactKind.IDEAL_REFERRAL)]
    assert suiting_guide(person, past, told_again, TODAY).guide == CATCH_UP


def test_nobody_is_trained_twice_in_a_row_nor_against_their_liking() -> None:
    person = Person(stage=TRUSTED)
    assert suiting_guide(person, Past(2, ago(9), (TRAIN, "")), (), TODAY).guide == CATCH_UP
    assert suiting_guide(person, Past(2, ago(9), ("", TRAIN)), (), TODAY).guide == TRAIN
    for attitude in (DISLIKING, EMPLOYED, FROM_PRESS):
        wary = Person(stage=REFERS, attitude=attitude)
        assert suiting_guide(wary, Past(3, ago(9), ("",) * 3), (), TODAY).guide != TRAIN
    assert suiting_guide(Person(stage=LIKED), Past(2, ago(9)), (), TODAY).guide != TRAIN


def test_a_guide_that_is_gone_is_passed_over() -> None:
    press = Person(attitude=FROM_PRESS)
    assert suiting_guide(press, Past(), (), TODAY, OUR_GUIDES - {PRESS}).guide == FIRST
    trusted = Person(stage=TRUSTED)
    past = Past(1, ago(9), ("",))
    assert suiting_guide(trusted, past, (), TODAY, OUR_GUIDES - {TRAIN}).guide == CATCH_UP
    assert suiting_guide(trusted, past, (), TODAY, frozenset()).guide == CATCH_UP


@given(
    st.builds(Person, stage=st.sampled_from(Stage), attitude=st.sampled_from(Attitude)),
    st.integers(0, 9),
    st.none() | st.integers(0, 3000),
    st.lists(st.sampled_from(["", *sorted(OUR_GUIDES)]), max_size=4),
    st.lists(
        st.builds(
            Fact, kind=st.sampled_from(FactKind), noted_on=st.none() | st.dates(max_value=TODAY)
        ),
        max_size=5,
    ),
)
def test_there_is_always_one_and_the_same_for_the_same(
    person: Person, held: int, days: int | None, guides: list[str], known: list[Fact]
) -> None:
    past = Past(held, None if days is None else ago(days), tuple(guides))
    choice = suiting_guide(person, past, known, TODAY)
    assert choice.guide in OUR_GUIDES
    assert choice == suiting_guide(person, past, list(reversed(known)), TODAY)
    if person.attitude is not OPEN or guides[:1] == [TRAIN]:
        assert choice.guide != TRAIN
    if choice.guide == FIRST:
        assert held == 0 and person.stage < LIKED


@pytest.mark.parametrize("dislike", ["Referrals", "Recommending people", "Being introduced"])
def test_nobody_is_trained_to_refer_who_dislikes_that(dislike: str) -> None:
    person, sore = Person(stage=TRUSTED), Fact(kind=FactKind.DISLIKE, text=dislike)
    assert suiting_guide(person, Past(2, ago(60)), (), TODAY).guide == TRAIN
    assert suiting_guide(person, Past(2, ago(60)), (sore,), TODAY).guide == CATCH_UP
