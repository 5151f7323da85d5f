"""Promises, referrals and touches: kept, changed, ticked off, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.meetings import Touch, TouchKind
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome, Referral
from planner.errors import NotFound, PlannerError
from planner.journeys.follow_up import (
    add_promise,
    add_referral,
    edit_promise,
    edit_referral,
    edit_touch,
    keep_promise,
    log_touch,
    note_touch,
    remove_promise,
    remove_referral,
    remove_touch,
    reopen_promise,
)
from planner.journeys.todays_page import open_promises, promises_due
from planner.storage.store import Store
from tests.builders import TODAY, a_person


@pytest.fixture
def maya(store: Store) -> int:
    with store.transaction():
        return store.people.add(a_person()).id


def test_a_promise_from_made_to_kept(store: Store, maya: int) -> None:
    _, promise = add_promise(store, Promise(person=maya, text="  Send the guide ", due=TODAY))
    assert store.promises.of_person(maya) == [promise]
    assert promise.text == "Send the guide"
    keep_promise(store, promise.id, TODAY)
    assert store.promises.get(promise.id).done_on == TODAY
    assert store.promises.open() == []
    keep_promise(store, promise.id, TODAY + timedelta(days=3))
    assert store.promises.get(promise.id).done_on == TODAY, "it was kept on the first day"
    reopen_promise(store, promise.id)
    assert store.promises.open() == [promise]
    edit_promise(store, replace(promise, due=None))
    assert store.promises.get(promise.id).due is None
    change = remove_promise(store, promise.id)
    assert store.promises.all() == []
    store.revert(change)
    assert len(store.promises.all()) == 1


def test_a_referral_from_passed_to_won(store: Store, maya: int) -> None:
    _, referral = add_referral(store, Referral(person=maya, what="Kessler", day=TODAY))
    edit_referral(store, replace(referral, outcome=Outcome.WON, value=1200.0))
    assert store.referrals.get(referral.id).value == 1200
    remove_referral(store, referral.id)
    assert store.referrals.all() == []


def test_a_touch_noted_with_one_key_is_noted_once_a_day(store: Store, maya: int) -> None:
    wrote = Touch(person=maya)
    change = note_touch(store, wrote, TODAY)
    with pytest.raises(PlannerError, match="message is noted already"):
        note_touch(store, wrote, TODAY)
    note_touch(store, replace(wrote, theirs=True), TODAY)
    note_touch(store, replace(wrote, kind=TouchKind.CALL), TODAY)
    note_touch(store, wrote, TODAY + timedelta(days=1))
    assert len(store.touches.of_person(maya)) == 4
    store.revert(change)
    note_touch(store, wrote, TODAY)
    with pytest.raises(NotFound):
        note_touch(store, Touch(person=99), TODAY)


def test_a_touch_is_noted_changed_and_taken_back(store: Store, maya: int) -> None:
    log_touch(store, Touch(person=maya, day=TODAY, kind=TouchKind.CALL, note=" hello "), TODAY)
    (touch,) = store.touches.of_person(maya)
    assert touch.note == "hello"
    edit_touch(store, replace(touch, kind=TouchKind.CHAT), TODAY)
    assert store.touches.get(touch.id).kind is TouchKind.CHAT
    remove_touch(store, touch.id)
    assert store.touches.all() == []


@pytest.mark.parametrize("value", [-1.0, float("nan"), float("inf")])
def test_a_referral_is_worth_an_amount_of_money(store: Store, maya: int, value: float) -> None:
    with pytest.raises(PlannerError, match="amount of money"):
        add_referral(store, Referral(person=maya, what="Kessler", value=value))


def test_what_says_nothing_is_refused_in_words(store: Store, maya: int) -> None:
    with pytest.raises(PlannerError, match="promise needs a few words"):
        add_promise(store, Promise(person=maya, text="  "))
    with pytest.raises(PlannerError, match="referral needs a few words"):
        add_referral(store, Referral(person=maya))
    with pytest.raises(PlannerError, match="still to come"):
        log_touch(store, Touch(person=maya, day=TODAY + timedelta(days=1)), TODAY)
    with pytest.raises(NotFound):
        add_promise(store, Promise(person=99, text="Send the guide"))
    with pytest.raises(NotFound):
        keep_promise(store, 99, TODAY)


def test_today_shows_what_is_late_or_due_within_a_week(store: Store, maya: int) -> None:
    for text, due in (
        ("undated", None),
        ("in eight days", TODAY + timedelta(days=8)),
        ("in a week", TODAY + timedelta(days=7)),
        ("late", date(2026, 11, 1)),
    ):
        add_promise(store, Promise(person=maya, text=text, due=due))
    assert [each.promise.text for each in promises_due(store, TODAY)] == ["late", "in a week"]
    everything = [each.promise.text for each in open_promises(store)]
    assert everything == ["late", "in a week", "in eight days", "undated"]
    assert {each.person.name for each in open_promises(store)} == {"Maya Okafor"}
