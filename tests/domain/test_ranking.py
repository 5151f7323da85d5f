"""Who could stand among the first is found out before everybody's fit is."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.people import Stage
from planner.domain.ranking import TRIED_FIRST, contenders, rank, within_reach
from planner.domain.suggestions import Signals, available, index

FITS = (0.0, 0.1, 0.3, 0.5, 0.8, 1.0)


def known(person: int, weeks: int, stage: int = Stage.KNOWN, rests: int = 0) -> Signals:
    """Somebody met twice, so many weeks ago, whose name and fit are not found out yet."""
    days = 7.0 * weeks
    return Signals(person, "", stage, 2, days, days, 2, 2, rests=rests)


class Fits:
    """Tells fits by id, and remembers of how many it was asked at most."""

    def __init__(self, *fits: float) -> None:
        self._fits = fits
        self.most = 0

    def __call__(self, people: Sequence[Signals]) -> list[float]:
        self.most = max(self.most, len(people))
        return [self._fits[of.person % len(self._fits)] for of in people]

    def judged(self, people: Sequence[Signals]) -> list[Signals]:
        """The same people with their names and fits."""
        fits = self(people)
        return [
            of._replace(name=f"P{of.person % 7}", fit=fit)
            for of, fit in zip(people, fits, strict=True)
        ]


PEOPLE = st.lists(
    st.tuples(st.integers(0, 90), st.sampled_from(list(Stage)), st.sampled_from([0, 0, 0, 4])),
    min_size=TRIED_FIRST,
    max_size=3 * TRIED_FIRST,
).map(lambda rows: [known(n, *row) for n, row in enumerate(rows, 1)])


@settings(max_examples=40)
@given(PEOPLE, st.lists(st.sampled_from(FITS), min_size=1, max_size=40), st.integers(1, 12))
def test_the_first_of_the_contenders_are_the_first_of_all(
    people: list[Signals], fits: list[float], count: int
) -> None:
    fit = Fits(*fits)
    best = rank(fit.judged(people), count)
    assert rank(fit.judged(contenders(people, count, fit)), count) == best
    assert rank(fit.judged(within_reach(people, count, fit)), count) == best


@settings(max_examples=40)
@given(PEOPLE, st.lists(st.sampled_from(FITS), min_size=1, max_size=40), st.integers(1, 12))
def test_whoever_is_out_of_reach_would_stay_below_even_as_a_perfect_fit(
    people: list[Signals], fits: list[float], count: int
) -> None:
    fit = Fits(*fits)
    near = {of.person for of in within_reach(people, count, fit)}
    best = rank(fit.judged(people), count)
    for of in filter(available, people):
        if of.person not in near:
            assert len(best) == count
            assert index(of._replace(fit=1.0)).score < best[-1].score


def test_where_all_stand_alike_the_name_still_decides() -> None:
    """Nobody is left out who only draws level, as those said to fit do."""
    alike = [known(n, 20) for n in range(1, 4 * TRIED_FIRST)]
    fit = Fits(1.0)
    assert len(contenders(alike, 3, fit)) == len(alike)


def test_only_those_who_could_be_among_the_first_are_judged() -> None:
    many = [known(n, n % 90, Stage.CONNECTED if n % 40 else Stage.TRUSTED) for n in range(2000)]
    fit = Fits(0.8, 0.5)
    assert len(contenders(many, 5, fit)) < 20
    assert fit.most < 500


def test_who_may_not_be_suggested_is_not_judged() -> None:
    fit = Fits(0.5)
    assert contenders([known(1, 20, rests=3)], 5, fit) == []
    assert fit.most == 0
