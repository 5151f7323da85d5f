"""Files of questions against those there are: what each would bring, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain.guides import Guide, Library
from planner.domain.own_questions import OwnGuide, OwnPrompt, as_guide, own_prompt

VERSION_OF = "own-"  # before the id of one of the program's, for somebody's own version of it


@dataclass(frozen=True, slots=True)
class Shared:
    """What a file of questions holds, and a sentence for everything that is wrong in it."""

    guides: tuple[OwnGuide, ...] = ()
    prompts: tuple[OwnPrompt, ...] = ()
    problems: tuple[str, ...] = ()
    file: str = ""


class Verdict(StrEnum):
    """How something in a file stands to what is there."""

    NEW = "new"
    CHANGED = "changed"  # there with other words: the user's own stays unless they say otherwise
    SAME = "same"


@dataclass(frozen=True, slots=True)
class BroughtGuide:
    """A guide in a file, as it would be kept; its `id` is that of the user's own, if any."""

    guide: OwnGuide
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class BroughtPrompt:
    """A question in a file, as it would be kept, and where it would stand."""

    prompt: OwnPrompt
    verdict: Verdict
    guide_title: str
    phase_title: str
    mine: OwnPrompt | None = None  # with CHANGED: what is there now


@dataclass(frozen=True, slots=True)
class Brought:
    """What files would bring, in their order, and what is wrong in them."""

    guides: tuple[BroughtGuide, ...] = ()
    prompts: tuple[BroughtPrompt, ...] = ()
    problems: tuple[str, ...] = ()

    def of(self, verdict: Verdict) -> tuple[BroughtPrompt, ...]:
        return tuple(each for each in self.prompts if each.verdict is verdict)


def plan_questions(
    files: Iterable[Shared],
    ours: Library,
    guides: Sequence[OwnGuide],
    prompts: Sequence[OwnPrompt],
) -> Brought:
    """Holds what files hold against the program's library and the user's own.

    Known again by their ids. Nothing of the program's is ever changed: a question with the id of
    one of its own, but other words, comes in as the user's version beside it.
    """
    planner = _Planner(ours, guides, prompts)
    for file in files:
        planner.look_into(file)
    return Brought(
        tuple(planner.guides.values()), tuple(planner.prompts.values()), tuple(planner.problems)
    )


class _Planner:
    """Looks into one file after the other."""

    def __init__(
        self, ours: Library, guides: Sequence[OwnGuide], prompts: Sequence[OwnPrompt]
    ) -> None:
        self.guides: dict[str, BroughtGuide] = {}
        self.prompts: dict[str, BroughtPrompt] = {}
        self.problems: list[str] = []
        self._ours = ours
        self._my_guides = {guide.key: guide for guide in reversed(guides)}
        self._my_prompts = {prompt.key: prompt for prompt in reversed(prompts)}
        # Every guide a question can stand in, by its id.
        self._heads = {key: as_guide(own) for key, own in self._my_guides.items()}
        self._heads |= {guide.id: guide for guide in ours.guides}

    def look_into(self, file: Shared) -> None:
        self.problems += file.problems
        for guide in file.guides:
            self._look_at_guide(guide)
        for prompt in file.prompts:
            try:
                self._look_at_prompt(_beside_ours(prompt, self._ours))
            except ValueError as wrong:
                self.problems.append(f"{file.file}, prompt “{prompt.key}”, {wrong}.")

    def _look_at_guide(self, guide: OwnGuide) -> None:
        if self._ours.find(guide.key) is not None or guide.key in self.guides:
            return
        mine = self._my_guides.get(guide.key)
        kept = replace(guide, id=mine.id if mine else 0)
        self.guides[guide.key] = BroughtGuide(kept, _verdict(kept, mine))
        self._heads.setdefault(guide.key, as_guide(guide))

    def _look_at_prompt(self, prompt: OwnPrompt) -> None:
        """Raises ValueError, the end of a sentence, for one that has no place."""
        guide = self._heads.get(prompt.guide)
        if guide is None:
            raise ValueError(f"key “guide”: there is no guide “{prompt.guide}”")
        phases = guide.phases
        if brought := self.guides.get(prompt.guide):  # the user's own may have others
            phases += as_guide(brought.guide).phases
        phase = next((phase for phase in phases if phase.id == prompt.phase), None)
        if phase is None:
            raise ValueError(
                f"key “phase”: there is no phase “{prompt.phase}” in the guide “{guide.title}”"
            )
        if prompt.key in self.prompts or prompt.key in self._heads:
            raise ValueError("key “id”: another one has it already")
        mine = self._my_prompts.get(prompt.key)
        live = None if mine is None or mine.removed else mine
        kept = replace(prompt, id=mine.id if mine else 0)
        verdict = _verdict(kept, live)
        if self._ours.prompt(prompt.key) is not None:  # the program's own, word by word
            verdict, live = Verdict.SAME, None
        shown = live if verdict is Verdict.CHANGED else None
        self.prompts[prompt.key] = BroughtPrompt(kept, verdict, guide.title, phase.title, shown)


def _verdict(kept: OwnGuide | OwnPrompt, mine: OwnGuide | OwnPrompt | None) -> Verdict:
    if mine is None:
        return Verdict.NEW
    return Verdict.SAME if kept == mine else Verdict.CHANGED


def _beside_ours(prompt: OwnPrompt, ours: Library) -> OwnPrompt:
    """A question under an id of its own, where the program's has other words or another place."""
    known = ours.prompt(prompt.key)
    if known is None:
        return prompt
    place = _place(prompt.key, ours)
    if place is not None and own_prompt(known, place[0].id, place[1]) == prompt:
        return prompt
    return replace(prompt, key=VERSION_OF + prompt.key)


def _place(prompt_id: str, ours: Library) -> tuple[Guide, str] | None:
    """The guide and the phase's id in which one of the program's questions stands."""
    for guide in ours.guides:
        index = guide.phase_index(prompt_id)
        if index is not None:
            return guide, guide.phases[index].id
    return None
