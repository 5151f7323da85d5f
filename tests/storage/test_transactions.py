"""What is written is kept as a whole or not at all, whoever else writes."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from planner.domain.facts import Fact
from planner.domain.people import Person
from planner.errors import LibraryBusy, LibraryError
from planner.storage.store import Store

WITHIN = 5.0  # seconds until the user is told that the library is busy


class Mistake(Exception):
    """Something that goes wrong in the middle."""


def names(store: Store) -> list[str]:
    return [person.name for person in store.people.all()]


def test_an_error_takes_everything_back(store: Store) -> None:
    with pytest.raises(Mistake), store.transaction():
        store.people.add(Person(name="Maya"))
        store.settings.put("paper", "a4")
        raise Mistake
    assert names(store) == [] and store.settings.get("paper") == ""
    assert store.search.find("maya") == []


def test_one_inside_another_joins_it(store: Store) -> None:
    with store.transaction() as outer:
        maya = store.people.add(Person(name="Maya"))
        with store.transaction() as inner:
            store.facts.add(Fact(person=maya.id, text="Sails"))
    assert len(inner.change.edits) == 1 and len(outer.change.edits) == 2
    assert inner.change.edits == outer.change.edits[1:]


def test_an_error_in_the_outer_takes_the_inner_back(store: Store) -> None:
    with pytest.raises(Mistake), store.transaction():
        with store.transaction():
            store.people.add(Person(name="Maya"))
        raise Mistake
    assert names(store) == []


def test_an_error_in_the_inner_takes_the_outer_back(store: Store) -> None:
    with pytest.raises(Mistake), store.transaction():
        store.people.add(Person(name="Maya"))
        with store.transaction():
            raise Mistake
    assert names(store) == []


def test_an_error_caught_between_takes_back_the_inner_alone(store: Store) -> None:
    with store.transaction() as outer:
        store.people.add(Person(name="Maya"))
        with pytest.raises(Mistake), store.transaction():
            store.people.add(Person(name="Ben"))
            raise Mistake
    assert names(store) == ["Maya"]
    assert len(outer.change.edits) == 1
    assert store.search.find("ben") == []


def test_writing_outside_a_transaction_is_our_mistake(store: Store) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        store.people.add(Person(name="Maya"))
    with pytest.raises(RuntimeError, match="transaction"):
        store.settings.put("paper", "a4")


def test_the_change_is_not_known_before_it_is_kept(store: Store) -> None:
    with store.transaction() as work:
        store.people.add(Person(name="Maya"))
        with pytest.raises(RuntimeError, match="after the transaction"):
            _ = work.change
    assert work.change


def test_a_worker_has_its_own_store(store: Store) -> None:
    """Two stores write by turns in two threads; each sees what the other kept."""
    failures: list[BaseException] = []

    def work() -> None:
        try:
            with store.another() as mine:
                for n in range(40):
                    with mine.transaction():
                        mine.people.add(Person(name=f"worker {n}"))
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    for n in range(40):
        with store.transaction():
            store.people.add(Person(name=f"window {n}"))
    thread.join()
    assert not failures
    kept = store.people.all()
    assert len(kept) == 80 and len({person.id for person in kept}) == 80
    assert len(store.search.find("worker", limit=100)) == 40


def test_two_libraries_do_not_mix(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.visavis") as one, Store.open(tmp_path / "two.visavis") as two:
        with one.transaction(), two.transaction():
            one.people.add(Person(name="Maya"))
            two.people.add(Person(name="Ben"))
        assert names(one) == ["Maya"] and names(two) == ["Ben"]


def test_another_program_that_writes_is_named_within_five_seconds(store: Store) -> None:
    with store.another() as other, other.transaction():
        asked = time.monotonic()
        with pytest.raises(LibraryBusy, match="Another program"), store.transaction():
            store.people.add(Person(name="Maya"))
        assert time.monotonic() - asked < WITHIN
        assert names(store) == []
    with store.transaction():
        store.people.add(Person(name="Maya"))
    assert names(store) == ["Maya"]


def test_a_library_moved_away_is_noticed(store: Store, library: Path) -> None:
    away = library.with_name("away.visavis")
    library.rename(away)
    with pytest.raises(LibraryError, match="moved"), store.transaction():
        store.people.add(Person(name="Maya"))
    with pytest.raises(LibraryError, match="cannot be opened"):
        store.another()
    assert not library.exists()
    away.rename(library)
    with store.transaction():
        store.people.add(Person(name="Maya"))
    assert names(store) == ["Maya"]


def test_closing_puts_everything_into_the_one_file(library: Path) -> None:
    store = Store.open(library)
    with store.transaction():
        store.people.add(Person(name="Maya"))
    store.close()
    store.close()
    assert [path.name for path in library.parent.iterdir()] == [library.name]
    with Store.open(library) as again:
        assert names(again) == ["Maya"]
