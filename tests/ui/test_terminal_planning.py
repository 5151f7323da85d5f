"""Planning in the terminal: by which clock, what is said against a time, answers and calendars."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from planner.domain.me import Hours, Me
from planner.domain.people import Person
from planner.domain.trips import Trip
from planner.storage.store import Store
from tests import messages
from tests.calendar.lint import lint
from tests.messages import MAYA, ME, saved
from tests.ui.terminals import Answer, Terminal

# Far enough ahead for the machine's clock never to be there.
FRIDAY = date(2090, 12, 22)
SAM = Me(
    name="Sam", email=ME, zone="Europe/London", city="Leeds", week=(Hours(time(9), time(17)),) * 7
)
BOARD = messages.calendar(
    "",
    messages.event(
        "UID:board@work.example",
        "DTSTAMP:20900101T000000Z",
        "DTSTART:20901221T100000Z",
        "DTEND:20901221T110000Z",
        "SUMMARY:Board",
    ),
)


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with Store.open(library) as store, store.transaction():
        store.me.put(SAM)
        store.people.add(Person(name="Maya Okafor", emails=(MAYA,)))
        store.people.add(Person(name="Nora", city="New York"))
        store.trips.add(Trip(city="New York", starts=FRIDAY, ends=FRIDAY))
    return Terminal(library, capsys)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.ics"


def test_what_slots_shows_is_planned_at_that_instant(terminal: Terminal, out: Path) -> None:
    for day in ("2090-12-21", "2090-12-22"):
        shown = terminal.json("slots", "Nora", "--from", day, "--to", day)[0]
        said = terminal("plan", "Nora", "--at", shown["starts"], "--out", out)
        assert said.code == 0 and shown["zone"] in said.out
        meant = f"DTSTART;TZID={shown['zone']}:{shown['starts'].translate({45: '', 58: ''})}00"
        assert meant.encode() in out.read_bytes()
    assert "by the clock in America/New_York; --zone says another" in said.out
    zoned = ("--at", "2090-12-22T15:00", "--zone", "Asia/Tokyo", "--out", out)
    assert terminal("--json", "plan", "Nora", *zoned).json["zone"] == "Asia/Tokyo"


def test_moved_to_a_trip_and_back_it_follows_the_clock_there(terminal: Terminal, out: Path) -> None:
    def moved(day: str) -> str:
        at = f"2090-12-{day}T10:00"
        return str(terminal.json("reschedule", 1, "--at", at, "--out", out)["zone"])

    terminal("plan", "Nora", "--at", "2090-12-18T10:00", "--out", out)
    assert [moved(day) for day in ("22", "23")] == ["America/New_York", "Europe/London"]
    terminal("reschedule", 1, "--at", "2090-12-24T10:00", "--zone", "Asia/Tokyo", "--out", out)
    assert moved("28") == "Asia/Tokyo"  # what is not named stays


def test_what_speaks_against_a_time_is_said(terminal: Terminal, out: Path, tmp_path: Path) -> None:
    terminal.json("calendars", saved(tmp_path, BOARD, "work.ics"))

    def said(at: str, *more: str) -> Answer:
        answer = terminal("plan", "Maya", "--at", at, *more, "--out", out)
        assert answer.code == 0 and answer.out.startswith("Planned")
        return answer

    assert said("2090-12-21T10:30").err == "Your calendar says “Board” is then.\n"
    assert said("2090-12-21T12:00").err == ""
    third = said("2090-12-21T12:15").err
    assert third.startswith("You are to meet Maya Okafor then. The week of ")
    assert "is full: it holds 2 of 2" in third
    assert said("2090-12-25T09:00").err.startswith("That day is Christmas Day.")
    assert "You are in New York that day." in said("2090-12-22T09:00").err
    twice = said("2091-10-28T01:30").err
    assert twice == (
        "Clocks in Europe/London show 01:30 twice on 28 October 2091; "
        "this is the first of the two.\n"
    )
    moved = terminal("reschedule", 1, "--at", "2090-12-21T12:30", "--out", out)
    assert moved.code == 0 and "You are to meet Maya Okafor" in moved.err


def test_calendars_are_named_and_forgotten(terminal: Terminal, tmp_path: Path) -> None:
    file = saved(tmp_path, BOARD, "work.ics")
    day = ("slots", "--from", "2090-12-21", "--to", "2090-12-21")
    assert terminal.json("calendars") == []
    assert len(terminal.json(*day)) == 15
    assert terminal.json("calendars", file) == [{"calendar": str(file), "there": True}]
    assert len(terminal.json(*day)) < 13
    assert terminal("calendars", file).code == 1
    gone = terminal("calendars", tmp_path / "gone.ics")
    assert gone.code == 1 and "There is no file or folder" in gone.err
    file.unlink()
    assert terminal("calendars").out == f"{file} (not there just now)\n"
    assert terminal.json("calendars", file, "--forget") == []
    assert terminal("calendars", file, "--forget").code == 1
    assert terminal("calendars", "--forget").code == 1


def test_the_samples_own_calendar_can_be_forgotten(terminal: Terminal) -> None:
    terminal("sample")
    assert terminal.json("calendars") == [{"calendar": "sample", "there": True}]
    assert terminal.json("calendars", "sample", "--forget") == []


def test_times_as_if_one_were_elsewhere(terminal: Terminal) -> None:
    day = ("--from", str(FRIDAY), "--to", str(FRIDAY))
    rows = terminal.json("slots", "Nora", *day, "--zone", "Asia/Tokyo")
    assert {row["zone"] for row in rows} == {"Asia/Tokyo"}
    assert rows[0]["start"] == "2090-12-22T00:00:00Z"
    assert "Mars/Base" in terminal("slots", *day, "--zone", "Mars/Base").err


def test_that_even_the_best_are_at_night_is_said(terminal: Terminal, library: Path) -> None:
    with Store.open(library) as store, store.transaction():
        store.people.add(Person(name="Aroha", zone="Pacific/Auckland"))
    words = "before eight in the morning or after eight at night"
    day = ("--from", "2090-12-21", "--to", "2090-12-21")
    assert words in terminal("slots", "Aroha", *day).out
    assert words not in terminal("slots", "Maya", *day).out


def test_a_yes_to_their_invitation(terminal: Terminal, out: Path, tmp_path: Path) -> None:
    terminal("open", saved(tmp_path, messages.invitation(starts="20901201T150000")))
    asked = terminal.json("meetings")[0]
    assert asked["state"] == "proposed"
    agreed = terminal.json("agree", asked["meeting"], "--invite", "--out", out)
    assert agreed["state"] == "agreed" and agreed["file"] == str(out)
    told = out.read_bytes()
    assert b"METHOD:REPLY" in told and b"PARTSTAT=ACCEPTED" in told
    assert lint(told) == []


def without_stamps(data: bytes) -> list[bytes]:
    stamps = (b"DTSTAMP", b"LAST-MODIFIED")
    return [line for line in data.splitlines() if not line.startswith(stamps)]


def test_a_file_is_written_again_and_nothing_is_changed(terminal: Terminal, out: Path) -> None:
    planned = terminal.json("plan", "Maya", "--at", "2090-12-18T10:00", "--out", out)
    before = out.read_bytes()
    out.unlink()
    assert terminal.json("write", 1, "--out", out) == planned
    assert without_stamps(out.read_bytes()) == without_stamps(before)
    terminal.json("write", 1, "--invite", "--out", out)
    assert b"METHOD:REQUEST" in out.read_bytes()


def test_what_they_declined_is_taken_out_of_ones_own_calendar(
    terminal: Terminal, out: Path, tmp_path: Path
) -> None:
    uid = terminal.json("plan", "Maya", "--at", "2090-12-01T08:30", "--invite", "--out", out)["uid"]
    reply = messages.google_reply(uid, "DECLINED", day="20901201")
    terminal("open", saved(tmp_path, reply))
    off = terminal.json("write", 1, "--out", out)
    assert off["state"] == "cancelled" and b"STATUS:CANCELLED" in out.read_bytes()
    agreed = terminal("agree", 1, "--out", out)
    assert agreed.code == 1 and "cancelled already" in agreed.err


def test_another_time_they_propose_is_listed(terminal: Terminal, out: Path, tmp_path: Path) -> None:
    at = ("--at", "2026-12-01T08:30", "--zone", "Europe/London")
    planned = terminal.json("plan", "Maya", *at, "--invite", "--out", out)
    assert "proposal" not in terminal.json("meetings")[0]
    proposed = messages.counter(planned["uid"], starts="20901202T140000")
    terminal("open", "--all", saved(tmp_path, proposed))
    (row,) = terminal.json("meetings")
    assert row["proposal"] == {
        "starts": "2090-12-02T14:00", "zone": "Europe/London", "minutes": 60, "place": "",
    }  # fmt: skip
    assert "they propose 2090-12-02 14:00 Europe/London, 60 min" in terminal("meetings").out
