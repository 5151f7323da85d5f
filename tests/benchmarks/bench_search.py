"""A keystroke in the search over everything: the search alone, and until it is painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.journeys.search_library import search_library
from planner.storage.store import Store
from tests.clocks import StandingClock
from ui.dialogs.search import SearchDialog
from ui.session import Session

BUDGET = 16.0  # milliseconds
TYPED = ("m", "ma", "may", "maya", "maya o", "florist leeds", "breakfast", "zzz")
# Letter by letter, as somebody types.
LETTERS = ("maya okafor 7", "florist", "o", "zzz")


@pytest.mark.parametrize("text", TYPED)
def test_search(benchmark: Any, large_store: Store, figure: Callable[..., None], text: str) -> None:
    benchmark.pedantic(search_library, args=(large_store, text), rounds=15, warmup_rounds=2)
    figure(f"search over everything for “{text}”", 1000 * benchmark.stats["max"], "ms", BUDGET)


@pytest.fixture
def session(qapp: QApplication, large_store: Store) -> Session:
    return Session(large_store, StandingClock())


def keystrokes(part: QWidget, name: str) -> Iterator[float]:
    """Milliseconds until each letter typed is answered and painted."""
    field = part.findChild(QLineEdit, name)
    assert field is not None
    for text in LETTERS:
        for end in range(1, len(text) + 1):
            begun = time.perf_counter()
            field.setText(text[:end])
            QApplication.processEvents()
            yield 1000 * (time.perf_counter() - begun)


def test_typing_in_the_search(session: Session, qtbot: QtBot, figure: Callable[..., None]) -> None:
    dialog = SearchDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(100)
    took = sorted(keystrokes(dialog, "search-field"))
    figure("a letter in the search over everything, the longest", took[-1], "ms", BUDGET)
    figure("  half of them take less than", took[len(took) // 2], "ms", BUDGET)
