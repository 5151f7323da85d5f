"""Reading guides: what is right loads, what is wrong is named with file, key and reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.facts import FactKind
from planner.domain.guides import CATCH_UP, FIRST
from planner.domain.people import Attitude, Stage
from planner.errors import NotFound
from planner.guides.library import load, own_folder

HEAD = """\
id = "walk"
title = "A walk"
about = "For a talk outdoors."

[[phases]]
id = "out"
title = "Out"
minutes = 30

[[phases]]
id = "back"
title = "Back"
minutes = 30
minutes_each = 6
"""


def entry(given: str, /, **changed: str | None) -> str:
    """A prompt's TOML; a key set to None is left out, others are TOML values as written."""
    keys: dict[str, str | None] = {
        "id": f'"{given}"',
        "phase": '"out"',
        "text": '"Which way shall we go?"',
        "principle": '"Carnegie"',
        "why": '"They choose."',
        "dont": '"Do not lead."',
        "follow_ups": '["And then?", "Why that one?"]',
        "read_back": '"So we go ..."',
    } | changed
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n[[prompts]]\n" + "\n".join(lines) + "\n"


def write(folder: Path, text: str, name: str = "walk.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_the_programs_own_guides_load_without_a_problem() -> None:
    library = load()
    assert library.problems == ()
    assert {FIRST, CATCH_UP} <= {guide.id for guide in library.guides}
    assert own_folder().is_dir()


def test_every_key_is_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        HEAD
        + entry(
            "all",
            phase='"back"',
            depth="3",
            fills='"goal"',
            recalls='"challenge"',
            stages='["liked", "refers"]',
            audience='["press"]',
            topics='["Free  Time"]',
            always="true",
            offers="true",
        )
        + entry("plain"),
    )
    library = load(tmp_path)
    assert library.problems == ()
    (guide,) = library.guides
    assert (guide.title, guide.about) == ("A walk", "For a talk outdoors.")
    assert [(p.id, p.minutes, p.minutes_each) for p in guide.phases] == [
        ("out", 30, 4),
        ("back", 30, 6),
    ]
    full = library.prompt("all")
    assert full is not None
    assert (full.depth, full.fills, full.recalls) == (3, FactKind.GOAL, FactKind.CHALLENGE)
    assert full.stages == {Stage.LIKED, Stage.REFERS}
    assert full.audience == {Attitude.PRESS}
    assert (full.topics, full.always, full.offers) == (("free time",), True, True)
    plain = library.prompt("plain")
    assert plain is not None
    assert (plain.depth, plain.fills, plain.recalls) == (1, None, None)
    assert (plain.stages, plain.audience) == (frozenset(Stage), frozenset(Attitude))
    assert [p.id for p in guide.prompts] == ["plain", "all"]
    assert guide.phase_index("all") == 1


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("text", None, "is missing"),
        ("text", '"  "', "is empty"),
        ("why", "7", "must be a text"),
        ("dont", None, "is missing"),
        ("read_back", None, "is missing"),
        ("follow_ups", None, "is missing"),
        ("follow_ups", '["One?"]', "must hold 2 to 3 texts, not 1"),
        ("follow_ups", '["1", "2", "3", "4"]', "must hold 2 to 3 texts, not 4"),
        ("follow_ups", '"One?"', "must be a list of texts"),
        ("follow_ups", '["One?", 2]', "must be a list of texts"),
        ("depth", "4", "must be a whole number from 1 to 3"),
        ("depth", "true", "must be a whole number from 1 to 3"),
        ("depth", "1.5", "must be a whole number from 1 to 3"),
        ("fills", '"goals"', "must be one of does, for_whom"),
        ("recalls", "[]", "must be one of does, for_whom"),
        ("stages", '["close"]', "must be some of connected, known"),
        ("stages", "[]", "must be a list of some of connected, known"),
        ("audience", '"press"', "must be a list of some of open, dislikes"),
        ("audience", "[[1]]", "must be some of open, dislikes"),
        ("topics", str(["sailing"] * 21), "must hold 0 to 20 texts, not 21"),
        ("always", '"yes"', "must be true or false"),
        ("phase", '"home"', "there is no phase “home”"),
        ("phase", None, "is missing"),
        ("id", None, "is missing"),
    ],
)
def test_a_bad_entry_is_named_and_the_rest_load(
    tmp_path: Path, key: str, value: str | None, reason: str
) -> None:
    write(tmp_path, HEAD + entry("bad", **{key: value}) + entry("good"))
    library = load(tmp_path)
    assert [p.id for p in library.guide("walk").prompts] == ["good"]
    (problem,) = library.problems
    name = "prompt 1" if key == "id" else "prompt “bad”"
    assert problem.startswith(f"walk.toml, {name}, key “{key}”: ")
    assert reason in problem


