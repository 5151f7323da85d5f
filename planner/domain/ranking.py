"""Who stands above whom, and who could stand among the first whatever the others' fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest, nsmallest

from planner.domain.suggestions import Signals, Suggestion, Terms, available, term_values

PERFECT_FIT = 1.0  # of 0..1
A_LARGE_PART = 4  # asked for a fourth of all, judging everybody once is quicker than some twice
TRIED_FIRST = 64  # judged to know what there is to reach; about where more gain nothing

# How well the given people fit, 0..1, in their order.
Fits = Callable[[Sequence[Signals]], Sequence[float]]


def rank(people: Iterable[Signals], count: int | None = None) -> list[Suggestion]:
    """The first `count` (None: all) of those who may be suggested, best first, without reasons.

    Whoever was seen today has nothing to gain and is left out. Ties break by name, then by id,
    so that the same day shows the same list.
    """
    scored = [
        (-terms[0], of.name, of.person, of, terms)
        for of in filter(available, people)
        if (terms := term_values(of, of.fit))[0] > 0.0
    ]
    best = sorted(scored) if count is None else nsmallest(count, scored)
    return [
        Suggestion(person, place, Terms._make(terms), of)
        for place, (_, _, person, of, terms) in enumerate(best, start=1)
    ]


def contenders(people: Iterable[Signals], count: int, fits: Fits) -> list[Signals]:
    """The first `count` of all, and whoever draws level with the last of them; none is judged yet.

    Only these few need a name and a fit of their own for `rank` to tell them apart.
    """
    hopeful = within_reach(people, count, fits)
    scores = _scores(hopeful, fits(hopeful))
    return _from(_last(count, scores), hopeful, scores)


def within_reach(people: Iterable[Signals], count: int, fits: Fits) -> list[Signals]:
    """Those who could be among the first `count` of all, did they fit.

    How well somebody fits takes longest to find out. So everybody is first taken for a perfect
    fit; the few who then stand first are judged, and whoever could not reach even the last of
    the first `count` of these is out.
    """
    hopeful = list(filter(available, people))
    if len(hopeful) <= max(A_LARGE_PART * count, TRIED_FIRST):
        return hopeful
    highest = [term_values(of, PERFECT_FIT)[0] for of in hopeful]
    first = nlargest(max(count, TRIED_FIRST), range(len(hopeful)), key=highest.__getitem__)
    tried = [hopeful[i] for i in first]
    return _from(_last(count, _scores(tried, fits(tried))), hopeful, highest)


def _scores(people: Sequence[Signals], fits: Sequence[float]) -> list[float]:
    return [term_values(of, fit)[0] for of, fit in zip(people, fits, strict=True)]


def _last(count: int, scores: Sequence[float]) -> float:
    """The score of the last among the first `count`; 0 where there are no more than these."""
    return nlargest(count, scores)[-1] if 0 < count < len(scores) else 0.0


def _from(least: float, people: Sequence[Signals], scores: Sequence[float]) -> list[Signals]:
    return [of for of, score in zip(people, scores, strict=True) if score >= least]
