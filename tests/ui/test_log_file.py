"""The log: for the user's eyes alone, without names, and no reason not to run."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.errors import LibraryDamaged, PlannerError
from ui import asking, log_file
from ui.log_file import begin_log, log_path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the log would lie; the logging of the tests is put back afterwards."""
    there = tmp_path / "logs" / "visavis.log"
    monkeypatch.setattr(log_file, "log_path", lambda app: there)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield there
    root.setLevel(level)
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        assert isinstance(handler, logging.StreamHandler)
        handler.stream.close()


@pytest.fixture
def told(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the user was told in a box of its own."""
    sentences: list[str] = []
    monkeypatch.setattr(asking, "warn", lambda parent, title, words: sentences.append(words))
    return sentences


def test_it_lies_in_the_platforms_log_folder() -> None:
    assert log_path("visavis").name == "visavis.log"
    assert "visavis" in str(log_path("visavis").parent)


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_only_the_user_may_read_it(path: Path) -> None:
    begin_log("visavis")
    logging.getLogger("ui").info("opened")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_each_line_says_when_how_grave_and_where(path: Path) -> None:
    begin_log("visavis")
    logging.getLogger("ui.session").warning("refused: %s", "PlannerError")
    line = path.read_text(encoding="utf-8")
    assert line.endswith(" WARNING ui.session: refused: PlannerError\n")
    assert line[:4].isdigit()


def test_what_went_wrong_is_told_without_its_words(path: Path) -> None:
    """An error quotes what was at hand, and that may be somebody's name."""
    begin_log("visavis")
    try:
        try:
            {}["Maya Okafor"]
        except KeyError as inner:
            raise ValueError("note: does not keep her word") from inner
    except ValueError:
        logging.getLogger("ui.background").exception("background work failed")
    said = path.read_text(encoding="utf-8")
    assert "Maya" not in said and "her word" not in said
    assert "ValueError" in said and "KeyError" in said
    assert "test_log_file.py" in said and "test_what_went_wrong" in said
    assert said.index("KeyError") < said.index("which led to:") < said.index("ValueError")


def test_a_context_that_was_set_aside_is_not_told(path: Path) -> None:
    begin_log("visavis")
    try:
        try:
            {}["Maya Okafor"]
        except KeyError:
            raise PlannerError("Nobody is called that.") from None
    except PlannerError:
        logging.getLogger("ui").exception("refused")
    said = path.read_text(encoding="utf-8")
    assert "PlannerError" in said and "KeyError" not in said


def test_a_bug_is_logged_and_the_user_told_in_a_sentence(
    path: Path, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    begin_log("visavis")
    try:
        raise IndexError("Maya Okafor")
    except IndexError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    said = path.read_text(encoding="utf-8")
    assert " ERROR bug: " in said and "IndexError" in said and "Maya" not in said
    assert len(told) == 1 and "What you had saved is safe" in told[0]
    assert "IndexError: Maya Okafor" in capsys.readouterr().err  # the terminal is the user's own


def test_ctrl_c_in_the_terminal_is_no_bug_to_tell(path: Path, told: list[str]) -> None:
    begin_log("visavis")
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_a_log_grown_long_becomes_the_old_one(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("x" * (log_file.LONGEST + 1))
    begin_log("visavis")
    logging.getLogger("ui").info("opened")
    assert path.with_suffix(".old.log").stat().st_size > log_file.LONGEST
    assert path.stat().st_size < 200


def test_a_log_goes_on_at_the_next_start(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("the start before\n")
    begin_log("visavis")
    logging.getLogger("ui").info("opened")
    assert path.read_text(encoding="utf-8").startswith("the start before\n")


@pytest.mark.parametrize("way", ["a file where the folder should be", "a folder of its name"])
def test_a_log_that_cannot_be_written_is_no_reason_not_to_run(path: Path, way: str) -> None:
    if way.startswith("a file"):
        path.parent.write_text("")
    else:
        path.mkdir(parents=True)
    begin_log("visavis")
    logging.getLogger("ui").info("opened")


def test_a_library_that_cannot_be_read_is_told_in_its_own_words(
    path: Path, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    begin_log("visavis")
    damage = LibraryDamaged("The library is damaged.")
    sys.excepthook(LibraryDamaged, damage, None)
    assert told == ["The library is damaged."]
    assert capsys.readouterr().err == "The library is damaged.\n"
