"""What the guide says in sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.callbacks import Source, Told
from planner.domain.debrief import Evidence, StepUp, StepWhy
from planner.domain.facts import FactKind
from planner.domain.meetings import Roughly
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import Choice, Why
from planner.domain.talk_time import Balance
from planner.guides.library import load
from ui import guide_wording

ANA = Person(name="Ana Ferreira")
PROMPT = load().guides[0].prompts[0]
TODAY = date(2026, 11, 22)
MAY, OLD = date(2026, 5, 14), date(2024, 5, 14)
TOLD = Told("A second shop before Mothers' Day.", day=MAY)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            Choice(PROMPT, "", Why.RECALLS, told=TOLD),
            "You noted: “A second shop before Mothers' Day”, 14 May.",
        ),
        (
            Choice(PROMPT, "", Why.RECALLS, told=replace(TOLD, day=None)),
            "You noted: “A second shop before Mothers' Day”.",
        ),
        (
            Choice(PROMPT, "", Why.RECALLS, told=replace(TOLD, source=Source.SUMMARY)),
            "Last time, 14 May: “A second shop before Mothers' Day”.",
        ),
        (
            Choice(PROMPT, "", Why.RECALLS, told=replace(TOLD, roughly=Roughly.MONTH)),
            "You noted: “A second shop before Mothers' Day”, May 2026.",
        ),
        (
            Choice(PROMPT, "", Why.RECALLS, told=Told("Fado", Source.SUMMARY, OLD, Roughly.YEAR)),
            "Last time, 2024: “Fado”.",
        ),
        (
            Choice(PROMPT, "", Why.RECALLS, told=Told("Fado", Source.SUMMARY)),
            "Last time: “Fado”.",
        ),
        (
            Choice(PROMPT, "", Why.RECALLS, told=Told("Ill", Source.TOUCH, MAY)),
            "Since then, 14 May: “Ill”.",
        ),
        (
            Choice(PROMPT, "", Why.OWED, told=Told("Introduce Tom", Source.PROMISE, MAY)),
            "You promised: “Introduce Tom”, 14 May.",
        ),
        (Choice(PROMPT, "", Why.LEFT_OVER), "There was no time left for it last time."),
        (
            Choice(PROMPT, "", Why.GAP, kind=FactKind.GOAL),
            "You don't know yet what Ana is aiming for.",
        ),
        (
            Choice(PROMPT, "", Why.GAP, kind=FactKind.IDEAL_REFERRAL),
            "You don't know yet whom Ana would like to meet.",
        ),
        (
            Choice(PROMPT, "", Why.STALE, kind=FactKind.GOAL, told=replace(TOLD, day=OLD)),
            "Goal, as of 14 May 2024: “A second shop before Mothers' Day”.",
        ),
        (
            Choice(PROMPT, "", Why.STALE, FactKind.GOAL),
            "It is a while since you heard about that.",
        ),
        (Choice(PROMPT, "", Why.LIKED, told=Told("Fado")), "Touches what Ana likes: “Fado”."),
        (Choice(PROMPT, "", Why.FAVOURITE), "One of your favourites."),
        (Choice(PROMPT, "", Why.OWN), "One of your own questions."),
        (Choice(PROMPT, "", Why.STAGE), "Light enough for two who hardly know each other."),
        (Choice(PROMPT, "", Why.AUDIENCE), ""),
        (Choice(PROMPT, "", Why.ALWAYS), ""),
        (Choice(PROMPT, "", Why.PLACE), ""),
    ],
)
def test_a_reason_is_one_sentence(choice: Choice, said: str) -> None:
    assert guide_wording.why(choice, ANA, TODAY) == said


def test_reassurance_goes_with_a_question_that_is_deeper() -> None:
    choice = Choice(PROMPT, "", Why.GAP, kind=FactKind.GOAL)
    assert guide_wording.reason(choice, ANA, TODAY) == guide_wording.why(choice, ANA, TODAY)
    deeper = guide_wording.reason(replace(choice, deeper=True), ANA, TODAY)
    assert deeper == f"{guide_wording.why(choice, ANA, TODAY)} {guide_wording.deeper()}"
    choice = Choice(PROMPT, "", Why.PLACE, deeper=True)
    assert guide_wording.reason(choice, ANA, TODAY).startswith("A ")


def test_a_long_note_is_cut_to_what_is_read_at_a_glance() -> None:
    told = Told(" ".join(["word"] * 40), day=MAY)
    said = guide_wording.why(Choice(PROMPT, "", Why.RECALLS, told=told), ANA, TODAY)
    assert said.endswith("…”, 14 May.")
    assert len(said.split()) < 20


@pytest.mark.parametrize("attitude", set(Attitude) - {Attitude.OPEN})
def test_what_is_made_for_somebody_like_them_is_praised_and_they_are_not_named_for_it(
    attitude: Attitude,
) -> None:
    choice = Choice(PROMPT, "", Why.AUDIENCE)
    said = guide_wording.why(choice, replace(ANA, attitude=attitude), TODAY)
    assert said and not {"ana", "somebody", "dislikes", "networking", "press"} & set(
        said.lower().replace(",", "").replace(".", "").split()
    )


def test_every_reason_can_be_said() -> None:
    for why in Why:
        for stage in Stage:
            choice = Choice(PROMPT, "", why, kind=FactKind.LIKE, told=TOLD)
            guide_wording.why(choice, replace(ANA, stage=stage), TODAY)


def test_no_reason_guesses_whether_it_is_a_man_or_a_woman() -> None:
    for why in Why:
        for kind in FactKind:
            choice = Choice(PROMPT, "", why, kind, TOLD)
            words = guide_wording.why(choice, ANA, TODAY).casefold().split()
            assert not {"he", "she", "his", "her", "him"}.intersection(words)


def test_every_kind_worth_a_question_has_its_gap() -> None:
    fillable = {prompt.fills for guide in load().guides for prompt in guide.prompts}
    for kind in fillable - {None, FactKind.NOTE, FactKind.PRIVATE}:
        assert kind is not None and "Ana" in guide_wording.gap(kind, Person(name="Ana"))


def test_every_piece_of_evidence_is_named() -> None:
    said = [guide_wording.evidence(one, ANA) for one in Evidence]
    assert len(set(said)) == len(Evidence)


def test_a_step_up_says_where_to() -> None:
    first = StepUp(Stage.KNOWN, StepWhy.FIRST_TALK)
    later = StepUp(Stage.LIKED, StepWhy.EVIDENCE, (Evidence.PERSONAL,))
    assert "Known" in guide_wording.step_up(first, ANA)
    assert "Liked" in guide_wording.step_up(later, ANA)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        (20, 20, "Too little was counted to say who talked more."),
        (40, 200, "Too little was counted to say who talked more."),
        (0, 3000, "Too little was counted to say who talked more."),
        (400, 600, "You talked 40 %, Ana 60 %: good for both."),
        (100, 900, "You talked 10 %, Ana 90 %. Next time, tell a little more of yours."),
        (700, 300, "You talked 70 %, Ana 30 %. Next time, one more question."),
    ],
)
def test_the_share_is_told_without_reproach(mine: int, theirs: int, said: str) -> None:
    assert guide_wording.share(Balance(mine, theirs), ANA) == said
