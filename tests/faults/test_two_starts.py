"""Promise 16: a second start finds the first window; what a killed one leaves never blocks.

Handing over files is held by tests/ui/test_single_instance.py.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.faults.machine import needs_posix
from tests.ui.windows import LONGEST, offscreen, start, started
from ui.single_instance import SingleInstance

pytestmark = needs_posix


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return offscreen(tmp_path)


def until_named(lock: Path, process: int) -> None:
    """Until the lock is this window's."""
    until = time.monotonic() + LONGEST
    while not (lock.exists() and lock.read_text().startswith(f"{process}\n")):
        assert time.monotonic() < until, "the window never took its lock"
        time.sleep(0.01)  # between two looks; what is waited for is the lock's own word


@pytest.fixture(params=["sleep", "python"])
def somebody_else(request: pytest.FixtureRequest) -> Iterator[int]:
    """A process that has nothing to do with the library."""
    command = ["sleep", "60"]
    if request.param == "python":
        command = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        yield process.pid
        process.kill()


def test_a_number_that_is_another_programs_by_now_does_not_block(
    environ: dict[str, str], sampled: Path, somebody_else: int, qapp: QApplication
) -> None:
    """The window is killed, and the system gives its number to somebody else."""
    lock = Path(f"{sampled}.lock")
    with start(environ, "--library", sampled) as window:
        until_named(lock, window.pid)
        window.send_signal(signal.SIGKILL)
        window.communicate(timeout=LONGEST)
    left = lock.read_text().split("\n")
    lock.write_text("\n".join([str(somebody_else), *left[1:]]))
    instance = SingleInstance(sampled)
    assert instance.is_first()
    instance.close()


def test_a_window_that_hangs_is_said_and_its_library_left_alone(
    environ: dict[str, str], sampled: Path
) -> None:
    """Stopped rather than killed: it still has the library."""
    lock = Path(f"{sampled}.lock")
    with start(environ, "--library", sampled) as window:
        try:
            until_named(lock, window.pid)
            os.kill(window.pid, signal.SIGSTOP)
            code, out, err = started(environ, "--library", sampled)
        finally:
            os.kill(window.pid, signal.SIGKILL)
            window.communicate(timeout=LONGEST)
    assert (code, out) == (1, "")
    assert "does not answer" in err and "Traceback" not in err
