"""The user's own guides and questions, and which questions they like or leave out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain.facts import FactKind
from planner.domain.guides import MINUTES_A_QUESTION, Guide, Library, Phase, Prompt
from planner.domain.people import Attitude, Stage

# The phases of a guide somebody begins from nothing: those of the program's guides, of an hour.
PHASES = ("arrive", "understand", "be-understood", "help", "agree")
TITLES = ("Arrive", "Understand", "Be understood", "Help each other", "Agree what's next")
MINUTES = (15, 20, 10, 10, 5)

# What a guide or a question of the user's may have, written in the window or read from a file.
PHASE_MINUTES = (1, 60)
MOST_FOLLOW_UPS = 6  # more than three are hardly taken in at a glance
LONGEST = 600  # letters of one text: nobody says more in one breath


@dataclass(frozen=True, slots=True)
class OwnGuide:
    """A guide the user wrote or was given; its questions are `OwnPrompt`s.

    The phases are told by four tuples of one length.
    """

    id: int = 0
    key: str = ""  # its id among the guides, in 1-2-1s and in files; never altered
    title: str = ""
    about: str = ""
    phases: tuple[str, ...] = PHASES  # their ids
    titles: tuple[str, ...] = TITLES
    lengths: tuple[int, ...] = MINUTES  # minutes of an hour
    paces: tuple[int, ...] = (MINUTES_A_QUESTION,) * len(PHASES)  # minutes for a question


@dataclass(frozen=True, slots=True)
class OwnPrompt:
    """A question the user wrote or was given, in a guide of theirs or of the program's."""

    id: int = 0
    key: str = ""  # its id among the prompts, under answers and in files; never altered
    guide: str = ""  # the guide's id
    phase: str = ""  # the phase's id
    text: str = ""
    principle: str = ""
    why: str = ""
    dont: str = ""
    follow_ups: tuple[str, ...] = ()
    read_back: str = ""
    depth: int = 1
    fills: FactKind | None = None
    stages: frozenset[Stage] = frozenset(Stage)
    audience: frozenset[Attitude] = frozenset(Attitude)
    recalls: FactKind | None = None
    topics: tuple[str, ...] = ()
    always: bool = False
    offers: bool = False
    removed: bool = False  # kept all the same, as it was asked: what was answered stays readable


class Liking(StrEnum):
    """What the user thinks of a question."""

    FAVOURITE = "favourite"  # comes a little sooner
    LEFT_OUT = "left_out"  # never comes


@dataclass(frozen=True, slots=True)
class Mark:
    """The user's word on one question, the program's or their own."""

    id: int = 0
    prompt: str = ""  # its id
    liking: Liking = Liking.FAVOURITE


def as_prompt(own: OwnPrompt) -> Prompt:
    """The user's question as the guides have it."""
    return Prompt(
        id=own.key,
        text=own.text,
        principle=own.principle,
        why=own.why,
        dont=own.dont,
        follow_ups=own.follow_ups,
        read_back=own.read_back,
        depth=own.depth,
        fills=own.fills,
        stages=own.stages or frozenset(Stage),
        audience=own.audience or frozenset(Attitude),
        recalls=own.recalls,
        topics=own.topics,
        always=own.always,
        offers=own.offers,
        own=True,
    )


def as_guide(own: OwnGuide) -> Guide:
    """The user's guide, still without its questions."""
    phases = (
        Phase(id, title, minutes, (), each)
        for id, title, minutes, each in zip(
            own.phases, own.titles, own.lengths, own.paces, strict=False
        )
    )
    return Guide(own.key, own.title, own.about, tuple(phases), own=True)


def merged(
    ours: Library,
    guides: Iterable[OwnGuide],
    prompts: Iterable[OwnPrompt],
    marks: Iterable[Mark],
) -> Library:
    """The program's library with the user's own guides, questions and marks in it.

    What is the program's stays as it is: an own question stands last in its phase, an own guide
    after the program's, and one whose id is taken already stays out. A question in a phase its
    guide does not have comes in the first one; a guide without questions is among `empty` alone.
    """
    prompts = list(prompts)
    known = {prompt.id for guide in ours.guides for prompt in guide.prompts}
    heads = list(ours.guides)
    problems = list(ours.problems)
    for own in guides:
        if any(head.id == own.key for head in heads):
            continue
        if (guide := as_guide(own)).phases:
            heads.append(guide)
    there = {guide.id for guide in heads}
    of_phase: dict[tuple[str, str], list[Prompt]] = {}
    phases = {guide.id: [phase.id for phase in guide.phases] for guide in heads}
    for one in prompts:
        if one.removed or one.key in known:
            continue
        if one.guide not in there:
            problems.append(
                f"Your question “{one.text}” belongs to a guide that is not there any more "
                f"(“{one.guide}”) and is left out."
            )
            continue
        known.add(one.key)
        phase = one.phase if one.phase in phases[one.guide] else phases[one.guide][0]
        of_phase.setdefault((one.guide, phase), []).append(as_prompt(one))
    filled = [_with_own(guide, of_phase) for guide in heads]
    likings = {mark.prompt: mark.liking for mark in marks}
    return replace(
        ours,
        guides=tuple(guide for guide in filled if guide.prompts or not guide.own),
        problems=tuple(problems),
        empty=tuple(guide for guide in filled if guide.own and not guide.prompts),
        retired=tuple(as_prompt(one) for one in prompts if one.key not in known),
        favourites=frozenset(p for p, liking in likings.items() if liking is Liking.FAVOURITE),
        left_out=frozenset(p for p, liking in likings.items() if liking is Liking.LEFT_OUT),
    )


def _with_own(guide: Guide, of_phase: dict[tuple[str, str], list[Prompt]]) -> Guide:
    if not any((guide.id, phase.id) in of_phase for phase in guide.phases):
        return guide
    phases = tuple(
        replace(phase, prompts=(*phase.prompts, *of_phase.get((guide.id, phase.id), ())))
        for phase in guide.phases
    )
    return replace(guide, phases=phases)


def own_prompt(prompt: Prompt, guide: str, phase: str) -> OwnPrompt:
    """A question of a guide's phase as the user's own, with the same id."""
    return OwnPrompt(
        key=prompt.id,
        guide=guide,
        phase=phase,
        text=prompt.text,
        principle=prompt.principle,
        why=prompt.why,
        dont=prompt.dont,
        follow_ups=prompt.follow_ups,
        read_back=prompt.read_back,
        depth=prompt.depth,
        fills=prompt.fills,
        stages=prompt.stages,
        audience=prompt.audience,
        recalls=prompt.recalls,
        topics=prompt.topics,
        always=prompt.always,
        offers=prompt.offers,
    )


def own_guide(key: str, title: str, about: str, phases: Sequence[Phase]) -> OwnGuide:
    """A guide with these phases as the user's own, without its questions."""
    return OwnGuide(
        key=key,
        title=title,
        about=about,
        phases=tuple(phase.id for phase in phases),
        titles=tuple(phase.title for phase in phases),
        lengths=tuple(phase.minutes for phase in phases),
        paces=tuple(phase.minutes_each for phase in phases),
    )
