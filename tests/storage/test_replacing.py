"""Going back to a backup: the old library or the new one, whole, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryBusy, LibraryError, PlannerError
from planner.journeys.keep_backups import back_up_now
from planner.journeys.restore_library import (
    begin_anew,
    candidates,
    look_into,
    newest_good,
    restore,
)
from planner.storage import replacing
from planner.storage.store import Store

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
NOW = datetime(2026, 11, 22, 9, 30)


def names(library: Path) -> set[str]:
    with Store.open(library, create=False) as store:
        assert store.check(thorough=True) == ()
        return {person.name for person in store.people.all()}


@pytest.fixture
def backup(library: Path) -> Path:
    """A library with Maya and Ben, whose backup has Maya alone."""
    with Store.open(library) as store:
        with store.transaction():
            store.people.add(Person(name="Maya"))
        made = back_up_now(store, NOW)
        with store.transaction():
            store.people.add(Person(name="Ben"))
    return made


def test_the_old_library_is_kept_under_a_name(library: Path, backup: Path) -> None:
    restored = restore(library, backup, NOW)
    assert restored.people == 1
    assert restored.kept == library.with_name("library-kept-2026-11-22-093000.visavis")
    assert names(library) == {"Maya"}
    assert names(restored.kept) == {"Maya", "Ben"}
    assert restore(library, restored.kept, NOW).people == 2, "and the way back"
    assert names(library) == {"Maya", "Ben"}
    assert names(backup) == {"Maya"}


def test_one_that_is_open_is_refused(library: Path, backup: Path) -> None:
    with Store.open(library) as store:
        before = library.read_bytes()
        with pytest.raises(LibraryBusy, match="Close it there first"):
            restore(library, backup, NOW)
        assert library.read_bytes() == before
        with store.transaction():
            store.people.add(Person(name="Cy"))
    assert names(library) == {"Maya", "Ben", "Cy"}
    restore(library, backup, NOW)
    assert names(library) == {"Maya"}


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 8] = b"\xff" * (4096 * 5)
    path.write_bytes(content)


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def overwritten(path: Path) -> None:
    path.write_bytes(b"Dear Maya, " * 2000)


def newer(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


FAULTS = [damaged, cut_short, emptied, overwritten]


@pytest.mark.parametrize("spoil", [*FAULTS, newer])
def test_a_bad_backup_replaces_nothing(library: Path, backup: Path, spoil) -> None:
    spoil(backup)
    bad = backup.read_bytes()
    before = library.read_bytes()
    with pytest.raises(PlannerError):
        restore(library, backup, NOW)
    assert library.read_bytes() == before
    assert backup.read_bytes() == bad
    assert {path.name for path in library.parent.iterdir()} == {"library.visavis", "backups"}
    assert names(library) == {"Maya", "Ben"}


@pytest.mark.parametrize("spoil", FAULTS)
def test_a_library_that_broke_is_replaced_and_kept(library: Path, backup: Path, spoil) -> None:
    spoil(library)
    broken = library.read_bytes()
    found = newest_good(library)
    assert found is not None and found[0].path == backup
    restored = restore(library, backup, NOW)
    assert restored.kept is not None and restored.kept.read_bytes() == broken
    assert names(library) == {"Maya"}


def test_a_library_that_is_gone_comes_back(library: Path, backup: Path) -> None:
    library.unlink()
    assert restore(library, backup, NOW).kept is None
    assert names(library) == {"Maya"}


def test_a_new_machine_takes_a_copy_from_anywhere(backup: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "visavis-2026-11-22.visavis"
    stick.parent.mkdir()
    shutil.copy(backup, stick)
    fresh = tmp_path / "new machine" / "library.visavis"
    assert restore(fresh, stick, NOW).people == 1
    assert names(fresh) == {"Maya"}
    assert [path.name for path in stick.parent.iterdir()] == [stick.name]


def test_the_newest_good_one_is_offered_past_bad_ones(library: Path, backup: Path) -> None:
    with Store.open(library) as store:
        bad = back_up_now(store, NOW.replace(day=23))
    damaged(bad)
    found = newest_good(library)
    assert found is not None
    assert (found[0].path, found[1].people) == (backup, 1)
    assert [each.path for each in candidates(library)] == [bad, backup]


def test_another_programs_file_is_never_replaced(tmp_path: Path, backup: Path) -> None:
    photo = tmp_path / "elsewhere" / "photo.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"a photo" * 100)
    with pytest.raises(PlannerError, match="no Vis-à-vis library"):
        restore(photo, backup, NOW)
    assert photo.read_bytes() == b"a photo" * 100


def test_a_journal_of_the_old_library_is_never_applied_to_the_new(
    library: Path, backup: Path, tmp_path: Path
) -> None:
    """As a crash leaves it: what was saved last stands in the journal alone."""
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with Store.open(library) as store:
        with store.transaction():
            store.people.add_many(Person(name=f"P{n}") for n in range(300))
        for ending in ("", "-wal"):
            shutil.copy(library.with_name(library.name + ending), crashed)
    there = crashed / library.name
    restored = restore(there, backup, NOW)
    assert names(there) == {"Maya"}
    assert restored.kept is not None
    assert len(names(restored.kept)) == 302


def test_a_damaged_librarys_journal_goes_aside_with_it(
    library: Path, backup: Path, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with Store.open(library) as store:
        with store.transaction():
            store.people.add_many(Person(name=f"P{n}") for n in range(300))
        for ending in ("", "-wal"):
            shutil.copy(library.with_name(library.name + ending), crashed)
    shutil.copytree(backup.parent, crashed / "backups")
    there = crashed / library.name
    overwritten(there)
    journal = there.with_name(there.name + "-wal").read_bytes()
    restored = restore(there, backup, NOW)
    assert restored.kept is not None
    assert restored.kept.with_name(restored.kept.name + "-wal").read_bytes() == journal
    assert names(there) == {"Maya"}


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_where_the_library_is_a_link_the_file_it_names_is_replaced(
    library: Path, backup: Path, tmp_path: Path
) -> None:
    link = tmp_path / "desk" / "my network.visavis"
    link.parent.mkdir()
    link.symlink_to(library)
    kept = restore(link, backup, NOW).kept
    assert link.is_symlink() and kept is not None and kept.parent == library.parent
    assert names(link) == names(library) == {"Maya"}
    library.rename(tmp_path / "unplugged")
    with pytest.raises(PlannerError, match="where there is no file"):
        Store.open(link)


def test_where_the_old_one_cannot_be_kept_nothing_is_left_half(
    library: Path, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwritten(library)
    journal = library.with_name(library.name + "-wal")
    journal.write_bytes(b"what was saved last")
    before = {path.name for path in library.parent.iterdir()}
    link = os.link

    def link_journals_alone(file: Path, name: Path) -> None:
        if not str(file).endswith("-wal"):
            raise OSError(errno.ENOSPC, "No space left on device")
        link(file, name)

    def fill_the_disk(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", link_journals_alone)
    monkeypatch.setattr(replacing, "copy_bytes", fill_the_disk)
    with pytest.raises(PlannerError, match="left as it is"):
        restore(library, backup, NOW)
    assert {path.name for path in library.parent.iterdir()} == before


def test_what_cannot_be_made_is_told_of_the_library(
    library: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(path: Path) -> None:
        within = path.with_name(f"{path.name}.abcd_123.new")
        raise LibraryError(f"The disk that holds the library {within} is full.")

    monkeypatch.setattr(Store, "open", fill_the_disk)
    with pytest.raises(LibraryError) as told:
        begin_anew(library, NOW)
    assert str(told.value) == f"The disk that holds the library {library} is full."


def test_beginning_anew_keeps_what_was_there(library: Path, backup: Path) -> None:
    emptied(library)
    kept = begin_anew(library, NOW)
    assert names(library) == set()
    assert kept is not None and kept.stat().st_size == 0
    assert look_into(backup).people == 1


RESTORES = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from datetime import datetime
from pathlib import Path
from planner.journeys.restore_library import restore
import planner.storage.contents, planner.storage.backup, tempfile, shutil
left = int(sys.argv[4])

def watch(event, arguments):
    global left
    if event in ("open", "os.rename", "os.link", "os.remove", "shutil.copyfile", "sqlite3.connect"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(watch)
restore(Path(sys.argv[2]), Path(sys.argv[3]), datetime(2026, 11, 22, 9, 30))
"""


