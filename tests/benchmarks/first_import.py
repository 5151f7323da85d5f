"""Brings a file into new libraries; prints the seconds of each round: the least, ours, ours again.

Arguments: the file, a folder for the libraries, how many rounds.
"""

from __future__ import annotations

import csv
import gc
import io
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.read_contacts import read_contacts
from planner.storage.database import PRAGMAS
from planner.storage.store import Store
from tests.builders import TODAY


def took(act: Callable[..., object], *what: object) -> float:
    """Seconds."""
    begun = time.perf_counter()
    act(*what)
    return time.perf_counter() - begun


@contextmanager
def plain_library(path: Path) -> Iterator[sqlite3.Connection]:
    """A database that takes the same care for the disk as the library does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for name, value in PRAGMAS.items():
            database.execute(f"PRAGMA {name} = {value}")
        yield database


def the_least(database: sqlite3.Connection, file: Path) -> None:
    """Reads the rows and keeps them, no more."""
    rows = csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8")))
    columns = rows.fieldnames or ()
    database.execute("BEGIN IMMEDIATE")
    texts = ", ".join(f'"{name}" TEXT' for name in columns)
    database.execute(f"CREATE TABLE connection ({texts})")
    database.executemany(
        f"INSERT INTO connection VALUES ({', '.join('?' * len(columns))})",
        (tuple(row.values()) for row in rows),
    )
    database.execute("COMMIT")


def bring_in(store: Store, file: Path) -> None:
    apply_import(store, plan_import_of(store, read_contacts([file])), TODAY)


def one_round(file: Path, folder: Path, number: int) -> tuple[float, float, float]:
    with (
        plain_library(folder / f"least-{number}.db") as database,
        Store.open(folder / f"empty-{number}.visavis") as store,
    ):
        least = took(the_least, database, file)
        ours = took(bring_in, store, file)
        people = store.people.count()
        again = took(bring_in, store, file)
        assert 0 < people == store.people.count(), "the same file again brought somebody in"
    return least, ours, again


gc.collect()
gc.freeze()  # as main.py does
file, folder, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
print(json.dumps([one_round(file, folder, number) for number in range(rounds)]))
