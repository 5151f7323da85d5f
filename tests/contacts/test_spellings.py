"""What tells that two names are one: letters apart, and what people are called for short."""

from __future__ import annotations

from importlib.resources import files

import pytest

from planner.contacts.spellings import spellings
from planner.domain.identity import folded


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("okafor", "okafor", 0),
        ("okafor", "okaffor", 1),
        ("okafor", "okafro", 1),
        ("okafor", "okaf", 2),
        ("okafor", "", 3),
    ],
)
def test_letters_apart(one: str, other: str, apart: int) -> None:
    assert spellings().apart(one, other) == apart


def test_a_short_form_is_of_every_name_it_may_stand_for() -> None:
    roots = spellings().roots
    assert roots("bob") == roots("robert") != frozenset()
    assert roots("alex") & roots("alexander") and roots("alex") & roots("alexandra")
    assert not roots("alexander") & roots("bob")
    assert roots("what") == roots("") == roots("#") == frozenset()


def test_the_list_is_in_the_form_in_which_names_are_compared() -> None:
    text = (files("resources") / "nicknames.txt").read_text(encoding="utf-8")
    groups = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in groups if folded(line) != line or len(line.split()) < 2] == []
    assert [line for line in groups if len(set(line.split())) < len(line.split())] == []
