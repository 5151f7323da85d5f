"""Matching people against what the user looks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.fit import (
    AVOIDED,
    BETWEEN,
    FIRST_MATCH,
    NO_MATCH,
    SAID_LESS,
    SAID_MORE,
    TOLD_ENOUGH,
    UNKNOWN,
    Wishes,
)
from planner.domain.me import Me
from planner.domain.people import Fit
from planner.domain.synonyms import Synonyms

LIST = Path(__file__).parents[2] / "resources" / "synonyms.txt"
SYNONYMS = Synonyms.parse(LIST.read_text(encoding="utf-8"))

SAID = (
    "architect architects solicitor lawyer leeds york crypto real estate agent agency mortgage "
    "broker property first-time buyer café zürich and for"
)
WORDS = st.sampled_from(SAID.split())
PHRASES = st.lists(WORDS, max_size=3).map(" ".join)
KNOWN = st.lists(PHRASES, max_size=5).map(BETWEEN.join)


def judged(
    known: str, *wanted: str, avoided: tuple[str, ...] = (), said: Fit = Fit.UNSAID
) -> float:
    (fit,) = Wishes(Me(wanted=wanted, avoided=avoided), SYNONYMS).judge([said], [known])
    return fit


def found(known: str, *wanted: str) -> tuple[str, ...]:
    wishes = Wishes(Me(wanted=wanted), SYNONYMS)
    return tuple(one.wish for one in wishes.found(known.split(BETWEEN)))


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("Architect | Halvorsen Studio | York", "architects"),
        ("Partner | Two Architects | Leeds", "architect"),
        ("ARCHITECT", "Architects"),
        ("Letting agencies in the north", "letting agency"),
        ("Letting agency", "letting agencies"),
        ("Business coach", "coaches"),
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
    assert found(known, wanted) == (wanted,)


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("Partner | Shah Solicitors | Manchester", "lawyers"),
        ("Rechtsanwältin | Köln", "solicitor in Cologne"),
        ("Conveyancing solicitor", "conveyancers"),
        ("Residential architecture", "architects"),
        ("Tax adviser", "accountants"),
        ("Bookkeeping for clubs", "accountants"),
        ("Bauträger", "property developers"),
        ("Buchhaltung für Vereine", "accountants"),
        ("Physio", "physiotherapists"),
        ("Real-estate agency in Leeds", "estate agents"),
        ("Immobilienmakler", "realtor"),
        ("Websites for small shops", "web designers"),
        ("Color theory", "colour"),
        ("Event organizer", "event organisers"),
        ("Painters and decorators", "decorator"),
        ("Buys and sells real estate", "property"),
        ("Charpentier à Genève", "joiners in Geneva"),
    ],
)
def test_near_synonyms_and_other_spellings_are_found(known: str, wanted: str) -> None:
    assert judged(known, wanted) > UNKNOWN
    assert found(known, wanted) == (wanted,)


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("Accountant", "account"),
        ("Account manager", "accountant"),
        ("Architect | York", "architects in Leeds"),
        ("Press officer", "pres"),
        ("Unarchitect", "architect"),
        ("Insurance agent", "estate agent"),
        ("Real joy | Estate planner", "real estate"),  # in two things: not one after the other
        ("Tree surgeon", "dental surgeon"),
        ("Builds websites", "builders"),
        ("Will do", "will writers"),
    ],
)
def test_part_of_a_word_or_of_a_wish_is_not_enough(known: str, wanted: str) -> None:
    assert judged(known, wanted) < UNKNOWN
    assert found(known, wanted) == ()


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("Software developer", "property developers"),
        ("Tax adviser", "bookkeepers"),
        ("Football coach", "business coaches"),
        ("Consultant anaesthetist", "business advisers"),
        ("Conference interpreter", "translators"),
        ("Psychologist", "psychotherapists"),
        ("Dietitian", "nutritionists"),
        ("Stonemason", "bricklayers"),
        ("Artisan bakery", "tradespeople"),
        ("Laser hair removal", "moving company"),
        ("Brasserie Blanc", "breweries"),
        ("Garage conversions", "mechanics"),
        ("Customer surveys", "surveyors"),
        ("Constructeur automobile", "builders"),
        ("Interior decorator", "painters and decorators"),
    ],
)
def test_another_profession_is_not_taken_for_it(known: str, wanted: str) -> None:
    assert judged(known, wanted) < UNKNOWN
    assert found(known, wanted) == ()


def test_more_matches_fit_better_and_avoided_ones_worse() -> None:
    one = judged("Architect in Leeds", "architect")
    two = judged("Architect in Leeds", "architect", "Leeds")
    assert 1 > two > one == UNKNOWN + FIRST_MATCH
    assert judged("Architect in Leeds", "architect", avoided=("Leeds",)) == pytest.approx(
        one - AVOIDED
    )
    assert judged("Crypto adviser", avoided=("crypto",)) == pytest.approx(UNKNOWN - AVOIDED)


def test_the_more_is_known_in_vain_the_less_somebody_fits() -> None:
    wishes = Wishes(Me(wanted=("architect",)))
    fits = wishes.judge([""] * 6, ["Florist"] * 6, [0, 1, 2, TOLD_ENOUGH, 9, 1])
    assert fits[0] == UNKNOWN
    assert fits[1] == pytest.approx(UNKNOWN - NO_MATCH)
    assert fits[0] > fits[1] > fits[2] > fits[3] == fits[4] > SAID_LESS
    assert judged("Florist | Bloom", "architect") == pytest.approx(fits[2])


def test_nothing_known_or_nothing_wanted_leaves_the_fit_unknown() -> None:
    assert judged("Architect") == UNKNOWN
    assert judged("  ", "architect") == UNKNOWN
    assert judged(" |  | ", "architect") == UNKNOWN
    assert judged("Architect", " ", "of the") == UNKNOWN
    assert judged("Florist", avoided=("crypto",)) == UNKNOWN
    assert not Wishes(Me())
    assert Wishes(Me(avoided=("crypto",)))


def test_the_users_own_word_overrules() -> None:
    assert judged("Crypto", "architect", avoided=("crypto",), said=Fit.MORE) == SAID_MORE
    assert judged("Architect", "architect", said=Fit.LESS) == SAID_LESS
    assert judged("Architect", said=Fit.LESS) == SAID_LESS


def test_where_it_stands_is_told_with_what_was_found() -> None:
    wishes = Wishes(Me(wanted=("lawyers in Leeds", "first-time buyers", "florists")), SYNONYMS)
    told = wishes.found(["Solicitor", "Leeds", "First-time buyers in Leeds"])
    assert told == (("lawyers in Leeds", (0, 1, 2)), ("first-time buyers", (2,)))


def test_texts_that_speak_of_a_wish_are_told_apart() -> None:
    wishes = Wishes(Me(wanted=("landlords in Leeds",), avoided=("crypto",)))
    names = ["Leeds Chamber", "Crypto Night", "Tech Meetup", "Landlords’ circle"]
    assert wishes.speaks_of(names) == [True, True, False, True]


@given(st.lists(KNOWN, max_size=8), st.lists(PHRASES, max_size=4), st.lists(PHRASES, max_size=2))
@settings(max_examples=80)
def test_many_are_judged_as_each_alone(
    texts: list[str], wanted: list[str], avoided: list[str]
) -> None:
    wishes = Wishes(Me(wanted=tuple(wanted), avoided=tuple(avoided)), SYNONYMS)
    together = wishes.judge([""] * len(texts), texts)
    assert together == [wishes.judge([""], [text])[0] for text in texts]
    assert all(0 <= fit <= 1 for fit in together)


@given(
    st.lists(st.text(max_size=30), max_size=6),
    st.lists(st.text(max_size=12), max_size=4),
    st.lists(st.text(max_size=12), max_size=2),
)
@settings(max_examples=60)
def test_no_text_is_too_strange(texts: list[str], wanted: list[str], avoided: list[str]) -> None:
    wishes = Wishes(Me(wanted=tuple(wanted), avoided=tuple(avoided)))
    assert all(0 <= fit <= 1 for fit in wishes.judge([""] * len(texts), texts))
    assert len(wishes.found(texts)) <= len(wanted)


@given(KNOWN, st.lists(PHRASES, max_size=3), st.lists(PHRASES, max_size=2), PHRASES)
def test_another_wish_that_matches_never_lowers_the_fit(
    known: str, wanted: list[str], avoided: list[str], more: str
) -> None:
    before = judged(known, *wanted, avoided=tuple(avoided))
    after = judged(known, *wanted, more, avoided=tuple(avoided))
    if found(known, more):
        assert after >= before
    else:
        assert after <= before or after == pytest.approx(before)


@given(KNOWN, st.lists(PHRASES, max_size=3), st.lists(PHRASES, max_size=2), PHRASES)
def test_another_thing_to_avoid_never_raises_the_fit(
    known: str, wanted: list[str], avoided: list[str], more: str
) -> None:
    before = judged(known, *wanted, avoided=tuple(avoided))
    assert judged(known, *wanted, avoided=(*avoided, more)) <= before
