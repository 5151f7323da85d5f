"""Backups are whole, checked, and for the user alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryError
from planner.storage.backup import back_up
from planner.storage.store import Store


def test_a_backup_holds_everything(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.people.add(Person(name="Maya"))
    target = tmp_path / "backups" / "monday.visavis"
    target.parent.mkdir()
    back_up(store, target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with Store.open(target) as copy:
        assert [person.name for person in copy.people.all()] == ["Maya"]
        assert copy.search.find("maya") != []


def test_a_backup_takes_the_place_of_an_older_one(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.visavis"
    back_up(store, target)
    with store.transaction():
        store.people.add(Person(name="Maya"))
    back_up(store, target)
    with Store.open(target) as copy:
        assert copy.people.count() == 1


def test_a_folder_that_is_not_there_is_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"backup .*nowhere.* cannot be written"):
        back_up(store, tmp_path / "nowhere" / "copy.visavis")


def test_a_damaged_library_does_not_replace_a_good_backup(library: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.visavis"
    with Store.open(library) as store:
        with store.transaction():
            store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
        back_up(store, target)
    good = target.read_bytes()
    content = bytearray(library.read_bytes())
    for at in range(4096 * 60, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    library.write_bytes(content)
    with Store.open(library) as store, pytest.raises(LibraryError, match="was not made"):
        back_up(store, target)
    assert target.read_bytes() == good
    assert sorted(path.name for path in tmp_path.iterdir() if "-" not in path.name) == [
        "copy.visavis",
        "library.visavis",
    ]
