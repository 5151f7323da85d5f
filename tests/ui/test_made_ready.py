"""What is opened next is ready before it is wanted."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.journeys.question_library import ours
from ui.made_ready import PARTS, MadeReady
from ui.page_stack import PAGES


def test_all_of_it_is_ready_in_the_end(qtbot: QtBot) -> None:
    window = QObject()
    ready = MadeReady(window)
    ours.cache_clear()
    ready.begin()
    assert not ready.over
    qtbot.waitUntil(lambda: ready.over and ours.cache_info().currsize == 1)
    assert set(PARTS) <= sys.modules.keys()


def test_it_ends_with_its_window(qtbot: QtBot) -> None:
    window = QObject()
    ready = MadeReady(window)
    ready.begin()
    with qtbot.waitSignal(ready.destroyed):
        window.deleteLater()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_exists(part: str) -> None:
    assert find_spec(part)


def test_the_pages_of_a_1_2_1_are_among_it() -> None:
    named = {module for module, _ in PAGES.values()}
    assert {"ui.pages.prepare", "ui.pages.conversation", "ui.pages.debrief"} <= named & {*PARTS}


def test_nothing_of_it_is_there_before_the_window_stands() -> None:
    wanted = "import sys, ui.sitting, ui.main_window; print('ui.made_ready' in sys.modules)"
    command = [sys.executable, "-c", wanted]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False\n"
