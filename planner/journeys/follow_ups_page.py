"""What is still to be done, read at once: promises either way, and referrals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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
class FollowUps:
    """Open promises due first, undated last; kept ones and referrals newest first."""

    mine: tuple[PromiseDue, ...]
    theirs: tuple[PromiseDue, ...]
    kept: tuple[PromiseDue, ...]  # in the last thirty days
    waiting: tuple[ReferralWith, ...]  # passed on, nothing come of it yet
    settled: tuple[ReferralWith, ...]  # won or lost

    def __bool__(self) -> bool:
        return any((self.mine, self.theirs, self.kept, self.waiting, self.settled))


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
    )
