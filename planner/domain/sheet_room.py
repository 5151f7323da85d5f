"""The room on the cheat-sheet: what is taken while there are words left, and what gives way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planner.domain.dont_forget import Mention
from planner.domain.facts import FactKind
from planner.domain.last_time import LAST_TIME_WORDS, LastTime
from planner.domain.sheet import Aim, Block, BlockKind, Item, LeftOut
from planner.domain.shortening import one_line, shorten, words

# What the printed words around a text cost, in the longest wording the page uses. A dot between
# two texts counts as a word: whoever counts what is printed between blanks counts it too.
LABEL_WORDS = 5  # "Learn · Give · Ask"
DUE_WORDS = 3  # "(17 Nov 2026)"
DOT_WORDS = 1
SAID_BEFORE: dict[FactKind | Aim | Mention | None, int] = {
    FactKind.DISLIKE: 3,  # "Not keen on:"
    Mention.DISLIKE: 3,
    Mention.BIRTHDAY: 5,  # "Birthday on 24 November 2026"
    Mention.PASSED_ON: 6,  # "Thank Dr. Lee for passing on:"
    Mention.KEPT_BY_THEM: 4,  # "Thank Dr. Lee for:"
    Mention.KEPT_BY_ME: 2,  # "I kept:"
    Mention.NEWS: 3,  # "News of mine:"
}

# As much of what was cut as is read at a glance, where not all of it finds room.
WORDS_AT_LENGTH = 18
AT_LENGTH = {BlockKind.LAST_TIME: LAST_TIME_WORDS}

# Within a block: Learn, Give, Ask in that order; dislikes last, where they are set apart.
ORDER_IN_BLOCK: tuple[FactKind | Aim | Mention, ...] = (*Mention, *Aim, *FactKind)


@dataclass(frozen=True, slots=True)
class Stream:
    """What there is to say of one kind, the best first; each in full, cut to `words` at first."""

    kind: BlockKind
    items: Sequence[Item]
    most: int  # items
    words: int  # each


class SheetRoom:
    """Spends the page's words, what matters most first."""

    def __init__(self, budget: int) -> None:
        self._left = budget
        self._always: dict[str, tuple[str, str]] = {}  # the text as it is now, and in full
        self._taken: list[tuple[BlockKind, Item, str]] = []  # with its text in full
        self._refused: dict[BlockKind, int] = {}

    def spend(self, cost: int) -> None:
        """Sets words aside for what is printed whatever else there is."""
        self._left -= cost

    def always(self, name: str, text: str, limit: int) -> None:
        """Takes what stands on every page under a `name`, whatever it costs."""
        short = shorten(text, limit)
        self.spend(words(short))
        self._always[name] = short, one_line(text)

    def text(self, name: str) -> str:
        """What is on every page under that name."""
        return self._always[name][0]

    def fill(self, streams: Sequence[Stream]) -> None:
        """Takes one item from each stream in turn, up to the stream's own limit."""
        for turn in range(max(stream.most for stream in streams)):
            for stream in streams:
                if turn < min(stream.most, len(stream.items)):
                    self._offer(stream.kind, stream.items[turn], stream.words)
        for stream in streams:
            self._refuse(stream.kind, max(0, len(stream.items) - stream.most))

    def say_in_full(self) -> None:
        """Gives the words that are left to what was cut, what matters most first."""
        for place, (kind, item, full) in enumerate(self._taken):
            most = AT_LENGTH.get(kind, WORDS_AT_LENGTH)
            self._taken[place] = kind, replace(item, text=self._longer(item.text, full, most)), full
        for name, (short, full) in self._always.items():
            self._always[name] = self._longer(short, full), full

    def blocks(self, last: LastTime | None) -> tuple[Block, ...]:
        """What was taken, in the page's order; a last time without words keeps its date."""
        kinds = {kind for kind, _, _ in self._taken}
        if last:
            kinds.add(BlockKind.LAST_TIME)
        return tuple(self._block(kind, last) for kind in BlockKind if kind in kinds)

    def text_of(self, kind: BlockKind) -> str:
        """What was taken of a block, one after the other."""
        return " ".join(item.text for of, item, _ in self._taken if of is kind)

    def left_out(self) -> tuple[LeftOut, ...]:
        return tuple(
            LeftOut(kind, self._refused[kind]) for kind in BlockKind if kind in self._refused
        )

    def _block(self, kind: BlockKind, last: LastTime | None) -> Block:
        items = sorted((item for of, item, _ in self._taken if of is kind), key=_place_in_block)
        if kind is BlockKind.LAST_TIME and last:
            return Block(kind, tuple(items), last.day, last.roughly)
        return Block(kind, tuple(items))

    def _offer(self, kind: BlockKind, item: Item, limit: int) -> None:
        short = replace(item, text=shorten(item.text, limit), worth=len(self._taken))
        cost = words(short.text) + DOT_WORDS + SAID_BEFORE.get(item.kind, 0)
        if kind is not BlockKind.LAST_TIME and all(
            taken is not kind for taken, _, _ in self._taken
        ):
            cost += LABEL_WORDS
        if item.due:
            cost += DUE_WORDS
        if cost > self._left:
            self._refuse(kind, 1)
        else:
            self.spend(cost)
            self._taken.append((kind, short, one_line(item.text)))

    def _longer(self, short: str, full: str, most: int = 0) -> str:
        """All of what was cut where there are words left, which are spent; else up to `most`."""
        if words(full) - words(short) <= self._left:
            told = full
        elif (limit := min(most, words(short) + self._left)) > words(short):
            told = shorten(full, limit)
        else:
            return short
        self.spend(words(told) - words(short))
        return told

    def _refuse(self, kind: BlockKind, count: int) -> None:
        if count:
            self._refused[kind] = self._refused.get(kind, 0) + count


def _place_in_block(item: Item) -> int:
    return ORDER_IN_BLOCK.index(item.kind) if item.kind else 0
