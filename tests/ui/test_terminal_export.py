"""`export` in the terminal: what is written, and what is refused in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.contacts.reading import read_file
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.storage.store import Store
from tests.ui.terminals import Terminal

SECRET = "Owes everybody money"


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    made = Terminal(library, capsys)
    made.json("sample")
    with Store.open(library) as store, store.transaction():
        store.facts.add(Fact(person=1, kind=FactKind.PRIVATE, text=SECRET))
    return made


@pytest.mark.parametrize(
    ("name", "form", "people", "private"),
    [
        ("a.vcf", "vcard", 30, False),
        ("a.csv", "csv", 30, False),
        ("a.ics", "calendar", 21, False),
        ("a.json", "json", 30, True),
    ],
)
def test_the_ending_says_what_is_written(
    terminal: Terminal, tmp_path: Path, name: str, form: str, people: int, private: bool
) -> None:
    out = tmp_path / name
    told = terminal.json("export", out)
    assert told == {"file": str(out), "format": form, "people": people, "private": private}
    assert (SECRET.encode() in out.read_bytes()) == private
    assert (b"stage" in out.read_bytes().lower()) == private


@pytest.mark.parametrize("name", ["a.vcf", "a.csv"])
def test_private_notes_where_they_are_asked_for(
    terminal: Terminal, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    assert terminal.json("export", out, "--private")["private"] is True
    assert SECRET in out.read_text(encoding="utf-8").replace("\n ", "")


def test_some_people_alone(terminal: Terminal, tmp_path: Path) -> None:
    told = terminal.json("export", tmp_path / "a.vcf", "--search", "okafor")
    assert told["people"] == 1
    assert [card.name for card in read_file(tmp_path / "a.vcf").cards] == ["Maya Okafor"]


def test_what_was_done_is_said(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    assert terminal("export", out).out == f"30 people: {out}.\n"
    assert "with private notes and where they stand" in terminal("export", out, "--private").out
    assert "all private notes" in terminal("export", tmp_path / "a.json").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a.txt"], "does not say by its ending what to write"),
        (["export"], "does not say by its ending what to write"),
        (["nowhere/a.vcf"], "There is no folder"),
        (["a.ics", "--private"], "A calendar holds no private notes"),
        (["a.json", "--search", "maya"], "holds everything, not some people"),
        (["a.vcf", "--search", "nobody at all"], "Nobody fits"),
    ],
)
def test_what_cannot_be_is_refused(
    terminal: Terminal, tmp_path: Path, arguments: list[str], says: str
) -> None:
    before = sorted(tmp_path.iterdir())
    answer = terminal("export", tmp_path / arguments[0], *arguments[1:])
    assert answer.code == 1 and says in answer.err and answer.out == ""
    assert sorted(tmp_path.iterdir()) == before


def test_the_library_itself_is_never_replaced(terminal: Terminal, tmp_path: Path) -> None:
    disguised = tmp_path / "people.json"
    disguised.write_bytes(terminal.library.read_bytes())
    answer = terminal("export", disguised)
    assert answer.code == 1 and "is a Vis-à-vis library" in answer.err
    assert disguised.read_bytes() == terminal.library.read_bytes()


def test_without_a_library_none_is_made(
    library: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    answer = Terminal(library, capsys)("export", tmp_path / "a.json")
    assert answer.code == 1 and "There is no library" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_that_name_is_replaced_whole(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "a.json"
    out.write_text("x" * 10_000_000)
    terminal.json("export", out)
    assert len(json.loads(out.read_text(encoding="utf-8"))["people"]) == 30


def test_the_sample_network_is_left_out_beside_real_people(
    terminal: Terminal, library: Path, tmp_path: Path
) -> None:
    with Store.open(library) as store, store.transaction():
        store.people.add(Person(name="Nora Real"))
    out = tmp_path / "a.vcf"
    told = terminal("export", out).out
    assert told.endswith("The 30 people of the sample network are left out.\n")
    assert [card.name for card in read_file(out).cards] == ["Nora Real"]
