"""What reminders of several 1-2-1s say."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.domain.meetings import Meeting
from planner.domain.reminders import Occasion, Reminder
from planner.journeys.reminders import Reminded
from tests.builders import a_person
from ui import reminder_wording as wording

LONDON = "Europe/London"
NOW = datetime(2026, 11, 23, 13)  # a Monday


def reminded(*starts: datetime, occasion: Occasion = Occasion.PREPARE) -> list[Reminded]:
    """1-2-1s in London, with Maya, then Jonas and so on."""
    names = ("Maya", "Jonas", "Priya", "Daniel", "Wei")
    return [
        Reminded(
            Reminder(occasion, Meeting(id=n, person=n, starts=at, zone=LONDON, minutes=45)),
            a_person(name, id=n),
        )
        for n, (at, name) in enumerate(zip(starts, names, strict=False), 1)
    ]


def test_those_of_one_day_are_said_with_it_once() -> None:
    both = reminded(datetime(2026, 11, 24, 9), datetime(2026, 11, 24, 11))
    assert wording.in_the_window(both, NOW, LONDON) == ("Tomorrow:", "Maya 09:00 and Jonas 11:00")
    assert wording.on_the_desktop(both, NOW, LONDON, names=True) == (
        "2 1-2-1s tomorrow",
        "09:00 Maya and 11:00 Jonas",
    )


def test_those_of_several_days_each_say_theirs() -> None:
    both = reminded(datetime(2026, 11, 23, 17), datetime(2026, 11, 24, 9))
    assert wording.in_the_window(both, NOW, LONDON) == (
        "Coming up:",
        "Maya today 17:00 and Jonas tomorrow 09:00",
    )
    assert wording.on_the_desktop(both, NOW, LONDON, names=False) == (
        "2 1-2-1s coming up",
        "today 17:00 and tomorrow 09:00",
    )


@pytest.mark.parametrize(("names", "words"), [(True, "Maya, Jonas, Priya and 2 more"), (False, "")])
def test_of_many_only_some_are_named(names: bool, words: str) -> None:
    over = reminded(*[datetime(2026, 11, 23, 8 + n) for n in range(5)], occasion=Occasion.DEBRIEF)
    told = wording.on_the_desktop(over, NOW, LONDON, names=names)
    assert told == ("How were your 5 1-2-1s?", words)
