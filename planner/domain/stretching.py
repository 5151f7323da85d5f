"""How long each phase may still take: phases stretch with time over, and shrink when it is late."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.domain.conversation import Conversation
from planner.domain.guides import Guide

MINUTE = 60  # seconds


def stretched(
    planned: Sequence[int],
    spent: Sequence[int],
    here: int | None,
    left: int,
    done: Collection[int] = (),
) -> tuple[int, ...]:
    """The minutes of each phase as things stand: those behind as they were, the others as they fit.

    `planned` are minutes and `spent` seconds, by phase; `here` is the phase on screen, `left` the
    seconds to the agreed end, `done` the phases where nothing is left to ask. What is left is
    shared among the phase on screen and those to come in proportion to what each still lacks of
    its plan. So a talk that runs as planned shows the plan; one that is late takes a little from
    every phase to come, and time over gives to each. The phase on screen, once its time is over,
    keeps its planned minutes.
    """
    first = here or 0
    to_come = [
        place == here or (place >= first and place not in done) for place in range(len(planned))
    ]
    lacking = [
        max(0, minutes * MINUTE - seconds) * coming
        for minutes, seconds, coming in zip(planned, spent, to_come, strict=True)
    ]
    total, left = sum(lacking), max(0, left)
    found, behind, told = [], 0, 0
    # From the last one back, and what is left for it and those behind it is rounded, not each
    # share: so they sum to what is left, and none of them flickers while the clock runs.
    for place in reversed(range(len(planned))):
        if not lacking[place]:
            late = place == here  # "22 of 20" says so
            found.append(planned[place] if late else _minutes(spent[place]))
            continue
        behind += lacking[place]
        upto = _minutes(left * behind // total)
        whole = _minutes(spent[place] + left) if place == here else _minutes(spent[place]) + upto
        found.append(whole - told)
        told = upto
    return tuple(reversed(found))


def squeezed(conversation: Conversation, guide: Guide, minutes: int) -> int:
    """Minutes by which the questions chosen at the start are more than the 1-2-1 is long.

    Half a question counts as one in each phase when they are chosen, so the whole may be a little
    too much; that alone is no reason to leave one out.
    """
    each = {one.id: phase.minutes_each for phase in guide.phases for one in phase.prompts}
    needed = sum(each.get(prompt, 0) for prompt in conversation.script)
    most = sum(phase.minutes_each for phase in guide.phases) // 2
    return min(max(0, needed - minutes), most)


def _minutes(seconds: int) -> int:
    """Whole minutes, the nearest."""
    return (seconds + MINUTE // 2) // MINUTE
