"""Who lives where the user will be, and when they are told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.me import Me
from planner.domain.people import Stage
from planner.domain.suggestions import Reason, ReasonKind
from planner.domain.trips import Trip
from planner.journeys.keep_trips import add_trip, edit_trip, remove_trip
from planner.journeys.suggest_people import not_now, remember_suggestions, suggest
from planner.journeys.who_is_there import Lives, everybody_there, who_is_there, who_lives_in
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person

STARTS = date(2026, 12, 3)
TRIP = Trip(city="Manchester", starts=STARTS, ends=date(2026, 12, 4))
AHEAD = STARTS - timedelta(days=28)
PEOPLE = {
    "Ana": "Leeds", "Ben": "Bradford", "Cleo": "Manchester", "Dina": "Salford",
    "Emil": "Stockport", "Fay": "London", "Gus": "", "Hal": "Upper Nowhere",
}  # fmt: skip
HERE = {"Ana", "Ben", "Gus"}
THERE = {"Cleo", "Dina", "Emil"}


@pytest.fixture
def away(store: Store) -> Store:
    """A library of somebody in Leeds who does not meet online."""
    with store.transaction():
        store.me.put(Me(city="Leeds", zone="Europe/London", meets_online=False, per_week=7))
        store.people.add_many(a_person(name, city=city) for name, city in PEOPLE.items())
    return store


def shown(store: Store, today: date = TODAY) -> set[str]:
    return {entry.person.name for entry in suggest(store, today, 20).entries}


def told(store: Store, today: date = TODAY) -> dict[str, Reason]:
    return {
        entry.person.name: reason
        for entry in suggest(store, today, 20).entries
        for reason in entry.reasons
        if reason.kind is ReasonKind.TRIP
    }


def there(store: Store, today: date = TODAY) -> Sequence[tuple[str, list[str], int]]:
    found = who_is_there(store, today) or ()
    return [(one.trip.city, [each.name for each in one.first], one.people) for one in found]


def meets_online(store: Store) -> None:
    with store.transaction():
        store.me.put(replace(store.me.get(), meets_online=True))


def test_who_lives_elsewhere_is_not_suggested_without_a_trip(away: Store) -> None:
    assert shown(away) == HERE
    assert there(away) == []


@pytest.mark.parametrize(
    ("today", "in_sight"),
    [(AHEAD - timedelta(days=1), False), (AHEAD, True), (TODAY, True), (STARTS, True),
     (TRIP.ends, True), (TRIP.ends + timedelta(days=1), False)],
)  # fmt: skip
def test_from_four_weeks_ahead_until_the_trip_is_over(
    away: Store, today: date, in_sight: bool
) -> None:
    add_trip(away, TRIP)
    assert shown(away, today) == (HERE | THERE if in_sight else HERE)
    assert set(told(away, today)) == (THERE if in_sight else set())
    assert bool(there(away, today)) is in_sight


def test_the_start_of_the_four_weeks_is_right_on_each_remembered_day(away: Store) -> None:
    add_trip(away, TRIP)
    days = [AHEAD + timedelta(days=n) for n in (-1, 0)]
    expected = [suggest(away, day, 5) for day in days]
    assert expected[0] != expected[1]
    remember_suggestions(away, *days)
    assert [suggest(away, day, 5) for day in days] == expected
    assert not told(away, days[0])


def test_whoever_meets_online_sees_everybody_and_hears_of_the_trip(away: Store) -> None:
    meets_online(away)
    assert shown(away) == set(PEOPLE)
    add_trip(away, TRIP)
    assert shown(away) == set(PEOPLE)
    assert set(told(away)) == THERE
    reason = told(away)["Dina"]
    assert (reason.text, reason.day, reason.days) == ("Manchester", STARTS, 1)


def test_what_is_remembered_is_emptied_by_a_trip(away: Store) -> None:
    remember_suggestions(away, TODAY)
    _, kept = add_trip(away, TRIP)
    assert shown(away) >= THERE
    remember_suggestions(away, TODAY)
    changed = edit_trip(away, replace(kept, city="London"))
    assert set(told(away)) == {"Fay"}
    away.revert(changed)
    remove_trip(away, kept.id)
    assert not suggest(away, TODAY).entries or shown(away) == HERE


def test_a_trip_to_ones_own_surroundings_says_nothing(away: Store) -> None:
    add_trip(away, replace(TRIP, city="Bradford"))
    assert shown(away) == HERE
    assert told(away) == {}
    assert there(away) == []


def test_a_town_nobody_knows_is_one_by_its_name(away: Store) -> None:
    add_trip(away, replace(TRIP, city="upper nowhere"))
    assert shown(away) == {*HERE, "Hal"}
    assert there(away) == [("upper nowhere", ["Hal"], 1)]


def test_those_there_are_ranked_as_those_on_today_are(away: Store) -> None:
    with away.transaction():
        for person in away.people.all():
            if person.name == "Emil":
                away.people.update(replace(person, stage=Stage.REFERS))
    add_trip(away, TRIP)
    ((_, first, people),) = there(away)
    ranked = [entry.person.name for entry in suggest(away, TODAY, 20).entries]
    assert first == [name for name in ranked if name in THERE]
    assert (first[0], people) == ("Emil", 3)


def test_whoever_is_planned_or_rests_is_there_without_being_proposed(away: Store) -> None:
    add_trip(away, TRIP)
    ids = {person.name: person.id for person in away.people.all()}
    with away.transaction():
        away.meetings.add(a_meeting(ids["Cleo"], datetime(2026, 12, 3, 10)))
    not_now(away, ids["Dina"], TODAY + timedelta(days=30), TODAY)
    assert there(away) == [("Manchester", ["Emil"], 3)]
    everybody = everybody_there(away, TRIP, TODAY)
    assert [person.name for person in everybody.people] == ["Emil", "Cleo", "Dina"]
    assert everybody.standings.keys() == {ids[name] for name in THERE}
    not_now(away, ids["Emil"], None, TODAY)
    assert there(away) == [], "nobody is left to be met"


def test_the_next_two_trips_are_shown_soonest_first(away: Store) -> None:
    later = Trip(city="London", starts=date(2026, 12, 9), ends=date(2026, 12, 9))
    with away.transaction():
        away.people.add(a_person("Ida", city="Oslo"))
    add_trip(away, later)
    add_trip(away, replace(TRIP, city="Rome"))  # where nobody is
    add_trip(away, TRIP)
    add_trip(away, Trip(city="Oslo", starts=date(2026, 12, 14), ends=date(2026, 12, 15)))
    assert [city for city, _, _ in there(away)] == ["Manchester", "London"]


def test_of_two_trips_to_a_town_the_first_is_told(away: Store) -> None:
    add_trip(away, Trip(city="Salford", starts=date(2026, 12, 10), ends=date(2026, 12, 10)))
    add_trip(away, TRIP)
    assert {reason.day for reason in told(away).values()} == {STARTS}


def test_an_empty_library_has_nobody_anywhere(store: Store) -> None:
    add_trip(store, TRIP)
    assert who_is_there(store, TODAY) is None
    assert everybody_there(store, TRIP, TODAY).people == ()


def test_a_town_is_told_from_one_nobody_knows_or_lives_in(away: Store) -> None:
    assert who_lives_in(away, "sheffi") == Lives(known=False, people=0, home=False)
    assert who_lives_in(away, "Sheffield") == Lives(known=True, people=0, home=False)
    assert who_lives_in(away, "Bradford").home
    with away.transaction():
        away.people.add(a_person("Xan", city="Sheffi"))
    assert who_lives_in(away, "sheffi").people == 1
    assert who_lives_in(away, TRIP.city).people == len(THERE)
