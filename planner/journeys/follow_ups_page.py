"""What is still to be done, read at once: promises, introductions, asks and referrals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.asks import Ask
from planner.domain.introductions import OPEN, Introduction, Standing
from planner.domain.people import Person
from planner.domain.referrals import Outcome, Referral
from planner.journeys.todays_page import PromiseDue, open_promises
from planner.storage.store import Store

LATELY = timedelta(days=30)  # how long a kept promise, or a settled referral, stays in sight


@dataclass(frozen=True, slots=True)
class ReferralWith:
    """A referral and whom it was passed to or came from."""

    referral: Referral
    person: Person


@dataclass(frozen=True, slots=True)
class AskOf:
    """What is looked for, and by whom; None for the user."""

    ask: Ask
    person: Person | None


@dataclass(frozen=True, slots=True)
class IntroductionOf:
    """An introduction and the two, who looks for something first."""

    introduction: Introduction
    person: Person
    other: Person


@dataclass(frozen=True, slots=True)
class FollowUps:
    """Open promises due first, undated last; kept ones and referrals newest first."""

    mine: tuple[PromiseDue, ...]
    theirs: tuple[PromiseDue, ...]
    kept: tuple[PromiseDue, ...]  # in the last thirty days
    waiting: tuple[ReferralWith, ...]  # passed on, nothing come of it yet
    settled: tuple[ReferralWith, ...]  # won or lost
    introductions: tuple[IntroductionOf, ...] = ()  # under way, the longest waiting first
    introduced: tuple[IntroductionOf, ...] = ()  # ended in the last thirty days
    asks: tuple[AskOf, ...] = ()  # open, the user's own first
    found: tuple[AskOf, ...] = ()  # ticked in the last thirty days

    def __bool__(self) -> bool:
        promised = (self.mine, self.theirs, self.kept, self.waiting, self.settled)
        return any((*promised, self.introductions, self.introduced, self.asks, self.found))


def follow_ups(store: Store, today: date) -> FollowUps:
    """Reads what the Follow-ups page shows."""
    still_open = open_promises(store)
    kept = sorted(
        (
            promise
            for promise in store.promises.all()
            if promise.done_on is not None and promise.done_on > today - LATELY
        ),
        key=lambda promise: (promise.done_on or date.min, promise.id),
        reverse=True,
    )
    referrals = sorted(
        store.referrals.all(), key=lambda one: (one.day or date.min, one.id), reverse=True
    )
    people = store.people.some({one.person for one in kept} | {one.person for one in referrals})
    with_people = tuple(
        ReferralWith(one, people[one.person]) for one in referrals if one.person in people
    )
    return FollowUps(
        mine=tuple(due for due in still_open if due.promise.mine),
        theirs=tuple(due for due in still_open if not due.promise.mine),
        kept=tuple(PromiseDue(one, people[one.person]) for one in kept if one.person in people),
        waiting=tuple(one for one in with_people if one.referral.outcome is Outcome.PASSED),
        settled=tuple(one for one in with_people if one.referral.outcome is not Outcome.PASSED),
        introductions=_introductions(store, today, under_way=True),
        introduced=_introductions(store, today, under_way=False),
        asks=_asks(store, today, still_open=True),
        found=_asks(store, today, still_open=False),
    )


def introductions_of(store: Store, person_id: int) -> tuple[IntroductionOf, ...]:
    """Those under way in which somebody is one of the two, the newest first."""
    some = [one for one in store.introductions.of_person(person_id) if one.standing in OPEN]
    return _with_both(store, sorted(some, key=lambda one: -one.id))


def _introductions(store: Store, today: date, *, under_way: bool) -> tuple[IntroductionOf, ...]:
    """The longest waiting first; of those that ended the latest, but none passed over."""

    def lately(one: Introduction) -> bool:
        ended = one.standing not in OPEN and one.standing is not Standing.PASSED_OVER
        return ended and (one.moved_on or today) > today - LATELY

    some = [
        one
        for one in store.introductions.all()
        if (one.standing in OPEN if under_way else lately(one))
    ]
    some.sort(key=lambda one: (one.moved_on or date.min, one.id), reverse=not under_way)
    return _with_both(store, some)


def _with_both(store: Store, some: Sequence[Introduction]) -> tuple[IntroductionOf, ...]:
    people = store.people.some({id for one in some for id in one.people})
    return tuple(
        IntroductionOf(one, people[one.person], people[one.other])
        for one in some
        if one.person in people and one.other in people
    )


def _asks(store: Store, today: date, *, still_open: bool) -> tuple[AskOf, ...]:
    """The user's own first, then the newest; those ticked by when they were."""
    asks = [
        ask
        for ask in store.asks.all()
        if (ask.done_on is None if still_open else ask.done_on and ask.done_on > today - LATELY)
    ]
    asks.sort(key=lambda ask: (ask.done_on or ask.made_on or date.min, ask.id), reverse=True)
    asks.sort(key=lambda ask: ask.person is not None)
    people = store.people.some({ask.person for ask in asks if ask.person is not None})
    return tuple(
        AskOf(ask, None if ask.person is None else people[ask.person])
        for ask in asks
        if ask.person is None or ask.person in people
    )
