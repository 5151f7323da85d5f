"""What was done can be taken back and made again, whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.changes import Change, Kind
from planner.domain.conversation import Answer, Conversation
from planner.domain.facts import Fact
from planner.domain.groups import Attendance, Event, Group
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.errors import PlannerError
from planner.storage.store import Store

NINE = datetime(2026, 12, 1, 9, 0)
REPOSITORIES = (
    "people", "facts", "groups", "events", "attendance", "touches", "places", "meetings",
    "conversations", "answers", "promises", "referrals",
)  # fmt: skip


def everything(store: Store) -> dict[str, list[Any]]:
    return {name: getattr(store, name).all() for name in REPOSITORIES}


def somebody_with_a_past(store: Store, name: str = "Maya Okafor") -> Person:
    """A person to whom one of every kind belongs, directly or through a 1-2-1."""
    maya = store.people.add(Person(name=name))
    store.facts.add_many(Fact(person=maya.id, text=text) for text in ("Sails", "Two shops"))
    group = store.groups.named("Chamber") or store.groups.add(Group(name="Chamber"))
    event = store.events.add(Event(group=group.id, day=date(2026, 3, 5)))
    store.attendance.add(Attendance(event=event.id, person=maya.id))
    store.touches.add(Touch(person=maya.id, day=date(2026, 4, 1), note="Thanks"))
    meeting = store.meetings.add(Meeting(person=maya.id, starts=NINE))
    store.conversations.add(Conversation(meeting=meeting.id, script=("goals",)))
    store.answers.add(Answer(meeting=meeting.id, prompt="goals", text="A third shop"))
    store.promises.add(Promise(person=maya.id, meeting=meeting.id, text="Send the guide"))
    store.promises.add(Promise(person=maya.id, text="Call Ben"))
    store.referrals.add(Referral(person=maya.id, what="A roof"))
    return maya


def test_a_person_goes_with_everything_and_comes_back_with_everything(store: Store) -> None:
    with store.transaction():
        maya = somebody_with_a_past(store)
        somebody_with_a_past(store, "Ben")
    before = everything(store)
    with store.transaction() as work:
        store.people.remove(maya.id)
    without = everything(store)
    assert {name: len(records) for name, records in without.items()} == {
        "people": 1, "facts": 2, "groups": 1, "events": 2, "attendance": 1, "touches": 1,
        "places": 0, "meetings": 1, "conversations": 1, "answers": 1, "promises": 2,
        "referrals": 1,
    }  # fmt: skip
    assert store.search.find("maya") == [] and store.search.find("third shop") != []
    undone = store.revert(work.change)
    assert everything(store) == before
    assert undone.kinds == work.change.kinds
    assert store.search.find("maya")[0].id == maya.id
    store.reapply(work.change)
    assert everything(store) == without
    assert store.check(thorough=True) == ()


def test_a_promise_outlives_the_1_2_1_it_was_made_in(store: Store) -> None:
    with store.transaction():
        maya = somebody_with_a_past(store)
    before = everything(store)
    with store.transaction() as work:
        store.meetings.remove(store.meetings.all()[0].id)
    assert store.conversations.all() == [] and store.answers.all() == []
    assert [promise.meeting for promise in store.promises.of_person(maya.id)] == [None, None]
    store.revert(work.change)
    assert everything(store) == before


def test_a_group_goes_with_its_events(store: Store) -> None:
    with store.transaction():
        somebody_with_a_past(store)
    before = everything(store)
    with store.transaction() as work:
        store.groups.remove(store.groups.all()[0].id)
    assert store.events.all() == [] and store.attendance.all() == []
    assert store.people.count() == 1
    store.revert(work.change)
    assert everything(store) == before


def test_several_go_at_once(store: Store) -> None:
    with store.transaction():
        people = [somebody_with_a_past(store, name) for name in ("A", "B", "C")]
    before = everything(store)
    with store.transaction() as work:
        assert store.people.remove_many([people[0].id, people[2].id, 999]) == 2
    assert [person.name for person in store.people.all()] == ["B"]
    store.revert(work.change)
    assert everything(store) == before


def test_about_me_and_settings_are_taken_back_too(store: Store) -> None:
    with store.transaction() as work:
        store.me.put(Me(name="Ada"))
        store.settings.put("paper", "a4")
    store.revert(work.change)
    assert store.me.get() == Me() and store.settings.get("paper") == ""
    store.reapply(work.change)
    assert store.me.get().name == "Ada" and store.settings.get("paper") == "a4"
    with store.transaction() as work:
        store.me.put(Me(name="Grace"))
    store.revert(work.change)
    assert store.me.get().name == "Ada"


def test_nothing_is_noted_when_nothing_differs(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya", sample=True, emails=("m@a.example",)))
    with store.transaction() as work:
        store.people.update(maya)
    assert not work.change


def test_the_change_says_what_was_done(store: Store) -> None:
    with store.transaction() as work:
        maya = store.people.add(Person(name="Maya"))
        fact = store.facts.add(Fact(person=maya.id, text="Sails"))
        store.people.update(replace(maya, stage=Stage.KNOWN))
    assert work.change.kinds == {Kind.PERSON, Kind.FACT}
    assert work.change.added(Kind.PERSON) == (maya.id,)
    assert work.change.ids(Kind.FACT) == {fact.id}
    assert store.revert(work.change).kinds == work.change.kinds
    assert everything(store)["people"] == []


def test_undo_leaves_what_happened_to_other_fields_since(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya", stage=Stage.KNOWN))
    with store.transaction() as work:
        store.people.update(replace(maya, stage=Stage.LIKED))
    with store.transaction():
        store.people.update(replace(maya, stage=Stage.LIKED, company="Harbour"))
    store.revert(work.change)
    assert store.people.get(maya.id) == replace(maya, company="Harbour")


def test_undo_of_a_record_that_is_gone_is_refused_whole(store: Store) -> None:
    with store.transaction():
        maya, ben = store.people.add_many([Person(name="Maya"), Person(name="Ben")])
    with store.transaction() as work:
        store.people.update_many([replace(maya, city="Leeds"), replace(ben, city="York")])
    with store.transaction():
        store.people.remove(maya.id)
    with pytest.raises(PlannerError, match="no longer be undone"):
        store.revert(work.change)
    assert store.people.all() == [replace(ben, city="York")]


def test_undo_of_something_others_depend_on_is_refused(store: Store) -> None:
    with store.transaction() as work:
        maya = store.people.add(Person(name="Maya"))
    with store.transaction():
        store.facts.add(Fact(person=maya.id, text="Sails"))
    with pytest.raises(PlannerError, match="no longer be undone"):
        store.revert(work.change)
    assert store.people.get(maya.id) == maya


def test_bringing_back_what_is_there_is_refused(store: Store) -> None:
    with store.transaction() as work:
        store.people.add(Person(name="Maya"))
    with pytest.raises(PlannerError):
        store.reapply(work.change)
    assert store.people.count() == 1


def test_what_an_invitation_already_said_does_not_go_back(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya"))
        meeting = store.meetings.add(Meeting(person=maya.id, starts=NINE))
    moved = replace(meeting, starts=NINE.replace(hour=11), sequence=1, state=State.AGREED)
    with store.transaction() as work:
        store.meetings.update(moved)
    store.revert(work.change)
    assert store.meetings.get(meeting.id) == meeting
    store.reapply(work.change)
    sent = replace(moved, stamp=NINE, invited=True)
    with store.transaction():
        store.meetings.update(sent)
    store.revert(work.change)
    # The old time is news to whoever has the file, so it is numbered as news.
    assert store.meetings.get(meeting.id) == replace(meeting, sequence=2, stamp=NINE, invited=True)
    store.reapply(work.change)
    assert store.meetings.get(meeting.id) == replace(sent, sequence=3)


@given(st.lists(st.tuples(st.sampled_from(["add", "alter", "remove"]), st.integers(0, 5))))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_work_is_taken_back_and_made_again(store: Store, steps: list[tuple[str, int]]) -> None:
    before = everything(store)
    with store.transaction() as work:
        for step, n in steps:
            there = store.people.all()
            if step == "add" or not there:
                somebody_with_a_past(store, f"P{n}")
            elif step == "alter":
                store.people.update(replace(there[n % len(there)], put_off=n))
            else:
                store.people.remove(there[n % len(there)].id)
    after = everything(store)
    store.revert(work.change)
    assert everything(store) == before
    store.reapply(work.change)
    assert everything(store) == after


def test_nothing_to_take_back_does_nothing(store: Store) -> None:
    assert store.revert(Change()) == Change()
