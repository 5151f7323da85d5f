"""Promise 18: a folder or file that cannot be written is said before the user types."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from planner.errors import LibraryError
from planner.storage.store import Store
from tests.faults.machine import Disk, Program, make_read_only, mount, run, unmount
from tests.ui.windows import offscreen, started


@pytest.fixture
def sealed(disk: Disk, sample_library: Path) -> Path:
    """A library on a disk that takes no writing, from root neither."""
    library = disk.folder / "library.visavis"
    shutil.copy(sample_library, library)
    make_read_only(disk.folder)
    return library


def test_a_library_on_a_read_only_disk_is_refused_when_it_is_opened(sealed: Path) -> None:
    with pytest.raises(LibraryError, match="read-only"):
        Store.open(sealed)
    assert [path.name for path in sealed.parent.iterdir()] == [sealed.name]


def test_the_window_says_so_instead_of_opening(sealed: Path, tmp_path: Path) -> None:
    code, out, err = started(offscreen(tmp_path), "--library", sealed)
    assert (code, out) == (1, "")
    assert "read-only" in err and "Traceback" not in err


def test_a_first_start_where_nothing_can_be_made_says_so(disk: Disk, tmp_path: Path) -> None:
    make_read_only(disk.folder)
    for where in (disk.folder / "library.visavis", disk.folder / "new" / "library.visavis"):
        code, _, err = started(offscreen(tmp_path), "--library", where)
        assert code == 1 and str(disk.folder) in err and "Traceback" not in err


def test_one_file_that_is_read_only_is_said(sampled: Path, tmp_path: Path) -> None:
    """A mount over the file alone: the folder can be written."""
    if why := mount("--bind", sampled, sampled):
        pytest.skip(why)
    try:
        if why := mount("-o", "remount,bind,ro", sampled):
            pytest.skip(why)
        code, _, err = started(offscreen(tmp_path), "--library", sampled)
        assert code == 1 and "read-only" in err
    finally:
        unmount(sampled)


def test_terminal_commands_that_write_say_so(sealed: Path, program: Program, cards: Path) -> None:
    on_disk = Program(sealed, program.home)
    assert "read-only" in on_disk("import", cards).sentence
    assert "read-only" in on_disk("sample").sentence


def test_settings_that_cannot_be_written_are_no_reason_not_to_run(
    disk: Disk, sampled: Path, tmp_path: Path
) -> None:
    make_read_only(disk.folder)
    said = run(
        [sys.executable, "-m", "tests.faults.brief_window", "--library", sampled],
        tmp_path,
        environ={"XDG_CONFIG_HOME": str(disk.folder), "XDG_STATE_HOME": str(disk.folder)},
    )
    assert (said.code, said.err, said.out) == (0, "", "seen\n")
