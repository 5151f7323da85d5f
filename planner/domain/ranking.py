"""Who stands above whom, and who could stand among the first whatever the others' fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from heapq import nlargest, nsmallest

from planner.domain.suggestions import Signals, Suggestion, Terms, available, term_values

PERFECT_FIT = 1.0  # of 0..1
TRIED_FIRST = 64  # judged to know what there is to reach; about where more gain nothing

# Fills in the name and the fit of the given people, in their order.
Judge = Callable[[Sequence[Signals]], Sequence[Signals]]


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


def contenders(people: Iterable[Signals], count: int, judge: Judge) -> Sequence[Signals]:
    """Those among whom the first `count` of all are, with name and fit.

    How well somebody fits takes longest to find out. So everybody is first taken for a perfect
    fit; the few who then stand first are judged, and whoever could not reach even the last of
    the first `count` of these is out.
    """
    hopeful = list(filter(available, people))
    if len(hopeful) <= max(count, TRIED_FIRST):
        return judge(hopeful)
    highest = [term_values(of, PERFECT_FIT)[0] for of in hopeful]
    first = nlargest(max(count, TRIED_FIRST), range(len(hopeful)), key=highest.__getitem__)
    tried = judge([hopeful[i] for i in first])
    to_reach = nlargest(count, (term_values(of, of.fit)[0] for of in tried))[-1]
    return judge([of for of, reach in zip(hopeful, highest, strict=True) if reach >= to_reach])
