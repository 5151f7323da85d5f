"""How warm a relationship was, day by day: the law of the index, walked through what happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.domain.suggestions import UNKNOWN_DAYS, Signals, silence, warmth

LONGEST = timedelta(days=365)  # looked back upon; our choice, as the one below
SHORTEST = timedelta(days=91)  # and at least so long, however new somebody is
AHEAD = timedelta(days=60)  # looked ahead, to the next 1-2-1 planned
A_DAY = timedelta(days=1)


class ContactKind(StrEnum):
    """What brought two people together; each warms in its own way."""

    TALK = "talk"  # a 1-2-1 held: everything begins anew
    TOUCH = "touch"  # moves the last contact half-way to its day
    EVENT = "event"  # before a first 1-2-1 the two were met there; after it, one more touch
    CONNECTED = "connected"  # the day they were linked, which counts before a first 1-2-1


class Contact(NamedTuple):
    """A day on which the two had to do with each other."""

    day: date
    kind: ContactKind


class Point(NamedTuple):
    """How warm it was on a day, 0..1; a contact's day has two, before it and after."""

    day: date
    warmth: float


def span_back(contacts: Iterable[Contact], today: date) -> date:
    """The day a drawing begins with: a year back, later for whoever was met later."""
    first = min((contact.day for contact in contacts), default=today)
    return max(today - LONGEST, min(first, today - SHORTEST))


def warmth_curve(
    of: Signals, contacts: Sequence[Contact], since: date, until: date
) -> tuple[Point, ...]:
    """The warmth of every day from the first contact, at the earliest from `since`.

    The last point is what `warmth` says of `until`, where `of` are the signals of that day. The
    stage is today's throughout, as nobody keeps when somebody was moved; 1-2-1s count from their
    own day on.
    """
    waiting = sorted((contact for contact in contacts if contact.day <= until), reverse=True)
    if not waiting:
        return ()
    known = _Known(of)
    points = []
    day = max(since, waiting[-1].day)
    while waiting and waiting[-1].day < day:
        known.add(waiting.pop())
    while day <= until:
        if waiting and waiting[-1].day == day:
            if known.anything:
                points.append(Point(day, known.warmth(day)))
            while waiting and waiting[-1].day == day:
                known.add(waiting.pop())
        points.append(Point(day, known.warmth(day)))
        day += A_DAY
    return tuple(points)


def warmth_ahead(of: Signals, today: date, until: date) -> tuple[Point, ...]:
    """What is left of today's warmth on each day until another, if nothing happens before."""
    days = range((until - today).days + 1)
    return tuple(
        Point(today + days_on * A_DAY, warmth(of._replace(silent=of.silent + days_on)))
        for days_on in days
    )


class _Known:
    """What there was between the two up to a day, as the history's figures count it."""

    def __init__(self, of: Signals) -> None:
        self._of = of
        self._talks = 0
        self._last: dict[ContactKind, date] = {}

    @property
    def anything(self) -> bool:
        return bool(self._last)

    def add(self, contact: Contact) -> None:
        self._talks += contact.kind is ContactKind.TALK
        self._last[contact.kind] = contact.day

    def warmth(self, day: date) -> float:
        if self._talks:
            apart = self._ago(day, ContactKind.TALK)
            touched = self._ago(day, ContactKind.TOUCH, ContactKind.EVENT)
        else:
            apart = self._ago(day, ContactKind.EVENT, ContactKind.CONNECTED)
            touched = self._ago(day, ContactKind.TOUCH)
        if apart is None:
            apart = UNKNOWN_DAYS
        silent = silence(apart, touched)
        of = self._of._replace(meetings=self._talks, apart=apart, silent=silent)
        return warmth(of)

    def _ago(self, day: date, *kinds: ContactKind) -> float | None:
        """Days since the latest contact of these kinds; None when there was none."""
        days = [(day - self._last[kind]).days for kind in kinds if kind in self._last]
        return min(days, default=None)
