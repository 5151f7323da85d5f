"""How things are called."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from enum import Enum
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from planner.domain.facts import WORTH_KNOWING, FactKind, Origin
from planner.domain.groups import MetAt
from planner.domain.meetings import CalledOff, Meeting, State, Touch, TouchKind
from planner.domain.people import Attitude, Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome
from tests.builders import TODAY
from ui import wording

MAYA = Person(name="Maya Okafor")


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("worded", "of"),
    [
        (wording.stage, Stage),
        (wording.fact_kind, FactKind),
        (wording.state, State),
        (wording.touch_kind, TouchKind),
        (wording.outcome, Outcome),
        (wording.attitude, Attitude),
        (wording.origin, Origin),
    ],
)
def test_everything_has_its_own_name(worded: Callable[[Any], str], of: type[Enum]) -> None:
    names = [worded(each) for each in of]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", list(FactKind))
def test_what_is_still_to_learn_names_the_person_without_a_pronoun(kind: FactKind) -> None:
    told = wording.still_to_learn(kind, MAYA)
    assert told
    assert "{" not in told
    if kind in WORTH_KNOWING:
        assert told != wording.fact_kind(kind)


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        (Promise(due=TODAY - timedelta(days=5)), "5 days late"),
        (Promise(due=TODAY - timedelta(days=1)), "1 day late"),
        (Promise(due=TODAY - timedelta(days=30)), "4 weeks late"),
        (Promise(due=TODAY), "Due today"),
        (Promise(due=TODAY + timedelta(days=2)), "Due Tuesday"),
        (Promise(), "No date"),
        (Promise(due=TODAY, done_on=TODAY - timedelta(days=1)), "Kept yesterday"),
    ],
)
def test_when_a_promise_is_due(promise: Promise, told: str) -> None:
    assert wording.due(promise, TODAY) == told


def test_who_owes_whom() -> None:
    assert wording.direction(True, MAYA) == "you → Maya"
    assert wording.direction(False, MAYA) == "Maya → you"


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (MetAt(1, 1, 1, "Chamber Breakfast", "", None), "Met at Chamber Breakfast"),
        (Touch(note="congratulated"), "Message: congratulated"),
        (Touch(kind=TouchKind.CALL), "Call"),
        (Meeting(state=State.HELD, place="Video call"), "1-2-1 by video call, 45 min"),
        (Meeting(state=State.HELD, place="https://meet.example/x"), "1-2-1 online, 45 min"),
        (
            Meeting(state=State.HELD, place="The Wharf, Leeds", minutes=50, summary="Podcast"),
            "1-2-1 at The Wharf, 50 min. Podcast",
        ),
        (Meeting(state=State.HELD), "1-2-1, 45 min"),
        (Meeting(state=State.MISSED), "1-2-1: missed"),
        (Meeting(state=State.CANCELLED, summary="unsaid"), "1-2-1: called off"),
        (Meeting(state=State.CANCELLED, called_off=CalledOff.ME), "1-2-1: you called it off"),
        (Meeting(state=State.CANCELLED, called_off=CalledOff.THEM), "1-2-1: they called it off"),
    ],
)
def test_what_happened(what: Meeting | Touch | MetAt, told: str) -> None:
    assert wording.happened(what) == told


def test_the_first_1_2_1_is_called_so() -> None:
    assert wording.happened(Meeting(state=State.HELD), first=True) == "First 1-2-1, 45 min"


def test_it_words_without_an_application_or_a_screen() -> None:
    program = (
        "from planner.domain.people import Stage; from ui import day_wording, wording;"
        " import sys; print(wording.stage(Stage.LIKED), day_wording.weeks(3));"
        " assert 'PySide6.QtGui' not in sys.modules"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.strip() == "Liked 3 weeks"


def test_somebody_known_by_a_number_alone_is_this_person() -> None:
    number = Person(name="+44 113 496 0000")
    assert wording.still_to_learn(FactKind.DOES, number) == "What this person does"
    assert wording.with_name("{name} promised", number) == "This person promised"
    assert wording.still_to_learn(FactKind.DOES, Person(name="Łukasz Nowak")) == "What Łukasz does"
    assert wording.with_name("{name} promised", Person(name="李雷")) == "李雷 promised"
