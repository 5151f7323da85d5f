"""The week a list of suggestions is made for: within it, time alone moves nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

RESERVE = 2  # names for each 1-2-1 there is room for, beside the one: not everybody says yes


def monday_of(day: date) -> date:
    """The Monday of the week a day is in, Sunday its last: one held today counts today."""
    return day - timedelta(days=day.weekday())


def full_weeks(days: Iterable[date], per_week: int) -> dict[date, int]:
    """The weeks that hold `per_week` or more of these days: each Monday, and how many.

    `days` are those of 1-2-1s, by the wall where each is.
    """
    counts = Counter(map(monday_of, days))
    return {monday: count for monday, count in counts.items() if count >= per_week}


def pinned(age: int, back: int) -> int:
    """How many days old something was `back` days ago, on the week's Monday; 0 for what is newer.

    Everybody is ranked as of Monday, so that from one day of the week to the next only what
    happens changes the list: whoever is met, planned, put off or new. Who may be suggested at
    all (a rest that ends, a trip that comes near) is asked of today.
    """
    return age - back if age > back else 0


def listed(per_week: int, planned: int, at_most: int) -> int:
    """How many names the week's list shows: the room left and the reserve, never above `at_most`.

    With no room left, or none wanted, it is next week's list: as many as a whole week has.
    """
    room = max(0, per_week - planned) or per_week
    return min(at_most, (1 + RESERVE) * room) or at_most
