"""The thank-you note drafted after a 1-2-1."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind
from planner.domain.me import Me
from planner.domain.meetings import Meeting, Roughly
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.thank_you import draft

TODAY = date(2026, 11, 22)  # a Sunday
ANA = Person(name="Ana Ferreira")
ME = Me(name="Sam Reed")
WHARF = Meeting(starts=datetime(2026, 11, 22, 10), place="The Wharf, Dock Street")


def told(kind: FactKind, text: str) -> Fact:
    return Fact(kind=kind, text=text)


def note(
    *facts: Fact,
    known: tuple[Fact, ...] = (),
    promises: tuple[Promise, ...] = (),
    meeting: Meeting = WHARF,
    again: date | None = None,
) -> str:
    return draft(ANA, ME, meeting, facts, known, promises, TODAY, again)


def test_it_says_what_was_heard_and_what_comes_of_it() -> None:
    written = note(
        told(FactKind.LIKE, "open-water swimming"),
        told(FactKind.GOAL, "A second shop before Mothers' Day"),
        promises=(
            Promise(text="Introduce her to Tom", due=date(2026, 11, 27)),
            Promise(mine=False, text="Two names"),
            Promise(text="Thank-you note to Ana", due=date(2026, 11, 23)),
        ),
        again=date(2027, 1, 3),
    )
    assert written == (
        "Hi Ana,\n\n"
        "Thank you for your time today; I really enjoyed our conversation at The Wharf. What you "
        "told me about a second shop before Mothers' Day stays with me; do tell me how it goes. "
        "As promised, I will introduce you to Tom by Friday. And thank you for what you offered "
        "to do for me. I would love to sit down again in January.\n\n"
        "Sam"
    )


def test_of_a_talk_nothing_was_noted_of_it_is_still_a_note() -> None:
    plain = Meeting(starts=datetime(2026, 11, 21, 10))
    assert note(meeting=plain) == (
        "Hi Ana,\n\nThank you for your time yesterday; I really enjoyed our conversation.\n\nSam"
    )


@pytest.mark.parametrize(
    ("day", "when"), [(18, "on Wednesday"), (16, "on Monday"), (15, "the other day")]
)
def test_it_names_the_day_as_one_would(day: int, when: str) -> None:
    assert f"your time {when};" in note(meeting=Meeting(starts=datetime(2026, 11, day, 10)))


def test_a_promise_that_does_not_fit_a_sentence_is_not_forgotten() -> None:
    odd = Promise(text="Landlord contact!! (Rob, see mail)")
    assert "I have not forgotten what I promised you." in note(promises=(odd,))
    sure = Promise(text="Send the list", due=date(2026, 11, 23))
    both = note(promises=(odd, sure))
    assert "As promised, I will send the list tomorrow. And the rest is not forgotten." in both


@pytest.mark.parametrize("kind", [FactKind.PRIVATE, FactKind.DISLIKE, FactKind.CHALLENGE])
def test_what_was_told_in_confidence_stays_there(kind: FactKind) -> None:
    written = note(told(kind, "her divorce from Pedro"))
    assert "divorce" not in written and "Pedro" not in written


def test_a_private_matter_is_not_touched_by_another_name() -> None:
    private = told(FactKind.PRIVATE, "Sells the bakery because of debts")
    written = note(told(FactKind.GOAL, "to sell the bakery"), known=(private,))
    assert "bakery" not in written
    worry = told(FactKind.CHALLENGE, "The lease of the second shop runs out")
    assert "shop" not in note(told(FactKind.GOAL, "A second shop"), worry)


words = st.text(st.sampled_from("abcdefg hikl"), min_size=5, max_size=30)


@given(st.lists(st.tuples(st.sampled_from(list(FactKind)), words), max_size=6))
def test_no_word_of_a_private_fact_a_dislike_or_a_worry_alone_is_ever_in_it(
    facts: list[tuple[FactKind, str]],
) -> None:
    quiet = {FactKind.PRIVATE, FactKind.DISLIKE, FactKind.CHALLENGE}
    made = [told(kind, f"zzz{number} {text}") for number, (kind, text) in enumerate(facts)]
    written = note(*made)
    for number, (kind, _) in enumerate(facts):
        assert kind not in quiet or f"zzz{number}" not in written
    assert written == note(*made)


@pytest.mark.parametrize("roughly", [Roughly.MONTH, Roughly.YEAR])
def test_a_day_nobody_remembers_is_not_named(roughly: Roughly) -> None:
    met = replace(WHARF, roughly=roughly)
    assert "Thank you for your time the other day;" in note(meeting=met)
    assert "your time today" in note(meeting=replace(WHARF, roughly=Roughly.DAY))


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("Finally finished the podcast pilot", "to hear that you finished the podcast pilot."),
        ("daughter got into Leeds", ""),
        ("Recently her daughter", ""),
        ("Just got divorced", ""),
        ("Won the case after her father's funeral", ""),
    ],
)
def test_it_is_glad_of_what_is_sure_to_be_a_joy(fact: str, said: str) -> None:
    written = note(told(FactKind.ACCOMPLISHMENT, fact))
    assert said in written
    assert ("so pleased" in written) is bool(said)


def test_in_a_letter_to_them_their_office_is_yours() -> None:
    assert "conversation at your office." in note(meeting=replace(WHARF, place="her office"))
