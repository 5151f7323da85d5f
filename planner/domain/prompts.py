"""Which questions to take along, for this person at this stage, and why each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.facts import WORTH_KNOWING, Fact, FactKind
from planner.domain.guides import Guide, Phase, Prompt, phase_minutes, questions_for
from planner.domain.people import Attitude, Person, Stage

# How personal a question may be at each stage; one question of a script may go one level deeper
# (gradual escalation builds closeness, Aron et al. 1997; people fear depth more than it
# deserves, Kardas et al. 2021).
DEPTH_AT = {
    Stage.CONNECTED: 1,
    Stage.KNOWN: 2,
    Stage.LIKED: 2,
    Stage.TRUSTED: 3,
    Stage.REFERS: 3,
}
DEEPER_AT_MOST = 1  # questions a level deeper in one script

# What each stage is the time for: first their story, then what they are proud of and struggle
# with, then whom they know and whom they look for.
TIME_FOR: Mapping[Stage, frozenset[FactKind]] = {
    Stage.CONNECTED: frozenset(
        {FactKind.INTEREST, FactKind.DOES, FactKind.FOR_WHOM, FactKind.GOAL, FactKind.LIKE}
    ),
    Stage.KNOWN: frozenset({FactKind.GOAL, FactKind.ACCOMPLISHMENT, FactKind.FOR_WHOM}),
    Stage.LIKED: frozenset({FactKind.ACCOMPLISHMENT, FactKind.CHALLENGE, FactKind.GOAL}),
    Stage.TRUSTED: frozenset({FactKind.NETWORK, FactKind.IDEAL_REFERRAL, FactKind.SKILL}),
    Stage.REFERS: frozenset({FactKind.NETWORK, FactKind.IDEAL_REFERRAL}),
}

# The weights of the score, our choice: only their order matters. A wide gap outweighs
# everything but a question just asked or a topic the person dislikes.
GAP = 3.0  # nothing is known of the most useful kind; each next kind a little less
GAP_STEP = 0.2
SMALL_GAP = 1.0  # nothing known of a kind that is good to know, but not asked for first
RECALL = 2.5  # comes back to something they told
AUDIENCE = 2.0  # made for somebody like them
STALE = 1.5  # what is known of it has grown old
SUITS_STAGE = 1.0  # it is the time for such a question
LIKED_TOPIC = 1.0
FOR_SOME_STAGES = 0.5  # written for few stages, this one among them
KNOWN_ALREADY = -1.5
GOES_DEEPER = -0.5
SAME_AGAIN = -1.0  # an earlier question of this script asks for the same kind: no gap any more
ASKED_LONG_AGO = -3.0
UNWELCOME = -12.0  # asked in one of the last 1-2-1s, or on a topic they dislike

WORD = re.compile(r"[^\W_]+")
STALE_AFTER = 180  # days after which a fact is worth asking again
RECENTLY = 3  # 1-2-1s back within which a question is not asked again while there are others


class Why(StrEnum):
    """What speaks most for a question; the window words it."""

    ALWAYS = "always"  # belongs in every such conversation
    RECALLS = "recalls"  # comes back to what they told: `fact`
    GAP = "gap"  # nothing is known of `kind` yet
    STALE = "stale"  # what is known of `kind` is old: `fact`
    LIKED = "liked"  # touches something they like: `fact`
    AUDIENCE = "audience"  # made for somebody who takes to networking as they do
    STAGE = "stage"  # suits where the two of you stand
    PLACE = "place"  # belongs at this point of a conversation


@dataclass(frozen=True, slots=True)
class Choice:
    """A question chosen for the script, with the reason for it."""

    prompt: Prompt
    phase: str  # the phase's id
    why: Why
    kind: FactKind | None = None  # with GAP and STALE
    fact: Fact | None = None  # with RECALLS, STALE and LIKED
    deeper: bool = False  # a level deeper than the stage: one line of reassurance goes with it
    score: float = 0.0


def choose(
    guide: Guide,
    person: Person,
    facts: Iterable[Fact],
    asked: Mapping[str, int],
    minutes: int,
    *,
    today: date | None = None,
) -> tuple[Choice, ...]:
    """The script for a 1-2-1 of `minutes`: the questions in the order they are to be asked.

    `asked` says for each prompt id how many 1-2-1s ago it was last asked (1: the last one).
    Without `today` no fact counts as stale. Same input, same script; no prompt twice. Within a
    phase lighter questions come first, then the order of the library.
    """
    known = _Known.of(facts)
    script: list[Choice] = []
    for phase, length in zip(guide.phases, phase_minutes(guide, minutes), strict=True):
        chosen: list[Choice] = []
        for _ in range(questions_for(phase, length)):
            best = _best(phase, [*script, *chosen], person, known, asked, today)
            if best is None:
                break
            chosen.append(best)
        order = {prompt.id: place for place, prompt in enumerate(phase.prompts)}
        script += sorted(chosen, key=lambda c: (c.prompt.depth, order[c.prompt.id]))
    return tuple(script)


def asked_before(scripts: Sequence[Iterable[str]]) -> dict[str, int]:
    """How many 1-2-1s ago each prompt was last asked, from their prompt ids, newest first."""
    asked: dict[str, int] = {}
    for ago, prompts in enumerate(scripts, start=1):
        for prompt in prompts:
            asked.setdefault(prompt, ago)
    return asked


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the person, as the score asks for it."""

    newest: Mapping[FactKind, Fact]
    likes: tuple[Fact, ...]
    dislikes: tuple[Fact, ...]

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> _Known:
        ordered = sorted(facts, key=lambda f: (f.noted_on or date.min, f.id, f.text))
        return cls(
            newest={fact.kind: fact for fact in ordered},
            likes=tuple(f for f in ordered if f.kind in (FactKind.LIKE, FactKind.INTEREST)),
            dislikes=tuple(f for f in ordered if f.kind is FactKind.DISLIKE),
        )

    def recalled(self, prompt: Prompt) -> Fact | None:
        """What the prompt comes back to; never a private note, the table can be overlooked."""
        fact = self.newest.get(prompt.recalls) if prompt.recalls else None
        return None if fact is None or fact.private else fact


