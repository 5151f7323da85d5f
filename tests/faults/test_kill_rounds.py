"""Killed again and again while it imports and edits: nothing said to be kept is ever lost.

Twenty rounds; VISAVIS_KILL_ROUNDS=200 makes it two hundred.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.read_contacts import read_contacts
from planner.storage.store import Store
from tests.builders import TODAY
from tests.faults.brings_in_and_edits import batch_file, batch_of

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = int(os.environ.get("VISAVIS_KILL_ROUNDS", "20"))
ROUNDS_A_LIBRARY = 10  # then a new one, so that looking through it stays quick
LONGEST = 0.3  # seconds that a child may live
A_CHANGE = 0.01  # seconds within which a few hundred people are written
PATIENCE = 30.0  # seconds until a child that says nothing is given up

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks and kills as POSIX does")


@dataclass
class Expected:
    """What the library must hold, by what was said to be kept."""

    sizes: dict[int, int] = field(default_factory=dict)  # by batch
    cities: dict[int, str] = field(default_factory=dict)  # of a batch; none is "0"
    notes: set[str] = field(default_factory=set)

    def after(self, what: str) -> Expected:
        """The same once a change happened."""
        then = Expected(dict(self.sizes), dict(self.cities), set(self.notes))
        match what.split():
            case ["bring", batch, size]:
                then.sizes[int(batch)] = int(size)
                then.cities[int(batch)] = "0"
            case ["back", "bring", batch, _]:
                del then.sizes[int(batch)], then.cities[int(batch)]
            case ["note", number]:
                then.notes.add(number)
            case ["back", "note", number]:
                then.notes.remove(number)
            case ["move", batch, city] | ["back", "move", batch, city]:
                then.cities[int(batch)] = city
            case _:
                raise AssertionError(what)
        return then


def found_in(store: Store) -> Expected:
    """What the library holds; fails when a change is there by half."""
    sizes: dict[int, int] = defaultdict(int)
    cities: dict[int, set[str]] = defaultdict(set)
    links = set()
    for person in store.people.all():
        sizes[batch_of(person)] += 1
        cities[batch_of(person)].add(person.city or "0")
        links.add(person.links)
    assert all(len(several) == 1 for several in cities.values()), "moved by half"
    assert len(links) == sum(sizes.values()), "somebody is there twice"
    assert len(store.attendance.all()) == sum(sizes.values()), "met without being there"
    notes = {fact.text.removeprefix("Note ") for fact in store.facts.all()}
    return Expected(dict(sizes), {batch: min(city) for batch, city in cities.items()}, notes)


class Nursery:
    """The process that forks a child a round."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.brings_in_and_edits"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._asked, self._told = self._process.stdin, self._process.stdout.fileno()

    def round(
        self, library: Path, seed: int, seconds: float, begin_with: int = 0, begun: str = "open\n"
    ) -> list[str]:
        """What a child said that was killed so many seconds after it said `begun`."""
        self._asked.write(f"{library} {seed} {begin_with}\n".encode())
        self._asked.flush()
        heard, child, until = b"", 0, time.monotonic() + PATIENCE
        while b"\nend " not in heard or not heard.endswith(b"\n"):
            left = until - time.monotonic()
            if select.select([self._told], [], [], max(0, left))[0]:
                heard += os.read(self._told, 65_536)
            elif child:
                os.kill(child, signal.SIGKILL)
                until = time.monotonic() + PATIENCE
            else:
                raise AssertionError(f"The child never began: {heard!r}")
            if not child and begun.encode() in heard and b"child " in heard:
                child = int(heard.split(b"child ")[1].split()[0])
                until = time.monotonic() + seconds
        lines = heard.decode().splitlines()
        assert lines[-1] == f"end {int(signal.SIGKILL)}", "The child ended before it was killed."
        return [line for line in lines if line.startswith(("try ", "kept "))]

    def end(self) -> None:
        self._asked.close()
        assert self._process.wait(PATIENCE) == 0
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.end()


def import_again(store: Store, batch: int, size: int) -> None:
    """The same file again, as somebody does who is not sure whether it was done."""
    plan = plan_import_of(store, read_contacts([batch_file(store.path.parent, batch, size)]))
    apply_import(store, plan, TODAY)


def test_killed_again_and_again(nursery: Nursery, tmp_path: Path) -> None:
    chance = random.Random(20_261_122)
    kept = halfway = 0
    for number in range(ROUNDS):
        if number % ROUNDS_A_LIBRARY == 0:
            library = tmp_path / str(number) / "library.visavis"
            library.parent.mkdir()
            Store.open(library).close()
            expected = Expected()
        # Every other one in the middle of its first change: by chance alone few are hit there.
        longest, begun = (LONGEST, "open\n") if number % 2 else (A_CHANGE, "\ntry ")
        seconds = chance.uniform(0.0, longest)
        lines = nursery.round(library, chance.randrange(2**32), seconds, begun=begun)
        said_kept = [line.removeprefix("kept ") for line in lines if line.startswith("kept ")]
        for what in said_kept:
            expected = expected.after(what)
        tried = lines[-1].removeprefix("try ") if lines and lines[-1].startswith("try ") else ""
        with Store.open(library) as store:
            found = found_in(store)
            if tried and found != expected:  # done, but killed before it could say so
                expected = expected.after(tried)
            assert found == expected, f"round {number}, in the middle of “{tried}”"
            assert store.check(thorough=True) == ()
            match tried.split():
                case ["bring", again, size]:
                    import_again(store, int(again), int(size))
                    expected.sizes[int(again)] = int(size)
                    expected.cities.setdefault(int(again), "0")
            if expected.sizes:
                batch = chance.choice(sorted(expected.sizes))
                import_again(store, batch, expected.sizes[batch])
            assert found_in(store) == expected, f"round {number}, imported again"
            assert store.search.lagging() == 0
        kept += len(said_kept)
        halfway += bool(tried)
    assert kept and halfway, "Killed before anything could happen."


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_killed_while_20_000_are_brought_in(
    nursery: Nursery, tmp_path: Path, seconds: float
) -> None:
    library = tmp_path / "library.visavis"
    Store.open(library).close()
    lines = nursery.round(library, 1, seconds, 20_000, "try bring 1 20000")
    with Store.open(library) as store:
        assert store.check(thorough=True) == ()
        there = found_in(store).sizes.get(1, 0)
        assert there in (0, 20_000)
        taken_back = "try back bring 1 20000" in lines
        assert there or taken_back or "kept bring 1 20000" not in lines
        import_again(store, 1, 20_000)
        assert found_in(store).sizes[1] == 20_000
        assert store.search.lagging() == 0
