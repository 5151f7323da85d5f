"""The way to a 1-2-1 and back: minutes kept free around it, by kind of place."""

from __future__ import annotations

from datetime import timedelta

from planner.domain.me import Me
from planner.domain.meetings import Place

NO_TIME = timedelta(0)


def way(me: Me, place: Place | None) -> timedelta:
    """How long before and after a 1-2-1 there nothing else may be.

    A place nobody has chosen yet is taken for neutral ground, as most are.
    """
    if place is None:
        return timedelta(minutes=me.travel_neutral)
    if place.online:
        return timedelta(minutes=me.travel_online)
    return timedelta(minutes=me.travel_neutral if place.neutral else me.travel_own)


def between(me: Me, one: Place | None, other: Place | None) -> timedelta:
    """The least time between two 1-2-1s: the longer of both ways, none at one and the same place.

    Calls are at no place: what the user keeps free around one is kept between two.
    """
    if one is not None and other is not None and _same(one, other):
        return NO_TIME
    return max(way(me, one), way(me, other))


def _same(one: Place, other: Place) -> bool:
    if one.online or other.online:
        return False
    if one.id and one.id == other.id:
        return True
    called, also = (" ".join(place.label.casefold().split()) for place in (one, other))
    return bool(called) and called == also
