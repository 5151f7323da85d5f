"""What the guide says in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.domain.debrief import Evidence, StepUp, StepWhy
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person, Stage
from planner.domain.prompts import Choice, Why
from planner.domain.talk_time import Balance
from planner.guides.library import load
from ui import guide_wording

ANA = Person(name="Ana Ferreira")
PROMPT = load().guides[0].prompts[0]
TOLD = Fact(kind=FactKind.GOAL, text="A second shop before Mothers' Day.")


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            Choice(PROMPT, "", Why.RECALLS, fact=TOLD),
            "Comes back to what Ana told you: “A second shop before Mothers' Day”.",
        ),
        (
            Choice(PROMPT, "", Why.GAP, kind=FactKind.GOAL),
            "You do not know yet what Ana is aiming for.",
        ),
        (
            Choice(PROMPT, "", Why.STALE, kind=FactKind.GOAL, fact=TOLD),
            "The last you heard of it has grown old: “A second shop before Mothers' Day”.",
        ),
        (
            Choice(PROMPT, "", Why.LIKED, fact=replace(TOLD, text="Fado")),
            "Touches what Ana likes: “Fado”.",
        ),
        (Choice(PROMPT, "", Why.ALWAYS), ""),
        (Choice(PROMPT, "", Why.PLACE), ""),
    ],
)
def test_a_reason_is_one_sentence(choice: Choice, said: str) -> None:
    assert guide_wording.why(choice, ANA) == said


@pytest.mark.parametrize("why", [Why.RECALLS, Why.STALE, Why.LIKED])
def test_a_private_note_is_never_quoted(why: Why) -> None:
    secret = Fact(kind=FactKind.PRIVATE, text="Xylograph")
    assert "Xylograph" not in guide_wording.why(Choice(PROMPT, "", why, fact=secret), ANA)


def test_every_reason_can_be_said() -> None:
    for why in Why:
        guide_wording.why(Choice(PROMPT, "", why, kind=FactKind.LIKE, fact=TOLD), ANA)


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
        (400, 600, "You talked 40 %, Ana 60 %: good for both."),
        (100, 900, "You talked 10 %, Ana 90 %. Next time, tell a little more of yours."),
        (700, 300, "You talked 70 %, Ana 30 %. Next time, one more question."),
    ],
)
def test_the_share_is_told_without_reproach(mine: int, theirs: int, said: str) -> None:
    assert guide_wording.share(Balance(mine, theirs), ANA) == said
