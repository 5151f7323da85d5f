"""Finds the people in a library who may be one, without comparing everybody with everybody."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from heapq import nlargest

from planner.domain.duplicates import Alike, Likeness, Pair
from planner.domain.name_likeness import MOST_SLIPS, Spellings
from planner.domain.people import Person
from planner.domain.person_likeness import Judging, connected_apart
from planner.domain.traits import Key, Traits, traits_of

# People who share a key are all compared up to this many; beyond it, in the order of their
# names, each with those who follow. Ten thousand Maria Garcias then take as long as others.
_ALL_COMPARED = 20
_FOLLOWING = 8
# More people than this who could be "Maya" at one company, and nobody knows which.
_MOST_PARTS = 5
_BETWEEN_WORDS = 32  # people or pairs between two words on how far it is; about 1 ms
_BY_ADDRESS = frozenset({Alike.EMAIL, Alike.PROFILE, Alike.PHONE})
# Nobody decides on more at a time; what is left out comes up once these are decided.
MOST_PAIRS = 1_000


class Blocks:
    """People put together by what they share."""

    def __init__(self, spellings: Spellings) -> None:
        self._spellings = spellings
        self._blocks: dict[Key, list[Traits]] = defaultdict(list)
        self._kin: dict[str, int] = defaultdict(int)
        self._crowded: dict[Key, list[Traits]] = {}
        self.gone_through = 0.0  # how much of `pairs` has come, from 0 to 1

    def enter(self, traits: Traits) -> None:
        """Puts one more where they belong; nobody comes once they are compared."""
        for key in self._keys(traits):
            self._blocks[key].append(traits)
        self._kin[traits.name.last] += 1

    def sharing(self, key: Key) -> int:
        """How many share a key; ("kin", name): have that family name."""
        if key[0] == "kin":
            return self._kin.get(key[1], 0)
        return len(self._blocks.get(key, ()))

    def pairs(self) -> Iterator[tuple[Traits, Traits]]:
        """Everybody to be compared with somebody; a pair may come twice."""
        for number, (key, block) in enumerate(self._blocks.items()):
            self.gone_through = number / len(self._blocks)
            if len(block) < 2 or (key[0] == "part" and len(block) > _MOST_PARTS):
                continue
            worth = self._worth(key[0])
            reach = len(block)
            if reach > _ALL_COMPARED:
                block, reach = self._by_name(key), _FOLLOWING
            for number, one in enumerate(block):
                for other in block[number + 1 : number + 1 + reach]:
                    if worth is None or worth(one, other):
                        yield one, other

    def near(self, traits: Traits) -> Iterator[Traits]:
        """Everybody to be compared with somebody else; one may come twice."""
        for key in self._keys(traits):
            block = self._blocks.get(key, [])
            if key[0] == "part" and len(block) >= _MOST_PARTS:
                continue
            worth = self._worth(key[0])
            if len(block) > _ALL_COMPARED:
                ordered = self._by_name(key)
                at = bisect_left(ordered, traits.name.plain, key=_plain)
                block = ordered[max(0, at - _FOLLOWING) : at + _FOLLOWING]
            for other in block:
                if worth is None or worth(traits, other):
                    yield other

    def _keys(self, traits: Traits) -> Iterator[Key]:
        yield from traits.addresses()
        yield from traits.names()
        yield from traits.places()
        # Bob and Robert Okafor; a name known to be no form of another needs no key of its own.
        if len(traits.name.words) > 1:
            for root in self._spellings.roots(traits.name.first):
                yield "root", str(root), traits.name.last

    def _worth(self, kind: str) -> Callable[[Traits, Traits], bool] | None:
        """Whether two who share a key of a kind are worth a closer look; None: always.

        Each kind is there for one likeness, and most pairs can be told at a glance not to have it.
        """
        return {
            "first": self._slipped,
            "last": self._slipped,
            "head": _one_has_more,
            "part": _one_is_short,
        }.get(kind)

    def _slipped(self, one: Traits, other: Traits) -> bool:
        return self._spellings.apart(one.name.plain, other.name.plain) <= MOST_SLIPS

    def _by_name(self, key: Key) -> list[Traits]:
        if key not in self._crowded:
            self._crowded[key] = sorted(self._blocks[key], key=_plain)
        return self._crowded[key]


def find_pairs(
    people: Sequence[Person],
    spellings: Spellings,
    phone_key: Callable[[str], str],
    apart: Collection[tuple[int, int]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> list[Pair]:
    """Pairs of people who may be one, the likeliest first, at most MOST_PAIRS.

    `apart` are ids of two, either first, whom the user said to be two. `progress` hears how far
    it is (so much of so much), every few milliseconds; it may raise, which ends the search.
    """
    blocks = Blocks(spellings)
    for number, person in enumerate(people):
        if progress is not None and not number % _BETWEEN_WORDS:
            progress(number, 2 * len(people))
        blocks.enter(traits_of(person, phone_key))
    judging = Judging(spellings, blocks.sharing)
    seen = {(one, other) for pair in apart for one, other in (pair, pair[::-1])}
    found: list[Pair] = []
    for number, (one, other) in enumerate(blocks.pairs()):
        if progress is not None and not number % _BETWEEN_WORDS:
            progress(len(people) + int(blocks.gone_through * len(people)), 2 * len(people))
        ids = (one.person.id, other.person.id)
        if ids in seen:
            continue
        seen.add(ids)
        seen.add(ids[::-1])
        likeness = judging.likeness(one, other)
        by_name = likeness is not None and likeness.kind not in _BY_ADDRESS
        if likeness is not None and not (by_name and connected_apart(one, other)):
            found.append(Pair(one.person, other.person, likeness))
    return nlargest(MOST_PAIRS, found, key=_rank)


def likest(blocks: Blocks, judging: Judging, traits: Traits) -> tuple[Person, Likeness] | None:
    """Of the people in the blocks the one who is likeliest to be somebody, if anybody is."""
    seen: set[int] = set()
    best: tuple[Person, Likeness] | None = None
    for other in blocks.near(traits):
        if other.person.id in seen:
            continue
        seen.add(other.person.id)
        likeness = judging.likeness(other, traits)
        if likeness is not None and (best is None or likeness.strength > best[1].strength):
            best = other.person, likeness
    return best


def _one_is_short(one: Traits, other: Traits) -> bool:
    return one.name.short or other.name.short


def _one_has_more(one: Traits, other: Traits) -> bool:
    return len(one.name.words) != len(other.name.words)


def _plain(traits: Traits) -> str:
    return traits.name.plain


def _rank(pair: Pair) -> tuple[float, int, int]:
    return pair.likeness.strength, -pair.person.id, -pair.other.id
