"""The user's own word on how well somebody fits, and asking for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.meetings import Meeting
from planner.domain.people import Fit, Person, Stage
from planner.errors import PlannerError
from planner.journeys.fit_questions import (
    SKIPPED,
    SOMEWHAT,
    answer_fit,
    asks,
    choose_asking,
    may_ask_after,
    note_asked,
    note_asked_after,
    open_question,
    question_about,
    question_after,
    question_today,
    say_fit,
)
from planner.journeys.keep_people import add_met_at, remove_person
from planner.journeys.last_import import remember_import
from planner.journeys.load_sample import load_sample
from planner.journeys.merge_people import merge
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.clocks import NOW

TODAY = NOW.date()


@pytest.fixture
def sample(store: Store) -> Store:
    load_sample(store, TODAY, NOW)
    return store


def named(store: Store, name: str) -> Person:
    return next(person for person in store.people.all() if person.name == name)


def met(store: Store, name: str) -> tuple[Person, Meeting]:
    """Somebody, and a 1-2-1 with them."""
    person = named(store, name)
    return person, Meeting(id=90 + person.id, person=person.id)


def asked_about(store: Store, day: int = 0) -> str:
    question = question_today(store, TODAY + timedelta(days=day))
    return question.person.name if question else ""


@pytest.mark.parametrize("word", ["more", "", "less"])
def test_the_users_word_is_kept_and_ends_a_never(store: Store, word: str) -> None:
    with store.transaction():
        person = store.people.add(Person(name="Ana", let_go=True, put_off=3))
    change = say_fit(store, person.id, word)
    said = store.people.get(person.id)
    assert (said.fit, said.let_go, said.put_off) == (Fit(word), False, 0)
    store.revert(change)
    assert store.people.get(person.id) == person
    assert open_question(store, person.id) is False  # let go: nothing to ask


def test_never_lets_go_and_leaves_the_fit(store: Store) -> None:
    with store.transaction():
        person = store.people.add(Person(name="Ana", fit=Fit.MORE, rests_until=TODAY))
    say_fit(store, person.id, "never")
    said = store.people.get(person.id)
    assert (said.fit, said.let_go, said.rests_until) == (Fit.MORE, True, None)


def test_words_there_are_none_of_are_refused(sample: Store) -> None:
    person = sample.people.all()[0]
    with pytest.raises(PlannerError, match="more, less or never"):
        say_fit(sample, person.id, "somewhat")
    with pytest.raises(PlannerError, match="more, somewhat or less"):
        answer_fit(sample, person.id, "never")


def test_one_question_is_asked_about_whom_it_would_change_the_list_for(sample: Store) -> None:
    question = question_today(sample, TODAY)
    assert question is not None and question.day == TODAY
    assert question.person.fit is Fit.UNSAID
    listed = {entry.person.id for entry in suggest(sample, TODAY, 5).entries}
    answer_fit(sample, question.person.id, "more")
    more = {entry.person.id for entry in suggest(sample, TODAY, 5).entries}
    answer_fit(sample, question.person.id, "less")
    less = {entry.person.id for entry in suggest(sample, TODAY, 5).entries}
    assert len({frozenset(listed), frozenset(more), frozenset(less)}) > 1
    assert (question.person.id in more) and (question.person.id not in less)


def test_a_question_in_sight_stays_that_days_one(sample: Store) -> None:
    question = question_today(sample, TODAY)
    assert question is not None
    note_asked(sample, question.person.id, TODAY)
    assert question_today(sample, TODAY) == question
    assert question_about(sample, question.person.id, TODAY) == question
    assert question_about(sample, question.person.id + 1, TODAY) is None
    assert not note_asked(sample, question.person.id, TODAY)


@pytest.mark.parametrize("word", ["more", "less", SOMEWHAT, SKIPPED])
def test_an_answer_ends_it_for_the_day_and_for_good(sample: Store, word: str) -> None:
    first = question_today(sample, TODAY)
    assert first is not None
    note_asked(sample, first.person.id, TODAY)
    change = answer_fit(sample, first.person.id, word)
    said = sample.people.get(first.person.id).fit
    assert said == (word if word in ("more", "less") else "")
    assert asked_about(sample) == ""
    assert asked_about(sample, 30) not in ("", first.person.name)
    sample.revert(change)
    assert asked_about(sample) == first.person.name


def test_at_most_two_a_week_and_nobody_twice(sample: Store) -> None:
    asked = []
    for day in range(28):
        question = question_today(sample, TODAY + timedelta(days=day))
        if question is not None:
            asked.append((day, question.person.name))
            note_asked(sample, question.person.id, TODAY + timedelta(days=day))
    names = [name for _, name in asked]
    assert len(names) == len(set(names)) > 4
    assert all(sum(day <= one < day + 7 for one, _ in asked) <= 2 for day in range(28))


def test_those_of_an_import_come_first_for_a_week(sample: Store) -> None:
    usual = asked_about(sample)
    with sample.transaction():
        new = sample.people.add(Person(name="Zoe New", role="Fishmonger", stage=Stage.KNOWN))
        remember_import(sample, [new.id], TODAY)
    assert asked_about(sample) == "Zoe New" != usual
    assert asked_about(sample, 7) != "Zoe New"


def test_where_little_is_noted_it_reminds_of_where_they_were_met(sample: Store) -> None:
    with sample.transaction():
        new = sample.people.add(Person(name="Zoe New", role="Fishmonger", stage=Stage.KNOWN))
        remember_import(sample, [new.id], TODAY)
    add_met_at(sample, new.id, "Harbour Fair", "", TODAY - timedelta(days=40))
    question = question_today(sample, TODAY)
    assert question is not None
    assert (question.person.name, question.does, question.met_at) == (new.name, "", "Harbour Fair")


def test_no_question_where_the_user_wants_none(sample: Store) -> None:
    question = question_today(sample, TODAY)
    assert question is not None and asks(sample)
    note_asked(sample, question.person.id, TODAY)
    change = choose_asking(sample, False)
    assert not asks(sample)
    assert asked_about(sample) == ""
    assert question_about(sample, question.person.id, TODAY) is None
    assert not open_question(sample, question.person.id)
    sample.revert(change)
    assert asked_about(sample) == question.person.name


def test_whoever_is_spoken_of_is_not_asked_about(sample: Store) -> None:
    question = question_today(sample, TODAY)
    assert question is not None
    say_fit(sample, question.person.id, "")
    assert asked_about(sample) not in ("", question.person.name)


def test_after_a_talk_where_it_decides_and_nothing_is_said_yet(sample: Store) -> None:
    shah, talk = met(sample, "Priya Shah")
    question = question_after(sample, talk, TODAY)
    assert question is not None
    assert (question.person, question.day, question.meeting) == (shah, None, talk.id)
    assert question.does == "Property disputes and boundary questions"
    maya, hour = met(sample, "Maya Okafor")  # whatever words say, after an hour one knows better
    assert question_after(sample, hour, TODAY) is not None
    say_fit(sample, maya.id, "more")
    assert question_after(sample, hour, TODAY) is None
    answer_fit(sample, shah.id, SOMEWHAT)
    assert question_after(sample, talk, TODAY) is None
    assert question_after(sample, Meeting(person=10_000), TODAY) is None


def test_asked_after_one_talk_to_no_answer_nobody_is_asked_about_again(sample: Store) -> None:
    shah, talk = met(sample, "Priya Shah")
    note_asked_after(sample, shah.id, talk.id)
    assert not note_asked_after(sample, shah.id, talk.id)
    assert may_ask_after(sample, talk)  # its debrief is opened once more
    assert question_after(sample, talk, TODAY) is not None
    assert not may_ask_after(sample, replace(talk, id=talk.id + 1))
    assert question_after(sample, replace(talk, id=talk.id + 1), TODAY) is None
    for day in range(60):
        assert asked_about(sample, day) != shah.name
    change = answer_fit(sample, shah.id, "less")
    assert not may_ask_after(sample, talk)
    sample.revert(change)
    assert may_ask_after(sample, talk)


def test_what_was_said_stays_when_the_question_is_seen_late(sample: Store) -> None:
    shah, talk = met(sample, "Priya Shah")
    say_fit(sample, shah.id, "")
    assert not note_asked(sample, shah.id, TODAY)
    assert not note_asked_after(sample, shah.id, talk.id)
    assert not may_ask_after(sample, talk)


def test_whoever_was_asked_about_on_today_is_once_more_after_a_talk(sample: Store) -> None:
    question = question_today(sample, TODAY)
    assert question is not None
    note_asked(sample, question.person.id, TODAY)
    talk = Meeting(id=7, person=question.person.id)
    assert may_ask_after(sample, talk)
    note_asked_after(sample, talk.person, talk.id)
    assert not may_ask_after(sample, replace(talk, id=8))


def test_with_few_people_nobody_is_asked(store: Store) -> None:
    with store.transaction():
        few = store.people.add_many([Person(name=f"P{n}", role="Baker") for n in range(5)])
    assert question_today(store, TODAY) is None
    assert question_after(store, Meeting(id=1, person=few[0].id), TODAY) is None


def test_what_was_asked_goes_with_the_person(sample: Store, library: Path) -> None:
    ana, ben = named(sample, "Ana Ferreira"), named(sample, "Ben Kowalski")
    answer_fit(sample, ana.id, SOMEWHAT)
    assert not open_question(sample, ana.id)
    assert open_question(sample, ben.id)
    merge(sample, ben.id, ana.id)
    assert not open_question(sample, ben.id)
    remove_person(sample, ben.id)
    assert sample.settings.beginning("fit of person") == {}


def test_settings_edited_by_hand_do_no_harm(sample: Store) -> None:
    with sample.transaction():
        sample.settings.put("fit asked on", "yesterday 3, 2026-11-22 x, 2026-11-21 4, 7")
        sample.settings.put("fit of person x", "more")
    assert asked_about(sample) != ""
    assert datetime(2026, 11, 21).date() == TODAY - timedelta(days=1)


def test_who_rests_is_not_asked_about(sample: Store) -> None:
    question = question_today(sample, TODAY)
    assert question is not None
    with sample.transaction():
        until = TODAY + timedelta(days=9)
        sample.people.update(replace(question.person, rests_until=until))
    assert asked_about(sample) != question.person.name
