"""Promise 19: whatever the umask, only the user can read what the program makes."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.machine import PROGRAM, Said, needs_posix, run

pytestmark = needs_posix


def open_to_others(folder: Path) -> dict[str, str]:
    """Every file and folder below that somebody else has any right to, and which."""
    return {
        str(path.relative_to(folder)): stat.filemode(path.lstat().st_mode)
        for path in folder.rglob("*")
        if not path.is_symlink() and path.lstat().st_mode & 0o077
    }


def made(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*")}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """An empty home of a user whose umask keeps nothing from anybody; the usual 022 less still."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    usual = os.umask(0o000)
    yield home
    os.umask(usual)


def test_the_window_makes_nothing_for_others(home: Path) -> None:
    """A first start: library, lock, settings and log, each in the platform's folder."""
    said = run([sys.executable, "-m", "tests.faults.brief_window"], home)
    assert (said.code, said.err) == (0, "")
    assert {"library.visavis", "visavis.log"} <= made(home)
    assert any("config" in str(path) for path in home.rglob("*.ini")) or any(
        (home / "config").rglob("*.conf")
    )
    assert open_to_others(home) == {}


def test_what_commands_make_is_not_for_others(home: Path, cards: Path) -> None:
    def typed(*arguments: str | Path) -> Said:
        return run([*PROGRAM, *map(str, arguments)], home)

    assert typed("import", cards).done
    for command in (
        ("sheet", "1", "--out", "sheet.pdf"),
        ("plan", "1", "--at", "2030-12-03T14:00", "--out", "plan.ics"),
        ("export-calendar", "all.ics"),
        ("backup", "backup.visavis"),
        ("export", "people.vcf"),
        ("export", "people.csv"),
        ("export", "library.json"),
    ):
        assert typed(*command).done
    assert {"all.ics", "sheet.pdf", "library.visavis", "people.csv"} <= made(home)
    assert open_to_others(home) == {}
