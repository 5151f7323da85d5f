"""One window a library: later starts hand over to it, and a killed one never blocks."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import LONGEST, offscreen, start, started
from ui.single_instance import SingleInstance

WAIT = LONGEST * 1000  # milliseconds


@pytest.fixture
def first(qapp: QApplication, library: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(library)
    assert made.is_first()
    made.listen()
    yield made
    made.close()


@pytest.fixture
def environ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A home whose starts find each other, and this process too."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return offscreen(tmp_path)


def test_nobody_else_is_first_meanwhile(first: SingleInstance, library: Path) -> None:
    assert not SingleInstance(library).is_first()


def test_another_library_has_its_own_window(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "another.visavis")
    assert other.is_first()
    other.close()


def test_the_same_library_by_another_name_is_the_same(first: SingleInstance, library: Path) -> None:
    link = library.with_name("link.visavis")
    link.symlink_to(library)
    assert not SingleInstance(link).is_first()
    assert not SingleInstance(library.parent / "x" / ".." / library.name).is_first()


def test_after_the_first_has_closed_the_next_is_first(library: Path, qapp: QApplication) -> None:
    for _ in range(2):
        instance = SingleInstance(library)
        assert instance.is_first()
        instance.listen()
        instance.close()


def test_a_second_start_hands_its_files_over_and_ends_with_0(
    environ: dict[str, str], library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first = SingleInstance(library)  # after the environment names where sockets lie
    assert first.is_first()
    first.listen()
    (tmp_path / "phone.vcf").write_text("BEGIN:VCARD\nEND:VCARD\n")
    with start(environ, f"--library={library}", "phone.vcf") as second:
        with qtbot.waitSignal(first.files_handed_over, timeout=WAIT) as handed:
            pass
        assert handed.args == [[str(tmp_path / "phone.vcf")]]
        assert second.communicate(timeout=LONGEST) == ("", "")
        assert second.returncode == 0
    first.close()


def test_two_real_starts_and_one_killed(environ: dict[str, str], library: Path) -> None:
    """The lock and the socket of a killed window are no obstacle to the next."""
    lock = library.with_name(library.name + ".lock")
    for _ in range(2):
        with start(environ, "--library", library) as window:
            try:
                _wait_until_named(lock, window.pid)
                assert started(environ, "--library", library) == (0, "", "")
                assert window.poll() is None
            finally:
                window.send_signal(signal.SIGKILL)
                window.communicate(timeout=LONGEST)
        assert lock.exists()


def _wait_until_named(lock: Path, process: int) -> None:
    """Until the lock is this window's: another start before that would itself be the first."""
    until = time.monotonic() + LONGEST
    while not (lock.exists() and lock.read_text().startswith(f"{process}\n")):
        assert time.monotonic() < until, "the window never took its lock"
        time.sleep(0.01)  # between two looks; what is waited for is the lock's own word


@pytest.mark.parametrize("left", ["", "not a lock file", "0\n\n\n"], ids=["blank", "text", "zero"])
def test_a_lock_that_names_nobody_does_not_block(
    library: Path, qapp: QApplication, left: str
) -> None:
    Path(f"{library}.lock").write_text(left)
    instance = SingleInstance(library)
    assert instance.is_first()
    assert not SingleInstance(library).is_first()
    instance.close()


def test_a_lock_of_another_computer_says_what_to_do(library: Path, qapp: QApplication) -> None:
    lock = Path(f"{library}.lock")
    lock.write_text(f"4242\nvisavis\nattic\n{'f' * 32}\n{'0' * 8}\n")
    instance = SingleInstance(library)
    assert not instance.is_first()
    assert not instance.hand_over([])
    assert "on another computer, attic" in instance.why_not()
    assert str(lock) in instance.why_not()


def test_a_first_that_does_not_answer_is_said(
    library: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui import single_instance

    monkeypatch.setattr(single_instance, "ANSWER_MS", 50)
    silent = QLockFile(f"{library}.lock")
    assert silent.tryLock(0)
    instance = SingleInstance(library)
    assert not instance.is_first()
    assert not instance.hand_over([])
    assert "does not answer" in instance.why_not()
    silent.unlock()


def test_where_no_lock_can_be_written_a_start_goes_on(tmp_path: Path, qapp: QApplication) -> None:
    """The store then says what is wrong with the folder."""
    assert SingleInstance(tmp_path / "no such folder" / "library.visavis").is_first()


@pytest.mark.parametrize(
    ("sent", "understood"),
    [
        (b"not json\n", []),
        (b'["a.vcf", 3, null]\n', ["a.vcf"]),
        (b"17\n", []),
        (b'{"a.vcf": 1}\n', []),
        (json.dumps(["Größe.vcf"]).encode() + b"\n", ["Größe.vcf"]),
    ],
)
def test_whatever_comes_in_the_window_lives_on(
    first: SingleInstance, qtbot: QtBot, sent: bytes, understood: list[str]
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(first.address)
    assert socket.waitForConnected(WAIT)
    with qtbot.waitSignal(first.files_handed_over) as handed:
        socket.write(sent)
        socket.flush()
    assert handed.args == [understood]


def test_a_word_that_comes_in_pieces_is_put_together(first: SingleInstance, qtbot: QtBot) -> None:
    socket = QLocalSocket()
    socket.connectToServer(first.address)
    assert socket.waitForConnected(WAIT)
    socket.write(b'["a.v')
    socket.flush()
    assert not socket.waitForReadyRead(50)
    with qtbot.waitSignal(first.files_handed_over) as handed:
        socket.write(b'cf"]\n')
        socket.flush()
    assert handed.args == [["a.vcf"]]
