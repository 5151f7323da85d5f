"""Notes typed in haste, as they are said to the person: naturally, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.phrases import feat, occasion, promised, says_any, significant_words, topic


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Sailing", "sailing"),
        ("sailing; her boat is called Nora", "sailing"),
        ("Loves sailing.", "sailing"),
        ("She is really into jazz", "jazz"),
        ("Hobby: growing tomatoes", "growing tomatoes"),
        ("Plays golf", "playing golf"),
        ("Runs marathons", "running marathons"),
        ("Italian cooking", "Italian cooking"),
        ("Leeds half-marathon", "the Leeds half-marathon"),
        ("Leeds United", "Leeds United"),
        ("Big fan of Leeds United", "Leeds United"),
        ("BNI chapter in York", "the BNI chapter in York"),
        ("choir", "the choir"),
        ("Her garden", "your garden"),
        ("Maya's allotment", "your allotment"),
        ("wants to open a second shop", "opening a second shop"),
        ("to hire two people", "hiring two people"),
        ("Struggles to find staff", "finding staff"),
        ("Is writing a book on bees", "writing a book on bees"),
        ("10 new clients", "10 new clients"),
        ("cash flow", "cash flow"),
        ("Fell running", "fell running"),
        ("Cold-water swimming", "cold-water swimming"),
        ("French cooking", "French cooking"),
        ("Fado, and her allotment", "Fado"),
        ("Sixty firms that each give one day", "sixty firms that each give one day"),
        ("A kitchen of her own by summer", "a kitchen of your own by summer"),
    ],
)
def test_a_note_as_something_to_talk_of(note: str, said: str) -> None:
    assert topic(note, "Maya") == said


@pytest.mark.parametrize(
    "note",
    [
        *("", " ", "?", "Has two kids", "not sure", "I should ask", "maya@harbour.example"),
        *("https://harbour.example", "07700 900123", "she said we would", "hates mornings"),
        "one two three four five six seven eight nine ten",
        *(
            "She started in September",
            "Launched in October",
            "Why firms fold with full order books",
        ),
        "Somebody who rings back",
        "a\x07b",
    ],
)
def test_a_note_that_does_not_fit_into_a_sentence(note: str) -> None:
    assert topic(note) is None


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Won the regional award", "won the regional award"),
        ("She finished the Leeds marathon", "finished the Leeds marathon"),
        ("Opened her second shop", "opened your second shop"),
        ("the regional award", None),
        ("Red Cross volunteer", None),
    ],
)
def test_something_achieved(note: str, said: str | None) -> None:
    assert feat(note) == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Introduce her to Tom Reyes", "promised to introduce you to Tom Reyes"),
        ("introduce Maya to Tom", "promised to introduce you to Tom"),
        ("Introduce Tom to her", "promised to introduce Tom to you"),
        ("Introduce her brother to Ben", "promised to introduce your brother to Ben"),
        ("Send her details of the fund", "promised to send you details of the fund"),
        ("I will send the report", "promised to send the report"),
        ("look at her website", "promised to look at your website"),
        ("call Maya's accountant", "promised to call your accountant"),
        ("introduction to Tom", "still owe you an introduction to Tom"),
        ("the slides from York", "still owe you the slides from York"),
        ("lunch", "still owe you lunch"),
        ("Book recommendation", None),
        ("invite them to the dinner", None),
        ("tbc", None),
        ("", None),
    ],
)
def test_a_promise_as_it_is_said(note: str, said: str | None) -> None:
    assert promised(note, "Maya") == said


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Chamber Breakfast", "the Chamber Breakfast"),
        ("the Chamber  Breakfast", "the Chamber Breakfast"),
        ("BNI Leeds", "BNI Leeds"),
        ("", ""),
    ],
)
def test_where_people_met(label: str, said: str) -> None:
    assert occasion(label) == said


def test_words_not_to_be_said_are_found_in_any_ending() -> None:
    quiet = significant_words(["Going through a divorce", "Golf"])
    assert quiet == {"going", "through", "divorce", "golf"}
    assert says_any("a book on DIVORCED couples", quiet)
    assert says_any("golf in Spain", quiet)
    assert not says_any("a book on gold", quiet)
    assert not says_any("anything", frozenset())


@given(st.text())
def test_any_note_is_said_on_one_line_or_not_at_all(note: str) -> None:
    for said in (topic(note, "Maya"), feat(note, "Maya"), promised(note, "Maya")):
        assert said is None or (said.isprintable() and said == " ".join(said.split()))
