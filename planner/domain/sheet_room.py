"""The room on the cheat-sheet: what is taken while there are words left, and what gives way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain.facts import FactKind
from planner.domain.sheet import Aim, Block, BlockKind, Item, LeftOut
from planner.domain.shortening import words

# What the printed words around a text cost, in the longest wording the page uses.
LABEL_WORDS = 3  # "Does · for whom"
DUE_WORDS = 3  # "(17 Nov 2026)"
DISLIKE_WORDS = 3  # "Not keen on:"

# Within a block: Learn, Give, Ask in that order; dislikes last, where they are set apart.
ORDER_IN_BLOCK: tuple[FactKind | Aim, ...] = (*Aim, *FactKind)


class SheetRoom:
    """Spends the page's words, what matters most first."""

    def __init__(self, budget: int) -> None:
        self._left = budget
        self._taken: dict[BlockKind, list[Item]] = {}
        self._refused: dict[BlockKind, int] = {}

    def spend(self, cost: int) -> None:
        self._left -= cost

    def always(self, text: str) -> str:
        """Takes what stands on every page, whatever it costs."""
        self.spend(words(text))
        return text

    def fill(self, streams: Sequence[tuple[BlockKind, Sequence[Item], int]]) -> None:
        """Takes one item from each stream in turn, up to the stream's own limit."""
        for turn in range(max(limit for _, _, limit in streams)):
            for kind, items, limit in streams:
                if turn < min(limit, len(items)):
                    self._offer(kind, items[turn])
        for kind, items, limit in streams:
            self._refuse(kind, max(0, len(items) - limit))

    def blocks(self, last_day: date | None) -> tuple[Block, ...]:
        """What was taken, in the page's order; a last time without words keeps its date."""
        kinds = set(self._taken)
        if last_day:
            kinds.add(BlockKind.LAST_TIME)
        return tuple(
            Block(
                kind,
                tuple(sorted(self._taken.get(kind, ()), key=_place_in_block)),
                last_day if kind is BlockKind.LAST_TIME else None,
            )
            for kind in BlockKind
            if kind in kinds
        )

    def left_out(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(kind, self._refused[kind]) for kind in BlockKind if kind in self._refused
        )

    def _offer(self, kind: BlockKind, item: Item) -> None:
        cost = words(item.text)
        if kind not in self._taken and kind is not BlockKind.LAST_TIME:
            cost += LABEL_WORDS
        if item.due:
            cost += DUE_WORDS
        if item.kind is FactKind.DISLIKE:
            cost += DISLIKE_WORDS
        if cost > self._left:
            self._refuse(kind, 1)
        else:
            self.spend(cost)
            self._taken.setdefault(kind, []).append(item)

    def _refuse(self, kind: BlockKind, count: int) -> None:
        if count:
            self._refused[kind] = self._refused.get(kind, 0) + count


def _place_in_block(item: Item) -> int:
    return ORDER_IN_BLOCK.index(item.kind) if item.kind else 0
