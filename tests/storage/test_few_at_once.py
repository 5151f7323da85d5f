"""A few records, or the records of a few people, in one question."""

from __future__ import annotations

from planner.domain.facts import Fact
from planner.storage.store import Store
from tests.builders import a_person


def test_a_few_by_their_ids(store: Store) -> None:
    with store.transaction():
        maya, jonas, _ = store.people.add_many(map(a_person, ("Maya", "Jonas", "Priya")))
    assert store.people.some([jonas.id, maya.id, 99, 0, -1, 2**70]) == {
        maya.id: maya,
        jonas.id: jonas,
    }
    assert store.people.some([]) == {}


def test_what_belongs_to_a_few_people(store: Store) -> None:
    with store.transaction():
        maya, jonas, priya = store.people.add_many(map(a_person, ("Maya", "Jonas", "Priya")))
        facts = store.facts.add_many(
            Fact(person=person.id, text=text)
            for person, text in ((maya, "one"), (priya, "not asked for"), (maya, "two"))
        )
    assert store.facts.of_people([jonas.id, maya.id]) == {
        jonas.id: [],
        maya.id: [facts[0], facts[2]],
    }
    assert store.facts.of_people([]) == {}
