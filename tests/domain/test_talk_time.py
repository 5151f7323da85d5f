"""The clock, the phases and the balance of talking."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import conversation as talk
from planner.domain.conversation import Conversation, Speaker
from planner.domain.guides import Guide, Phase, Prompt
from planner.domain.talk_time import (
    Balance,
    Band,
    balance,
    near_end,
    progress,
    question_of,
    seconds_left,
    switch_speaker,
    tick,
)


def a_phase(id: str, minutes: int, *prompts: str) -> Phase:
    asked = (Prompt(p, f"{p}?", "Covey", "", "", ("a?", "b?"), "So ...") for p in prompts)
    return Phase(id, id.title(), minutes, tuple(asked))


GUIDE = Guide("g", "G", "", (a_phase("one", 20, "a", "b"), a_phase("two", 40, "c", "d")))


def begun(*script: str) -> Conversation:
    return talk.begin(1, GUIDE, script or ("a", "b", "c"), datetime(2026, 11, 22, 9, 30))


def test_time_passes_for_the_clock_the_phase_and_the_speaker() -> None:
    conversation = tick(begun(), GUIDE, 10)
    conversation = switch_speaker(conversation, GUIDE, 5)  # nobody had talked; now they do
    assert conversation.speaker is Speaker.THEM
    conversation = tick(talk.jump(conversation, GUIDE, "two"), GUIDE, 20)
    conversation = switch_speaker(conversation, GUIDE, 30)
    assert conversation.speaker is Speaker.ME
    conversation = tick(conversation, GUIDE, 7)
    conversation = switch_speaker(conversation, GUIDE, to=Speaker.NOBODY)
    conversation = tick(conversation, GUIDE, 1)
    assert (conversation.elapsed, conversation.mine, conversation.theirs) == (73, 7, 50)
    assert conversation.spent == (15, 58)
    assert conversation.in_a_row == 0


def test_no_time_passes_backwards_nor_after_the_end() -> None:
    assert tick(begun(), GUIDE, -3600) == begun()
    finished = talk.finish(begun())
    assert tick(finished, GUIDE, 60) == finished


def test_past_the_last_question_time_belongs_to_its_phase() -> None:
    conversation = replace(begun(), at=3)
    assert tick(conversation, GUIDE, 9).spent == (0, 9)
    assert tick(begun("nothing of ours"), GUIDE, 9).elapsed == 9


@given(st.lists(st.tuples(st.integers(-5, 300), st.booleans(), st.booleans()), max_size=30))
def test_the_parts_never_exceed_the_whole(moves: list[tuple[int, bool, bool]]) -> None:
    conversation = begun()
    for seconds, switch, on in moves:
        conversation = (switch_speaker if switch else tick)(conversation, GUIDE, seconds)
        if on:
            conversation = talk.next_question(conversation, GUIDE)
    assert sum(conversation.spent) == conversation.elapsed
    assert conversation.mine + conversation.theirs <= conversation.elapsed


@pytest.mark.parametrize(
    ("mine", "theirs", "band"),
    [
        (0, 0, Band.UNKNOWN),
        (59, 0, Band.UNKNOWN),
        (60, 0, Band.ABOVE),
        (34, 66, Band.BELOW),
        (35, 65, Band.WITHIN),
        (43, 57, Band.WITHIN),
        (50, 50, Band.WITHIN),
        (51, 49, Band.ABOVE),
    ],
)
def test_the_band_of_ones_own_share(mine: int, theirs: int, band: Band) -> None:
    assert Balance(mine, theirs).band is band


def test_the_share_is_a_picture_from_the_start() -> None:
    assert 0.35 <= Balance(0, 0).own_share <= 0.5
    assert balance(replace(begun(), mine=36, theirs=64)).own_share == pytest.approx(0.36)


def test_how_far_each_phase_has_come() -> None:
    conversation = talk.next_question(tick(begun(), GUIDE, 90), GUIDE)
    one, two = progress(conversation, GUIDE, 45)
    assert (one.id, one.title, one.minutes, one.seconds) == ("one", "One", 15, 90)
    assert (one.questions, one.asked, one.here, one.done) == (2, 1, True, False)
    assert (two.minutes, two.seconds, two.questions, two.here) == (30, 0, 1, False)
    conversation = talk.next_question(conversation, GUIDE)
    one, two = progress(conversation, GUIDE, 45)
    assert (one.done, one.here, two.here, two.done) == (True, False, True, False)


def test_a_phase_without_questions_is_done_with_its_time() -> None:
    conversation = replace(begun("a"), spent=(0, 30 * 60))
    assert [phase.done for phase in progress(conversation, GUIDE, 45)] == [False, True]


def test_which_question_of_how_many() -> None:
    assert question_of(begun(), GUIDE) == (1, 2)
    assert question_of(replace(begun(), at=1), GUIDE) == (2, 2)
    assert question_of(replace(begun(), at=2), GUIDE) == (1, 1)
    assert question_of(replace(begun(), at=3), GUIDE) == (0, 0)


@pytest.mark.parametrize(
    ("elapsed", "left", "near"),
    [(0, 2700, False), (2399, 301, False), (2400, 300, True), (2800, -100, True)],
)
def test_the_quiet_sign_before_the_end(elapsed: int, left: int, near: bool) -> None:
    conversation = replace(begun(), elapsed=elapsed)
    assert seconds_left(conversation, 45) == left
    assert near_end(conversation, 45) is near
    assert not near_end(talk.finish(conversation), 45)
