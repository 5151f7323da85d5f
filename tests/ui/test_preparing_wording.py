"""What the page says on which a 1-2-1 is prepared."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.domain.dont_forget import DontForget, Mention
from planner.domain.facts import FactKind
from planner.domain.groups import MetAt
from planner.domain.meetings import Roughly, TalkedMore
from planner.domain.one_thing_to_offer import Giving, Offer
from planner.domain.people import Person
from planner.domain.talk_time import Balance
from planner.journeys.prepare_page import Offered, Preparation
from tests.builders import TODAY, a_meeting, a_person
from ui import preparing_wording as words

DAY = date(2026, 9, 3)
ANA = a_person("Ana Ferreira")


def a_preparation(**fields: object) -> Preparation:
    known: dict[str, object] = {
        "meeting": a_meeting(1, datetime(2026, 11, 24, 8, 30)),
        "person": ANA,
        "prepared": False,
        "near": False,
        "under_way": False,
        "ahead": True,
        "guide": None,
        "guides": (),
        "suits": None,
        "openers": (),
        "dont_forget": (),
        "news": (),
        "promises": (),
        "met": None,
        "talked_on": None,
        "talked": TalkedMore.UNKNOWN,
        "balance": Balance(0, 0),
        "day": (),
    }
    return Preparation(**(known | fields))  # type: ignore[arg-type]


def test_when_and_where_on_whose_clock() -> None:
    meeting = a_meeting(1, datetime(2026, 11, 23, 8, 30), place="The Wharf", zone="Europe/Berlin")
    assert words.line(meeting, TODAY, "Europe/Berlin") == "Tomorrow, 08:30 – 09:15 · The Wharf"
    assert words.line(meeting, TODAY, "Europe/London") == (
        "Tomorrow, 07:30 – 08:15 (08:30 in Berlin) · The Wharf"
    )


@pytest.mark.parametrize(
    ("one", "label", "told"),
    [
        (DontForget(Mention.LAST, "A shop.", DAY), "Last time", "A shop · 3 September"),
        (
            DontForget(Mention.LAST, "A shop", DAY, roughly=Roughly.MONTH),
            "Last time",
            "A shop · September 2026",
        ),
        (
            DontForget(Mention.LAST, "A shop", DAY, roughly=Roughly.YEAR),
            "Last time",
            "A shop · 2026",
        ),
        (DontForget(Mention.DISLIKE, "Crowds", DAY, FactKind.DISLIKE), "Dislikes", "Crowds"),
        (DontForget(Mention.NAMED, "Two girls, Ida", DAY, FactKind.NOTE), "Note", "Two girls, Ida"),
        (DontForget(Mention.BIRTHDAY, "", TODAY), "Birthday", "Today"),
        (
            DontForget(Mention.KEPT_BY_THEM, "Two names", DAY),
            "Say thanks",
            "Two names · kept 3 September",
        ),
        (
            DontForget(Mention.PASSED_ON, "A roof", DAY),
            "Say thanks",
            "A roof · passed on to you 3 September",
        ),
        (
            DontForget(Mention.KEPT_BY_ME, "The list", DAY),
            "Ask after",
            "The list · you kept it 3 September",
        ),
        (DontForget(Mention.NEWS, "A van", DAY), "Your news", "A van"),
    ],
)
def test_what_not_to_forget(one: DontForget, label: str, told: str) -> None:
    assert (words.label(one), words.told(one, TODAY)) == (label, told)


def test_where_they_met() -> None:
    assert words.met(MetAt(1, 1, 1, "Chamber", "", DAY), TODAY) == "Chamber · 3 September"
    assert words.met(MetAt(1, 1, 1, "Chamber", "Breakfast", None), TODAY) == "Breakfast"


@pytest.mark.parametrize(
    "giving", [one for one in Giving if one not in ("introduction", "business")]
)
def test_each_offer_says_why(giving: Giving) -> None:
    assert words.why(Offered(Offer(giving, "An idea", "Finding drivers")), ANA)


@pytest.mark.parametrize(
    ("talked", "balance", "said"),
    [
        (TalkedMore.ME, Balance(0, 0), "One more question"),
        (TalkedMore.THEM, Balance(900, 100), "Ana talked more"),
        (TalkedMore.EVEN, Balance(900, 100), "as it should be"),
        (TalkedMore.UNKNOWN, Balance(900, 100), "One more question"),
        (TalkedMore.UNKNOWN, Balance(100, 900), "Ana talked most"),
        (TalkedMore.UNKNOWN, Balance(430, 570), "as it should be"),
        (TalkedMore.UNKNOWN, Balance(10, 5), ""),
        (TalkedMore.UNKNOWN, Balance(0, 3000), ""),
    ],
)
def test_who_talked_more_is_one_gentle_line(
    talked: TalkedMore, balance: Balance, said: str
) -> None:
    line = words.balance(a_preparation(talked=talked, balance=balance))
    assert said in line and bool(line) is bool(said)


def test_of_somebody_of_whom_nothing_is_noted() -> None:
    assert "Ana" in words.nothing_to_forget(a_preparation())
    assert "Nothing was noted" in words.nothing_to_forget(a_preparation(talked_on=DAY))
    assert words.ask_for_news(a_preparation()) == "What is new with you?"
    assert words.ask_for_news(a_preparation(talked_on=DAY)).endswith("since you last met?")
    assert words.guide(a_preparation(), TODAY)


def test_somebody_known_by_a_number_alone() -> None:
    nobody = Person(phones=("0113 496 0000",))
    assert words.title(nobody) == "Prepare for this person"
    assert words.done(nobody) == "Prepared for this person"
    assert words.about(nobody) == "All about this person"
