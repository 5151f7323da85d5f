"""What two people are used to: it starts from the table, follows the evidence, and is bounded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.learning import (
    LONGEST,
    PACES,
    SHORTEST,
    Habits,
    habits,
    learned_half_life,
)
from planner.domain.meetings import CalledOff, Meeting, State, Touch, TouchKind
from planner.domain.people import Rhythm, Stage
from planner.domain.suggestions import Signals

TODAY = date(2026, 11, 22)
USUALLY = 77.0  # days, a half-life of the table
GAPS = st.lists(st.integers(0, 2000), max_size=40)


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


def a_meeting(ago: int, state: State) -> Meeting:
    return Meeting(starts=datetime.combine(day(ago), datetime.min.time()), state=state)


def learned(
    *meetings: Meeting, touches: tuple[Touch, ...] = (), contacts: tuple[int, ...] = ()
) -> Habits:
    of = Signals(1, "Maya", Stage.LIKED, meetings=1, apart=30, silent=30)
    return habits(of, meetings, touches, [day(ago) for ago in contacts], TODAY)


def test_of_a_stranger_all_is_as_with_anybody() -> None:
    nothing = learned()
    assert (nothing.usual_gap, nothing.asked, nothing.theirs, nothing.mine) == (0, 0, 0, 0)
    assert nothing.half_life == nothing.table_half_life == pytest.approx(0.7 * 18 * 7)
    assert nothing.willingness == pytest.approx(0.65)
    assert not nothing.usually_says_yes and not nothing.usually_writes_first


def test_what_others_take_is_told_whatever_the_user_says() -> None:
    said = Signals(1, "Maya", Stage.LIKED, meetings=1, pace=PACES[Rhythm.OFTEN])
    assert habits(said, (), (), (), TODAY).table_half_life == learned().table_half_life


def test_every_1_2_1_that_was_answered_counts_once() -> None:
    found = learned(
        a_meeting(300, State.HELD),
        a_meeting(200, State.CANCELLED),
        a_meeting(100, State.MISSED),
        a_meeting(50, State.AGREED),
        a_meeting(-9, State.AGREED),
    )
    # Not the one called off, as nobody knows by whom.
    assert (found.asked, found.said_yes, found.unanswered) == (4, 3, 0)


@pytest.mark.parametrize(("by", "asked"), [(CalledOff.ME, 1), (CalledOff.THEM, 2)])
def test_one_called_off_is_their_no_where_they_did(by: CalledOff, asked: int) -> None:
    off = replace(a_meeting(200, State.CANCELLED), called_off=by)
    found = learned(a_meeting(300, State.HELD), off)
    assert (found.asked, found.said_yes) == (asked, 1)


@pytest.mark.parametrize(("ago", "unanswered"), [(-9, 0), (0, 0), (14, 0), (15, 1), (400, 1)])
def test_an_invitation_is_unanswered_two_weeks_past_its_day(ago: int, unanswered: int) -> None:
    found = learned(a_meeting(ago, State.PROPOSED))
    assert (found.asked, found.said_yes, found.unanswered) == (unanswered, 0, unanswered)


@pytest.mark.parametrize(
    ("yes", "no", "usually"), [(2, 0, False), (3, 0, True), (3, 1, True), (3, 2, False)]
)
def test_three_answers_make_a_habit(yes: int, no: int, usually: bool) -> None:
    answers = [State.HELD] * yes + [State.MISSED] * no
    assert learned(*(a_meeting(90, state) for state in answers)).usually_says_yes is usually


@pytest.mark.parametrize(
    ("theirs", "mine", "usually"),
    [(2, 0, False), (3, 0, True), (3, 1, True), (4, 2, False), (3, 2, False)],
)
def test_who_writes_first(theirs: int, mine: int, usually: bool) -> None:
    moves = [True] * theirs + [False] * mine
    to_come = Touch(day=day(-1), theirs=True)
    found = learned(touches=(to_come, *(Touch(day=day(9), theirs=move) for move in moves)))
    assert (found.theirs, found.mine, found.usually_writes_first) == (theirs, mine, usually)


def test_a_chat_is_nobodys_first_move() -> None:
    chats = [Touch(day=day(9), kind=TouchKind.CHAT)] * 3
    found = learned(touches=(*chats, Touch(day=day(9)), Touch(day=day(9), kind=TouchKind.CALL)))
    assert (found.mine, found.usually_written_to) == (2, False)


def test_the_usual_gap_and_half_life_go_by_contacts_until_today() -> None:
    often = learned(contacts=(-20, 10, 17, 17, 24, 31))
    assert often.usual_gap == 7
    assert often.half_life < often.table_half_life
    seldom = learned(contacts=(10, 310, 610, 910))
    assert seldom.usual_gap == 300
    assert seldom.half_life > seldom.table_half_life


def test_what_is_known_only_to_the_year_teaches_no_rhythm() -> None:
    of = Signals(1, "Maya", Stage.LIKED, meetings=1, apart=30, silent=30)
    often = [day(ago) for ago in range(0, 50, 7)]
    years = [day(800), day(1165), day(1530), day(1895)]
    without = habits(of, (), (), often, TODAY)
    assert habits(of, (), (), [*often, *years], TODAY, set(years)) == without
    assert habits(of, (), (), [*often, *years], TODAY).half_life > without.half_life


def test_half_lives_worked_by_hand() -> None:
    assert learned_half_life(80.0, [80, 80]) == pytest.approx(80.0)
    # One gap of twice the half-life beside five of the half-life: the sixth root of two.
    assert learned_half_life(80.0, [160]) == pytest.approx(80.0 * 2 ** (1 / 6))
    # No single gap counts as more than three half-lives.
    assert learned_half_life(80.0, [8000]) == pytest.approx(80.0 * 3 ** (1 / 6))
    assert learned_half_life(80.0, [240] * 30) == pytest.approx(80.0 * LONGEST)


@given(GAPS)
def test_half_lives_stay_within_bounds(gaps: list[int]) -> None:
    found = learned_half_life(USUALLY, gaps)
    assert found * (1 + 1e-12) >= SHORTEST * USUALLY
    assert found <= LONGEST * USUALLY * (1 + 1e-12)


@given(GAPS, st.data())
def test_a_longer_gap_never_makes_a_half_life_shorter(gaps: list[int], data: st.DataObject) -> None:
    kept = [gap for gap in gaps if gap]
    longer = [gap + data.draw(st.integers(0, 500)) for gap in kept]
    before = learned_half_life(USUALLY, kept)
    assert learned_half_life(USUALLY, longer) >= before * (1 - 1e-12)
    assert learned_half_life(USUALLY, [*kept, round(LONGEST * USUALLY) + 1]) >= before * (1 - 1e-12)


@given(st.permutations([3, 40, 77, 200, 1000]))
def test_the_order_of_gaps_makes_no_difference(gaps: list[int]) -> None:
    in_order = learned_half_life(USUALLY, sorted(gaps))
    assert learned_half_life(USUALLY, gaps) == pytest.approx(in_order)
