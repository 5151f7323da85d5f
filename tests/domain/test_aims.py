"""What a 1-2-1 could be for."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.aims import WORDS, propose
from planner.domain.facts import Fact, FactKind
from planner.domain.me import Me
from planner.domain.people import Attitude, Person, Stage
from planner.domain.promises import Promise

MAYA = Person(id=1, name="Maya Okafor", stage=Stage.KNOWN)
ME = Me(ideal_referral="An architect whose clients are about to build.")


def known(**texts: str) -> list[Fact]:
    return [
        Fact(id=number, person=1, kind=FactKind(kind), text=text)
        for number, (kind, text) in enumerate(texts.items(), start=1)
    ]


BASICS = {"does": "Mortgages", "for_whom": "First-time buyers", "ideal_referral": "An accountant"}


def test_what_is_not_known_yet_is_to_be_learned_first() -> None:
    assert propose(MAYA, [], [], ME).learn == "What Maya does, and how it began"
    assert propose(MAYA, known(does="Mortgages"), [], ME).learn == "Whom Maya works for best"
    basics = known(does="Mortgages", for_whom="Buyers")
    assert propose(MAYA, basics, [], ME).learn == "How Maya is best introduced"
    assert propose(MAYA, known(**BASICS), [], ME).learn == "What Maya is aiming for this year"


def test_then_how_it_goes_with_what_they_told() -> None:
    facts = known(**BASICS, goal="Launch a podcast by spring")
    said = propose(MAYA, facts, [], ME).learn
    assert said == "How Maya is getting on with launching a podcast by spring"


def test_words_said_to_the_person_are_not_written_of_them() -> None:
    facts = known(**BASICS, goal="Open her second shop")
    assert "your" not in propose(MAYA, facts, [], ME).learn.split()


def test_an_own_promise_is_what_to_give_the_most_pressing_first() -> None:
    promises = [
        Promise(id=1, text="Send the guide", due=date(2026, 12, 1)),
        Promise(id=2, text="Introduce Maya to Tom", due=date(2026, 11, 1)),
        Promise(id=3, text="Long kept", due=date(2026, 1, 1), done_on=date(2026, 1, 1)),
        Promise(id=4, text="Hers", mine=False, due=date(2026, 1, 1)),
    ]
    assert propose(MAYA, known(**BASICS), promises, ME).give == "Introduce Maya to Tom"
    assert propose(MAYA, known(**BASICS), [], ME).give == "A name for Maya: an accountant"
    assert propose(MAYA, [], [], ME).give == ""


def test_somebody_new_is_asked_for_nothing_and_some_are_never_asked_for_referrals() -> None:
    asked = "Does Maya know an architect whose clients are about to build?"
    assert propose(MAYA, [], [], ME).ask == asked
    assert propose(Person(name="Maya", stage=Stage.CONNECTED), [], [], ME).ask == ""
    assert propose(MAYA, [], [], Me()).ask == ""
    press = Person(name="Maya", stage=Stage.LIKED, attitude=Attitude.PRESS)
    assert "architect" not in propose(press, [], [], ME).ask
    odd = Me(ideal_referral="Harbour & Co")
    assert propose(MAYA, [], [], odd).ask == "Does Maya know somebody: Harbour & Co?"


@pytest.mark.parametrize(
    ("role", "wanted", "asked"),
    [
        (
            "Independent mortgage adviser",
            "An architect or mortgage adviser whose clients are about to buy or extend",
            "Does Maya know an architect whose clients are about to buy or extend?",
        ),
        (
            "Architect",
            "An architect or mortgage adviser whose clients build",
            "Does Maya know a mortgage adviser whose clients build?",
        ),
        (
            "Solicitor",
            "Architects, solicitors or surveyors in Leeds",
            "Does Maya know somebody: Architects or surveyors in Leeds?",
        ),
        ("Architect", "An architect with builders to pass on", ""),
        ("Architect", "A landscape architect", "Does Maya know a landscape architect?"),
        ("", "An architect", "Does Maya know an architect?"),
    ],
)
def test_nobody_is_asked_for_their_own_trade(role: str, wanted: str, asked: str) -> None:
    person = Person(name="Maya Okafor", stage=Stage.KNOWN, role=role)
    assert propose(person, [], [], Me(ideal_referral=wanted)).ask == asked


@pytest.mark.parametrize("kind", [FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE])
def test_what_is_private_disliked_or_a_free_note_is_not_used(kind: FactKind) -> None:
    facts = [*known(**BASICS), Fact(id=9, person=1, kind=kind, text="Zebra")]
    aims = propose(MAYA, facts, [], ME)
    assert "Zebra" not in f"{aims.learn}{aims.give}{aims.ask}"


@pytest.mark.parametrize("name", ["", "info@harbour.example", "Dr. Lee", "<img src=x>"])
def test_any_name_gives_a_sentence(name: str) -> None:
    aims = propose(Person(name=name, stage=Stage.LIKED), known(goal="x " * 80), [], ME)
    assert aims.learn and aims.ask
    assert "@" not in aims.learn


def test_long_notes_are_cut_to_what_the_sheet_has_room_for() -> None:
    promises = [Promise(text="word " * 60)]
    assert len(propose(MAYA, [], promises, ME).give.split()) <= WORDS
