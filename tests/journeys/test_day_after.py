"""The day after an event: whoever was met there is proposed before they fade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.groups import Event
from planner.domain.meetings import Meeting, State
from planner.domain.met_names import Met
from planner.domain.people import Person, Stage
from planner.domain.suggestions import ReasonKind
from planner.journeys.keep_events import add_event
from planner.journeys.suggest_people import Suggested, suggest
from planner.storage.store import Store
from tests.builders import FIRST, LAST, a_meeting

TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)

# How many of 200 people stand on each rung, the closest the fewest, and how many weeks such two
# let pass at most: most are names in an address book, and of the others nobody is due yet.
LAYERS = (
    (Stage.REFERS, 1, 5),
    (Stage.TRUSTED, 3, 5),
    (Stage.LIKED, 6, 5),
    (Stage.KNOWN, 20, 5),
    (Stage.CONNECTED, 170, 0),
)


@pytest.fixture
def kept_up(store: Store) -> None:
    """Two hundred people, as somebody has them who keeps up with thirty."""
    with store.transaction():
        store.me.put(replace(store.me.get(), per_week=3))
        people = store.people.add_many(
            Person(
                name=f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]} {stage.name} {n}",
                emails=(f"{stage.name}{n}@mail.example",),
                stage=stage,
                connected_on=TUESDAY - timedelta(weeks=20 + n),
            )
            for stage, count, _ in LAYERS
            for n in range(count)
        )
        store.meetings.add_many(_held(people))


def _held(people: list[Person]) -> Iterator[Meeting]:
    weeks = {stage: usual for stage, _, usual in LAYERS}
    for n, person in enumerate(people):
        if person.stage is Stage.CONNECTED:
            continue
        ago = timedelta(weeks=1 + n % weeks[person.stage])
        at = datetime.combine(TUESDAY, datetime.min.time()) + timedelta(hours=9) - ago
        yield a_meeting(person.id, at, state=State.HELD)
        yield a_meeting(person.id, at - timedelta(weeks=weeks[person.stage]), state=State.HELD)


def met(store: Store, day: date) -> None:
    people = [Met("Karin Holm", "Holm & Daughters")]
    add_event(store, "Chamber Breakfast", Event(day=day, hours=2), people, day)


def proposed(store: Store, today: date) -> dict[str, Suggested]:
    return {one.person.name: one for one in suggest(store, today, 5).entries}


@pytest.mark.usefixtures("kept_up")
def test_the_day_after_an_event_today_proposes_whom_the_user_met(store: Store) -> None:
    assert len(proposed(store, WEDNESDAY)) == 5
    met(store, TUESDAY)
    karin = proposed(store, WEDNESDAY)["Karin Holm"]
    (reason,) = karin.reasons
    assert (reason.kind, reason.text, reason.days) == (
        ReasonKind.NEW_FADING,
        "Chamber Breakfast",
        1,
    )


@pytest.mark.usefixtures("kept_up")
@pytest.mark.parametrize("days", [0, 1, 3])
def test_and_they_stay_in_sight_in_the_days_that_follow(store: Store, days: int) -> None:
    met(store, TUESDAY)
    assert "Karin Holm" in proposed(store, TUESDAY + timedelta(days=days))


@pytest.mark.usefixtures("kept_up")
def test_once_planned_they_make_room(store: Store) -> None:
    met(store, TUESDAY)
    karin = proposed(store, WEDNESDAY)["Karin Holm"].person
    with store.transaction():
        store.meetings.add(a_meeting(karin.id, datetime(2026, 12, 1, 9)))
    assert "Karin Holm" not in proposed(store, WEDNESDAY)
