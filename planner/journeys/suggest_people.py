"""Whom to meet next, and why: what Today shows, and "not now"."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.domain.changes import Change
from planner.domain.facts import Fact, FactKind
from planner.domain.fit import Wishes
from planner.domain.me import Me
from planner.domain.meetings import State
from planner.domain.people import Fit, Person
from planner.domain.promises import Promise
from planner.domain.reasons import Evidence, choose
from planner.domain.suggestions import Reason, Signals, Suggestion, Terms, rank
from planner.errors import PlannerError
from planner.storage.store import Store

AT_MOST = 5  # shown on Today before "Show more"
ASK_AFTER = 3  # "not now" in a row, after which to ask once: keep, or let go?
A_YEAR = timedelta(days=365)
DAYS_IN_WEEK = 7
_COUNTED = frozenset({State.PROPOSED, State.AGREED, State.HELD})


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion with its person."""

    person: Person
    suggestion: Suggestion

    @property
    def rank(self) -> int:
        return self.suggestion.rank

    @property
    def score(self) -> float:
        return self.suggestion.score

    @property
    def terms(self) -> Terms:
        return self.suggestion.terms

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return self.suggestion.reasons

    @property
    def ask_to_let_go(self) -> bool:
        """Put off so often that it is time to ask: keep, or let go?"""
        return self.person.put_off >= ASK_AFTER


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What Today shows: at most as many people as asked for, best first."""

    entries: tuple[Suggested, ...] = ()
    planned_this_week: int = 0  # 1-2-1s planned or held in `week_of`
    per_week: int = 0  # 1-2-1s the user wants in a week
    more: bool = False  # others could be suggested beyond these

    @property
    def room(self) -> int:
        """1-2-1s still to plan this week."""
        return max(0, self.per_week - self.planned_this_week)


def suggest(store: Store, today: date, count: int = AT_MOST) -> Suggestions:
    """The `count` people whom a 1-2-1 does most for, with the reasons."""
    me = store.me.get()
    with _without_collecting():
        ranked = rank(store.history.signals(me, today), count + 1)
    wishes = Wishes(me)
    return Suggestions(
        tuple(_explained(store, suggestion, wishes, today) for suggestion in ranked[:count]),
        planned_this_week=_planned(store, week_of(me, today)),
        per_week=me.per_week,
        more=len(ranked) > count,
    )


def not_now(store: Store, person_id: int, until: date | None, today: date) -> Change:
    """Lets somebody rest until a day, or for good (None); no mark is made against them."""
    if until is not None and until <= today:
        raise PlannerError("“Not now” needs a day after today.")
    with store.transaction() as work:
        person = store.people.get(person_id)
        if until is None:
            person = replace(person, let_go=True)
        store.people.update(replace(person, rests_until=until, put_off=person.put_off + 1))
    return work.change


def suggest_again(store: Store, person_id: int) -> Change:
    """Ends a rest or a "never": the person may be suggested from now on."""
    with store.transaction() as work:
        person = store.people.get(person_id)
        store.people.update(replace(person, let_go=False, rests_until=None, put_off=0))
    return work.change


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keeps the garbage collector from walking tens of thousands of new tuples several times.

    They hold no cycles and are gone at the end; at 10,000 people it is a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def week_of(me: Me, today: date) -> date:
    """The Monday of the week to plan: the coming one once this one's meeting hours are over."""
    monday = today - timedelta(days=today.weekday())
    left = me.week[today.weekday() :]
    over = not any(hours.open for hours in left) and any(hours.open for hours in me.week)
    return monday + timedelta(days=DAYS_IN_WEEK) if over else monday


def _planned(store: Store, monday: date) -> int:
    # Wall time decides which week a 1-2-1 belongs to, so a day more on either side is looked at.
    start = datetime.combine(monday, time())
    around = store.meetings.between(start - timedelta(days=1), start + timedelta(days=8))
    return sum(
        meeting.state in _COUNTED
        and 0 <= (meeting.starts.date() - monday).days < DAYS_IN_WEEK
        for meeting in around
    )


def _explained(store: Store, suggestion: Suggestion, wishes: Wishes, today: date) -> Suggested:
    person = store.people.get(suggestion.person)
    known = _evidence(store, person, suggestion.signals, wishes, today)
    reasons = choose(suggestion.signals, suggestion.terms, known, today)
    return Suggested(person, suggestion._replace(reasons=reasons))


def _evidence(
    store: Store, person: Person, signals: Signals, wishes: Wishes, today: date
) -> Evidence:
    meetings = store.meetings.of_person(person.id) if signals.meetings else []
    held = [meeting.starts.date() for meeting in meetings if meeting.state is State.HELD]
    touches = [touch.day for touch in store.touches.of_person(person.id)] if held else []
    seen = store.attendance.met_at(person.id) if signals.shared else []
    met = [event for event in seen if (event.day or today) <= today]
    dated = [event.day for event in met if event.day]
    latest = max(met, key=lambda event: event.day or date.min, default=None)
    referrals = [
        referral
        for referral in store.referrals.of_person(person.id)
        if referral.day and today - A_YEAR <= referral.day <= today
    ]
    facts = store.facts.of_person(person.id) if wishes else []
    return Evidence(
        contacts=tuple(day for day in (*held, *touches, *dated) if day <= today),
        met_at=latest.label if latest else "",
        met_on=latest.day if latest else None,
        connected_on=person.connected_on,
        fits=wishes.matched(_told(person, facts)),
        said_to_fit=person.fit is Fit.MORE,
        knows=next(
            (f.text for f in facts if f.kind is FactKind.NETWORK and wishes.matched(f.text)), ""
        ),
        promise=_to_keep(store, person, held) if signals.promise is not None else None,
        received=sum(not referral.given for referral in referrals),
        given=sum(referral.given for referral in referrals),
        attitude=person.attitude,
    )


def _told(person: Person, facts: Sequence[Fact]) -> str:
    """What a person is and does, as one text."""
    doing = [fact.text for fact in facts if fact.kind in (FactKind.DOES, FactKind.FOR_WHOM)]
    return " | ".join((person.role, person.company, person.city, *doing))


def _to_keep(store: Store, person: Person, held: list[date]) -> Promise | None:
    """The most pressing promise that a 1-2-1 would keep, and none held since has."""
    last = max(held, default=date.min)
    waiting = [
        promise
        for promise in store.promises.of_person(person.id)
        if promise.needs_meeting
        and promise.done_on is None
        and (promise.made_on is None or promise.made_on >= last)
    ]
    return min(waiting, key=lambda promise: promise.due or date.max, default=None)
