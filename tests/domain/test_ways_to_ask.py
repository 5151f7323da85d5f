"""How to ask for what is still to learn."""

from __future__ import annotations

import pytest

from planner.domain.facts import WORTH_KNOWING, FactKind
from planner.domain.guides import FIRST, Library
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import DEPTH_AT
from planner.domain.ways_to_ask import ways_to_ask
from planner.guides.library import load


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.mark.parametrize("attitude", Attitude)
@pytest.mark.parametrize("stage", Stage)
def test_there_is_a_fitting_question_for_nearly_everything(
    library: Library, stage: Stage, attitude: Attitude
) -> None:
    found = ways_to_ask(library, WORTH_KNOWING, Person(stage=stage, attitude=attitude))
    assert len(found) >= len(WORTH_KNOWING) - 2
    for kind, prompt in found.items():
        assert prompt.fills is kind
        assert stage in prompt.stages and attitude in prompt.audience
        assert prompt.depth <= DEPTH_AT[stage]
        assert prompt.recalls is None


def test_it_is_what_one_asks_first(library: Library) -> None:
    person = Person(stage=Stage.LIKED)
    found = ways_to_ask(library, WORTH_KNOWING, person)
    guide = library.guide(FIRST)
    assert guide.prompt(found[FactKind.DOES].id) is not None
    assert ways_to_ask(library, WORTH_KNOWING, person) == found, "the same every time"


def test_an_empty_library_has_none() -> None:
    assert ways_to_ask(Library(), WORTH_KNOWING, Person()) == {}
