"""Words matched to words through the search index, the best first."""

from __future__ import annotations

from datetime import datetime

from planner.domain.asks import Ask
from planner.domain.changes import Kind
from planner.domain.facts import Fact, FactKind
from planner.domain.introductions import Introduction
from planner.domain.meetings import State, Touch
from planner.domain.people import Person
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, many_people


def kept(store: Store, name: str, does: str = "", **fields: str) -> int:
    with store.transaction():
        person = store.people.add(Person(name=name, **fields))  # type: ignore[arg-type]
        if does:
            store.facts.add(Fact(person=person.id, kind=FactKind.DOES, text=does))
    return person.id


def test_people_are_found_by_what_is_told_of_them_and_not_by_their_names(store: Store) -> None:
    rob = kept(store, "Rob Kane", "Lets small shop units")
    ana = kept(store, "Ana Ferreira", role="Letting agent")
    kept(store, "Letty Lets")
    found = store.matching().people(("let", "letting agent"), 10)
    assert sorted(found) == [rob, ana]
    assert store.matching().people(("let",), 1) != []
    assert store.matching().people((), 10) == []
    assert store.matching().people(('"', "*"), 10) == []


def test_the_rarer_word_comes_first(store: Store) -> None:
    for n in range(30):
        kept(store, f"Person {n}", "Words for shops")
    one = kept(store, "Moss Tilley", "Upholstery for shops")
    assert store.matching().people(("shop", "upholster"), 5)[0] == one


def test_what_is_looked_for_is_found_among_facts_and_asks(store: Store) -> None:
    rob = kept(store, "Rob Kane", "A landlord")
    with store.transaction():
        ask = store.asks.add(Ask(person=rob, text="A landlord with a corner unit"))
        own = store.asks.add(Ask(text="A landlord for me"))
    found = store.matching().wants(("landlord",), 10)
    assert sorted(found[Kind.ASK]) == [ask.id, own.id]
    assert len(found[Kind.FACT]) == 1


def test_what_many_say_is_common(store: Store) -> None:
    many_people(store, 200)
    match = store.matching()
    assert match.rarity(("nowhere",)) == 1
    assert 0 <= match.rarity(("leeds",)) < 0.4
    assert match.rarity(("leeds", "york")) < match.rarity(("person7",))


def test_only_what_pairs_are_made_of_makes_them_anew(store: Store) -> None:
    rob, ana = kept(store, "Rob Kane", "Lets units"), kept(store, "Ana Ferreira")

    def same_after(change: object) -> bool:
        before = store.matching().as_of()
        with store.transaction():
            change()  # type: ignore[operator]
        return store.matching().as_of() == before

    assert same_after(lambda: store.touches.add(Touch(person=rob, day=TODAY)))
    assert same_after(lambda: store.meetings.add(a_meeting(rob, datetime(2026, 12, 1, 9))))
    held = a_meeting(rob, datetime(2026, 11, 1, 9), state=State.HELD)
    assert not same_after(lambda: store.meetings.add(held))
    assert not same_after(lambda: store.asks.add(Ask(person=ana, text="A unit")))
    assert not same_after(lambda: store.introductions.add(Introduction(person=ana, other=rob)))
    (fact,) = store.facts.of_person(rob)
    assert not same_after(lambda: store.facts.remove(fact.id))
