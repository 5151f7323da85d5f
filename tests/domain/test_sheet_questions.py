"""Which questions the page has room for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.callbacks import Told
from planner.domain.sheet import SheetPhase, SheetQuestion
from planner.domain.sheet_questions import QUESTIONS, Talk, once, share_out


def talk(title: str, minutes: int, count: int) -> Talk:
    return Talk(title, minutes, tuple(f"{title} {number}?" for number in range(count)))


def test_shared_by_minutes_with_one_for_every_phase() -> None:
    phases = share_out(
        [talk("Understand", 20, 9), talk("Be understood", 10, 9), talk("Help", 10, 9)]
    )
    assert [(phase.title, len(phase.questions)) for phase in phases] == [
        ("Understand", 4),
        ("Be understood", 1),
        ("Help", 2),
    ]


def test_the_first_ones_of_a_phase_are_kept_and_the_longest_phase_has_more_lines() -> None:
    (long, short) = share_out([talk("Understand", 20, 9), talk("Help", 1, 9)], limit=3)
    assert [(q.text, q.lines) for q in long.questions] == [
        ("Understand 0?", 2),
        ("Understand 1?", 2),
    ]
    assert [(q.text, q.lines) for q in short.questions] == [("Help 0?", 1)]


def test_a_phase_without_questions_takes_no_room() -> None:
    phases = share_out([talk("Arrive", 15, 0), talk("Help", 10, 2)])
    assert [phase.title for phase in phases] == ["Help"]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)), max_size=10))
def test_never_more_than_the_page_has_room_for(shape: list[tuple[int, int]]) -> None:
    talks = [talk(str(i), minutes, count) for i, (minutes, count) in enumerate(shape)]
    phases = share_out(talks)
    asked = sum(len(phase.questions) for phase in phases)
    assert asked == min(QUESTIONS, sum(count for _, count in shape))
    assert all(phase.questions for phase in phases)


def test_what_to_open_with_is_on_the_page_and_the_order_stays() -> None:
    opening = frozenset({"Understand 5?", "Understand 8?"})
    long = replace(talk("Understand", 20, 9), openers=opening)
    (phase,) = share_out([long], limit=3)
    assert [q.text for q in phase.questions] == ["Understand 0?", "Understand 5?", "Understand 8?"]


def test_questions_of_the_same_words_count_each() -> None:
    (phase,) = share_out([Talk("Understand", 20, ("Who?",) * 9)], limit=3)
    assert len(phase.questions) == 3


def test_a_question_says_what_it_comes_back_to() -> None:
    told = {"Help 0?": Told("A kitchen of their own " * 9)}
    (phase,) = share_out([replace(talk("Help", 10, 2), told=told)])
    first, second = phase.questions
    assert first.told.startswith("A kitchen") and first.told.endswith("…")
    assert second.told == ""


def test_what_is_asked_anyway_gives_way_to_what_comes_back_to_something() -> None:
    told = {"Arrive 3?": Told("Second shop")}
    anyway = frozenset({"Arrive 0?"})
    arrive = replace(talk("Arrive", 20, 4), told=told, asked_anyway=anyway)
    (phase,) = share_out([arrive], limit=2)
    assert [q.text for q in phase.questions] == ["Arrive 1?", "Arrive 3?"]
    (phase,) = share_out([arrive], limit=4)
    assert next((q.text, q.lines) for q in phase.questions) == ("Arrive 0?", 1)


def test_what_stands_under_last_time_is_not_said_twice() -> None:
    said = "Her practice moves to Leipzig in the spring"
    phase = SheetPhase("Arrive", (SheetQuestion("How far have you got?", 1, said),))
    (pointing,) = once((phase,), f"{said}; we laughed")
    assert pointing.questions[0].told.endswith("…")
    assert once((phase,), "We laughed") == (phase,)
