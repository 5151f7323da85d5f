"""The time in a conversation: the clock, the phases, and who talked how much.

A paused conversation is one that nobody calls `tick` for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain.conversation import Conversation, Speaker, Step, current
from planner.domain.guides import Guide, phase_minutes
from planner.domain.stretching import stretched


class Band(StrEnum):
    """Where the user's share of the talking lies; a picture, never an alarm."""

    UNKNOWN = "unknown"  # too little was heard to say
    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


# Own share of the talking that serves both: near 43:57 in calls that went well (Gong); far
# less of one's own leaves a conversation flat.
OWN_SHARE_LEAST, OWN_SHARE_MOST = 0.35, 0.50
HEARD_ENOUGH = 60  # seconds of talk below which a share says nothing
# Seconds of talk below which no verdict is passed on it afterwards: one long answer fills less,
# and it would stand for the whole 1-2-1; our choice.
TOLD_ENOUGH = 5 * 60
END_SIGN = 5 * 60  # seconds before the end at which a quiet sign is given


@dataclass(frozen=True, slots=True)
class Balance:
    """Who talked how much, in seconds."""

    mine: int
    theirs: int

    @property
    def counted(self) -> bool:
        """Whether anybody was heard at all."""
        return self.mine + self.theirs > 0

    @property
    def telling(self) -> bool:
        """Whether it may be judged afterwards: long enough, and the speaker was switched.

        Nobody is silent for a whole 1-2-1: a side without a second was forgotten.
        """
        return self.mine + self.theirs >= TOLD_ENOUGH and min(self.mine, self.theirs) > 0

    @property
    def own_share(self) -> float:
        """The user's share, 0 to 1; the middle of the band while nobody has talked."""
        total = self.mine + self.theirs
        return self.mine / total if total else (OWN_SHARE_LEAST + OWN_SHARE_MOST) / 2

    @property
    def band(self) -> Band:
        if self.mine + self.theirs < HEARD_ENOUGH:
            return Band.UNKNOWN
        if self.own_share < OWN_SHARE_LEAST:
            return Band.BELOW
        return Band.ABOVE if self.own_share > OWN_SHARE_MOST else Band.WITHIN


@dataclass(frozen=True, slots=True)
class PhaseProgress:
    """How far a phase has come."""

    id: str
    title: str
    minutes: int  # planned
    seconds: int  # spent
    questions: int  # in the script
    asked: int
    here: bool  # the question on screen belongs to it
    room: int = 0  # minutes it takes as things stand: more with time over, fewer when it is late

    @property
    def done(self) -> bool:
        """Every question it has was asked; a phase without questions is done with its time."""
        return self.asked >= self.questions if self.questions else self.seconds >= self.minutes * 60


def tick(conversation: Conversation, guide: Guide, seconds: int) -> Conversation:
    """Lets `seconds` pass: for the clock, the phase on screen and whoever is talking.

    Only while talking; seconds below one (a clock that jumped back) pass for none.
    """
    if conversation.step is not Step.TALKING or seconds <= 0:
        return conversation
    return replace(
        conversation,
        elapsed=conversation.elapsed + seconds,
        mine=conversation.mine + seconds * (conversation.speaker is Speaker.ME),
        theirs=conversation.theirs + seconds * (conversation.speaker is Speaker.THEM),
        spent=_spent(conversation, guide, seconds),
    )


def switch_speaker(
    conversation: Conversation, guide: Guide, seconds: int = 0, to: Speaker | None = None
) -> Conversation:
    """Lets the `seconds` since the last tick pass, then the other one talks, or `to`.

    The person is taken to be the first to talk. When the user talks, they have offered
    something of their own.
    """
    ticked = tick(conversation, guide, seconds)
    if to is None:
        to = Speaker.ME if ticked.speaker is Speaker.THEM else Speaker.THEM
    in_a_row = 0 if to is Speaker.ME else ticked.in_a_row
    return replace(ticked, speaker=to, in_a_row=in_a_row)


def balance(conversation: Conversation) -> Balance:
    return Balance(conversation.mine, conversation.theirs)


def progress(conversation: Conversation, guide: Guide, minutes: int) -> tuple[PhaseProgress, ...]:
    """Each phase of the guide in a 1-2-1 of `minutes`."""
    here = _phase_here(conversation, guide)
    count = len(guide.phases)
    spent = (conversation.spent + (0,) * count)[:count]
    rows = []
    for index, (phase, planned) in enumerate(
        zip(guide.phases, phase_minutes(guide, minutes, conversation.script), strict=True)
    ):
        own = {prompt.id for prompt in phase.prompts}.intersection(conversation.script)
        asked = len(own.intersection(conversation.asked))
        rows.append(
            PhaseProgress(
                phase.id, phase.title, planned, spent[index], len(own), asked, index == here
            )
        )
    rooms = stretched(
        [row.minutes for row in rows],
        spent,
        here,
        seconds_left(conversation, minutes),
        [index for index, row in enumerate(rows) if row.done],
    )
    return tuple(replace(row, room=room) for row, room in zip(rows, rooms, strict=True))


def question_of(conversation: Conversation, guide: Guide) -> tuple[int, int]:
    """Which question of how many in its phase is on screen, from 1; (0, 0) past the last."""
    prompt = current(conversation, guide)
    if prompt is None:
        return (0, 0)
    index = guide.phase_index(prompt.id)
    same = [p for p in conversation.script if guide.phase_index(p) == index]
    return (same.index(prompt.id) + 1, len(same))


def seconds_left(conversation: Conversation, minutes: int) -> int:
    """Seconds to the agreed end; negative past it."""
    return minutes * 60 - conversation.elapsed


def near_end(conversation: Conversation, minutes: int) -> bool:
    """Whether the quiet sign stands: five minutes to the end, or past it."""
    return conversation.step is Step.TALKING and seconds_left(conversation, minutes) <= END_SIGN


def _phase_here(conversation: Conversation, guide: Guide) -> int | None:
    """The phase on screen; past the last question, the phase of that question."""
    if not conversation.script:
        return 0 if guide.phases else None
    at = min(conversation.at, len(conversation.script) - 1)
    return guide.phase_index(conversation.script[at])


def _spent(conversation: Conversation, guide: Guide, seconds: int) -> tuple[int, ...]:
    spent = list(conversation.spent) + [0] * (len(guide.phases) - len(conversation.spent))
    here = _phase_here(conversation, guide)
    if here is not None:
        spent[here] += seconds
    return tuple(spent)
