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
