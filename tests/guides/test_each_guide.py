"""The rules every guide of ours keeps: enough to choose from, for everybody, in every phase."""

from __future__ import annotations

import re
from collections import Counter
from itertools import product

import pytest

from planner.domain.callbacks import LastTalk
from planner.domain.facts import WORTH_KNOWING, Fact, FactKind
from planner.domain.guides import (
    CATCH_UP,
    DISLIKES,
    FIRST,
    PRESS,
    RECONNECT,
    TRAIN,
    Guide,
    Prompt,
    phase_minutes,
    questions_for,
)
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import DEPTH_AT, asked_before, choose
from planner.guides.library import load

LIBRARY = load()
GUIDES = LIBRARY.guides
PHASES = {"arrive": 15, "understand": 20, "be-understood": 10, "help": 10, "agree": 5}
LENGTHS = (30, 45, 60, 90)
TO_SPARE = 2  # questions of a phase that are left after an hour: another one, and next time's
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)
each_return = pytest.mark.parametrize(
    "guide", [guide for guide in GUIDES if guide.id != FIRST], ids=lambda guide: guide.id
)


def spoken(prompt: Prompt) -> str:
    return " ".join((prompt.text, *prompt.follow_ups))


def meant_for(prompt: Prompt, stage: Stage, attitude: Attitude) -> bool:
    """Whether the prompt may be asked of somebody of whom nothing is known yet."""
    theirs = stage in prompt.stages and attitude in prompt.audience
    return theirs and prompt.recalls is None and prompt.depth <= DEPTH_AT[stage]


def test_there_are_six_guides_and_none_is_broken() -> None:
    assert LIBRARY.problems == ()
    assert {guide.id for guide in GUIDES} == {FIRST, CATCH_UP, TRAIN, DISLIKES, PRESS, RECONNECT}
    assert sum(len(guide.prompts) for guide in GUIDES) >= 300


@each_guide
def test_a_guide_has_enough_to_choose_from(guide: Guide) -> None:
    assert len(guide.prompts) >= 45
    assert guide.title
    assert guide.about.endswith(".")


@each_guide
def test_its_prompts_are_told_from_the_other_guides_by_their_ids(guide: Guide) -> None:
    (prefix,) = {prompt.id.partition("-")[0] for prompt in guide.prompts}
    others = {one.id.partition("-")[0] for g in GUIDES if g is not guide for one in g.prompts}
    assert prefix not in others


@each_guide
def test_the_phases_are_an_hour_and_each_is_well_stocked(guide: Guide) -> None:
    assert {phase.id: phase.minutes for phase in guide.phases} == PHASES
    assert list(PHASES) == [phase.id for phase in guide.phases]
    for phase in guide.phases:
        assert len(phase.prompts) >= 2 * questions_for(phase, phase.minutes), phase.id
        assert 0.1 <= len(phase.prompts) / len(guide.prompts) <= 0.4, phase.id


@each_guide
def test_every_kind_of_person_is_asked_something_in_every_phase(guide: Guide) -> None:
    for stage, attitude, minutes in product(Stage, Attitude, LENGTHS):
        script = choose(guide, Person(stage=stage, attitude=attitude), (), {}, minutes)
        shown = Counter(choice.phase for choice in script)
        for phase, length in zip(guide.phases, phase_minutes(guide, minutes), strict=True):
            wanted = questions_for(phase, length)
            assert shown[phase.id] == wanted, (stage, attitude, minutes, phase.id)


@each_guide
def test_there_is_always_another_one_to_ask(guide: Guide) -> None:
    for stage, attitude, phase in product(Stage, Attitude, guide.phases):
        theirs = [one for one in phase.prompts if meant_for(one, stage, attitude)]
        wanted = questions_for(phase, phase.minutes) + TO_SPARE
        assert len(theirs) >= wanted, (stage, attitude, phase.id)


@each_guide
def test_it_begins_with_the_end_and_ends_with_the_next_step(guide: Guide) -> None:
    assert guide.phases[0].prompts[0].always
    assert sum(prompt.always for prompt in guide.phases[-1].prompts) == 2
    script = choose(guide, Person(), (), {}, 30)
    assert {p.id for p in guide.prompts if p.always} <= {choice.prompt.id for choice in script}
    assert sum(prompt.always for prompt in guide.prompts) == 3


@each_guide
def test_the_user_is_understood_by_giving_something(guide: Guide) -> None:
    (turn,) = (phase for phase in guide.phases if phase.id == "be-understood")
    assert all(prompt.offers for prompt in turn.prompts)
    before = [p for phase in guide.phases[:2] for p in phase.prompts if not p.always]
    assert not [prompt.id for prompt in before if prompt.offers], "understand first"


@each_guide
def test_depth_grows_within_and_beyond_the_arrival(guide: Guide) -> None:
    depths = Counter(prompt.depth for prompt in guide.prompts)
    assert depths[1] > 2 * depths[2] > 0
    assert depths[2] > depths[3] > 0
    assert {prompt.depth for prompt in guide.phases[0].prompts} == {1}
    for prompt in guide.prompts:
        if prompt.depth == 3:  # nobody is asked a close question at the first meeting
            assert Stage.CONNECTED not in prompt.stages
            assert prompt.topics, f"{prompt.id}: so that a dislike can keep it away"


@each_guide
def test_a_guide_is_balanced_over_stages_and_principles(guide: Guide) -> None:
    for stage in Stage:
        light = [
            prompt
            for prompt in guide.prompts
            if stage in prompt.stages and prompt.depth <= DEPTH_AT[stage]
        ]
        assert len(light) >= 30, stage
    principles = Counter(prompt.principle for prompt in guide.prompts)
    assert len(principles) >= 8
    assert max(principles.values()) <= len(guide.prompts) / 4


