"""Which questions to take along, for this person at this stage, and why each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from planner.domain.callbacks import LastTalk, Told
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Guide, Phase, Prompt, phase_minutes, questions_for
from planner.domain.people import Attitude, Person, Stage
from planner.domain.question_score import Background, Met, Why
from planner.domain.topics import LAST_TIME, says_since

__all__ = [
    "DEEPER_AT_MOST",
    "DEPTH_AT",
    "Choice",
    "Why",
    "as_chosen",
    "asked_before",
    "choose",
    "choose_from",
    "instead",
]

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
ONCE = frozenset({Why.AUDIENCE, Why.STAGE})  # the same words for each question: once is enough
SPREAD = 0.8  # how much sooner a question may come for one person than for another
UNHURRIED = 10  # minutes left below which nothing deeper is begun: no time to hear it out


@dataclass(frozen=True, slots=True)
class Choice:
    """A question chosen for the script, with the reason for it."""

    prompt: Prompt
    phase: str  # the phase's id
    why: Why
    kind: FactKind | None = None  # with GAP and STALE
    told: Told | None = None  # with RECALLS, OWED, LIKED, and STALE if quotable
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
    last: LastTalk | None = None,
    favourites: frozenset[str] = frozenset(),
    left_out: frozenset[str] = frozenset(),
) -> tuple[Choice, ...]:
    """The script for a 1-2-1 of `minutes`: the questions in the order they are to be asked.

    `asked` says for each prompt id how many 1-2-1s ago it was last asked (1: the last one), and
    `last` what is left of that one. Without `today` no fact counts as stale. Same input, same
    script; no prompt twice, none on a topic they dislike. What was asked last time comes only where
    a phase would be empty else; there are rather fewer then. Within a phase lighter questions come
    first, then the order of the library. Which of those nearly as good goes by the person.
    """
    background = Background.of(
        facts, asked, today=today, last=last, favourites=favourites, left_out=left_out
    )
    return choose_from(guide, person, background, minutes)


def choose_from(
    guide: Guide, person: Person, background: Background, minutes: int
) -> tuple[Choice, ...]:
    """The same from what is known already."""
    script: list[Choice] = []
    may_come = [one.id for one in guide.prompts if background.may_come(one, person)]
    lengths = phase_minutes(guide, minutes, may_come)
    for phase, length in zip(guide.phases, lengths, strict=True):
        chosen: list[Choice] = []
        for _ in range(questions_for(phase, length)):
            found = _judged(phase, [*script, *chosen], person, background)
            best = next(iter(found), None)
            if best is None:
                break
            begun = any(not choice.prompt.always for choice in chosen)
            if begun and background.asked_last_time(best.prompt):
                break  # rather fewer questions than the same again
            chosen.append(best)
        script += _in_order(phase, chosen)
    # A gap is filled by the question that is asked first, not by the one chosen first.
    return as_chosen(guide, (choice.prompt.id for choice in script), person, background)


def instead(
    guide: Guide,
    phase: Phase,
    script: Iterable[str],
    person: Person,
    background: Background,
    minutes_left: int | None = None,
) -> tuple[Choice, ...]:
    """What else may be asked in a phase than the questions of a script, the best first.

    What belongs in every conversation is no choice. With few `minutes_left` nothing is begun
    that goes deeper.
    """
    found = _judged(phase, as_chosen(guide, script, person, background), person, background)
    hurried = minutes_left is not None and minutes_left < UNHURRIED
    return tuple(c for c in found if not c.prompt.always and not (hurried and c.deeper))


def as_chosen(
    guide: Guide, script: Iterable[str], person: Person, background: Background
) -> tuple[Choice, ...]:
    """Each question of a script that stands, in its order, with what speaks for it now.

    Ids the guide does not know are passed over.
    """
    judged: list[Choice] = []
    phases = {prompt.id: (prompt, phase) for phase in guide.phases for prompt in phase.prompts}
    for prompt, phase in (phases[one] for one in script if one in phases):
        judged.append(_choice(prompt, phase, person, background, _met(judged, person)))
    return tuple(judged)


def asked_before(scripts: Sequence[Iterable[str]]) -> dict[str, int]:
    """How many 1-2-1s ago each prompt was last asked, from their prompt ids, newest first."""
    asked: dict[str, int] = {}
    for ago, prompts in enumerate(scripts, start=1):
        for prompt in prompts:
            asked.setdefault(prompt, ago)
    return asked


def _judged(
    phase: Phase, script: Sequence[Choice], person: Person, background: Background
) -> list[Choice]:
    """The phase's questions that may come next after `script`, the best first."""
    taken = {choice.prompt.id for choice in script}
    allowed = DEPTH_AT[person.stage]
    if sum(choice.deeper for choice in script) < DEEPER_AT_MOST and _may_go_deeper(person):
        allowed += 1
    met = _met(script, person)
    found = [
        _choice(prompt, phase, person, background, met)
        for prompt in phase.prompts
        if prompt.id not in taken
        and prompt.depth <= allowed
        and background.may_come(prompt, person)
        and (prompt.recalls is None or background.callbacks.to(prompt) not in met.told)
    ]
    # Of two that are as good, the lighter, then the library's first.
    return sorted(found, key=lambda c: (-c.score - _leaning(person, c), c.prompt.depth))


