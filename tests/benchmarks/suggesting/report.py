"""The tables: what share of the bound each way reaches, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np

from tests.benchmarks.suggesting.network import Floats
from tests.benchmarks.suggesting.roster import INDEX, SHORT_LISTS
from tests.benchmarks.suggesting.trials import Cell

BEST_LIST = "a well-run short list, best interval in hindsight"


class Figure(NamedTuple):
    """A value and its standard error."""

    value: float
    error: float

    def __str__(self) -> str:
        return f"{self.value:.2f} ± {self.error:.2f}"

    @property
    def signed(self) -> str:
        return f"{self.value:+.3f} ± {self.error:.3f}"


def _ratio(gained: Floats, to_gain: Floats) -> Figure:
    """Mean by mean; the error by how far each seed lies from that ratio."""
    value = float(gained.mean() / to_gain.mean())
    off = gained - value * to_gain
    return Figure(value, float(off.std(ddof=1)) / sqrt(len(off)) / float(to_gain.mean()))


def share(cell: Cell, way: str) -> Figure:
    """How much of what could at most be gained over meeting nobody."""
    return _ratio(cell.by_way[way] - cell.nobody, cell.bound - cell.nobody)


def against_index(cell: Cell, way: str) -> Figure:
    """By how much of that the way is ahead of the index, seed by seed."""
    return _ratio(cell.by_way[way] - cell.by_way[INDEX], cell.bound - cell.nobody)


def won(cell: Cell, way: str) -> int:
    """In how many seeds the way is ahead of the index."""
    return int(np.sum(cell.by_way[way] > cell.by_way[INDEX]))


def best_list(cell: Cell) -> str:
    """The short list that did best in these very worlds."""
    return max(SHORT_LISTS, key=lambda name: float(cell.by_way[name].mean()))


def _rows(cell: Cell) -> dict[str, str]:
    """The ways in the table by the name it gives them, all short lists as the best of them."""
    rows: dict[str, str] = {}
    for way in cell.by_way:
        if way in SHORT_LISTS:
            rows[BEST_LIST] = best_list(cell)
        else:
            rows[way] = way
    return rows


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def shares(cells: Sequence[Cell]) -> str:
    """Share of the bound, for each way and size of the network."""
    names = [_rows(cell) for cell in cells]
    head = ["share of the bound", *(f"{cell.people} people" for cell in cells)]
    return _table(
        head,
        (
            [row, *(str(share(cell, name[row])) for cell, name in zip(cells, names, strict=True))]
            for row in names[0]
        ),
    )


def differences(cells: Sequence[Cell]) -> str:
    """How far each way is ahead of the index, and in how many worlds it is."""
    names = [_rows(cell) for cell in cells]
    head = ["ahead of the index by (in so many worlds)", *(f"{c.people} people" for c in cells)]
    return _table(
        head,
        (
            [
                row,
                *(
                    f"{against_index(cell, name[row]).signed} ({won(cell, name[row])} of"
                    f" {len(cell.bound)})"
                    for cell, name in zip(cells, names, strict=True)
                ),
            ]
            for row in names[0]
            if row != INDEX
        ),
    )


def lists(cells: Sequence[Cell]) -> str:
    """Which interval was best for the short list, of all that were tried."""
    return "\n".join(
        f"Short lists with {cell.people} people: "
        + ", ".join(
            f"{name.removeprefix('short list, ')} {share(cell, name).value:.2f}"
            for name in SHORT_LISTS
        )
        for cell in cells
    )


def other_worlds(worlds: Mapping[str, Cell]) -> str:
    """Share of the bound in worlds the index was not made for."""
    names = {world: _rows(cell) for world, cell in worlds.items()}
    ways = list(next(iter(names.values())))
    return _table(
        ["share of the bound", *ways],
        (
            [world, *(str(share(cell, names[world][way])) for way in ways)]
            for world, cell in worlds.items()
        ),
    )
