"""Two people who are one: found, made one with nothing lost, or kept apart for good."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Protocol, TypeVar

from planner.contacts.phone_numbers import home_region, phone_keys
from planner.contacts.progress import Progress
from planner.contacts.spellings import spellings
from planner.domain.changes import (
    FIT_ASKED,
    JOB_SAID,
    PAST_DRAFT,
    PLAN_DRAFT,
    Change,
    Kind,
    setting_about,
)
from planner.domain.duplicates import Apart, Pair
from planner.domain.finding_duplicates import find_pairs
from planner.domain.in_bulk import in_bulk
from planner.domain.introductions import OPEN, as_far_as
from planner.domain.joining import Detail, joined, unknown_of, usual_choice
from planner.errors import PlannerError
from planner.journeys.keep_aliases import keep_aliases
from planner.storage.store import Store


class _OfSomebody(Protocol):
    @property
    def person(self) -> int | None: ...


R = TypeVar("R", bound=_OfSomebody)


def possible_duplicates(store: Store, progress: Progress | None = None) -> list[Pair]:
    """Pairs of people who may be one, the likeliest first, without those said to be two.

    `progress` hears how far it is, every few milliseconds; it may raise, which ends the search.
    """
    apart = [(pair.person, pair.other) for pair in store.apart.all()]
    with in_bulk(store.people.count()):
        return find_pairs(store.people.all(), spellings(), phone_key(store), apart, progress)


def merge(
    store: Store, keep_id: int, gone_id: int, of_gone: Collection[Detail] | None = None
) -> Change:
    """Makes two people one: `keep_id` has all that was both's, and the other is gone.

    `of_gone` are the details taken from the one who goes; None: those the other is without.
    1-2-1s keep their UID, so calendars go on knowing them. Raises NotFound when one of the two is
    not there, PlannerError when they are the same already.
    """
    if keep_id == gone_id:
        raise PlannerError("This is one person already. Choose somebody else to merge them with.")
    with store.transaction() as work:
        keep, gone = store.people.get(keep_id), store.people.get(gone_id)
        taken = usual_choice(keep, gone) if of_gone is None else of_gone
        made = joined(keep, gone, taken, phone_key(store))
        store.people.update(made)
        _move_what_was_between(store, keep_id, gone_id)
        _move_facts(store, keep_id, gone_id)
        _move_attendance(store, keep_id, gone_id)
        _move_photo(store, keep_id, gone_id)
        _move_aparts(store, keep_id, gone_id)
        _move_introductions(store, keep_id, gone_id)
        store.aliases.update_many(_now_of(keep_id, store.aliases.of_person(gone_id)))
        keep_aliases(store, made, (keep, gone))
        _move_remembered(store, PLAN_DRAFT, keep_id, gone_id)
        _move_remembered(store, PAST_DRAFT, keep_id, gone_id)
        _move_remembered(store, FIT_ASKED, keep_id, gone_id)
        if {Detail.COMPANY, Detail.ROLE} & set(taken):
            _move_remembered(store, JOB_SAID, keep_id, gone_id)
        store.people.remove(gone_id)
    return work.change


def keep_apart(store: Store, person_id: int, other_id: int) -> Change:
    """Notes that two people are not one, so that they are never proposed again."""
    if person_id == other_id:
        raise PlannerError("These are one person already. Choose two to keep apart.")
    with store.transaction() as work:
        for id in (person_id, other_id):
            store.people.get(id)
        if {person_id, other_id} not in map(_ids, store.apart.all()):
            store.apart.add(Apart(person=person_id, other=other_id))
    return work.change


def phone_key(store: Store) -> Callable[[str], str]:
    """Makes numbers comparable, those without a country as numbers of the user's."""
    me = store.me.get()
    return phone_keys(home_region(me.phone, me.zone))


def _ids(pair: Apart) -> set[int]:
    return {pair.person, pair.other}


def _move_what_was_between(store: Store, keep: int, gone: int) -> None:
    """1-2-1s with their conversations, touches, promises, referrals and asks."""
    store.meetings.update_many(_now_of(keep, store.meetings.of_person(gone)))
    store.touches.update_many(_now_of(keep, store.touches.of_person(gone)))
    store.promises.update_many(_now_of(keep, store.promises.of_person(gone)))
    store.referrals.update_many(_now_of(keep, store.referrals.of_person(gone)))
    store.asks.update_many(_now_of(keep, store.asks.of_person(gone)))


def _now_of(keep: int, records: Collection[R]) -> list[R]:
    return [replace(record, person=keep) for record in records]  # type: ignore[type-var]


def _move_facts(store: Store, keep: int, gone: int) -> None:
    """What is known in the same words already goes with the one who goes."""
    fresh = unknown_of(store.facts.of_person(gone), store.facts.of_person(keep))
    store.facts.update_many(_now_of(keep, fresh))


def _move_attendance(store: Store, keep: int, gone: int) -> None:
    there = {met.event for met in store.attendance.of_person(keep)}
    elsewhere = [met for met in store.attendance.of_person(gone) if met.event not in there]
    store.attendance.update_many(_now_of(keep, elsewhere))


def _move_photo(store: Store, keep: int, gone: int) -> None:
    if not store.photos.of_person(keep):
        store.photos.update_many(_now_of(keep, store.photos.of_person(gone)))


def _move_aparts(store: Store, keep: int, gone: int) -> None:
    """Whoever was not the one who goes is not the one who stays either."""
    pairs = store.apart.all()
    done = {keep} | {id for pair in pairs if keep in _ids(pair) for id in _ids(pair)}
    for pair in pairs:
        if gone in _ids(pair) and not (rest := _ids(pair) - {gone}) <= done:
            (third,) = rest
            done.add(third)
            store.apart.update(replace(pair, person=keep, other=third))


def _move_introductions(store: Store, keep: int, gone: int) -> None:
    """Nobody is introduced to themselves: one between the two goes with the one who goes.

    Where both were being introduced to somebody it is one introduction, as far as either was.
    """
    ours = {
        frozenset(one.people): one
        for one in store.introductions.of_person(keep)
        if one.standing in OPEN
    }
    for one in store.introductions.of_person(gone):
        if keep in one.people:
            continue
        person, other = (keep if id == gone else id for id in one.people)
        moved = replace(one, person=person, other=other)
        same = ours.get(frozenset(moved.people))
        if same is not None and one.standing in OPEN:
            store.introductions.update(as_far_as(same, moved))
        else:
            store.introductions.update(moved)


def _move_remembered(store: Store, what: str, keep: int, gone: int) -> None:
    """What is remembered goes on with the one who stays, unless they have their own."""
    ours = setting_about(what, Kind.PERSON, keep)
    theirs = store.settings.get(setting_about(what, Kind.PERSON, gone))
    if theirs and not store.settings.get(ours):
        store.settings.put(ours, theirs)
