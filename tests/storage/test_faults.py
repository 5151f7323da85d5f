"""Real faults: a killed program, a full disk, flipped bits."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from planner.domain.own_questions import Liking, OwnGuide, OwnPrompt
from planner.domain.people import Person
from planner.errors import LibraryError
from planner.journeys.question_library import question_library
from planner.storage.store import Store

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")

WRITES = """
import sys
sys.path.insert(0, sys.argv[1])
from planner.domain.people import Person
from planner.storage.store import Store
store = Store.open(sys.argv[2])
n = 0
while True:
    with store.transaction():
        store.people.add_many([Person(name=f"{n} a"), Person(name=f"{n} b")])
    print(n, flush=True)
    n += 1
"""


@POSIX
@pytest.mark.parametrize("after", [0, 7, 40])
def test_a_kill_loses_nothing_that_was_said_to_be_saved(library: Path, after: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITES, str(ROOT), str(library)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if int(line) >= after:
                writer.send_signal(signal.SIGKILL)
                break
        said = [after, *map(int, writer.stdout.read().split())][-1]
    with Store.open(library) as store:
        names = [person.name for person in store.people.all()]
        assert store.check(thorough=True) == ()
        assert len(store.search.find("a", limit=1000)) == len(names) / 2
    # Each pair whole, in order, up to the last that was said and at most one more.
    assert names == [f"{n} {letter}" for n in range(len(names) // 2) for letter in "ab"]
    assert said + 1 <= len(names) // 2 <= said + 2


MAKES = """
import os, sys, threading
sys.path.insert(0, sys.argv[1])
from planner.storage.store import Store
threading.Timer(float(sys.argv[3]), os._exit, (9,)).start()
for n in range(1000):
    Store.open(sys.argv[2] + str(n)).close()
"""


@POSIX
@pytest.mark.parametrize("seconds", ["0.005", "0.02", "0.05"])
def test_a_library_is_made_whole_or_not_at_all(tmp_path: Path, seconds: str) -> None:
    name = str(tmp_path / "library")
    subprocess.run([sys.executable, "-c", MAKES, str(ROOT), name, seconds], check=False)
    for path in tmp_path.glob("library*"):
        if path.name.removeprefix("library").isdigit():
            with Store.open(path) as store:
                assert store.people.all() == [] and store.check(thorough=True) == ()


FILLS = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from planner.domain.people import Person
from planner.errors import LibraryError
from planner.storage.store import Store
with Store.open(sys.argv[2]) as store:
    with store.transaction():
        store.people.add(Person(name="Maya"))
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, usual[1]))
    try:
        with store.transaction():
            store.people.add_many(Person(name=f"P{n} " + "x" * 200) for n in range(20_000))
    except LibraryError as error:
        print(error)
    try:
        with store.transaction():
            try:
                store.people.add_many(Person(name=f"P{n} " + "x" * 200) for n in range(20_000))
            except LibraryError:
                pass  # a mistake of ours: what comes next must not look saved
            store.people.add(Person(name="Cy"))
    except LibraryError as error:
        print(error)
    print(store.people.count())
    resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    with store.transaction():
        store.people.add(Person(name="Ben"))
    print(store.people.count(), store.check(thorough=True))
"""


@POSIX
def test_what_does_not_fit_is_not_said_to_be_saved(library: Path) -> None:
    """A file that may not grow: what was there stays, and saving works once there is room."""
    told = subprocess.run(
        [sys.executable, "-c", FILLS, str(ROOT), str(library)],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert "not saved" in told[0] and "nothing of this was saved" in told[1]
    assert told[2:] == ["1", "2 ()"]


def test_flipped_bits_are_found(library: Path) -> None:
    with Store.open(library) as store, store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
    content = bytearray(library.read_bytes())
    for at in range(4096 * 60, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8  # the head of every later page
    library.write_bytes(content)
    with Store.open(library) as store:
        assert store.check() != ()
        with pytest.raises(LibraryError, match="damaged"):
            store.people.all()
            store.search.find("harbour")


def test_a_row_that_belongs_to_nothing_is_found(library: Path) -> None:
    import sqlite3

    Store.open(library).close()
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("INSERT INTO attendance (id, event_id, person_id) VALUES (1, 7, 8)")
    connection.close()
    with Store.open(library) as store:
        assert sorted(store.check()) == [
            "attendance 1 belongs to a event that is not there",
            "attendance 1 belongs to a person that is not there",
        ]


@pytest.mark.parametrize(
    "table, change, told",
    [
        ("own_guide", "lengths = 'a b'", "holds an own guide that cannot be read"),
        ("own_prompt", "fills = 'nothing'", "holds an own prompt that cannot be read"),
        ("mark", "liking = 'perhaps'", "holds a mark that cannot be read"),
    ],
)
def test_what_somebody_else_wrote_into_own_questions_is_named(
    library: Path, table: str, change: str, told: str
) -> None:
    with Store.open(library) as store, store.transaction():
        store.own_guides.add(OwnGuide(key="g", title="Fair"))
        store.own_prompts.add(OwnPrompt(key="p", guide="g", text="Hm?"))
        store.marks.set("p", Liking.FAVOURITE)
    with closing(sqlite3.connect(library)) as written, written:
        written.execute(f"UPDATE {table} SET {change}")
    with Store.open(library) as store, pytest.raises(LibraryError, match=told):
        question_library(store)