@POSIX
@pytest.mark.parametrize("broken", [False, True])
def test_a_kill_at_any_step_leaves_the_old_or_the_new(
    library: Path, backup: Path, tmp_path: Path, broken: bool
) -> None:
    """Killed before each file operation in turn, until one restore comes to its end."""
    if broken:
        damaged(library)
    old = library.read_bytes()
    ends = []
    for step in range(200):
        folder = tmp_path / f"killed at {step}"
        shutil.copytree(library.parent, folder, ignore=shutil.ignore_patterns("killed*"))
        there = folder / library.name
        code = subprocess.run(
            [sys.executable, "-c", RESTORES, str(ROOT), str(there), str(backup), str(step)],
            check=False,
        ).returncode
        is_old = there.read_bytes()[100:] == old[100:]
        ends.append(is_old)
        if not is_old or not broken:
            # A killed restore left no journal that could change what is read.
            assert names(there) == ({"Maya", "Ben"} if is_old else {"Maya"})
        with_old = [path for path in folder.glob("library-*") if path.stat().st_size == len(old)]
        assert is_old or with_old, "the old one is kept before the new one is there"
        if code == 0:
            break
    assert code == 0
    assert ends[0] and not ends[-1]
    assert ends == sorted(ends, reverse=True)
    # After a kill the next restore goes through as if nothing had been.
    again = tmp_path / "killed at 12" / library.name
    restore(again, backup, NOW)
    assert names(again) == {"Maya"}
