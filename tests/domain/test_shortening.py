"""Text from anywhere as one short printable line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.shortening import one_line, shorten, words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  two\n words\t", "two words"),
        ("a\x1b[31mred\x07", "a[31mred"),
        ("over\u202eride\u2066d", "overrided"),
        ("Zoe\u0308", "Zoë"),
        ("\ud800", ""),
        ("ی\u200cک", "ی\u200cک"),  # a joiner shapes the letters, so it stays
    ],
)
def test_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one two", 2), ("x" * 80, 10), ("会议会议", 2), ("a " * 5, 5)]
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("one two three", 3, "one two three"),
        ("one, two, three", 2, "one, two…"),
        ("x" * 300, 2, "x" * 15 + "…"),
        ("会" * 40, 2, "会会会…"),
    ],
)
def test_shorten(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


@given(st.text(max_size=300), st.integers(1, 20))
def test_never_longer_than_asked(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert words(short) <= limit
    assert one_line(short) == short
