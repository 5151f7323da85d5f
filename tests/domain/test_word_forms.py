"""Words for comparing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.word_forms import all_folded, folded, stem, stems


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("architect", "architects"),
        ("agency", "agencies"),
        ("coach", "coaches"),
        ("business", "businesses"),
        ("house", "houses"),
        ("brush", "brushes"),
    ],
)
def test_one_and_many_have_the_same_stem(one: str, many: str) -> None:
    assert stem(many) == stem(one) == one


@pytest.mark.parametrize("word", ["gas", "press", "bus", "it", ""])
def test_short_words_and_those_that_end_so_anyway_stay(word: str) -> None:
    assert stem(word) == word


def test_a_phrase_is_its_meaningful_words_in_order() -> None:
    assert stems("Architects in the North of Łódź") == ("architect", "north", "lodz")


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.lists(st.text(max_size=12), max_size=6))
def test_many_are_folded_as_each_alone(texts: list[str]) -> None:
    assert all_folded(texts) == [folded(text.replace("\0", " ")) for text in texts] or any(
        text.isascii() and "\0" in text for text in texts
    )
