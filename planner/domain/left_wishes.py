"""A wish that was left and is taken up again: what of it still holds by now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from planner.domain.wall_time import instants, is_zone, wall_of
from planner.domain.wishes import Wish

WORDS = ("learn", "give", "ask")
WHEN_AND_WHERE = ("starts", "zone", "minutes", "place")
_WHEN = {"starts", "zone"}  # the one says nothing without the other


def own(wish: Wish) -> Wish:
    """A wish without what the page says by itself: a drafted message, blanks, a new place.

    Two that are alike in this hold nothing else of the user's.
    """
    place, learn, give, ask = (
        " ".join(text.split()) for text in (wish.place, wish.learn, wish.give, wish.ask)
    )
    return replace(
        wish,
        place=place,
        learn=learn,
        give=give,
        ask=ask,
        neutral=wish.neutral or not wish.place.strip(),
        message=wish.message if wish.edited else "",
    )


def caught_up(wish: Wish, before: Wish, fresh: Wish) -> Wish:
    """A wish in which whatever the user has not touched is as in `fresh`.

    `before` is the fresh wish that theirs began from; what is alike in both is untouched.
    """
    untouched = {
        name: getattr(fresh, name)
        for name in (*WHEN_AND_WHERE, *WORDS)
        if getattr(wish, name) == getattr(before, name)
    }
    if not untouched.keys() >= _WHEN:
        untouched = {name: value for name, value in untouched.items() if name not in _WHEN}
    if not wish.edited or wish.message == before.message:
        untouched |= {"message": fresh.message, "edited": fresh.edited}
    return replace(wish, **untouched)


def where_it_is(wish: Wish, home: str, away: str) -> Wish:
    """A wish whose zone is that of a trip no more, by the clock at `home`.

    `away` is the zone of the trip there is now; "" for none.
    """
    if not wish.zone or not wish.starts or wish.zone == away:
        return wish
    shown = instants(wish.starts, wish.zone) if is_zone(wish.zone) else ()
    return replace(wish, starts=wall_of(shown[0], home) if shown else None, zone="")


def still_possible(wish: Wish, fresh: Wish, home: str, away: str, now: datetime) -> Wish:
    """A wish without a time that is over by `now` (UTC, naive): it has that of `fresh` then."""
    wish = where_it_is(wish, home, away)
    if wish.starts is None:
        return wish
    shown = instants(wish.starts, wish.zone or home)
    if shown and shown[0] >= now:
        return wish
    return replace(wish, starts=fresh.starts, zone=fresh.zone)
