"""The folder of backups beside a library: made whole, bounded, and only of what changed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.backups import DAYS, MOST, Contents
from planner.domain.people import Person
from planner.errors import LibraryDamaged, LibraryError
from planner.journeys.keep_backups import back_up_now, keep_todays, standing
from planner.journeys.restore_library import candidates, newest_good, restore
from planner.storage.backups import backups_of, folder_of, keep_one
from planner.storage.contents import look_into
from planner.storage.store import Store

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 9, 30, 15)


def add(store: Store, name: str) -> None:
    with store.transaction():
        store.people.add(Person(name=name))


def test_the_days_backup_is_made_once_and_only_of_what_changed(store: Store) -> None:
    add(store, "Maya")
    made = keep_todays(store, NOW)
    assert made is not None
    assert made.name == "library-2026-11-22-093015-0001.visavis"
    add(store, "Ben")
    assert keep_todays(store, NOW + timedelta(hours=3)) is None
    assert keep_todays(store, NOW + timedelta(days=1)) is not None
    assert keep_todays(store, NOW + timedelta(days=2)) is None, "nothing has changed since"
    with store.transaction():
        store.memory.keep("ranks", "worked out from what is there")
    assert keep_todays(store, NOW + timedelta(days=3)) is None
    add(store, "Cy")
    last = keep_todays(store, NOW + timedelta(days=3))
    assert last is not None
    assert [look_into(path).people for path in backups_of(store.path).values()] == [1, 2, 3]
    stands = standing(store.path)
    assert (stands.folder, stands.count) == (folder_of(store.path), 3)
    assert stands.last is not None and stands.last.made == NOW + timedelta(days=3)


def test_a_last_backup_that_was_spoiled_does_not_count(store: Store) -> None:
    add(store, "Maya")
    spoiled = keep_todays(store, NOW)
    assert spoiled is not None
    os.truncate(spoiled, 5000)
    assert keep_todays(store, NOW + timedelta(days=1)) is not None


def test_forty_days_of_the_clock_jumping_both_ways(store: Store) -> None:
    for day in range(40):
        add(store, f"P{day}")
        jump = {20: timedelta(days=3652), 30: timedelta(days=-1)}.get(day, timedelta())
        made = keep_todays(store, NOW + timedelta(days=day) + jump)
        assert (made is None) == (day == 30), "the day before had one"
    kept = list(backups_of(store.path).values())
    assert DAYS < len(kept) <= MOST
    assert look_into(kept[-1]).people == 40
    assert all(look_into(path).people for path in kept)


def test_what_is_not_the_programs_stays(store: Store) -> None:
    folder = folder_of(store.path)
    folder.mkdir(mode=0o700)
    others = ["by hand.visavis", "other-2020-01-01-000000-0001.visavis", "notes.txt"]
    for name in others:
        (folder / name).write_text("mine")
    for day in range(20):
        keep_one(store.file, NOW + timedelta(days=day))
    assert all((folder / name).read_text() == "mine" for name in others)
    assert len(list(folder.iterdir())) == len(backups_of(store.path)) + len(others)


@pytest.mark.skipif(os.name != "posix", reason="rights of a POSIX file system")
def test_backups_are_for_the_user_alone(library: Path) -> None:
    usual = os.umask(0o022)
    try:
        with Store.open(library) as store:
            made = back_up_now(store, NOW)
    finally:
        os.umask(usual)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_named_and_nothing_is_let_go(store: Store) -> None:
    add(store, "Maya")
    folder_of(store.path).write_text("a file where the folder should be")
    with pytest.raises(LibraryError, match="backups"):
        keep_todays(store, NOW)


BACKS_UP = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from datetime import datetime
from planner.journeys.keep_backups import back_up_now
from planner.storage.store import Store
import planner.storage.contents, planner.storage.backup, planner.storage.backups, tempfile, shutil
left = int(sys.argv[3])

def watch(event, arguments):
    global left
    if event in ("open", "os.rename", "os.remove", "os.listdir", "os.mkdir", "sqlite3.connect"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

with Store.open(sys.argv[2]) as store:
    sys.addaudithook(watch)
    back_up_now(store, datetime(2026, 11, 23, 9, 30))
    left = 1000
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_kill_at_any_step_leaves_whole_backups_alone(library: Path) -> None:
    with Store.open(library) as store:
        add(store, "Maya")
        back_up_now(store, NOW)
        add(store, "Ben")
    for step in range(100):
        code = subprocess.run(
            [sys.executable, "-c", BACKS_UP, str(ROOT), str(library), str(step)], check=False
        ).returncode
        people = [look_into(path).people for path in backups_of(library).values()]
        assert people[0] == 1 and set(people[1:]) <= {2}
        if code == 0:
            break
    assert code == 0 and step > 5
    with Store.open(library) as store:
        assert store.check(thorough=True) == () and store.people.count() == 2


def test_a_damaged_library_costs_no_backup(library: Path) -> None:
    with Store.open(library) as store:
        with store.transaction():
            store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
        for day in range(DAYS):
            keep_one(store.file, NOW + timedelta(days=day))
    before = backups_of(library)
    content = bytearray(library.read_bytes())
    for at in range(len(content) // 4096 // 2 * 4096, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    library.write_bytes(content)
    with Store.open(library) as store, pytest.raises(LibraryError, match="was not made"):
        keep_one(store.file, NOW + timedelta(days=DAYS))
    assert backups_of(library) == before


def test_a_look_leaves_nothing_behind(store: Store) -> None:
    add(store, "Maya")
    made = back_up_now(store, NOW)
    made.chmod(0o400)
    before = made.read_bytes(), made.stat().st_mtime_ns
    assert look_into(made) == Contents(people=1)
    assert (made.read_bytes(), made.stat().st_mtime_ns) == before
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_a_copy_with_its_journal_is_looked_into_whole(store: Store, tmp_path: Path) -> None:
    add(store, "Maya")
    copied = tmp_path / "elsewhere" / "copy.visavis"
    copied.parent.mkdir()
    for ending in ("", "-wal"):
        part = store.path.with_name(store.path.name + ending)
        copied.with_name(copied.name + ending).write_bytes(part.read_bytes())
    before = {path.name: path.read_bytes() for path in copied.parent.iterdir()}
    assert look_into(copied).people == 1
    assert {path.name: path.read_bytes() for path in copied.parent.iterdir()} == before


def test_a_look_finds_what_is_broken(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
    made = back_up_now(store, NOW)
    content = bytearray(made.read_bytes())
    content[4096 * 20 : 4096 * 20 + 8] = b"\xff" * 8
    made.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        look_into(made)


def test_what_a_kill_left_is_swept_a_day_later(store: Store) -> None:
    first = back_up_now(store, NOW)
    fresh = first.with_name(first.name + ".abcd1234.new")
    old = first.with_name(first.name + ".efgh5678.new")
    mine = first.with_name("library.new")
    for left in (fresh, old, mine):
        left.write_text("half")
    for left in (old, mine):
        os.utime(left, (0, 0))
    back_up_now(store, NOW)
    assert fresh.exists() and not old.exists()
    assert mine.exists(), "not the program's"


def test_what_a_kill_left_beside_the_library_is_swept_too(store: Store) -> None:
    left = store.path.with_name(store.path.name + ".abcd1234.new")
    left.write_text("half")
    os.utime(left, (0, 0))
    back_up_now(store, NOW)
    assert not left.exists()


def test_two_libraries_in_one_folder_have_backups_of_their_own(tmp_path: Path) -> None:
    made = {}
    for name, people in (("net.visavis", 1), ("net.db", 2), ("net-kept-for-work.visavis", 3)):
        with Store.open(tmp_path / name) as store:
            for number in range(people):
                add(store, f"P{number}")
            made[tmp_path / name] = back_up_now(store, NOW)
    for library, backup in made.items():
        assert list(backups_of(library).values()) == [backup]
        assert [each.path for each in candidates(library)] == [backup]


@pytest.mark.skipif(os.name != "posix", reason="names that Windows does not allow")
@pytest.mark.parametrize("name", ["a\nb", "50%", "a?b#c", "[x]*", 'c\'est "là"', "\udcff", " x "])
def test_a_library_may_have_any_name(tmp_path: Path, name: str) -> None:
    library = tmp_path / f"{name}.visavis"
    with Store.open(library) as store:
        add(store, "Maya")
        made = keep_todays(store, NOW)
        add(store, "Ben")
        assert keep_todays(store, NOW) is None, "there is one of today"
    assert list(backups_of(library).values()) == [made]
    assert made is not None
    kept = restore(library, made, NOW).kept
    assert [each.path for each in candidates(library)] == [made, kept]


def test_the_folder_may_be_a_link_and_one_that_leads_nowhere_is_named(
    store: Store, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder_of(store.path).symlink_to(elsewhere)
    made = back_up_now(store, NOW)
    assert [path.name for path in elsewhere.iterdir()] == [made.name]
    elsewhere.rename(tmp_path / "moved")
    with pytest.raises(LibraryError, match="backups"):
        back_up_now(store, NOW)


def test_the_last_made_is_the_newest_whatever_the_clock_said(store: Store) -> None:
    add(store, "Maya")
    ahead = back_up_now(store, NOW.replace(year=2036))
    add(store, "Ben")
    last = back_up_now(store, NOW)
    found = newest_good(store.path)
    assert found is not None and found[0].path == last
    assert [each.path for each in candidates(store.path)] == [last, ahead]


def test_before_anything_is_kept_there_is_nothing_to_back_up(store: Store) -> None:
    assert keep_todays(store, NOW) is None
    add(store, "Maya")
    assert keep_todays(store, NOW) is not None


def test_a_library_that_is_gone_is_never_begun_anew_without_a_word(library: Path) -> None:
    with Store.open(library) as store:
        add(store, "Maya")
        keep_todays(store, NOW)
    library.unlink()
    for create in (True, False):
        with pytest.raises(LibraryDamaged, match="any more"):
            Store.open(library, create=create)
    assert not library.exists()
    library.write_text("overwritten")
    with pytest.raises(LibraryDamaged, match="overwritten"):
        Store.open(library)


def test_an_older_library_is_copied_before_it_is_brought_up_to_date(library: Path) -> None:
    from playhouse.migrations import Runner

    from planner.domain.library_header import APPLICATION_ID
    from planner.storage import database

    library.touch()
    old = database.LibraryFile(library)
    old.connect()
    migrations = Path(database.__file__).parent / "migrations"
    Runner(old, str(migrations)).up("0001_library")
    old.pragma("application_id", APPLICATION_ID)
    old.pragma("user_version", 1)
    old.close()
    with Store.open(library) as store:
        assert store.photos.all() == []
    ((backup, path),) = backups_of(library).items()
    assert backup.before == "update"
    assert look_into(path).people == 0
    with Store.open(path) as store:
        assert store.check(thorough=True) == ()
