"""What the repositories find, and in which order."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from planner.domain.conversation import Conversation, Step
from planner.domain.groups import Attendance, Event, Group
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.storage.store import Store

NINE = datetime(2026, 12, 1, 9, 0)


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        return store.people.add(Person(name="Maya Okafor"))


def test_people_by_name_whatever_the_case(store: Store) -> None:
    with store.transaction():
        store.people.add_many(Person(name=name) for name in ("bo", "Cy", "Al", "BO"))
    assert [person.name for person in store.people.by_name()] == ["Al", "bo", "BO", "Cy"]


def test_people_by_name_whatever_the_accents(store: Store) -> None:
    names = ["Ängström", "Lee", "Łukasz", "Maya", "O'Brien", "Özil", "Zoë"]
    with store.transaction():
        store.people.add_many(Person(name=name) for name in reversed(names))
    assert [person.name for person in store.people.by_name()] == names


def test_what_everybody_is_called(store: Store, maya: Person) -> None:
    assert store.people.names() == {maya.id: "Maya Okafor"}


def test_how_many_have_the_same_first_name(store: Store, maya: Person) -> None:
    with store.transaction():
        store.people.add_many(Person(name=name) for name in ("Maya", "Mayanne Cho", "Ma%", "M_ya"))
    assert store.people.with_first_name("Maya") == 2
    assert store.people.with_first_name("Ma%") == 1
    assert store.people.with_first_name("M_ya") == 1
    with store.transaction():
        store.people.add_many(Person(name=name) for name in ("Dr. Maya Weiß", "Reyes, Maya"))
    assert store.people.with_first_name("Maya") == 4


def test_places_of_1_2_1s_held_or_planned(store: Store, maya: Person) -> None:
    with store.transaction():
        store.meetings.add_many(
            Meeting(person=maya.id, starts=NINE + timedelta(days=n), place=place, state=state)
            for n, (place, state) in enumerate(
                (
                    ("The Wharf", State.HELD),
                    ("The Wharf", State.AGREED),
                    ("Online", State.MISSED),
                    ("The Wharf", State.CANCELLED),
                )
            )
        )
    used = sorted(store.meetings.places_used())
    assert used == [
        (maya.id, "The Wharf", State.AGREED, 1),
        (maya.id, "The Wharf", State.HELD, 1),
    ]


def test_1_2_1s_that_overlap_a_stretch_of_time(store: Store, maya: Person) -> None:
    with store.transaction():
        early, late, far = store.meetings.add_many(
            Meeting(person=maya.id, starts=NINE + timedelta(hours=hours), minutes=60)
            for hours in (0, 3, 30)
        )
    meetings = store.meetings
    assert meetings.between(NINE, NINE + timedelta(hours=3)) == [early]
    ten = NINE + timedelta(hours=1)
    assert meetings.between(ten - timedelta(minutes=1), NINE + timedelta(hours=4)) == [early, late]
    assert meetings.between(ten, NINE + timedelta(hours=3)) == []
    assert meetings.between(datetime.min, datetime.max) == [early, late, far]


def test_1_2_1s_sort_by_utc_not_by_the_clock_on_the_wall(store: Store, maya: Person) -> None:
    with store.transaction():
        london = store.meetings.add(Meeting(person=maya.id, starts=NINE, zone="Europe/London"))
        tokyo = store.meetings.add(
            Meeting(person=maya.id, starts=NINE + timedelta(hours=4), zone="Asia/Tokyo")
        )
    assert store.meetings.of_person(maya.id) == [tokyo, london]
    assert store.meetings.between(NINE - timedelta(hours=5), NINE) == [tokyo]


def test_planned_1_2_1s_are_the_proposed_and_agreed_ones(store: Store, maya: Person) -> None:
    with store.transaction():
        store.meetings.add_many(
            Meeting(person=maya.id, state=state, starts=NINE - timedelta(days=n), uid=state)
            for n, state in enumerate(State)
        )
    assert [meeting.state for meeting in store.meetings.planned()] == [State.AGREED, State.PROPOSED]


def test_the_conversation_of_a_1_2_1(store: Store, maya: Person) -> None:
    with store.transaction():
        meeting = store.meetings.add(Meeting(person=maya.id, starts=NINE))
        other = store.meetings.add(Meeting(person=maya.id, starts=NINE))
        talk = store.conversations.add(Conversation(meeting=meeting.id))
        store.conversations.add(Conversation(meeting=other.id, step=Step.DONE))
    assert store.conversations.of_meeting(meeting.id) == talk
    assert store.conversations.of_meeting(99) is None
    assert store.conversations.unfinished() == [talk]


def test_a_note_under_a_prompt_takes_the_place_of_the_one_before(
    store: Store, maya: Person
) -> None:
    with store.transaction():
        meeting = store.meetings.add(Meeting(person=maya.id, starts=NINE))
        first = store.answers.note(meeting.id, "goals", "A second")
    with store.transaction():
        second = store.answers.note(meeting.id, "goals", "A second shop")
        store.answers.note(meeting.id, "network", "Rotary")
    assert first.id == second.id
    with store.transaction() as work:
        store.answers.note(meeting.id, "goals", "A second shop")
    assert not work.change
    assert [answer.text for answer in store.answers.of_meeting(meeting.id)] == [
        "A second shop",
        "Rotary",
    ]


def test_open_promises_due_first_and_undated_last(store: Store, maya: Person) -> None:
    with store.transaction():
        store.promises.add_many(
            Promise(person=maya.id, text=text, due=due, done_on=done)
            for text, due, done in (
                ("some day", None, None),
                ("kept", date(2026, 1, 1), date(2026, 1, 1)),
                ("later", date(2026, 12, 9), None),
                ("soon", date(2026, 12, 1), None),
            )
        )
    assert [promise.text for promise in store.promises.open()] == ["soon", "later", "some day"]
    soon = store.promises.open()[0]
    assert store.promises.open(until=soon.due) == [soon]


def test_where_somebody_was_met_newest_first(store: Store, maya: Person) -> None:
    with store.transaction():
        chamber = store.groups.add(Group(name="Chamber"))
        online = store.groups.add(Group(name="LinkedIn"))
        days = (date(2026, 1, 5), date(2026, 3, 5))
        events = store.events.add_many(
            [
                *(Event(group=chamber.id, name=f"Breakfast {day:%B}", day=day) for day in days),
                Event(group=online.id),
            ]
        )
        rows = store.attendance.add_many(
            Attendance(event=event.id, person=maya.id) for event in events
        )
    met = store.attendance.met_at(maya.id)
    assert [at.label for at in met] == ["Breakfast March", "Breakfast January", "LinkedIn"]
    assert met[0].group_name == "Chamber" and met[0].day == days[1]
    assert {at.attendance for at in met} == {row.id for row in rows}
    assert store.events.of_group(chamber.id) == events[:2]
    assert store.attendance.of_event(events[0].id) == rows[:1]


def test_a_group_by_its_name(store: Store) -> None:
    with store.transaction():
        group = store.groups.add(Group(name="Chamber  of Commerce"))
    assert store.groups.named(" chamber of COMMERCE") == group
    assert store.groups.named("Rotary") is None


def test_touches_by_their_day(store: Store, maya: Person) -> None:
    with store.transaction():
        late, early = store.touches.add_many(
            Touch(person=maya.id, day=date(2026, month, 1)) for month in (5, 2)
        )
    assert store.touches.of_person(maya.id) == [early, late]
    assert store.touches.of_person(99) == []
