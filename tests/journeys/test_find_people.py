"""Finding people as somebody names them at a command line."""

from __future__ import annotations

import pytest

from planner.domain.people import Person
from planner.errors import AmbiguousName, NotFound
from planner.journeys.find_people import matching_people, one_person
from planner.storage.store import Store


@pytest.fixture
def known(store: Store) -> Store:
    with store.transaction():
        store.people.add_many(
            (
                Person(name="Ana Ferreira", company="Bloom", emails=("Ana@bloom.example",)),
                Person(name="Anabel Cho", phones=("0113 496 0001",)),
                Person(name="Zoë Müller", role="Architect", city="Leeds"),
                Person(name="Dr. Tom Reyes", emails=("tom@a.example", "t@b.example")),
                Person(name="Tom Reyes", company="Loans & Co"),
            )
        )
    return store


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1", "Ana Ferreira"),
        (" ana@BLOOM.example ", "Ana Ferreira"),
        ("t@b.example", "Dr. Tom Reyes"),
        ("ana", "Ana Ferreira"),  # a whole word goes before a part of one
        ("anab", "Anabel Cho"),
        ("zoe muller", "Zoë Müller"),
        ("MÜLLER, zoë", "Zoë Müller"),
    ],
)
def test_one_person(known: Store, text: str, name: str) -> None:
    assert one_person(known, text).name == name


@pytest.mark.parametrize("text", ["99", "nobody@a.example", "Xavier", "", "…"])
def test_nobody(known: Store, text: str) -> None:
    with pytest.raises(NotFound) as refused:
        one_person(known, text)
    assert f"“{text}”" in str(refused.value)


def test_a_name_that_fits_several_is_refused_with_who_they_are(known: Store) -> None:
    with pytest.raises(AmbiguousName) as refused:
        one_person(known, "tom reyes")
    assert str(refused.value) == (
        "“tom reyes” fits 2 people: Dr. Tom Reyes, tom@a.example (id 4); "
        "Tom Reyes, Loans & Co (id 5). Give the id or the e-mail."
    )


def test_very_many_are_not_all_named(store: Store) -> None:
    with store.transaction():
        store.people.add_many(Person(name=f"Sam {number}") for number in range(9))
    with pytest.raises(AmbiguousName, match=r"fits 9 people: .* and 4 more"):
        one_person(store, "sam")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["Ana Ferreira", "Anabel Cho", "Dr. Tom Reyes", "Tom Reyes", "Zoë Müller"]),
        ("architect LEEDS", ["Zoë Müller"]),
        ("ana", ["Ana Ferreira", "Anabel Cho"]),
        ("b.example", ["Dr. Tom Reyes"]),
        ("496", ["Anabel Cho"]),
        ("01134960001", ["Anabel Cho"]),
        ("ana xavier", []),
    ],
)
def test_matching_people_hold_every_word_somewhere(
    known: Store, text: str, names: list[str]
) -> None:
    assert [person.name for person in matching_people(known, text)] == names
