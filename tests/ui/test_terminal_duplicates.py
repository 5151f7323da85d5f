"""Who may be in the library twice, in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.storage.store import Store
from tests.ui.terminals import Terminal


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(library, capsys)


@pytest.fixture
def bobs(library: Path) -> tuple[int, int]:
    with Store.open(library) as store, store.transaction():
        bob, robert, _ = store.people.add_many(
            (
                Person(name="Bob Okafor", company="Harbour", phones=("0113 496 0000",)),
                Person(name="Robert Okafor", company="Harbour Ltd", city="Leeds"),
                Person(name="Priya Shah"),
            )
        )
    return bob.id, robert.id


def test_pairs_are_listed_with_their_ids_and_the_reason(
    terminal: Terminal, bobs: tuple[int, int]
) -> None:
    words = "Perhaps a nickname, both at Harbour"
    assert terminal.json("duplicates") == [
        {
            "person": bobs[0],
            "name": "Bob Okafor",
            "other": bobs[1],
            "other_name": "Robert Okafor",
            "reason": {"kind": "nickname", "sentence": words},
        }
    ]
    assert terminal("duplicates").out == (
        f"    {bobs[0]}     {bobs[1]}  Bob Okafor — Robert Okafor — {words}\n"
    )


def test_two_are_merged(terminal: Terminal, bobs: tuple[int, int]) -> None:
    assert terminal.json("duplicates", "--merge", *bobs) == {"person": bobs[0], "merged": bobs[1]}
    people = terminal.json("people")
    assert (people[0]["id"], people[0]["name"]) == (bobs[0], "Bob Okafor")
    assert len(people) == 2
    assert terminal.json("duplicates") == []


def test_two_are_kept_apart(terminal: Terminal, bobs: tuple[int, int]) -> None:
    told = terminal("duplicates", "--apart", *bobs)
    assert told.out == "Bob Okafor and Robert Okafor are not proposed again.\n"
    assert terminal("duplicates").out == "Nobody seems to be here twice.\n"
    assert len(terminal.json("people")) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--merge", 1, 1), 1, "one person already"),
        (("--apart", 1, 1), 1, "one person already"),
        (("--merge", 1, 99), 1, "nobody with the id 99"),
        (("--merge", "Bob", 2), 2, "not a number"),
        (("--merge", 1), 2, "expected 2 arguments"),
        (("--merge", 1, 2, "--apart", 1, 2), 2, "not allowed"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    terminal: Terminal,
    bobs: tuple[int, int],
    arguments: tuple[str | int, ...],
    code: int,
    words: str,
) -> None:
    answer = terminal("duplicates", *arguments)
    assert (answer.code, answer.out) == (code, "") and words in answer.err
    assert len(terminal.json("people")) == 3


def test_without_a_library_there_is_nothing_to_look_through(terminal: Terminal) -> None:
    answer = terminal("duplicates")
    assert answer.code == 1 and "There is no library" in answer.err
    assert not terminal.library.exists()


def test_an_import_says_who_may_be_known_already(
    terminal: Terminal, bobs: tuple[int, int], tmp_path: Path
) -> None:
    file = tmp_path / "one.vcf"
    file.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Rob Okafor\nORG:Harbour\nEND:VCARD\n", encoding="utf-8"
    )
    (told,) = terminal.json("import", file, "--dry-run")
    words = "Perhaps a nickname, both at Harbour"
    assert told["new"] == 1
    assert told["possible_duplicates"] == [
        {
            "name": "Rob Okafor",
            "like": {"id": bobs[0], "name": "Bob Okafor"},
            "reason": {"kind": "nickname", "sentence": words},
        }
    ]
    lines = terminal("import", file).out.splitlines()
    assert lines[1:] == [
        "Perhaps known already, and taken for new: 1",
        f"  Rob Okafor — {bobs[0]} Bob Okafor — {words}",
    ]
    assert len(terminal.json("duplicates")) == 3
