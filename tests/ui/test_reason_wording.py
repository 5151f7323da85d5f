"""Reasons as sentences."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.people import Attitude, Person, Stage
from planner.domain.suggestions import Reason, ReasonKind
from tests.builders import TODAY
from ui import wording
from ui.reason_wording import hue, reason, sentence

MAYA = Person(name="Maya Okafor")
K = ReasonKind

SENTENCES = [
    (Reason(K.COOLING, days=80, usual=40), "Going cold: last spoke 11 weeks ago, usually every 6"),
    (Reason(K.COOLING, days=30, usual=9), "Going cold: last spoke 4 weeks ago, usually every week"),
    (
        Reason(K.COOLING, days=30, usual=3),
        "Going cold: last spoke 4 weeks ago, usually every 3 days",
    ),
    (Reason(K.COOLING, days=30, usual=1), "Going cold: last spoke 4 weeks ago, usually every day"),
    (
        Reason(K.COOLING, days=200, usual=70),
        "Going cold: last spoke 6 months ago, usually every 10 weeks",
    ),
    (Reason(K.COOLING, days=800), "Going cold: last spoke 2 years ago"),
    (
        Reason(K.NEW_FADING, days=9, text="Chamber Breakfast"),
        "New and fading: met at Chamber Breakfast 9 days ago, no 1-2-1 yet",
    ),
    (
        Reason(K.NEW_FADING, days=1, text="Chamber Breakfast"),
        "New: met at Chamber Breakfast yesterday, no 1-2-1 yet",
    ),
    (
        Reason(K.NEW_FADING, days=0, text="Chamber Breakfast"),
        "New: met at Chamber Breakfast today, no 1-2-1 yet",
    ),
    (
        Reason(K.FIRST_MEETING, text="Dinner", day=date(2025, 9, 1)),
        "No 1-2-1 yet: met at Dinner in September 2025",
    ),
    (
        Reason(K.TRIP, text="Manchester", day=date(2026, 12, 3), days=1),
        "Near you soon: you are in Manchester Thu 3 – Fri 4 December",
    ),
    (
        Reason(K.TRIP, text="Manchester", day=date(2026, 11, 30), days=4),
        "Near you soon: you are in Manchester Mon 30 November – Fri 4 December",
    ),
    (
        Reason(K.TRIP, text="Oslo", day=date(2026, 11, 22)),
        "Near you now: you are in Oslo Sun 22 November",
    ),
    (
        Reason(K.TRIP, text="Oslo", day=date(2026, 12, 31), days=1),
        "Near you soon: you are in Oslo Thu 31 December 2026 – Fri 1 January 2027",
    ),
    (Reason(K.FIRST_MEETING, text="Chamber"), "No 1-2-1 yet: you share Chamber"),
    (Reason(K.FIRST_MEETING, text="LinkedIn"), "No 1-2-1 yet: connected on LinkedIn"),
    (
        Reason(K.FIRST_MEETING, text="LinkedIn", day=date(2026, 3, 1)),
        "No 1-2-1 yet: connected on LinkedIn in March",
    ),
    (
        Reason(K.NEW_FADING, days=9, text="LinkedIn"),
        "New and fading: connected on LinkedIn 9 days ago, no 1-2-1 yet",
    ),
    (
        Reason(K.FIRST_MEETING, day=date(2026, 3, 1)),
        "No 1-2-1 yet: connected since March",
    ),
    (Reason(K.FIRST_MEETING, stage=Stage.KNOWN), "No 1-2-1 yet: though you know each other"),
    (
        Reason(K.FIRST_MEETING),
        "No 1-2-1 yet: a first one shows how you could help each other",
    ),
    (
        Reason(K.PROMISE, text="Introduce Tom Reyes.", days=5),
        "You promised Maya: Introduce Tom Reyes, due 5 days ago",
    ),
    (Reason(K.PROMISE, text="Lunch", days=0), "You promised Maya: Lunch, due today"),
    (Reason(K.PROMISE, text="Lunch", days=-1), "You promised Maya: Lunch, due in 1 day"),
    (
        Reason(K.PROMISE, text="Lunch", days=-20, mine=False),
        "Maya promised: Lunch, due in 2 weeks",
    ),
    (Reason(K.PROMISE, text="Lunch", dated=False), "You promised Maya: Lunch"),
    (Reason(K.FITS, text="architects, Leeds"), "Fits what you look for: architects, Leeds"),
    (Reason(K.FITS), "Fits what you look for: you said so yourself"),
    (
        Reason(K.FITS, told="First-time buyers in Leeds", about="for_whom"),
        "Fits what you look for: works for “First-time buyers in Leeds”",
    ),
    (
        Reason(K.FITS, text="lawyers", told="Solicitor in Leeds", about="does"),
        "Fits what you look for: lawyers · “Solicitor in Leeds”",
    ),
    (
        Reason(K.FITS, told="Drawing up wills", about="skill"),
        "Fits what you look for: good at “Drawing up wills”",
    ),
    (Reason(K.KNOWS, text="Three architects"), "Knows who you want to meet: Three architects"),
    (Reason(K.SAYS_YES, count=4), "Says yes: to all 4 invitations so far"),
    (
        Reason(K.BALANCE, count=2, other=1),
        "Gave you 2 referrals in the past year; you gave 1",
    ),
    (Reason(K.BALANCE, count=1), "Gave you a referral in the past year; you gave none yet"),
    (
        Reason(K.WORTH_A_TRY, text=Attitude.DISLIKES),
        "Worth a try: does not usually network; ask for know-how, share yours",
    ),
    (
        Reason(K.WORTH_A_TRY, text="press"),
        "Worth a try: hears pitches all day; ask about the work instead",
    ),
    (
        Reason(K.WORTH_A_TRY, text="employed"),
        "Worth a try: neither buys nor sells; a good person to learn from",
    ),
    (
        Reason(K.NEXT_STEP, count=2, stage=Stage.KNOWN),
        "2 talks so far: one more could turn Known into Liked",
    ),
    (
        Reason(K.NEXT_STEP, count=1, stage=Stage.CONNECTED),
        "One talk so far: one more could turn Connected into Known",
    ),
    (
        Reason(K.NEXT_STEP, count=9, stage=Stage.REFERS),
        "Refers people to you: worth a regular hour",
    ),
]


@pytest.mark.parametrize(("told", "words"), SENTENCES)
def test_each_reason_reads_as_a_sentence(told: Reason, words: str) -> None:
    assert sentence(told, MAYA, TODAY) == words


def test_every_kind_is_worded() -> None:
    assert {told.kind for told, _ in SENTENCES} == set(ReasonKind)


def test_the_lead_stands_apart_for_the_window() -> None:
    told = Reason(K.COOLING, days=800)
    assert reason(told, MAYA, TODAY) == ("Going cold:", "last spoke 2 years ago")
    assert wording.reason(told, MAYA, TODAY) == reason(told, MAYA, TODAY)


def test_nobody_presses_in_the_days_after_the_two_met() -> None:
    hues = [hue(Reason(K.NEW_FADING, days=days, text="Chamber")) for days in (0, 2, 3, 9)]
    assert hues == ["blue", "blue", "ember", "ember"]
    assert sentence(Reason(K.NEW_FADING, days=2, text="Chamber"), MAYA, TODAY).startswith("New: ")
    assert (hue(Reason(K.PROMISE)), hue(Reason(K.FITS))) == ("gold", "pine")


def test_markup_in_a_note_stays_text() -> None:
    assert sentence(Reason(K.KNOWS, text="<b>Tom</b>"), MAYA, TODAY).endswith("<b>Tom</b>")
