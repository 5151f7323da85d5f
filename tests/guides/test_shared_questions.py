"""Files of questions: what is written is read again, and what is wrong in one is named."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.facts import FactKind
from planner.domain.own_questions import OwnGuide, OwnPrompt
from planner.domain.people import Attitude, Stage
from planner.domain.shortening import one_line
from planner.guides.library import own_folder
from planner.guides.shared import LARGEST, read_shared, shared_in
from planner.guides.writer import questions_file

# One line with something on it, as the journeys keep texts.
LINES = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
    .map(one_line)
    .filter(bool)
)
PERHAPS = st.one_of(st.just(""), LINES)
PROMPTS = st.builds(
    OwnPrompt,
    id=st.just(0),
    key=LINES,
    guide=st.sampled_from(["first", "own-g"]),
    phase=st.just("arrive"),
    text=LINES,
    principle=PERHAPS,
    why=PERHAPS,
    dont=PERHAPS,
    follow_ups=st.lists(LINES, max_size=6).map(tuple),
    read_back=PERHAPS,
    depth=st.integers(1, 3),
    fills=st.one_of(st.none(), st.sampled_from(FactKind)),
    recalls=st.one_of(st.none(), st.sampled_from(FactKind)),
    stages=st.frozensets(st.sampled_from(Stage), min_size=1),
    audience=st.frozensets(st.sampled_from(Attitude), min_size=1),
    topics=st.lists(st.just("hill walking"), max_size=2).map(tuple),
    removed=st.just(False),
)


@given(title=LINES, about=PERHAPS, prompts=st.lists(PROMPTS, max_size=4, unique_by=lambda p: p.key))
def test_what_is_written_is_read_again(title: str, about: str, prompts: list[OwnPrompt]) -> None:
    guide = OwnGuide(key="own-g", title=title, about=about, paces=(4, 5, 4, 4, 3))
    read = shared_in(questions_file([guide], prompts), "x.toml")
    assert read.problems == ()
    assert read.guides == (guide,)
    assert read.prompts == tuple(prompts)


def test_the_file_is_toml_anybody_can_read() -> None:
    file = questions_file((), [OwnPrompt(key="own-1", guide="first", phase="help", text='A "b"?')])
    assert tomllib.loads(file.decode()) == {
        "format": "visavis-questions",
        "version": 1,
        "prompts": [{"id": "own-1", "guide": "first", "phase": "help", "text": 'A "b"?'}],
    }


def test_no_letter_makes_the_file_unreadable() -> None:
    odd = OwnPrompt(key="own-1", guide="first", phase="help", text='"\\ \x7f\t\u2028 é 你')
    (entry,) = tomllib.loads(questions_file((), [odd]).decode())["prompts"]
    assert entry["text"] == odd.text


def test_a_guide_of_the_programs_own_form_is_read() -> None:
    read = read_shared(own_folder() / "first.toml")
    assert read.problems == ()
    assert [guide.key for guide in read.guides] == ["first"]
    assert len(read.prompts) > 20


HEAD = 'format = "visavis-questions"\nversion = 1\n'
GOOD = '[[prompts]]\nid = "a"\nguide = "first"\nphase = "help"\ntext = "Good?"\n'


@pytest.mark.parametrize(
    "entry, told",
    [
        ('id = "b"\nguide = "first"\nphase = "help"', "prompt “b”, key “text”: is missing"),
        ('guide = "first"\nphase = "help"\ntext = "Hm?"', "prompt 2, key “id”: is missing"),
        ('id = "b"\nphase = "help"\ntext = "Hm?"', "prompt “b”, key “guide”: is missing"),
        ('id = "b"\nguide = "first"\ntext = "Hm?"', "prompt “b”, key “phase”: is missing"),
        ('id = "b"\nguide = "first"\nphase = "help"\ntext = 3', "key “text”: must be a text"),
        (
            'id = "b"\nguide = "first"\nphase = "help"\ntext = "Hm?"\ndepth = 9',
            "key “depth”: must be a whole number from 1 to 3",
        ),
        (
            f'id = "b"\nguide = "first"\nphase = "help"\ntext = "{"x" * 700}"',
            "key “text”: has 700 letters",
        ),
        (
            'id = "a"\nguide = "first"\nphase = "help"\ntext = "Hm?"',
            "prompt “a”, key “id”: is there",
        ),
    ],
)
def test_a_broken_question_is_named_and_the_rest_is_read(entry: str, told: str) -> None:
    read = shared_in(f"{HEAD}{GOOD}[[prompts]]\n{entry}\n".encode(), "x.toml")
    assert [prompt.text for prompt in read.prompts] == ["Good?"]
    assert len(read.problems) == 1
    assert read.problems[0].startswith("x.toml, ") and told in read.problems[0]


def test_a_key_nobody_knows_is_named_and_its_question_read() -> None:
    read = shared_in(f"{HEAD}{GOOD}mood = 3\n".encode(), "x.toml")
    assert len(read.prompts) == 1
    assert read.problems == ("x.toml, prompt “a”, key “mood”: is not known and was ignored.",)


def test_a_broken_guide_is_named_and_the_rest_is_read() -> None:
    guide = '[[guides]]\nid = "g"\n[[guides.phases]]\nid = "p"\ntitle = "P"\nminutes = 99\n'
    read = shared_in(f"{HEAD}{guide}{GOOD}".encode(), "x.toml")
    assert not read.guides and len(read.prompts) == 1
    assert any("guide “g”, key “title”: is missing" in each for each in read.problems)
    assert any("phase “p”, key “minutes”" in each for each in read.problems)


@pytest.mark.parametrize(
    "content, told",
    [
        (b"\xff\xfe", "is not text in UTF-8"),
        (b"a = ", "is not valid TOML"),
        (b"[tool.ruff]\nline-length = 100", "this is no file of questions"),
        (b'format = "visavis-questions"\nversion = 2', "of a newer Vis-"),
        (b'format = "visavis-questions"', "key “version”: is missing"),
        (b'format = "visavis-questions"\nversion = "1"', "key “version”: must be a whole number"),
        (b'title = "Mine"\nid = "x"', "key “phases”: is missing"),
    ],
)
def test_what_is_no_file_of_questions_is_said(content: bytes, told: str) -> None:
    read = shared_in(content, "x.toml")
    assert not read.guides and not read.prompts
    assert any(told in each for each in read.problems)


def test_of_a_file_of_something_else_nothing_more_is_said() -> None:
    read = shared_in(b"[project]\n[build-system]\n[tool.ruff]\n", "x.toml")
    assert len(read.problems) == 1


def test_letters_that_hide_or_turn_the_words_are_left_out() -> None:
    text = r"Who\u0000 \u202Eis\u001b there?"
    read = shared_in(f"{HEAD}{GOOD.replace('Good?', text)}".encode(), "x.toml")
    assert [prompt.text for prompt in read.prompts] == ["Who is there?"]


def test_a_file_that_is_too_large_or_gone_is_said(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (LARGEST + 1))
    assert "too large" in read_shared(large).problems[0]
    assert "cannot be read" in read_shared(tmp_path / "gone.toml").problems[0]


@given(content=st.binary(max_size=200))
def test_no_bytes_make_it_fail(content: bytes) -> None:
    shared_in(content, "x.toml")
    shared_in(HEAD.encode() + content, "x.toml")
