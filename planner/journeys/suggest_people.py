"""Whom to meet next, and why: what Today shows, and "not now"."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from planner import __version__
from planner.domain.changes import Change
from planner.domain.facts import Fact, FactKind
from planner.domain.fit import Wishes
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Fit, Person
from planner.domain.promises import Promise
from planner.domain.ranking import contenders, rank
from planner.domain.reasons import Evidence, choose
from planner.domain.referrals import Referral
from planner.domain.suggestions import Reason, Suggestion, Terms
from planner.errors import PlannerError
from planner.storage.store import Store

if TYPE_CHECKING:
    from planner.domain.groups import MetAt  # not imported at the start, as few need it

AT_MOST = 5  # shown on Today before "Show more"
ASK_AFTER = 3  # "not now" in a row, after which to ask once: keep, or let go?
A_YEAR = timedelta(days=365)
DAYS_IN_WEEK = 7
_COUNTED = frozenset({State.PROPOSED, State.AGREED, State.HELD})


class Suggested(NamedTuple):
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


class Suggestions(NamedTuple):
    """What Today shows: at most as many people as asked for, best first."""

    entries: tuple[Suggested, ...] = ()
    planned_this_week: int = 0  # 1-2-1s planned or held from Monday to Sunday
    per_week: int = 0  # 1-2-1s the user wants in a week
    more: bool = False  # others could be suggested beyond these

    @property
    def room(self) -> int:
        """1-2-1s still to plan this week."""
        return max(0, self.per_week - self.planned_this_week)


def suggest(store: Store, today: date, count: int = AT_MOST) -> Suggestions:
    """The `count` people whom a 1-2-1 does most for, with the reasons."""
    me = store.me.get()
    remembered = _remembered(store, today) if count <= AT_MOST else None
    if remembered is not None:
        ranked = rank(store.history.signals(me, today, remembered), count + 1)
    else:
        ranked = _ranked(store, me, today, count + 1)
    shown, wishes = ranked[:count], Wishes(me)
    return Suggestions(
        tuple(
            _explained(suggestion, records, wishes, today)
            for suggestion, records in zip(shown, _records(store, shown, wishes), strict=True)
        ),
        planned_this_week=_planned(store, week_of(today)),
        per_week=me.per_week,
        more=len(ranked) > count,
    )


def remember_suggestions(store: Store, *days: date) -> None:
    """Notes who is suggested on these days: a start on an unchanged library is quicker then.

    Ranks before it writes, so that nobody waits for it; what has changed meanwhile is not noted.
    """
    store.changed_elsewhere()  # from here on
    found = {}
    for day in days:
        if _remembered(store, day) is None:
            ranked = _ranked(store, store.me.get(), day, AT_MOST + 1)
            found[_suggested_on(day)] = " ".join(str(suggestion.person) for suggestion in ranked)
    with store.transaction():
        if not store.changed_elsewhere():
            for name, people in found.items():
                store.memory.keep(name, people)


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


def _ranked(store: Store, me: Me, today: date, count: int) -> list[Suggestion]:
    """The first `count` of everybody."""
    history = store.history
    with _without_collecting():
        everybody = history.unjudged(me, today)
        return rank(contenders(everybody, count, partial(history.judged, me)), count)


def _remembered(store: Store, day: date) -> list[int] | None:
    """The ids of those suggested on a day, and of one more; None when that is not known now."""
    people = store.memory.recall(_suggested_on(day))
    return None if people is None else list(map(int, people.split()))


def _suggested_on(day: date) -> str:
    """The name in the memory; another version of the program may rank otherwise."""
    return f"suggested on {day} by {__version__}"


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


def week_of(today: date) -> date:
    """The Monday of the week a day is in, Sunday its last: one held today counts today."""
    return today - timedelta(days=today.weekday())


def _planned(store: Store, monday: date) -> int:
    # Wall time decides which week a 1-2-1 belongs to, so a day more on either side is looked at.
    start = datetime.combine(monday, time())
    around = store.meetings.between(start - timedelta(days=1), start + timedelta(days=8))
    return sum(
        meeting.state in _COUNTED and 0 <= (meeting.starts.date() - monday).days < DAYS_IN_WEEK
        for meeting in around
    )


def _explained(suggestion: Suggestion, records: _Records, wishes: Wishes, today: date) -> Suggested:
    known = _evidence(records, wishes, today)
    reasons = choose(suggestion.signals, suggestion.terms, known, today)
    return Suggested(records.person, suggestion._replace(reasons=reasons))


class _Records(NamedTuple):
    """What is kept of one person, as far as reasons are made of it."""

    person: Person
    meetings: list[Meeting]
    touches: list[Touch]
    met_at: list[MetAt]
    referrals: list[Referral]
    facts: list[Fact]
    promises: list[Promise]
    listed_in: str


def _records(store: Store, ranked: Sequence[Suggestion], wishes: Wishes) -> Iterator[_Records]:
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
        yield _Records(
            people[person],
            meetings.get(person, []),
            touches.get(person, []),
            store.attendance.met_at(person) if suggestion.signals.shared else [],
            referrals[person],
            facts.get(person, []),
            promises.get(person, []),
            listed.get(person, ""),
        )


def _evidence(of: _Records, wishes: Wishes, today: date) -> Evidence:
    held = [meeting.starts.date() for meeting in of.meetings if meeting.state is State.HELD]
    touches = [touch.day for touch in of.touches]
    met = [(event.day, event.label) for event in of.met_at if event.day and event.day <= today]
    met_on, met_at = max(met, key=itemgetter(0), default=(None, ""))
    passed = [
        referral
        for referral in of.referrals
        if referral.day and today - A_YEAR <= referral.day <= today
    ]
    told = [fact.text for fact in of.facts if fact.kind is FactKind.NETWORK]
    return Evidence(
        contacts=tuple(day for day in (*held, *touches, *(day for day, _ in met)) if day <= today),
        met_at=met_at,
        met_on=met_on,
        listed_in=of.listed_in,
        connected_on=of.person.connected_on,
        fits=wishes.matched(_told(of.person, of.facts)),
        said_to_fit=of.person.fit is Fit.MORE,
        knows=next((text for text in told if wishes.matched(text)), ""),
        promise=_to_keep(of.promises, held),
        received=sum(not referral.given for referral in passed),
        given=sum(referral.given for referral in passed),
        attitude=of.person.attitude,
    )


def _told(person: Person, facts: Sequence[Fact]) -> str:
    """What a person is and does, as one text."""
    doing = [fact.text for fact in facts if fact.kind in (FactKind.DOES, FactKind.FOR_WHOM)]
    return " | ".join((person.role, person.company, person.city, *doing))


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
