"""Text and addresses that were made to break a calendar file, and do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calendar.plain_text import display_name, first_mailto, lines, mailto, one_line

BREAKS = ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", *"\x1c\x1d\x1e\x1f")


@pytest.mark.parametrize("line_break", BREAKS)
def test_every_line_break_is_one_line_feed_or_a_space(line_break: str) -> None:
    assert lines(f" a{line_break}b ") == "a\nb"
    assert one_line(f" a{line_break}b ") == "a b"


@given(st.text(alphabet=st.characters()))
def test_nothing_unwritable_is_left(text: str) -> None:
    for safe in (lines(text), one_line(text), display_name(text)):
        safe.encode("utf-8")
        assert all(letter >= " " or letter in "\n\t" for letter in safe)
        assert not set(safe) & set("\x7f\x85\u2028\u2029")
    assert "\n" not in one_line(text)
    assert not set(display_name(text)) & {'"', "^", "\n"}


@pytest.mark.parametrize(
    ("email", "uri"),
    [
        ("zoe@mail.example", "mailto:zoe@mail.example"),
        ("  zoe@mail.example\n", "mailto:zoe@mail.example"),
        ("o'neill+list@mail.example", "mailto:o'neill+list@mail.example"),
        ("a?cc=eve@mail.example", "mailto:a%3Fcc=eve@mail.example"),
        ("100%@mail.example", "mailto:100%25@mail.example"),
        ("zoë@mail.example", "mailto:zo%C3%AB@mail.example"),
        ("zoe@bücher.example", "mailto:zoe@xn--bcher-kva.example"),
    ],
)
def test_one_plain_address_is_a_mailto(email: str, uri: str) -> None:
    assert mailto(email) == uri


@pytest.mark.parametrize(
    "email",
    [
        *("", "zoe", "zoe@", "@mail.example", "a@b@c", "zoe @mail.example"),
        *("a@b.example,eve@c.example", "a@b.example;eve@c.example", "<a@b.example>"),
        "a@b.example\r\nATTENDEE:mailto:eve@c.example",
        "a@b.example?cc=eve@c.example",
        "a@b.example?cc=eve",
        '"a"@b.example',
        "a\x00@b.example",
        "a\u2028b@c.example",
        "\ud800@b.example",
    ],
)
def test_what_is_not_one_plain_address_is_none(email: str) -> None:
    assert mailto(email) is None


def test_the_first_address_that_can_be_written_is_used() -> None:
    assert first_mailto(("zoe", "", "zoe@mail.example", "z@b.example")) == "mailto:zoe@mail.example"
    assert first_mailto(()) is None
