"""The week's list is pinned: time alone moves nobody in it, what happens moves just that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.groups import Attendance, Event, Group
from planner.domain.me import Me
from planner.domain.meetings import State, Touch
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.suggestions import ReasonKind
from planner.journeys.suggest_people import not_now, remember_suggestions, suggest
from planner.storage.store import Store
from tests.builders import a_meeting, a_person, many_people

MONDAY = date(2026, 11, 16)
ALL = 10_000


def day_of_week(number: int) -> date:
    return MONDAY + timedelta(days=number)


def listed(store: Store, day: date, count: int = ALL) -> list[int]:
    return [entry.person.id for entry in suggest(store, day, count).entries]


@pytest.fixture
def many(store: Store) -> Store:
    """Sixty people with a history, none of which ends in the weeks looked at."""
    many_people(store, 60, day_of_week(-1))
    with store.transaction():
        store.me.put(replace(store.me.get(), wanted=("architect",)))
        people = store.people.all()
        # Neither an undated promise nor an unknown last contact grows older.
        store.promises.add(Promise(person=people[5].id, text="Some day", needs_meeting=True))
        store.promises.add(
            Promise(person=people[8].id, text="Soon", due=day_of_week(20), needs_meeting=True)
        )
        group = store.groups.add(Group(name="Chamber"))
        met = store.events.add(Event(group=group.id, day=day_of_week(-9)))
        for person in people[10:15]:
            store.attendance.add(Attendance(event=met.id, person=person.id))
        for person in people[20:25]:
            store.people.update(replace(person, connected_on=day_of_week(-40)))
    return store


def test_in_thirty_days_without_events_the_list_changes_on_mondays_alone(many: Store) -> None:
    lists = {day_of_week(number): listed(many, day_of_week(number)) for number in range(30)}
    changed = [
        day for day in lists if day > MONDAY and lists[day] != lists[day - timedelta(days=1)]
    ]
    assert changed, "a month passes, and nobody has moved"
    assert {day.weekday() for day in changed} == {0}


def test_the_figures_told_are_of_the_day_itself(many: Store) -> None:
    def told(day: date) -> dict[int, int]:
        return {
            entry.person.id: reason.days
            for entry in suggest(many, day, ALL).entries
            for reason in entry.reasons
            if reason.kind is ReasonKind.COOLING
        }

    tuesday, wednesday = told(day_of_week(1)), told(day_of_week(2))
    both = tuesday.keys() & wednesday.keys()
    assert both
    assert all(wednesday[person] == tuesday[person] + 1 for person in both)


def _plan(store: Store, person: Person, day: date) -> object:
    starts = datetime.combine(day + timedelta(days=9), datetime.min.time())
    return store.meetings.add(a_meeting(person.id, starts, state=State.AGREED))


def _hold(store: Store, person: Person, day: date) -> object:
    starts = datetime.combine(day, datetime.min.time())
    return store.meetings.add(a_meeting(person.id, starts, state=State.HELD))


def _decline(store: Store, person: Person, day: date) -> object:
    starts = datetime.combine(day, datetime.min.time())
    return store.meetings.add(a_meeting(person.id, starts, state=State.CANCELLED))


def _put_off(store: Store, person: Person, day: date) -> None:
    store.people.update(replace(person, rests_until=day + timedelta(days=7)))


def _let_go(store: Store, person: Person, day: date) -> None:
    store.people.update(replace(person, let_go=True))


@pytest.mark.parametrize("happens", [_plan, _hold, _decline, _put_off, _let_go])
@pytest.mark.parametrize("number", [0, 2, 6])
def test_what_happens_replaces_that_entry_and_moves_no_other(
    many: Store, happens: Callable[[Store, Person, date], object], number: int
) -> None:
    day = day_of_week(number)
    before = listed(many, day)
    with many.transaction() as work:
        happens(many, many.people.get(before[1]), day)
    assert listed(many, day) == [before[0], *before[2:]]
    if number < 6:
        assert listed(many, day + timedelta(days=1)) == [before[0], *before[2:]]
    many.revert(work.change)
    assert listed(many, day) == before


@pytest.mark.parametrize("number", range(7))
def test_a_touch_raises_nobody_and_moves_no_other(many: Store, number: int) -> None:
    day = day_of_week(number)
    before = listed(many, day)
    for place in (0, 3, 20):
        person = before[place]
        with many.transaction() as work:
            many.touches.add(Touch(person=person, day=day))
        after = listed(many, day)
        assert person not in after or after.index(person) >= place
        without = [each for each in after if each != person]
        assert without == [each for each in before if each != person]
        assert listed(many, day_of_week(6)) == after
        many.revert(work.change)


def test_a_promise_made_this_week_counts_the_same_all_week(many: Store) -> None:
    person = listed(many, MONDAY)[30]
    promise = Promise(
        person=person, text="Bring the plans", made_on=day_of_week(2), due=day_of_week(12),
        needs_meeting=True,
    )  # fmt: skip
    before = listed(many, day_of_week(2))
    with many.transaction():
        many.promises.add(promise)
    after = listed(many, day_of_week(2))
    assert after.index(person) <= before.index(person)
    assert all(listed(many, day_of_week(number)) == after for number in range(3, 7))


def test_one_kept_by_a_talk_of_the_same_week_counts_no_more(many: Store) -> None:
    person = listed(many, MONDAY)[0]
    with many.transaction():
        many.promises.add(
            Promise(
                person=person, text="Bring the plans", made_on=day_of_week(1),
                due=day_of_week(12), needs_meeting=True,
            )
        )  # fmt: skip
        many.meetings.add(
            a_meeting(person, datetime.combine(day_of_week(3), datetime.min.time()),
                      state=State.HELD)
        )  # fmt: skip
    assert person not in listed(many, day_of_week(3))
    assert person not in listed(many, day_of_week(6))


def test_whoever_was_new_on_wednesday_stands_where_their_index_puts_them(many: Store) -> None:
    wednesday = day_of_week(2)
    before = listed(many, wednesday)
    with many.transaction():
        new = many.people.add(a_person("Zz New", role="Architect", connected_on=wednesday))
    after = listed(many, wednesday)
    assert new.id in after
    assert [each for each in after if each != new.id] == before
    assert listed(many, day_of_week(6)) == after


def test_a_rest_that_ends_brings_them_back_on_that_very_day_in_their_place(many: Store) -> None:
    before = listed(many, MONDAY)
    thursday = day_of_week(3)
    not_now(many, before[1], thursday, MONDAY)
    assert listed(many, day_of_week(2)) == [before[0], *before[2:]]
    assert listed(many, thursday) == before


@pytest.mark.parametrize("number", range(7))
def test_what_is_remembered_is_the_pinned_list(many: Store, number: int) -> None:
    day = day_of_week(number)
    worked_out = suggest(many, day)
    remember_suggestions(many, *(day_of_week(ahead) for ahead in range(10)))
    assert suggest(many, day) == worked_out
    assert suggest(many, day_of_week(9)).entries != worked_out.entries


def test_the_list_has_the_room_left_and_twice_as_many_in_reserve(many: Store) -> None:
    with many.transaction():
        many.me.put(replace(many.me.get(), per_week=2))
    whole = listed(many, MONDAY)
    assert [entry.person.id for entry in suggest(many, MONDAY).entries] == whole[:5]
    with many.transaction():
        starts = datetime.combine(day_of_week(2), datetime.min.time())
        many.meetings.add(a_meeting(whole[0], starts, state=State.AGREED))
    found = suggest(many, MONDAY)
    assert [entry.person.id for entry in found.entries] == whole[1:4]
    assert (found.room, found.full, found.more) == (1, False, True)
    with many.transaction():
        many.meetings.add(a_meeting(whole[1], starts, state=State.AGREED))
    found = suggest(many, MONDAY)
    assert (found.room, found.full, len(found.entries)) == (0, True, 5)


def test_whoever_is_away_for_a_month_comes_back_to_five_names(many: Store) -> None:
    assert len(suggest(many, day_of_week(31)).entries) == 5


def test_page_by_page_the_whole_list_to_its_end(many: Store) -> None:
    whole = listed(many, MONDAY)
    paged, start = [], 0
    while True:
        found = suggest(many, MONDAY, 5, start=start)
        paged += [entry.person.id for entry in found.entries]
        assert [entry.rank for entry in found.entries] == list(
            range(start + 1, start + 1 + len(found.entries))
        )
        start += 5
        if not found.more:
            break
    assert paged == whole
    assert suggest(many, MONDAY, 5, start=start).entries == ()


def test_with_no_1_2_1s_wanted_there_is_a_list_all_the_same(store: Store) -> None:
    with store.transaction():
        store.people.add(a_person(stage=Stage.KNOWN))
        store.me.put(Me(per_week=0))
    found = suggest(store, MONDAY)
    assert (len(found.entries), found.full, found.room) == (1, False, 0)
