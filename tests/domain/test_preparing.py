"""The questions to open with, and another one instead."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import conversation as talk
from planner.domain.guides import FIRST, Guide, Library
from planner.domain.meetings import State
from planner.domain.people import Person
from planner.domain.preparing import (
    NEAR,
    OPENERS,
    is_near,
    may_prepare,
    openers,
    swappable,
    swapped,
)
from planner.domain.prompts import Choice, Why, choose
from planner.guides.library import load
from tests.builders import a_meeting

LIBRARY: Library = load()
STARTS = datetime(2026, 11, 24, 8, 30)
IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@pytest.mark.parametrize("guide", LIBRARY.guides, ids=lambda guide: guide.id)
@pytest.mark.parametrize("minutes", (30, 45, 60, 90))
def test_the_first_three_questions_in_the_order_they_are_asked(guide: Guide, minutes: int) -> None:
    script = choose(guide, Person(name="Ana"), (), {}, minutes)
    found = openers(script)
    assert len(found) == OPENERS
    own = [one for one in script if not one.prompt.always]
    assert list(found) == own[:OPENERS]
    assert {one.phase for one in found} <= {phase.id for phase in guide.phases[:2]}


def test_a_script_with_little_to_ask_opens_with_what_there_is() -> None:
    guide = LIBRARY.guide(FIRST)
    script = [Choice(prompt, "arrive", Why.PLACE) for prompt in guide.prompts[:4]]
    script = [one for one in script if not one.prompt.always][:2]
    assert openers(script) == tuple(script)


@given(IDS, IDS, st.integers(0, 7))
def test_another_question_takes_the_place_of_one_and_never_stands_twice(
    script: list[str], others: list[str], at: int
) -> None:
    if not script:
        return
    prompt = script[at % len(script)]
    after = swapped(script, prompt, others)
    assert len(after) == len(script) == len(set(after))
    assert [one for one in after if one in script] == [
        one for one in script if one != prompt or not swappable(script, prompt, others)
    ]


def test_going_on_from_the_last_one_comes_back_to_the_first() -> None:
    script, seen = ("x", "a", "y"), []
    for _ in range(4):
        place = script[1]
        script = swapped(script, place, ("a", "b", "c"))  # type: ignore[assignment]
        seen.append(script[1])
    assert seen == ["b", "c", "a", "b"]
    assert swapped(("x", "a"), "gone", ("b",)) == ("x", "a")
    assert not swappable(("x", "a"), "a", ("a", "x"))


def test_it_is_prepared_until_they_talk() -> None:
    meeting = a_meeting(1, STARTS)
    guide = LIBRARY.guide(FIRST)
    prepared = talk.prepare(1, guide, ())
    assert may_prepare(meeting, None) and may_prepare(meeting, prepared)
    assert not may_prepare(meeting, talk.begin_prepared(prepared, STARTS))
    assert not may_prepare(a_meeting(1, STARTS, state=State.HELD), None)
    assert not may_prepare(a_meeting(1, STARTS, state=State.CANCELLED), prepared)


def test_when_its_time_is_near_one_begins() -> None:
    meeting = a_meeting(1, STARTS)
    assert not is_near(meeting, STARTS - NEAR - timedelta(minutes=1))
    assert is_near(meeting, STARTS - NEAR) and is_near(meeting, STARTS + timedelta(minutes=5))
    assert not is_near(meeting, meeting.ends_utc)
    assert not is_near(a_meeting(1, STARTS, state=State.HELD), STARTS)