def _best(
    phase: Phase,
    script: Sequence[Choice],
    person: Person,
    known: _Known,
    asked: Mapping[str, int],
    today: date | None,
) -> Choice | None:
    """The phase's next question; None when none of those left may be asked."""
    taken = {choice.prompt.id for choice in script}
    kinds = {choice.prompt.fills for choice in script} - {None}
    allowed = DEPTH_AT[person.stage]
    if sum(choice.deeper for choice in script) < DEEPER_AT_MOST:
        allowed += 1
    best: Choice | None = None
    for prompt in phase.prompts:
        if prompt.id in taken or prompt.depth > allowed or not _meant_for(prompt, person, known):
            continue
        choice = _judged(prompt, phase, kinds, person, known, asked, today)
        if best is None or choice.score > best.score:
            best = choice
    return best


def _meant_for(prompt: Prompt, person: Person, known: _Known) -> bool:
    return (
        person.stage in prompt.stages
        and person.attitude in prompt.audience
        and (prompt.recalls is None or known.recalled(prompt) is not None)
    )


def _judged(
    prompt: Prompt,
    phase: Phase,
    kinds: set[FactKind | None],
    person: Person,
    known: _Known,
    asked: Mapping[str, int],
    today: date | None,
) -> Choice:
    """The prompt with its score, and the term that speaks most for it as the reason."""
    deeper = prompt.depth > DEPTH_AT[person.stage]
    if prompt.always:
        return Choice(prompt, phase.id, Why.ALWAYS, deeper=deeper, score=100.0)
    recalled = known.recalled(prompt)
    newest = known.newest.get(prompt.fills) if prompt.fills else None
    liked = _first_about(prompt, known.likes)
    speaks: list[tuple[float, Why, Fact | None]] = [(0.0, Why.PLACE, None)]
    if recalled is not None:
        speaks.append((RECALL, Why.RECALLS, recalled))
    if prompt.fills and newest is None and prompt.fills not in kinds:
        speaks.append((_gap(prompt.fills), Why.GAP, None))
    elif newest is not None and _stale(newest, today):
        speaks.append((STALE, Why.STALE, newest))
    if liked is not None:
        speaks.append((LIKED_TOPIC, Why.LIKED, liked))
    if person.attitude is not Attitude.OPEN and Attitude.OPEN not in prompt.audience:
        speaks.append((AUDIENCE, Why.AUDIENCE, None))
    suits = SUITS_STAGE * (prompt.fills in TIME_FOR[person.stage])
    suits += FOR_SOME_STAGES * (len(prompt.stages) < len(Stage))
    if suits:
        speaks.append((suits, Why.STAGE, None))

    against = 0.0
    if newest is not None and recalled is None and not _stale(newest, today):
        against += KNOWN_ALREADY
    if prompt.fills in kinds:
        against += SAME_AGAIN
    if deeper:
        against += GOES_DEEPER
    if (ago := asked.get(prompt.id)) is not None:
        against += UNWELCOME if ago <= RECENTLY else ASKED_LONG_AGO
    if _first_about(prompt, known.dislikes) is not None:
        against += UNWELCOME

    weight, why, fact = max(speaks, key=lambda one: one[0])
    kind = prompt.fills if why in (Why.GAP, Why.STALE) else None
    score = round(sum(one[0] for one in speaks) + against, 3)
    return Choice(prompt, phase.id, why if weight else Why.PLACE, kind, fact, deeper, score)


def _gap(kind: FactKind) -> float:
    if kind in WORTH_KNOWING:
        return GAP - GAP_STEP * WORTH_KNOWING.index(kind)
    return 0.0 if kind in (FactKind.NOTE, FactKind.PRIVATE) else SMALL_GAP


def _stale(fact: Fact, today: date | None) -> bool:
    if today is None or fact.noted_on is None:
        return False
    return (today - fact.noted_on).days > STALE_AFTER


def _first_about(prompt: Prompt, facts: Sequence[Fact]) -> Fact | None:
    """The newest fact that names one of the prompt's topics, as whole words."""
    if not prompt.topics:
        return None
    for fact in reversed(facts):
        words = f" {' '.join(WORD.findall(fact.text.casefold()))} "
        if any(f" {topic} " in words for topic in prompt.topics):
            return fact
    return None
