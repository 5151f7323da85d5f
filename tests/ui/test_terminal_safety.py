"""check, backup and restore in the terminal."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest

from planner.journeys.encrypt_library import encrypt
from tests.ui.terminals import Terminal
from ui.single_instance import SingleInstance
from ui.terminal_passphrase import VARIABLE

SAID = "four words of mine"


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A library with the sample network."""
    made = Terminal(tmp_path / "library.visavis", capsys)
    made("sample")
    return made


@pytest.fixture
def backup(terminal: Terminal, tmp_path: Path) -> Path:
    target = tmp_path / "copies" / "safe.visavis"
    target.parent.mkdir()
    terminal("backup", target)
    return target


def spoil(library: Path, sql: str) -> None:
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute(sql)
    connection.close()


class TestCheck:
    def test_a_sound_library(self, terminal: Terminal) -> None:
        told = terminal.json("check")
        assert (told["sound"], told["problems"], told["people"]) == (True, [], 30)
        assert terminal("check").out.startswith("All is well: 30 people")

    def test_a_promise_of_nobody_is_named(self, terminal: Terminal) -> None:
        spoil(terminal.library, "UPDATE promise SET person_id = 999 WHERE id = 1")
        answer = terminal("check", "--json")
        assert answer.code == 1
        assert answer.json["sound"] is False and answer.json["people"] == 30
        assert "belongs to a person who is not in the library" in answer.json["problems"][0]
        assert "mends" in answer.err and answer.err.count("\n") == 1
        assert "A promise" in terminal("check").out

    @pytest.mark.parametrize("size", [0, 5000])
    def test_a_damaged_one_says_how_to_go_back(
        self, terminal: Terminal, backup: Path, size: int
    ) -> None:
        os.truncate(terminal.library, size)
        before = terminal.library.read_bytes()
        answer = terminal("--json", "check")
        assert answer.code == 1 and "restore" in answer.err
        assert answer.json["sound"] is False and len(answer.json["problems"]) == 1
        assert terminal.library.read_bytes() == before

    def test_none_at_all_is_refused(self, tmp_path: Path, terminal: Terminal) -> None:
        terminal.library.unlink()
        answer = terminal("check")
        assert (answer.code, answer.out) == (1, "")
        assert not terminal.library.exists()


class TestBackup:
    def test_it_holds_everything(self, terminal: Terminal, tmp_path: Path) -> None:
        target = tmp_path / "safe.visavis"
        told = terminal.json("backup", target)
        assert told == {"file": str(target), "people": 30, "bytes": target.stat().st_size}
        if os.name == "posix":
            assert target.stat().st_mode & 0o777 == 0o600
        assert terminal("backup", target).code == 0, "a second one takes its place"

    def test_what_cannot_be_is_refused(self, terminal: Terminal, tmp_path: Path) -> None:
        for target in (terminal.library, tmp_path, tmp_path / "nowhere" / "safe.visavis"):
            answer = terminal("backup", target)
            assert (answer.code, answer.out) == (1, "")
            assert str(target) in answer.err and answer.err.count("\n") == 1


class TestRestore:
    def test_the_library_that_was_there_is_kept_and_named(
        self, terminal: Terminal, backup: Path
    ) -> None:
        spoil(terminal.library, "DELETE FROM promise")
        told = terminal.json("restore", backup)
        kept = Path(told["kept_aside"])
        assert (told["restored"], told["people"]) == (str(backup), 30)
        assert kept.exists() and kept.parent == terminal.library.parent
        assert terminal.json("check")["promises"] == 5
        assert terminal("restore", kept).code == 0, "and the way back"
        assert terminal("--json", "check").json["promises"] == 0

    def test_from_an_export(self, terminal: Terminal, tmp_path: Path) -> None:
        document = tmp_path / "all.json"
        terminal("export", document)
        spoil(terminal.library, "DELETE FROM promise")
        assert terminal.json("restore", document)["people"] == 30
        assert terminal.json("check")["promises"] == 5

    @pytest.mark.parametrize("locked", [False, True])
    def test_the_calendar_to_subscribe_to_is_as_in_the_backup(
        self, terminal: Terminal, tmp_path: Path, locked: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        calendar, safe = tmp_path / "all.ics", tmp_path / "safe.visavis"
        terminal("export-calendar", calendar, "--subscribe")
        terminal("backup", safe)
        if locked:
            pytest.importorskip("sqlcipher3", reason="no wheel for this platform")
            monkeypatch.setenv(VARIABLE, SAID)
            encrypt(safe, SAID)
        before = calendar.read_bytes()
        (meeting, *_) = (m for m in terminal.json("meetings") if m["state"] == "agreed")
        terminal("cancel", meeting["meeting"], "--out", tmp_path / "a.ics")
        assert calendar.read_bytes() != before
        assert terminal("restore", safe).code == 0
        assert calendar.read_bytes() == before
        calendar.write_bytes(b"another calendar")
        answer = terminal("restore", safe)
        assert answer.code == 0 and "not up to date" in answer.err

    def test_on_a_new_machine(self, terminal: Terminal, backup: Path, tmp_path: Path) -> None:
        there = Terminal(tmp_path / "new" / "library.visavis", terminal.capture)
        told = there.json("restore", backup)
        assert (told["people"], told["kept_aside"]) == (30, None)
        assert there.json("check")["sound"]

    def test_a_bad_one_changes_nothing(
        self, terminal: Terminal, backup: Path, tmp_path: Path
    ) -> None:
        letter, half, gone = tmp_path / "letter", tmp_path / "half.json", tmp_path / "gone"
        letter.write_text("Dear Maya")
        document = tmp_path / "all.json"
        terminal("export", document)
        half.write_text(document.read_text()[:2000])
        os.truncate(backup, 9000)
        before = terminal.library.read_bytes()
        for source in (backup, letter, half, gone, tmp_path, terminal.library):
            answer = terminal("restore", source)
            assert (answer.code, answer.out) == (1, ""), source
            assert answer.err.count("\n") == 1
            assert terminal.library.read_bytes() == before
        assert list(tmp_path.glob("library-*")) == []

    def test_not_while_a_window_has_it_open(self, terminal: Terminal, backup: Path) -> None:
        window = SingleInstance(terminal.library)
        assert window.is_first()
        try:
            answer = terminal("restore", backup)
        finally:
            window.close()
        assert answer.code == 1 and "open in a window" in answer.err
        assert terminal("restore", backup).code == 0
        assert not list(terminal.library.parent.glob("*.lock"))


def test_every_command_says_how_to_go_back_from_a_damaged_library(
    terminal: Terminal, backup: Path
) -> None:
    os.truncate(terminal.library, 5000)
    for command in (("people",), ("suggest",), ("sample",), ("export", "all.json")):
        answer = terminal(*command)
        assert answer.code == 1 and "restore" in answer.err and answer.err.count("\n") == 1


def test_a_library_that_is_gone_is_never_begun_anew(terminal: Terminal, tmp_path: Path) -> None:
    from datetime import datetime

    from planner.journeys.keep_backups import back_up_now
    from planner.storage.store import Store

    with Store.open(terminal.library) as store:
        made = back_up_now(store, datetime(2026, 11, 21, 18, 0))
    terminal.library.unlink()
    for command in ("people", "sample", "check"):
        answer = terminal(command, "--json")
        assert answer.code == 1 and str(made) in answer.err
    assert not terminal.library.exists()
    assert json.loads(terminal("--json", "restore", made).out)["people"] == 30
