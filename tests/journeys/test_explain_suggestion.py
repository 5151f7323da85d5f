"""Why somebody stands where they do: the whole index, its shares, and their place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.meetings import CalledOff, State, Touch
from planner.domain.people import Fit, Stage
from planner.domain.promises import Promise
from planner.domain.weighing import Part, Place
from planner.errors import NotFound
from planner.journeys.explain_suggestion import explain, places
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person, many_people


def test_a_place_is_where_the_list_has_them(store: Store) -> None:
    many_people(store, 150)
    with store.transaction():
        store.me.put(replace(store.me.get(), wanted=("architect", "Leeds")))
    whole = suggest(store, TODAY, 1000).entries
    some = [whole[place].person.id for place in (0, 4, 60, len(whole) - 1)]
    assert places(store, some, TODAY) == {
        whole[place].person.id: Place(place + 1, len(whole)) for place in (0, 4, 60, len(whole) - 1)
    }


def test_whoever_may_not_be_suggested_has_no_place(store: Store) -> None:
    with store.transaction():
        ana, ben, cleo = store.people.add_many(
            (a_person("Ana", let_go=True), a_person("Ben"), a_person("Cleo"))
        )
        store.meetings.add(a_meeting(cleo.id, datetime(2026, 11, 30, 9), state=State.AGREED))
    assert places(store, [ana.id, ben.id, cleo.id, 99], TODAY) == {
        ana.id: Place(0, 1), ben.id: Place(1, 1), cleo.id: Place(0, 1)
    }  # fmt: skip
    assert explain(store, ana.id, TODAY).person.let_go
    with pytest.raises(NotFound):
        explain(store, 99, TODAY)


def test_it_tells_what_the_card_tells_and_the_figures_behind_it(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person(stage=Stage.LIKED, fit=Fit.MORE))
        for ago in (40, 60, 80):
            held = datetime.combine(TODAY - timedelta(days=ago), datetime.min.time())
            store.meetings.add(a_meeting(person.id, held, state=State.HELD))
        store.touches.add(Touch(person=person.id, day=TODAY - timedelta(days=30)))
        store.promises.add(
            Promise(person=person.id, text="Bring plans", due=TODAY, needs_meeting=True)
        )
    (entry,) = suggest(store, TODAY).entries
    told = explain(store, person.id, TODAY)
    assert (told.person, told.terms, told.reasons) == (entry.person, entry.terms, entry.reasons)
    assert (told.since, told.usual, told.monday) == (30, 20, date(2026, 11, 16))
    assert told.known.promise is not None and told.known.promise.text == "Bring plans"
    assert [weight.part for weight in (*told.added, *told.multiplied)] == list(Part)
    assert sum(weight.share for weight in told.added) == pytest.approx(1.0)
    assert told.step is None or told.step.stage is Stage.TRUSTED


def test_a_1_2_1_called_off_is_not_told_as_their_no(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person())
        for ago, state in ((90, State.HELD), (60, State.HELD), (30, State.CANCELLED)):
            day = datetime.combine(TODAY - timedelta(days=ago), datetime.min.time())
            store.meetings.add(a_meeting(person.id, day, state=state))
    told = explain(store, person.id, TODAY)
    assert (told.asked, told.signals.accepted) == (2, 2)


def test_one_that_they_called_off_is_told_as_their_no(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person())
        for ago, state in ((90, State.HELD), (30, State.CANCELLED)):
            day = datetime.combine(TODAY - timedelta(days=ago), datetime.min.time())
            store.meetings.add(a_meeting(person.id, day, state=state, called_off=CalledOff.THEM))
    told = explain(store, person.id, TODAY)
    assert (told.asked, told.signals.accepted) == (2, 1)


def test_of_somebody_never_in_touch_nothing_is_told_of_it(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person())
    told = explain(store, person.id, TODAY)
    assert (told.since, told.usual, told.known.promise) == (None, 0, None)
