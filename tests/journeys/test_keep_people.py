"""Keeping people, what is known of them, and where they were met."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from planner.domain.debrief_draft import Draft
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Fit, Person, Rhythm, Stage
from planner.domain.wishes import Wish
from planner.errors import NotFound, PlannerError
from planner.journeys import debrief_page, plan_draft
from planner.journeys.calendar_files import calendar_file
from planner.journeys.keep_people import (
    add_fact,
    add_met_at,
    add_person,
    edit_fact,
    edit_met_at,
    edit_person,
    move_stage,
    remove_fact,
    remove_met_at,
    remove_people,
    remove_person,
    set_rhythm,
)
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person())[1]


def test_somebody_new_is_kept_tidy(store: Store) -> None:
    change, kept = add_person(
        store,
        Person(name="  Maya Okafor ", emails=(" maya@harbour.example", "", "maya@harbour.example")),
    )
    assert change
    assert store.people.get(kept.id) == kept
    assert (kept.name, kept.emails) == ("Maya Okafor", ("maya@harbour.example",))


def test_how_often_to_keep_in_touch_is_kept_and_undone(store: Store, maya: Person) -> None:
    change = set_rhythm(store, maya.id, Rhythm.OFTEN)
    assert store.people.get(maya.id) == replace(maya, rhythm=Rhythm.OFTEN)
    assert not set_rhythm(store, maya.id, Rhythm.OFTEN)
    store.revert(change)
    assert store.people.get(maya.id) == maya
    with pytest.raises(NotFound):
        set_rhythm(store, maya.id + 1, Rhythm.OFTEN)


def test_changed_moved_and_removed_with_undo(store: Store, maya: Person) -> None:
    edit_person(store, replace(maya, city="Leeds", fit=Fit.MORE))
    move_stage(store, maya.id, Stage.LIKED)
    now = store.people.get(maya.id)
    assert (now.city, now.stage, now.fit) == ("Leeds", Stage.LIKED, Fit.MORE)
    add_fact(store, Fact(person=maya.id, text="Runs"))
    change = remove_person(store, maya.id)
    assert store.people.all() == []
    assert store.facts.all() == []
    store.revert(change)
    assert store.people.get(maya.id) == now
    assert [fact.text for fact in store.facts.of_person(maya.id)] == ["Runs"]


def test_several_are_removed_as_far_as_they_are_there(store: Store, maya: Person) -> None:
    other = add_person(store, a_person("Jonas"))[1]
    remove_people(store, [maya.id, 99])
    assert store.people.all() == [other]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "Maya\nOkafor"}, "line break"),
        ({"company": "Harbour\r\nATTENDEE:x"}, "line break"),
        ({"city": "Leeds\u2028York"}, "line break"),
        ({"emails": ("maya@harbour.example\nbcc: x@y.example",)}, "line break"),
        ({"phones": ("0113\n496",)}, "line break"),
        ({"emails": ("maya at harbour",)}, "not an e-mail address"),
        ({"emails": ("maya@",)}, "not an e-mail address"),
        ({"emails": ("a b@harbour.example",)}, "not an e-mail address"),
        ({"birthday": "22/1"}, "not a birthday"),
        ({"birthday": "1980-02-30"}, "not a birthday"),
        ({"zone": "Leeds"}, "no time zone"),
        ({"zone": "../etc/passwd"}, "no time zone"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(
    store: Store, maya: Person, wrong: dict[str, object], sentence: str
) -> None:
    with pytest.raises(PlannerError, match=sentence):
        add_person(store, a_person(**wrong))  # type: ignore[arg-type]
    with pytest.raises(PlannerError, match=sentence):
        edit_person(store, replace(maya, **wrong))  # type: ignore[arg-type]
    assert store.people.all() == [maya]


@pytest.mark.parametrize("birthday", ["1980-01-22", "--01-22", "--02-29", ""])
def test_birthdays_may_leave_the_year_out(store: Store, birthday: str) -> None:
    assert add_person(store, a_person(birthday=birthday))[1].birthday == birthday


def test_facts_are_noted_changed_and_removed(store: Store, maya: Person) -> None:
    _, fact = add_fact(store, Fact(person=maya.id, kind=FactKind.LIKE, text=" Flat whites "))
    assert fact.text == "Flat whites"
    edit_fact(store, replace(fact, text="Espresso"))
    assert store.facts.get(fact.id).text == "Espresso"
    remove_fact(store, fact.id)
    assert store.facts.all() == []
    with pytest.raises(PlannerError, match="nothing to note"):
        add_fact(store, Fact(person=maya.id, text="\n"))


def test_where_somebody_was_met_makes_group_and_event_once(store: Store, maya: Person) -> None:
    jonas = add_person(store, a_person("Jonas"))[1]
    add_met_at(store, maya.id, " Chamber  Breakfast", "", TODAY)
    add_met_at(store, jonas.id, "chamber breakfast", "", TODAY)
    assert not add_met_at(store, jonas.id, "chamber breakfast", "", TODAY)
    add_met_at(store, jonas.id, "Chamber Breakfast", "Summer party", TODAY)
    assert [group.name for group in store.groups.all()] == ["Chamber Breakfast"]
    assert len(store.events.all()) == 2
    assert [met.label for met in store.attendance.met_at(maya.id)] == ["Chamber Breakfast"]
    with pytest.raises(PlannerError, match="where you met"):
        add_met_at(store, maya.id, " ")
    with pytest.raises(NotFound):
        add_met_at(store, 99, "Nobody's group")
    assert len(store.groups.all()) == 1, "nothing of a refused change stays"


def test_an_event_nobody_was_met_at_goes_with_the_last(store: Store, maya: Person) -> None:
    jonas = add_person(store, a_person("Jonas"))[1]
    for person in (maya, jonas):
        add_met_at(store, person.id, "Chamber Breakfast", "", TODAY)
    (first,) = store.attendance.of_person(maya.id)
    remove_met_at(store, first.id)
    assert len(store.events.all()) == 1
    (second,) = store.attendance.of_person(jonas.id)
    with store.transaction():
        event = store.events.all()[0]
        store.events.update(replace(event, fee=18.0))
    change = remove_met_at(store, second.id)
    assert store.events.all(), "somebody wrote down what it cost"
    store.revert(change)
    with store.transaction():
        store.events.update(event)
    remove_met_at(store, second.id)
    assert store.events.all() == []
    assert store.groups.all() == []


def test_where_somebody_was_met_can_be_corrected(store: Store, maya: Person) -> None:
    add_met_at(store, maya.id, "Chamber Brekfast", "", TODAY)
    (met,) = store.attendance.met_at(maya.id)
    change = edit_met_at(store, met.attendance, "Chamber Breakfast", "Summer party", TODAY)
    (now,) = store.attendance.met_at(maya.id)
    assert (now.group_name, now.event_name) == ("Chamber Breakfast", "Summer party")
    assert [group.name for group in store.groups.all()] == ["Chamber Breakfast"]
    with pytest.raises(PlannerError, match="where you met"):
        edit_met_at(store, now.attendance, " ")
    assert store.attendance.met_at(maya.id) == [now], "a refused correction changes nothing"
    store.revert(change)
    assert store.attendance.met_at(maya.id) == [met]


def test_a_person_leaves_no_words_behind_and_undo_brings_them_back(store: Store) -> None:
    now = datetime(2026, 11, 22, 9, 30)
    with store.transaction():
        maya, ben = store.people.add_many((a_person("Maya"), a_person("Ben")))
        theirs, his = store.meetings.add_many(a_meeting(person.id, now) for person in (maya, ben))
        store.settings.put("paper", "a4")
    for meeting in (theirs, his):
        debrief_page.keep_draft(store, meeting.id, Draft(summary="Wants a second shop"))
        plan_draft.keep_draft(store, meeting.person, 0, Wish(message="Dear friend"))
        plan_draft.keep_draft(store, meeting.person, meeting.id, Wish(place="The Wharf"))
        calendar_file(store, meeting.id, now, invite=False)
    before = store.settings.beginning("")
    change = remove_person(store, maya.id)
    left = store.settings.beginning("")
    assert set(before) - set(left) == {
        "debrief of meeting 1", "files of meeting 1", "plan of meeting 1", "plan of person 1",
    }  # fmt: skip
    assert set(left) <= set(before) and len(left) == 5
    plan_draft.keep_draft(store, maya.id, 0, Wish(message="Dear friend"))
    plan_draft.keep_draft(store, maya.id, theirs.id, Wish(message="Dear friend"))
    debrief_page.keep_draft(store, theirs.id, Draft(summary="Typed on in an open page"))
    assert store.settings.beginning("") == left
    store.revert(change)
    assert store.settings.beginning("") == before
    with store.transaction():
        store.meetings.remove(his.id)
    assert set(before) - set(store.settings.beginning("")) == {
        "debrief of meeting 2", "files of meeting 2", "plan of meeting 2",
    }  # fmt: skip


def test_undoing_that_somebody_was_added_leaves_no_words_behind(store: Store) -> None:
    change, maya = add_person(store, a_person("Maya"))
    plan_draft.keep_draft(store, maya.id, 0, Wish(message="Dear friend"))
    store.revert(change)
    assert store.settings.beginning("") == {}
