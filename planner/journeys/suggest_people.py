"""Whom to meet next, and why: what Today shows, and "not now"."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from planner import __version__
from planner.domain.changes import Change
from planner.domain.me import Me
from planner.domain.meetings import COUNTED
from planner.domain.people import Person
from planner.domain.ranking import contenders, rank
from planner.domain.reasons import Evidence, choose
from planner.domain.suggestions import Reason, Suggestion, Terms, index
from planner.domain.week import listed, monday_of
from planner.errors import PlannerError
from planner.journeys.evidence import Kept, evidence_of, kept_of
from planner.storage.store import Store

if TYPE_CHECKING:
    from planner.domain.trips import Trip  # not imported at the start, as few travel

AT_MOST = 5  # shown on Today before "Show more"
ASK_AFTER = 3  # "not now" in a row, after which to ask once: keep, or let go?
DAYS_IN_WEEK = 7


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
    start: int = 0  # how many stand before these

    @property
    def room(self) -> int:
        """1-2-1s still to plan this week."""
        return max(0, self.per_week - self.planned_this_week)

    @property
    def full(self) -> bool:
        """As many as the user wants are planned: the list is for next week."""
        return 0 < self.per_week <= self.planned_this_week


def suggest(store: Store, today: date, count: int | None = None, *, start: int = 0) -> Suggestions:
    """The `count` people whom a 1-2-1 does most for, after `start` others, with the reasons.

    Without a `count` it is the week's list, see `planner.domain.week`.
    """
    me = store.me.get()
    planned = _planned(store, monday_of(today))
    if count is None:
        count = listed(me.per_week, planned, AT_MOST)
    end = start + count
    remembered = _remembered(store, today) if end <= AT_MOST else None
    if remembered is not None:
        # All of these can be reached on this day: where they live need not be looked at again.
        anywhere = replace(me, meets_online=True)
        signals = store.history.signals(anywhere, today, remembered, as_of=monday_of(today))
        ranked = rank(signals, end + 1)
    else:
        ranked = _ranked(store, me, today, end + 1)
    shown, wishes = ranked[start:end], store.history.wishes(me)
    trip_of = _trips(store, me, today)
    return Suggestions(
        tuple(
            _explained(
                suggestion,
                kept,
                evidence_of(kept, wishes, today, trip_of(kept.person.city)),
                today,
            )
            for suggestion, kept in zip(shown, kept_of(store, shown, wishes), strict=True)
        ),
        planned_this_week=planned,
        per_week=me.per_week,
        more=len(ranked) > end,
        start=start,
    )


def evidence_for(store: Store, person_id: int, today: date) -> tuple[Suggested, Evidence]:
    """One person as they would be suggested, with rank 0, and all that their reasons tell of."""
    me = store.me.get()
    (signals,) = store.history.signals(me, today, [person_id], as_of=monday_of(today))
    suggestion, wishes = Suggestion(person_id, 0, index(signals), signals), store.history.wishes(me)
    (kept,) = kept_of(store, [suggestion], wishes)
    known = evidence_of(kept, wishes, today, _trips(store, me, today)(kept.person.city))
    return _explained(suggestion, kept, known, today), known


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
        everybody = history.unjudged(me, today, as_of=monday_of(today))
        first = contenders(everybody, count, partial(history.fits, me))
        return rank(history.judged(me, first), count)


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


def _planned(store: Store, monday: date) -> int:
    # Wall time decides which week a 1-2-1 belongs to, so a day more on either side is looked at.
    start = datetime.combine(monday, time())
    around = store.meetings.between(start - timedelta(days=1), start + timedelta(days=8))
    return sum(
        meeting.state in COUNTED and 0 <= (meeting.starts.date() - monday).days < DAYS_IN_WEEK
        for meeting in around
    )


def _trips(store: Store, me: Me, today: date) -> Callable[[str], Trip | None]:
    """Tells of a city which trip of these weeks leads there; mostly none leads anywhere."""
    trips = store.history.trips_in_sight(today)
    if not trips:
        return lambda city: None
    from planner.journeys.who_is_there import visits

    return visits(store, me, trips)


def _explained(suggestion: Suggestion, kept: Kept, known: Evidence, today: date) -> Suggested:
    reasons = choose(suggestion.signals, suggestion.terms, known, today)
    return Suggested(kept.person, suggestion._replace(reasons=reasons))
