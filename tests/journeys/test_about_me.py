"""What the user says of themselves is kept tidied, or refused in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.changes import Kind
from planner.domain.me import CLOSED, OFFICE_WEEK, Hours, Me
from planner.errors import PlannerError
from planner.journeys.about_me import problems, save, tidied
from planner.storage.store import Store

BREAKS = ("\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029")


def test_what_was_said_is_there_again(store: Store) -> None:
    me = Me(
        name="Sam Doyle",
        email="sam@doyle.example",
        does="Bookkeeping for small builders",
        per_week=3,
        week=(Hours(time(8, 30), time(12)), *OFFICE_WEEK[1:]),
        zone="Europe/London",
        wanted=("architects", "Leeds"),
        alarm_minutes=0,
    )
    change = save(store, me)
    assert store.me.get() == me
    assert change.kinds == {Kind.ME}


def test_saving_the_same_again_is_no_change(store: Store) -> None:
    save(store, Me(name="Sam"))
    assert not save(store, Me(name="Sam"))


def test_taking_one_change_back_leaves_the_others(store: Store) -> None:
    save(store, Me(name="Sam"))
    named = save(store, Me(name="Samira"))
    save(store, Me(name="Samira", city="Leeds"))
    store.revert(named)
    assert store.me.get() == Me(name="Sam", city="Leeds")


def test_blanks_and_words_said_twice_are_tidied(store: Store) -> None:
    wanted = ("Leeds ", "", "leeds", " a  b")
    save(store, Me(name="  Sam Doyle ", email=" sam@doyle.example\n", wanted=wanted))
    kept = store.me.get()
    assert (kept.name, kept.email) == ("Sam Doyle", "sam@doyle.example")
    assert kept.wanted == ("Leeds", "a b")


def test_a_day_of_no_length_is_a_day_off(store: Store) -> None:
    save(store, Me(week=(Hours(time(9), time(9)), *OFFICE_WEEK[1:])))
    assert store.me.get().week[0] == CLOSED


@pytest.mark.parametrize(
    ("me", "field", "said"),
    [
        (Me(email="sam.doyle.example"), "email", "not an e-mail address"),
        (Me(email="@doyle.example"), "email", "not an e-mail address"),
        (Me(email="sam@"), "email", "not an e-mail address"),
        (Me(email="a@b@c"), "email", "not an e-mail address"),
        (Me(email="sam @doyle.example"), "email", "not an e-mail address"),
        (Me(per_week=0), "per_week", "between 1 and 14"),
        (Me(per_week=15), "per_week", "between 1 and 14"),
        (Me(zone="Europe/Leeds"), "zone", "no time zone “Europe/Leeds”"),
        (Me(zone="Europe"), "zone", "no time zone"),
        (Me(zone="../../etc/passwd"), "zone", "no time zone"),
        (Me(week=OFFICE_WEEK[:5]), "week", "seven days"),
        (Me(alarm_minutes=-1), "alarm_minutes", "alarm"),
    ],
)
def test_what_cannot_be_is_refused_in_words(store: Store, me: Me, field: str, said: str) -> None:
    with pytest.raises(PlannerError, match=said):
        save(store, me)
    assert list(problems(me)) == [field]
    assert store.me.get() == Me()


def test_hours_that_end_before_they_start_name_the_day() -> None:
    week = (*OFFICE_WEEK[:2], Hours(time(14), time(9)), *OFFICE_WEEK[3:])
    assert problems(Me(week=week)) == {
        "week": "Wednesday ends (09:00) before it starts (14:00). "
        "Put the earlier time first, or leave the day out."
    }


@given(st.sampled_from(BREAKS), st.sampled_from(["name", "email"]))
def test_no_line_break_gets_into_a_name_or_address(line_break: str, field: str) -> None:
    """Even one that something later would not strip (name@host LF BCC:...)."""
    me = replace(Me(), **{field: f"sam@doyle.example{line_break}BCC:all@doyle.example"})
    assert field in problems(me)


@given(
    st.builds(
        Me,
        name=st.text(max_size=20),
        email=st.text(max_size=20),
        wanted=st.lists(st.text(max_size=8), max_size=4).map(tuple),
    )
)
def test_tidying_twice_is_tidying_once(me: Me) -> None:
    assert tidied(tidied(me)) == tidied(me)


@pytest.mark.parametrize("code", ["here", "", "DE", "DE-BY", "CH-Stadt Zurich"])
def test_holidays_of_a_country_or_a_region_can_be_days_off(code: str) -> None:
    assert problems(Me(holidays=code)) == {}


def test_a_way_of_days_and_holidays_of_nowhere_cannot_be() -> None:
    wrong = problems(Me(travel_own=300, travel_online=-5, holidays="germany"))
    assert set(wrong) == {"travel_own", "travel_online", "holidays"}
