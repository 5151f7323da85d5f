"""One thing to offer somebody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.asks import Ask
from planner.domain.facts import Fact, FactKind
from planner.domain.me import Me
from planner.domain.one_thing_to_offer import AT_MOST, Giving, Offer, offers
from planner.domain.pairs import Known, Pair, Source, Trait, Want
from planner.domain.people import Person

ANA = Person(id=1, name="Ana Ferreira")
ME = Me(does="Surveys homes before people buy")
LANDLORD = Pair(
    1, 2, Want(1, Source.ASK, "A commercial landlord"), Known(Trait.DOES, "Lets shop units"), 1.0
)
FLORIST = Pair(
    3, 1, Want(3, Source.ASK, "A florist for weddings"), Known(Trait.ROLE, "Florist"), 0.9
)


def told(found: tuple[Offer, ...]) -> list[tuple[Giving, str]]:
    return [(one.giving, one.text) for one in found]


def test_an_introduction_comes_first_and_what_one_knows_last() -> None:
    facts = (Fact(kind=FactKind.IDEAL_REFERRAL, text="A hotel opening a new venue"),)
    found = offers(ANA, facts, (), ME, [(LANDLORD, "Rob Kane")])
    assert told(found) == [
        (Giving.INTRODUCTION, "An introduction to Rob Kane"),
        (Giving.IDEAL_REFERRAL, "A name for Ana: a hotel opening a new venue"),
        (Giving.KNOW_HOW, "What I know from work: surveys homes before people buy"),
    ]
    assert found[0].pair == LANDLORD and found[0].other == 2


def test_business_somebody_else_looks_for_can_be_brought() -> None:
    found = offers(ANA, (), (), ME, (), [(FLORIST, "Priya Shah")])
    assert told(found)[0] == (Giving.BUSINESS, "An introduction to Priya Shah")
    assert found[0].other == 3, "whoever looks for it"


def test_beside_introductions_there_is_something_else_to_choose() -> None:
    pairs = [(replace(LANDLORD, other=n), name) for n, name in ((2, "Rob"), (3, "Mia"), (4, "Jo"))]
    found = offers(ANA, (), (), ME, pairs)
    assert [one.text for one in found[:2]] == ["An introduction to Rob", "An introduction to Mia"]
    assert [one.giving for one in found[2:]] == [Giving.KNOW_HOW]


def test_what_they_ask_for_is_offered_until_it_is_found() -> None:
    asks = (
        Ask(1, 1, "A bookkeeper for two mornings"),
        Ask(2, 1, "A van", done_on=date(2026, 1, 1)),
        Ask(3, 1, "  "),
    )
    assert told(offers(ANA, (), asks, Me())) == [
        (Giving.ASK, "A name for Ana: a bookkeeper for two mornings")
    ]


def test_what_is_hard_is_met_with_an_idea_or_an_hour() -> None:
    sayable = offers(ANA, (Fact(kind=FactKind.CHALLENGE, text="Finding drivers"),), (), Me())
    assert told(sayable) == [(Giving.NEED, "An idea on finding drivers")]
    for unsayable in ("She is not paid", "Not letting your team down", "Keeping her shop"):
        found = offers(ANA, (Fact(kind=FactKind.CHALLENGE, text=unsayable),), (), Me())
        assert told(found) == [(Giving.NEED, "An hour to think it through with Ana")]


def test_somebody_known_by_a_number_alone() -> None:
    asks = (Ask(1, 1, "A van"),)
    assert told(offers(Person(phones=("0113",)), (), asks, Me())) == [
        (Giving.ASK, "A name for them: a van")
    ]


@pytest.mark.parametrize(
    "does",
    [
        "I fix websites for small shops",
        "I'm a surveyor",
        "I’ve built boats for years",
        "IT for inns",
    ],
)
def test_what_the_user_says_of_themselves_keeps_its_capital(does: str) -> None:
    found = told(offers(ANA, (), (), Me(does=does)))
    assert found == [(Giving.KNOW_HOW, f"What I know from work: {does}")]


def test_nothing_known_is_nothing_to_offer() -> None:
    assert offers(ANA, (), (), Me()) == ()


@given(
    st.lists(
        st.builds(Fact, kind=st.sampled_from(FactKind), text=st.text(max_size=60)), max_size=20
    ),
    st.lists(st.builds(Ask, text=st.text(max_size=60)), max_size=5),
)
def test_few_each_once_and_nothing_private_or_disliked(facts: list[Fact], asks: list[Ask]) -> None:
    found = offers(ANA, facts, asks, ME, [(LANDLORD, "Rob")] * 3, [(FLORIST, "Priya")] * 3)
    assert len(found) <= AT_MOST
    assert len({one.text.casefold() for one in found}) == len(found)
    hushed = (FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE)
    said = [fact for fact in facts if fact.kind not in hushed]
    assert found == offers(ANA, said, asks, ME, [(LANDLORD, "Rob")] * 3, [(FLORIST, "Priya")] * 3)
