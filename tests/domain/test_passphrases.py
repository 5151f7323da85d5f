"""How a passphrase is judged: words, not rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.passphrases import Strength, strength


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", Strength.NONE),
        ("   ", Strength.NONE),
        ("secret", Strength.WEAK),
        ("password", Strength.WEAK),
        ("Summer2026!", Strength.WEAK),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("same same same same", Strength.WEAK),
        ("correct horse", Strength.WEAK),
        ("correct horse battery", Strength.FAIR),
        ("correct horse battery staple", Strength.STRONG),
        ("löwe apfel zaun münze", Strength.STRONG),
        ("k3$Vx9!q7#Lm", Strength.STRONG),
        ("vier-worte-mit-strichen", Strength.STRONG),
    ],
)
def test_what_is_said_of_it(typed: str, found: Strength) -> None:
    assert strength(typed) is found


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_anything_can_be_judged_and_one_word_more_never_makes_it_weaker(typed: str) -> None:
    assert strength(typed + " lighthouse") >= strength(typed)
