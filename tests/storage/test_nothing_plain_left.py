"""What encryption leaves behind: nothing on the disk that could be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from planner.domain.people import Person
from planner.journeys import encrypt_library
from planner.journeys.keep_backups import back_up_now
from planner.storage import cipher
from planner.storage.rekeying import rewrite
from planner.storage.store import Store
from tests.storage.conftest import KEY

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="a file can be held without its name")

SAID = b"Lindqvist"
NOW = datetime(2026, 11, 22, 9, 30)


@pytest.fixture
def plain(library: Path) -> Path:
    with Store.open(library) as store:
        with store.transaction():
            store.people.add_many(Person(name=f"Maya Lindqvist {n}") for n in range(300))
        back_up_now(store, NOW)
    return library


@contextmanager
def held(*paths: Path) -> Iterator[list[BinaryIO]]:
    """The files themselves, as somebody finds them who looks at the disk below its names."""
    with ExitStack() as files:
        yield [files.enter_context(path.open("rb")) for path in paths]


def tells(file: BinaryIO) -> bool:
    file.seek(0)
    return SAID in file.read()


def test_the_library_itself(plain: Path) -> None:
    with held(plain) as (before,):
        assert tells(before)
        rewrite(plain, None, KEY)
        assert not tells(before)


def test_the_copy_it_is_encrypted_by_way_of(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, seen = cipher.connect, []

    def watched(*given: Any, **options: Any) -> Any:
        seen.extend(path.open("rb") for path in plain.parent.glob("*.rekeyed"))
        return usual(*given, **options)

    monkeypatch.setattr(cipher, "connect", watched)
    rewrite(plain, None, KEY)
    assert seen
    for file in seen:
        with file:
            assert not tells(file)


def test_what_a_kill_left_on_the_way(plain: Path) -> None:
    left = plain.with_name(f"{plain.name}.a1b2c3.rekeyed")
    left.write_bytes(plain.read_bytes())
    with held(left) as (file,):
        rewrite(plain, None, KEY)
        assert not left.exists() and not tells(file)


def test_backups_that_are_encrypted_or_removed(plain: Path) -> None:
    with Store.open(plain) as store:
        back_up_now(store, NOW.replace(day=23))
    first, second = encrypt_library.plain_copies(plain)
    with held(first, second) as files:
        assert all(map(tells, files))
        encrypt_library.encrypt_copies([first], KEY)
        encrypt_library.remove_copies([second])
        assert not any(map(tells, files))


def test_a_backup_with_another_name_stays_whole_under_that(plain: Path, tmp_path: Path) -> None:
    (copy,) = encrypt_library.plain_copies(plain)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.hardlink_to(copy)
    encrypt_library.remove_copies([copy])
    assert not copy.exists() and SAID in elsewhere.read_bytes()


def test_what_does_not_fit_into_memory_is_not_put_on_the_disk(plain: Path) -> None:
    rewrite(plain, None, KEY)
    with Store.open(plain, passphrase=KEY) as store:
        in_memory = 2  # https://www.sqlite.org/pragma.html#pragma_temp_store
        assert store.file.pragma("temp_store") == in_memory


def test_nothing_lies_beside_it_that_tells(plain: Path) -> None:
    with Store.open(plain) as store:
        store.rest()
        store.take_up(encrypt_library.encrypt(plain, "four words of mine"))
        assert store.key is not None
        encrypt_library.encrypt_copies(encrypt_library.plain_copies(plain), store.key)
        with store.transaction():
            store.people.add(Person(name="Noor Lindqvist"))
        assert len(store.search.find("lindqvist")) == 30
        back_up_now(store, NOW.replace(day=24))
        files = [path for path in plain.parent.rglob("*") if path.is_file()]
        assert len(files) >= 5
        assert [path for path in files if SAID.lower() in path.read_bytes().lower()] == []
