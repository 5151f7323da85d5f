"""Whom the last import brought in."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.contacts.reading import read_file
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.keep_people import add_person, remove_person
from planner.journeys.last_import import LAST_IMPORT, last_import, remember_import
from planner.storage.store import Store
from tests.builders import TODAY, a_person


def names(store: Store) -> list[str]:
    found = last_import(store)
    return [person.name for person in found.people] if found is not None else []


def test_without_an_import_there_is_none(store: Store) -> None:
    add_person(store, a_person())
    assert last_import(store) is None


def test_those_brought_in_are_known_and_undone_with_the_import(
    store: Store, tmp_path: Path
) -> None:
    add_person(store, a_person())
    file = tmp_path / "cards.vcf"
    cards = (f"BEGIN:VCARD\nVERSION:3.0\nFN:{n}\nEND:VCARD\n" for n in ("Zoë", "Ana"))
    file.write_text("".join(cards), encoding="utf-8")
    readings = [read_file(file)]
    change = apply_import(store, plan_import_of(store, readings), TODAY)
    found = last_import(store)
    assert found is not None and found.day == TODAY
    assert names(store) == ["Ana", "Zoë"]
    again = apply_import(store, plan_import_of(store, readings), TODAY)
    assert not again
    store.revert(change)
    assert last_import(store) is None


def test_whoever_was_removed_since_is_left_out(store: Store) -> None:
    ids = [add_person(store, a_person(name))[1].id for name in ("Ana", "Ben", "Cleo", "Dora")]
    with store.transaction():
        remember_import(store, (ids[3], ids[0], ids[1]), TODAY)
    assert store.settings.get(LAST_IMPORT) == f"{TODAY} 1-2 4"
    assert names(store) == ["Ana", "Ben", "Dora"]
    remove_person(store, ids[1])
    assert names(store) == ["Ana", "Dora"]


@pytest.mark.parametrize("kept", ["", "soon", "2026-11-22", "2026-11-22 x", "2026-11-22 1-x"])
def test_a_note_that_was_spoiled_is_none(store: Store, kept: str) -> None:
    add_person(store, a_person())
    with store.transaction():
        store.settings.put(LAST_IMPORT, kept)
    assert last_import(store) is None
