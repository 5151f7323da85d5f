"""Of whom to ask whether they fit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.fit import SAID_LESS, SAID_MORE, UNKNOWN
from planner.domain.fit_question import (
    Bar,
    bar,
    best_to_ask,
    may_ask,
    may_come_again,
    next_time,
    unsure,
    worth,
)
from planner.domain.people import Stage
from planner.domain.ranking import rank
from planner.domain.suggestions import Signals

TODAY = date(2026, 11, 22)


def known(person: int, fit: float = UNKNOWN, *, weeks: int = 20, **more: Any) -> Signals:
    """Somebody met twice, so many weeks ago."""
    days = 7.0 * weeks
    return Signals(person, f"P{person:02}", Stage.KNOWN, 2, days, days, 2, 2, fit, **more)


def test_whoever_would_pass_the_last_one_is_worth_a_question() -> None:
    settled = [known(n, 0.8) for n in range(1, 6)]
    maybe, hopeless = known(6), known(7, weeks=1)
    assert best_to_ask([*settled, maybe, hopeless], 5) == 6
    to_pass = bar([*settled, maybe, hopeless], 5)
    assert to_pass is not None
    assert worth(maybe, to_pass) > 0 == worth(hopeless, to_pass)


def test_whoever_stands_there_on_a_guess_is_worth_one_too() -> None:
    guessed, others = known(1, weeks=80), [known(n, weeks=10) for n in range(2, 9)]
    to_pass = bar([guessed, *others], 1)
    assert to_pass is not None and to_pass.listed == {1}
    assert worth(guessed, to_pass) > 0


def test_where_all_can_be_suggested_nobody_is_asked() -> None:
    assert best_to_ask([known(n) for n in range(1, 6)], 5) == 0
    assert best_to_ask([], 5) == 0
    assert bar([known(1)], 0) is None


def test_nobody_is_asked_of_whom_something_is_said_or_who_was_asked() -> None:
    everybody = [known(n, 0.8) for n in range(1, 6)]
    for fit in (SAID_MORE, SAID_LESS, 0.8):
        assert best_to_ask([*everybody, known(6, fit)], 5) == 0
    assert best_to_ask([*everybody, known(6)], 5, asked={6}) == 0


def test_who_rests_is_planned_or_let_go_is_not_asked_about() -> None:
    settled = [known(n, 0.8) for n in range(1, 6)]
    aways: list[dict[str, Any]] = [
        {"rests": 3},
        {"planned": True},
        {"let_go": True},
        {"reachable": False},
    ]
    for away in aways:
        assert best_to_ask([*settled, known(6, **away), known(7)], 5, asked={7}) == 0


def test_those_just_brought_in_come_first() -> None:
    settled = [known(n, 0.8) for n in range(1, 6)]
    better, new = known(6), known(7, weeks=16)
    assert best_to_ask([*settled, better, new], 5) == 6
    assert best_to_ask([*settled, better, new], 5, first={7}) == 7


@pytest.mark.parametrize(("fit", "told"), [(0.29, False), (0.3, True), (0.5, True), (0.6, False)])
def test_unsure_is_where_words_say_little(fit: float, told: bool) -> None:
    assert unsure(fit) is told


def test_after_a_meeting_the_next_time_counts() -> None:
    then = next_time(known(1, rests=5, planned=True, promise=3.0))
    assert (then.meetings, then.rests, then.planned, then.promise) == (3, 0, False, None)
    assert then.silent == then.apart == 42


def test_after_a_talk_whoever_may_come_again_is_asked_about() -> None:
    to_pass = bar([known(n, 0.5, weeks=10) for n in range(2, 12)], 5)
    assert to_pass is not None
    assert may_come_again(known(1, 0.8), to_pass)  # whatever words say
    assert may_come_again(known(1, 0.3), to_pass)
    assert not may_come_again(known(1, 0.8), Bar(1000.0, 999.0))


def test_one_question_a_day_and_two_a_week() -> None:
    def days_ago(*days: int) -> dict[date, int]:
        return {TODAY - timedelta(days=day): 1 for day in days}

    assert may_ask({}, TODAY)
    assert not may_ask(days_ago(0), TODAY)
    assert may_ask(days_ago(3), TODAY)
    assert not may_ask(days_ago(3, 6), TODAY)
    assert may_ask(days_ago(3, 7), TODAY)
    assert may_ask(days_ago(-3, -4), TODAY)  # the clock was set back


FITS = st.sampled_from([SAID_LESS, 0.3, 0.4, UNKNOWN, 0.8, SAID_MORE])
PEOPLE = st.lists(st.tuples(FITS, st.integers(0, 80), st.booleans()), max_size=12).map(
    lambda rows: [
        known(n, fit, weeks=weeks, planned=planned)
        for n, (fit, weeks, planned) in enumerate(rows, 1)
    ]
)


@given(PEOPLE, st.integers(1, 5))
def test_an_answer_about_whom_is_asked_may_change_who_is_listed(
    people: list[Signals], count: int
) -> None:
    chosen = best_to_ask(people, count)
    if not chosen:
        return

    def listed(fit: float) -> set[int]:
        told = [of._replace(fit=fit) if of.person == chosen else of for of in people]
        return {one.person for one in rank(told, count)}

    assert listed(SAID_MORE) != listed(SAID_LESS)


@given(PEOPLE, st.integers(1, 5))
def test_nobody_is_worth_less_than_nothing(people: list[Signals], count: int) -> None:
    to_pass = bar(people, count)
    for of in people:
        assert worth(of, to_pass or Bar(1.0, 1.0)) >= 0
