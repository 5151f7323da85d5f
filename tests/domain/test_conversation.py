"""Walking a script: next, skip, back, jump, and the hint to offer something."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from planner.domain import conversation as talk
from planner.domain.conversation import Conversation, Speaker, Step
from planner.domain.guides import Guide, Phase, Prompt

NOW = datetime(2026, 11, 22, 9, 30)


def a_prompt(id: str, offers: bool = False) -> Prompt:
    return Prompt(id, f"{id}?", "Covey", "", "", ("a?", "b?"), "So ...", offers=offers)


GUIDE = Guide(
    "g",
    "G",
    "",
    (
        Phase("one", "One", 20, (a_prompt("a"), a_prompt("b"))),
        Phase("two", "Two", 20, (a_prompt("c"), a_prompt("d", offers=True))),
        Phase("three", "Three", 20, (a_prompt("e"), a_prompt("f"))),
    ),
)
ALL = ("a", "b", "c", "d", "e", "f")


def begun() -> Conversation:
    return talk.begin(7, GUIDE, ALL, NOW)


def walked(*moves: str) -> Conversation:
    """After moves: n next, s skip, b back, and a phase's id to jump."""
    conversation = begun()
    for move in moves:
        if move == "n":
            conversation = talk.next_question(conversation, GUIDE)
        elif move == "s":
            conversation = talk.skip(conversation)
        elif move == "b":
            conversation = talk.back(conversation)
        else:
            conversation = talk.jump(conversation, GUIDE, move)
    return conversation


def here(conversation: Conversation) -> str | None:
    prompt = talk.current(conversation, GUIDE)
    return prompt.id if prompt else None


def test_it_begins_at_the_first_question() -> None:
    conversation = begun()
    assert here(conversation) == "a"
    assert (conversation.meeting, conversation.guide) == (7, "g")
    assert (conversation.step, conversation.started) == (Step.TALKING, NOW)
    assert conversation.spent == (0, 0, 0)


def test_next_asks_and_skip_does_not() -> None:
    conversation = walked("n", "s", "n")
    assert here(conversation) == "d"
    assert conversation.asked == ("a", "c")


def test_past_the_last_there_is_no_question_and_back_finds_it_again() -> None:
    conversation = walked("n", "n", "n", "n", "n", "n")
    assert here(conversation) is None
    assert conversation.at == len(ALL)
    assert talk.next_question(conversation, GUIDE) == conversation
    assert talk.skip(conversation) == conversation
    assert here(talk.back(conversation)) == "f"
    assert talk.back(begun()) == begun()


def test_going_on_from_a_question_leafed_back_to_returns_one_by_one() -> None:
    assert here(walked("n", "n", "n", "b", "b")) == "b"
    assert here(walked("n", "n", "n", "b", "b", "n")) == "c"
    assert here(walked("n", "n", "n", "b", "b", "n", "n")) == "d"


def test_a_jump_finds_what_was_not_asked_and_next_passes_over_what_was() -> None:
    conversation = walked("n", "two", "n", "one")
    assert here(conversation) == "b"
    assert conversation.asked == ("a", "c")
    assert here(talk.next_question(conversation, GUIDE)) == "d"
    assert here(walked("n", "n", "n", "one")) == "a"  # all asked: its first


def test_a_jump_to_a_phase_without_questions_stays() -> None:
    conversation = replace(begun(), script=("a", "b", "e"))
    assert talk.jump(conversation, GUIDE, "two") == conversation
    assert talk.jump(conversation, GUIDE, "nowhere") == conversation


def test_after_three_questions_in_a_row_the_hint_stands_with_one_question() -> None:
    hints = []
    conversation = begun()
    conversation = replace(conversation, script=("a", "b", "c", "e", "f"))
    for _ in range(5):
        hints.append(talk.offer_something_of_yours(conversation))
        conversation = talk.next_question(conversation, GUIDE)
    assert hints == [False, False, False, True, False]


def test_telling_something_of_ones_own_takes_the_hint_away() -> None:
    asked = walked("n", "n", "n")
    assert talk.offer_something_of_yours(asked)
    assert not talk.offer_something_of_yours(talk.offered(asked))
    assert not talk.offer_something_of_yours(replace(asked, speaker=Speaker.ME))
    assert not talk.offer_something_of_yours(talk.finish(asked))
    assert walked("n", "n", "n", "n").in_a_row == 0  # the fourth is itself an offer
    assert walked("n", "s", "s", "s").in_a_row == 1


def test_the_steps_to_the_end_and_back() -> None:
    talking = replace(begun(), speaker=Speaker.ME)
    debrief = talk.finish(talking)
    assert (debrief.step, debrief.speaker) == (Step.DEBRIEF, Speaker.NOBODY)
    assert talk.finish(debrief) == debrief
    assert talk.talk_on(debrief).step is Step.TALKING
    done = talk.close(debrief)
    assert done.step is Step.DONE
    assert talk.finish(done) == done
    assert talk.talk_on(done) == done


def test_prompts_that_left_the_guide_leave_the_script() -> None:
    conversation = replace(begun(), script=("gone", "a", "gone too", "c"), at=3, spent=(5,))
    fitted = talk.fitted(conversation, GUIDE)
    assert fitted.script == ("a", "c")
    assert here(fitted) == "c"
    assert fitted.spent == (5, 0, 0)
    assert talk.fitted(begun(), GUIDE) == begun()
    assert here(talk.fitted(replace(conversation, at=4), GUIDE)) is None


MOVES = st.lists(st.sampled_from(["n", "s", "b", "one", "two", "three", "x"]), max_size=30)


@given(MOVES)
def test_wherever_one_goes_the_place_is_in_the_script_and_nothing_is_asked_twice(
    moves: list[str],
) -> None:
    conversation = walked(*moves)
    assert 0 <= conversation.at <= len(ALL)
    assert len(set(conversation.asked)) == len(conversation.asked)
    assert set(conversation.asked) <= set(ALL)
    assert 0 <= conversation.in_a_row <= talk.QUESTIONS_IN_A_ROW


@given(MOVES)
def test_after_any_walk_next_alone_reaches_the_end(moves: list[str]) -> None:
    conversation = walked(*moves)
    for _ in ALL:
        conversation = talk.next_question(conversation, GUIDE)
    assert talk.current(conversation, GUIDE) is None
