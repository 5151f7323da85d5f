"""Pairs who could help each other: precise rather than many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind
from planner.domain.language import Language
from planner.domain.pairs import (
    Pair,
    Source,
    Trait,
    Want,
    could_help,
    helper,
    may_look,
)
from planner.domain.people import Person, Stage
from planner.domain.seeking import Sought
from planner.domain.surest_pairs import best_first
from planner.domain.synonyms import Synonyms
from planner.domain.who_helps import WhoHelps
from planner.domain.word_forms import stems
from tests.domain.pairs_network import MORE, SEEN, UNSEEN, Network, read

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SYNONYMS = Synonyms.parse((RESOURCES / "synonyms.txt").read_text(encoding="utf-8"))
WHO_HELPS = WhoHelps.parse((RESOURCES / "who_helps.txt").read_text(encoding="utf-8"))
LANGUAGE = Language(SYNONYMS, WHO_HELPS, {"leed", "york"})

ANA = Person(1, "Ana Ferreira", "Bloom & Stem", "Florist", "Leeds", stage=Stage.KNOWN)
ROB = Person(2, "Rob Kane", "Kane Lettings", "Letting agent", "Leeds")


def rare(thing: Sought) -> float:
    return 1.0


def proposed(network: Network) -> set[frozenset[str]]:
    places = frozenset(stem for one in network.people.values() for stem in stems(one.city))
    language = Language(SYNONYMS, WHO_HELPS, places)
    helpers = [helper(one, network.facts[id]) for id, one in network.people.items()]
    pairs = [
        pair
        for want in network.wants
        for other in helpers
        if (pair := could_help(want, network.people[want.person], other, language, rare))
    ]
    names = {id: one.name for id, one in network.people.items()}
    kept = best_first(pairs, names, ())
    return {frozenset((names[pair.person], names[pair.other])) for pair in kept}


def pair(
    wanted: str,
    *,
    source: Source = Source.ASK,
    seeker: Person = ANA,
    other: Person = ROB,
    **known: str,
) -> Pair | None:
    facts = [
        Fact(n, other.id, FactKind(kind), text) for n, (kind, text) in enumerate(known.items())
    ]
    want = Want(seeker.id, source, wanted)
    return could_help(want, seeker, helper(other, facts), LANGUAGE, rare)


def test_nine_of_ten_pairs_are_right_and_most_are_found() -> None:
    """By the marks of a careful reader; the figures stand in CONTRIBUTING.md."""
    right: set[frozenset[str]] = set()
    found: set[frozenset[str]] = set()
    for file in (SEEN, MORE):
        network = read(file)
        right |= {frozenset(two) for two in network.right}
        found |= proposed(network)
    hits = len(found & right)
    assert hits / len(found) >= 0.9
    assert hits / len(right) >= 0.9


def test_so_they_are_among_people_it_was_not_made_for() -> None:
    network = read(UNSEEN)
    right, found = {frozenset(two) for two in network.right}, proposed(network)
    assert len(found & right) / len(found) >= 0.9
    assert len(found & right) / len(right) >= 0.7


def test_the_landlord_of_the_florist() -> None:
    found = pair("A commercial landlord with a corner unit", does="Lets flats and small shop units")
    assert found is not None
    assert (found.known.trait, found.exact) == (Trait.DOES, False)


@pytest.mark.parametrize(
    ("wanted", "does"),
    [
        ("Somebody in Leeds", "Flowers in Leeds"),  # a place tells nothing
        ("A small good firm", "A good small firm"),
        ("A web designer", "Designs interiors"),  # what narrows it has to fit as well
        ("A wedding photographer", "Photographs of machines"),
        ("A roofer", "Solar roofs"),
        ("A solicitor who writes wills", "Lawyer for patents"),
        ("A shop unit", "Flowers for shops"),
        ("Firms that need a cleaner", "Cleaner"),
        ("A kitchen to rent on Mondays", "Fits kitchens"),
        ("To sell in farm shops", "Sells novels to publishers"),
        ("A printer who prints cards", "Sells prints by young artists"),
        ("A business coach", "Coaches children"),
    ],
)
def test_what_only_looks_like_it_is_no_pair(wanted: str, does: str) -> None:
    assert pair(wanted, other=replace(ROB, role="", company=""), does=does) is None


def test_who_is_looked_for_elsewhere_is_not_found_here() -> None:
    assert pair("A letting agent in York") is None
    assert pair("A letting agent in York", other=replace(ROB, city="York")) is not None
    assert pair("A letting agent in York", does="Lets flats in York") is not None


def test_a_service_is_not_looked_for_among_those_served() -> None:
    other = replace(ROB, role="", company="")
    assert pair("An accountant", other=other, does="Software for accountants") is None
    ideal = pair("Accountants", source=Source.IDEAL_REFERRAL, other=other, for_whom="Accountants")
    assert ideal is not None
    assert ideal.known.trait is Trait.FOR_WHOM


def test_colleagues_are_not_introduced() -> None:
    colleague = replace(ROB, company="bloom & stem")
    assert pair("A letting agent", other=colleague) is None


def test_those_who_know_each_other_are_not_introduced() -> None:
    assert pair("A letting agent", network="Ana Ferreira, and half of the market") is None


def test_a_company_named_a_studio_is_no_room_to_let() -> None:
    shaw = replace(ROB, role="Architect", company="Shaw Studio")
    assert pair("A studio with a wooden floor", other=shaw) is None
    assert pair("A studio with a wooden floor", other=shaw, does="Rents a dance studio") is not None


def test_one_person_who_is_there_twice_is_not_introduced_to_themselves() -> None:
    twice = replace(ROB, name="ANA FERREIRA")
    assert pair("A letting agent", other=twice) is None
    mails = ("ana@bloom.example",)
    same = replace(ROB, emails=("Ana@Bloom.example",))
    assert pair("A letting agent", seeker=replace(ANA, emails=mails), other=same) is None


def test_nobody_let_go_is_brought_together() -> None:
    assert pair("A letting agent", other=replace(ROB, let_go=True)) is None
    assert pair("A letting agent", seeker=replace(ANA, let_go=True)) is None


def test_help_is_looked_for_only_for_those_one_knows() -> None:
    assert may_look(ANA, met=False)
    assert not may_look(replace(ANA, stage=Stage.CONNECTED), met=False)
    assert may_look(replace(ANA, stage=Stage.CONNECTED), met=True)
    assert not may_look(replace(ANA, let_go=True), met=True)


def test_an_ask_counts_more_than_a_goal_and_a_rare_thing_more_than_a_common_one() -> None:
    ask, goal = pair("A letting agent"), pair("A letting agent", source=Source.GOAL)
    assert ask is not None
    assert goal is not None
    assert ask.score > goal.score
    facts: list[Fact] = []
    common = could_help(ask.want, ANA, helper(ROB, facts), LANGUAGE, lambda thing: 0.1)
    assert common is not None
    assert common.score < ask.score


def test_who_has_the_very_thing_leaves_no_room_for_something_like_it() -> None:
    want = Want(1, Source.ASK, "A bookkeeper")
    exact = Pair(1, 2, want, helper(ROB, ()).pieces[0][0], 0.5)
    alike = replace(exact, other=3, score=0.9, exact=False)
    assert best_first([alike, exact], {}, ()) == [exact]
    assert best_first([alike], {}, ()) == [alike]


def test_the_order_is_by_score_then_by_name_and_each_two_stand_once() -> None:
    want = Want(1, Source.ASK, "A letting agent")
    one = Pair(1, 2, want, helper(ROB, ()).pieces[0][0], 0.5)
    names = {1: "Ana", 2: "Rob", 3: "Bea"}
    other, back = replace(one, other=3), replace(one, person=2, other=1, score=0.4)
    assert best_first([back, one, other], names, ()) == [other, one]
    assert best_first([back, one], names, {frozenset((1, 2))}) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_can_be_compared(wanted: str, does: str) -> None:
    found = pair(wanted, does=does)
    assert found is None or 0 < found.score < 2
