"""A store knows when another connection changed its library."""

from __future__ import annotations

from planner.storage.store import Store
from tests.builders import a_person


def test_what_another_connection_changes_is_noticed_once(store: Store) -> None:
    assert not store.changed_elsewhere()
    with store.another() as other:
        with other.transaction():
            other.people.add(a_person("Maya"))
        assert not other.changed_elsewhere()
        assert store.changed_elsewhere()
        assert not store.changed_elsewhere()


def test_what_it_changes_itself_is_not(store: Store) -> None:
    with store.another() as other:
        with store.transaction():
            store.people.add(a_person("Maya"))
        assert not store.changed_elsewhere()
        assert other.changed_elsewhere()


def test_what_was_only_read_or_taken_back_is_no_change(store: Store) -> None:
    with store.another() as other:
        assert other.people.all() == []
        try:
            with other.transaction():
                other.people.add(a_person("Maya"))
                raise RuntimeError
        except RuntimeError:
            pass
        assert not store.changed_elsewhere()


def test_one_that_only_read_has_changed_nothing_in_closing_either(store: Store) -> None:
    with store.transaction():
        store.people.add(a_person())
    for _ in range(3):
        with store.another() as other:
            assert other.people.count() == 1
        assert not store.changed_elsewhere()


def test_a_state_is_itself_until_anybody_writes(store: Store) -> None:
    before = store.as_of()
    assert store.people.all() == [] and store.as_of() == before
    with store.transaction():
        assert store.as_of() == before
        store.people.add(a_person("Maya"))
        assert store.as_of() != before
    own = store.as_of()
    assert own != before
    with store.another() as other:
        assert other.as_of() != own, "each store counts for itself"
        assert store.as_of() == own
        with other.transaction():
            other.people.add(a_person("Ben"))
    assert store.as_of() != own


def test_a_state_of_before_the_file_was_opened_anew_is_another(store: Store) -> None:
    before, key = store.as_of(), store.key
    store.rest()
    store.take_up(key)
    assert store.as_of() != before
