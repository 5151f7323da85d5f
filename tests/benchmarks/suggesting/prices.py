"""The lowest upper bound for each world: the search for the best price."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from tests.benchmarks.suggesting.assumptions import WEEKS
from tests.benchmarks.suggesting.bound import PRICES, PROFILES, Kind, Table
from tests.benchmarks.suggesting.network import Network

Tables = Mapping[Kind, tuple[Table, ...]]  # a table for each of PROFILES
DEAREST = 400.0  # price at which the search begins to come down
NARROWINGS = 40  # each leaves 0.62 of the span
_GOLDEN = 0.5 * (5**0.5 - 1.0)


def kinds(network: Network) -> Iterable[Kind]:
    """What kind everybody is of."""
    return map(
        Kind,
        network.shared.tolist(),
        network.pace.tolist(),
        network.willing.tolist(),
        network.growth.tolist(),
        network.city.tolist(),
    )


class Priced:
    """What everybody's best course comes to, together, at any price."""

    def __init__(self, network: Network, tables: Tables, profile: int) -> None:
        rows = []
        places = zip(
            kinds(network),
            network.appears.tolist(),
            network.stage.tolist(),
            network.silent.tolist(),
            strict=True,
        )
        for kind, appears, stage, silent in places:
            first, later = tables[kind][profile]
            # Nobody met at an event is at stage 0 without silence but in the week of it.
            rows.append(later[:, appears] if appears else first[:, stage, silent])
        self._rows = np.array(rows)
        self._value = network.value
        self._prices = float(PROFILES[profile].factors().sum())

    def bound(self, price: float, meetings: float) -> float:
        """Warm trust a week that cannot be surpassed with so many 1-2-1s a week."""
        paid = price / self._value
        right = np.clip(np.searchsorted(PRICES, paid, side="right"), 1, len(PRICES) - 1)
        left = right - 1
        share = np.minimum(1.0, (paid - PRICES[left]) / (PRICES[right] - PRICES[left]))
        who = np.arange(len(paid))
        worth = self._rows[who, left] * (1.0 - share) + self._rows[who, right] * share
        total = float((self._value * worth).sum()) + price * meetings * self._prices
        return total / WEEKS


def least(network: Network, tables: Tables, meetings: int) -> float:
    """The lowest of all bounds, over prices and their profiles; convex in the price."""
    return min(
        _lowest(Priced(network, tables, profile), meetings) for profile in range(len(PROFILES))
    )


def _lowest(priced: Priced, meetings: int) -> float:
    low, high = 0.0, DEAREST
    for _ in range(NARROWINGS):
        inner, outer = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if priced.bound(inner, meetings) < priced.bound(outer, meetings):
            high = outer
        else:
            low = inner
    return priced.bound((low + high) / 2.0, meetings)
