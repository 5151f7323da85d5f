"""What there was no time for in a conversation."""

from __future__ import annotations

from collections.abc import Collection

from planner.domain.conversation import Conversation
from planner.domain.guides import Guide


def left_over(
    conversation: Conversation, guide: Guide, noted: Collection[str] = ()
) -> frozenset[str]:
    """The prompts of the script that nobody came to, by phase: what stands after the last asked.

    One that stands before a question of its phase that was asked (or `noted` under) was skipped,
    and is not wanted. Nothing is left over of a talk that was held without the questions.
    """
    reached = {*conversation.asked, *noted}
    if not reached.intersection(conversation.script):
        return frozenset()
    found: set[str] = set()
    for phase in guide.phases:
        ids = {prompt.id for prompt in phase.prompts if not prompt.always}
        script = [prompt for prompt in conversation.script if prompt in ids]
        asked = [place for place, prompt in enumerate(script) if prompt in reached]
        found.update(script[max(asked, default=-1) + 1 :])
    return frozenset(found)
