"""Of whom to ask, once in a while, whether they are somebody the user looks for.

How well fit is known decides more about who is suggested than anything else, and a word of the
user's settles it. One question is asked where the answer is worth most: what the list of those
suggested would gain by it on average. Whoever stands below the list gains it their distance
above its last place, should they fit; whoever stands in it loses it nothing by making room for
the first below, should they not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.fit import NO_MATCH, SAID_LESS, SAID_MORE, TOLD_ENOUGH, UNKNOWN
from planner.domain.ranking import rank
from planner.domain.suggestions import Signals, available, term_values

# Between these the words say little of somebody: nothing of what is known is looked for.
LEAST_UNSURE, MOST_UNSURE = UNKNOWN - NO_MATCH * TOLD_ENOUGH, UNKNOWN
YES, NO = (
    0.3,
    0.3,
)  # how often the answer is "more" and "not really"; the rest "somewhat". Our guess
WORTH_ASKING = 0.05  # of what the list's last place is worth; for less nobody is asked. Our choice
A_WEEK = timedelta(days=7)
A_WEEKS_QUESTIONS = 2  # asked without a 1-2-1 before; our choice
# When the next 1-2-1 with somebody just met is thought of: another step is possible then in full.
NEXT_TIME_DAYS = 42


class Bar(NamedTuple):
    """What it takes to be suggested."""

    last_in: float  # the index of the last on the list
    first_out: float  # and of the first below it
    listed: frozenset[int] = frozenset()  # the ids of those on it


def bar(people: Iterable[Signals], count: int) -> Bar | None:
    """What it takes to be among the first `count`; None where all can be suggested anyway."""
    ranked = rank(people, count + 1)
    if len(ranked) <= count or not count:
        return None
    listed = frozenset(one.person for one in ranked[:count])
    return Bar(ranked[count - 1].score, ranked[count].score, listed)


def unsure(fit: float) -> bool:
    """Whether little is known of how well somebody fits: no word of the user's, no match."""
    return LEAST_UNSURE - 1e-9 <= fit <= MOST_UNSURE


def worth(of: Signals, to_pass: Bar) -> float:
    """What the list would gain on average by an answer about this person, in the index's unit."""
    if of.person in to_pass.listed:
        low = term_values(of, SAID_LESS)[0]
        return NO * max(0.0, to_pass.first_out - low)
    high = term_values(of, SAID_MORE)[0]
    return YES * max(0.0, high - to_pass.last_in)


def may_come_again(of: Signals, to_pass: Bar) -> bool:
    """Whether somebody just met 1-2-1 could be suggested when the next is thought of, did they fit.

    Then the answer decides whether and how soon, whatever words say of them: after an hour with
    somebody one knows better. Measured in the simulated world, an answer after each 1-2-1 comes to
    several times what answers about people not met yet do.
    """
    return term_values(next_time(of), SAID_MORE)[0] >= to_pass.last_in


def best_to_ask(
    people: Sequence[Signals],
    count: int,
    asked: Collection[int] = (),
    first: Collection[int] = (),
) -> int:
    """The id of whom to ask about, 0 for nobody; `people` have their fit.

    Never of those `asked` before; of those in `first` (just brought in, say) before all others.
    """
    to_pass = bar(people, count)
    if to_pass is None:
        return 0
    values = [
        (of.person in first, worth(of, to_pass), of)
        for of in people
        if unsure(of.fit) and of.person not in asked and available(of)
    ]
    enough = WORTH_ASKING * to_pass.last_in
    telling = [one for one in values if one[1] > 0.0 and one[1] >= enough]
    if not telling:
        return 0
    return min(telling, key=lambda one: (not one[0], -one[1], one[2].name, one[2].person))[2].person


def next_time(of: Signals) -> Signals:
    """Somebody just met 1-2-1, as they will be when the next one is to be thought of."""
    return of._replace(
        meetings=of.meetings + 1,
        apart=NEXT_TIME_DAYS,
        silent=NEXT_TIME_DAYS,
        rests=0,
        planned=False,
        promise=None,
    )


def may_ask(asked_on: Mapping[date, int], today: date) -> bool:
    """Whether a question may be asked unasked for: one a day, two in seven days."""
    lately = [day for day in asked_on if today - A_WEEK < day <= today]
    return today not in lately and len(lately) < A_WEEKS_QUESTIONS
