"""Going back to a backup of an encrypted library: it stays encrypted, whatever the backup was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryLocked
from planner.journeys import encrypt_library
from planner.journeys.check_library import check
from planner.journeys.keep_backups import back_up_now, keep_todays
from planner.journeys.restore_library import look_into, newest_good, restore
from planner.storage.store import Store

pytestmark = pytest.mark.skipif(
    not encrypt_library.is_available(), reason="no SQLCipher on this platform"
)

NOW = datetime(2026, 11, 22, 9, 30)
PASSPHRASE = "correct horse battery"


@pytest.fixture
def plain_backup(library: Path) -> Path:
    """A library with Maya and Ben that was encrypted after a backup with Maya alone."""
    with Store.open(library) as store:
        with store.transaction():
            store.people.add(Person(name="Maya"))
        made = back_up_now(store, NOW)
        with store.transaction():
            store.people.add(Person(name="Ben"))
    encrypt_library.encrypt(library, PASSPHRASE)
    return made


def names(library: Path) -> list[str]:
    with Store.open(library, create=False, passphrase=PASSPHRASE) as store:
        assert store.encrypted
        assert store.check(thorough=True) == ()
        return [person.name for person in store.people.all()]


def test_a_passphrase_that_is_wrong_is_said_of_the_backup(
    library: Path, plain_backup: Path
) -> None:
    with Store.open(library, passphrase=PASSPHRASE) as store:
        made = back_up_now(store, NOW)
    for passphrase in (None, "another one"):
        with pytest.raises(LibraryLocked) as locked:
            restore(library, made, NOW, passphrase)
        assert made.name in str(locked.value) and ".new" not in str(locked.value)


def test_its_backups_open_as_it_does(library: Path, plain_backup: Path) -> None:
    with Store.open(library, passphrase=PASSPHRASE) as store:
        made = keep_todays(store, NOW)
        assert made is not None and b"SQLite format" not in made.read_bytes()
        assert look_into(made, store.key).people == 2
        report = check(store)
    assert report.sound and report.backups == 2
    with pytest.raises(LibraryLocked):
        look_into(made)
    found = newest_good(library)
    assert found is not None and found[0].path == made and found[1] is None
    with pytest.raises(LibraryLocked):
        restore(library, made, NOW)
    assert names(library) == ["Maya", "Ben"]


def test_a_backup_by_its_passphrase(library: Path, plain_backup: Path) -> None:
    with Store.open(library, passphrase=PASSPHRASE) as store:
        made = back_up_now(store, NOW)
        with store.transaction():
            store.people.add(Person(name="Cy"))
    restored = restore(library, made, NOW, PASSPHRASE)
    assert restored.people == 2 and names(library) == ["Maya", "Ben"]
    assert restored.kept is not None and names(restored.kept) == ["Maya", "Ben", "Cy"]


def test_a_plain_backup_is_encrypted_on_the_way_back(library: Path, plain_backup: Path) -> None:
    with Store.open(library, passphrase=PASSPHRASE) as store:
        key = store.key
    restored = restore(library, plain_backup, NOW, key)
    assert names(library) == ["Maya"]
    assert b"Maya" not in library.read_bytes()
    assert restored.people == 1


def test_a_backup_with_an_older_passphrase_takes_the_library_s_own(
    library: Path, plain_backup: Path
) -> None:
    with Store.open(library, passphrase=PASSPHRASE) as store:
        made = back_up_now(store, NOW)
        old = store.key
    assert old is not None
    key = encrypt_library.change_passphrase(library, old, PASSPHRASE, "another one now")
    restored = restore(library, made, NOW, PASSPHRASE, keep=key)
    assert not restored.backups_own and not restored.laid_open
    with Store.open(library, create=False, passphrase="another one now") as store:
        assert [person.name for person in store.people.all()] == ["Maya", "Ben"]
    with pytest.raises(LibraryLocked):
        Store.open(library, create=False, passphrase=PASSPHRASE)


def test_without_the_library_s_key_it_has_the_backup_s_and_says_so(
    library: Path, plain_backup: Path
) -> None:
    with Store.open(library, passphrase=PASSPHRASE) as store:
        made = back_up_now(store, NOW)
        old = store.key
    assert old is not None
    encrypt_library.change_passphrase(library, old, PASSPHRASE, "forgotten")
    assert restore(library, made, NOW, PASSPHRASE).backups_own
    assert names(library) == ["Maya", "Ben"]


def test_backups_nobody_could_read_are_counted_and_not_called_good(
    library: Path, plain_backup: Path
) -> None:
    with Store.open(library, passphrase=PASSPHRASE) as store:
        back_up_now(store, NOW)
        old = store.key
    assert old is not None
    encrypt_library.change_passphrase(library, old, PASSPHRASE, "another one now")
    with Store.open(library, passphrase="another one now") as store:
        report = check(store)
        assert (report.backups, report.unread) == (2, 1)
        found = newest_good(library, store.key, unread=False)
    assert found is not None and found[0].path == plain_backup
