"""Matching people against what the user looks for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.fit import AVOIDED, NO_MATCH, SAID_LESS, SAID_MORE, UNKNOWN, Wishes, folded
from planner.domain.me import Me
from planner.domain.people import Fit


def judged(
    known: str, *wanted: str, avoided: tuple[str, ...] = (), said: Fit = Fit.UNSAID
) -> float:
    (fit,) = Wishes(Me(wanted=wanted, avoided=avoided)).judge([said], [known])
    return fit


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("Architect | Halvorsen Studio | York", "architects"),
        ("Partner | Two Architects | Leeds", "architect"),
        ("ARCHITECT", "Architects"),
        ("Letting agencies in the north", "letting agency"),
        ("Letting agency", "letting agencies"),
        ("Mortgages for first-time buyers", "first time buyers"),
        ("Architect | Studio | Leeds", "architects in Leeds"),
        ("Architekt | Zürich", "zurich"),
        ("Cafe owner", "café"),
        ("Łódź | Ørsted & Søn", "lodz"),
        ("Straße 5", "strasse"),
        ("Works with start-ups (fintech)", "fintech"),
    ],
)
def test_a_wanted_thing_is_found_whatever_the_spelling(known: str, wanted: str) -> None:
    assert judged(known, wanted) > UNKNOWN
    assert Wishes(Me(wanted=(wanted,))).matched(known) == (wanted,)


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("Software architecture", "architect"),
        ("Accountant", "account"),
        ("Architect | York", "architects in Leeds"),
        ("Press officer", "pres"),
        ("Unarchitect", "architect"),
    ],
)
def test_part_of_a_word_or_of_a_wish_is_not_enough(known: str, wanted: str) -> None:
    assert judged(known, wanted) == UNKNOWN - NO_MATCH
    assert Wishes(Me(wanted=(wanted,))).matched(known) == ()


def test_more_matches_fit_better_and_avoided_ones_worse() -> None:
    one = judged("Architect in Leeds", "architect")
    two = judged("Architect in Leeds", "architect", "Leeds")
    assert 1 > two > one > UNKNOWN
    assert judged("Architect in Leeds", "architect", avoided=("Leeds",)) == pytest.approx(
        one - AVOIDED
    )
    assert judged("Crypto adviser", avoided=("crypto",)) == pytest.approx(UNKNOWN - AVOIDED)


def test_nothing_known_or_nothing_wanted_leaves_the_fit_unknown() -> None:
    assert judged("Architect") == UNKNOWN
    assert judged("  ", "architect") == UNKNOWN
    assert judged("Architect", " ", "of the") == UNKNOWN
    assert judged("Florist", avoided=("crypto",)) == UNKNOWN
    assert not Wishes(Me())
    assert Wishes(Me(avoided=("crypto",)))


def test_the_users_own_word_overrules() -> None:
    assert judged("Crypto", "architect", avoided=("crypto",), said=Fit.MORE) == SAID_MORE
    assert judged("Architect", "architect", said=Fit.LESS) == SAID_LESS
    assert judged("Architect", said=Fit.LESS) == SAID_LESS


@given(
    st.lists(st.text(max_size=30), max_size=8),
    st.lists(st.text(max_size=12), max_size=4),
    st.lists(st.text(max_size=12), max_size=2),
)
@settings(max_examples=80)
def test_many_are_judged_as_each_alone(
    texts: list[str], wanted: list[str], avoided: list[str]
) -> None:
    wishes = Wishes(Me(wanted=tuple(wanted), avoided=tuple(avoided)))
    together = wishes.judge([""] * len(texts), texts)
    assert together == [wishes.judge([""], [text])[0] for text in texts]
    assert all(0 <= fit <= 1 for fit in together)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
