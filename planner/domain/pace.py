"""The pace of a conversation: what there is still time to ask, and what else could be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from planner.domain.conversation import Conversation
from planner.domain.guides import Guide, Phase, Prompt

NO_SCORES: Mapping[str, float] = {}


def worth_asking(
    conversation: Conversation,
    guide: Guide,
    minutes_left: int,
    scores: Mapping[str, float] = NO_SCORES,
) -> tuple[str, ...]:
    """Which questions of the rest there is still time for, as ids in the order of the script.

    The rest are those from the one on screen that were not asked. The one on screen and those
    that belong in every conversation never fall away. The others get what time is left: the
    longer phases more, as the guide shares the hour, and in each what speaks most for itself
    (`scores`, else the script's order). With more time there are never fewer.
    """
    rest = _rest(conversation, guide)
    here = conversation.script[conversation.at : conversation.at + 1]
    taken = {prompt.id for prompt, _ in rest if prompt.always or prompt.id in here}
    left: float = minutes_left
    left -= sum(phase.minutes_each for prompt, phase in rest if prompt.id in taken)
    for prompt, phase in _in_turn(rest, taken, scores):
        if left < phase.minutes_each / 2:  # half a question counts, as when the script is made
            break
        left -= phase.minutes_each
        taken.add(prompt.id)
    return tuple(prompt.id for prompt, _ in rest if prompt.id in taken)


def phase_for_another(conversation: Conversation, guide: Guide, minutes_left: int) -> Phase | None:
    """Where another question belongs: in the phase on screen.

    Past the last question it is the longest phase, and the last one when there is hardly time.
    None for a guide without phases.
    """
    if conversation.at < len(conversation.script):
        index = guide.phase_index(conversation.script[conversation.at])
        if index is not None:
            return guide.phases[index]
    if not guide.phases:
        return None
    longest = max(guide.phases, key=lambda phase: phase.minutes)
    return longest if minutes_left >= longest.minutes_each else guide.phases[-1]


def with_another(conversation: Conversation, prompt: str) -> Conversation:
    """With one more question, which is the one on screen now.

    The one that was there stays before it, as when it is skipped: leafing back finds it.
    """
    at = min(conversation.at + 1, len(conversation.script))
    script = (*conversation.script[:at], prompt, *conversation.script[at:])
    return replace(conversation, script=script, at=at)


def _rest(conversation: Conversation, guide: Guide) -> list[tuple[Prompt, Phase]]:
    """The questions still to come, each with its phase, in the order of the script."""
    to_come = (p for p in conversation.script[conversation.at :] if p not in conversation.asked)
    phases = {prompt.id: phase for phase in guide.phases for prompt in phase.prompts}
    prompts = {prompt.id: prompt for prompt in guide.prompts}
    return [(prompts[one], phases[one]) for one in to_come if one in prompts]


def _in_turn(
    rest: Sequence[tuple[Prompt, Phase]], taken: Iterable[str], scores: Mapping[str, float]
) -> Iterator[tuple[Prompt, Phase]]:
    """The questions not taken yet, in the order in which they are worth their time.

    By D'Hondt's method, as seats to parties by their votes: a phase's minutes are its votes.
    """
    taken = frozenset(taken)
    waiting: dict[str, list[tuple[Prompt, Phase]]] = {}
    for prompt, phase in rest:
        if prompt.id not in taken:
            waiting.setdefault(phase.id, []).append((prompt, phase))
    for questions in waiting.values():
        questions.sort(key=lambda one: -scores.get(one[0].id, 0.0))
    sure = [phase.id for prompt, phase in rest if prompt.id in taken and not prompt.always]
    given = {phase: sure.count(phase) for phase in waiting}
    while any(waiting.values()):
        turn = max(
            (phase for phase in waiting if waiting[phase]),
            key=lambda phase: waiting[phase][0][1].minutes / (given[phase] + 1),
        )
        given[turn] += 1
        yield waiting[turn].pop(0)
