"""Several 1-2-1s planned in one go, at home and on a trip."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from planner.domain.busy import BusyTime
from planner.domain.me import Me
from planner.domain.meetings import Place, State
from planner.domain.one_to_one_day import Sitting
from planner.domain.trips import Trip
from planner.errors import PlannerError
from planner.journeys.keep_trips import add_trip
from planner.journeys.plan_day import (
    DayWish,
    Row,
    arrange,
    beyond_week,
    next_open_day,
    plan_day,
    usual_wish,
    whom_to_meet,
)
from planner.journeys.plan_meeting import plan
from planner.storage.store import Store
from tests.builders import a_person

NOW = datetime(2026, 11, 22, 9, 30)  # a Sunday
TODAY, MONDAY = NOW.date(), date(2026, 11, 23)
LONDON = "Europe/London"
ME = Me(name="Sam Whitlock", city="Leeds", zone=LONDON, ready=True)
WISH = DayWish(LONDON, MONDAY, MONDAY, place="The Wharf, Leeds")


@pytest.fixture
def people(store: Store) -> list[int]:
    """Maya, Jonas and Priya, in Leeds, and Yuki in New York."""
    with store.transaction():
        store.me.put(ME)
        store.places.add(Place(name="The Wharf", address="Leeds"))
        made = store.people.add_many(
            [
                *(a_person(name, city="Leeds") for name in ("Maya", "Jonas", "Priya")),
                a_person("Yuki", city="New York", zone="America/New_York"),
            ]
        )
    return [person.id for person in made]


def wished(people: list[int], **fields: object) -> DayWish:
    return replace(WISH, rows=tuple(map(Row, people)), **fields)  # type: ignore[arg-type]


def times(sittings: tuple[Sitting, ...]) -> list[str]:
    return [f"{one.starts:%d %H:%M}" if one.starts else "-" for one in sittings]


def test_all_are_planned_in_one_step_each_with_its_own_invitation(
    store: Store, people: list[int]
) -> None:
    wish = wished(people[:3])
    sittings = arrange(store, ME, wish, (), NOW)
    assert times(sittings) == ["23 09:00", "23 10:00", "23 11:00"]
    change, meetings = plan_day(store, wish, sittings, NOW)
    assert [(one.person, one.place, one.minutes, one.state) for one in meetings] == [
        (person, "The Wharf, Leeds", 45, State.PROPOSED) for person in people[:3]
    ]
    assert len({one.uid for one in meetings}) == 3
    assert "Would Monday 23 November at 10:00 at The Wharf suit you?" in meetings[1].invitation
    assert all(one.learn for one in meetings)
    assert len(store.places.all()) == 1
    store.revert(change)
    assert store.meetings.all() == []


def test_times_go_around_what_is_on_and_our_own_copy_in_a_calendar_counts_once(
    store: Store, people: list[int]
) -> None:
    told = (LONDON, 45, "The Wharf", "", "", "", "")
    kept = plan(store, people[3], datetime(2026, 11, 23, 9, 45), *told, NOW)[1]
    busy = [
        BusyTime(kept.starts_utc, datetime(2026, 11, 23, 12), "old time", kept.uid),
        BusyTime(datetime(2026, 11, 23, 11), datetime(2026, 11, 23, 11, 30), "Dentist"),
    ]
    found = arrange(store, ME, wished(people[:3]), busy, NOW)
    # At the same place nothing lies between; to the dentist it is a quarter of an hour each way.
    assert times(found) == ["23 09:00", "23 11:45", "23 12:45"]
    elsewhere = arrange(store, ME, wished(people[:1], place="Zest"), busy, NOW)
    assert times(elsewhere) == ["23 11:45"]


def test_it_is_known_which_weeks_hold_more_than_the_user_wants(
    store: Store, people: list[int]
) -> None:
    me = replace(ME, per_week=2)
    told = (LONDON, 45, "", "", "", "", "")
    plan(store, people[3], datetime(2026, 11, 27, 9), *told, NOW)  # the Friday of that week
    plan(store, people[3], datetime(2026, 12, 4, 9), *told, NOW)
    sunday = date(2026, 11, 29)
    over = wished(people[:2], last_day=sunday)
    assert beyond_week(store, me, arrange(store, me, over, (), NOW)) == ((MONDAY, 3),)
    alone = arrange(store, me, wished(people[:1]), (), NOW)
    assert beyond_week(store, me, alone) == (), "as many as wanted are not too many"
    assert beyond_week(store, me, [one._replace(starts=None) for one in alone]) == ()


def test_what_has_no_time_left_is_not_planned_and_nothing_else_either(
    store: Store, people: list[int]
) -> None:
    wish = wished(people[:3], last=time(11))
    sittings = arrange(store, ME, wish, (), NOW)
    assert times(sittings) == ["23 09:00", "23 10:00", "-"]
    with pytest.raises(PlannerError, match="no time left for Priya"):
        plan_day(store, wish, sittings, NOW)
    with pytest.raises(PlannerError, match="Nobody is chosen"):
        plan_day(store, wished([]), (), NOW)
    assert store.meetings.all() == []


def test_a_place_of_their_own_needs_the_way_there(store: Store, people: list[int]) -> None:
    with store.transaction():
        store.places.add(Place(name="Shah Legal", neutral=False))
    rows = (Row(people[0]), Row(people[1], place="Shah Legal"), Row(people[2], place="Online"))
    wish = replace(WISH, rows=rows, pause=5)
    sittings = arrange(store, ME, wish, (), NOW)
    assert times(sittings) == ["23 09:00", "23 10:15", "23 11:30"]
    _, meetings = plan_day(store, wish, sittings, NOW)
    assert [one.place for one in meetings] == ["The Wharf, Leeds", "Shah Legal", "Online"]


def test_a_new_place_is_remembered_as_it_was_said(store: Store, people: list[int]) -> None:
    wish = wished(people[:1], place="Club, York", neutral=False)
    plan_day(store, wish, arrange(store, ME, wish, (), NOW), NOW)
    (club,) = (place for place in store.places.all() if place.name == "Club")
    assert (club.address, club.neutral) == ("York", False)


def test_on_a_trip_the_times_are_those_of_its_town(store: Store, people: list[int]) -> None:
    _, trip = add_trip(store, Trip(city="New York", starts=MONDAY, ends=date(2026, 11, 24)))
    with store.transaction():
        store.places.add(Place(name="Deli", address="5 Broadway, New York"))
        ben = store.people.add(a_person("Ben", city="Newark, New Jersey")).id
    whom = whom_to_meet(store, TODAY, NOW, trip)
    assert {person.name for person in whom.people} == {"Yuki", "Ben"}
    assert (whom.zone, [place.name for place in whom.places]) == ("America/New_York", ["Deli"])
    usual = usual_wish(store, ME, TODAY, LONDON, trip)
    assert (usual.first_day, usual.last_day) == (MONDAY, date(2026, 11, 24))
    rows = (Row(people[3]), Row(ben))
    wish = replace(usual, zone=whom.zone, rows=rows, at_most=1, place="Deli")
    busy = [BusyTime(datetime(2026, 11, 23, 14), datetime(2026, 11, 23, 15), "Call")]  # 9 there
    sittings = arrange(store, ME, wish, busy, NOW)
    assert times(sittings) == ["23 10:15", "24 09:00"]
    _, meetings = plan_day(store, wish, sittings, NOW)
    assert [(one.zone, one.starts_utc.hour) for one in meetings] == [
        *(("America/New_York", 15), ("America/New_York", 14))
    ]
    assert "I am in New York on Monday 23 and Tuesday 24 November." in meetings[0].invitation


def test_at_home_those_suggested_come_first_and_then_everybody(
    store: Store, people: list[int]
) -> None:
    plan(store, people[0], datetime(2026, 11, 24, 9), LONDON, 45, "", "", "", "", "", NOW)
    whom = whom_to_meet(store, TODAY, NOW)
    names = [person.name for person in whom.people]
    assert sorted(names) == ["Jonas", "Maya", "Priya", "Yuki"]
    assert (names[-1], whom.planned) == ("Maya", {people[0]})
    assert [place.name for place in whom.places] == ["The Wharf"]


def test_the_day_is_the_next_with_working_hours() -> None:
    assert next_open_day(ME, TODAY) == MONDAY
    assert next_open_day(ME, TODAY, {MONDAY}) == date(2026, 11, 24)


def test_a_trip_under_way_begins_today(store: Store) -> None:
    trip = Trip(city="Hull", starts=date(2026, 11, 20), ends=MONDAY)
    usual = usual_wish(store, ME, TODAY, LONDON, trip)
    assert (usual.first_day, usual.last_day) == (TODAY, MONDAY)
