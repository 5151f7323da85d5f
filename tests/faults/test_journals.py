"""Promise 12: a journal lies beside the library. SQLite takes up what is its own, nothing else.

What a killed program leaves and the next finds is held by test_kill_rounds.py as well.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryError
from planner.journeys.back_up import back_up
from planner.storage import journals
from planner.storage.store import Store
from tests.faults.machine import needs_posix
from tests.ui.windows import ROOT

SAVES_AND_DIES = """
import os, sys
sys.path.insert(0, sys.argv[1])
from planner.domain.people import Person
from planner.storage.store import Store
store = Store.open(sys.argv[2])
for n in range(int(sys.argv[3])):
    with store.transaction():
        store.people.add(Person(name=f"late {n}"))
os._exit(9)
"""


def a_library(path: Path, *names: str) -> Path:
    with Store.open(path) as store, store.transaction():
        store.people.add_many(Person(name=name) for name in names)
    return path


def killed(library: Path, saved: int = 3) -> Path:
    """The journal that a program leaves which was killed after it saved somebody."""
    command = [sys.executable, "-c", SAVES_AND_DIES, str(ROOT), str(library), str(saved)]
    assert subprocess.run(command, check=False).returncode == 9
    journal = library.with_name(library.name + "-wal")
    assert journal.stat().st_size
    return journal


def a_moment_after(path: Path) -> None:
    """Until the clock that files are dated by has moved on: it stands for a few milliseconds."""
    probe = path.with_name("probe")
    while not (probe.exists() and probe.stat().st_ctime > path.stat().st_ctime):
        probe.write_bytes(b"x")
    probe.unlink()


def names(library: Path) -> list[str]:
    with Store.open(library, create=False) as store:
        assert store.check(thorough=True) == ()
        return [person.name for person in store.people.all()]


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies seconds apart by hand lies milliseconds apart here."""
    monkeypatch.setattr(journals, "LATER", 0)


def test_its_own_journal_is_taken_up(library: Path) -> None:
    a_library(library, "early")
    killed(library)
    assert names(library) == ["early", "late 0", "late 1", "late 2"]


@needs_posix
def test_its_own_is_taken_up_after_a_checkpoint_too(library: Path) -> None:
    """The newer file of the two, then, and it holds all of the journal already."""
    a_library(library, "early")
    journal = killed(library)
    kept = journal.read_bytes()
    other = sqlite3.connect(library)
    other.execute("PRAGMA wal_checkpoint(full)").fetchall()
    held = sqlite3.connect(library)
    held.execute("SELECT * FROM sqlite_master").fetchall()
    other.close()
    held.close()
    journal.write_bytes(kept)
    a_moment_after(journal)
    library.chmod(0o640)  # the system notes a new time
    assert names(library) == ["early", "late 0", "late 1", "late 2"]


def renamed_over(backup: Path, library: Path) -> None:
    backup.replace(library)


def copied_over(backup: Path, library: Path) -> None:
    shutil.copy2(backup, library)


@needs_posix
@pytest.mark.parametrize("put", [renamed_over, copied_over])
@pytest.mark.parametrize("whose", ["an earlier state", "another library"])
def test_a_journal_of_another_is_never_written_into_what_was_put_there(
    library: Path, tmp_path: Path, put: Callable[[Path, Path], None], whose: str
) -> None:
    """Somebody puts a backup in the library's place by hand, after a crash."""
    backup = tmp_path / "backup.visavis"
    a_library(library, *(f"early {n}" for n in range(300)))
    with Store.open(library) as store:
        back_up(store, backup)
    if whose == "another library":
        backup.unlink()
        a_library(backup, *(f"other {n}" for n in range(300)))
    before = names(backup)
    with Store.open(library) as store, store.transaction():
        for person in store.people.all()[:200]:
            store.people.remove(person.id)
    journal = killed(library)
    a_moment_after(journal)
    put(backup, library)
    content = library.read_bytes(), journal.read_bytes()
    for _ in range(2):
        with pytest.raises(LibraryError, match="do not fit") as refused:
            Store.open(library)
        assert journal.name in str(refused.value)
    assert (library.read_bytes(), journal.read_bytes()) == content
    journal.rename(tmp_path / "put aside")
    assert names(library) == before


@needs_posix
def test_the_two_together_may_move_anywhere(library: Path, tmp_path: Path) -> None:
    a_library(library, "early")
    journal = killed(library)
    there = tmp_path / "there" / "library.visavis"
    there.parent.mkdir()
    for one in (library, journal):
        shutil.copy2(one, there.with_name(one.name))
    assert names(there) == ["early", "late 0", "late 1", "late 2"]


@pytest.mark.parametrize("left", [b"", b"no journal", os.urandom(40_000), bytes(40_000)])
def test_what_is_no_journal_is_let_lie_or_swept_by_sqlite(library: Path, left: bytes) -> None:
    a_library(library, "early")
    library.with_name(library.name + "-wal").write_bytes(left)
    assert names(library) == ["early"]


@pytest.mark.parametrize("part", [0.3, 0.6, 0.99])
def test_a_journal_cut_short_gives_what_was_saved_before_the_cut(
    library: Path, part: float
) -> None:
    a_library(library, "early")
    journal = killed(library, 12)
    os.truncate(journal, int(journal.stat().st_size * part))
    found = names(library)
    assert found == ["early", *(f"late {n}" for n in range(len(found) - 1))]
    assert len(found) < 13


DIES_WRITING = """
import os, sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("PRAGMA journal_mode = delete")
held.execute("PRAGMA cache_size = 5")
held.execute("PRAGMA cache_spill = 1")
held.execute("BEGIN")
held.execute("UPDATE person SET name = 'half done', note = hex(randomblob(2000))")
os._exit(9)
"""


def test_a_rollback_journal_is_rolled_back(library: Path) -> None:
    """A library may come from where another kind of journal was kept, as backups do."""
    a_library(library, *(f"early {n}" for n in range(400)))
    code = DIES_WRITING.replace(", note = hex(randomblob(2000))", "")
    subprocess.run([sys.executable, "-c", code, str(library)], check=False)
    journal = library.with_name(library.name + "-journal")
    assert journal.stat().st_size > 512, "nothing was under way"
    assert names(library) == [f"early {n}" for n in range(400)]
