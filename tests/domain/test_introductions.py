"""How far an introduction is, and what is to be done next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.domain.introductions import (
    Introduction,
    Standing,
    Step,
    agreed,
    as_far_as,
    asked,
    next_step,
)

TODAY = date(2026, 11, 22)
BEGUN = Introduction(id=1, person=7, other=8)


def test_each_is_asked_then_waited_for_then_they_are_introduced() -> None:
    one = BEGUN
    assert next_step(one) is Step.ASK
    one = asked(one, 8, TODAY)
    assert (next_step(one), one.asked_on) == (Step.ANSWER, TODAY)
    one = agreed(one, 8, TODAY + timedelta(days=2))
    assert next_step(one) is Step.ASK, "the other was not asked yet"
    one = asked(one, 7, TODAY + timedelta(days=3))
    assert next_step(one) is Step.ANSWER
    one = agreed(one, 7, TODAY + timedelta(days=4))
    assert next_step(one) is Step.INTRODUCE
    assert next_step(replace(one, standing=Standing.MADE)) is Step.OUTCOME
    assert next_step(replace(one, standing=Standing.DECLINED)) is Step.DONE


def test_who_answers_was_asked_somehow() -> None:
    one = agreed(BEGUN, 7, TODAY)
    assert one.asked(7)
    assert one.asked_on == TODAY


def test_days_are_counted_from_when_it_last_got_further() -> None:
    one = asked(BEGUN, 7, TODAY)
    assert one.days_waiting(TODAY + timedelta(days=16)) == 16
    assert agreed(one, 7, TODAY + timedelta(days=10)).days_waiting(TODAY + timedelta(days=16)) == 6
    assert BEGUN.days_waiting(TODAY) == 0
    assert one.days_waiting(TODAY - timedelta(days=3)) == 0


def test_two_of_the_same_people_become_one_as_far_as_either_was() -> None:
    one = Introduction(1, 5, 6, "shops", person_asked=True, asked_on=TODAY, moved_on=TODAY)
    earlier = TODAY - timedelta(days=3)
    twin = Introduction(2, 6, 5, standing=Standing.MADE, person_agreed=True, asked_on=earlier)
    both = as_far_as(one, twin)
    assert (both.id, both.why, both.standing) == (1, "shops", Standing.MADE)
    assert both.person_asked and both.other_agreed and not both.person_agreed
    assert (both.asked_on, both.moved_on) == (earlier, TODAY)
