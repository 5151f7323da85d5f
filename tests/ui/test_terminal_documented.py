"""What the terminal can do is in the README, and what the README says it can do it can."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.terminal import parser

README = Path(__file__).resolve().parents[2] / "README.md"
COMMANDS = re.findall(r"^    ([a-z-]+)(?=  | *$)", parser().format_help(), re.MULTILINE)


def section() -> str:
    text = README.read_text(encoding="utf-8")
    found = re.search(r"^## In the terminal$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, "README.md has no section “In the terminal”"
    return found[1]


def test_the_commands_are_found_in_the_help() -> None:
    assert COMMANDS == [
        "sample", "people", "import", "duplicates", "suggest", "slots", "calendars",
        "busy", "plan", "reschedule", "cancel", "agree", "write", "meetings", "open",
        "export-calendar", "export", "check", "backup", "restore", "guide", "sheet",
    ]  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = section()
    (row,) = re.findall(rf"^\| `{name}(?:`| ).*$", told, re.MULTILINE)
    with pytest.raises(SystemExit):
        parser().parse_args([name, "--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    missing = {option for option in options if option not in row}
    assert not missing, f"{name} takes {missing}, and the README does not say so"


def test_every_documented_command_is_there() -> None:
    documented = re.findall(r"^\| `([a-z-]+)", section(), re.MULTILINE)
    assert sorted(documented) == sorted(COMMANDS)


def test_exit_codes_and_what_stands_before_the_command_are_documented() -> None:
    told = section()
    for word in ("--library FILE", "--json", "--version", "`0`", "`1`", "`2`", "`130`"):
        assert word in told