def _leaning(person: Person, choice: Choice) -> float:
    """How much sooner a question comes for this person, always the same for the same two.

    So whoever has a 1-2-1 every day does not put the same questions to everybody.
    """
    if not person.id or choice.prompt.always or choice.prompt.depth > 1:
        return 0.0
    return SPREAD * (crc32(f"{person.id} {choice.prompt.id}".encode()) % 1000) / 1000


def _in_order(phase: Phase, chosen: Sequence[Choice]) -> list[Choice]:
    """A phase's questions as they are asked: the lighter first, then as in the library.

    One that leaves it to them where to begin goes before what is come back to, and what weighed
    on them comes last of that: nobody is met with their trouble.
    """
    places = {prompt.id: float(place) for place, prompt in enumerate(phase.prompts)}
    back = min((places[c.prompt.id] for c in chosen if c.prompt.recalls), default=len(places))

    def turn(choice: Choice) -> tuple[int, float]:
        place = places[choice.prompt.id]
        if choice.prompt.recalls is FactKind.CHALLENGE:
            place = len(places)
        elif LAST_TIME in choice.prompt.topics:
            place = min(place, back - 0.5)
        return choice.prompt.depth, place

    return sorted(chosen, key=turn)


def _may_go_deeper(person: Person) -> bool:
    """Nobody who is wary of such meetings is asked more than they expect at the first."""
    wary = person.attitude in (Attitude.DISLIKES, Attitude.PRESS)
    return not (wary and person.stage is Stage.CONNECTED)


def _met(script: Iterable[Choice], person: Person) -> Met:
    chosen = tuple(script)
    return Met(
        kinds=frozenset(c.prompt.fills for c in chosen if c.prompt.fills is not None),
        told=frozenset(c.told for c in chosen if c.told is not None),
        depth=DEPTH_AT[person.stage],
        personal=sum(c.prompt.depth > 1 for c in chosen),
        closed=frozenset(
            c.prompt.fills
            for c in chosen
            if c.prompt.fills is not None
            and (c.prompt.recalls is not None or c.prompt.fills is FactKind.DISLIKE)
        ),
        since=any(says_since(c.prompt) for c in chosen),
        said=frozenset(c.why for c in chosen) & ONCE,
    )


def _choice(
    prompt: Prompt, phase: Phase, person: Person, background: Background, met: Met
) -> Choice:
    judged = background.judge(prompt, person, met)
    return Choice(
        prompt,
        phase.id,
        judged.why,
        kind=prompt.fills if judged.why in (Why.GAP, Why.STALE) else None,
        told=judged.told,
        deeper=prompt.depth > met.depth,
        score=judged.score,
    )
