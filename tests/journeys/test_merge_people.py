"""Two people made one: everything of both is there, and an undo brings back every row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.asks import Ask
from planner.domain.changes import DEBRIEF_DRAFT, JOB_SAID, PLAN_DRAFT, Kind, setting_about
from planner.domain.conversation import Answer, Conversation
from planner.domain.duplicates import Alias, Alike, Apart
from planner.domain.facts import Fact, FactKind
from planner.domain.groups import Attendance, Event, Group
from planner.domain.introductions import Introduction
from planner.domain.joining import Detail
from planner.domain.meetings import Touch
from planner.domain.merging import Card, Reading
from planner.domain.people import Person, Stage
from planner.domain.photos import Photo
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.errors import NotFound, PlannerError
from planner.journeys.calendar_files import calendar_file
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.load_sample import load_sample, remove_sample
from planner.journeys.merge_people import keep_apart, merge, possible_duplicates
from planner.storage.removing import TIES
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person

NINE = datetime(2026, 12, 1, 9, 0)
# Ids are never given out twice, and what was worked out is forgotten with every change.
NOT_THE_LIBRARYS = ("keys", "remembered")


def every_table(store: Store) -> dict[str, list[Any]]:
    """Every row of every table, the search index's own included as what can be found."""
    with closing(sqlite3.connect(store.path)) as file:
        names = [
            row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        tables = [
            name
            for name in names
            if name not in NOT_THE_LIBRARYS and not name.startswith(("documents_", "sqlite_"))
        ]
        return {
            name: file.execute(f"SELECT rowid, * FROM {name} ORDER BY rowid").fetchall()
            for name in tables
        }


@pytest.fixture
def two(store: Store) -> tuple[Person, Person]:
    """Maya twice, each with one of every kind; the second with one thing the first has too."""
    with store.transaction():
        first = store.people.add(a_person(emails=("maya@harbour.example",), stage=Stage.KNOWN))
        second = store.people.add(
            a_person("M. Okafor", emails=("maya@home.example",), stage=Stage.TRUSTED, city="Leeds")
        )
        group = store.groups.add(Group(name="Chamber"))
        spring, autumn = store.events.add_many(
            Event(group=group.id, day=day) for day in (date(2026, 3, 5), date(2026, 9, 5))
        )
        for person, text, event in ((first, "Sails", spring), (second, "Runs", autumn)):
            _give_a_past(store, person, text)
            store.attendance.add(Attendance(event=event.id, person=person.id))
        store.attendance.add(Attendance(event=spring.id, person=second.id))
        store.facts.add(Fact(person=second.id, text="Sails"))
        store.photos.add(Photo(person=second.id, data=b"face"))
    return first, second


def _give_a_past(store: Store, person: Person, text: str) -> None:
    store.facts.add(Fact(person=person.id, text=text))
    store.facts.add(Fact(person=person.id, kind=FactKind.PRIVATE, text=f"{text}, but slowly"))
    store.touches.add(Touch(person=person.id, day=date(2026, 4, 1), note=text))
    meeting = store.meetings.add(a_meeting(person.id, NINE + timedelta(days=person.id)))
    store.conversations.add(Conversation(meeting=meeting.id, script=("goals",)))
    store.answers.add(Answer(meeting=meeting.id, prompt="goals", text=f"{text} more"))
    store.promises.add(Promise(person=person.id, meeting=meeting.id, text=f"About {text}"))
    store.referrals.add(Referral(person=person.id, what=text))
    store.settings.put(setting_about(DEBRIEF_DRAFT, Kind.MEETING, meeting.id), text)


def test_the_one_has_all_that_was_both_ones(store: Store, two: tuple[Person, Person]) -> None:
    first, second = two
    merge(store, first.id, second.id)
    (made,) = store.people.all()
    assert (made.id, made.name, made.city, made.stage) == (
        first.id,
        "Maya Okafor",
        "Leeds",
        Stage.TRUSTED,
    )
    assert made.emails == ("maya@harbour.example", "maya@home.example")
    assert sorted(fact.text for fact in store.facts.of_person(made.id)) == [
        "Runs",
        "Runs, but slowly",
        "Sails",
        "Sails, but slowly",
    ]
    assert len(store.attendance.of_person(made.id)) == 2
    for records in (store.touches, store.meetings, store.promises, store.referrals):
        assert len(records.of_person(made.id)) == len(records.all()) == 2
    assert [photo.data for photo in store.photos.of_person(made.id)] == [b"face"]
    assert len(store.conversations.all()) == len(store.answers.all()) == 2
    for meeting in store.meetings.all():
        assert store.answers.of_meeting(meeting.id)
        assert store.settings.get(setting_about(DEBRIEF_DRAFT, Kind.MEETING, meeting.id))
    assert {hit.person for hit in store.search.find("runs")} == {made.id}
    assert store.check() == ()


def test_every_kind_that_belongs_to_a_person_follows(
    store: Store, two: tuple[Person, Person]
) -> None:
    """Whoever adds such a kind has to say here what becomes of it."""
    assert {tie.kind for tie in TIES[Kind.PERSON]} == {
        *(Kind.MEETING, Kind.FACT, Kind.ATTENDANCE, Kind.TOUCH, Kind.PROMISE),
        *(Kind.REFERRAL, Kind.PHOTO, Kind.APART, Kind.ALIAS, Kind.ASK, Kind.INTRODUCTION),
    }


def test_an_undo_brings_back_every_row(store: Store, two: tuple[Person, Person]) -> None:
    before = every_table(store)
    change = merge(store, two[0].id, two[1].id, {Detail.NAME})
    after = every_table(store)
    assert after != before
    undone = store.revert(change)
    assert every_table(store) == before
    store.revert(undone)
    assert every_table(store) == after


def test_what_happened_since_stays_when_a_merge_is_undone(
    store: Store, two: tuple[Person, Person]
) -> None:
    first, second = two
    change = merge(store, first.id, second.id)
    with store.transaction():
        store.facts.add(Fact(person=first.id, text="Paints"))
        store.people.update(replace(store.people.get(first.id), company="Quay"))
        for meeting in store.meetings.of_person(first.id):
            store.meetings.update(replace(meeting, summary="Long talk"))
    store.revert(change)
    assert (store.people.get(first.id).company, store.people.get(second.id)) == ("Quay", second)
    assert "Paints" in {fact.text for fact in store.facts.of_person(first.id)}
    for person in two:
        (meeting,) = store.meetings.of_person(person.id)
        assert meeting.summary == "Long talk"


def test_a_merge_that_something_leans_on_by_now_stays_whole(
    store: Store, two: tuple[Person, Person]
) -> None:
    first, second = two
    change = merge(store, first.id, second.id)
    (runs,) = [fact for fact in store.facts.all() if fact.text == "Runs"]
    with store.transaction():
        store.facts.remove(runs.id)
    before = every_table(store)
    with pytest.raises(PlannerError, match="no longer be undone"):
        store.revert(change)
    assert every_table(store) == before


def test_a_sample_person_merged_with_a_real_one_stays_when_the_sample_goes(
    store: Store, two: tuple[Person, Person]
) -> None:
    load_sample(store, TODAY, NINE)
    sample = next(person for person in store.people.all() if person.sample)
    facts = {fact.text for fact in store.facts.of_person(sample.id)}
    merge(store, sample.id, two[0].id)
    remove_sample(store)
    assert [person.id for person in store.people.all()] == [two[1].id, sample.id]
    assert facts <= {fact.text for fact in store.facts.of_person(sample.id)}


def test_one_to_ones_that_calendars_know_stay_what_they_are(
    store: Store, two: tuple[Person, Person]
) -> None:
    first, second = two
    for meeting in store.meetings.all():
        calendar_file(store, meeting.id, NINE, invite=False)
    before = {
        meeting.uid: (meeting.sequence, meeting.stamp, meeting.starts)
        for meeting in store.meetings.all()
    }
    change = merge(store, first.id, second.id)
    for undone in (False, True):
        if undone:
            store.revert(change)
        assert before == {
            meeting.uid: (meeting.sequence, meeting.stamp, meeting.starts)
            for meeting in store.meetings.all()
        }


def test_the_picture_of_the_one_who_stays_stays(store: Store, two: tuple[Person, Person]) -> None:
    first, second = two
    with store.transaction():
        store.photos.add(Photo(person=first.id, data=b"mine"))
    merge(store, first.id, second.id)
    assert [photo.data for photo in store.photos.all()] == [b"mine"]


def test_what_they_look_for_and_whom_they_were_introduced_to_follows(
    store: Store, two: tuple[Person, Person]
) -> None:
    first, second = two
    with store.transaction():
        third = store.people.add(a_person("Tom Reyes"))
        store.asks.add(Ask(person=second.id, text="A commercial landlord"))
        store.asks.add(Ask(text="An architect"))
        store.introductions.add_many(
            (
                Introduction(person=second.id, other=third.id, why="shops"),
                Introduction(person=third.id, other=second.id, why="boats"),
                Introduction(person=first.id, other=second.id, why="each other"),
            )
        )
    change = merge(store, first.id, second.id)
    assert [ask.text for ask in store.asks.of_person(first.id)] == ["A commercial landlord"]
    assert [ask.text for ask in store.asks.mine()] == ["An architect"]
    met = {(one.person, one.other, one.why) for one in store.introductions.all()}
    assert met == {(first.id, third.id, "shops"), (third.id, first.id, "boats")}
    store.revert(change)
    assert len(store.introductions.of_person(second.id)) == 3


def test_two_introductions_to_the_same_person_become_one(
    store: Store, two: tuple[Person, Person]
) -> None:
    first, second = two
    with store.transaction():
        third = store.people.add(a_person("Tom Reyes"))
        store.introductions.add_many(
            (
                Introduction(person=first.id, other=third.id, person_asked=True),
                Introduction(person=third.id, other=second.id, person_agreed=True),
            )
        )
    change = merge(store, first.id, second.id)
    (one,) = store.introductions.all()
    assert one.people == (first.id, third.id)
    assert (one.person_asked, one.other_agreed) == (True, True)
    store.revert(change)
    assert len(store.introductions.all()) == 2


def test_what_both_were_called_is_kept(store: Store, two: tuple[Person, Person]) -> None:
    first, second = two
    with store.transaction():
        store.people.update(replace(first, name="Maya Okafor", company="Harbour"))
        store.people.update(replace(second, name="May Okafor", company="Quay"))
        store.aliases.add(Alias(person=second.id, name="M. Okafor"))
    merge(store, first.id, second.id, {Detail.NAME})
    called = {(alias.name, alias.company) for alias in store.aliases.of_person(first.id)}
    assert called == {("M. Okafor", ""), ("Maya Okafor", "Harbour"), ("May Okafor", "Quay")}


@pytest.mark.parametrize(("taken", "kept"), [(Detail.COMPANY, "typed"), (Detail.CITY, "")])
def test_a_job_the_user_said_is_theirs_where_it_goes_on(
    store: Store, two: tuple[Person, Person], taken: Detail, kept: str
) -> None:
    names = [setting_about(JOB_SAID, Kind.PERSON, person.id) for person in two]
    with store.transaction():
        store.settings.put(names[1], "typed")
    merge(store, two[0].id, two[1].id, {taken})
    assert [store.settings.get(name) for name in names] == [kept, ""]


@pytest.mark.parametrize(("ours", "kept"), [("", "theirs"), ("ours", "ours")])
def test_a_plan_left_unfinished_goes_on(
    store: Store, two: tuple[Person, Person], ours: str, kept: str
) -> None:
    names = [setting_about(PLAN_DRAFT, Kind.PERSON, person.id) for person in two]
    with store.transaction():
        store.settings.put(names[1], "theirs")
        if ours:
            store.settings.put(names[0], ours)
    merge(store, two[0].id, two[1].id)
    assert [store.settings.get(name) for name in names] == [kept, ""]


def test_who_was_not_the_one_who_goes_is_not_the_one_who_stays(
    store: Store, two: tuple[Person, Person]
) -> None:
    first, second = two
    with store.transaction():
        third, fourth = store.people.add_many((a_person(), a_person()))
        store.apart.add_many(
            (
                Apart(person=third.id, other=second.id),
                Apart(person=second.id, other=fourth.id),
                Apart(person=fourth.id, other=first.id),
                Apart(person=first.id, other=second.id),
            )
        )
    merge(store, first.id, second.id)
    pairs = sorted(sorted((pair.person, pair.other)) for pair in store.apart.all())
    assert pairs == [[first.id, third.id], [first.id, fourth.id]]


def test_of_two_words_that_two_are_not_one_one_is_enough(
    store: Store, two: tuple[Person, Person]
) -> None:
    first, second = two
    with store.transaction():
        third = store.people.add(a_person())
        store.apart.add_many(
            (Apart(person=third.id, other=second.id), Apart(person=second.id, other=third.id))
        )
    merge(store, first.id, second.id)
    (pair,) = store.apart.all()
    assert {pair.person, pair.other} == {first.id, third.id}


def test_a_number_written_twice_is_kept_once_as_the_users_country_reads_it(
    store: Store, two: tuple[Person, Person]
) -> None:
    with store.transaction():
        store.me.put(replace(store.me.get(), zone="Europe/London"))
        for person, number in zip(two, ("0113 496 0000", "+44 113 4960000"), strict=True):
            store.people.update(replace(person, phones=(number,)))
    merge(store, two[0].id, two[1].id)
    assert store.people.get(two[0].id).phones == ("0113 496 0000",)


def test_the_details_chosen_are_kept(store: Store, two: tuple[Person, Person]) -> None:
    merge(store, two[0].id, two[1].id, {Detail.NAME})
    (made,) = store.people.all()
    assert (made.name, made.city) == ("M. Okafor", "")


def test_nobody_is_merged_with_themselves_or_with_nobody(
    store: Store, two: tuple[Person, Person]
) -> None:
    before = every_table(store)
    with pytest.raises(PlannerError, match="one person already"):
        merge(store, two[0].id, two[0].id)
    with pytest.raises(PlannerError, match="one person already"):
        keep_apart(store, two[0].id, two[0].id)
    with pytest.raises(NotFound):
        merge(store, two[0].id, 99)
    with pytest.raises(NotFound):
        keep_apart(store, 99, two[0].id)
    assert every_table(store) == before


def test_pairs_are_proposed_until_they_are_said_to_be_two(
    store: Store, two: tuple[Person, Person]
) -> None:
    (pair,) = possible_duplicates(store)
    assert {pair.person.id, pair.other.id} == {person.id for person in two}
    assert pair.likeness.kind is Alike.PART_OF_NAME
    change = keep_apart(store, pair.other.id, pair.person.id)
    assert not possible_duplicates(store)
    assert not keep_apart(store, pair.person.id, pair.other.id)  # it is said already
    store.revert(change)
    assert len(possible_duplicates(store)) == 1


def test_said_to_be_new_at_an_import_they_are_not_proposed_afterwards(store: Store) -> None:
    with store.transaction():
        store.people.add(Person(name="Robert Okafor", company="Harbour"))
    reading = Reading("x.csv", "csv", (Card("row 2", "Bob Okafor", "Harbour"),))
    plan = plan_import_of(store, [reading])
    assert len(plan.doubts) == 1
    change = apply_import(store, plan.as_different(plan.doubts), TODAY)
    assert store.people.count() == 2 and not possible_duplicates(store)
    store.revert(change)
    apply_import(store, plan, TODAY)
    assert len(possible_duplicates(store)) == 1


def test_taken_for_somebody_known_at_an_import_nobody_is_added(store: Store) -> None:
    with store.transaction():
        bob = store.people.add(Person(name="Robert Okafor", company="Harbour"))
    card = Card("row 2", "Bob Okafor", "Harbour", emails=("bob@harbour.example",), note="Sails")
    plan = plan_import_of(store, [Reading("x.csv", "csv", (card,))])
    apply_import(store, plan.as_same(plan.doubts), TODAY)
    (made,) = store.people.all()
    assert (made.id, made.name, made.emails) == (bob.id, "Robert Okafor", card.emails)
    assert [fact.text for fact in store.facts.all()] == ["Sails"]
    again = plan_import_of(store, [Reading("x.csv", "csv", (card,))])
    assert not again.doubts and [entry.verdict.value for entry in again.entries] == ["same"]


LINKS = st.lists(
    st.tuples(
        st.sampled_from(
            ["fact", "touch", "meeting", "promise", "referral", "met", "apart", "photo"]
        ),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=14,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINKS, st.sets(st.sampled_from(Detail)))
def test_whatever_the_two_had_nothing_is_lost_and_all_comes_back(
    store: Store, links: list[tuple[str, int, int]], taken: set[Detail]
) -> None:
    with store.transaction():
        people = store.people.add_many(a_person(f"Person {n}") for n in range(4))
        group = store.groups.add(Group(name="Chamber"))
        events = store.events.add_many(Event(group=group.id, day=TODAY) for _ in range(4))
        for kind, one, other in links:
            _link(store, kind, people[one].id, people[other].id, other, events[other].id)
    before = every_table(store)
    keep, gone = people[0].id, people[1].id
    texts = {fact.text for fact in store.facts.all() if fact.person in (keep, gone)}
    met = {a.event for a in store.attendance.all() if a.person in (keep, gone)}
    counts = [
        len([record for record in records.all() if record.person in (keep, gone)])
        for records in (store.touches, store.meetings, store.promises, store.referrals)
    ]
    change = merge(store, keep, gone, taken)
    assert {fact.text for fact in store.facts.of_person(keep)} == texts
    assert {a.event for a in store.attendance.of_person(keep)} == met
    assert counts == [
        len(records.of_person(keep))
        for records in (store.touches, store.meetings, store.promises, store.referrals)
    ]
    assert store.people.find(gone) is None and store.check() == ()
    assert all(pair.person != pair.other for pair in store.apart.all())
    store.revert(change)
    assert every_table(store) == before


def _link(store: Store, kind: str, one: int, other: int, number: int, event: int) -> None:
    if kind == "fact":
        store.facts.add(Fact(person=one, text=f"Fact {number}"))
    elif kind == "touch":
        store.touches.add(Touch(person=one, day=TODAY, note=f"Note {number}"))
    elif kind == "meeting":
        meeting = store.meetings.add(a_meeting(one, NINE))
        store.answers.note(meeting.id, "goals", f"Goal {number}")
        store.promises.add(Promise(person=other, meeting=meeting.id, text="Guide"))
    elif kind == "promise":
        store.promises.add(Promise(person=one, text=f"Promise {number}"))
    elif kind == "referral":
        store.referrals.add(Referral(person=one, what="A roof"))
    elif kind == "met":
        store.attendance.add(Attendance(event=event, person=one))
    elif kind == "photo":
        store.photos.add(Photo(person=one, data=b"face"))
    elif one != other:
        store.apart.add(Apart(person=one, other=other))
