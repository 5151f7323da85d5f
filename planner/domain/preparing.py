"""Preparing a 1-2-1 the evening before: the questions to open with, and another one instead.

Half a minute of thinking of topics helps, and few do it (Brooks). So there are three questions to
have in mind, the first of the script; the rest of it stands on the cheat-sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from planner.domain.conversation import Conversation, Step
from planner.domain.meetings import Meeting
from planner.domain.prompts import Choice

OPENERS = 3  # as many as are kept in mind
NEAR = timedelta(minutes=45)  # before its time, from which one begins rather than prepares


def openers(script: Sequence[Choice]) -> tuple[Choice, ...]:
    """The questions to open with: the first that are asked.

    What belongs in every conversation needs no preparing. By their place alone, so that another
    question in the place of one leaves the rest as they are.
    """
    return tuple(choice for choice in script if not choice.prompt.always)[:OPENERS]


def swapped(script: Sequence[str], prompt: str, others: Sequence[str]) -> tuple[str, ...]:
    """The script with the next of `others` in the place of `prompt`; the same where none is left.

    `others` are the questions that may stand there, the best first, `prompt` among them or not:
    going on from the last one comes back to the first.
    """
    if prompt not in script:
        return tuple(script)
    at = others.index(prompt) + 1 if prompt in others else 0
    turn = [*others[at:], *others[:at]]
    instead = next((other for other in turn if other not in script), prompt)
    return tuple(instead if one == prompt else one for one in script)


def swappable(script: Sequence[str], prompt: str, others: Sequence[str]) -> bool:
    """Whether there is another question for the place of this one."""
    return swapped(script, prompt, others) != tuple(script)


def may_prepare(meeting: Meeting, conversation: Conversation | None) -> bool:
    """Whether it is still ahead: planned, and nobody has talked yet."""
    begun = conversation is not None and conversation.step is not Step.PREPARED
    return meeting.planned and not begun


def is_near(meeting: Meeting, now: datetime) -> bool:
    """Whether it begins so soon, or should have begun, that preparing is over; `now` is UTC."""
    return meeting.planned and meeting.starts_utc - NEAR <= now < meeting.ends_utc
