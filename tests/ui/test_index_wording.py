"""Each part of the index as a share and a plain sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from planner.domain.fit_evidence import Fitting
from planner.domain.people import Fit, Person, Rhythm, Stage
from planner.domain.promises import Promise
from planner.domain.reasons import Evidence
from planner.domain.suggestions import Signals, index
from planner.domain.weighing import Part, Place, added, multiplied
from planner.journeys.explain_suggestion import Explained
from tests.builders import TODAY
from ui import index_wording

MONDAY = date(2026, 11, 16)


def of(person: Person | None = None, known: Evidence | None = None, **fields: Any) -> Explained:
    """Somebody explained; the fields are of Signals, of Explained for `since`, `usual`, `asked`."""
    told: dict[str, Any] = {"since": None, "usual": 0, "asked": 0, "step": None}
    told |= {name: fields.pop(name) for name in ("since", "usual", "asked") if name in fields}
    apart = fields.pop("apart", 140)
    signals = Signals(1, "Maya", apart=apart, silent=apart, **fields)
    terms = index(signals)
    return Explained(
        person or Person(id=1, name="Maya", stage=Stage(signals.stage)),
        terms, signals, MONDAY, added(terms), multiplied(terms), (), known or Evidence(),
        **told,
    )  # fmt: skip


def said(part: Part, told: Explained) -> str:
    return index_wording.sentence(part, told, TODAY)


@pytest.mark.parametrize(
    ("part", "told", "sentence"),
    [
        (Part.STEP, of(), "A first 1-2-1 is the largest step there is between two people."),
        (Part.STEP, of(stage=2, meetings=2), "One more talk could turn Liked into Trusted."),
        (
            Part.STEP, of(stage=1, meetings=1, apart=21),
            "One more talk could turn Known into Liked. "
            "So soon after the last contact it counts only in part.",
        ),
        (
            Part.STEP, of(stage=4, meetings=9),
            "The top of the ladder: what is left is to keep it.",
        ),
        (
            Part.COOLING, of(apart=546),
            "No contact is noted, so it counts as long ago. Nearly all the warmth is gone.",
        ),
        (
            Part.COOLING, of(stage=1, meetings=1, apart=77, since=80, usual=40, shared=True),
            "Last contact 11 weeks ago. Usually every 6 weeks. About half the warmth is gone.",
        ),
        (
            Part.COOLING, of(stage=1, meetings=1, apart=0, since=1, usual=5, shared=True),
            "Last contact yesterday. Usually every 5 days. Hardly any warmth is gone yet.",
        ),
        (
            Part.COOLING,
            of(known=Evidence(connected_on=TODAY - timedelta(days=9)), apart=3),
            "Connected 9 days ago. Some of the warmth is gone.",
        ),
        (Part.PROMISE, of(), "Nothing is promised that a 1-2-1 would keep."),
        (
            Part.PROMISE, of(known=Evidence(promise=Promise(person=1, text="Bring plans."))),
            "“Bring plans” waits for a 1-2-1.",
        ),
        (
            Part.PROMISE,
            of(known=Evidence(promise=Promise(person=1, text="Call", due=TODAY))),
            "“Call” waits for a 1-2-1, due today.",
        ),
        (Part.FIT, of(), "Nothing noted speaks for or against it."),
        (Part.FIT, of(fit=0.4), "Nothing noted here is what you look for."),
        (Part.FIT, of(fit=0.8), "What is known speaks for a good fit."),
        (
            Part.FIT, of(fit=0.8, known=Evidence(fits=Fitting(("architect", "Leeds")))),
            "Fits what you look for: architect, Leeds.",
        ),
        (
            Part.FIT, of(fit=0.8, known=Evidence(knows="Three architects.")),
            "Knows who you want to meet: Three architects.",
        ),
        (Part.FIT, of(Person(fit=Fit.MORE), fit=1.0), "More like this, you said."),
        (
            Part.FIT, of(Person(fit=Fit.MORE, let_go=True), fit=1.0),
            "Never, you said, so nothing else counts.",
        ),
        (Part.FIT, of(Person(fit=Fit.LESS), fit=0.1), "Less like this, you said."),
        (
            Part.CHANCE, of(apart=0, stage=1),
            "Never invited yet, so nothing is known.",
        ),
        (
            Part.CHANCE, of(apart=0, asked=1, invited=1, accepted=1),
            "Said yes to the one invitation so far.",
        ),
        (
            Part.CHANCE, of(apart=0, asked=1, invited=1),
            "No yes yet to the one invitation so far.",
        ),
        (
            Part.CHANCE, of(apart=0, asked=3, invited=3, accepted=2),
            "Said yes to 2 of 3 invitations so far.",
        ),
        (
            Part.CHANCE, of(apart=0, asked=2, invited=2, accepted=2),
            "Said yes to both invitations so far.",
        ),
        (
            Part.CHANCE, of(apart=0, asked=4, invited=4, accepted=4),
            "Said yes to all 4 invitations so far.",
        ),
    ],
)  # fmt: skip
def test_a_part_in_a_sentence(part: Part, told: Explained, sentence: str) -> None:
    assert said(part, told) == sentence


@pytest.mark.parametrize(
    ("share", "signed", "words"),
    [
        (0.624, False, "62%"), (0.0, False, "0%"), (1.0, False, "100%"),
        (0.45, True, "+45%"), (-0.11, True, "−11%"), (0.001, True, "0%"),
    ],
)  # fmt: skip
def test_a_share(share: float, signed: bool, words: str) -> None:
    assert index_wording.share(share, signed=signed) == words


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (Place(2, 412), None, "Place 2 of 412"),
        (Place(2, 412), Place(2, 412), "Place 2 of 412"),
        (Place(2, 412), Place(5, 412), "Now place 2 of 412 (before: 5)"),
        (Place(1200, 10000), Place(0, 9999), "Place 1,200 of 10,000"),
        (Place(0, 412), None, ""),
    ],
)
def test_a_place(now: Place, before: Place | None, words: str) -> None:
    assert index_wording.place(now, before) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"let_go": True, "planned": True}, "Not to be suggested any more, as you said."),
        ({"planned": True, "rests": 3}, "Not suggested now: a 1-2-1 is planned."),
        ({"rests": 21}, "Rests for 3 weeks more."),
        ({"reachable": False}, "Not suggested now: too far away to meet."),
        ({}, "Not suggested now: the two of you have only just met."),
    ],
)
def test_why_somebody_is_not_suggested(fields: dict[str, Any], words: str) -> None:
    assert index_wording.why_not(Signals(1, "Maya", **fields)) == words


def test_what_is_assumed() -> None:
    assert index_wording.assumed(of(stage=1, meetings=2, shared=True), TODAY) == (
        "The closer two people are, the longer warmth lasts; you share a group.",
        "Worked out on Monday 16 November: all week the list moves only if something happens.",
    )
    often = Person(name="Maya", stage=Stage.LIKED, rhythm=Rhythm.OFTEN)
    assert index_wording.assumed(of(often, stage=2, meetings=2, pace=0.6), TODAY)[:2] == (
        "The closer two people are, the longer warmth lasts; you share no group.",
        "You want to speak more often, so it counts as less long.",
    )
    seldom = Person(name="Maya", stage=Stage.LIKED, rhythm=Rhythm.SELDOM)
    assert index_wording.assumed(of(seldom, stage=2, meetings=2, pace=1.7), TODAY)[1] == (
        "Seldom is enough, you said, so it counts as longer."
    )
    faded = index_wording.assumed(of(stage=2, meetings=2, slipped=7), TODAY)
    assert faded[1] == "After so long a silence you count as a little below Liked."
