"""Who could help whom: today's pair, the person's page, and what is never proposed."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.asks import Ask
from planner.domain.facts import Fact, FactKind
from planner.domain.introductions import Standing
from planner.domain.meetings import State
from planner.domain.people import Person, Stage
from planner.journeys.help_each_other import all_pairs, pair_of_today, pairs_of, reason_of
from planner.journeys.introduce import come_of, make, pass_over, start
from planner.journeys.keep_asks import add_ask, close_ask
from planner.journeys.keep_people import add_person, remove_person
from planner.journeys.suggest_people import not_now
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting
from tests.domain.pairs_network import SEEN, read


def somebody(store: Store, name: str, role: str = "", **known: str) -> Person:
    facts = [Fact(kind=FactKind(kind), text=text) for kind, text in known.items()]
    person = Person(name=name, role=role, company=f"{name}'s", city="Leeds", stage=Stage.KNOWN)
    with store.transaction():
        kept = store.people.add(person)
        store.facts.add_many([Fact(0, kept.id, fact.kind, fact.text) for fact in facts])
    return kept


@pytest.fixture
def ana(store: Store) -> Person:
    return somebody(store, "Ana Ferreira", "Florist", ideal_referral="A commercial landlord")


@pytest.fixture
def rob(store: Store) -> Person:
    return somebody(store, "Rob Kane", "Letting agent", does="Lets flats and small shop units")


def two(store: Store) -> list[tuple[int, int]]:
    return [(pair.person, pair.other) for pair in all_pairs(store, TODAY)]


def test_the_pair_of_the_day_with_its_reason(store: Store, ana: Person, rob: Person) -> None:
    found = pair_of_today(store, TODAY)
    assert found is not None
    assert (found.person, found.other) == (ana, rob)
    assert found.pair.want.text == "A commercial landlord"
    assert found.pair.known.text == "Lets flats and small shop units"
    assert pair_of_today(store, TODAY) == found, "also from the memory"


def test_it_is_on_both_their_pages(store: Store, ana: Person, rob: Person) -> None:
    anas, robs = pairs_of(store, ana.id), pairs_of(store, rob.id)
    assert [one.other for one in anas.helped_by] == [rob]
    assert anas.could_help == ()
    assert [one.person for one in robs.could_help] == [ana]
    assert robs.helped_by == ()
    assert reason_of(store, rob.id, ana.id) == anas.helped_by[0].pair


def test_there_is_one_pair_a_day(store: Store, ana: Person, rob: Person) -> None:
    bea = somebody(store, "Bea Moss", ideal_referral="A florist")
    first = pair_of_today(store, TODAY)
    assert first is not None
    other_day = pair_of_today(store, TODAY + timedelta(days=1))
    assert other_day is not None
    assert first.pair != other_day.pair
    assert pair_of_today(store, TODAY + timedelta(days=2)) == first
    change = pass_over(store, first.person.id, first.other.id, "", TODAY)
    assert pair_of_today(store, TODAY) is None
    store.revert(change)
    assert pair_of_today(store, TODAY) == first
    assert bea.id in {first.person.id, other_day.person.id}


def test_what_becomes_of_another_pair_changes_nothing_that_day(
    store: Store, ana: Person, rob: Person
) -> None:
    bea = somebody(store, "Bea Moss", ideal_referral="A solicitor")
    somebody(store, "Tom Reyes", "Solicitor")
    for days in range(4):
        day = TODAY + timedelta(days=days)
        shown = pair_of_today(store, day)
        assert shown is not None
        (gone,) = {ana.id, bea.id} - {shown.person.id}
        change = not_now(store, gone, None, day)
        assert pair_of_today(store, day) == shown
        store.revert(change)
        assert pair_of_today(store, day) == shown


@pytest.mark.parametrize("standing", list(Standing))
def test_two_introduced_before_are_not_proposed_again(
    store: Store, ana: Person, rob: Person, standing: Standing
) -> None:
    if standing is Standing.PASSED_OVER:
        pass_over(store, rob.id, ana.id, "", TODAY)
    else:
        _, one = start(store, rob.id, ana.id, "", (), TODAY)
        if standing is not Standing.ASKED:
            make(store, one.id, TODAY)
        if standing in (Standing.HELPED, Standing.NOTHING):
            come_of(store, one.id, standing is Standing.HELPED, "", TODAY)
    assert two(store) == []
    assert pairs_of(store, ana.id) == ((), ())
    assert pair_of_today(store, TODAY + timedelta(days=9)) is None


def test_an_ask_that_was_found_and_the_users_own_make_no_pair(store: Store, rob: Person) -> None:
    bea = somebody(store, "Bea Moss")
    add_ask(store, Ask(text="A letting agent"))
    _, ask = add_ask(store, Ask(person=bea.id, text="A letting agent"))
    assert two(store) == [(bea.id, rob.id)]
    close_ask(store, ask.id, TODAY)
    assert two(store) == []


def test_who_looks_is_somebody_one_knows(store: Store, rob: Person) -> None:
    new = add_person(store, Person(name="New Person", company="New"))[1]
    add_ask(store, Ask(person=new.id, text="A letting agent"))
    assert two(store) == []
    with store.transaction():
        met = a_meeting(new.id, datetime(2026, 11, 1, 9), state=State.HELD)
        store.meetings.add(met)
    assert two(store) == [(new.id, rob.id)]


@pytest.mark.parametrize("knows", ["network", "does"])
def test_those_who_know_each_other_are_left_alone_whoever_said_so(
    store: Store, rob: Person, knows: str
) -> None:
    bea = somebody(store, "Bea Moss", ideal_referral="A letting agent")
    assert two(store) == [(bea.id, rob.id)]
    with store.transaction():
        store.facts.add(Fact(person=bea.id, kind=FactKind(knows), text="Sings with Rob Kane"))
    assert two(store) == []
    assert pairs_of(store, rob.id).could_help == ()


def test_what_was_found_is_shared_with_workers_and_goes_with_the_library(
    store: Store, ana: Person, rob: Person, tmp_path: Path
) -> None:
    with store.another() as worker:
        assert pair_of_today(worker, TODAY) is not None
    assert store.carried
    with Store.open(tmp_path / "other.visavis") as other:
        assert not other.carried
        assert pair_of_today(other, TODAY) is None
    remove_person(store, rob.id)
    assert pair_of_today(store, TODAY) is None, "whoever is removed is proposed no more"


def test_what_is_private_never_makes_a_pair(store: Store, rob: Person) -> None:
    somebody(store, "Bea Moss", private="A commercial landlord")
    somebody(store, "Cy Hart", ideal_referral="An upholsterer")
    somebody(store, "Di Fox", private="Once an upholsterer")
    assert two(store) == []


def test_the_library_finds_what_is_right_among_many(store: Store) -> None:
    """As in tests/domain/test_pairs.py, through the library's own search."""
    network = read(SEEN)
    ids: dict[int, int] = {}
    with store.transaction():
        for id, person in network.people.items():
            ids[id] = store.people.add(person.__class__(**_without_id(person))).id
            store.facts.add_many(
                [Fact(0, ids[id], fact.kind, fact.text) for fact in network.facts[id]]
            )
        store.asks.add_many(
            [
                Ask(person=ids[want.person], text=want.text)
                for want in network.wants
                if want.source == "ask"
            ]
        )
    names = store.people.names()
    found = {frozenset((names[one], names[other])) for one, other in two(store)}
    right = {frozenset(both) for both in network.right}
    assert len(found & right) / len(found) >= 0.9
    assert len(found & right) / len(right) >= 0.9


def _without_id(person: Person) -> dict[str, object]:
    names = ("name", "company", "role", "city", "stage")
    return {name: getattr(person, name) for name in names}
