"""Reading an open library's bytes leaves its locks, so that nobody takes it for closed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys import encrypt_library, restore_library
from planner.journeys.library_files import beginning_of
from planner.journeys.read_contacts import read_contacts
from planner.storage import contents
from planner.storage.open_files import bytes_of
from planner.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.libraries import NOW
from ui import saving

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the locks of POSIX")

# As SQLite does before it takes itself for the last one: asks for all of the library's locks
# (https://www.sqlite.org/fileformat2.html#the_lock_byte_page; os_unix.c, SHARED_FIRST and _SIZE).
LOCKS = """
import fcntl, sys
with open(sys.argv[1], "rb+") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
        print("free")
    except OSError:
        print("held")
"""


def is_held(library: Path) -> bool:
    """Whether another program finds that somebody has the library open."""
    told = subprocess.run(
        [sys.executable, "-c", LOCKS, str(library)], capture_output=True, text=True, check=True
    )
    return told.stdout.strip() == "held"


def opened_again(library: Path) -> None:
    Store.open(library, passphrase=KEY).close()


def opened_with_a_wrong_passphrase(library: Path) -> None:
    with suppress(PlannerError):
        Store.open(library, passphrase="wrong").close()


def looked_into(library: Path) -> None:
    contents.look_into(library, KEY)


def put_back(library: Path) -> None:
    with suppress(PlannerError):
        restore_library.restore(library, library, NOW, KEY)


def another_put_in_its_place(library: Path) -> None:
    copy = library.with_name("copy.visavis")
    shutil.copyfile(library.with_name("before.visavis"), copy)
    with pytest.raises(PlannerError, match="is open"):
        restore_library.restore(library, copy, NOW, KEY)


def taken_for_an_export(library: Path) -> None:
    assert not restore_library.is_export(library)


def key_made(library: Path) -> None:
    encrypt_library.key_of(library, "any")


def taken_for_contacts(library: Path) -> None:
    assert not read_contacts([library])[0].cards


def taken_for_a_picture(library: Path) -> None:
    assert beginning_of(library, 10)


def saved_over(library: Path) -> None:
    with pytest.raises(PlannerError, match="library"):
        saving.check(library)


def saved_over_its_journals(library: Path) -> None:
    for ending in ("-wal", "-shm"):
        with pytest.raises(PlannerError, match="library"):
            saving.check(library.with_name(library.name + ending))


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
@pytest.mark.parametrize(
    "read",
    [
        opened_again,
        opened_with_a_wrong_passphrase,
        looked_into,
        put_back,
        another_put_in_its_place,
        taken_for_an_export,
        key_made,
        taken_for_contacts,
        taken_for_a_picture,
        saved_over,
        saved_over_its_journals,
    ],
)
def test_an_open_library_stays_locked(
    library: Path, read: Callable[[Path], None], key: object
) -> None:
    with Store.open(library, passphrase=key) as store:  # type: ignore[arg-type]
        with store.transaction():
            store.people.add(Person(name="Maya"))
        contents.copy_with_journals(library, library.with_name("before.visavis"))
        assert is_held(library)
        read(library)
        assert is_held(library)
        with store.transaction():
            store.people.add(Person(name="Noor"))
    assert not is_held(library)


def test_another_program_leaves_the_journal_of_a_library_that_was_read(library: Path) -> None:
    """It would else take itself for the last one, and what is saved here later would be lost."""
    with Store.open(library) as store:
        opened_again(library)
        looks = "import sys; sys.path.insert(0, sys.argv[1]); from planner.storage.store import "
        looks += "Store; Store.open(sys.argv[2]).close()"
        root = Path(__file__).resolve().parents[2]
        with store.transaction():
            store.people.add(Person(name="Maya"))
        subprocess.run([sys.executable, "-c", looks, str(root), str(library)], check=True)
        assert library.with_name(library.name + "-wal").exists()


def test_its_locks_are_given_up_with_its_last_connection(library: Path) -> None:
    first = Store.open(library)
    with Store.open(library) as second, bytes_of(library) as file:
        assert file.read(6) == b"SQLite"
        first.close()
        assert is_held(library)
        assert second.people.count() == 0
    assert not is_held(library)


def handles() -> int:
    """How many files this process has open; 0 where the system does not tell."""
    told = Path("/proc/self/fd")
    return len(list(told.iterdir())) if told.is_dir() else 0


def test_reading_it_often_takes_no_more_handles(library: Path) -> None:
    before = handles()
    with Store.open(library):
        for _ in range(50):
            with bytes_of(library) as file:
                assert file.read(6) == b"SQLite"
        assert handles() < before + 10
    assert handles() <= before


def test_threads_that_open_and_read_it_leave_the_locks_of_the_one_that_stays(library: Path) -> None:
    def open_and_read(number: int) -> None:
        for _ in range(10):
            opened_again(library)
            saved_over(library)

    before = handles()
    with Store.open(library):
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(open_and_read, range(4)))
        assert is_held(library)
    assert not is_held(library) and handles() <= before
