"""Promise 6: where reading, writing or fsync fails, nothing is ever said to be saved that is not.

The system calls on the library and its journals are made to fail, one by one and for good.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from planner.storage.store import Store
from tests.faults.machine import Program, failed, failing, run
from tests.ui.windows import ROOT

SYNC, READ, WRITE = "fsync,fdatasync", "pread64", "pwrite64"
PLAN = ("plan", "1", "--at", "2030-12-03T14:00", "--zone", "Europe/London", "--out")


def kept(library: Path) -> tuple[bool, int]:
    """Whether Zoe was brought in, and how many 1-2-1s there are."""
    with Store.open(library, create=False) as store:
        assert store.check(thorough=True) == ()
        names = [person.name for person in store.people.all()]
        assert len(names) in (30, 31)
        return "Zoe Newcomer" in names, len(store.meetings.all())


@pytest.mark.parametrize(
    ("calls", "error", "when"),
    [
        (SYNC, "EIO", "1+"),
        (SYNC, "EIO", "2+"),
        (WRITE, "ENOSPC", "3+"),
        (READ, "EIO", "3+"),
    ],
)
def test_a_disk_that_fails_for_good(
    sampled: Path, program: Program, cards: Path, tmp_path: Path, calls: str, error: str, when: str
) -> None:
    before = kept(sampled)
    log, out = tmp_path / "calls", tmp_path / "plan.ics"
    out.write_bytes(b"the plan before")
    faulty = failing(log, calls, error, when, sampled)
    assert "saved" in program("import", cards, within=faulty).sentence
    assert failed(log)
    assert kept(sampled) == before
    assert "saved" in program(*PLAN, out, within=faulty).sentence
    assert failed(log)
    assert kept(sampled) == before
    assert out.read_bytes() == b"the plan before"
    assert program("import", cards).done and program(*PLAN, out).done
    assert kept(sampled) == (True, before[1] + 1)


SAVES = """
import sys
sys.path.insert(0, sys.argv[1])
from planner.domain.people import Person
from planner.errors import LibraryError
from planner.storage.store import Store
for n in range(60):
    try:
        with Store.open(sys.argv[2], create=False) as store:
            for letter in "abcdefg"[: n % 7 + 1]:  # so that no two rounds are alike
                with store.transaction():
                    store.people.add(Person(name=f"{n} {letter}"))
                print("saved", n, letter, flush=True)
    except LibraryError:
        print("refused", n, flush=True)
"""


@pytest.mark.parametrize(("calls", "when"), [(SYNC, "5+7"), (WRITE, "150+211"), (READ, "17+61")])
def test_one_call_that_fails_wherever_it_comes(
    library: Path, tmp_path: Path, calls: str, when: str
) -> None:
    """Every seventh fails, say, so that in sixty rounds each step of saving is hit."""
    Store.open(library).close()
    log = tmp_path / "calls"
    faulty = failing(log, calls, "EIO", when, library)
    told = run([sys.executable, "-c", SAVES, str(ROOT), str(library)], tmp_path, within=faulty).done
    assert failed(log) > 5
    lines = told.splitlines()
    saved = [line.removeprefix("saved ") for line in lines if line.startswith("saved ")]
    assert saved
    with Store.open(library) as store:
        assert store.check(thorough=True) == ()
        there = [person.name for person in store.people.all()]
    assert not set(saved) - set(there), "said to be saved, and it is not there"
    assert there == saved


def test_a_library_that_cannot_be_read_is_no_empty_one(
    sampled: Path, program: Program, tmp_path: Path
) -> None:
    for call in range(1, 20):
        log = tmp_path / "calls"
        said = program("people", within=failing(log, READ, "EIO", f"{call}+", sampled))
        if not failed(log):
            assert len(said.done.splitlines()) == 30
            return
        assert said.sentence and said.out == ""
    raise AssertionError("thirty people are read in fewer calls")
