"""What a conversation is for comes up in it: each guide's heart is among the questions chosen."""

from __future__ import annotations

import pytest

from planner.domain.facts import FactKind
from planner.domain.guides import CATCH_UP, DISLIKES, RECONNECT, TRAIN
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import choose
from planner.guides.library import load

LIBRARY = load()
HEART_OF_DISLIKES = {"easy-no-word-for-it", "easy-forgot-the-time"}
CONFIDING, DISCREET = "again-tell-few-people", "again-between-us"


def asked(
    guide_id: str, stage: Stage, attitude: Attitude, minutes: int = 60, id: int = 0
) -> set[str]:
    person = Person(id, stage=stage, attitude=attitude)
    script = choose(LIBRARY.guide(guide_id), person, (), {}, minutes)
    return {choice.prompt.id for choice in script}


@pytest.mark.parametrize("stage", [Stage.CONNECTED, Stage.KNOWN])
def test_who_dislikes_networking_tells_of_their_best_moment_and_their_own_word_for_it(
    stage: Stage,
) -> None:
    assert asked(DISLIKES, stage, Attitude.DISLIKES) >= HEART_OF_DISLIKES


@pytest.mark.parametrize("stage", [Stage.CONNECTED, Stage.KNOWN])
def test_nobody_else_is_asked_whether_it_was_as_bad_as_feared(stage: Stage) -> None:
    dreaded = {"easy-talked-you-into-it", "easy-as-bad-as-feared"}
    for attitude in Attitude:
        first = stage is Stage.CONNECTED and attitude is Attitude.DISLIKES
        assert first or not dreaded & asked(DISLIKES, stage, attitude, 90), attitude


@pytest.mark.parametrize("stage", [Stage.CONNECTED, Stage.KNOWN])
def test_so_does_a_company_person_beside_what_their_company_is_like(stage: Stage) -> None:
    assert HEART_OF_DISLIKES & asked(DISLIKES, stage, Attitude.EMPLOYED)


def test_who_dislikes_networking_is_asked_for_what_they_know() -> None:
    assert "easy-hardly-anybody-asks" in asked(DISLIKES, Stage.CONNECTED, Attitude.DISLIKES)


@pytest.mark.parametrize("stage", [Stage.LIKED, Stage.TRUSTED, Stage.REFERS])
def test_two_who_train_each_other_learn_what_to_listen_for_on_both_sides(stage: Stage) -> None:
    both = {"train-overhear", "train-my-cue", "train-listen-out-for"}
    assert both <= asked(TRAIN, stage, Attitude.OPEN)


@pytest.mark.parametrize("stage", [Stage.TRUSTED, Stage.REFERS])
def test_two_who_trust_each_other_go_by_their_ten_best_and_name_two(stage: Stage) -> None:
    assert {"train-best-ten", "train-two-names"} <= asked(TRAIN, stage, Attitude.OPEN)
    practised = asked(TRAIN, stage, Attitude.OPEN, 90)
    assert practised & {"train-empty-chair", "train-be-my-neighbour"}


@pytest.mark.parametrize("attitude", Attitude)
def test_what_one_tells_few_people_is_asked_between_two_who_trust_each_other_alone(
    attitude: Attitude,
) -> None:
    (confiding,) = (one for one in LIBRARY.guide(CATCH_UP).prompts if one.id == CONFIDING)
    assert confiding.stages == {Stage.TRUSTED, Stage.REFERS}
    scripts = [
        asked(CATCH_UP, stage, attitude, minutes, id=id)
        for stage in sorted(confiding.stages)
        for minutes in (60, 90)
        for id in range(1, 9)
    ]
    assert any(CONFIDING in script for script in scripts)
    assert all(DISCREET in script for script in scripts if CONFIDING in script)


@pytest.mark.parametrize("guide_id", [CATCH_UP, RECONNECT])
def test_it_opens_wide_or_glad_before_it_comes_to_what_was_hard(guide_id: str) -> None:
    arrive = LIBRARY.guide(guide_id).phases[0].prompts
    (hard,) = (at for at, one in enumerate(arrive) if one.recalls is FactKind.CHALLENGE)
    sooner = {one.recalls for one in arrive[:hard]}
    assert {FactKind.INTEREST, FactKind.ACCOMPLISHMENT, FactKind.GOAL} <= sooner
    assert "last time" in arrive[1].topics


def test_vouching_already_nobody_is_asked_what_it_would_take() -> None:
    for id in range(9):
        script = asked(TRAIN, Stage.REFERS, Attitude.OPEN, 90, id=id)
        assert "train-name-behind-mine" not in script
