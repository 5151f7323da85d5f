"""`busy` in the terminal: what calendar files say, without a library and with one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from planner.domain.me import Me
from planner.storage.store import Store
from tests.calendar.calendars import calendar, event
from tests.ui.terminals import Terminal

WORK = calendar(
    event(
        "DTSTART;TZID=Europe/Berlin:20261201T093000",
        "DURATION:PT1H",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:sam@example.com",
        summary="Café",
    ),
    event("DTSTART:nonsense", uid="bad", summary="Bad"),
)
FROM = ("--from", "2026-12-01", "--to", "2026-12-02")


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(library, capsys)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    path = tmp_path / "work.ics"
    path.write_bytes(WORK)
    return path


def test_a_file_without_a_library(terminal: Terminal, work: Path) -> None:
    assert terminal.json("busy", work, *FROM, "--zone", "Europe/Berlin") == [
        {
            "file": str(work),
            "events": 2,
            "skipped": [{"where": "line 11, “Bad”", "reason": "“nonsense” is not a time."}],
            "busy": [
                {"start": "2026-12-01T08:30:00Z", "end": "2026-12-01T09:30:00Z", "summary": "Café"}
            ],
        }
    ]
    assert not terminal.library.exists()


def test_in_words(terminal: Terminal, work: Path) -> None:
    answer = terminal("busy", work, *FROM, "--zone", "UTC")
    assert answer.code == 0
    assert "2 events in it" in answer.out
    assert "2026-12-01T08:30:00Z 2026-12-01T09:30:00Z  Café" in answer.out
    assert "line 11, “Bad”" in answer.out


def test_days_are_those_of_the_zone_and_the_last_is_not_among_them(
    terminal: Terminal, work: Path
) -> None:
    def found(first: str, last: str, zone: str) -> int:
        days = ("--from", first, "--to", last, "--zone", zone)
        return len(terminal.json("busy", work, *days)[0]["busy"])

    assert found("2026-12-01", "2026-12-02", "Europe/Berlin") == 1
    assert found("2026-11-30", "2026-12-01", "Europe/Berlin") == 0
    assert found("2026-11-30", "2026-12-01", "Pacific/Honolulu") == 1
    assert found("0001-01-01", "9999-12-31", "Europe/Berlin") == 1


def test_a_folder_and_several_files(terminal: Terminal, tmp_path: Path, work: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    (folder / "one.ics").write_bytes(WORK)
    (folder / "two.ics").write_bytes(b"<html>")
    (folder / "notes.txt").write_text("no calendar")
    told = terminal.json("busy", folder, work, *FROM, "--zone", "UTC")
    assert [Path(each["file"]).name for each in told] == ["one.ics", "two.ics", "work.ics"]
    assert [each["events"] for each in told] == [2, 0, 2]
    assert told[1]["skipped"]


def test_what_the_user_declined_and_where_they_live(terminal: Terminal, work: Path) -> None:
    with Store.open(terminal.library) as store, store.transaction():
        store.me.put(Me(ready=True, zone="Asia/Tokyo", email="Sam@example.com"))
    told = terminal.json("busy", work, *FROM)
    assert (told[0]["events"], told[0]["busy"]) == (2, [])


def test_a_file_that_is_not_there(terminal: Terminal, tmp_path: Path, work: Path) -> None:
    gone = tmp_path / "gone.ics"
    answer = terminal("--json", "busy", gone, *FROM, "--zone", "UTC")
    assert answer.code == 1
    assert f"There is no file or folder {gone}." in answer.err
    beside = terminal("--json", "busy", gone, work, *FROM, "--zone", "UTC")
    assert beside.code == 0
    assert [each["events"] for each in json.loads(beside.out)] == [0, 2]
    assert "gone.ics" in json.loads(beside.out)[0]["skipped"][0]["reason"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--from", "2026-12-02", "--to", "2026-12-01"), 1),
        (("--from", "2026-12-01", "--to", "2026-12-01"), 1),
        ((*FROM, "--zone", "Nowhere/Land"), 1),
        (("--from", "tomorrow", "--to", "2026-12-01"), 2),
        (("--from", "2026-12-01"), 2),
    ],
)
def test_wrong_wishes_are_refused(
    terminal: Terminal, work: Path, options: tuple[str, ...], code: int
) -> None:
    answer = terminal("busy", work, *options)
    assert answer.code == code
    assert answer.err


def test_one_day_up_to_itself_is_none(terminal: Terminal, work: Path) -> None:
    answer = terminal("busy", work, "--from", "2026-12-01", "--to", "2026-12-01", "--zone", "UTC")
    assert "up to, not including, 2026-12-01" in answer.err


def test_a_name_that_is_not_utf_8_is_written_readably(terminal: Terminal, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.ics"))
    try:
        path.write_bytes(WORK)
    except OSError:
        pytest.skip("this disk takes no such name")
    answer = terminal("--json", "busy", path, *FROM, "--zone", "UTC")
    (told,) = json.loads(answer.out)
    assert told["file"] == f"{tmp_path}/caf\\xe9.ics"
    assert told["events"] == 2
