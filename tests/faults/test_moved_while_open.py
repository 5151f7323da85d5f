"""Promise 20: a library that is moved away while it is open is noticed; nothing is said saved."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.errors import LibraryError
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.builders import a_person
from tests.faults.machine import needs_posix
from tests.ui.windows import ROOT
from ui.session import Session


def renamed(library: Path) -> None:
    library.rename(library.with_name("elsewhere.visavis"))


def deleted(library: Path) -> None:
    library.unlink()


def folder_renamed(library: Path) -> None:
    library.parent.rename(library.parent.with_name("away"))


def replaced_by_another(library: Path) -> None:
    other = library.with_name("other.visavis")
    Store.open(other).close()
    other.replace(library)


def replaced_by_its_copy(library: Path) -> None:
    """As a program does that keeps folders of two machines alike."""
    copy = library.with_name("copy.visavis")
    shutil.copy(library, copy)
    copy.replace(library)


def replaced_by_a_folder(library: Path) -> None:
    library.unlink()
    library.mkdir()


FAULTS = (
    renamed, deleted, folder_renamed, replaced_by_another, replaced_by_its_copy,
    replaced_by_a_folder,
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """In a folder of its own, which can be moved too."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "library.visavis"


@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_is_said_to_be_saved(
    session: Session, store: Store, fault: Callable[[Path], None]
) -> None:
    said: list[str] = []
    done: list[str] = []
    session.refused.connect(said.append)
    session.done.connect(done.append)
    fault(store.path)
    assert session.do("Kept", add_person, a_person()) is None
    assert len(said) == 1 and "moved, replaced or deleted" in said[0]
    assert done == [] and not session.undo_stack.canUndo()


def test_once_it_is_put_back_what_was_refused_is_kept(session: Session, store: Store) -> None:
    said: list[str] = []
    session.refused.connect(said.append)
    renamed(store.path)
    assert session.do("Kept", add_person, a_person()) is None
    assert "Put it back and try again" in said[0]
    store.path.with_name("elsewhere.visavis").rename(store.path)
    assert session.do("Kept", add_person, a_person()) is not None


@pytest.mark.parametrize("fault", FAULTS)
def test_it_is_said_before_anybody_types(
    session: Session, store: Store, fault: Callable[[Path], None]
) -> None:
    said: list[str] = []
    session.refused.connect(said.append)
    session.look_elsewhere()
    assert said == []
    fault(store.path)
    for _ in range(3):  # every few seconds
        session.look_elsewhere()
    assert len(said) == 1 and "moved, replaced or deleted" in said[0]


def test_put_back_it_can_be_saved_in_again(session: Session, store: Store) -> None:
    renamed(store.path)
    assert session.do("Kept", add_person, a_person()) is None
    store.path.with_name("elsewhere.visavis").rename(store.path)
    assert session.do("Kept", add_person, a_person()) is not None
    with Store.open(store.path) as again:
        assert again.people.count() == 1


def test_a_worker_finds_no_library_rather_than_make_an_empty_one(store: Store) -> None:
    deleted(store.path)
    with pytest.raises(LibraryError), store.another() as own:
        own.people.all()
    assert not store.path.exists()


# The journal beside the library.

WRITES_ON = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from planner.domain.people import Person
from planner.storage.store import Store
path = Path(sys.argv[2])
store = Store.open(path)
def add(name):
    with store.transaction():
        store.people.add(Person(name=name))
add("before")
print("before", flush=True)
sys.stdin.readline()
if sys.argv[3] == "read":
    path.read_bytes()
print("went on", flush=True)
sys.stdin.readline()
add("after")
print("after", flush=True)
sys.stdin.readline()
"""


@needs_posix
@pytest.mark.parametrize("fault", ["read", "deleted"])
def test_what_is_saved_after_the_journal_was_taken_away_outlives_a_kill(
    library: Path, fault: str
) -> None:
    """By hand; or by another program that thinks it is the last to close the library.

    It thinks so after this one has read the library's bytes: POSIX then drops all its locks.
    """
    command = [sys.executable, "-c", WRITES_ON, str(ROOT), str(library), fault]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as writer:
        assert writer.stdin is not None and writer.stdout is not None

        def goes_on(said: str) -> None:
            assert writer.stdout is not None and writer.stdout.readline() == f"{said}\n"

        goes_on("before")
        writer.stdin.write("\n")
        goes_on("went on")
        if fault == "deleted":
            for ending in ("-wal", "-shm"):
                library.with_name(library.name + ending).unlink()
        else:
            reads = "import sys; sys.path.insert(0, sys.argv[1]); from planner.storage.store "
            reads += "import Store; Store.open(sys.argv[2]).close()"
            subprocess.run([sys.executable, "-c", reads, str(ROOT), str(library)], check=True)
        writer.stdin.write("\n")
        goes_on("after")
        with Store.open(library) as other:
            assert [person.name for person in other.people.all()] == ["before", "after"]
        writer.kill()
    with Store.open(library) as store:
        assert [person.name for person in store.people.all()] == ["before", "after"]
        assert store.check(thorough=True) == ()
