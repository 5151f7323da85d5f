"""Drives the program as somebody at a terminal does, in this process or in one of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from main import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Terminal:
    """Types commands against one library, in this process."""

    library: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path | int) -> Answer:
        self.capture.readouterr()
        code = main(["--library", str(self.library), *map(str, arguments)])
        said = self.capture.readouterr()
        return Answer(code, said.out, said.err)

    def json(self, *arguments: str | Path | int) -> Any:
        """The document a command prints; it must have done what it was for."""
        answer = self("--json", *arguments)
        assert (answer.code, answer.err) == (0, "")
        return answer.json


def typed(
    *arguments: str | Path, stdout: Any = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    """Runs `python main.py ...` without a display, warnings as errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "main.py"), *map(str, arguments)],
        env={"PATH": "", "LANG": "C", "PYTHONPATH": ":".join(p for p in sys.path if p)},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
