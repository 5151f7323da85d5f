"""Starts `python main.py` as a user does, each window in a process of its own, drawn nowhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 30  # seconds a start may take on a busy machine


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Variables of a user whose folders are all below `home`, without a screen."""
    return {
        "PATH": "",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": ":".join(part for part in sys.path if part),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "TMPDIR": str(home),
        **more,
    }


def offscreen(home: Path) -> dict[str, str]:
    return surroundings(home, QT_QPA_PLATFORM="offscreen")


def start(environ: Mapping[str, str], *arguments: str | Path) -> subprocess.Popen[str]:
    """A start under way."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", str(ROOT / "main.py"), *map(str, arguments)],
        env=dict(environ),
        cwd=environ["HOME"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def started(environ: Mapping[str, str], *arguments: str | Path) -> tuple[int, str, str]:
    """A start that ends by itself: its exit code, and what it said on either stream."""
    with start(environ, *arguments) as process:
        try:
            out, err = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        return process.returncode, out, err
