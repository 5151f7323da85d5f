"""What each part of the index weighs for one person, and where that puts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from planner.domain.ranking import PERFECT_FIT
from planner.domain.suggestions import (
    ACCEPTED_PRIOR,
    FIT_LEVEL,
    INVITED_PRIOR,
    Signals,
    Terms,
    available,
    term_values,
)

# Fills in the name and the fit of the given people, in their order.
Judge = Callable[[Sequence[Signals]], Sequence[Signals]]


class Part(StrEnum):
    """A part of the index, in the order in which they are told."""

    STEP = "step"
    COOLING = "cooling"
    PROMISE = "promise"
    FIT = "fit"
    CHANCE = "chance"


class Weight(NamedTuple):
    """How much one part does, as a share of the index."""

    part: Part
    share: float  # -1..1, see `added` and `multiplied`


class Place(NamedTuple):
    """Where somebody stands among those who may be suggested; rank 0 for who may not be."""

    rank: int
    of: int


def added(terms: Terms) -> tuple[Weight, ...]:
    """What adds up to the index, as shares of it (0..1) that come to 1 together."""
    return tuple(
        Weight(part, value / terms.score if terms.score > 0.0 else 0.0)
        for part, value in (
            (Part.STEP, terms.step),
            (Part.COOLING, terms.cooling),
            (Part.PROMISE, terms.promise),
        )
    )


def multiplied(terms: Terms, *, never: bool = False) -> tuple[Weight, ...]:
    """What the sum is multiplied by, told by comparing with a person alike but for this.

    For fit that person's fit is unknown; for the chance, no answer of theirs is known, though they
    are as warm (it does not touch the promise). A share above 0 is the part of the index that comes
    from it alone; one below 0 the part that the other's index has and this one lacks. As factors
    they take part in every term, so these shares neither add up with each other nor with those of
    `added`. Who is `never` to be suggested lacks all of it.
    """
    if terms.score <= 0.0:
        return (Weight(Part.FIT, 0.0), Weight(Part.CHANCE, 0.0))
    unknown = terms.score * FIT_LEVEL / terms.fit
    like_anybody = sqrt(ACCEPTED_PRIOR / INVITED_PRIOR / terms.accepted)
    unanswered = (terms.step + terms.cooling) * like_anybody + terms.promise
    return (
        Weight(Part.FIT, -1.0 if never else _gained(terms.score, unknown)),
        Weight(Part.CHANCE, _gained(terms.score, unanswered)),
    )


def _gained(score: float, without: float) -> float:
    return 1.0 - without / score if score >= without else score / without - 1.0


def places_of(people: Sequence[Signals], wanted: Collection[int], judge: Judge) -> dict[int, Place]:
    """Where each of the `wanted` stands in the order of `ranking.rank`, of those who are there.

    Whoever would stay below them all even as a perfect fit need not be judged, as in
    `ranking.within_reach`.
    """
    highest = [
        (high, of)
        for of in filter(available, people)
        if (high := term_values(of, PERFECT_FIT)[0]) > 0.0
    ]
    own = judge([of for of in people if of.person in wanted])
    keys = {of.person: _key(of) for of in own if available(of)}
    standing = {person: key for person, key in keys.items() if key[0] < 0.0}
    lowest = min((-score for score, _, _ in standing.values()), default=0.0)
    rivals = judge([of for high, of in highest if standing and high >= lowest])
    order = sorted(map(_key, rivals))
    return {
        of.person: Place(
            bisect_left(order, standing[of.person]) + 1 if of.person in standing else 0,
            len(highest),
        )
        for of in own
    }


def _key(of: Signals) -> tuple[float, str, int]:
    """What the list is sorted by."""
    return -term_values(of, of.fit)[0], of.name, of.person
