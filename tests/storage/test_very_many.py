"""Thousands of records at once: what several statements write together, and search afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner.domain.facts import Fact
from planner.domain.people import Person, Stage
from planner.errors import NotFound, PlannerError
from planner.storage.store import Store

COUNTS = (1, 49, 50, 51, 149, 1001, 2340)


def named(store: Store) -> list[str]:
    return [person.name for person in store.people.all()]


@pytest.mark.parametrize("count", COUNTS)
def test_all_are_kept_as_they_are(store: Store, count: int) -> None:
    people = [
        Person(name=f"P{n}", city="Leeds" if n % 3 else "", stage=Stage(n % 5), let_go=n % 2 == 0)
        for n in range(count)
    ]
    with store.transaction() as work:
        kept = store.people.add_many(people)
        store.facts.add_many(Fact(person=person.id, text=f"Fact {person.id}") for person in kept)
    assert store.people.all() == kept == [
        replace(person, id=n) for n, person in enumerate(people, 1)
    ]  # fmt: skip
    assert [fact.person for fact in store.facts.all()] == [person.id for person in kept]
    assert len(work.change.edits) == 2 * count
    store.revert(work.change)
    assert store.people.all() == [] and store.facts.all() == []
    store.reapply(work.change)
    assert store.people.all() == kept


@pytest.mark.parametrize(
    "odd", [("a", "b"), ("",), ("a\\b",), ("a\nb", ""), ()], ids=ascii
)  # fmt: skip
def test_one_with_odd_texts_among_many_is_kept_as_they_are(
    store: Store, odd: tuple[str, ...]
) -> None:
    people = [Person(name=f"P{n}", links=(f"example.org/{n}",)) for n in range(60)]
    people[30] = replace(people[30], links=odd, emails=odd)
    with store.transaction():
        kept = store.people.add_many(people)
    assert store.people.all() == kept
    assert kept[30].links == kept[30].emails == odd


def test_what_is_empty_in_all_is_empty(store: Store) -> None:
    with store.transaction():
        kept = store.people.add_many([Person()] * 60)
    assert store.people.all() == kept
    assert kept[59] == Person(id=60)


def test_one_refused_refuses_all(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya"))
        with pytest.raises(NotFound):
            store.facts.add_many(Fact(person=maya.id if n != 77 else 999) for n in range(120))
    assert store.facts.all() == []


@pytest.mark.parametrize("count", COUNTS)
def test_altered_in_different_respects(store: Store, count: int) -> None:
    with store.transaction():
        before = store.people.add_many(Person(name=f"P{n}") for n in range(count))
    after = [
        replace(person, city="Leeds", role="Joiner")
        if n % 3 == 0
        else replace(person, name=f"Q{n}")
        if n % 3 == 1
        else person
        for n, person in enumerate(before)
    ]
    with store.transaction() as work:
        store.people.update_many(after)
    assert store.people.all() == after
    assert len(work.change.edits) == sum(n % 3 < 2 for n in range(count))
    store.revert(work.change)
    assert store.people.all() == before
    store.reapply(work.change)
    assert store.people.all() == after


def test_somebody_altered_twice_in_one_change(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya", city="Leeds"))
    with store.transaction() as work:
        for city, role in (("York", ""), ("Bath", "Joiner"), ("Hull", "Joiner")):
            store.people.update(replace(maya, city=city, role=role))
    hull = store.people.get(maya.id)
    store.revert(work.change)
    assert store.people.get(maya.id) == maya
    store.reapply(work.change)
    assert store.people.get(maya.id) == hull


def test_somebody_missing_among_very_many(store: Store) -> None:
    with store.transaction():
        people = store.people.add_many(Person(name=f"P{n}") for n in range(60))
    with pytest.raises(NotFound, match="This person"), store.transaction():
        store.people.update_many([*(replace(p, city="York") for p in people), Person(id=99)])
    assert store.people.all() == people


def test_undo_of_very_many_refuses_as_a_whole(store: Store) -> None:
    with store.transaction() as work:
        people = store.people.add_many(Person(name=f"P{n}") for n in range(1500))
    with store.transaction():
        store.facts.add(Fact(person=people[700].id, text="Sails"))
    with pytest.raises(PlannerError, match="no longer be undone"):
        store.revert(work.change)
    assert store.people.all() == people


# The index of very many is made when somebody asks, or at the end.


def bring_in(store: Store, count: int = 1500) -> list[Person]:
    with store.transaction():
        return store.people.add_many(Person(name=f"Nora {n}", city="Leeds") for n in range(count))


def found(store: Store, text: str) -> int:
    return len(store.search.find(text, limit=5000))


def test_all_are_found_at_once(store: Store) -> None:
    bring_in(store)
    assert found(store, "nora") == 1500
    assert store.search.lagging() == 0


def test_found_by_a_store_that_did_not_bring_them_in(store: Store) -> None:
    bring_in(store)
    with store.another() as other:
        assert found(other, "leeds") == 1500
    assert found(store, "leeds") == 1500


def test_found_after_a_program_that_was_killed(store: Store, library: Path, tmp_path: Path) -> None:
    bring_in(store)
    # As a kill leaves it: the files as they lie there.
    for path in library.parent.glob(f"{library.name}*"):
        (tmp_path / "killed").mkdir(exist_ok=True)
        (tmp_path / "killed" / path.name).write_bytes(path.read_bytes())
    with Store.open(tmp_path / "killed" / library.name) as again:
        assert found(again, "nora") == 1500 and again.search.lagging() == 0


def test_the_end_completes_it(library: Path) -> None:
    with Store.open(library) as store:
        bring_in(store)
    with Store.open(library) as store, store.another() as writer, writer.transaction():
        # Nobody else can write now, so what is found was there before.
        assert found(store, "nora") == 1500


def test_what_happens_before_it_is_made_counts(store: Store) -> None:
    people = bring_in(store)
    with store.transaction():
        store.people.update(replace(people[3], name="Maya", city="York"))
        store.people.remove(people[4].id)
        store.facts.add(Fact(person=people[5].id, text="Sails to Leeds"))
    assert found(store, "nora") == 1498 and found(store, "maya") == 1
    assert found(store, "leeds") == 1499
    assert store.search.lagging() == 0


def test_taken_back_before_it_is_made(store: Store) -> None:
    with store.transaction():
        store.people.add(Person(name="Nora Kept"))
    with store.transaction() as work:
        store.people.add_many(Person(name=f"Nora {n}") for n in range(1500))
    store.revert(work.change)
    assert found(store, "nora") == 1
    store.reapply(work.change)
    assert found(store, "nora") == 1501
    store.revert(work.change)
    assert found(store, "nora") == 1 and store.search.lagging() == 0


def test_very_many_altered_are_found_as_they_are(store: Store) -> None:
    people = bring_in(store)
    assert found(store, "leeds") == 1500
    with store.transaction() as work:
        store.people.update_many(replace(person, city="York") for person in people)
    assert found(store, "leeds") == 0 and found(store, "york") == 1500
    store.revert(work.change)
    assert found(store, "leeds") == 1500 and found(store, "york") == 0
    assert store.search.lagging() == 0


def test_what_moves_to_somebody_else_is_found_with_them(store: Store) -> None:
    with store.transaction():
        maya, ben = store.people.add_many([Person(name="Maya"), Person(name="Ben")])
        facts = store.facts.add_many(Fact(person=maya.id, text=f"Sails {n}") for n in range(1500))
    assert {hit.person_name for hit in store.search.find("sails")} == {"Maya"}
    with store.transaction():
        store.facts.update_many(replace(fact, person=ben.id) for fact in facts)
    assert {hit.person_name for hit in store.search.find("sails")} == {"Ben"}
    assert store.search.lagging() == 0


def test_finding_waits_for_nobody(store: Store) -> None:
    bring_in(store)
    with store.another() as other, other.transaction():
        assert found(store, "nora") == 0  # somebody else writes: what is there already
    assert found(store, "nora") == 1500
    with store.transaction():  # and waits for others as before
        store.people.add(Person(name="Maya"))


def test_a_broken_off_import_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.people.add_many(Person(name=f"Nora {n}") for n in range(1500))
        raise ZeroDivisionError
    assert named(store) == [] and found(store, "nora") == 0 and store.search.lagging() == 0
