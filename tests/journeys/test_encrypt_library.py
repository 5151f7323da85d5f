"""Turning encryption on, off and over, while the program has the library open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryBusy, LibraryError, LibraryLocked, PlannerError
from planner.journeys import encrypt_library
from planner.journeys.keep_backups import back_up_now, keep_todays
from planner.journeys.restore_library import look_into, restore
from planner.storage.store import Store

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")

SAID, OTHER = "four words of mine", "others they were then"
NOW = datetime(2026, 11, 22, 9, 30)


def encrypt(store: Store, passphrase: str = SAID) -> encrypt_library.Key:
    store.rest()
    key = encrypt_library.encrypt(store.path, passphrase)
    store.take_up(key)
    return key


def test_an_open_library_goes_on_as_it_was(store: Store) -> None:
    with store.transaction() as work:
        maya = store.people.add(Person(name="Maya"))
    encrypt(store)
    assert store.encrypted
    assert [person.name for person in store.people.all()] == ["Maya"]
    store.revert(work.change)  # an undo from before
    assert store.people.all() == []
    store.reapply(work.change)
    with store.another() as own:
        assert own.people.get(maya.id) == maya and own.encrypted
    store.close()
    with pytest.raises(LibraryLocked):
        Store.open(store.path)
    with Store.open(store.path, passphrase=SAID) as again:
        assert again.people.get(maya.id) == maya


def test_while_it_rests_nothing_reads_or_writes(store: Store) -> None:
    store.rest()
    for attempt in (store.people.all, store.another, store.changed_elsewhere):
        with pytest.raises(LibraryBusy, match="written anew"):
            attempt()
    with pytest.raises(LibraryBusy), store.transaction():
        store.people.add(Person(name="Maya"))
    store.take_up(None)
    assert store.people.all() == []


def test_another_passphrase_and_none(store: Store) -> None:
    with store.transaction():
        store.people.add(Person(name="Maya"))
    key = encrypt(store)
    store.rest()
    key = encrypt_library.change_passphrase(store.path, key, SAID, OTHER)
    store.take_up(key)
    store.close()
    with pytest.raises(LibraryLocked):
        Store.open(store.path, passphrase=SAID)
    with Store.open(store.path, passphrase=OTHER) as opened:
        assert opened.people.count() == 1
    encrypt_library.decrypt(store.path, key, OTHER)
    with Store.open(store.path) as plain:
        assert not plain.encrypted and plain.people.count() == 1


@pytest.mark.parametrize("walk", ["change", "decrypt"])
def test_only_who_knows_the_passphrase_changes_it(store: Store, walk: str) -> None:
    key = encrypt(store)
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(LibraryLocked, match="not the passphrase"):
        if walk == "change":
            encrypt_library.change_passphrase(store.path, key, "wrong", OTHER)
        else:
            encrypt_library.decrypt(store.path, key, "wrong")
    assert store.path.read_bytes() == before


def test_blanks_are_no_passphrase(store: Store) -> None:
    with pytest.raises(PlannerError, match="blanks"):
        encrypt_library.encrypt(store.path, "   ")
    assert store.path.read_bytes().startswith(b"SQLite")


def test_the_key_of_a_library_can_be_made_beforehand(store: Store) -> None:
    encrypt(store)
    store.close()
    with Store.open(store.path, passphrase=encrypt_library.key_of(store.path, SAID)) as opened:
        assert opened.encrypted
    with pytest.raises(LibraryLocked):
        Store.open(store.path, passphrase=encrypt_library.key_of(store.path, "wrong"))
    with pytest.raises(LibraryError, match="cannot be read"):
        encrypt_library.key_of(store.path.with_name("gone"), SAID)


def test_a_backup_of_an_encrypted_library_is_encrypted(store: Store) -> None:
    with store.transaction():
        store.people.add(Person(name="Maya Lindqvist"))
    encrypt(store)
    backup = keep_todays(store, NOW)
    assert backup is not None and b"Lindqvist" not in backup.read_bytes()
    assert look_into(backup, SAID).people == 1 == look_into(backup, store.key).people
    with pytest.raises(LibraryLocked):
        look_into(backup)
    assert keep_todays(store, NOW.replace(day=23)) is None  # nothing has changed since


def test_older_backups_are_encrypted_as_well(store: Store) -> None:
    with store.transaction():
        store.people.add(Person(name="Maya Lindqvist"))
    old = [back_up_now(store, NOW), back_up_now(store, NOW.replace(day=23))]
    key = encrypt(store)
    assert encrypt_library.plain_copies(store.path) == old
    steps: list[int] = []
    assert encrypt_library.encrypt_copies(old, key, steps.append) == encrypt_library.Copies(2)
    assert steps == [0, 1]
    assert encrypt_library.plain_copies(store.path) == []
    for path in old:
        assert b"Lindqvist" not in path.read_bytes()
        assert look_into(path, SAID).people == 1 == look_into(path, store.key).people
    assert {path.name for path in old[0].parent.iterdir()} == {path.name for path in old}


def test_a_damaged_backup_stays_as_it_is_and_is_named(store: Store) -> None:
    with store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
    old = [back_up_now(store, NOW), back_up_now(store, NOW.replace(day=23))]
    content = bytearray(old[0].read_bytes())
    for at in range(4096 * 30, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    old[0].write_bytes(content)
    outcome = encrypt_library.encrypt_copies(old, encrypt(store))
    assert outcome.done == 1 and str(old[0]) in outcome.refused
    assert encrypt_library.plain_copies(store.path) == [old[0]]


def test_older_backups_can_go_instead(store: Store) -> None:
    old = [back_up_now(store, NOW), back_up_now(store, NOW.replace(day=23))]
    encrypt(store)
    old[0].unlink()
    outcome = encrypt_library.remove_copies(old)
    assert outcome.done == 1 and "could not be removed" in outcome.refused
    assert encrypt_library.plain_copies(store.path) == []


def test_going_back_to_an_encrypted_backup_takes_its_passphrase(store: Store) -> None:
    with store.transaction():
        store.people.add(Person(name="Maya"))
    key = encrypt(store)
    backup = back_up_now(store, NOW)
    with store.transaction():
        store.people.add(Person(name="Ben"))
    store.rest()
    store.take_up(encrypt_library.change_passphrase(store.path, key, SAID, OTHER))
    store.close()
    before = store.path.read_bytes()
    for wrong in (None, OTHER):
        with pytest.raises(LibraryLocked):
            restore(store.path, backup, NOW, wrong)
        assert store.path.read_bytes() == before
    restored = restore(store.path, backup, NOW, SAID)
    assert restored.people == 1 and restored.kept is not None and not restored.laid_open
    with Store.open(store.path, passphrase=SAID) as again:
        assert [person.name for person in again.people.all()] == ["Maya"]
    with Store.open(restored.kept, passphrase=OTHER) as kept:
        assert kept.people.count() == 2


def test_going_back_to_a_plain_backup_says_that_it_lies_open(store: Store) -> None:
    backup = back_up_now(store, NOW)
    encrypt(store)
    store.close()
    restored = restore(store.path, backup, NOW, SAID)
    assert restored.laid_open and restored.kept is not None
    Store.open(store.path).close()
    Store.open(restored.kept, passphrase=SAID).close()


def test_a_library_that_was_put_aside_counts_among_the_copies(store: Store, tmp_path: Path) -> None:
    backup = back_up_now(store, NOW)
    store.close()
    kept = restore(store.path, backup, NOW).kept
    with Store.open(store.path) as again:
        encrypt(again)
    assert set(encrypt_library.plain_copies(store.path)) == {backup, kept}
