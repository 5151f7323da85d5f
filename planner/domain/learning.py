"""What the two of them are used to: how somebody answers, who writes first, which gaps they keep.

Everything here starts from what the index takes everybody for and moves away from it only as far
as the evidence goes, within bounds: two answers or two gaps are little, twenty are a habit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, log

from planner.domain.meetings import Meeting, State, Touch, TouchKind
from planner.domain.people import Rhythm
from planner.domain.reasons import gaps_between, usual_gap
from planner.domain.suggestions import (
    TENTHS,
    UNSETTLED_DAYS,
    Signals,
    half_life,
    index,
)

ANSWERS_FOR_A_HABIT = 3  # before it is said how somebody mostly answers; our choice
TOUCHES_FOR_A_HABIT = 3  # and before it is said who writes first; our choice
GAPS_TAKEN_FOR_GRANTED = 5.0  # as long as the half-life, before there were any; our choice
GAP_SAYS_AT_MOST = 3.0  # one gap counts as this many half-lives at most, and a third at least
# What is learned stays within these factors of the table: the range that half-lives are taken to
# have among people of one kind, in the simulated networker's world.
SHORTEST, LONGEST = 0.6, 1.7
# The same bounds, where the user says it themselves.
PACES = {Rhythm.OFTEN: SHORTEST, Rhythm.USUAL: 1.0, Rhythm.SELDOM: LONGEST}


@dataclass(frozen=True, slots=True)
class Habits:
    """How these two keep in touch, as far as the library tells.

    Counts are of everything ever kept until today; a figure of 0 days means that it is not known.
    With nothing kept, `half_life` is `table_half_life` and `willingness` that of anybody. The
    index goes by `willingness` and `slipped`; the other figures are for the user to know.
    """

    usual_gap: int = 0  # days the two usually let pass between contacts; 0 where none is usual
    # 1-2-1s proposed and answered, or left unanswered. Open ones do not count, nor do those called
    # off by the user or nobody knows by whom; called off by them is a no.
    asked: int = 0
    said_yes: int = 0  # of those, agreed or held
    unanswered: int = 0  # of those, proposed, and two weeks past their day nobody said yes or no
    willingness: float = 0.0  # 0..1, how readily they say yes when warm, as the index takes it
    theirs: int = 0  # messages and calls in which they made the first move; a chat has no such
    mine: int = 0  # and those in which the user did
    half_life: float = 0.0  # days until half the warmth is gone, judged by the gaps they keep
    table_half_life: float = 0.0  # days the same takes with anybody at their stage
    slipped: float = 0.0  # rungs the stage is taken to have slipped in a long silence, up to 1.5

    @property
    def usually_says_yes(self) -> bool:
        """Asked often enough to tell (three times), and mostly a yes."""
        return self.asked >= ANSWERS_FOR_A_HABIT and 4 * self.said_yes >= 3 * self.asked

    @property
    def usually_writes_first(self) -> bool:
        """In touch often enough to tell (three times), and clearly mostly by their move."""
        return _mostly(self.theirs, self.mine)

    @property
    def usually_written_to(self) -> bool:
        """The same by the user's move."""
        return _mostly(self.mine, self.theirs)


def habits(
    of: Signals,
    meetings: Iterable[Meeting],
    touches: Iterable[Touch],
    contacts: Sequence[date],
    today: date,
    vague: Collection[date] = (),
) -> Habits:
    """What is learned of one person; `contacts` are the days of 1-2-1s, touches and events.

    Days that only stand for a month or a year are `vague`: no gap is told by them.
    """
    asked = yes = unanswered = 0
    for meeting in meetings:
        over = meeting.starts.date() + timedelta(days=UNSETTLED_DAYS) < today
        open_still = meeting.state is State.PROPOSED and not over
        if open_still or (meeting.state is State.CANCELLED and not meeting.off_by_them):
            continue
        asked += 1
        yes += meeting.state in (State.AGREED, State.HELD)
        unanswered += meeting.state is State.PROPOSED
    first = [
        touch.theirs for touch in touches if touch.day <= today and touch.kind is not TouchKind.CHAT
    ]
    past = sorted({day for day in contacts if day <= today})
    usually = half_life(of._replace(pace=PACES[Rhythm.USUAL]))
    return Habits(
        usual_gap=usual_gap(past, vague),
        asked=asked,
        said_yes=yes,
        unanswered=unanswered,
        willingness=index(of).accepted,
        theirs=sum(first),
        mine=len(first) - sum(first),
        half_life=learned_half_life(usually, gaps_between(past, vague)),
        table_half_life=usually,
        slipped=of.slipped / TENTHS,
    )


def _mostly(one: int, other: int) -> bool:
    """Three in four, and often enough to tell."""
    touches = one + other
    return touches >= TOUCHES_FOR_A_HABIT and 4 * one >= 3 * touches


def learned_half_life(usually: float, gaps: Iterable[int]) -> float:
    """The half-life in days of two who kept such gaps (days), where `usually` is the table's.

    The geometric mean of the gaps and of a few as long as the table's half-life. So a longer gap
    never makes it shorter, without gaps it is the table's, and it stays within bounds of that.
    """
    most = log(GAP_SAYS_AT_MOST)
    said = [max(-most, min(most, log(gap / usually))) for gap in gaps if gap > 0]
    factor = exp(sum(said) / (len(said) + GAPS_TAKEN_FOR_GRANTED))
    return usually * max(SHORTEST, min(LONGEST, factor))
