"""What was worked out holds until anything in the library changes, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.domain.me import Me
from planner.storage.store import Store
from tests.builders import a_person


@pytest.fixture
def store(store: Store) -> Store:
    with store.transaction():
        store.people.add(a_person())
    with store.transaction():
        store.memory.keep("suggested", "1 2 3")
    return store


def test_what_was_kept_is_there_at_the_next_start(store: Store, library: Path) -> None:
    store.close()
    with Store.open(library, passphrase=store.key) as later:
        assert later.memory.recall("suggested") == "1 2 3"
        assert later.memory.recall("something else") is None


def test_any_change_empties_it_and_so_does_its_undo(store: Store) -> None:
    with store.transaction() as work:
        store.me.put(Me(name="Sam"))
    assert store.memory.recall("suggested") is None
    with store.transaction():
        store.memory.keep("suggested", "1")
    store.revert(work.change)
    assert store.memory.recall("suggested") is None


def test_a_change_through_another_connection_empties_it_too(store: Store) -> None:
    with store.another() as other, other.transaction():
        other.people.remove(1)
    assert store.memory.recall("suggested") is None


def test_nothing_done_empties_nothing(store: Store) -> None:
    with store.transaction():
        store.people.update(store.people.get(1))
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.people.remove(1)
        raise ZeroDivisionError
    assert store.memory.recall("suggested") == "1 2 3"


def test_what_is_kept_is_not_undone_and_not_a_change(store: Store) -> None:
    with store.transaction() as work:
        store.memory.keep("suggested", "4")
    assert not work.change
    assert store.memory.recall("suggested") == "4"


def test_it_is_kept_within_a_transaction_alone(store: Store) -> None:
    with pytest.raises(RuntimeError):
        store.memory.keep("suggested", "1")


def test_a_setting_changes_nothing_that_was_worked_out(store: Store) -> None:
    with store.transaction():
        store.settings.put("plan of person 1", "a draft")
    assert store.memory.recall("suggested") == "1 2 3"
    with store.transaction():
        store.settings.put("plan of person 1", "another")
        store.me.put(Me(name="Sam"))
    assert store.memory.recall("suggested") is None
