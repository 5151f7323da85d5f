"""What two people are used to, as sentences."""

from __future__ import annotations

import pytest

from planner.domain.learning import Habits
from planner.domain.people import Person
from ui.habit_wording import sentences

MAYA = Person(name="Maya Okafor")


def test_nothing_is_said_without_evidence() -> None:
    assert sentences(Habits(), MAYA) == ()
    assert sentences(Habits(asked=2, said_yes=0, theirs=1, mine=1), MAYA) == ()


@pytest.mark.parametrize(
    ("gap", "often"),
    [
        (1, "every day"),
        (7, "every week"),
        (9, "every 9 days"),
        (14, "every 2 weeks"),
        (40, "every 6 weeks"),
        (125, "every 18 weeks"),
        (126, "every 4 months"),
        (364, "every 12 months"),
        (1000, "every few years"),
    ],
)
def test_how_often_they_speak(gap: int, often: str) -> None:
    assert sentences(Habits(usual_gap=gap), MAYA) == (f"You two usually speak {often}",)


@pytest.mark.parametrize(
    ("yes", "asked", "said"),
    [
        (3, 3, "Always says yes: 3 of 3"),
        (4, 5, "Usually says yes: 4 of 5"),
        (1, 4, "Found the time for 1 of 4"),
        (0, 3, "Has not found the time yet, asked 3 times"),
    ],
)
def test_how_they_answer(yes: int, asked: int, said: str) -> None:
    assert sentences(Habits(asked=asked, said_yes=yes), MAYA) == (said,)


@pytest.mark.parametrize(
    ("theirs", "mine", "said"),
    [
        (4, 1, "Mostly Maya writes first"),
        (1, 4, "Mostly you write first"),
        (2, 2, "Now one of you writes first, now the other"),
    ],
)
def test_who_writes_first(theirs: int, mine: int, said: str) -> None:
    assert sentences(Habits(theirs=theirs, mine=mine), MAYA) == (said,)


def test_somebody_known_by_a_number_has_no_first_name() -> None:
    number = Person(name="+44 113 496 0142")
    assert sentences(Habits(theirs=3), number) == ("Mostly this person writes first",)
