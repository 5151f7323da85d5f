"""Names of people met, as they are typed or pasted, and whom they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.identity import name_key
from planner.domain.met_names import (
    KnownNames,
    Met,
    each_once,
    filled_in,
    name_in,
    names_in,
    told_twice,
    turned,
    which,
)
from planner.domain.people import Person

WORDS = st.text(st.sampled_from("abcdeéÖø"), min_size=1, max_size=6)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@pytest.mark.parametrize(
    ("line", "met"),
    [
        ("Jonas Lindqvist", Met("Jonas Lindqvist")),
        ("  Jonas   Lindqvist ", Met("Jonas Lindqvist")),
        ("Jonas Lindqvist, Lindqvist Joinery", Met("Jonas Lindqvist", "Lindqvist Joinery")),
        ("Jonas Lindqvist\tLindqvist Joinery", Met("Jonas Lindqvist", "Lindqvist Joinery")),
        ("Jonas Lindqvist - Lindqvist Joinery", Met("Jonas Lindqvist", "Lindqvist Joinery")),
        ("Jonas, owner at Lindqvist Joinery", Met("Jonas", "Lindqvist Joinery", "owner")),
        ("Jonas, at Lindqvist Joinery", Met("Jonas", "Lindqvist Joinery")),
        ("Jonas, Owner, Joinery & Sons", Met("Jonas", "Owner, Joinery & Sons")),
        ("- Zoë Müller-Lüdenscheidt", Met("Zoë Müller-Lüdenscheidt")),
        ("12. Ana Ferreira", Met("Ana Ferreira")),
        ("[x] Ana Ferreira", Met("Ana Ferreira")),
        ("• Ana Ferreira, PhD, Bloom", Met("Ana Ferreira, PhD", "Bloom")),
        ("Ana <ana@bloom.example>", Met("Ana", email="ana@bloom.example")),
        ("Ana, Bloom, ana@bloom.example", Met("Ana", "Bloom", email="ana@bloom.example")),
        ("ana@bloom.example", Met("ana@bloom.example", email="ana@bloom.example")),
        ("priya.shah@shah.example", Met("Priya Shah", email="priya.shah@shah.example")),
        ("<Jo_van.Berg+bni2@x.example>", Met("Jo Van Berg", email="Jo_van.Berg+bni2@x.example")),
        ("sales.team@x.example", Met("sales.team@x.example", email="sales.team@x.example")),
        ("j.smith@x.example", Met("j.smith@x.example", email="j.smith@x.example")),
        ("Tom Reyes (Fenwick Building Society)", Met("Tom Reyes", "Fenwick Building Society")),
        ("2) Tom Reyes [Tide], cook", Met("Tom Reyes", "Tide, cook")),
        ("Tom Reyes (owner at Tide)", Met("Tom Reyes", "Tide", "owner")),
        ("Tom Reyes (Tide) <tom@tide.example>", Met("Tom Reyes", "Tide", email="tom@tide.example")),
        ("Tom Reyes (he/him), Tide", Met("Tom Reyes", "Tide")),
        ("Robert (Bob) Reyes, Tide", Met("Robert (Bob) Reyes", "Tide")),
        ("William Reyes (Bill)", Met("William Reyes (Bill)")),
        ("Tom Reyes, Bloom (Leeds)", Met("Tom Reyes", "Bloom (Leeds)")),
        ("Dr. Ana Ferreira (Annie)", Met("Dr. Ana Ferreira (Annie)")),
        ("<b>Maya</b>", Met("<b>Maya</b>")),
        ("3M", Met("3M")),
        ("李小龙，木工", Met("李小龙", "木工")),
        ("محمد علي، النجارة", Met("محمد علي", "النجارة")),
        ("\u202bיוסי כהן\u202c\u200f", Met("יוסי כהן")),
        ("", None),
        ("  , ; -", None),
        ("---", None),
    ],
)
def test_a_line_names_somebody_and_where_they_work(line: str, met: Met | None) -> None:
    assert name_in(line) == met


def test_a_pasted_list_names_everybody_once() -> None:
    pasted = "1. Ana Ferreira, Bloom\r\n\r\n2. Ben Kowalski\nBen Kowalski\n---\n"
    assert names_in(pasted) == (Met("Ana Ferreira", "Bloom"), Met("Ben Kowalski"))
    to = "Ana <ana@bloom.example>; Ben Kowalski <ben@tide.example>"
    assert [met.email for met in names_in(to)] == ["ana@bloom.example", "ben@tide.example"]


@pytest.mark.parametrize(
    "heading",
    [
        "Attendees",
        "ATTENDEES (12)",
        "Guests: 12",
        "## Participants:",
        "* Guest list",
        "List of attendees",
        "Name, Company, E-mail",
        "Table 3:",
    ],
)
def test_what_heads_a_list_is_nobody(heading: str) -> None:
    assert names_in(f"{heading}\n1. Ana\n2. Ben Guest\n") == (Met("Ana"), Met("Ben Guest"))


def test_somebody_new_who_is_named_twice_is_one_with_all_that_was_said() -> None:
    moore = Met("Beth Moore", "Moore Homes", "owner")
    mail = "beth@moore.example"
    again = [Met("Beth Moore"), Met("BETH MOORE", "Moore Homes Ltd", email=mail)]
    assert each_once([moore, *again]) == [replace(moore, email=mail)]
    assert each_once([Met("Beth Moore"), moore]) == [moore]
    other = Met("Beth Moore", "Tide")
    assert each_once([moore, other, Met("Beth Moore")]) == [moore, other]
    known = Met("Beth Moore", person=7)
    assert each_once([known, moore, known]) == [known, moore]


@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "Tide", "Bloom"])), max_size=8))
def test_once_is_once_however_often_it_is_said(said: list[tuple[str, str]]) -> None:
    once = each_once(Met(name, company) for name, company in said)
    assert each_once([*once, *once]) == once
    assert {name_key(met.name) for met in once} == {name_key(name) for name, _ in said}


def test_a_list_by_surnames_can_be_read_the_other_way_round() -> None:
    assert turned(Met("Lindqvist", "Jonas")) == Met("Jonas Lindqvist")
    assert turned(Met("Lindqvist", "Jonas, Joinery")) == Met("Jonas Lindqvist", "Joinery")
    assert turned(Met("Jonas Lindqvist")) is None
    assert turned(Met("Jonas", "Lindqvist Joinery", "owner")) is None


def test_case_accents_and_titles_make_nobody_another_person() -> None:
    one = told_twice(Met("Zoë Müller", "Tide Ltd"))
    assert one == told_twice(Met("dr. zoe muller", "TIDE"))
    assert one != told_twice(Met("Zoë Müller", "Bloom"))
    assert told_twice(Met("Zoë", person=3)) == told_twice(Met("Zoë Müller", "Tide", person=3))


@given(st.text(max_size=200))
def test_whatever_is_pasted_gives_names_that_can_be_kept(text: str) -> None:
    for met in names_in(text):
        assert met.name == met.name.strip() and any(map(str.isalnum, met.name))
        for part in (met.name, met.company, met.role, met.email):
            assert len(part.splitlines()) <= 1
        assert met.person == 0 and not met.namesakes


@given(st.lists(NAMES, max_size=8), st.sampled_from(["\n", "\r\n", "\n\n", "; ", "\u2028"]))
def test_each_name_of_a_list_comes_in_as_it_is(names: list[str], between: str) -> None:
    assert [met.name for met in names_in(between.join(names))] == list(dict.fromkeys(names))


@given(NAMES, NAMES)
def test_the_company_stands_after_the_comma(name: str, company: str) -> None:
    assert name_in(f"{name}, {company}") == Met(name, company)


def test_whoever_nobody_is_called_is_new() -> None:
    assert which(Met("Ana"), []) == Met("Ana")


def test_the_only_one_of_a_name_is_meant() -> None:
    ana = Person(1, "Ana Ferreira", "Bloom")
    assert which(Met("ana ferreira"), [ana]) == Met("Ana Ferreira", person=1)
    assert which(Met("Ana Ferreira", "Bloom Ltd"), [ana]).person == 1


def test_the_company_tells_namesakes_apart() -> None:
    people = [Person(1, "Ana", "Bloom"), Person(2, "Ana", "Tide"), Person(3, "Ana", "Tide")]
    assert which(Met("Ana", "BLOOM"), people).person == 1
    assert which(Met("Ana", "Tide"), people).namesakes == (2, 3)
    assert which(Met("Ana"), people).namesakes == (1, 2, 3)


def test_an_address_settles_it() -> None:
    people = [Person(1, "Ana"), Person(2, "Ana", emails=("Ana@bloom.example",))]
    assert which(Met("Ana", email="ana@bloom.example"), people).person == 2


def test_another_company_is_asked_about_and_none_is_taken_for_that() -> None:
    met = Met("Ana", "Tide")
    assert which(met, [Person(1, "Ana", "Bloom")]).namesakes == (1,)
    (one,) = [Person(1, "Ana")]
    assert which(met, [one]).person == 1
    assert filled_in(one, which(met, [one])).company == "Tide"
    assert filled_in(Person(1, "Ana", "Bloom"), met).company == "Bloom"


NAMED = KnownNames({1: "Jonas Lindqvist", 2: "Ana Jonasson", 3: "Łukasz Kane", 4: "Dr. Zoë Lind"})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jon", [1, 2]),
        ("lind", [1, 4]),
        ("lin jo", [1]),
        ("lukasz", [3]),
        ("ZOE", [4]),
        ("onas", []),
        ("jonas lindqvist", [1]),
        ("", []),
        ("  ", []),
    ],
)
def test_people_are_found_by_how_any_of_their_names_begins(typed: str, found: list[int]) -> None:
    assert sorted(NAMED.beginning(typed, 5)) == found


def test_whoever_begins_so_stands_first_and_some_can_be_left_out() -> None:
    assert NAMED.beginning("jo", 5) == [1, 2]
    assert NAMED.beginning("jo", 1) == [1]
    assert NAMED.beginning("jo", 5, without=[1]) == [2]


@given(st.dictionaries(st.integers(1, 50), NAMES, max_size=12), WORDS)
def test_what_is_found_has_a_word_that_begins_so(names: dict[int, str], typed: str) -> None:
    known = KnownNames(names)
    wanted = name_key(typed)
    found = {
        id
        for id, name in names.items()
        if any(word.startswith(wanted) for word in name_key(name).split())
    }
    assert set(known.beginning(typed, 50)) == found
    for id, name in names.items():
        assert id in known.called(name)
