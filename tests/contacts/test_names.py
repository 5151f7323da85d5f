"""A name taken apart for files that want its parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.contacts.names import parts_of


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Maya Okafor", ("Okafor", "Maya", "", "", "")),
        ("Madonna", ("", "Madonna", "", "", "")),
        ("Anna Maria Schmidt", ("Schmidt", "Anna", "Maria", "", "")),
        ("Prof. Dr. Ada Lovelace", ("Lovelace", "Ada", "", "Prof. Dr.", "")),
        ("Ludwig van Beethoven", ("van Beethoven", "Ludwig", "", "", "")),
        ("Juan Carlos de la Cruz", ("de la Cruz", "Juan", "Carlos", "", "")),
        ("Martin Luther King Jr.", ("King", "Martin", "Luther", "", "Jr.")),
        ("Dr. Who", ("", "Who", "", "Dr.", "")),
        ("Van Morrison", ("Morrison", "Van", "", "", "")),
        ("", ("", "", "", "", "")),
    ],
)
def test_the_likely_parts(name: str, parts: tuple[str, ...]) -> None:
    assert parts_of(name) == parts


@given(st.text(max_size=30))
def test_no_word_is_lost(name: str) -> None:
    parts = parts_of(name)
    whole = (parts.before, parts.given, parts.additional, parts.family, parts.after)
    assert " ".join(filter(None, whole)) == " ".join(name.split())
