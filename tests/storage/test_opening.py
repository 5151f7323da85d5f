"""Which files are opened, which are refused, and who may read what was made."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryError
from planner.storage.store import Store

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="rights of a POSIX file system")


def a_library(path: Path) -> None:
    with Store.open(path) as store, store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour & Co") for n in range(400))


def a_text_file(path: Path) -> None:
    path.write_text("Dear Maya,\n" * 40, encoding="utf-8")


def a_short_text_file(path: Path) -> None:
    path.write_text("SQLite", encoding="utf-8")


def anothers_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE person (id)")
    connection.close()


def a_newer_library(path: Path) -> None:
    a_library(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def a_truncated_library(path: Path) -> None:
    a_library(path)
    os.truncate(path, path.stat().st_size // 2)


def a_library_without_its_table_of_tables(path: Path) -> None:
    a_library(path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 400)


def an_empty_file(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (a_text_file, "not a Vis-à-vis library"),
        (a_short_text_file, "not a Vis-à-vis library"),
        (anothers_database, "another program"),
        (a_newer_library, "newer version"),
        (a_truncated_library, "damaged"),
        (a_library_without_its_table_of_tables, "damaged"),
        (an_empty_file, "0 bytes"),
    ],
)
def test_a_file_that_is_no_library_is_refused_and_left_as_it_is(
    make: Callable[[Path], None], said: str, library: Path
) -> None:
    make(library)
    before = library.read_bytes()
    with pytest.raises(LibraryError, match=said) as refused:
        Store.open(library)
    assert str(library) in str(refused.value)
    assert library.read_bytes() == before
    assert [path.name for path in library.parent.iterdir()] == [library.name]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        Store.open(tmp_path)


def test_a_library_that_must_be_there_is_not_made(library: Path) -> None:
    with pytest.raises(LibraryError, match="no library at"):
        Store.open(library, create=False)
    assert not library.exists()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="cannot be opened"):
        Store.open(tmp_path / "file" / "library.visavis")


def test_a_library_held_by_another_program_is_said_to_be_busy(library: Path) -> None:
    a_library(library)
    other = sqlite3.connect(library, isolation_level=None)
    try:
        other.execute("PRAGMA locking_mode = exclusive")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryError, match="Another program"):
            Store.open(library)
    finally:
        other.close()


def test_a_path_may_be_text(library: Path) -> None:
    with Store.open(str(library)) as store:
        assert store.path == library


def test_a_journal_left_by_a_crash_is_taken_up(library: Path, tmp_path: Path) -> None:
    """The file as a kill leaves it: its last pages still in the journal beside it."""
    crashed = tmp_path / "crashed" / "library.visavis"
    crashed.parent.mkdir()
    with Store.open(library) as store:
        with store.transaction():
            store.people.add_many(Person(name=f"P{n}") for n in range(300))
        for ending in ("", "-wal"):
            copy = crashed.with_name(crashed.name + ending)
            copy.write_bytes(library.with_name(library.name + ending).read_bytes())
    with Store.open(crashed) as store:
        assert store.people.count() == 300
        assert store.check(thorough=True) == ()


def test_two_first_starts_make_one_library(library: Path) -> None:
    failures: list[BaseException] = []

    def start(name: str) -> None:
        try:
            with Store.open(library) as store, store.transaction():
                store.people.add(Person(name=name))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=start, args=(name,)) for name in "ABC"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    with Store.open(library) as store:
        assert [person.name for person in store.people.by_name()] == ["A", "B", "C"]


def test_a_link_to_a_library_opens_it(library: Path, tmp_path: Path) -> None:
    a_library(library)
    link = tmp_path / "elsewhere"
    link.symlink_to(library)
    with Store.open(link) as store:
        assert store.people.count() == 400
    link.unlink()
    link.symlink_to(tmp_path / "nothing")
    with pytest.raises(LibraryError, match="where there is no file"):
        Store.open(link)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
@pytest.mark.parametrize("umask", [0o022, 0o000, 0o077])
def test_only_the_user_can_read_what_is_made(tmp_path: Path, umask: int) -> None:
    usual = os.umask(umask)
    try:
        library = tmp_path / "data" / "visavis" / "library.visavis"
        with Store.open(library) as store:
            with store.transaction():
                store.people.add(Person(name="Maya"))
            made = {path.name: rights(path) for path in library.parent.iterdir()}
    finally:
        os.umask(usual)
    assert made == {
        "library.visavis": 0o600,
        "library.visavis-wal": 0o600,
        "library.visavis-shm": 0o600,
    }
    assert rights(library.parent) == rights(library.parent.parent) == 0o700


@POSIX
def test_a_library_others_could_read_is_closed_to_them(library: Path) -> None:
    a_library(library)
    library.chmod(0o644)
    Store.open(library).close()
    assert rights(library) == 0o600


OPENS = """
import os, sys, tempfile
sys.path.insert(0, sys.argv[1])
import playhouse.migrations
from planner.errors import LibraryError
from planner.storage.store import Store
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    Store.open(sys.argv[2]).close()
except LibraryError as error:
    print(error)
"""


@POSIX
@pytest.mark.parametrize("fault", ["file", "folder", "no library in a folder"])
def test_what_is_read_only_is_said_at_once(fault: str) -> None:
    """Opened by a user without rights (65534 is nobody): root may write anywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.visavis"
        if fault != "no library in a folder":
            a_library(library)
            library.chmod(0o444 if fault == "file" else 0o666)
        folder.chmod(0o777 if fault == "file" else 0o555)
        before = library.read_bytes() if library.exists() else None
        told = subprocess.run(
            [sys.executable, "-c", OPENS, str(ROOT), str(library)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        folder.chmod(0o700)
        assert "read-only" in told.stdout or "whether you may" in told.stdout
        assert (library.read_bytes() if library.exists() else None) == before
