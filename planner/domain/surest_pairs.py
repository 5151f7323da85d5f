"""The order of pairs who could help each other, and which of them are worth showing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from planner.domain.pairs import Pair


def best_first(
    pairs: Iterable[Pair], names: Mapping[int, str], not_again: Collection[frozenset[int]]
) -> list[Pair]:
    """One pair for any two, the surest first; none that was introduced or passed over before.

    Where somebody has the very thing, those who have something like it are left out.
    """
    found = list(pairs)
    exactly = {pair.want for pair in found if pair.exact}
    ordered = sorted(
        (pair for pair in found if pair.exact or pair.want not in exactly),
        key=lambda one: (
            -one.score,
            names.get(one.person, "").casefold(),
            names.get(one.other, "").casefold(),
            (one.person, one.other),
        ),
    )
    kept: dict[frozenset[int], Pair] = {}
    for pair in ordered:
        both = frozenset((pair.person, pair.other))
        if both not in not_again:
            kept.setdefault(both, pair)
    return list(kept.values())
