"""What to call somebody: never a title, nor half of a family name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.first_names import given_name
from planner.domain.people import Person


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Maya Okafor", "Maya"),
        ("Dr. Maya Okafor", "Maya"),
        ("Prof. Dr.-Ing. Anna Weiß", "Anna"),
        ("Mr Okafor", "Mr Okafor"),
        ("Dr. Okafor, PhD", "Dr. Okafor"),
        ("Prof. van der Berg", "Prof. van der Berg"),
        ("Okafor, Maya", "Maya"),
        ("OKAFOR, MAYA", "MAYA"),
        ("Okafor, Dr. Maya", "Maya"),
        ("Okafor, Maya, PhD", "Maya"),
        ("van der Berg, Anna", "Anna"),
        ("Van der Berg, Anna", "Anna"),
        ("de la Cruz, Ana María", "Ana"),
        ("Anna van der Berg", "Anna"),
        ("Van Morrison", "Van"),
        ("Tom Reyes, MBA", "Tom"),
        ("Tom Reyes, Ph.D.", "Tom"),
        ("Wei Lin Zhang", "Wei Lin"),
        ("Kim Min Jun", "Min Jun"),
        ("Okafor,", "Okafor"),
        ("王小明", "王小明"),
    ],
)
def test_the_first_name_is_found_however_the_name_is_written(name: str, called: str) -> None:
    assert given_name(name) == called
    assert Person(name=name).first_name == called


@pytest.mark.parametrize(
    "name",
    ["van der Berg", "García Márquez, Gabriel", "+44 113 496", "maya@harbour.example", "Dr."],
)
def test_whoever_nobody_can_tell_it_of_is_called_by_the_whole_name(name: str) -> None:
    assert given_name(name) == ""
    assert Person(name=f" {name} ").first_name == name


@given(st.text())
def test_every_name_has_something_to_call_them(name: str) -> None:
    assert bool(Person(name=name).first_name) == bool(name.strip())
    assert given_name(name) == " ".join(given_name(name).split())
