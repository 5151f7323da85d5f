"""Who is proposed to be one person, for which reason, and who is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.contacts.phone_numbers import phone_keys
from planner.contacts.spellings import spellings
from planner.domain.duplicates import Alike, Beside, Likeness, Pair
from planner.domain.finding_duplicates import MOST_PAIRS, find_pairs
from planner.domain.people import Person


def p(name: str = "", company: str = "", *reach: str, **fields: object) -> Person:
    """Somebody, with e-mails, phone numbers and links told apart by how they look."""
    links = tuple(text for text in reach if "/" in text)
    emails = tuple(text for text in reach if "@" in text)
    phones = tuple(text for text in reach if text not in links + emails)
    return Person(
        name=name,
        company=company,
        emails=emails,
        phones=phones,
        links=links,
        **fields,  # type: ignore[arg-type]
    )


@lru_cache
def british(phone: str) -> str:
    return phone_keys("GB")(phone)


def pairs_of(*people: Person, apart: tuple[tuple[int, int], ...] = ()) -> list[Pair]:
    numbered = [replace(person, id=n) for n, person in enumerate(people, start=1)]
    return find_pairs(numbered, spellings(), british, apart)


def likeness_of(one: Person, other: Person) -> Likeness | None:
    found = pairs_of(one, other)
    return found[0].likeness if found else None


IN = "linkedin.com/in/"


def test_two_pages_at_linkedin_come_last() -> None:
    mayas = [p("Maya Okafor", "Harbour", IN + page) for page in ("maya", "mayaok")]
    bobs = p("Bob Zablocki"), p("Robert Zablocki")
    found = pairs_of(*mayas, *bobs)
    assert [pair.person.name for pair in found] == ["Bob Zablocki", "Maya Okafor"]


def test_two_pages_connected_with_on_two_days_are_two_people() -> None:
    first = replace(p("Maya Okafor", "Harbour", IN + "maya"), connected_on=date(2024, 8, 3))
    renamed = replace(first, links=(IN + "mayaok",))
    other = replace(renamed, connected_on=date(2025, 1, 2))
    assert likeness_of(first, renamed) is not None
    assert likeness_of(first, other) is None
    one_number = [replace(person, phones=("0113 496 0000",)) for person in (first, other)]
    assert likeness_of(*one_number) is not None


ALIKE = [
    # The same address, number or page.
    (p("Maya Okafor", "", "maya@h.example"), p("M. Okafor", "", "MAYA@h.example"), Alike.EMAIL),
    (p("Maya Okafor", "", "maya@h.example"), p("Maya Hill", "", "maya@h.example"), Alike.EMAIL),
    (p("Bob Kane", "", "info@k.example"), p("Robert Kane", "", "info@k.example"), Alike.EMAIL),
    (
        p("maya@h.example", "", "maya@h.example"),
        p("Maya Okafor", "", "maya@h.example"),
        Alike.EMAIL,
    ),
    (p("Maya Okafor", "", "0113 496 0000"), p("Maya Okafor", "", "+441134960000"), Alike.PHONE),
    (p("Maya Okafor", "", "0113 496 0000"), p("Maya Hill", "", "+441134960000"), Alike.PHONE),
    (p("+44 7700 900123", "", "+44 7700 900123"), p("Ana Cho", "", "07700 900123"), Alike.PHONE),
    (p("Okafor", "", "0113 496 0000"), p("Maya Okafor", "", "0113 4960000"), Alike.PHONE),
    (
        p("Maya Okafor", "", IN + "mayaok"),
        p("Maya Hill", "", "www." + IN + "MayaOk/"),
        Alike.PROFILE,
    ),
    (p("Anna Ivanova", "", IN + "anna-i"), p("Анна Иванова", "", IN + "anna-i"), Alike.PROFILE),
    # The same name, however it is written.
    (p("Maya Okafor", "Harbour & Co"), p("MAYA OKAFOR", "Harbour and Co Ltd."), Alike.NAME),
    (p("Okafor, Maya", "Harbour"), p("Maya Okafor", "Harbour"), Alike.NAME),
    (p("John Smith, Jr.", "Acme"), p("John Smith Jr", "Acme"), Alike.NAME),
    (p("Nagy Anna", "Duna"), p("Anna Nagy", "Duna Kft"), Alike.NAME),
    (p("Dr. Zoë Müller", "Uni Köln"), p("Zoe Mueller", "Uni Koeln"), Alike.NAME),
    (p("Łukasz Kowalski", city="Kraków"), p("Lukasz Kowalski", city="Krakow"), Alike.NAME),
    (p("Anne-Marie Dubois", "Lys"), p("Annemarie Dubois", "Lys"), Alike.NAME),
    (p("Seán O’Neill", "Tor"), p("Sean ONeill", "Tor"), Alike.NAME),
    (p("Prof. Maya Okafor, MBA", "", "m@x.example"), p("Maya Okafor"), Alike.NAME),
    (p("Maya Okafor", birthday="1980-01-22"), p("Maya Okafor", birthday="--01-22"), Alike.NAME),
    (
        p("Maya Okafor", "", "mayao83@a.example"),
        p("Maya Okafor", "", "mayao83@gmail.com"),
        Alike.NAME,
    ),
    (p("Maya Okafor", "Old Ltd"), p("Maya Okafor", "New plc"), Alike.NAME),
    (p("John Smith", "Acme"), p("John Smith", "", "07700 900123"), Alike.NAME),
    (p("Maya Okafor", "H", IN + "maya"), p("Maya Okafor", "H", IN + "maya-2"), Alike.NAME),
    (p("John A. Smith", "Acme"), p("John Smith", "Acme"), Alike.LONGER_NAME),
    (p("John Paul Smith", "Acme"), p("John P. Smith", "Acme"), Alike.LONGER_NAME),
    (p("Maria Lopez Vega", "Sol"), p("Maria Lopez", "Sol"), Alike.PART_OF_NAME),
    # Nicknames.
    (p("Bob Okafor", "Harbour"), p("Robert Okafor", "Harbour"), Alike.NICKNAME),
    (p("Kate Shah", city="Leeds"), p("Katherine Shah", city="Leeds"), Alike.NICKNAME),
    (p("Bill Cho", "", "b@cho.example"), p("William Cho", "", "wc@cho.example"), Alike.NICKNAME),
    (p("Alex Ferreira", "Sol"), p("Alexandra Ferreira", "Sol"), Alike.NICKNAME),
    (p("Liz Lindqvist"), p("Elizabeth Lindqvist", "Sund AB"), Alike.NICKNAME),
    # A slip of the pen.
    (p("Maya Okafor", "Harbour"), p("Maya Okaffor", "Harbour"), Alike.NEAR_NAME),
    (p("Jonas Lindqvist", city="Lund"), p("Jonas Lindkvist", city="Lund"), Alike.NEAR_NAME),
    (p("Thomas Meyer", "Siemens"), p("Thomas Meier", "Siemens"), Alike.NEAR_NAME),
    (p("Priya Shah", "Quay"), p("Pryia Shah", "Quay"), Alike.NEAR_NAME),
    (
        p("Ines Ferreira", "", "i@q.example"),
        p("Ines Fereira", "", "ines@q.example"),
        Alike.NEAR_NAME,
    ),
    # One is all there is of the other.
    (p("Maya", "Harbour & Co"), p("Maya Okafor", "Harbour & Co"), Alike.PART_OF_NAME),
    (p("M. Okafor", "Harbour"), p("Maya Okafor", "Harbour Ltd"), Alike.PART_OF_NAME),
    (p("Maya", "", "info@h.example"), p("Maya Okafor", "", "info@h.example"), Alike.PART_OF_NAME),
    (p("Okafor", "", "x@h.example"), p("Maya Okafor", "", "m@h.example"), Alike.PART_OF_NAME),
]

NOT_ALIKE = [
    # One name, two people.
    (p("John Smith", "Acme", "js@acme.example"), p("John Smith", "Bolt", "john@bolt.example")),
    (p("John Smith", "Acme"), p("John Smith", "Bolt")),
    (p("John Smith", "Acme", city="London"), p("John Smith", "Bolt", city="London")),
    (p("John Smith", "A", "john.smith@a.example"), p("John Smith", "B", "john.smith@b.example")),
    (p("Maya Okafor", "H", birthday="1980-01-22"), p("Maya Okafor", "H", birthday="1951-03-04")),
    (p("Ian Kane", "H", birthday="1980-01-22"), p("Ian Kane", "H", birthday="1950-01-22")),
    (
        p("Ian Kane", "", "0113 496 0000", birthday="1980-01-22"),
        p("Ian Kane", "", "0113 496 0000", birthday="1950-03-04"),
    ),
    (p("Maya Okafor", "Old", IN + "maya"), p("Maya Okafor", "New", IN + "maya-2")),
    (p("John Smith Jr.", "Acme"), p("John Smith Sr.", "Acme")),
    (p("John A. Smith", "Acme"), p("John B. Smith", "Acme")),
    # Families and offices share addresses.
    (p("Tom Miller", "", "millers@x.example"), p("Anna Miller", "", "millers@x.example")),
    (p("Tom Kane", "", "info@k.example"), p("Ana Cho", "", "info@k.example")),
    (p("Tom Kane", "", "0113 496 0000"), p("Ana Kane", "", "0113 496 0000")),
    (p("Harbour", "Harbour", "0113 496 0000"), p("Maya Okafor", "Harbour", "0113 496 0000")),
    (p("Ana Cho Berg", "", "0113 496 0000"), p("Ana Lund Shah", "", "0113 496 0000")),
    (p("Tom Kane", "", "github.com/quay"), p("Ana Cho", "", "github.com/quay")),
    # Nearly the same, and somebody else.
    (
        p("Jonas Lindqvist", "Quay", IN + "jonas"),
        p("Jonas Lindkvist", "Quay", IN + "jonas-l"),
    ),
    (p("Jonas Lindqvist", "", "jl@a.example"), p("Jonas Lindkvist", "", "jl@b.example")),
    (p("Ines Ferreira", "", "ines@gmail.com"), p("Ines Fereira", "", "fereira@gmail.com")),
    (p("Bob Lindqvist", "A", "bl77@a.example"), p("Robert Lindqvist", "B", "bl77@b.example")),
    (p("Maria Garcia", "Sol"), p("Mario Garcia", "Sol")),
    (p("Anna Berg", "Fjord"), p("Anne Berg", "Fjord", IN + "anne-berg")),
    (p("Daniel Cho", "Quay"), p("Daniela Cho", "Quay")),
    (p("Joan Shah", "Quay"), p("John Shah", "Quay")),
    (p("Tim Kane", "Quay"), p("Tom Kane", "Quay")),
    (p("Mark Shah", "Quay"), p("Mary Shah", "Quay")),
    (
        p("Jan Lund", "Quay"),
        p("Jon Lund", "Quay", birthday="1980-01-01"),
    ),
    (p("Maya Okafor", "Harbour"), p("Ben Okafor", "Harbour")),
    (p("Maya Okafor", "Harbour"), p("Maya Shah", "Harbour")),
    (p("Jonas Lindqvist", "A"), p("Jonas Lindkvist", "B")),
    (p("Jonas Lindqvist"), p("Jonas Lindkvist")),
    (p("Bob Smith", "Acme"), p("Robert Smith", "Bolt")),
    (p("Bob Smith"), p("Robert Smith", "Bolt")),
    (p("Bob Lindqvist", "Acme", city="Leeds"), p("Robert Lindqvist", "Bolt", city="Leeds")),
    (p("Maya", "Harbour"), p("Maya Okafor", "Quay")),
    (p("Maya"), p("Maya Okafor")),
    (p("Maya", city="Leeds"), p("Maya Okafor", city="Leeds")),
    (p("M. O.", "Harbour"), p("Maya Okafor", "Harbour")),
    (p("Ana Cho", "", "ana@gmail.com"), p("Ana Choo", "", "choo@gmail.com")),
    (p("", "Harbour"), p("", "Harbour")),
    (p("Harbour", "Harbour"), p("Harbour Sales", "Harbour")),
    (p("Exhibitor Hall 1204", "Expo"), p("Exhibitor Hall 1205", "Expo")),
    (p("Exhibitor 1", "Expo"), p("Exhibitor 12", "Expo")),
    (p("Maya Okafor", "H", sample=True), p("Maya Okafor", "H")),
]


def said(pair: tuple[Person, ...]) -> str:
    return " / ".join(person.name or "-" for person in pair)


@pytest.mark.parametrize(("one", "other", "kind"), ALIKE, ids=[said(row[:2]) for row in ALIKE])
def test_these_are_proposed_to_be_one(one: Person, other: Person, kind: Alike) -> None:
    there, back = likeness_of(one, other), likeness_of(other, one)
    assert there is not None and there.kind is kind
    assert back is not None and back.kind is kind
    assert 0 < there.strength <= 1


@pytest.mark.parametrize(("one", "other"), NOT_ALIKE, ids=[said(row) for row in NOT_ALIKE])
def test_these_are_not(one: Person, other: Person) -> None:
    assert likeness_of(one, other) is None
    assert likeness_of(other, one) is None


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (
            p("Maya Okafor", "", "0113 496 0000"),
            p("Maya Okafor", "", "+44 113 496 0000"),
            Likeness(Alike.PHONE, "0113 496 0000"),
        ),
        (
            p("Maya Okafor", "", "Maya@H.example"),
            p("Maya Okafor", "", "maya@h.example"),
            Likeness(Alike.EMAIL, "Maya@H.example"),
        ),
        (
            p("Maya Okafor", "Harbour & Co"),
            p("Maya Okaffor", "Harbour"),
            Likeness(Alike.NEAR_NAME, "", Beside.COMPANY, "Harbour & Co"),
        ),
        (
            p("Maya Okafor", city="Leeds"),
            p("Maya Okafor", city="leeds"),
            Likeness(Alike.NAME, "", Beside.CITY, "Leeds"),
        ),
        (
            p("Bob Okafor", "", "bob@harbour.example"),
            p("Robert Okafor", "", "rob@harbour.example"),
            Likeness(Alike.NICKNAME, "", Beside.DOMAIN, "harbour.example"),
        ),
        (p("Maya Okafor"), p("Maya Okafor", "H"), Likeness(Alike.NAME)),
    ],
)
def test_the_reason_names_what_they_share(one: Person, other: Person, likeness: Likeness) -> None:
    assert likeness_of(one, other) == likeness


def test_the_likeliest_come_first() -> None:
    people = [
        p("Ines Ferreira", "Sol"),
        p("Ines Fereira", "Sol"),
        p("Sigrid Achterberg", "Old"),
        p("Sigrid Achterberg", "New"),
        p("Maya Okafor", "Harbour"),
        p("Maya Okafor", "Harbour"),
        p("Ben Kowal", "", "ben@k.example"),
        p("B. Kowal", "", "ben@k.example"),
    ]
    found = [pair.person.name for pair in pairs_of(*people)]
    assert found == ["Ben Kowal", "Maya Okafor", "Ines Ferreira", "Sigrid Achterberg"]


@pytest.mark.parametrize(
    ("likelier", "likely"),
    [
        (  # more in common
            (p("Ana Cho", "Quay", city="Leeds"), p("Ana Cho", "Quay", city="Leeds")),
            (p("Ana Cho", "Quay"), p("Ana Cho", "Quay")),
        ),
        (  # each with a page of their own
            (p("Ana Cho", "Quay"), p("Ana Cho", "Quay")),
            (p("Ana Cho", "Quay", IN + "ana"), p("Ana Cho", "Quay", IN + "cho")),
        ),
        (  # a name that many have
            (p("Ana Okafor", city="Leeds"), p("Ana Okafor", city="Leeds")),
            (p("Ana Smith", city="Leeds"), p("Ana Smith", city="Leeds")),
        ),
        (  # a mailbox that says no more than the name
            (p("Ana Cho", "", "blue77@a.example"), p("Ana Cho", "", "blue77@b.example")),
            (p("Ana Cho", "", "ana.cho@a.example"), p("Ana Cho", "", "ana.cho@b.example")),
        ),
        (  # another company
            (p("Ana Cho", "", "blue77@a.example"), p("Ana Cho", "", "blue77@b.example")),
            (p("Ana Cho", "A", "blue77@a.example"), p("Ana Cho", "B", "blue77@b.example")),
        ),
    ],
)
def test_what_speaks_for_it_and_against_it_decides_the_order(
    likelier: tuple[Person, Person], likely: tuple[Person, Person]
) -> None:
    first, second = likeness_of(*likelier), likeness_of(*likely)
    assert first is not None and second is not None
    assert first.strength > second.strength


def test_a_nickname_tells_nothing_in_a_large_family() -> None:
    family = [p(f"{first} Lindqvist") for first in ("Sigrid", "Ove", "Astrid")]
    assert len(pairs_of(p("Bob Lindqvist"), p("Robert Lindqvist"))) == 1
    assert not pairs_of(p("Bob Lindqvist"), p("Robert Lindqvist"), *family)


def test_those_said_to_be_two_are_never_proposed_again() -> None:
    people = (p("Maya Okafor", "H"), p("Maya Okafor", "H"), p("Maya Okafor", "H"))
    found = pairs_of(*people, apart=((2, 1),))
    assert [(pair.person.id, pair.other.id) for pair in found] == [(1, 3), (2, 3)]


def test_a_name_that_many_have_tells_nobody_apart() -> None:
    assert not pairs_of(*(p("Ana Cho") for _ in range(5)))


def test_a_switchboard_is_nobodys_own_number() -> None:
    people = [p(f"Ana {last}", "", "0113 496 0000") for last in ("Cho", "Shah", "Kane", "Berg")]
    assert not pairs_of(*people)
    assert pairs_of(*people[:2])


def test_a_first_name_that_many_at_a_company_have_means_nobody() -> None:
    people = [p(f"Ana {last}", "Quay") for last in ("Cho", "Shah", "Kane", "Berg", "Lund")]
    assert not pairs_of(p("Ana", "Quay"), *people)
    assert len(pairs_of(p("Ana", "Quay"), *people[:1])) == 1


def test_everybody_called_alike_ends_with_a_number_of_pairs_one_can_look_at() -> None:
    people = [p("Maria Garcia", "Sol", f"m{n}@sol.example") for n in range(3_000)]
    assert len(pairs_of(*people)) == MOST_PAIRS


WORDS = st.sampled_from(
    ["Maya", "Bob", "Robert", "J.", "Okafor", "Okaffor", "van", "Jr.", "Müller", "李", "", ",", "-"]
)
PEOPLE = st.builds(
    Person,
    name=st.lists(WORDS, max_size=4).map(" ".join),
    company=st.sampled_from(["", "Harbour", "Quay & Co"]),
    city=st.sampled_from(["", "Leeds"]),
    emails=st.sampled_from([(), ("maya@h.example",), ("info@q.example", "@"), ("",)]),
    phones=st.sampled_from([(), ("0113 496 0000",), ("x",)]),
    links=st.sampled_from([(), ("linkedin.com/in/x",), ("/",)]),
    birthday=st.sampled_from(["", "1980-01-22", "--01-22", "--02-03"]),
)


@settings(max_examples=150, deadline=None)
@given(PEOPLE, PEOPLE)
def test_likeness_does_not_depend_on_who_is_asked_first(one: Person, other: Person) -> None:
    there, back = likeness_of(one, other), likeness_of(other, one)
    assert (there and (there.kind, there.beside, there.strength)) == (
        back and (back.kind, back.beside, back.strength)
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(PEOPLE, max_size=30))
def test_a_pair_comes_once_and_is_never_one_person(people: list[Person]) -> None:
    found = [frozenset((pair.person.id, pair.other.id)) for pair in pairs_of(*people)]
    assert len(set(found)) == len(found)
    assert all(len(pair) == 2 for pair in found)
    strengths = [pair.likeness.strength for pair in pairs_of(*people)]
    assert strengths == sorted(strengths, reverse=True)