@each_return
def test_some_questions_wait_for_a_closer_stage(guide: Guide) -> None:
    assert sum(Stage.CONNECTED not in prompt.stages for prompt in guide.prompts) >= 2


@each_guide
def test_people_with_another_view_of_networking_get_questions_of_their_own(guide: Guide) -> None:
    for attitude in set(Attitude) - {Attitude.OPEN}:
        theirs = [
            prompt
            for prompt in guide.prompts
            if attitude in prompt.audience and Attitude.OPEN not in prompt.audience
        ]
        assert len(theirs) >= 3, attitude


@each_guide
def test_what_is_worth_knowing_is_asked_for(guide: Guide) -> None:
    for attitude in Attitude:
        asked = {p.fills for p in guide.prompts if attitude in p.audience and p.recalls is None}
        assert set(WORTH_KNOWING) <= asked, attitude


@pytest.mark.parametrize("attitude", Attitude)
@pytest.mark.parametrize("stage", list(Stage)[1:])
def test_whoever_meets_every_month_hears_a_question_once_a_quarter(
    stage: Stage, attitude: Attitude
) -> None:
    person, scripts = Person(stage=stage, attitude=attitude), list[set[str]]()
    for _ in range(3):
        asked = asked_before(scripts)
        script = choose(LIBRARY.guide(CATCH_UP), person, (), asked, 60, last=LastTalk(held=True))
        scripts.insert(0, {one.prompt.id for one in script if not one.prompt.always})
        assert len(scripts[0]) == 13
    assert sum(map(len, scripts)) == len(set().union(*scripts))


# ---------------------------------------------------------------- Coming back to what was told


@each_return
def test_it_comes_back_to_what_was_told(guide: Guide) -> None:
    returns = [prompt for prompt in guide.prompts if prompt.recalls]
    assert len({prompt.recalls for prompt in returns}) >= 2
    kinds = {*WORTH_KNOWING, *(prompt.recalls for prompt in returns if prompt.recalls)}
    facts = tuple(Fact(kind=kind, text="Second shop") for kind in sorted(kinds))
    for stage, attitude in product(list(Stage)[1:], Attitude):
        person = Person(stage=stage, attitude=attitude)
        script = choose(guide, person, facts, {}, 60, last=LastTalk(held=True))
        assert any(choice.prompt.recalls for choice in script), (stage, attitude)


def test_the_first_meeting_comes_back_to_nothing() -> None:
    assert not [prompt.id for prompt in LIBRARY.guide(FIRST).prompts if prompt.recalls]


@pytest.mark.parametrize("guide_id", [CATCH_UP, PRESS, RECONNECT])
def test_goals_troubles_and_joys_are_not_forgotten(guide_id: str) -> None:
    recalled = {prompt.recalls for prompt in LIBRARY.guide(guide_id).prompts}
    assert {FactKind.GOAL, FactKind.CHALLENGE, FactKind.INTEREST} <= recalled


# ---------------------------------------------------------------- What each guide keeps away from

PITCHES = re.compile(r"\b(customers?|referrals?|business|sell|offer|clients?)\b", re.IGNORECASE)
ASKS = re.compile(
    r"\b(I need|I'm (after|looking for)|introduce me|I'd (very much )?like to meet)\b"
)


@each_guide
def test_nobody_who_dislikes_networking_is_pitched_to(guide: Guide) -> None:
    for prompt in guide.prompts:
        if prompt.audience & {Attitude.DISLIKES, Attitude.PRESS}:
            assert not PITCHES.search(spoken(prompt)), prompt.id


@pytest.mark.parametrize("guide_id", [FIRST, DISLIKES, PRESS, RECONNECT])
def test_some_conversations_hold_no_ask_of_our_own(guide_id: str) -> None:
    for prompt in LIBRARY.guide(guide_id).prompts:
        assert not ASKS.search(spoken(prompt)), prompt.id


@each_guide
def test_an_ask_leaves_a_way_out_and_waits_for_trust(guide: Guide) -> None:
    for prompt in guide.prompts:
        if re.search(r"\b[Mm]ight you\b", prompt.text):
            assert re.search(r"\b[Mm]ight you, or (any|some|a friend)", prompt.text), prompt.id
            assert not prompt.stages & {Stage.CONNECTED, Stage.KNOWN}, prompt.id


def test_the_press_is_told_no_story() -> None:
    ours = re.compile(r"\b(my|our) (firm|company|product|book|story|news)\b|\babout me\b|publicity")
    assert not [p.id for p in LIBRARY.guide(PRESS).prompts if ours.search(spoken(p).casefold())]


def test_a_long_silence_is_broken_without_a_round_of_apologies() -> None:
    sorry = re.compile(
        r"\b(sorry|apolog\w+|forgive|excuse|should(n't)? have (written|rung|called))"
    )
    for prompt in LIBRARY.guide(RECONNECT).prompts:
        assert not sorry.search(f"{spoken(prompt)} {prompt.read_back}".casefold()), prompt.id


def test_whoever_dislikes_networking_is_asked_what_it_means_to_them() -> None:
    asked = " ".join(prompt.text for prompt in LIBRARY.guide(DISLIKES).prompts).casefold()
    assert "networking" in asked


def test_two_who_train_each_other_do_so_as_equals() -> None:
    guide = LIBRARY.guide(TRAIN)
    told = [prompt for prompt in guide.prompts if prompt.offers]
    wanted = [prompt for prompt in guide.prompts if prompt.fills is FactKind.IDEAL_REFERRAL]
    assert len(told) >= 8
    assert len(wanted) >= 5
