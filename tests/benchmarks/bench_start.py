"""First usable Today against an empty window, whole processes in turn, in one run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copy

HERE = Path(__file__).parent
ROUNDS = 9
BUDGET = 2.0  # times the empty window

# As users have it: Python keeps what it compiled. Without, each start would compile everything.
SURROUNDINGS = dict(os.environ)
SURROUNDINGS.pop("PYTHONDONTWRITEBYTECODE", None)


def seconds(*command: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, cwd=HERE.parent.parent, env=SURROUNDINGS)
    return time.perf_counter() - begun


def test_first_usable_today(
    large_library: Path, tmp_path: Path, figure: Callable[..., None]
) -> None:
    """After a change everybody is ranked anew; on an unchanged library the list is remembered."""
    known = tmp_path / "known.visavis"
    copy(large_library, known)
    empty = (str(HERE / "empty_window.py"),)
    changed = (str(HERE / "first_today.py"), str(large_library))
    unchanged = (str(HERE / "first_today.py"), str(known))
    seconds(*unchanged, "remember")
    seconds(*changed)
    seconds(*empty)
    rounds = [(seconds(*changed), seconds(*unchanged), seconds(*empty)) for _ in range(ROUNDS)]
    for name, at in (("after a change", 0), ("unchanged", 1)):
        ratio = statistics.median(each[at] / each[2] for each in rounds)
        figure(f"first usable Today / empty window, {name}", ratio, "times", BUDGET)
    for name, at in (("after a change", 0), ("unchanged", 1), ("the empty window", 2)):
        took = 1000 * statistics.median(each[at] for each in rounds)
        figure(f"  whole process, {name}", took, "ms", float("inf"))
