"""What of two people the one they become has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.contacts.phone_numbers import phone_keys
from planner.domain.facts import Fact, FactKind
from planner.domain.joining import Detail, differing, joined, unknown_of, usual_choice
from planner.domain.people import Attitude, Fit, Person, Rhythm, Stage

KEEP = Person(
    id=1,
    name="Maya Okafor",
    company="Harbour",
    role="Adviser",
    emails=("maya@harbour.example", "maya@home.example"),
    phones=("0113 496 0000",),
    links=("linkedin.com/in/maya",),
)
GONE = Person(
    id=2,
    name="Maya Hill",
    company="Quay",
    role="Director",
    city="Leeds",
    emails=("MAYA@home.example", "hill@quay.example"),
    phones=("+44 113 4960000", "07700 900123"),
    links=("https://www.linkedin.com/in/Maya/", "quay.example"),
)


def one_of(
    keep: Person = KEEP, gone: Person = GONE, of_gone: frozenset[Detail] = frozenset()
) -> Person:
    return joined(keep, gone, of_gone, phone_keys("GB"))


def test_both_ones_addresses_numbers_and_links_stay_each_once() -> None:
    made = one_of()
    assert made.emails == ("maya@harbour.example", "maya@home.example", "hill@quay.example")
    assert made.phones == ("0113 496 0000", "07700 900123")
    assert made.links == ("linkedin.com/in/maya", "quay.example")


def test_numbers_too_short_to_be_anybodys_own_stay_too() -> None:
    made = one_of(replace(KEEP, phones=("110",)), replace(GONE, phones=("111", "110", "call Bo")))
    assert made.phones == ("110", "111", "call Bo")


def test_the_details_asked_for_are_the_others() -> None:
    made = one_of(of_gone=frozenset({Detail.NAME, Detail.CITY}))
    assert (made.id, made.name, made.company, made.city) == (1, "Maya Hill", "Harbour", "Leeds")


@pytest.mark.parametrize(
    ("keep", "gone", "taken"),
    [
        (KEEP, GONE, {Detail.CITY}),
        (replace(KEEP, company=""), GONE, {Detail.CITY, Detail.COMPANY}),
        (replace(KEEP, role=""), GONE, {Detail.CITY}),  # Director of another company
        (replace(KEEP, role="", company="Quay Ltd"), GONE, {Detail.CITY, Detail.ROLE}),
        (replace(KEEP, role="", company=""), GONE, {Detail.CITY, Detail.ROLE, Detail.COMPANY}),
        (KEEP, replace(GONE, city="", birthday="1980-01-22"), {Detail.BIRTHDAY}),
        (
            replace(KEEP, birthday="--01-22", city="York"),
            replace(GONE, birthday="1980-01-22"),
            {Detail.BIRTHDAY},
        ),
        (
            replace(KEEP, birthday="1980-01-22", city="York"),
            replace(GONE, birthday="--01-22"),
            set(),
        ),
    ],
)
def test_blanks_are_filled_unless_the_user_says_else(
    keep: Person, gone: Person, taken: set[Detail]
) -> None:
    assert usual_choice(keep, gone) == taken


def test_a_name_comes_before_an_address_for_want_of_one() -> None:
    nameless = Person(id=1, name="maya@home.example", emails=("maya@home.example",))
    assert Detail.NAME in usual_choice(nameless, replace(GONE, emails=nameless.emails))
    assert Detail.NAME not in usual_choice(GONE, nameless)
    assert Detail.NAME not in usual_choice(nameless, replace(nameless, id=2, name=""))


@pytest.mark.parametrize(
    ("ours", "theirs", "of_gone", "zone"),
    [
        (("York", ""), ("New York", "America/New_York"), set(), ""),
        (("York", ""), ("New York", "America/New_York"), {Detail.CITY}, "America/New_York"),
        (("New York", "America/New_York"), ("York", ""), {Detail.CITY}, ""),
        (("New York", ""), ("new york", "America/New_York"), set(), "America/New_York"),
        (("", ""), ("New York", "America/New_York"), {Detail.CITY}, "America/New_York"),
        (("", ""), ("", "America/New_York"), set(), "America/New_York"),
        (("New York", "America/New_York"), ("", ""), set(), "America/New_York"),
    ],
)
def test_the_time_zone_is_that_of_the_city_that_stays(
    ours: tuple[str, str], theirs: tuple[str, str], of_gone: set[Detail], zone: str
) -> None:
    keep = replace(KEEP, city=ours[0], zone=ours[1])
    gone = replace(GONE, city=theirs[0], zone=theirs[1])
    assert one_of(keep, gone, frozenset(of_gone)).zone == zone


def test_only_what_differs_is_to_be_decided() -> None:
    assert differing(KEEP, replace(GONE, name="Maya Okafor", role="Adviser", city="")) == (
        Detail.COMPANY,
    )


@pytest.mark.parametrize(
    ("field", "keep", "gone", "made"),
    [
        ("stage", Stage.KNOWN, Stage.TRUSTED, Stage.TRUSTED),
        ("stage", Stage.LIKED, Stage.CONNECTED, Stage.LIKED),
        ("attitude", Attitude.OPEN, Attitude.PRESS, Attitude.PRESS),
        ("attitude", Attitude.DISLIKES, Attitude.PRESS, Attitude.DISLIKES),
        ("fit", Fit.UNSAID, Fit.LESS, Fit.LESS),
        ("fit", Fit.MORE, Fit.LESS, Fit.MORE),
        ("rhythm", Rhythm.USUAL, Rhythm.OFTEN, Rhythm.OFTEN),
        ("rhythm", Rhythm.SELDOM, Rhythm.OFTEN, Rhythm.SELDOM),
        ("zone", "", "Europe/Paris", "Europe/Paris"),
        ("zone", "Europe/Rome", "Europe/Paris", "Europe/Rome"),
        ("connected_on", date(2024, 5, 1), date(2023, 5, 1), date(2023, 5, 1)),
        ("connected_on", None, date(2023, 5, 1), date(2023, 5, 1)),
        ("rests_until", date(2026, 5, 1), None, date(2026, 5, 1)),
        ("rests_until", date(2026, 5, 1), date(2026, 7, 1), date(2026, 7, 1)),
        ("put_off", 1, 2, 2),
        ("let_go", True, False, False),
        ("let_go", True, True, True),
        ("sample", True, False, False),
        ("sample", True, True, True),
    ],
)
def test_how_they_stand_with_the_user_is_joined(
    field: str, keep: object, gone: object, made: object
) -> None:
    joined_ = one_of(replace(KEEP, **{field: keep}), replace(GONE, **{field: gone}))
    assert getattr(joined_, field) == made


def test_a_fact_known_in_the_same_words_is_not_known_twice() -> None:
    known = [Fact(text="Sails"), Fact(kind=FactKind.LIKE, text="Tea")]
    fresh = [
        Fact(text="Sails "),
        Fact(text="Runs"),
        Fact(text="Runs"),
        Fact(kind=FactKind.LIKE, text="Sails"),
        Fact(kind=FactKind.PRIVATE, text="Tea"),
    ]
    assert unknown_of(fresh, known) == (fresh[1], fresh[3], fresh[4])
