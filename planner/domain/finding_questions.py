"""Looking through the question library: by guide and phase, by words, and by what a question is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from planner.domain.facts import FactKind
from planner.domain.guides import Guide, Library, Phase, Prompt
from planner.domain.identity import folded
from planner.domain.people import Stage


class Which(StrEnum):
    """What the user did with a question."""

    FAVOURITE = "favourite"
    OWN = "own"  # wrote it, or was given it
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Line:
    """A question where it stands in the library."""

    prompt: Prompt
    guide: str  # the guide's id
    guide_title: str
    phase: str  # the phase's id
    phase_title: str
    which: frozenset[Which] = frozenset()
    words: str = ""  # all its texts as they are compared: folded once, not at each letter typed

    @property
    def place(self) -> str:
        """The guide and the phase, in words."""
        return f"{self.guide_title} · {self.phase_title}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which questions are looked for; what says nothing leaves none out."""

    words: str = ""  # each word stands in one of the question's texts, whatever the case
    guide: str = ""  # a guide's id
    phase: str = ""  # a phase's title
    which: frozenset[Which] = field(default_factory=frozenset)
    depth: int = 0
    stage: Stage | None = None  # suits somebody there
    fills: FactKind | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out but other guides."""
        others = (self.words.strip(), self.phase, self.which, self.depth, self.fills)
        return self.stage is None and not any(others)


def lines(library: Library) -> tuple[Line, ...]:
    """Every question, guide by guide and phase by phase."""
    return tuple(
        Line(
            prompt,
            guide.id,
            guide.title,
            phase.id,
            phase.title,
            _which(prompt, library),
            folded(_told(prompt, guide, phase)),
        )
        for guide in library.guides
        for phase in guide.phases
        for prompt in phase.prompts
    )


def found(all_lines: Iterable[Line], wanted: Wanted) -> list[Line]:
    """Those that are looked for, in their order."""
    words = folded(wanted.words).split()
    return [
        line
        for line in all_lines
        if wanted.guide in ("", line.guide)
        and wanted.phase in ("", line.phase_title)
        and wanted.which <= line.which
        and wanted.depth in (0, line.prompt.depth)
        and (wanted.stage is None or wanted.stage in line.prompt.stages)
        and wanted.fills in (None, line.prompt.fills)
        and all(word in line.words for word in words)
    ]


def _which(prompt: Prompt, library: Library) -> frozenset[Which]:
    told = []
    if prompt.id in library.favourites:
        told.append(Which.FAVOURITE)
    if prompt.own:
        told.append(Which.OWN)
    if prompt.id in library.left_out:
        told.append(Which.LEFT_OUT)
    return frozenset(told)


def _told(of: Prompt, guide: Guide, phase: Phase) -> str:
    """Everything that is written in a question and above it."""
    told = (of.text, *of.follow_ups, of.read_back, of.dont, of.why, of.principle, *of.topics)
    return " ".join((*told, guide.title, phase.title))
