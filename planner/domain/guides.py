"""Guides: ordered scripts of phases with prompts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from planner.domain.facts import FactKind
from planner.domain.people import Attitude, Stage
from planner.errors import NotFound

# Ids of the program's guides.
FIRST = "first"  # for a first 1-2-1
CATCH_UP = "catch-up"  # for every later one, unless another suits better
TRAIN = "train"  # to train each other to refer
DISLIKES = "dislikes"  # for somebody who dislikes networking
PRESS = "press"  # for press people
RECONNECT = "reconnect"  # after a long silence

MINUTES_A_QUESTION = 4  # a question, its follow-ups and the answer, unless the phase says otherwise
SHORTEST_PHASE = 3  # minutes; less is too short to ask anything and to hear the answer


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question and what goes with it, in spoken language."""

    id: str
    text: str
    principle: str  # "Carnegie", "Covey", "GAINS", "Aron", ...
    why: str  # one line for the user: why this question now
    dont: str
    follow_ups: tuple[str, ...]  # two or three
    read_back: str  # a stem: "So what matters most to you is ..."
    depth: int = 1  # 1 light, 2 personal, 3 close
    fills: FactKind | None = None  # the fact an answer tells
    stages: frozenset[Stage] = frozenset(Stage)
    audience: frozenset[Attitude] = frozenset(Attitude)
    recalls: FactKind | None = None  # asked only when such a fact is known: comes back to it
    topics: tuple[str, ...] = ()  # what it touches, for likes and dislikes, lower case
    always: bool = False  # belongs in every such conversation: agreeing the end, the next step
    offers: bool = False  # with it the user gives something of their own
    own: bool = False  # the user's own question, not the program's


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the conversation; `minutes` are those of a 60 minute 1-2-1."""

    id: str
    title: str
    minutes: int
    prompts: tuple[Prompt, ...]
    minutes_each: int = MINUTES_A_QUESTION  # the pace: minutes for one of its questions


@dataclass(frozen=True, slots=True)
class Guide:
    """An ordered script for one kind of conversation."""

    id: str
    title: str
    about: str  # when to use it, one line
    phases: tuple[Phase, ...]
    own: bool = False  # the user's own guide, not the program's

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, in the order of the phases."""
        return tuple(prompt for phase in self.phases for prompt in phase.prompts)

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with that id; None when the guide has none such (any more)."""
        return next((prompt for prompt in self.prompts if prompt.id == prompt_id), None)

    def phase_index(self, prompt_id: str) -> int | None:
        """Which phase a prompt belongs to, counted from 0; None when the guide has no such."""
        for index, phase in enumerate(self.phases):
            if any(prompt.id == prompt_id for prompt in phase.prompts):
                return index
        return None


@dataclass(frozen=True, slots=True)
class Principle:
    """Whose idea is behind a question, what it says, and where one can read it up."""

    name: str  # as prompts name it: "Covey"
    says: str  # one line
    author: str
    year: int
    title: str  # of the book or paper
    where: str  # the publisher, or the journal with its volume and pages

    @property
    def source(self) -> str:
        """Where it stands, in one line, as one would look it up."""
        return f"{self.author} ({self.year}): “{self.title}”, {self.where}"


@dataclass(frozen=True, slots=True)
class Library:
    """The question library: every guide that could be read, and what is wrong with the rest."""

    guides: tuple[Guide, ...] = ()
    problems: tuple[str, ...] = ()  # a sentence each: file, key and reason
    principles: tuple[Principle, ...] = ()  # in the order of their file
    favourites: frozenset[str] = frozenset()  # ids of prompts the user likes: a little sooner
    left_out: frozenset[str] = frozenset()  # ids of prompts that are never to come
    empty: tuple[Guide, ...] = ()  # the user's own guides that have no question yet
    retired: tuple[Prompt, ...] = ()  # removed by the user, and still to be read under answers

    def find(self, guide_id: str) -> Guide | None:
        every = (*self.guides, *self.empty)
        return next((guide for guide in every if guide.id == guide_id), None)

    def guide(self, guide_id: str) -> Guide:
        """The guide with that id; raises NotFound in words when there is none (any more)."""
        found = self.find(guide_id)
        if found is None:
            raise NotFound(
                f"The guide “{guide_id}” is not in the question library. Choose another one."
            )
        return found

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with that id, whichever guide it stands in; None when there is none.

        One the user removed is found too, as something may have been answered to it.
        """
        found = (guide.prompt(prompt_id) for guide in self.guides)
        gone = (prompt for prompt in self.retired if prompt.id == prompt_id)
        return next((prompt for prompt in found if prompt), None) or next(gone, None)

    def principle(self, name: str) -> Principle | None:
        """The principle a prompt names; None for one the library tells nothing of."""
        return next((one for one in self.principles if one.name == name), None)


def phase_minutes(
    guide: Guide, minutes: int, asked: Collection[str] | None = None
) -> tuple[int, ...]:
    """How a 1-2-1 of `minutes` is shared among the phases: whole minutes that sum to it.

    In proportion to the guide's own minutes, the largest remainders rounded up, the earlier
    phase first when they tie. No phase gets less than SHORTEST_PHASE while there is room for it.
    Of `asked`, the ids of the questions there are, a phase that has none gets nothing.
    """
    count = len(guide.phases)
    if not count:
        return ()
    if asked is not None:
        wanted = [any(one.id in asked for one in phase.prompts) for phase in guide.phases]
        if any(wanted) and not all(wanted):
            some = tuple(p for p, is_wanted in zip(guide.phases, wanted, strict=True) if is_wanted)
            left = iter(phase_minutes(replace(guide, phases=some), minutes))
            return tuple(next(left) if is_wanted else 0 for is_wanted in wanted)
    weights = [max(0, phase.minutes) for phase in guide.phases]
    if not sum(weights):
        weights = [1] * count
    minutes, total = max(0, minutes), sum(weights)
    shares = [minutes * weight // total for weight in weights]
    by_remainder = sorted(range(count), key=lambda i: -(minutes * weights[i] % total))
    for index in by_remainder[: minutes - sum(shares)]:
        shares[index] += 1
    # In a short one the longest phase keeps its share, rather than all being alike.
    room = minutes >= SHORTEST_PHASE * (count + 1)
    least = SHORTEST_PHASE if room else min(1, minutes // count)
    while min(shares) < least:
        shares[shares.index(max(shares))] -= 1
        shares[shares.index(min(shares))] += 1
    return tuple(shares)


def questions_for(phase: Phase, minutes: int) -> int:
    """How many of a phase's questions fit into `minutes`: at least one, half ones count."""
    each = max(1, phase.minutes_each)
    return max(1, (2 * minutes + each) // (2 * each))
