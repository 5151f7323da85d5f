"""What must not be forgotten of somebody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.dont_forget import (
    AT_MOST,
    DontForget,
    Mention,
    dont_forget,
    has_name,
    near_birthday,
)
from planner.domain.facts import Fact, FactKind
from planner.domain.last_time import LastTime
from planner.domain.meetings import Roughly
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral

MEETS = date(2026, 11, 24)
TALKED = date(2026, 9, 3)
SINCE, BEFORE = date(2026, 10, 1), date(2026, 6, 1)
ANA = Person(id=1, name="Ana Ferreira", birthday="1984-11-26")


def lines(**known: object) -> list[DontForget]:
    given: dict[str, object] = {
        "person": Person(id=1, name="Ana"),
        "facts": (),
        "promises": (),
        "referrals": (),
        "last": None,
        "talked_on": TALKED,
        "meets_on": MEETS,
    }
    return list(dont_forget(**(given | known)))  # type: ignore[arg-type]


def fact(kind: FactKind, text: str, **more: object) -> Fact:
    return Fact(person=1, kind=kind, text=text, noted_on=BEFORE, **more)  # type: ignore[arg-type]


def test_the_last_time_comes_first_and_the_rest_by_what_it_is_worth() -> None:
    found = lines(
        person=ANA,
        facts=(
            fact(FactKind.DISLIKE, "Early calls"),
            fact(FactKind.NOTE, "Her daughter Mia plays the cello"),
            fact(FactKind.GOAL, "A second shop"),
        ),
        promises=(
            Promise(mine=True, text="Send the checklist", done_on=SINCE),
            Promise(mine=False, text="Two architects", done_on=SINCE),
        ),
        referrals=(Referral(given=False, what="Kessler's survey", day=SINCE),),
        last=LastTime(TALKED, "Dreams of a second shop"),
    )
    assert [(one.what, one.text) for one in found] == [
        (Mention.LAST, "Dreams of a second shop"),
        (Mention.DISLIKE, "Early calls"),
        (Mention.BIRTHDAY, ""),
        (Mention.PASSED_ON, "Kessler's survey"),
        (Mention.KEPT_BY_THEM, "Two architects"),
        (Mention.NAMED, "Her daughter Mia plays the cello"),
        (Mention.KEPT_BY_ME, "Send the checklist"),
    ]
    assert found[2].day == date(2026, 11, 26)
    assert found[5].kind is FactKind.NOTE


def test_what_is_worth_least_gives_way() -> None:
    notes = ("Two girls, Ida and Noor", "Her dog Bruno")
    promised = Promise(mine=False, text="Two architects", done_on=SINCE)
    found = lines(
        person=ANA,
        facts=(
            *(fact(FactKind.DISLIKE, text) for text in ("Early calls", "Long e-mails")),
            *(fact(FactKind.NOTE, text) for text in notes),
        ),
        promises=(promised, Promise(mine=True, text="The checklist", done_on=SINCE)),
        referrals=(Referral(given=False, what="Kessler's survey", day=SINCE),),
        last=LastTime(TALKED, "Dreams of a second shop"),
    )
    assert len(found) == AT_MOST
    assert found[-1].what is Mention.NAMED


def test_what_was_done_before_the_last_talk_was_spoken_of_then() -> None:
    done = (Promise(mine=False, text="Two architects", done_on=BEFORE),)
    passed = (Referral(given=False, what="Kessler's survey", day=BEFORE),)
    assert lines(promises=done, referrals=passed) == []
    assert len(lines(promises=done, referrals=passed, talked_on=None)) == 2


def test_the_latest_of_what_they_did_is_thanked_for() -> None:
    kept = [
        Promise(mine=False, text=text, done_on=date(2026, 10, day))
        for text, day in (("Early", 1), ("Late", 9), ("Latest", 20))
    ]
    assert [one.text for one in lines(promises=kept)] == ["Latest", "Late"]


def test_without_a_talk_half_a_year_is_looked_back() -> None:
    for days, told in ((180, 1), (181, 0)):
        done = (Promise(mine=False, text="Two names", done_on=MEETS - timedelta(days=days)),)
        assert len(lines(promises=done, talked_on=None)) == told


def test_the_newest_is_told_first_and_not_all_of_them() -> None:
    facts = [
        Fact(person=1, kind=FactKind.DISLIKE, text=text, noted_on=MEETS - timedelta(days=days))
        for text, days in (("Crowds", 9), ("Early calls", 90), ("Small talk", 5))
    ]
    assert [one.text for one in lines(facts=facts)] == ["Small talk", "Crowds"]


def test_what_is_still_owed_or_was_given_is_told_elsewhere() -> None:
    owed = (Promise(mine=True, text="Send it"), Promise(mine=False, text="Call back"))
    assert lines(promises=owed, referrals=(Referral(given=True, what="A roof", day=SINCE),)) == []


def test_a_last_time_without_words_is_no_line() -> None:
    assert lines(last=LastTime(TALKED, "  ")) == []


def test_the_last_time_is_told_no_more_exactly_than_it_is_known() -> None:
    (line,) = lines(last=LastTime(TALKED, "A shop", Roughly.YEAR))
    assert (line.day, line.roughly) == (TALKED, Roughly.YEAR)


def test_what_was_said_last_time_is_not_said_twice() -> None:
    told = "Moved to Leeds from Lagos"
    found = lines(facts=(fact(FactKind.NOTE, told),), last=LastTime(TALKED, f"{told} at nineteen"))
    assert [one.what for one in found] == [Mention.LAST]


def test_each_text_stands_once() -> None:
    facts = (fact(FactKind.DISLIKE, "Early calls", id=1), fact(FactKind.DISLIKE, "early  calls"))
    assert len(lines(facts=facts)) == 1


@given(
    st.lists(
        st.builds(
            Fact,
            id=st.integers(0, 50),
            kind=st.sampled_from(FactKind),
            text=st.text(max_size=30),
            noted_on=st.none() | st.dates(date(2020, 1, 1), MEETS),
        ),
        max_size=30,
    )
)
def test_never_more_than_is_kept_in_mind_and_never_what_is_private(facts: list[Fact]) -> None:
    found = lines(facts=facts)
    assert len(found) <= AT_MOST
    assert not any(one.kind is FactKind.PRIVATE for one in found)
    assert found == lines(facts=facts), "the same every time"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Two girls, Ida and Noor", True),
        ("Loves Porto", False),
        ("Punctual people, Earl Grey", False),
        ("Mag Kuchen und die Berge", False),  # German nouns have capitals
        ("His dog is called Bruno", True),
        ("Seine Tochter heißt Mia", True),
        ("Her wife and two sons", False),
        ("Half-marathons, flat whites", False),
        ("Mia", False),  # a capital that begins the note says nothing
        ("Works at the NHS", False),
        ("Free on Tuesday and in May", False),
        ("Sails. Has a boat", False),
        ("Told them I'm in, and I’d come on Tuesday's train", False),
        ("Works with O'Brien", True),
        ("", False),
    ],
)
def test_a_name_is_told_with_who_it_is(text: str, named: bool) -> None:
    assert has_name(text) is named


def test_a_birthday_is_told_about_its_day() -> None:
    for ahead in range(-7, 8):
        day = date(2026, 12, 30)
        assert near_birthday("1980-12-30", day + timedelta(days=ahead)) == day
    assert near_birthday("--01-02", date(2026, 12, 30)) == date(2027, 1, 2)
    assert near_birthday("1980-12-30", date(2027, 1, 3)) == date(2026, 12, 30)
    assert near_birthday("--02-29", date(2027, 2, 25)) == date(2027, 2, 28)
    assert near_birthday("1980-06-30", MEETS) is None
    for unknown in ("", "soon", "1980-13-01", "--00-10"):
        assert near_birthday(unknown, MEETS) is None
