"""What this machine lets a test do to the program: full disks, failing calls, no network.

Each fault that the machine cannot make skips its tests with the reason. As root on Linux, with
strace, it can make them all; without root, `unshare -rm` around pytest gives the mounts.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.ui.windows import LONGEST, ROOT, surroundings

NOBODY_WAITS = 120  # seconds after which a run counts as hung, on a machine that does much else
PROGRAM = (sys.executable, "-W", "error", str(ROOT / "main.py"))

needs_posix = pytest.mark.skipif(os.name != "posix", reason="signals, rights and limits of POSIX")


@dataclass(frozen=True)
class Said:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one sentence a refusal is told in, never a stack trace."""
        assert self.code == 1, (self.code, self.out, self.err)
        assert self.err.count("\n") == 1 and "Traceback" not in self.err, self.err
        return self.err

    @property
    def done(self) -> str:
        """What was said of something that was done."""
        assert (self.code, self.err) == (0, ""), (self.code, self.out, self.err)
        return self.out


def run(
    command: Sequence[str | Path],
    home: Path,
    *,
    within: Sequence[str | Path] = (),
    environ: Mapping[str, str] | None = None,
) -> Said:
    """Runs a command as a user whose folders are below `home`, `within` another command."""
    ran = subprocess.run(
        [*map(str, within), *map(str, command)],
        env={**surroundings(home), **(environ or {})},
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=NOBODY_WAITS,
        check=False,
    )
    return Said(ran.returncode, ran.stdout, ran.stderr)


@dataclass(frozen=True)
class Program:
    """The program on one library, each command in a process of its own."""

    library: Path
    home: Path

    def __call__(
        self,
        *arguments: str | Path | int,
        within: Sequence[str | Path] = (),
        environ: Mapping[str, str] | None = None,
    ) -> Said:
        words = ["--library", str(self.library), *map(str, arguments)]
        return run([*PROGRAM, *words], self.home, within=within, environ=environ)


# A disk of a few megabytes.


@dataclass(frozen=True)
class Disk:
    """A file system of its own that can be filled to the last byte."""

    folder: Path

    def fill(self, room: int = 0) -> None:
        """Takes all the room but `room` bytes, in whole pages."""
        self.empty()
        stats = os.statvfs(self.folder)
        with (self.folder / "ballast").open("wb", buffering=0) as file:
            try:
                for _ in range((stats.f_bavail * stats.f_frsize - room) // 4096):
                    file.write(bytes(4096))
                while not room:
                    file.write(bytes(4096))
            except OSError as error:
                assert error.errno == errno.ENOSPC

    def empty(self) -> None:
        """Makes room again."""
        (self.folder / "ballast").unlink(missing_ok=True)

    def holds(self) -> list[str]:
        """The names in it, the ballast left out."""
        return sorted(p.name for p in self.folder.iterdir() if p.name != "ballast")


def mount(*arguments: str | Path) -> str:
    """Mounts; says why it could not, "" when it could."""
    tool = shutil.which("mount")
    if sys.platform != "linux" or tool is None:
        return "mounts of Linux"
    ran = subprocess.run(
        [tool, *map(str, arguments)], capture_output=True, text=True, timeout=LONGEST, check=False
    )
    why = ran.stderr.strip().partition("\n")[0]
    return "" if ran.returncode == 0 else f"nothing can be mounted here: {why}"


def unmount(path: Path) -> None:
    """Takes away what was mounted at `path`, even if somebody still looks at it."""
    subprocess.run(["umount", "--lazy", str(path)], check=True, timeout=LONGEST)


@contextmanager
def a_disk(folder: Path, megabytes: float) -> Iterator[Disk]:
    """A small file system in memory, mounted at `folder`."""
    folder.mkdir()
    size = f"size={int(megabytes * 1024)}k,mode=0700"
    if why := mount("-t", "tmpfs", "-o", size, "tmpfs", folder):
        pytest.skip(why)
    try:
        yield Disk(folder)
    finally:
        unmount(folder)


def make_read_only(folder: Path) -> None:
    """Nobody, root neither, writes on the disk mounted at `folder` any more."""
    if why := mount("-o", "remount,ro", folder):
        pytest.skip(why)


# System calls that fail, and a look at those that are made.


@cache
def _why_no_strace() -> str:
    tool = shutil.which("strace")
    if sys.platform != "linux" or tool is None:
        return "strace is not installed"
    ran = subprocess.run(
        [tool, "-f", "-qq", "-e", "trace=none", "true"],
        capture_output=True, text=True, timeout=LONGEST, check=False,
    )  # fmt: skip
    return "" if ran.returncode == 0 else f"strace cannot look here: {ran.stderr.strip()}"


def strace(log: Path, *options: str | Path) -> list[str]:
    """The words before a command that is to be looked at; what it did is written to `log`."""
    if why := _why_no_strace():
        pytest.skip(why)
    return [
        str(shutil.which("strace")),
        "-f",
        "-qq",
        "-s",
        "200",
        "-o",
        str(log),
        *map(str, options),
    ]


def failing(log: Path, calls: str, error: str, when: str, library: Path) -> list[str]:
    """The words before a command whose calls fail, those on the library and its journals alone."""
    of_it = [part for end in ("", "-wal", "-journal") for part in ("-P", f"{library}{end}")]
    return strace(
        log, *of_it, "-e", f"trace={calls}", "-e", f"inject={calls}:error={error}:when={when}"
    )


def failed(log: Path) -> int:
    """How many calls were made to fail."""
    return log.read_text(encoding="utf-8", errors="replace").count("(INJECTED)")


def without_network() -> list[str]:
    """The words before a command that has no network at all, not even to its own machine."""
    tool = shutil.which("unshare")
    for words in (["-n"], ["-rn"]):
        if tool is None or sys.platform != "linux":
            break
        within = [tool, *words, "--"]
        ran = subprocess.run([*within, "true"], capture_output=True, timeout=LONGEST, check=False)
        if ran.returncode == 0:
            return within
    pytest.skip("no network namespace can be made here")
