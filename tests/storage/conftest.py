"""Most of what storage does is tried on an encrypted library too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.domain.photos import Photo
from planner.journeys.load_sample import load_sample
from planner.storage.cipher import KEY_BYTES, SALT_BYTES, Key
from planner.storage.store import Store

# Those that look at nothing but the store: the others open files of their own.
ENCRYPTED_TOO = frozenset(
    {
        "test_changed_elsewhere",
        "test_few_at_once",
        "test_finding",
        "test_history",
        "test_memory",
        "test_records",
        "test_search",
        "test_transactions",
        "test_undo",
    }
)
# A key outright: to make one of a passphrase takes a tenth of a second, each time.
KEY = Key(bytes(range(KEY_BYTES)), bytes(range(100, 100 + SALT_BYTES)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    module = metafunc.module.__name__.rpartition(".")[2]
    if "store" in metafunc.fixturenames and module in ENCRYPTED_TOO and find_spec("sqlcipher3"):
        metafunc.parametrize("store", ["plain", "encrypted"], indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest, library: Path) -> Iterator[Store]:
    """An open store on a fresh file, built by the real migrations."""
    key = KEY if getattr(request, "param", "plain") == "encrypted" else None
    with Store.open(library, passphrase=key) as opened:
        yield opened


@pytest.fixture
def network(library: Path) -> Path:
    """A plain library with a bit of everything, ids that were removed, and pictures."""
    with Store.open(library) as store:
        load_sample(store, date(2026, 11, 22), datetime(2026, 11, 22, 9, 30))
        with store.transaction():
            many = store.people.add_many(Person(name=f"Zoë {n} \0") for n in range(500))
            store.photos.add_many(
                Photo(person=each.id, data=os.urandom(30_000)) for each in many[:40]
            )
            for each in many[::3]:
                store.people.remove(each.id)
    return library
