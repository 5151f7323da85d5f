"""What is kept of the few people shown, as evidence for the reasons why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from planner.domain.facts import Fact
from planner.domain.fit import Wishes
from planner.domain.fit_evidence import fitting, knows
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Fit, Person
from planner.domain.promises import Promise
from planner.domain.reasons import Evidence
from planner.domain.referrals import Referral
from planner.domain.suggestions import Suggestion
from planner.storage.store import Store

if TYPE_CHECKING:
    from planner.domain.groups import MetAt  # not imported at the start, as few need it
    from planner.domain.trips import Trip

A_YEAR = timedelta(days=365)


class Kept(NamedTuple):
    """What is kept of one person, as far as reasons are made of it."""

    person: Person
    meetings: list[Meeting]
    touches: list[Touch]
    met_at: list[MetAt]
    referrals: list[Referral]
    facts: list[Fact]
    promises: list[Promise]
    listed_in: str


def kept_of(store: Store, ranked: Sequence[Suggestion], wishes: Wishes) -> Iterator[Kept]:
    """A question for each kind, not for each person; none where the signals say it is in vain."""
    everybody = [suggestion.person for suggestion in ranked]
    met = [each.person for each in ranked if each.signals.meetings]
    promised = [each.person for each in ranked if each.signals.promise is not None]
    people = store.people.some(everybody)
    meetings = store.meetings.of_people(met)
    touches = store.touches.of_people(met)
    referrals = store.referrals.of_people(everybody)
    facts = store.facts.of_people(everybody) if wishes else {}
    promises = store.promises.of_people(promised) if promised else {}
    new = [each.person for each in ranked if not each.signals.meetings]
    listed = store.history.memberships(new) if new else {}
    for suggestion in ranked:
        person = suggestion.person
        yield Kept(
            people[person],
            meetings.get(person, []),
            touches.get(person, []),
            store.attendance.met_at(person) if suggestion.signals.shared else [],
            referrals[person],
            facts.get(person, []),
            promises.get(person, []),
            listed.get(person, ""),
        )


def evidence_of(of: Kept, wishes: Wishes, today: date, trip: Trip | None = None) -> Evidence:
    """All that the reasons for one person tell of; `trip` is one that leads to where they live."""
    held = [meeting.starts.date() for meeting in of.meetings if meeting.state is State.HELD]
    vague = frozenset(meeting.starts.date() for meeting in of.meetings if meeting.vague)
    touches = [touch.day for touch in of.touches]
    met = [(event.day, event.label) for event in of.met_at if event.day and event.day <= today]
    met_on, met_at = max(met, key=itemgetter(0), default=(None, ""))
    passed = [
        referral
        for referral in of.referrals
        if referral.day and today - A_YEAR <= referral.day <= today
    ]
    return Evidence(
        contacts=tuple(day for day in (*held, *touches, *(day for day, _ in met)) if day <= today),
        met_at=met_at,
        met_on=met_on,
        listed_in=of.listed_in,
        connected_on=of.person.connected_on,
        fits=fitting(wishes, of.person, of.facts, [event.group_name for event in of.met_at]),
        said_to_fit=of.person.fit is Fit.MORE,
        knows=knows(wishes, of.facts),
        promise=_to_keep(of.promises, held),
        received=sum(not referral.given for referral in passed),
        given=sum(referral.given for referral in passed),
        attitude=of.person.attitude,
        trip=trip,
        vague=vague,
    )


def _to_keep(promises: Sequence[Promise], held: Sequence[date]) -> Promise | None:
    """The most pressing promise that a 1-2-1 would keep, and none held since has."""
    last = max(held, default=date.min)
    waiting = [
        promise
        for promise in promises
        if promise.needs_meeting
        and promise.done_on is None
        and (promise.made_on is None or promise.made_on >= last)
    ]
    return min(waiting, key=lambda promise: promise.due or date.max, default=None)
