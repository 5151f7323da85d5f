"""1-2-1s of long ago, remembered to a month or a year: told nowhere more exactly than that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.debrief import Debrief
from planner.domain.meetings import Meeting, Roughly
from planner.domain.past_days import PastDay
from planner.domain.people import Person
from planner.journeys.explain_suggestion import explain
from planner.journeys.keep_people import add_person
from planner.journeys.meetings_page import days_from
from planner.journeys.person_page import person_page
from planner.journeys.plan_meeting import draft_invitation
from planner.journeys.save_debrief import save_past
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person
from tests.clocks import NOW

ZONE = "Europe/London"
EVERY = 42  # days between the 1-2-1s of these two


@pytest.fixture
def maya(store: Store) -> Person:
    _, maya = add_person(store, a_person("Maya Okafor"))
    return maya


def past(store: Store, who: Person, day: date, roughly: Roughly) -> Meeting:
    _, meeting = save_past(store, who.id, Debrief(), PastDay(day, roughly), "", ZONE, NOW)
    return meeting


def six_weekly(store: Store, who: Person) -> None:
    for number in range(1, 6):
        past(store, who, TODAY - timedelta(days=EVERY * number), Roughly.DAY)


@pytest.mark.parametrize("roughly", [Roughly.MONTH, Roughly.YEAR])
def test_they_teach_no_rhythm(store: Store, maya: Person, roughly: Roughly) -> None:
    six_weekly(store, maya)
    before = person_page(store, maya.id, TODAY)
    for year in range(2016, 2024):
        past(store, maya, date(year, 7, 1), roughly)
    page = person_page(store, maya.id, TODAY)
    assert page.usual_gap == page.habits.usual_gap == EVERY
    assert page.habits.half_life == pytest.approx(before.habits.half_life, rel=0.01)
    assert explain(store, maya.id, TODAY).usual == EVERY
    assert len(page.history) == len(before.history) + 8


def test_they_stand_on_no_day_of_a_calendar(store: Store, maya: Person) -> None:
    to_the_day = past(store, maya, date(2026, 7, 2), Roughly.DAY)
    past(store, maya, date(2026, 7, 1), Roughly.YEAR)
    past(store, maya, date(2026, 7, 15), Roughly.MONTH)
    shown = days_from(store, date(2026, 7, 1), 31, ZONE, NOW)
    assert [(day.day, *day.meetings) for day in shown.days if day.meetings] == [
        (date(2026, 7, 2), to_the_day)
    ]


def test_an_invitation_names_no_month_that_nobody_remembers(store: Store, maya: Person) -> None:
    past(store, maya, date(2019, 7, 1), Roughly.YEAR)
    coming = a_meeting(maya.id, NOW + timedelta(days=7))
    written = draft_invitation(store, coming, TODAY)
    assert "sit down with you in 2019," in written
