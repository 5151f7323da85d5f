"""Plain to encrypted, back, and under another passphrase: nothing lost, whenever it is killed."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryBusy, LibraryError
from planner.storage.cipher import Key
from planner.storage.rekeying import rewrite
from planner.storage.store import Store
from tests.storage.everything import ONE, OTHER, everything

dbapi2 = pytest.importorskip("sqlcipher3.dbapi2", reason="no wheel for this platform")

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("keys", [(None, ONE, None), (None, ONE, OTHER, None), (None, OTHER, ONE)])
def test_every_table_is_the_same_afterwards(network: Path, keys: tuple[Key | None, ...]) -> None:
    before = everything(network, None)
    assert len(before["photo"]) == 26 and len(before["documents_data"]) > 2
    for old, new in pairwise(keys):
        rewrite(network, old, new)
        assert everything(network, new) == before
        assert [path.name for path in network.parent.iterdir()] == [network.name]
        with Store.open(network, passphrase=new) as store:
            assert store.encrypted == (new is not None)
            assert store.check(thorough=True) == ()
            assert store.search.find("zoe") != []


def test_what_was_plain_is_not_in_the_encrypted_file(network: Path) -> None:
    assert b"Zo\xc3\xab" in network.read_bytes()
    rewrite(network, None, ONE)
    content = network.read_bytes()
    assert b"Zo\xc3\xab" not in content and not content.startswith(b"SQLite")
    rewrite(network, ONE, None)
    assert b"Zo\xc3\xab" in network.read_bytes()


def test_a_journal_that_waits_is_taken_along(network: Path, tmp_path: Path) -> None:
    """As a kill leaves it: the last change is in the journal alone."""
    crashed = tmp_path / "crashed" / "library.visavis"
    crashed.parent.mkdir()
    with Store.open(network) as store:
        with store.transaction():
            store.people.add(Person(name="The last one"))
        for ending in ("", "-wal"):
            copy = crashed.with_name(crashed.name + ending)
            copy.write_bytes(network.with_name(network.name + ending).read_bytes())
    rewrite(crashed, None, ONE)
    assert [path.name for path in crashed.parent.iterdir()] == [crashed.name]
    with Store.open(crashed, passphrase=ONE) as store:
        assert [hit.person_name for hit in store.search.find("last one")] == ["The last one"]


@pytest.mark.parametrize("key", [None, ONE], ids=["plain", "encrypted"])
def test_a_library_that_is_open_elsewhere_is_left_alone(
    library: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.storage.database.PATIENCE", 0.2)
    new = OTHER if key is None else None
    with Store.open(library, passphrase=key) as store:
        with pytest.raises(LibraryBusy, match="Close the other program"):
            rewrite(library, key, new)
        with store.transaction():
            store.people.add(Person(name="Maya"))
    with Store.open(library, passphrase=key) as store:
        assert store.people.count() == 1
    rewrite(library, key, new)


HOLDS = """
import sys
sys.path.insert(0, sys.argv[1])
from planner.storage.store import Store
with Store.open(sys.argv[2]) as store:
    print("open", flush=True)
    sys.stdin.read()
"""


def test_another_program_that_has_it_open_is_waited_for_and_named(
    network: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.storage.database.PATIENCE", 0.2)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(ROOT), str(network)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(LibraryBusy, match="Close the other program"):
            rewrite(network, None, ONE)
        other.communicate("")
    rewrite(network, None, ONE)


def test_a_wrong_key_changes_nothing(network: Path) -> None:
    rewrite(network, None, ONE)
    before = network.read_bytes()
    with pytest.raises(LibraryError):
        rewrite(network, OTHER, None)
    assert network.read_bytes() == before
    assert [path.name for path in network.parent.iterdir()] == [network.name]


def test_a_damaged_library_is_not_written_anew(network: Path) -> None:
    content = bytearray(network.read_bytes())
    for at in range(4096 * 30, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    network.write_bytes(content)
    with pytest.raises(LibraryError):
        rewrite(network, None, ONE)
    assert network.read_bytes()[:16] == b"SQLite format 3\0"
    assert [path.name for path in network.parent.iterdir()] == [network.name]


def test_a_link_to_the_library_stays_one(network: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.visavis"
    link.symlink_to(network)
    rewrite(link, None, ONE)
    assert link.is_symlink()
    with Store.open(link, passphrase=ONE) as store:
        assert store.encrypted


def test_another_name_of_the_plain_file_keeps_it(network: Path, tmp_path: Path) -> None:
    """A copy somebody made by a hard link is theirs, and is not wiped."""
    other = tmp_path / "mine.visavis"
    other.hardlink_to(network)
    before = everything(network, None)
    rewrite(network, None, ONE)
    assert everything(other, None) == before
