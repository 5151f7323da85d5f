"""`python main.py ...` in a process of its own: exit codes, streams, no display, no Qt warnings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.terminals import ROOT, typed


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sampled") / "library.visavis"
    ran = typed("--library", path, "sample")
    assert (ran.returncode, ran.stderr) == (0, "")
    return path


def test_done_is_0_in_utf_8_whatever_the_locale(sampled: Path) -> None:
    ran = typed("--library", sampled, "--json", "people")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert any("Ł" in person["name"] for person in json.loads(ran.stdout))
    assert "Ł" in ran.stdout


def test_a_sheet_needs_no_display(sampled: Path, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    ran = typed("--library", sampled, "sheet", "1", "--out", out)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


def test_refused_is_1_with_one_sentence(sampled: Path) -> None:
    ran = typed("--library", sampled, "sheet", "Nobody At All", "--out", "x.pdf")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("\n") == 1 and "Nobody At All" in ran.stderr


def test_wrong_usage_is_2(sampled: Path) -> None:
    ran = typed("--library", sampled, "frobnicate")
    assert (ran.returncode, ran.stdout) == (2, "")


def test_a_reader_that_went_away_is_no_complaint(sampled: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = typed("--library", sampled, "--json", "people", stdout=writing)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_an_answer_that_cannot_be_written_says_that_all_is_done(
    sampled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "copy.visavis"
    with Path("/dev/full").open("wb") as full:
        ran = typed("--library", sampled, "backup", out, stdout=full)
    assert ran.returncode == 1 and out.exists()
    assert ran.stderr == (
        "The command was carried out, but the answer could not be written: "
        "No space left on device.\n"
    )


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_ctrl_c_is_130_and_silent(sampled: Path, tmp_path: Path) -> None:
    """Interrupted where it waits for another program that writes to the library."""
    code = (
        "import signal, sys, threading, _thread\n"
        "from pathlib import Path\n"
        "from ui.terminal import run\n"
        "def interrupted(path):\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    raise AssertionError('not interrupted')\n"
        "sys.exit(run(['people'], interrupted))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60,
        env={"PYTHONPATH": ":".join([str(ROOT), *(p for p in sys.path if p)])}, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")
