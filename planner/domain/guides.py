"""Guides: ordered scripts of phases with prompts."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.facts import FactKind
from planner.domain.people import Attitude, Person, Stage
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
class Library:
    """The question library: every guide that could be read, and what is wrong with the rest."""

    guides: tuple[Guide, ...] = ()
    problems: tuple[str, ...] = ()  # a sentence each: file, key and reason

    def find(self, guide_id: str) -> Guide | None:
        return next((guide for guide in self.guides if guide.id == guide_id), None)

    def guide(self, guide_id: str) -> Guide:
        """The guide with that id; raises NotFound in words when there is none (any more)."""
        found = self.find(guide_id)
        if found is None:
            raise NotFound(
                f"The guide “{guide_id}” is not in the question library. Choose another one."
            )
        return found

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt with that id, whichever guide it stands in; None when there is none."""
        found = (guide.prompt(prompt_id) for guide in self.guides)
        return next((prompt for prompt in found if prompt), None)


def phase_minutes(guide: Guide, minutes: int) -> tuple[int, ...]:
    """How a 1-2-1 of `minutes` is shared among the phases: whole minutes that sum to it.

    In proportion to the guide's own minutes, the largest remainders rounded up, the earlier
    phase first when they tie. No phase gets less than SHORTEST_PHASE while there is room for it.
    """
    count = len(guide.phases)
    if not count:
        return ()
    weights = [max(0, phase.minutes) for phase in guide.phases]
    if not sum(weights):
        weights = [1] * count
    minutes, total = max(0, minutes), sum(weights)
    shares = [minutes * weight // total for weight in weights]
    by_remainder = sorted(range(count), key=lambda i: -(minutes * weights[i] % total))
    for index in by_remainder[: minutes - sum(shares)]:
        shares[index] += 1
    least = min(SHORTEST_PHASE, minutes // count)
    while min(shares) < least:
        shares[shares.index(max(shares))] -= 1
        shares[shares.index(min(shares))] += 1
    return tuple(shares)


def questions_for(phase: Phase, minutes: int) -> int:
    """How many of a phase's questions fit into `minutes`: at least one, half ones count."""
    each = max(1, phase.minutes_each)
    return max(1, (2 * minutes + each) // (2 * each))


def which_guide(person: Person, meetings_held: int) -> str:
    """The id of the guide that suits: the first 1-2-1's, or the catch-up's.

    Somebody the user already likes or trusts gets no first-meeting questions, even when none
    of their 1-2-1s was ever written down here.
    """
    if meetings_held == 0 and person.stage < Stage.LIKED:
        return FIRST
    return CATCH_UP
