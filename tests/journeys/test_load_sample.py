"""The sample network: believable, easily removed, and what Today makes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from planner.domain.changes import Kind
from planner.domain.facts import Fact, FactKind
from planner.domain.groups import Attendance, Group
from planner.domain.me import Me
from planner.domain.meetings import Place, State
from planner.domain.people import Attitude, Person, Stage
from planner.domain.suggestions import ReasonKind
from planner.errors import PlannerError
from planner.journeys.load_sample import load_sample, remove_sample, sample_loaded
from planner.journeys.suggest_people import Suggested, suggest
from planner.journeys.todays_page import calendar_today, promises_due
from planner.storage.store import Store
from tests.builders import TODAY, a_person

NOW = datetime(2026, 11, 22, 9, 30)

# Ofcom: telephone numbers for drama use; Bundesnetzagentur: Rufnummern für Film und Fernsehen.
DRAMA = re.compile(
    r"(0113|0114|0131|0161) 496 0\d{3}|029 2018 0\d{3}|01632 960\d{3}|07700 900\d{3}"
    r"|\+49 40 66969 \d{3}"
)


def everything(store: Store) -> dict[str, Any]:
    """Every record there is."""
    repositories = (
        store.people, store.facts, store.groups, store.events, store.attendance, store.touches,
        store.places, store.meetings, store.conversations, store.answers, store.promises,
        store.referrals, store.trips,
    )  # fmt: skip
    whole: dict[str, Any] = {one.kind.value: one.all() for one in repositories}
    return whole | {"me": store.me.get(), "sample": store.settings.get("sample", "nothing")}


@pytest.fixture
def sample(store: Store) -> Store:
    load_sample(store, TODAY, NOW)
    return store


def test_nobody_told_anything_at_a_1_2_1_that_was_missed_or_called_off(sample: Store) -> None:
    for meeting in sample.meetings.all():
        if meeting.state in (State.MISSED, State.CANCELLED):
            told_on = {fact.noted_on for fact in sample.facts.of_person(meeting.person)}
            assert meeting.starts.date() not in told_on


def test_thirty_people_of_every_kind(sample: Store) -> None:
    people = sample.people.all()
    assert len(people) == 30
    assert len({person.name for person in people}) == 30
    assert all(person.sample for person in people)
    assert {person.stage for person in people} == set(Stage)
    assert {person.attitude for person in people} == set(Attitude)
    assert {fact.kind for fact in sample.facts.all()} >= set(FactKind) - {FactKind.NOTE}
    assert {meeting.state for meeting in sample.meetings.all()} == set(State) - {State.PROPOSED}
    assert len(sample.groups.all()) == 4


def test_nobody_in_it_can_be_written_to_or_called(sample: Store) -> None:
    for person in sample.people.all():
        assert all(email.endswith(".example") for email in person.emails)
        assert all(DRAMA.fullmatch(phone) for phone in person.phones), person.phones


def test_today_shows_who_is_meant_to_be_shown(sample: Store) -> None:
    found = suggest(sample, TODAY)
    told = {entry.person.name: {reason.kind for reason in entry.reasons} for entry in found.entries}
    assert list(told)[:4] == ["Maya Okafor", "Jonas Lindqvist", "Priya Shah", "Daniel Cho"]
    assert told["Maya Okafor"] == {ReasonKind.COOLING, ReasonKind.PROMISE, ReasonKind.FITS}
    assert told["Jonas Lindqvist"] == {ReasonKind.NEW_FADING, ReasonKind.KNOWS}
    assert told["Priya Shah"] >= {ReasonKind.COOLING, ReasonKind.TRIP}
    assert ReasonKind.WORTH_A_TRY in told["Daniel Cho"]
    assert (found.planned_this_week, found.per_week, found.room) == (1, 3, 2)
    assert found.more


def test_whoever_rests_or_is_planned_is_not_shown(sample: Store) -> None:
    everybody = {entry.person.name for entry in suggest(sample, TODAY, 30).entries}
    assert not everybody & {
        "Ana Ferreira",  # planned
        "Tom Reyes",  # declined
        "Farid Nasser",  # did not come
        "Elif Demir",  # not now
        "Nadia Rahman",  # never
        "Margaret Holroyd",  # met this week
    }
    assert len(everybody) == 24


def test_promises_and_the_next_meeting(sample: Store) -> None:
    due = promises_due(sample, TODAY)
    told = [(each.promise.text, each.promise.days_late(TODAY), each.promise.mine) for each in due]
    assert told == [
        ("Introduce Maya to Tom Reyes", 5, True),
        ("Send the pricing guide", -2, True),
        ("List of two architects", -5, False),
    ]
    coming = calendar_today(sample, NOW).coming
    assert coming is not None
    assert coming.person.name == "Ana Ferreira"
    assert coming.meeting.starts == datetime(2026, 11, 23, 8, 30)


@pytest.mark.parametrize("offset", range(7))
def test_the_planned_1_2_1_is_on_a_working_day(store: Store, offset: int) -> None:
    today = TODAY + timedelta(days=offset)
    load_sample(store, today, NOW)
    (planned,) = store.meetings.planned()
    assert planned.starts.date() > today
    assert planned.starts.weekday() < 5
    assert suggest(store, today).entries[0].person.name == "Maya Okafor"


def test_loading_twice_is_refused(sample: Store) -> None:
    with pytest.raises(PlannerError, match="already"):
        load_sample(sample, TODAY, NOW)


def test_removing_it_leaves_an_empty_library_as_it_was(store: Store) -> None:
    before = everything(store)
    load_sample(store, TODAY, NOW)
    assert sample_loaded(store)
    assert everything(store) != before
    remove_sample(store)
    assert not sample_loaded(store)
    assert everything(store) == before


def test_removing_it_leaves_what_is_the_users(store: Store) -> None:
    with store.transaction():
        store.me.put(Me(name="Kit", city="Hull", wanted=("bakers",), per_week=4, ready=True))
        own = store.people.add(a_person("Own Friend"))
        store.facts.add(Fact(person=own.id, text="Mine"))
        store.groups.add(Group(name="chamber breakfast"))
        store.places.add(Place(name="Station Café", address="as I know it"))
    before = everything(store)
    load_sample(store, TODAY, NOW)
    assert len(store.groups.all()) == 4, "the known group is used"
    remove_sample(store)
    assert everything(store) == before


def test_what_the_user_hung_on_it_stays(sample: Store) -> None:
    with sample.transaction():
        own = sample.people.add(a_person("Own Friend"))
        breakfast = sample.groups.named("Chamber Breakfast")
        assert breakfast is not None
        event = sample.events.of_group(breakfast.id)[0]
        sample.attendance.add(Attendance(event=event.id, person=own.id))
        sample.me.put(replace(sample.me.get(), name="Kit", per_week=5))
    remove_sample(sample)
    assert sample.people.all() == [own]
    assert [group.name for group in sample.groups.all()] == ["Chamber Breakfast"]
    assert sample.events.all() == [event]
    assert sample.me.get() == Me(name="Kit", per_week=5)


def test_about_me_is_filled_only_where_it_is_blank(store: Store) -> None:
    with store.transaction():
        store.me.put(Me(city="Hull"))
    load_sample(store, TODAY, NOW)
    me = store.me.get()
    assert (me.name, me.city, me.per_week) == ("Sam Whitlock", "Hull", 3)


def test_who_said_their_name_is_not_given_anothers_work(store: Store) -> None:
    with store.transaction():
        store.me.put(Me(name="Kit"))
    load_sample(store, TODAY, NOW)
    me = store.me.get()
    assert (me.name, me.company, me.does, me.per_week) == ("Kit", "", "", 2)
    assert me.wanted


def test_loading_and_removing_are_one_step_to_undo(store: Store) -> None:
    before = everything(store)
    loaded = load_sample(store, TODAY, NOW)
    assert len(loaded.added(Kind.PERSON)) == 30
    full = everything(store)
    removed = remove_sample(store)
    store.revert(removed)
    assert everything(store) == full
    store.revert(loaded)
    assert everything(store) == before


# -- no contact makes somebody more pressing that day ------------------------------------------


def scores(store: Store, today: date) -> dict[str, float]:
    return {entry.person.name: entry.score for entry in suggest(store, today, 40).entries}


def each(store: Store, today: date) -> Iterator[Suggested]:
    yield from suggest(store, today, 40).entries


def test_a_touch_today_raises_nobodys_index(sample: Store) -> None:
    from planner.domain.meetings import Touch
    from planner.journeys.follow_up import log_touch

    before = scores(sample, TODAY)
    for entry in each(sample, TODAY):
        change = log_touch(sample, Touch(person=entry.person.id, day=TODAY), TODAY)
        assert scores(sample, TODAY)[entry.person.name] <= before[entry.person.name]
        sample.revert(change)
    assert scores(sample, TODAY) == before


def test_a_1_2_1_held_today_leaves_nobody_on_the_list(sample: Store) -> None:
    from tests.builders import a_meeting

    for entry in each(sample, TODAY):
        with sample.transaction() as work:
            starts = datetime(2026, 11, 22, 8, 0)
            sample.meetings.add(a_meeting(entry.person.id, starts, state=State.HELD))
        assert entry.person.name not in scores(sample, TODAY)
        sample.revert(work.change)


def test_a_person_removed_by_hand_does_not_trouble_the_removal(sample: Store) -> None:
    everybody: list[Person] = sample.people.all()
    with sample.transaction():
        for person in everybody[:5]:
            sample.people.remove(person.id)
    remove_sample(sample)
    assert sample.people.all() == []
    assert sample.groups.all() == []
