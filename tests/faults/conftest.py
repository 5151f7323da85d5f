"""What the fault tests share: a small disk, and the program on a library of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.journeys.load_sample import load_sample
from planner.storage.store import Store
from tests.clocks import NOW
from tests.faults.machine import Disk, Program, a_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of three megabytes."""
    with a_disk(tmp_path / "disk", 3) as made:
        yield made


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample network, past the first start; tests work on copies of it."""
    path = tmp_path_factory.mktemp("sample") / "library.visavis"
    with Store.open(path) as store:
        load_sample(store, NOW.date(), NOW)
        with store.transaction():
            store.me.put(replace(store.me.get(), name="Sam Doyle", ready=True))
    return path


@pytest.fixture
def sampled(library: Path, sample_library: Path) -> Path:
    """A library with the sample network."""
    shutil.copy(sample_library, library)
    return library


@pytest.fixture
def program(library: Path, tmp_path: Path) -> Program:
    """The program in processes of its own, on the library the test names."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return Program(library, home)


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """A contact file with one person."""
    path = tmp_path / "zoe.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Newcomer\nEMAIL:zoe@new.example\nEND:VCARD\n",
        encoding="utf-8",
    )
    return path
