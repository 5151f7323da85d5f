"""An encrypted library in the terminal: where the passphrase comes from."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from planner import APP
from planner.domain.people import Person
from planner.journeys.back_up import back_up
from planner.storage.store import Store
from tests.keyrings import MemoryKeyring, used
from tests.ui.terminals import ROOT, Terminal
from ui.remembered import Remembered
from ui.terminal_passphrase import VARIABLE

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")

SAID = "four words of mine"


@pytest.fixture
def locked(library: Path) -> Path:
    with Store.open(library, passphrase=SAID) as store, store.transaction():
        store.people.add(Person(name="Maya Lindqvist"))
    return library


@pytest.fixture
def terminal(locked: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(locked, capsys)


@pytest.fixture(autouse=True)
def marks(tmp_path: Path) -> Iterator[QSettings]:
    """Where the window keeps its looks, for this test alone; no passphrase in the environment."""
    scope, form = QSettings.Scope.UserScope, QSettings.Format.IniFormat
    before = Path(QSettings(form, scope, APP, APP).fileName()).parents[1]
    QSettings.setPath(form, scope, str(tmp_path / "settings"))
    given = os.environ.pop(VARIABLE, None)
    yield QSettings(form, scope, APP, APP)
    QSettings.setPath(form, scope, str(before))
    if given is not None:
        os.environ[VARIABLE] = given


def test_the_environment_has_it(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, SAID)
    assert [person["name"] for person in terminal.json("people")] == ["Maya Lindqvist"]


def test_a_wrong_one_is_refused_in_one_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "another secret")
    answer = terminal("people")
    assert (answer.code, answer.out) == (1, "")
    assert "This passphrase does not open" in answer.err and "another secret" not in answer.err


def test_without_anybody_to_ask_it_is_refused(terminal: Terminal) -> None:
    answer = terminal("people")
    assert (answer.code, answer.out) == (1, "")
    assert "is encrypted" in answer.err and VARIABLE in answer.err
    assert len(answer.err.splitlines()) == 1


def test_the_keyring_has_it_where_the_window_was_told_to_remember(
    terminal: Terminal, locked: Path, marks: QSettings
) -> None:
    with used(ring := MemoryKeyring()):
        ring.set_password(APP, str(locked), SAID)
        assert terminal("people").code == 1 and ring.asked == 0  # nobody ticked it
        Remembered(marks).keep(locked, SAID)
        marks.sync()
        assert terminal.json("people")[0]["name"] == "Maya Lindqvist"


def test_every_command_works_on_it(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, SAID)
    cards = tmp_path / "cards.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ben Okafor\nEND:VCARD\n", encoding="utf-8")
    assert terminal("import", cards).code == 0
    assert len(terminal.json("people")) == 2
    assert terminal("check").code == 0
    copy = tmp_path / "copy.visavis"
    assert terminal("backup", copy).code == 0
    assert b"Lindqvist" not in copy.read_bytes()
    assert terminal("restore", copy).code == 0
    assert terminal.json("people", "--search", "ben")[0]["name"] == "Ben Okafor"


def test_nothing_is_exported_over_it_or_its_backup(
    terminal: Terminal, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, SAID)
    copy = tmp_path / "people.csv"  # whatever it is called
    with Store.open(locked, passphrase=SAID) as store:
        back_up(store, copy)
    before = copy.read_bytes()
    answer = terminal("export", copy)
    assert answer.code == 1 and "a Vis-à-vis library or a backup" in answer.err
    assert copy.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_who_sits_at_a_terminal_is_asked(locked: Path) -> None:
    """Typed in a terminal of its own; what is typed is not shown."""
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != VARIABLE}
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--library", str(locked), "people"],
        stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, env=environment,
        start_new_session=True,
    ) as asking:  # fmt: skip
        os.close(theirs)
        asked = b""
        while b"Passphrase of library.visavis:" not in asked:
            asked += os.read(ours, 1000)
        os.write(ours, f"{SAID}\n".encode())
        assert asking.stdout is not None
        told = asking.stdout.read().decode()
        assert asking.wait() == 0
    shown = asked
    with suppress(OSError):  # closed at the other end
        shown += os.read(ours, 1000)
    os.close(ours)
    assert "Maya Lindqvist" in told
    assert SAID.encode() not in shown


def test_what_takes_the_place_of_an_encrypted_library_is_encrypted_too(
    terminal: Terminal, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tmp_path / "plain.visavis"
    with Store.open(plain) as store, store.transaction():
        store.people.add(Person(name="Ben"))
    before = locked.read_bytes()
    refused = terminal("restore", plain)
    assert refused.code == 1 and VARIABLE in refused.err and "stay encrypted" in refused.err
    assert locked.read_bytes() == before
    monkeypatch.setenv(VARIABLE, SAID)
    assert terminal("restore", plain).code == 0
    assert [person["name"] for person in terminal.json("people")] == ["Ben"]
    assert b"Ben" not in locked.read_bytes()
