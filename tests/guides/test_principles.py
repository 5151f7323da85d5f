"""Whose ideas the questions rest on: they load or are named, and every one has a source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.domain.guides import Library, Principle
from planner.guides.library import load, own_folder
from planner.guides.principles import read_principles

LIBRARY = load()
each_principle = pytest.mark.parametrize(
    "principle", LIBRARY.principles, ids=lambda principle: principle.name
)


def entry(**changed: str | None) -> str:
    """A principle's TOML; a key set to None is left out, others are TOML values as written."""
    keys: dict[str, str | None] = {
        "name": '"Walker"',
        "says": '"Talk while you walk."',
        "author": '"Wanda Walker"',
        "year": "1970",
        "title": '"On Foot"',
        "where": '"Pavement Press, Leeds"',
    }
    keys |= changed
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n[[principles]]\n" + "\n".join(lines) + "\n"


def read(folder: Path, text: str) -> tuple[tuple[Principle, ...], list[str]]:
    file = folder / "principles.toml"
    file.write_text(text, encoding="utf-8")
    return read_principles(file)


def test_every_key_is_read(tmp_path: Path) -> None:
    (walker,), problems = read(tmp_path, entry())
    assert problems == []
    assert walker == Principle(
        name="Walker",
        says="Talk while you walk.",
        author="Wanda Walker",
        year=1970,
        title="On Foot",
        where="Pavement Press, Leeds",
    )
    assert walker.source == "Wanda Walker (1970): “On Foot”, Pavement Press, Leeds"


@pytest.mark.parametrize(
    ("key", "value", "entry_named", "reason"),
    [
        ("name", None, "principle 2", "is missing"),
        ("name", '"Sitter"', "principle “Sitter”", "another principle has it already"),
        ("says", '" "', "principle “Walker”", "is empty"),
        ("author", "3", "principle “Walker”", "must be a text in quotes"),
        ("year", '"1936"', "principle “Walker”", "must be a whole number from 1 to 9999"),
        ("year", None, "principle “Walker”", "is missing"),
        ("title", "[]", "principle “Walker”", "must be a text in quotes"),
        ("where", None, "principle “Walker”", "is missing"),
    ],
)
def test_a_bad_entry_is_named_and_the_rest_load(
    tmp_path: Path, key: str, value: str | None, entry_named: str, reason: str
) -> None:
    first, bad, last = entry(name='"Sitter"'), entry(**{key: value}), entry(name='"Last"')
    principles, problems = read(tmp_path, first + bad + last)
    assert [principle.name for principle in principles] == ["Sitter", "Last"]
    (problem,) = problems
    assert problem.startswith(f"principles.toml, {entry_named}, key “{key}”: ")
    assert reason in problem


def test_unknown_keys_are_named_and_change_nothing(tmp_path: Path) -> None:
    principles, problems = read(tmp_path, 'mood = "sunny"\n' + entry(publisher='"me"'))
    assert [principle.name for principle in principles] == ["Walker"]
    assert problems == [
        "principles.toml, key “mood”: is not known and was ignored.",
        "principles.toml, principle “Walker”, key “publisher”: is not known and was ignored.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "is not valid TOML"),
        ("", "key “principles”: is missing"),
        ("principles = 3", "key “principles”: must be [[principles]] entries"),
    ],
)
def test_a_file_of_none_is_named_and_the_guides_load(tmp_path: Path, text: str, said: str) -> None:
    guides = tmp_path / "guides"
    guides.mkdir()
    ours = own_folder() / "first.toml"
    (guides / ours.name).write_bytes(ours.read_bytes())
    assert load(guides).problems == ()  # without such a file there is nothing wrong
    (tmp_path / "principles.toml").write_text(text, encoding="utf-8")
    library = load(guides)
    assert [guide.id for guide in library.guides] == ["first"]
    assert library.principles == ()
    (problem,) = library.problems
    assert problem.startswith("principles.toml")
    assert said in problem


def test_a_principle_is_found_by_the_name_a_prompt_gives_it() -> None:
    covey = LIBRARY.principle("Covey")
    assert covey is not None
    assert covey.source == (
        "Stephen R. Covey (1989): “The 7 Habits of Highly Effective People”, "
        "Simon & Schuster, New York; habit 5"
    )
    assert LIBRARY.principle("covey") is None
    assert Library().principle("Covey") is None


def test_every_question_rests_on_one_whose_source_is_told() -> None:
    told = {principle.name for principle in LIBRARY.principles}
    named = {prompt.principle for guide in LIBRARY.guides for prompt in guide.prompts}
    assert named == told  # and none is told of that no question rests on


@each_principle
def test_it_says_in_one_plain_line_what_to_do_or_what_was_found(principle: Principle) -> None:
    assert len(principle.says) <= 95
    assert principle.says.endswith(".")
    assert not re.search(r"\b(lead|leads|pipeline|prospect|customer)\b", principle.says)


@each_principle
def test_one_could_find_it_in_a_library(principle: Principle) -> None:
    assert 1900 <= principle.year <= 2026
    names = re.findall(r"\w+", principle.author)
    assert principle.name in names or principle.name in {"BNI", "GAINS", "Networkers"}
    assert principle.title[0].isupper()
    in_a_journal = re.search(r" \d+\(\d+\), [\w-]+", principle.where)
    published = re.search(r"^[A-Z][\w &]+, [A-Z][\w ]+(; (habit|chapter) \d+)?$", principle.where)
    assert in_a_journal or published
    assert "http" not in principle.source
