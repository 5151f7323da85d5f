"""What the two owe each other, business passed either way, and every other contact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.domain.changes import Change
from planner.domain.meetings import Touch
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.errors import PlannerError
from planner.storage.store import Store


def add_promise(store: Store, promise: Promise) -> tuple[Change, Promise]:
    """Notes what one promised the other."""
    tidy = _promise_in_order(promise)
    with store.transaction() as work:
        kept = store.promises.add(tidy)
    return work.change, kept


def edit_promise(store: Store, promise: Promise) -> Change:
    tidy = _promise_in_order(promise)
    with store.transaction() as work:
        store.promises.update(tidy)
    return work.change


def remove_promise(store: Store, promise_id: int) -> Change:
    with store.transaction() as work:
        store.promises.remove(promise_id)
    return work.change


def keep_promise(store: Store, promise_id: int, today: date) -> Change:
    """Ticks a promise off."""
    with store.transaction() as work:
        promise = store.promises.get(promise_id)
        store.promises.update(replace(promise, done_on=promise.done_on or today))
    return work.change


def reopen_promise(store: Store, promise_id: int) -> Change:
    """Takes the tick back."""
    with store.transaction() as work:
        store.promises.update(replace(store.promises.get(promise_id), done_on=None))
    return work.change


def add_referral(store: Store, referral: Referral) -> tuple[Change, Referral]:
    """Notes business the user gave to, or had from, a person."""
    tidy = _referral_in_order(referral)
    with store.transaction() as work:
        kept = store.referrals.add(tidy)
    return work.change, kept


def edit_referral(store: Store, referral: Referral) -> Change:
    tidy = _referral_in_order(referral)
    with store.transaction() as work:
        store.referrals.update(tidy)
    return work.change


def remove_referral(store: Store, referral_id: int) -> Change:
    with store.transaction() as work:
        store.referrals.remove(referral_id)
    return work.change


def log_touch(store: Store, touch: Touch, today: date) -> Change:
    """Keeps a contact that was not a 1-2-1: it moves the last contact half-way to its day."""
    tidy = _touch_in_order(touch, today)
    with store.transaction() as work:
        store.touches.add(tidy)
    return work.change


def note_touch(store: Store, touch: Touch, today: date) -> Change:
    """Keeps a touch of today noted with one key; pressed twice, it is still one.

    Whoever was in touch twice says so with a note.
    """
    name = store.people.get(touch.person).name
    for kept in store.touches.of_person(touch.person):
        if (kept.day, kept.kind, kept.theirs) == (today, touch.kind, touch.theirs):
            raise PlannerError(
                f"{name}: today's {touch.kind.value} is noted already. For another one, log it "
                "with a note."
            )
    return log_touch(store, replace(touch, day=today), today)


def edit_touch(store: Store, touch: Touch, today: date) -> Change:
    tidy = _touch_in_order(touch, today)
    with store.transaction() as work:
        store.touches.update(tidy)
    return work.change


def remove_touch(store: Store, touch_id: int) -> Change:
    with store.transaction() as work:
        store.touches.remove(touch_id)
    return work.change


def _promise_in_order(promise: Promise) -> Promise:
    text = promise.text.strip()
    if not text:
        raise PlannerError("A promise needs a few words: what was promised?")
    return replace(promise, text=text)


def _referral_in_order(referral: Referral) -> Referral:
    what = referral.what.strip()
    if not what:
        raise PlannerError("A referral needs a few words: whom or what was passed on?")
    # "not >=" refuses what is not a number, too.
    if not referral.value >= 0 or referral.value == float("inf"):
        raise PlannerError("The value of a referral is an amount of money, 0 where none is known.")
    return replace(referral, what=what)


def _touch_in_order(touch: Touch, today: date) -> Touch:
    if touch.day > today:
        raise PlannerError(
            f"{touch.day:%d %B %Y} is still to come. Note a contact once it was made, or plan a "
            "1-2-1."
        )
    return replace(touch, note=touch.note.strip())
