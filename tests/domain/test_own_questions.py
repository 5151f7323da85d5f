"""The user's own questions stand in the program's library, and change nothing of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.facts import FactKind
from planner.domain.guides import Guide, Library, Phase, Prompt
from planner.domain.own_questions import (
    Liking,
    Mark,
    OwnGuide,
    OwnPrompt,
    as_prompt,
    merged,
    own_prompt,
)
from planner.domain.people import Attitude, Stage


def a_prompt(id: str) -> Prompt:
    return Prompt(id, f"{id}?", "Covey", "why", "don't", ("a?", "b?"), "So ...")


OURS = Library(
    guides=(
        Guide("first", "First", "", (Phase("arrive", "Arrive", 15, (a_prompt("one"),)),)),
        Guide(
            "later",
            "Later",
            "",
            (
                Phase("arrive", "Arrive", 15, (a_prompt("two"),)),
                Phase("help", "Help", 10, (a_prompt("three"),)),
            ),
        ),
    ),
    problems=("x.toml: is broken.",),
)


def test_an_own_question_stands_last_in_its_phase() -> None:
    mine = OwnPrompt(key="own-1", guide="later", phase="help", text="Mine?")
    library = merged(OURS, (), (mine,), ())
    assert [prompt.id for prompt in library.guide("later").prompts] == ["two", "three", "own-1"]
    assert library.prompt("own-1") == as_prompt(mine)
    assert library.guide("later").prompt("own-1") is not None
    assert library.guide("first") is OURS.guide("first")


def test_nothing_of_the_programs_is_changed_by_what_has_its_id() -> None:
    mine = OwnPrompt(key="one", guide="first", phase="arrive", text="Mine?")
    guide = OwnGuide(key="first", title="Mine")
    library = merged(OURS, (guide,), (mine,), ())
    assert library.guides == OURS.guides


def test_an_own_guide_comes_after_the_programs_once_it_has_a_question() -> None:
    guide = OwnGuide(key="own-g", title="At a fair")
    assert merged(OURS, (guide,), (), ()).guides == OURS.guides
    assert [empty.title for empty in merged(OURS, (guide,), (), ()).empty] == ["At a fair"]
    prompt = OwnPrompt(key="own-1", guide="own-g", phase="agree", text="Mine?")
    library = merged(OURS, (guide,), (prompt,), ())
    assert [guide.id for guide in library.guides] == ["first", "later", "own-g"]
    assert library.guide("own-g").own
    assert not library.empty


def test_a_question_of_an_unknown_phase_comes_in_the_first_one() -> None:
    mine = OwnPrompt(key="own-1", guide="later", phase="gone", text="Mine?")
    assert merged(OURS, (), (mine,), ()).guide("later").phase_index("own-1") == 0


def test_a_question_of_no_guide_is_named_and_still_read() -> None:
    mine = OwnPrompt(key="own-1", guide="gone", phase="help", text="Mine?")
    library = merged(OURS, (), (mine,), ())
    assert library.guides == OURS.guides
    assert len(library.problems) == 2 and "“Mine?”" in library.problems[1]
    assert library.prompt("own-1") == as_prompt(mine)


def test_a_removed_question_is_in_no_guide_and_still_read() -> None:
    mine = OwnPrompt(key="own-1", guide="first", phase="arrive", text="Mine?", removed=True)
    library = merged(OURS, (), (mine,), ())
    assert library.guides == OURS.guides
    assert library.problems == OURS.problems
    assert library.prompt("own-1") == as_prompt(mine)


def test_marks_are_those_of_the_prompts() -> None:
    marks = (Mark(1, "one", Liking.FAVOURITE), Mark(2, "own-1", Liking.LEFT_OUT))
    library = merged(OURS, (), (), marks)
    assert library.favourites == {"one"}
    assert library.left_out == {"own-1"}


def test_a_guide_that_was_written_by_hand_without_phases_is_passed_over() -> None:
    guide = OwnGuide(key="own-g", title="Odd", phases=())
    prompt = OwnPrompt(key="own-1", guide="own-g", text="Mine?")
    assert merged(OURS, (guide,), (prompt,), ()).guides == OURS.guides


@given(
    stages=st.frozensets(st.sampled_from(Stage), min_size=1),
    audience=st.frozensets(st.sampled_from(Attitude), min_size=1),
    kinds=st.tuples(*[st.one_of(st.none(), st.sampled_from(FactKind))] * 2),
    flags=st.tuples(st.booleans(), st.booleans()),
    depth=st.integers(1, 3),
)
def test_a_question_is_the_same_as_the_users_own(
    stages: frozenset[Stage],
    audience: frozenset[Attitude],
    kinds: tuple[FactKind | None, FactKind | None],
    flags: tuple[bool, bool],
    depth: int,
) -> None:
    (fills, recalls), (always, offers) = kinds, flags
    prompt = replace(
        a_prompt("x"),
        stages=stages,
        audience=audience,
        fills=fills,
        recalls=recalls,
        always=always,
        offers=offers,
        depth=depth,
        topics=("hill walking",),
    )
    assert as_prompt(own_prompt(prompt, "first", "arrive")) == replace(prompt, own=True)
