"""Answers offered as facts, and the step up the ladder."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from planner.domain.captures import Form
from planner.domain.conversation import Answer
from planner.domain.debrief import (
    Evidence,
    Passed,
    StepUp,
    StepWhy,
    evidence_here,
    facts_from_answers,
    proposed_step,
    who_talked_more,
)
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import Prompt
from planner.domain.meetings import TalkedMore
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.talk_time import Balance

TODAY = date(2026, 11, 22)


def a_prompt(id: str, fills: FactKind | None) -> Prompt:
    return Prompt(id, f"{id}?", "Covey", "", "", ("a?", "b?"), "So ...", fills=fills)


PROMPTS = (
    a_prompt("goal", FactKind.GOAL),
    a_prompt("when", None),
    a_prompt("does", FactKind.DOES),
    a_prompt("does too", FactKind.DOES),
)


def test_each_answer_is_offered_as_the_fact_it_tells() -> None:
    answers = [
        Answer(1, 3, "does", "Weddings and\n weekly office flowers "),
        Answer(2, 3, "when", "Until ten"),
        Answer(3, 3, "goal", "Second shop before Mothers' Day"),
        Answer(4, 3, "does too", "  "),
        Answer(5, 3, "gone", "Something"),
    ]
    before = Fact(9, 5, FactKind.GOAL, "A van", noted_on=date(2026, 5, 14))
    older = Fact(8, 5, FactKind.GOAL, "A cart", noted_on=date(2025, 5, 14))
    goal, does = facts_from_answers(answers, PROMPTS, [before, older], 5, TODAY)
    assert (goal.prompt.id, goal.fact.text) == ("goal", "Second shop before Mothers' Day")
    assert goal.instead_of == before
    assert does.fact == Fact(
        0, 5, FactKind.DOES, "Weddings and weekly office flowers", Origin.MEETING, TODAY
    )
    assert does.instead_of is None


def test_what_is_known_word_for_word_is_not_offered_again() -> None:
    answers = [
        Answer(1, 3, "goal", "A second  SHOP"),
        Answer(2, 3, "does", "Flowers"),
        Answer(3, 3, "does too", "flowers"),
    ]
    known = [Fact(9, 5, FactKind.GOAL, "a second shop")]
    offered = facts_from_answers(answers, PROMPTS, known, 5, TODAY)
    assert [one.prompt.id for one in offered] == ["does"]


@pytest.mark.parametrize(
    ("stage", "held", "evidence", "proposed"),
    [
        (Stage.CONNECTED, 0, [], None),
        (Stage.CONNECTED, 1, [], StepUp(Stage.KNOWN, StepWhy.FIRST_TALK)),
        (Stage.CONNECTED, 1, [Evidence.REFERRED], StepUp(Stage.KNOWN, StepWhy.FIRST_TALK)),
        (Stage.KNOWN, 2, [], None),
        (
            Stage.KNOWN,
            2,
            [Evidence.PERSONAL, Evidence.ENJOYED],
            StepUp(Stage.LIKED, StepWhy.EVIDENCE, (Evidence.ENJOYED, Evidence.PERSONAL)),
        ),
        (Stage.LIKED, 5, [Evidence.ENJOYED], None),
        (
            Stage.LIKED,
            5,
            [Evidence.CONFIDED],
            StepUp(Stage.TRUSTED, StepWhy.EVIDENCE, (Evidence.CONFIDED,)),
        ),
        (
            Stage.TRUSTED,
            5,
            [Evidence.REFERRED],
            StepUp(Stage.REFERS, StepWhy.EVIDENCE, (Evidence.REFERRED,)),
        ),
        (Stage.REFERS, 9, list(Evidence), None),
    ],
)
def test_the_step_the_evidence_speaks_for(
    stage: Stage, held: int, evidence: list[Evidence], proposed: StepUp | None
) -> None:
    assert proposed_step(Person(stage=stage), held, evidence) == proposed


def test_a_step_is_one_rung_and_always_up() -> None:
    for stage, held, evidence in product(Stage, (0, 1, 5), ([], list(Evidence))):
        step = proposed_step(Person(stage=stage), held, evidence)
        assert step is None or step.stage == stage + 1


@pytest.mark.parametrize(
    ("mine", "theirs", "more"),
    [
        (20, 30, TalkedMore.UNKNOWN),
        (100, 199, TalkedMore.UNKNOWN),
        (100, 200, TalkedMore.THEM),
        (0, 3000, TalkedMore.UNKNOWN),
        (3000, 0, TalkedMore.UNKNOWN),
        (700, 300, TalkedMore.ME),
        (430, 570, TalkedMore.EVEN),
        (200, 800, TalkedMore.THEM),
    ],
)
def test_the_clock_says_who_talked_more(mine: int, theirs: int, more: TalkedMore) -> None:
    assert who_talked_more(Balance(mine, theirs)) is more


def test_what_is_written_in_a_debrief_speaks_for_itself() -> None:
    swims = Fact(kind=FactKind.LIKE, text="Swimming")
    secret = Fact(kind=FactKind.PRIVATE, text="Between us")
    theirs = Promise(mine=False, text="Two names")
    introduced = Passed(Form.INTRODUCTION, False, "Tom")
    assert evidence_here((), (), ()) == ()
    assert evidence_here((swims,), (), ()) == (Evidence.PERSONAL,)
    assert evidence_here((secret,), (theirs,), ()) == (Evidence.KEPT_PROMISE,)
    assert evidence_here((), (Promise(text="Mine"),), (introduced,)) == (Evidence.INTRODUCED,)
    passed = (Passed(Form.REFERRAL, False, "Hotel"), Passed(Form.ASK, False, "A lease"))
    assert evidence_here((), (), passed) == (Evidence.REFERRED,)
