"""The table of promises names tests, and those exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "docs" / "promises.md"


def rows() -> list[tuple[str, list[str]]]:
    """Each promise's numbers, and the tests it names."""
    found = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.match(r"\d", cells[0]):
            found.append((cells[0], re.findall(r"`(tests/[^`]+)`", cells[3])))
    return found


def functions_of(module: Path) -> set[str]:
    tree = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    return {node.name for node in tree if isinstance(node, ast.FunctionDef)}


def test_there_are_thirty() -> None:
    numbers = [int(number) for cell, _ in rows() for number in cell.split(",")]
    assert numbers == list(range(1, 31))


@pytest.mark.parametrize(("numbers", "named"), rows(), ids=[cell for cell, _ in rows()])
def test_each_is_held_by_tests_that_exist(numbers: str, named: list[str]) -> None:
    assert named, f"promise {numbers} is held by no test"
    for one in named:
        module, _, test = one.partition("::")
        there = functions_of(ROOT / module)
        assert test in there if test else any(name.startswith("test_") for name in there), one


def test_every_fault_test_holds_a_promise() -> None:
    named = {one.partition("::")[0] for _, tests in rows() for one in tests}
    made = {f"tests/faults/{path.name}" for path in Path(__file__).parent.glob("test_*.py")}
    assert made - named == {"tests/faults/test_promises.py"}


def test_readers_find_it() -> None:
    assert "(docs/promises.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
