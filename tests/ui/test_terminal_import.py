"""Saying in the terminal what the columns of a table mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.domain.column_mapping import Meaning
from planner.journeys.read_contacts import remembered_mappings
from planner.storage.store import Store
from tests.ui.terminals import Terminal

CLUB = "Mitglied,Kürzel,Mail\nAnna,AL,anna@b.example\nBo,BR,bo@b.example\n"


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(library, capsys)


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.csv"
    path.write_text(CLUB, encoding="utf-8")
    return path


def names(file: dict[str, list[dict[str, str]]]) -> list[str]:
    return [person["name"] for person in file["people"]]


def test_a_column_means_what_is_said(terminal: Terminal, club: Path) -> None:
    (file,) = terminal.json("import", club, "--dry-run")
    assert names(file) == ["anna@b.example", "bo@b.example"]
    (file,) = terminal.json(
        "import", club, "--dry-run", "--map", "mitglied=name", "--map", "Mail=Nothing"
    )
    assert names(file) == ["Anna", "Bo"]
    assert [person["emails"] for person in file["people"]] == [[], []]
    assert not terminal.library.exists()


def test_an_import_remembers_it_and_a_dry_run_does_not(terminal: Terminal, club: Path) -> None:
    terminal.json("sample")
    terminal.json("import", club, "--dry-run", "--map", "Mitglied=name")
    (file,) = terminal.json("import", club, "--dry-run")
    assert names(file) == ["anna@b.example", "bo@b.example"]
    terminal.json("import", club, "--map", "Mitglied=name", "--map", "Kürzel=nickname")
    (file,) = terminal.json("import", club, "--dry-run")
    assert (names(file), file["same"]) == (["Anna", "Bo"], 2)
    with Store.open(terminal.library) as store:
        (meanings,) = remembered_mappings(store).values()
    assert meanings == (Meaning.NAME, Meaning.NICKNAME, Meaning.EMAIL)


def test_columns_without_names_go_by_their_letters(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("Ann Lee,ann@b.example,Acme\nBo Ray,bo@b.example,Beta\n")
    (file,) = terminal.json("import", path, "--dry-run", "--map", "C=company")
    assert [person["company"] for person in file["people"]] == ["Acme", "Beta"]


def test_a_column_that_is_not_there_is_refused(terminal: Terminal, club: Path) -> None:
    answer = terminal("import", club, "--map", "Name=name")
    assert answer.code == 1
    assert "no column “Name”" in answer.err and "“Mitglied”" in answer.err
    assert not terminal.library.exists()


def test_a_file_of_a_known_program_takes_no_mapping(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text("First Name,Last Name,Company,Connected On\nAnn,Lee,Acme,03 Aug 2024\n")
    answer = terminal("import", path, "--map", "Company=note")
    assert answer.code == 1
    assert "LinkedIn" in answer.err


@pytest.mark.parametrize("said", ["Mitglied=horoscope", "Mitglied", "=name", ""])
def test_a_meaning_there_is_not_is_wrong_usage(terminal: Terminal, club: Path, said: str) -> None:
    answer = terminal("import", club, "--map", said)
    assert answer.code == 2
    assert "--map" in answer.err


def test_columns_not_understood_are_named(terminal: Terminal, club: Path) -> None:
    answer = terminal("import", club, "--dry-run")
    assert '“Mitglied”, “Kürzel”; say what they mean with --map "Mitglied=MEANING"' in answer.out
    told = terminal(
        "import", club, "--dry-run", "--map", "Mitglied=name", "--map", "Kürzel=nothing"
    )
    assert "not understood" not in told.out


def test_people_in_several_files_are_counted(terminal: Terminal, club: Path) -> None:
    other = club.with_name("other.csv")
    other.write_text(CLUB, encoding="utf-8")
    assert "2 people are in more than one file." in terminal("import", club, other).out
    assert "more than one file" not in terminal("import", club).out


def test_an_export_of_everything_names_the_command_for_it(
    terminal: Terminal, tmp_path: Path
) -> None:
    every = tmp_path / "every.json"
    terminal.json("sample")
    terminal.json("export", every)
    answer = terminal("import", every)
    assert answer.code == 1
    assert "a whole Vis-à-vis library" in answer.err
    assert "“restore”" in answer.err
