"""Texts read from the right, alone and beside others."""

from __future__ import annotations

import pytest

from ui.reading_direction import held_together, leftward

ARABIC, HEBREW = "\u0641\u0627\u0637\u0645\u0629", "\u05e9\u05dc\u05d5\u05dd"


@pytest.mark.parametrize(
    ("text", "from_the_right"),
    [
        ("", False),
        ("Maya", False),
        ("Žďárský · Ελένη · 会议", False),
        (ARABIC, True),
        (f"{HEBREW}, 24", True),
        (f"{ARABIC} in Leeds", False),
        ("24.12.", False),
    ],
)
def test_what_is_read_from_the_right(text: str, from_the_right: bool) -> None:
    assert leftward(text) is from_the_right


def test_only_what_needs_it_is_held_together() -> None:
    for text in ("", "Maya", "Ελένη", "会议"):
        assert held_together(text) == text
    for text in (ARABIC, f"{ARABIC} in Leeds", f"Leeds {HEBREW}"):
        held = held_together(text)
        assert text in held and len(held) == len(text) + 3
        assert not leftward(f"{held} · {held}")  # a line of ours, read from the left
