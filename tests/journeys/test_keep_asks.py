"""What people look for: noted, changed, ticked, and found by its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.domain.asks import Ask
from planner.domain.changes import Kind
from planner.domain.people import Person
from planner.errors import NotFound, PlannerError
from planner.journeys.follow_ups_page import follow_ups
from planner.journeys.keep_asks import add_ask, close_ask, edit_ask, remove_ask, reopen_ask
from planner.journeys.keep_people import add_person, remove_person
from planner.journeys.person_page import person_page
from planner.storage.store import Store
from tests.builders import TODAY, a_person


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person())[1]


def test_an_ask_is_kept_ticked_and_opened_again(store: Store, maya: Person) -> None:
    change, ask = add_ask(store, Ask(person=maya.id, text="  A bookkeeper ", made_on=TODAY))
    assert ask.text == "A bookkeeper"
    assert change.kinds == {Kind.ASK}
    closed = close_ask(store, ask.id, TODAY, "Zainab took it on")
    found = store.asks.get(ask.id)
    assert (found.done_on, found.came_of) == (TODAY, "Zainab took it on")
    reopen_ask(store, ask.id)
    assert store.asks.open() == [replace(found, done_on=None)]
    store.revert(closed)
    assert store.asks.get(ask.id) == ask


def test_it_needs_words_and_somebody_who_is_there(store: Store, maya: Person) -> None:
    with pytest.raises(PlannerError, match="few words"):
        add_ask(store, Ask(text="  "))
    with pytest.raises(NotFound):
        add_ask(store, Ask(person=maya.id + 1, text="A plumber"))


def test_an_edit_and_a_removal_can_be_undone(store: Store, maya: Person) -> None:
    _, ask = add_ask(store, Ask(person=maya.id, text="A plumber"))
    edited = edit_ask(store, replace(ask, text="A roofer"))
    assert store.asks.get(ask.id).text == "A roofer"
    store.revert(edited)
    removed = remove_ask(store, ask.id)
    assert store.asks.find(ask.id) is None
    store.revert(removed)
    assert store.asks.get(ask.id) == ask


def test_follow_ups_show_the_users_own_first_and_open_ones_apart(
    store: Store, maya: Person
) -> None:
    _, theirs = add_ask(store, Ask(person=maya.id, text="A plumber", made_on=TODAY))
    _, mine = add_ask(store, Ask(text="A drone pilot", made_on=TODAY - timedelta(days=9)))
    _, done = add_ask(store, Ask(text="A desk"))
    close_ask(store, done.id, TODAY)
    page = follow_ups(store, TODAY)
    assert [(one.ask.id, one.person) for one in page.asks] == [(mine.id, None), (theirs.id, maya)]
    assert [one.ask.id for one in page.found] == [done.id]
    assert follow_ups(store, TODAY + timedelta(days=31)).found == ()


def test_their_page_shows_open_ones_first(store: Store, maya: Person) -> None:
    _, first = add_ask(store, Ask(person=maya.id, text="A desk", made_on=TODAY))
    _, second = add_ask(store, Ask(person=maya.id, text="A plumber"))
    close_ask(store, first.id, TODAY)
    assert [ask.id for ask in person_page(store, maya.id, TODAY).asks] == [second.id, first.id]


def test_asks_are_found_by_their_words(store: Store, maya: Person) -> None:
    _, theirs = add_ask(store, Ask(person=maya.id, text="A patent attorney"))
    _, mine = add_ask(store, Ask(text="An attorney for a neighbour"))
    found = {(hit.kind, hit.id): hit for hit in store.search.find("attorney")}
    assert set(found) == {(Kind.ASK, theirs.id), (Kind.ASK, mine.id)}
    assert found[Kind.ASK, theirs.id].person_name == maya.name
    own = found[Kind.ASK, mine.id]
    assert (own.person, own.person_name, own.title) == (0, "", "An attorney for a neighbour")
    assert store.search.lagging() == 0


def test_the_index_stays_sound_whatever_becomes_of_asks(store: Store, maya: Person) -> None:
    _, theirs = add_ask(store, Ask(person=maya.id, text="A plumber"))
    _, mine = add_ask(store, Ask(text="A plumber for me"))
    close_ask(store, mine.id, TODAY, "Found one in Otley")
    assert [hit.id for hit in store.search.find("otley")] == [mine.id]
    gone = remove_person(store, maya.id)
    assert [hit.id for hit in store.search.find("plumber")] == [mine.id]
    store.revert(gone)
    assert {hit.id for hit in store.search.find("plumber")} == {mine.id, theirs.id}
    remove_ask(store, mine.id)
    assert store.search.find("otley") == []
    assert store.search.lagging() == 0
    store.search.rebuild()
    assert {hit.id for hit in store.search.find("plumber")} == {theirs.id}
