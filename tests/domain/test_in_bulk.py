"""Work on many records at once: in the end it is as if each had been worked on by itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.changes import Edit, Kind
from planner.domain.in_bulk import MANY, filled, in_bulk, pieces
from planner.domain.people import Person


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    assert gc.isenabled()


def test_nothing_is_looked_through_for_circles_while_very_many_are_made() -> None:
    with in_bulk(MANY):
        assert not gc.isenabled()
        with in_bulk():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_is_left_out_also_where_others_keep_the_collector_off() -> None:
    gc.disable()
    try:
        before = gc.get_freeze_count()
        with in_bulk(MANY):
            made = [[number] for number in range(MANY)]
        assert gc.get_freeze_count() - before >= len(made)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_few_are_as_usual() -> None:
    with in_bulk(MANY - 1):
        assert gc.isenabled()


def test_an_error_switches_it_on_again() -> None:
    with pytest.raises(ValueError, match="wrong"), in_bulk():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_each_is_as_if_made_by_itself() -> None:
    names, emails = ("Maya", "Ben"), (("maya@a.example",), ())
    made = filled(Person, 2, name=iter(names), emails=emails)
    assert made == [Person(name=n, emails=e) for n, e in zip(names, emails, strict=True)]
    assert hash(made[0]) == hash(Person(name="Maya", emails=("maya@a.example",)))


def test_they_are_as_frozen_as_others() -> None:
    (maya,) = filled(Person, 1, name=["Maya"])
    with pytest.raises(FrozenInstanceError):
        maya.name = "Ben"  # type: ignore[misc]


def test_none_at_all() -> None:
    assert filled(Person, 0) == []


def test_a_field_without_default_needs_a_column() -> None:
    with pytest.raises(TypeError, match="Edit has no default for after"):
        filled(Edit, 1, kind=[Kind.PERSON], id=[1], before=[None])


@given(st.lists(st.binary(max_size=9), max_size=9).map(b"\n".join), st.integers(1, 20))
def test_pieces_end_behind_line_breaks_and_nothing_is_lost(data: bytes, size: int) -> None:
    found = list(pieces(data, size))
    assert b"".join(found) == data
    for piece in found[:-1]:
        assert piece.endswith(b"\n") and b"\n" not in piece[size:-1]
