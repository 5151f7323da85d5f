"""The rules every guide of ours keeps, so that each question sounds like a person."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations, product

import pytest

from planner.domain.facts import WORTH_KNOWING, Fact, FactKind
from planner.domain.guides import Guide, Prompt, phase_minutes, questions_for
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import DEPTH_AT, choose
from planner.guides.library import load

LIBRARY = load()
GUIDES = LIBRARY.guides
PROMPTS = [prompt for guide in GUIDES for prompt in guide.prompts]
PHASES = {"arrive": 15, "understand": 20, "be-understood": 10, "help": 10, "agree": 5}
LENGTHS = (30, 45, 60, 90)
each_prompt = pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)


def spoken(prompt: Prompt) -> list[str]:
    return [prompt.text, *prompt.follow_ups]


@each_guide
def test_a_guide_has_enough_to_choose_from(guide: Guide) -> None:
    assert len(guide.prompts) >= 22
    assert guide.title
    assert guide.about


@each_guide
def test_the_phases_are_an_hour_and_each_is_well_stocked(guide: Guide) -> None:
    assert {phase.id: phase.minutes for phase in guide.phases} == PHASES
    for phase in guide.phases:
        assert len(phase.prompts) >= 2 * questions_for(phase, phase.minutes), phase.id


@each_guide
def test_every_kind_of_person_is_asked_something_in_every_phase(guide: Guide) -> None:
    for stage, attitude, minutes in product(Stage, Attitude, LENGTHS):
        script = choose(guide, Person(stage=stage, attitude=attitude), (), {}, minutes)
        shown = Counter(choice.phase for choice in script)
        for phase, length in zip(guide.phases, phase_minutes(guide, minutes), strict=True):
            wanted = questions_for(phase, length)
            assert shown[phase.id] == wanted, (stage, attitude, minutes, phase.id)


@each_guide
def test_it_begins_with_the_end_and_ends_with_the_next_step(guide: Guide) -> None:
    assert guide.phases[0].prompts[0].always
    assert sum(prompt.always for prompt in guide.phases[-1].prompts) == 2
    script = choose(guide, Person(), (), {}, 30)
    assert {p.id for p in guide.prompts if p.always} <= {choice.prompt.id for choice in script}


@each_guide
def test_depth_grows_within_and_beyond_the_arrival(guide: Guide) -> None:
    depths = Counter(prompt.depth for prompt in guide.prompts)
    assert depths[1] > depths[2] > 0
    assert depths[3] > 0
    assert {prompt.depth for prompt in guide.phases[0].prompts} == {1}
    for prompt in guide.prompts:
        if prompt.depth == 3:  # nobody is asked a close question at the first meeting
            assert Stage.CONNECTED not in prompt.stages


@each_guide
def test_a_guide_is_balanced_over_stages_and_principles(guide: Guide) -> None:
    for stage in Stage:
        light = [
            prompt
            for prompt in guide.prompts
            if stage in prompt.stages and prompt.depth <= DEPTH_AT[stage]
        ]
        assert len(light) >= 22, stage
    principles = Counter(prompt.principle for prompt in guide.prompts)
    assert len(principles) >= 6
    assert max(principles.values()) <= len(guide.prompts) / 3


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
def test_nobody_who_dislikes_networking_is_pitched_to(guide: Guide) -> None:
    words = re.compile(r"\b(customers?|referrals?|business|sell|offer|clients?)\b", re.IGNORECASE)
    for prompt in guide.prompts:
        if prompt.audience & {Attitude.DISLIKES, Attitude.PRESS}:
            assert not words.search(" ".join(spoken(prompt))), prompt.id


def test_the_first_meeting_holds_no_ask_of_our_own() -> None:
    for prompt in LIBRARY.guide("first").prompts:
        assert not re.search(
            r"\b(I need|I'm looking for|introduce me|I'd like to meet)\b", prompt.text
        )


@each_guide
def test_what_is_worth_knowing_is_asked_for(guide: Guide) -> None:
    for attitude in Attitude:
        asked = {p.fills for p in guide.prompts if attitude in p.audience and p.recalls is None}
        assert set(WORTH_KNOWING) <= asked, attitude


def test_the_catch_up_comes_back_to_what_was_told() -> None:
    guide = LIBRARY.guide("catch-up")
    recalled = {prompt.recalls for prompt in guide.prompts}
    assert {FactKind.GOAL, FactKind.CHALLENGE, FactKind.INTEREST} <= recalled
    facts = (Fact(kind=FactKind.GOAL, text="Second shop"),)
    script = choose(guide, Person(stage=Stage.LIKED), facts, {}, 60)
    assert any(choice.fact == facts[0] for choice in script)


@each_prompt
def test_each_question_comes_with_all_it_needs(prompt: Prompt) -> None:
    assert 2 <= len(prompt.follow_ups) <= 3
    assert re.fullmatch(r"So\b.*\.\.\..*", prompt.read_back), "a stem to say back what was heard"
    assert prompt.dont.startswith("Don't ")
    assert prompt.dont.endswith(".")
    assert prompt.why.endswith((".", "?"))
    assert prompt.text[0].isupper()
    assert "?" in prompt.text or prompt.offers
    assert all(follow_up.endswith("?") for follow_up in prompt.follow_ups)
    assert len({*spoken(prompt)}) == len(spoken(prompt))


@each_prompt
def test_each_question_can_be_read_at_a_glance_and_said_in_one_breath(prompt: Prompt) -> None:
    assert len(prompt.text.split()) <= 20
    assert all(len(follow_up.split()) <= 14 for follow_up in prompt.follow_ups)
    assert len(prompt.why) <= 125
    assert len(prompt.dont) <= 90


@each_prompt
def test_it_is_plain_spoken_english(prompt: Prompt) -> None:
    text = " ".join([*spoken(prompt), prompt.why, prompt.dont, prompt.read_back, prompt.principle])
    assert text.isascii(), "one kind of apostrophe and dash everywhere"
    assert not re.search(r"\b(leads?|pipeline|leverage|synergy|touch base|reach out)\b", text)
    assert not re.search(r"\b(color|favorite|neighbor|organiz|realiz)", text, re.IGNORECASE)
    for written in ("do not ", "it is ", "what is ", "you are "):
        assert written not in prompt.text.casefold(), "as it is said, not as it is written"


def alike(one: str, other: str) -> float:
    """How alike two questions are, 0 to 1: by their letters or by the words they share."""
    ours, theirs = (set(re.findall(r"[a-z']+", text.casefold())) for text in (one, other))
    words = len(ours & theirs) / len(ours | theirs)
    return max(words, SequenceMatcher(None, one.casefold(), other.casefold()).ratio() * 0.8)


def test_no_two_questions_are_nearly_the_same() -> None:
    pairs = combinations(PROMPTS, 2)
    assert not [(a.id, b.id) for a, b in pairs if alike(a.text, b.text) > 0.6]


def test_a_near_duplicate_would_be_found() -> None:
    assert alike("What are you learning at the moment?", "What are you learning just now?") > 0.6
    assert alike("Who could help you now?", "Who could have helped you now?") > 0.6


def test_follow_ups_are_not_worn_out() -> None:
    said = Counter(follow_up for prompt in PROMPTS for follow_up in prompt.follow_ups)
    assert max(said.values()) <= 3
