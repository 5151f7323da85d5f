"""First usable Today against an empty window, whole processes in turn, in one run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS = 9
BUDGET = 2.0  # times the empty window


def seconds(*command: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, cwd=HERE.parent.parent)
    return time.perf_counter() - begun


def test_first_usable_today(large_library: Path, figure: Callable[..., None]) -> None:
    empty = (str(HERE / "empty_window.py"),)
    today = (str(HERE / "first_today.py"), str(large_library))
    seconds(*empty)
    seconds(*today)
    pairs = [(seconds(*today), seconds(*empty)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    figure("first usable Today / empty window with peewee", ratio, "times", BUDGET)
    figure("  the program's whole process", 1000 * min(o for o, _ in pairs), "ms", float("inf"))
    figure("  the empty window's", 1000 * min(t for _, t in pairs), "ms", float("inf"))
