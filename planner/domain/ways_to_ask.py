"""How to ask for what is still to learn: a question of the library that brings it up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planner.domain.facts import FactKind
from planner.domain.guides import FIRST, Guide, Library, Prompt
from planner.domain.people import Person
from planner.domain.prompts import DEPTH_AT


def ways_to_ask(
    library: Library, kinds: Iterable[FactKind], person: Person
) -> Mapping[FactKind, Prompt]:
    """A question for each kind that the library has one for, fit for this person as they stand.

    From the guide for a first 1-2-1, as nothing is known of it yet, else from any other; the
    first in the guide's order, which goes from light to deep, so the same every time.
    """
    guides = sorted(library.guides, key=lambda guide: guide.id != FIRST)
    found = {kind: _first(guides, kind, person, library.left_out) for kind in kinds}
    return {kind: prompt for kind, prompt in found.items() if prompt is not None}


def _first(
    guides: Iterable[Guide], kind: FactKind, person: Person, left_out: frozenset[str]
) -> Prompt | None:
    return next(
        (
            prompt
            for guide in guides
            for prompt in guide.prompts
            if prompt.fills is kind and prompt.id not in left_out and _suits(prompt, person)
        ),
        None,
    )


def _suits(prompt: Prompt, person: Person) -> bool:
    """Nothing too personal yet, and nothing that comes back to what nobody knows."""
    return (
        person.stage in prompt.stages
        and person.attitude in prompt.audience
        and prompt.depth <= DEPTH_AT[person.stage]
        and prompt.recalls is None
    )
