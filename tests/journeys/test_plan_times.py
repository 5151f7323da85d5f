"""The times on the page where a 1-2-1 is planned, and what is left out of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import CLOSED, Hours, Me
from planner.domain.meetings import Meeting, Place
from planner.domain.people import Person
from planner.domain.trips import Stay, Trip
from planner.domain.wishes import PartOfDay, Wish
from planner.journeys.days_away import stays
from planner.journeys.plan_meeting import cancel, plan
from planner.journeys.plan_times import (
    Looking,
    away_on,
    best_times,
    clashes,
    on_then,
    passed_over,
    place_wished,
    taken_by,
    times,
)
from planner.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 30)
MONDAY = date(2026, 11, 23)
TUESDAY = datetime(2026, 11, 24, 8, 30)
LONDON, NEW_YORK = "Europe/London", "America/New_York"
SAM = Me(name="Sam Doyle", zone=LONDON, per_week=2, city="Leeds")
ASKED = Looking(SAM, Wish(), NOW)


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        store.me.put(SAM)
        return store.people.add(Person(name="Maya Okafor"))


def planned(store: Store, person: Person, starts: datetime = TUESDAY) -> Meeting:
    return plan(store, person.id, starts, LONDON, 45, "The Wharf", "", "", "", "Hi", NOW)[1]


def test_times_on_offer_follow_the_part_of_day_and_what_is_planned(
    store: Store, maya: Person
) -> None:
    meeting = planned(store, maya, datetime(2026, 11, 23, 9))
    offered = times(store, ASKED, MONDAY, 1)
    assert [f"{slot.starts:%H:%M}" for slot in offered][:2] == ["09:00", "10:00"]
    assert [slot.free for slot in offered][:2] == [False, True]
    assert all(slot.free for slot in times(store, replace(ASKED, moving=meeting.id), MONDAY, 1))
    mornings = times(store, replace(ASKED, wish=Wish(part=PartOfDay.MORNINGS)), MONDAY, 1)
    assert [f"{s.starts:%H:%M}" for s in mornings] == [
        "09:00", "09:30", "10:00", "10:30", "11:00"
    ]  # fmt: skip
    afternoons = times(store, replace(ASKED, wish=Wish(part=PartOfDay.AFTERNOONS)), MONDAY, 1)
    assert f"{afternoons[0].starts:%H:%M}" == "12:00"
    closed = replace(SAM, week=(CLOSED,) * 7)
    assert times(store, replace(ASKED, me=closed), MONDAY, 5) == ()


def test_a_week_is_full_at_the_weekly_number(store: Store, maya: Person) -> None:
    first = planned(store, maya)
    assert passed_over(store, ASKED, MONDAY).full == {}
    off = planned(store, maya, datetime(2026, 11, 26, 9))
    left_out = passed_over(store, ASKED, MONDAY)
    assert left_out.full == {MONDAY: 2}
    assert date(2026, 11, 29) in left_out and date(2026, 11, 30) not in left_out
    assert passed_over(store, replace(ASKED, full_too=True), MONDAY).full == {}
    assert passed_over(store, replace(ASKED, moving=first.id), MONDAY).full == {}
    cancel(store, off.id, NOW)
    assert passed_over(store, ASKED, MONDAY).full == {}


def test_days_off_are_named_unless_nobody_is_met_on_them_anyway(store: Store) -> None:
    holidays = {MONDAY: "St Monday", date(2026, 11, 28): "St Saturday", date(2026, 11, 2): "Gone"}
    looking = replace(ASKED, diary=Diary((), holidays))
    assert passed_over(store, looking, MONDAY).days_off == {MONDAY: "St Monday"}


def stay(city: str, first: date, last: date, zone: str = LONDON, *, near: bool = False) -> Stay:
    return Stay(city, first, last, zone, near)


def test_on_a_trip_times_are_by_the_clock_there(store: Store, maya: Person) -> None:
    last = date(2026, 11, 26)
    away = replace(ASKED, stays=(stay("New York", date(2026, 11, 25), last, NEW_YORK, near=True),))
    offered = times(store, away, date(2026, 11, 24), 4)
    by_day = {slot.starts.date(): slot.zone for slot in offered}
    assert [by_day[day] for day in sorted(by_day)] == [LONDON, NEW_YORK, NEW_YORK, LONDON]
    assert {slot.starts.hour for slot in offered if slot.zone == NEW_YORK} == set(range(9, 17))
    on_it = times(store, away, date(2026, 11, 26), 2)
    assert [slot.zone for slot in on_it][::8] == [NEW_YORK, LONDON]
    until = times(store, away, date(2026, 11, 24), 9, last)
    assert {slot.starts.day for slot in until} == {24, 25, 26}


def test_a_trip_elsewhere_takes_its_days_but_for_calls(store: Store, maya: Person) -> None:
    tuesday, thursday = date(2026, 11, 24), date(2026, 11, 26)
    looking = replace(ASKED, stays=(stay("New York", tuesday, thursday, NEW_YORK),))
    here = times(store, looking, MONDAY, 2)
    assert {slot.starts.day for slot in here} == {23, 27}
    left_out = passed_over(store, looking, MONDAY)
    assert set(left_out.away.values()) == {"New York"}
    assert [day.day for day in left_out.away] == [24, 25, 26]
    assert tuesday in left_out and MONDAY not in left_out
    assert (away_on(store, looking, thursday), away_on(store, looking, MONDAY)) == ("New York", "")
    call = replace(looking, wish=Wish(place="Video call"))
    days = {slot.starts.day: slot.zone for slot in times(store, call, MONDAY, 5)}
    assert days == {23: LONDON, 24: NEW_YORK, 25: NEW_YORK, 26: NEW_YORK, 27: LONDON}
    assert passed_over(store, call, MONDAY).away == {}
    there = replace(looking, wish=Wish(place="Bean, Brooklyn, New York"))
    assert {slot.starts.day for slot in times(store, there, MONDAY, 5)} == {23, 24, 25, 26, 27}


def test_a_trip_to_them_on_a_day_without_hours_has_the_usual_ones(store: Store) -> None:
    saturday = date(2026, 11, 28)
    at_home = replace(ASKED, stays=(stay("Manchester", saturday, saturday),))
    to_them = replace(ASKED, stays=(stay("Manchester", saturday, saturday, near=True),))
    assert {slot.starts.day for slot in times(store, at_home, saturday, 1)} == {30}
    offered = times(store, to_them, saturday, 2)
    assert [slot.starts.hour for slot in offered if slot.starts.day == 28] == [*range(9, 17)]
    assert {slot.starts.day for slot in offered} == {28, 30}
    mornings = replace(to_them, wish=Wish(part=PartOfDay.MORNINGS))
    assert {s.starts.hour for s in times(store, mornings, saturday, 1)} == {9, 10, 11}


def test_which_trips_lead_away_from_home_and_to_whom(store: Store, maya: Person) -> None:
    with store.transaction():
        for city, day in (("New York", 2), ("Bradford", 1), ("Manchester", 3), ("Xyzzy", 4)):
            when = date(2026, 12, day)
            store.trips.add(Trip(city=city, starts=when, ends=when))
        store.trips.add(Trip(city="Paris", starts=date(2026, 11, 1), ends=date(2026, 11, 2)))
    to_salford = stays(store, SAM, Person(name="Kim", city="Salford"), MONDAY)
    assert [(one.city, one.zone, one.near) for one in to_salford] == [
        ("New York", NEW_YORK, False),
        ("Manchester", LONDON, True),  # Bradford is near home, Paris is over
        ("Xyzzy", LONDON, False),
    ]
    assert not any(one.near for one in stays(store, SAM, None, MONDAY))


TRIPS = st.lists(
    st.tuples(
        st.integers(0, 14), st.integers(0, 6), st.booleans(), st.sampled_from((LONDON, NEW_YORK))
    ),
    max_size=3,
)


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TRIPS, st.sampled_from(("", "Video call", "The Wharf")), st.sets(st.integers(0, 6)))
def test_every_day_is_offered_that_a_look_at_each_trip_allows(
    store: Store, trips: list[tuple[int, int, bool, str]], place: str, closed: set[int]
) -> None:
    week = tuple(CLOSED if day in closed else Hours() for day in range(7))
    given_stays = tuple(
        stay(
            "Far Town",
            MONDAY + timedelta(days=at),
            MONDAY + timedelta(days=at + more),
            zone,
            near=near,
        )
        for at, more, near, zone in trips
    )
    looking = replace(ASKED, me=replace(SAM, week=week), wish=Wish(place=place), stays=given_stays)
    last = MONDAY + timedelta(days=20)
    found = {slot.starts.date(): slot.zone for slot in times(store, looking, MONDAY, 99, last)}
    wanted = {}
    for day in (MONDAY + timedelta(days=n) for n in range(21)):
        on = [one for one in given_stays if one.first <= day <= one.last]
        near = [one for one in on if one.near]
        if (near or day.weekday() not in closed) and (near or not on or place == "Video call"):
            wanted[day] = near[0].zone if near else on[-1].zone if on else LONDON
    assert found == wanted


def test_the_best_are_of_the_next_days(store: Store, maya: Person) -> None:
    found = best_times(store, ASKED, MONDAY, 3)
    assert [slot.starts.day for slot in found] == [23, 24, 25]
    tokyo = best_times(store, ASKED, MONDAY, 3, "Asia/Tokyo")
    assert all(slot.starts.hour <= 10 for slot in tokyo)


def test_the_place_of_a_wish_is_the_one_remembered(store: Store) -> None:
    with store.transaction():
        office = store.places.add(Place(name="Their office", address="Leeds", neutral=False))
    assert place_wished(store, Wish(place=" their  office ")) == office
    assert place_wished(store, Wish(place="")) is None
    fresh = place_wished(store, Wish(place="My flat", neutral=False))
    assert fresh is not None and not fresh.neutral and fresh.id == 0


def test_a_clash_names_whom(store: Store, maya: Person) -> None:
    meeting = planned(store, maya)
    assert clashes(store, TUESDAY + timedelta(minutes=30), LONDON, 45) == ((meeting, maya),)
    assert clashes(store, TUESDAY + timedelta(minutes=45), LONDON, 45) == ()
    assert clashes(store, TUESDAY, LONDON, 45, moving=meeting.id) == ()
    assert clashes(store, datetime(2027, 3, 28, 1, 30), LONDON, 45) == ()


def test_it_is_known_what_takes_a_time(store: Store, maya: Person) -> None:
    meeting = planned(store, maya, datetime(2026, 11, 23, 9))
    noon = datetime(2026, 11, 23, 12, 30)
    board = BusyTime(noon, noon + timedelta(minutes=20), "Board")
    ours = BusyTime(noon, noon + timedelta(hours=4), "1-2-1", meeting.uid)
    looking = replace(ASKED, diary=Diary([board, ours]))
    slots = times(store, looking, MONDAY, 1)
    told = taken_by(store, looking, slots)
    assert (
        [(f"{slot.starts:%H}", what) for slot, what in told.items()]
        == [
            ("09", maya),
            ("12", board),
            ("13", None),  # no quarter of an hour for the way from the board to it
        ][: len(told)]
    )
    assert len(told) == 3 or not told.keys() - {slot for slot in slots if not slot.free}
    assert on_then(store, looking.diary, noon, LONDON, 45) == (board,)
    assert on_then(store, looking.diary, datetime(2027, 3, 28, 1, 30), LONDON, 45) == ()
    assert taken_by(store, looking, [slot for slot in slots if slot.free]) == {}
