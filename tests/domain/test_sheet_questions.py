"""Which questions the page has room for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.sheet_questions import QUESTIONS, Talk, share_out


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
