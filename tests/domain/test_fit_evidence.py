"""What fits, in the words it was noted in."""

from __future__ import annotations

from planner.domain.facts import Fact, FactKind
from planner.domain.fit import Wishes
from planner.domain.fit_evidence import Fitting, fitting, knows
from planner.domain.me import Me
from planner.domain.people import Person
from planner.domain.synonyms import Synonyms

WISHES = Wishes(
    Me(wanted=("first-time buyers", "Leeds", "lawyers")), Synonyms.parse("lawyer, solicitor")
)


def fact(kind: FactKind, text: str) -> Fact:
    return Fact(kind=kind, text=text)


def test_the_note_that_speaks_of_most_tells_it() -> None:
    told = fitting(
        WISHES,
        Person(role="Mortgage adviser", city="Leeds"),
        [
            fact(FactKind.FOR_WHOM, "First-time buyers in Leeds."),
            fact(FactKind.DOES, "Mortgages for first-time buyers"),
        ],
    )
    assert told == Fitting(
        ("first-time buyers", "Leeds"), "First-time buyers in Leeds", FactKind.FOR_WHOM
    )
    assert told.unsaid == ()


def test_a_wish_in_other_words_is_not_plain() -> None:
    told = fitting(WISHES, Person(), [fact(FactKind.DOES, "Solicitor for sole traders")])
    assert told == Fitting(("lawyers",), "Solicitor for sole traders", FactKind.DOES)
    assert told.unsaid == ("lawyers",)


def test_beside_the_note_stands_only_what_it_does_not_say() -> None:
    told = fitting(WISHES, Person(city="Leeds"), [fact(FactKind.DOES, "Solicitor in Leeds")])
    assert (told.wishes, told.unsaid) == (("Leeds", "lawyers"), ("lawyers",))


def test_what_the_headline_shows_needs_no_other_words() -> None:
    assert fitting(WISHES, Person(role="Solicitor", city="Leeds"), []) == Fitting(
        ("Leeds", "lawyers")
    )
    assert fitting(WISHES, Person(), [], ["Leeds Chamber"]) == Fitting(("Leeds",))
    assert fitting(WISHES, Person(role="Florist"), []) == Fitting()


def test_notes_of_other_kinds_tell_nothing() -> None:
    private = [fact(FactKind.PRIVATE, "In Leeds"), fact(FactKind.DISLIKE, "Lawyers")]
    assert fitting(WISHES, Person(), private) == Fitting()


def test_a_long_note_is_cut() -> None:
    told = fitting(WISHES, Person(), [fact(FactKind.DOES, "Leeds " + "and round " * 40)]).told
    assert told.startswith("Leeds and round") and told.endswith("…")
    assert len(told.split()) <= 17


def test_whom_they_know_is_told_apart() -> None:
    facts = [fact(FactKind.NETWORK, "Half the choir"), fact(FactKind.NETWORK, "Three solicitors")]
    assert knows(WISHES, facts) == "Three solicitors"
    assert knows(WISHES, facts[:1]) == ""
    assert fitting(WISHES, Person(), facts) == Fitting()
