"""A library that is written anew while others write, the program is killed, or the disk is full."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from planner.errors import LibraryBusy
from planner.storage.rekeying import rewrite
from planner.storage.store import Store
from tests.storage.everything import ONE, OTHER, everything

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")
KILLS = 30


WAITS = """
import sys
sys.path.insert(0, sys.argv[1])
from planner.domain.people import Person
from planner.errors import LibraryError
from planner.storage.store import Store
said = 0
while True:
    try:
        with Store.open(sys.argv[2]) as store, store.transaction():
            store.people.add(Person(name="kept"))
        said += 1
    except LibraryError:
        pass
    print(said, flush=True)
"""


@POSIX
def test_who_writes_at_the_same_time_loses_nothing_that_was_said_to_be_saved(
    network: Path,
) -> None:
    """Another program adds and closes all the time; what it saved is in the encrypted library."""
    with subprocess.Popen(
        [sys.executable, "-c", WAITS, str(ROOT), str(network)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        first = other.stdout.readline()
        for _ in range(20):
            try:
                rewrite(network, None, ONE)
                break
            except LibraryBusy:
                continue
        other.send_signal(signal.SIGKILL)
        said = int((first + other.stdout.read()).split()[-1])
    with Store.open(network, passphrase=ONE) as store:
        kept = sum(person.name == "kept" for person in store.people.all())
        assert store.check(thorough=True) == ()
    assert said <= kept <= said + 1


REWRITES = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from planner.storage.cipher import Key
from planner.storage.rekeying import rewrite
one = Key(bytes(range(32)), bytes(range(100, 116)))
other = Key(bytes(range(50, 82)), bytes(range(200, 216)))
path = Path(sys.argv[2])
keys = [None, one, other]
at = int(sys.argv[3])
print("ready", flush=True)
while True:
    rewrite(path, keys[at], keys[(at + 1) % 3])
    at = (at + 1) % 3
    print(at, flush=True)
"""


@POSIX
def test_killed_at_any_moment_it_is_whole_under_one_key_or_the_other(network: Path) -> None:
    """Rounds of `kill -9` while it is rewritten in a circle, after a longer and longer time."""
    before = everything(network, None)
    keys = (None, ONE, OTHER)
    at = turned = 0
    for kill in count():
        with subprocess.Popen(
            [sys.executable, "-c", REWRITES, str(ROOT), str(network), str(at)],
            stdout=subprocess.PIPE, text=True,
        ) as writer:  # fmt: skip
            assert writer.stdout is not None
            writer.stdout.readline()
            try:
                writer.wait(0.005 * (kill + 1))
            except subprocess.TimeoutExpired:
                writer.send_signal(signal.SIGKILL)
            writer.wait()
            assert writer.returncode == -signal.SIGKILL
            done = [int(line) for line in writer.stdout.read().split()]
            told, turned = [at, *done][-1], turned + len(done)
        plain = network.read_bytes().startswith(b"SQLite format 3\0")
        at = 0 if plain else 1 if network.read_bytes()[:16] == ONE.salt else 2
        assert at in (told, (told + 1) % 3)  # what it said was done is done
        assert everything(network, keys[at]) == before
        with Store.open(network, passphrase=keys[at]) as store:
            assert store.check(thorough=True) == ()
        if kill >= KILLS and turned >= 3:
            break
    rewrite(network, keys[at], ONE if at != 1 else OTHER)
    assert [path.name for path in network.parent.iterdir()] == [network.name]


def test_a_plain_copy_that_a_kill_left_goes_when_the_library_is_opened(network: Path) -> None:
    rewrite(network, None, ONE)
    left = [network.with_name(f"{network.name}.a1b2c3.rekeyed{end}") for end in ("", "-journal")]
    for path in left:
        path.write_bytes(b"SQLite format 3\0")
    other = network.with_name(f"{network.name}.a1b2c3.new")
    other.touch()
    Store.open(network, passphrase=ONE).close()
    assert not any(path.exists() for path in left) and other.exists()


FILLS = """
import resource, signal, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from planner.errors import LibraryError
from planner.storage.cipher import Key
from planner.storage.rekeying import rewrite
one = Key(bytes(range(32)), bytes(range(100, 116)))
path = Path(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
usual = resource.getrlimit(resource.RLIMIT_FSIZE)
for most in (4096, 100_000, path.stat().st_size - 4096):
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, usual[1]))
    try:
        rewrite(path, None, one)
        print("done")
    except LibraryError as error:
        print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, usual)
rewrite(path, None, one)
print("done at last")
"""


@POSIX
def test_what_does_not_fit_leaves_the_old_one(network: Path) -> None:
    before = everything(network, None)
    told = subprocess.run(
        [sys.executable, "-c", FILLS, str(ROOT), str(network)],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert len(told) == 4 and told[3] == "done at last"
    assert not any(line.startswith("done") for line in told[:3])
    assert everything(network, ONE) == before
    assert [path.name for path in network.parent.iterdir()] == [network.name]
