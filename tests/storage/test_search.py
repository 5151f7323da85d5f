"""Search finds what was written, whatever is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.changes import Kind
from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.storage.search import Hit
from planner.storage.store import Store


def found(store: Store, text: str) -> set[str]:
    return {hit.title for hit in store.search.find(text)}


@pytest.fixture
def people(store: Store) -> list[Person]:
    with store.transaction():
        return store.people.add_many(
            [
                Person(name="Zoë Müller", company="Harbour & Co", role="Joiner", city="Leeds"),
                Person(name="Maya Okafor", emails=("maya.okafor@harbour.example",)),
                Person(name="Łukasz O'Neill-Smith", company="NOT Ltd"),
            ]
        )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("zoe", {"Zoë Müller"}),
        ("ZOË", {"Zoë Müller"}),
        ("mull", {"Zoë Müller"}),
        ("zoë m", {"Zoë Müller"}),
        ("müller zoe", {"Zoë Müller"}),
        ("harbour", {"Zoë Müller", "Maya Okafor"}),
        ("harbour -zoe", {"Maya Okafor"}),
        ("harbour joiner", {"Zoë Müller"}),
        ("leeds", {"Zoë Müller"}),
        ("maya.okafor@harbour.ex", {"Maya Okafor"}),
        ("o'ne", {"Łukasz O'Neill-Smith"}),
        ("neill-sm", {"Łukasz O'Neill-Smith"}),
        ('"zoë müller"', {"Zoë Müller"}),
        ('"müller zoë"', set()),
        ("NOT", {"Łukasz O'Neill-Smith"}),
        ("zoe OR maya", {"Zoë Müller", "Maya Okafor"}),
        ("ller", set()),
        ("", set()),
        ("   ", set()),
        ("'--", set()),
    ],
)
def test_what_typing_finds(
    typed: str, expected: set[str], store: Store, people: list[Person]
) -> None:
    assert found(store, typed) == expected


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "(", ")", "((((", "AND", "OR", "NOT", "NOT NOT", "*", "a*", "**", "zoe*", "a AND",
     "name:", "name: zoe", "{name body}: x", "zoe\0müller", "\0", "-", "- -", "^zoe", "a + b",
     "NEAR(a b, 2)", "zoe;DROP TABLE documents", "\ud800", "zoe " * 5000, "(" * 5000, "'", "%_"],
)  # fmt: skip
def test_nothing_typed_breaks_it(typed: str, store: Store, people: list[Person]) -> None:
    store.search.find(typed)
    assert found(store, "zoe") == {"Zoë Müller"}


@given(st.text(st.characters(), max_size=30) | st.text('zoe ()"*-:^{}+,NOTANDR\0', max_size=30))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_may_be_typed(store: Store, typed: str) -> None:
    store.search.find(typed)


def test_every_kind_with_text_is_found_with_its_person(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya Okafor"))
        # Another person first, so that the 1-2-1's id and its person's differ.
        meeting = store.meetings.add_many(
            Meeting(person=maya.id, starts=datetime(2026, 12, 1, 9), learn=learn)
            for learn in ("", "Zebra one")
        )[1]
        kept = {
            Kind.FACT: store.facts.add(
                Fact(person=maya.id, text="Zebra two", kind=FactKind.PRIVATE)
            ).id,
            Kind.TOUCH: store.touches.add(Touch(person=maya.id, note="Zebra three")).id,
            Kind.MEETING: meeting.id,
            Kind.ANSWER: store.answers.note(meeting.id, "goals", "Zebra four").id,
            Kind.PROMISE: store.promises.add(Promise(person=maya.id, text="Zebra five")).id,
            Kind.REFERRAL: store.referrals.add(Referral(person=maya.id, what="Zebra six")).id,
        }
    hits = store.search.find("zebra")
    assert {hit.kind: hit.id for hit in hits} == kept
    assert {(hit.person, hit.person_name) for hit in hits} == {(maya.id, "Maya Okafor")}
    assert store.search.find("zebra fo") == [
        Hit(Kind.ANSWER, kept[Kind.ANSWER], maya.id, "Maya Okafor", "Zebra four", "Zebra four")
    ]


def test_the_index_follows_every_change(store: Store, people: list[Person]) -> None:
    zoe = people[0]
    with store.transaction():
        fact = store.facts.add(Fact(person=zoe.id, text="Sails"))
    with store.transaction() as work:
        store.people.update(replace(zoe, name="Zoë Kane"))
        store.facts.update(replace(fact, text="Cooks"))
    assert found(store, "kane") == {"Zoë Kane"} and found(store, "muller") == set()
    assert [hit.person_name for hit in store.search.find("cooks")] == ["Zoë Kane"]
    assert store.search.find("sails") == []
    store.revert(work.change)
    assert found(store, "muller") == {"Zoë Müller"} and found(store, "sails") == {"Sails"}
    with store.transaction():
        store.people.remove(zoe.id)
    assert store.search.find("muller") == [] and store.search.find("sails") == []


def test_what_was_added_and_removed_at_once_is_not_found(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya"))
        store.people.update(replace(maya, name="Maya Okafor"))
        ben = store.people.add(Person(name="Ben"))
        store.people.remove(ben.id)
    assert found(store, "okafor") == {"Maya Okafor"} and found(store, "ben") == set()
    assert len(store.search.find("maya")) == 1


def test_a_name_counts_for_more_than_a_mention(store: Store) -> None:
    with store.transaction():
        ben = store.people.add(Person(name="Ben Cho"))
        store.facts.add(Fact(person=ben.id, text="Rose rose rose"))
        store.people.add(Person(name="Rose Shah"))
    assert [hit.kind for hit in store.search.find("rose")] == [Kind.PERSON, Kind.FACT]


def test_among_very_many_matches_names_come_first(store: Store) -> None:
    with store.transaction():
        people = store.people.add_many(
            Person(name=f"P{n}", company="Rose & Co") for n in range(600)
        )
        store.people.add(Person(name="Rose Shah"))
    hits = store.search.find("ros", limit=10)
    assert hits[0].title == "Rose Shah" and len(hits) == 10
    assert [hit.id for hit in hits[1:]] == [person.id for person in people[:9]]


def test_the_snippet_is_the_words_around_the_match(store: Store) -> None:
    long = " ".join(f"word{n}" for n in range(100))
    with store.transaction():
        ben = store.people.add(Person(name="Ben"))
        store.facts.add(Fact(person=ben.id, text=f"{long}\nzebra <b>{long}"))
    (hit,) = store.search.find("zebra")
    assert "zebra <b>" in hit.snippet and "\n" not in hit.snippet and len(hit.snippet) < 150
    assert hit.title.startswith("word0 word1") and len(hit.title) <= 80
