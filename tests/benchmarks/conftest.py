"""A library of 10,000 people, made once, and the table of ratios printed at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.calendar.zone_data import use_shipped_zones
from planner.storage.store import Store
from tests.builders import many_people

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
use_shipped_zones()

_figures: list[tuple[str, float, str, float]] = []


@pytest.fixture(scope="session")
def large_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten thousand people with two years of history, past the first start."""
    path = tmp_path_factory.mktemp("library") / "large.visavis"
    with Store.open(path) as store:
        many_people(store)
        with store.transaction():
            from dataclasses import replace

            store.me.put(
                replace(
                    store.me.get(),
                    ready=True,
                    name="Sam",
                    zone="Europe/London",
                    wanted=("architect", "Leeds"),
                )
            )
    return path


@pytest.fixture
def large_store(large_library: Path) -> Iterator[Store]:
    with Store.open(large_library) as store:
        yield store


@pytest.fixture
def figure() -> object:
    """Notes a figure for the table: what, value, unit, budget."""

    def note(what: str, value: float, unit: str, budget: float) -> None:
        _figures.append((what, value, unit, budget))

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not _figures:
        return
    terminalreporter.section("figures at 10,000 people")
    for what, value, unit, budget in _figures:
        kept = "kept" if value <= budget else "MISSED"
        terminalreporter.write_line(
            f"{what:<58} {value:8.2f} {unit:<6} budget {budget:g} {unit:<6} {kept}"
        )
