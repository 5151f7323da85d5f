"""Promise 3: killed while a library is brought up to date, it is the old one or the new, whole.

Killed while it is backed up: tests/storage/test_backups.py. While it is gone back to a backup:
tests/storage/test_replacing.py. While a passphrase is set: test_rekeying_cut_short.py there.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planner.domain.library_header import APPLICATION_ID
from planner.storage import database
from planner.storage.store import Store
from tests.faults.machine import run, strace
from tests.ui.windows import ROOT

OPENS = "import sys; sys.path.insert(0, sys.argv[1]); from planner.storage.store import Store; "
OPENS += "Store.open(sys.argv[2]).close(); print('opened')"


@pytest.fixture
def old(library: Path) -> Path:
    """A library as the version before wrote it, with 300 people."""
    from playhouse.migrations import Runner

    library.touch()
    file = database.LibraryFile(library)
    file.connect()
    Runner(file, str(Path(database.__file__).parent / "migrations")).up("0001_library")
    file.pragma("application_id", APPLICATION_ID)
    file.pragma("user_version", 1)
    columns = [row[1] for row in file.execute_sql("PRAGMA table_info(person)").fetchall()]
    defaults = {name: "" for name in columns if name != "id"}
    kinds = {row[1]: row for row in file.execute_sql("PRAGMA table_info(person)").fetchall()}
    for name, row in kinds.items():
        if name in defaults and row[2].upper() in ("INTEGER", "SMALLINT", "REAL"):
            defaults[name] = 0
        if not row[3] and name in defaults:
            defaults[name] = None
        if name in ("emails", "phones", "links", "labels"):
            defaults[name] = "[]"
    marks = ", ".join("?" for _ in defaults)
    file.run_many(
        f"INSERT INTO person ({', '.join(defaults)}) VALUES ({marks})",
        [[*({**defaults, "name": f"P{n}"}).values()] for n in range(300)],
    )
    file.close()
    return library


@pytest.mark.parametrize("calls", ["pwrite64", "fsync,fdatasync", "unlink"])
def test_killed_at_a_step(old: Path, tmp_path: Path, calls: str) -> None:
    """At the first, second, fourth, ... of these system calls, until it comes to its end."""
    whole, call = old.read_bytes(), 1
    while True:
        for path in old.parent.glob(f"{old.name}*"):
            path.unlink()
        old.write_bytes(whole)
        killing = ["-e", f"trace={calls}", "-e", f"inject={calls}:signal=KILL:when={call}"]
        of_it = [part for end in ("", "-wal", "-shm") for part in ("-P", f"{old}{end}")]
        said = run(
            [sys.executable, "-c", OPENS, str(ROOT), str(old)],
            tmp_path,
            within=strace(tmp_path / "calls", *of_it, *killing),
        )
        with Store.open(old, create=False) as store:
            assert store.check(thorough=True) == ()
            assert store.people.count() == 300 and store.photos.all() == []
        if said.out == "opened\n":
            assert call > 1 or calls == "unlink"
            return
        assert said.code in (-9, 137), said
        call *= 2
