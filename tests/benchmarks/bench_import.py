"""Bringing 10,000 LinkedIn connections in, against the least that keeping them could take.

The least: the csv module reads the rows and one executemany writes them into one plain table.
Ours tells who is who, makes it undoable, searchable and safe, in less than five times as long.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.domain.changes import Change
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.read_contacts import read_contacts
from planner.storage.store import Store
from tests.builders import TODAY
from tests.connections import linkedin_file

TIMES = 5.0  # as long as the least
ROUNDS = 7  # the best of each counts: it is the work, not what else the machine did
ROWS = 10_000
UNDO = 1000.0  # milliseconds
OTHERS = 1000.0  # milliseconds; everybody new is held against everybody known, for doubtful pairs


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return linkedin_file(tmp_path / "Connections.csv", ROWS)


@pytest.fixture(autouse=True)
def little_to_collect() -> Iterator[None]:
    gc.collect()
    gc.freeze()  # as main.py does: pytest's own objects are not the program's
    yield
    gc.unfreeze()


def took(act: Callable[..., object], *what: Any) -> float:
    """Seconds."""
    begun = time.perf_counter()
    act(*what)
    return time.perf_counter() - begun


def bring_in(store: Store, file: Path) -> Change:
    return apply_import(store, plan_import_of(store, read_contacts([file])), TODAY)


def test_into_an_empty_library(file: Path, tmp_path: Path, figure: Callable[..., None]) -> None:
    """In a process of its own: what other figures leave of the heap makes it a fifth slower."""
    script = Path(__file__).with_name("first_import.py")
    told = subprocess.run(
        [sys.executable, str(script), str(file), str(tmp_path), str(ROUNDS)],
        check=True,
        stdout=subprocess.PIPE,
    )
    times = json.loads(told.stdout)
    assert len(times) == ROUNDS
    least, ours, again = map(min, zip(*times, strict=True))
    figure("reading and keeping 10,000 rows, no more", 1000 * least, "ms", 1000)
    figure("10,000 LinkedIn rows brought in, times that", ours / least, "times", TIMES)
    figure("the same file again, times that", again / least, "times", TIMES)


def test_step_by_step(file: Path, tmp_path: Path, figure: Callable[..., None]) -> None:
    plan_import_of(None, read_contacts([file]))  # all that is imported for it is imported here
    with Store.open(tmp_path / "steps.visavis") as store:
        figure("  reading them", 1000 * took(read_contacts, [file]), "ms", 1000)
        readings = read_contacts([file])
        figure("  planning", 1000 * took(plan_import_of, store, readings), "ms", 1000)
        plan = plan_import_of(store, readings)
        made: list[Change] = []
        apply = took(lambda: made.append(apply_import(store, plan, TODAY)))
        figure("  applying", 1000 * apply, "ms", 1000)
        figure("undoing that", 1000 * took(store.revert, made[0]), "ms", UNDO)
        assert store.people.count() == 0
        figure("doing it again", 1000 * took(store.reapply, made[0]), "ms", UNDO)
        moved = [replace(person, city="Leeds") for person in store.people.all()]

        def move() -> None:
            with store.transaction() as work:
                store.people.update_many(moved)
            made.append(work.change)

        figure("10,000 people altered", 1000 * took(move), "ms", UNDO)
        figure("undoing that", 1000 * took(store.revert, made[1]), "ms", UNDO)


def test_into_a_library_of_others(
    file: Path, large_store: Store, figure: Callable[..., None]
) -> None:
    def act() -> None:
        changes.append(bring_in(large_store, file))

    changes: list[Change] = []
    times = []
    for _ in range(3):
        times.append(took(act))
        large_store.revert(changes[-1])  # the library is everybody's
    figure("into a library of 10,000 others", 1000 * statistics.median(times), "ms", OTHERS)