def test_unknown_keys_are_named_and_change_nothing(tmp_path: Path) -> None:
    write(tmp_path, 'author = "me"\n' + HEAD + entry("one", mood='"sunny"'))
    library = load(tmp_path)
    assert library.problems == (
        "walk.toml, key “author”: is not known and was ignored.",
        "walk.toml, prompt “one”, key “mood”: is not known and was ignored.",
    )
    assert library.prompt("one") is not None


def test_duplicate_ids_are_named_and_the_first_stays(tmp_path: Path) -> None:
    write(tmp_path, HEAD + entry("one") + entry("one", text='"Other?"'), "a.toml")
    write(tmp_path, HEAD + entry("one"), "b.toml")
    other = HEAD.replace('"walk"', '"stroll"')
    write(tmp_path, other + entry("one") + entry("two"), "c.toml")
    library = load(tmp_path)
    assert [guide.id for guide in library.guides] == ["walk", "stroll"]
    one = library.prompt("one")
    assert one is not None
    assert one.text == "Which way shall we go?"
    assert [p.id for p in library.guide("stroll").prompts] == ["two"]
    assert library.problems == (
        "a.toml, prompt “one”, key “id”: another prompt in this guide has it already.",
        "b.toml, key “id”: the guide “walk” is already in a.toml; this file is left out.",
        "c.toml, prompt “one”, key “id”: already used in a.toml; this one is left out.",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"id = ", "is not valid TOML"),
        (b"a = " + b"[" * 5000, "is not valid TOML"),
        (b'id = "\xff"', "is not text in UTF-8"),
        (b"", "key “id”: is missing"),
        (b'id = "x"\ntitle = "X"\nphases = 3', "key “phases”: must be [[phases]] entries"),
        (b'id = "x"\ntitle = "X"\nphases = [1]', "key “phases”: must hold [[phases]] entries"),
        (HEAD.encode(), "key “prompts”: is missing"),
        ((HEAD + entry("x", text=None)).encode(), "has no prompt that can be used"),
        ((HEAD.partition("\n")[2] + entry("x")).encode(), "is left out, because of the above"),
    ],
)
def test_a_file_that_is_no_guide_is_named_and_the_others_load(
    tmp_path: Path, text: bytes, said: str
) -> None:
    (tmp_path / "broken.toml").write_bytes(text)
    write(tmp_path, HEAD + entry("one"))
    library = load(tmp_path)
    assert [guide.id for guide in library.guides] == ["walk"]
    assert all(problem.startswith("broken.toml") for problem in library.problems)
    assert said in " ".join(library.problems)


def test_a_bad_phase_takes_only_its_own_prompts_along(tmp_path: Path) -> None:
    text = HEAD.replace("minutes = 30\nminutes_each = 6", 'minutes = "long"')
    write(tmp_path, text + entry("out") + entry("back", phase='"back"'))
    library = load(tmp_path)
    assert [p.id for p in library.guide("walk").prompts] == ["out"]
    assert library.problems == (
        "walk.toml, phase “back”, key “minutes”: must be a whole number from 1 to 60.",
        "walk.toml, prompt “back”, key “phase”: there is no phase “back” in this guide.",
    )


def test_of_two_phases_with_one_id_the_first_stays(tmp_path: Path) -> None:
    write(tmp_path, HEAD.replace('id = "back"', 'id = "out"') + entry("one"))
    library = load(tmp_path)
    assert [phase.title for phase in library.guide("walk").phases] == ["Out"]
    assert library.problems == (
        "walk.toml, phase “out”, key “id”: another phase in this guide has it already.",
    )


def test_a_missing_or_empty_folder_is_a_problem_in_words(tmp_path: Path) -> None:
    (problem,) = load(tmp_path / "nowhere").problems
    assert "cannot be read" in problem
    (problem,) = load(tmp_path).problems
    assert "holds no guides" in problem


def test_a_byte_order_mark_and_other_files_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "walk.toml").write_bytes(b"\xef\xbb\xbf" + (HEAD + entry("one")).encode())
    (tmp_path / "notes.txt").write_text("hello", encoding="utf-8")
    library = load(tmp_path)
    assert library.problems == ()
    assert len(library.guides) == 1


def test_an_unknown_guide_is_refused_in_words() -> None:
    with pytest.raises(NotFound, match="“nope” is not in the question library"):
        load().guide("nope")
    assert load().prompt("nope") is None


VALUES = st.recursive(
    st.sampled_from(["1", "0", "-5", "true", '""', '"x"', "1.5", "1979-05-27", "nan"]),
    lambda inner: st.lists(inner, max_size=3).map(lambda one: f"[{', '.join(one)}]"),
    max_leaves=4,
)
KEYS = st.sampled_from(["id", "phase", "text", "follow_ups", "depth", "fills", "stages", "topics"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changed=st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_whatever_an_entry_holds_the_good_one_loads(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    write(tmp_path, HEAD + entry("good") + entry("odd", **changed))
    library = load(tmp_path)
    assert library.prompt("good") is not None
    kept = len(library.guide("walk").prompts)
    assert kept == 2 or library.problems
