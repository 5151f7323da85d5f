"""Promise 29: no connection leaves the machine, whatever the program is asked to do."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from planner.storage.store import Store
from tests.faults.machine import Program, run, strace, without_network

# Sockets that reach beyond the machine; AF_UNIX alone is how a second start finds the first.
OUTWARD = re.compile(r"AF_INET6?|AF_PACKET|AF_VSOCK|SOCK_RAW")


def commands(folder: Path, cards: Path, meeting: int) -> list[list[str]]:
    """One call of each command; `meeting` is the next that is planned."""
    calendar = ["--at", "2030-12-03T14:00", "--zone", "Europe/London", "--invite"]
    return [
        ["sample"],
        ["import", str(cards)],
        ["people", "--search", "Zoe"],
        ["suggest"],
        ["guide", "1"],
        ["plan", "1", *calendar, "--email", "sam@doyle.example", "--out", f"{folder}/plan.ics"],
        ["reschedule", str(meeting), *calendar, "--out", f"{folder}/moved.ics"],
        ["agree", str(meeting), "--out", f"{folder}/agreed.ics"],
        ["cancel", str(meeting), "--out", f"{folder}/off.ics"],
        ["write", str(meeting), "--invite", "--out", f"{folder}/off.ics"],
        ["calendars", f"{folder}/plan.ics"],
        ["meetings"],
        ["slots", "1"],
        ["busy", f"{folder}/plan.ics", "--from", "2030-12-01", "--to", "2030-12-08"],
        ["open", f"{folder}/plan.ics"],
        ["export-calendar", f"{folder}/all.ics"],
        ["export", f"{folder}/people.vcf"],
        ["export", f"{folder}/people.csv"],
        ["export", f"{folder}/library.json"],
        ["sheet", "1", "--out", f"{folder}/sheet.pdf"],
        ["backup", f"{folder}/backup.visavis"],
        ["check"],
        ["duplicates"],
        ["restore", f"{folder}/backup.visavis"],
    ]


def test_every_command_is_called() -> None:
    from ui.terminal import parser

    called = {words[0] for words in commands(Path("x"), Path("y"), 1)}
    missing = parser().get_default("commands") - called
    assert missing <= NEED_A_PASSPHRASE


NEED_A_PASSPHRASE = {"encrypt", "decrypt", "passphrase"}  # they ask at the terminal alone

EVERY_COMMAND = """
import json, sys
from main import main
for words in json.loads(sys.argv[1]):
    print(words[2], main(words), file=sys.stderr)
"""


@pytest.fixture
def typed(program: Program, sample_library: Path, cards: Path, tmp_path: Path) -> list[str]:
    """All commands, one after the other in one process of its own."""
    with Store.open(sample_library) as store:
        following = max(meeting.id for meeting in store.meetings.all()) + 1
    called = commands(tmp_path, cards, following)
    words = [["--library", str(program.library), *each] for each in called]
    return [sys.executable, "-c", EVERY_COMMAND, json.dumps(words)]


def failed(err: str) -> list[str]:
    """The commands that did not end with 0."""
    ended = re.findall(r"^([a-z-]+) (\d+)$", err, re.MULTILINE)
    assert len(ended) == len(commands(Path("x"), Path("y"), 1)), err
    return [f"{command}: {err}" for command, code in ended if code != "0"]


def test_commands_ask_for_no_connection(typed: list[str], program: Program, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    said = run(typed, program.home, within=strace(log, "-e", "trace=%network"))
    assert failed(said.err) == []
    calls = log.read_text(encoding="utf-8")
    assert not OUTWARD.search(calls), calls


def test_commands_work_without_a_network(typed: list[str], program: Program) -> None:
    said = run(typed, program.home, within=without_network())
    assert failed(said.err) == []


def test_the_window_asks_for_no_connection(sampled: Path, tmp_path: Path, cards: Path) -> None:
    """Each page shown, and a contact file brought to it."""
    log = tmp_path / "calls"
    window = [sys.executable, "-m", "tests.faults.brief_window", "--library", str(sampled)]
    said = run([*window, cards], tmp_path, within=strace(log, "-e", "trace=%network"))
    assert (said.code, said.err, said.out) == (0, "", "seen\n")
    calls = log.read_text(encoding="utf-8")
    assert "AF_UNIX" in calls  # it listens to later starts, so the log is one of the right kind
    assert not OUTWARD.search(calls), calls


def test_the_window_works_without_a_network(sampled: Path, tmp_path: Path) -> None:
    window = [sys.executable, "-m", "tests.faults.brief_window", "--library", str(sampled)]
    said = run(window, tmp_path, within=without_network())
    assert (said.code, said.err, said.out) == (0, "", "seen\n")
